namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What several validations ask of a pod's specification.</summary>
internal static class PodParts
{
    public const string Spec = "V1PodSpec";

    private static readonly string[] Lists = ["initContainers", "containers", "ephemeralContainers"];

    /// <summary>The containers of all three lists that are seen, in upstream's order.</summary>
    public static IEnumerable<Part> Containers(Part spec) => Lists.SelectMany(spec.Items);

    /// <summary>Whether there may be more containers than are seen.</summary>
    public static bool MayHaveMoreContainers(Part spec) => Lists.Any(spec.MayHoldMore);

    /// <summary>Whether a specification is that of a pod itself, and not of a template; Unknown for a part of which nobody sees the whole.</summary>
    public static Truth IsOfPod(Part? spec) => spec?.Owner?.Type?.Name switch
    {
        null => Truth.Unknown,
        "V1Pod" => Truth.True,
        _ => Truth.False,
    };

    /// <summary>What has the template in which a specification stands, such as a V1JobSpec; null for none, and where nobody sees it.</summary>
    public static Part? Workload(Part spec) => spec.Owner is { Type.Name: "V1PodTemplateSpec" } template ? template.Owner : null;

    /// <summary>Whether a pod runs in user namespaces of its own.</summary>
    public static Truth HasOwnUsers(Part spec) => spec["hostUsers"] switch
    {
        Unknown => Truth.Unknown,
        Scalar { Kind: ScalarKind.Boolean, Text: "false" } => Truth.True,
        _ => Truth.False,
    };

    /// <summary>Says of each item of a list whose name is there before that it is.</summary>
    /// <param name="items">The items.</param>
    /// <param name="names">The names before, to which those of the items are added.</param>
    /// <param name="because">What is wrong, and what would be right.</param>
    public static void Unique(IEnumerable<Part> items, HashSet<string> names, string because)
    {
        foreach (var item in items)
        {
            var name = item.Text("name");
            if (name.Length > 0 && !names.Add(name))
            {
                item.Report(Fault.Duplicate, "name", Truth.True, because);
            }
        }
    }

    /// <summary>Says of each field that is set beside another one of a union that it is one too many.</summary>
    /// <param name="part">The object that has the fields.</param>
    /// <param name="keys">The fields, in upstream's order.</param>
    /// <param name="what">What one of them is.</param>
    /// <returns>Whether none is set; Unknown where one may be.</returns>
    public static Truth OnlyOne(Part part, string[] keys, string what)
    {
        string? first = null;
        var mayBeMore = false;
        foreach (var key in keys)
        {
            var isSet = part.Has(key);
            mayBeMore |= isSet.IsUnknown;
            if (isSet.IsTrue && first is not null)
            {
                part.Report(Fault.Forbidden, key, Truth.True, $"there is one {what} already: {first}", Fix.Remove(part.Place.Child(key), $"Remove '{key}'", isSafeForFixAll: false));
            }

            first ??= isSet.IsTrue ? key : null;
        }

        return first is not null ? Truth.False : mayBeMore ? Truth.Unknown : Truth.True;
    }
}
