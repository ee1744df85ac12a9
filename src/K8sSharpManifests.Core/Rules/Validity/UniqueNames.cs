namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Lists of objects in which no two have the same name, where the API server names the whole object that has it.</summary>
internal static class UniqueNames
{
    /// <summary>Reports each object that has the name of one before it.</summary>
    /// <param name="part">The object that has the list.</param>
    /// <param name="key">The list.</param>
    /// <param name="name">The field by which its objects are told apart.</param>
    public static void Check(Part part, string key, string name)
    {
        if (part[key] is not Sequence { Count: > 1 })
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in part.Items(key))
        {
            if (item[name] is Scalar { Kind: ScalarKind.String } text && !seen.Add(text.Text))
            {
                part.ReportAt(DuplicateItem.Rule, item.Place, item.Place.Child(name), Truth.True, "each stands there once");
            }
        }
    }
}
