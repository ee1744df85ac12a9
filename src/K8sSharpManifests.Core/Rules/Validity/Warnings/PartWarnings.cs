namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What upstream only warns of, said of a place.</summary>
internal static class PartWarnings
{
    /// <summary>Reports what the API server says a warning of.</summary>
    /// <param name="part">The object.</param>
    /// <param name="place">The place in it.</param>
    /// <param name="isSo">Whether the server does.</param>
    /// <param name="because">What is wrong, and what would be right.</param>
    /// <param name="fixes">How it could be put right.</param>
    public static void Warn(this Part part, TreePlace place, Truth isSo, string because, params Fix[] fixes) => part.Report(AcceptedWithWarning.Rule, place, isSo, because, fixes);

    /// <summary>Whether the version that the cluster runs has a warning, which came with one.</summary>
    /// <param name="part">The object.</param>
    /// <param name="minor">The version: 30 for 1.30.</param>
    public static Truth WarnsSince(this Part part, int minor) => part.Context.Options.TargetVersion < minor ? Truth.False : Truth.True;

    /// <summary>Reports a field that is there.</summary>
    public static void WarnOf(this Part part, string key, string because) => WarnOf(part, key, Truth.True, because);

    /// <summary>Reports a field that is there where a condition holds.</summary>
    public static void WarnOf(this Part part, string key, Truth condition, string because)
    {
        var isThere = condition.IsFalse ? condition : condition & part.Has(key);
        if (!isThere.IsFalse)
        {
            var place = part.Place.Child(key);
            part.Warn(place, isThere, because, Fix.Remove(place, $"Remove '{key}'", isSafeForFixAll: false));
        }
    }

    /// <summary>Reports an annotation that is there.</summary>
    public static void WarnOfAnnotation(this Part owner, string key, string because) => WarnOfAnnotation(owner, key, Truth.True, because);

    /// <summary>Reports an annotation that is there where a condition holds.</summary>
    public static void WarnOfAnnotation(this Part owner, string key, Truth condition, string because)
    {
        if (condition.IsFalse || owner.Node is not Mapping mapping || mapping["metadata"] is not Mapping metadata || metadata["annotations"] is not Mapping { Count: > 0 } annotations)
        {
            return;
        }

        foreach (var entry in annotations.EntryArray)
        {
            if (entry.Key == key)
            {
                var place = owner.Place.Child("metadata").Child("annotations").Entry(entry);
                owner.ReportAt(AcceptedWithWarning.Rule, place, place, condition, because);
            }
        }
    }
}
