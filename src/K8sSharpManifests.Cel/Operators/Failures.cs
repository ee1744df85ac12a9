using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Operators;

/// <summary>What becomes of values that are none.</summary>
internal static class Failures
{
    /// <summary>The failure among values that counts: what is not known comes before an error, for it might have been what makes the error go away.</summary>
    /// <returns>The failure; null for none.</returns>
    public static CelValue? FirstOf(params CelValue?[] values) =>
        Array.Find(values, v => v is CelUnknown { Reason: null }) ?? Array.Find(values, v => v is CelUnknown) ?? Array.Find(values, v => v is CelError);
}
