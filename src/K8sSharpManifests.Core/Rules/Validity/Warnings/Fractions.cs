namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Parts of a byte. What is so little that another unit is meant is the business of K8S209.</summary>
/// <remarks>Upstream: pkg/api/pod/warnings.go (warningsForPodSpecAndMeta), pkg/api/persistentvolumeclaim/util.go (GetWarningsForPersistentVolumeClaimSpec).</remarks>
internal static class Fractions
{
    private const int Mebibyte = 1 << 20;

    /// <summary>Says of the resources of a dictionary that are counted in bytes that they have parts of one.</summary>
    public static void Check(Part part, string key, params string[] resources)
    {
        if (part.Node is not Mapping mapping || mapping[key] is not Mapping { Count: > 0 } amounts)
        {
            return;
        }

        foreach (var entry in amounts.EntryArray)
        {
            if (resources.Contains(entry.Key) && Quantities.Of(entry.Value) is { IsWhole: false } amount && amount >= SuspiciousAmounts.Mebibyte)
            {
                var place = part.Place.Child(key).Entry(entry);
                var whole = $"{(amount.RoundedUp(0) + Mebibyte - 1) / Mebibyte}Mi";
                part.Warn(place, Truth.True, $"it is no whole number of bytes; write '{whole}'", Fix.ChangeTo(place, Scalar.Quantity(whole), isSafeForFixAll: false));
            }
        }
    }
}
