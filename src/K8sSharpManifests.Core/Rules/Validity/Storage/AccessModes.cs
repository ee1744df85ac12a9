namespace K8sSharpManifests.Core.Rules.Validity.Storage;

/// <summary>The access modes of volumes and claims.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidatePersistentVolumeSpec, ValidatePersistentVolumeClaimSpec).</remarks>
internal static class AccessModes
{
    private const string Alone = "ReadWriteOncePod";

    /// <summary>Says whether the modes exclude each other.</summary>
    public static void Validate(Part spec)
    {
        var (isAlone, hasOthers) = (false, false);
        foreach (var mode in spec.Place.Child("accessModes").Items)
        {
            isAlone |= mode.Node.Is(Alone).IsTrue;
            hasOthers |= mode.Node is Scalar { Text: "ReadWriteOnce" or "ReadOnlyMany" or "ReadWriteMany" };
        }

        spec.Report(Fault.Forbidden, "accessModes", isAlone && hasOthers, $"'{Alone}' stands alone");
    }
}
