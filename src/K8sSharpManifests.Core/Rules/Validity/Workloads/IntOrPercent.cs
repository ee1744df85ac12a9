using System.Globalization;

namespace K8sSharpManifests.Core.Rules.Validity.Workloads;

/// <summary>A number of pods, or a share of them.</summary>
/// <remarks>Upstream: pkg/apis/apps/validation/validation.go (ValidatePositiveIntOrPercent, IsNotMoreThan100Percent, getIntOrPercentValue).</remarks>
internal static class IntOrPercent
{
    /// <summary>Says what is wrong with a field that holds one.</summary>
    public static void Validate(Part part, string key, bool atMost100)
    {
        switch (part[key])
        {
            case Unknown:
                part.Invalid(key, Truth.Unknown, "");
                break;
            case Scalar { Kind: ScalarKind.Number }:
                part.Invalid(key, part.Number(key) < 0, "it has to be at least 0");
                break;
            case Scalar { Kind: ScalarKind.String, Text: var text }:
                if (TextForms.IsValidPercent(text) is { } fault)
                {
                    part.Invalid(key, Truth.True, fault);
                }
                else if (atMost100 && Value(part, key) > 100)
                {
                    part.Invalid(key, Truth.True, "it has to be at most 100%");
                }

                break;
        }
    }

    /// <summary>Its number, of a share that of its percent; null where it is not known.</summary>
    public static long? Value(Part part, string key) => part[key] switch
    {
        Missing => 0,
        Scalar { Kind: ScalarKind.Number, Text: var text } => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0,
        Scalar { Kind: ScalarKind.String, Text: var text } => long.TryParse(text.TrimEnd('%'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0,
        _ => null,
    };

    /// <summary>Whether its number is 0.</summary>
    public static Truth IsZero(Part part, string key) => Value(part, key) is { } value ? value == 0 : Truth.Unknown;
}
