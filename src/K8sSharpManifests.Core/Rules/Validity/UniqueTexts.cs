namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Lists of texts in which none is there twice.</summary>
internal static class UniqueTexts
{
    /// <summary>Reports each text that is there already.</summary>
    /// <param name="part">The object that has the list.</param>
    /// <param name="key">The list.</param>
    public static void Check(Part part, string key)
    {
        if (part[key] is not Sequence { Count: > 1 })
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in part.Place.Child(key).Items)
        {
            if (item.Node is Scalar { Kind: ScalarKind.String } text && !seen.Add(text.Text))
            {
                part.Report(Fault.Duplicate, item, Truth.True, "each stands there once");
            }
        }
    }
}
