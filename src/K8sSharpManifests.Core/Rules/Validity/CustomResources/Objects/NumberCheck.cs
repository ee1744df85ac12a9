using System.Globalization;
using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>Whether a number is one that a schema allows.</summary>
/// <remarks>Upstream: kube-openapi's pkg/validation/validate/validator.go (numberValidator) and values.go (MaximumInt …, MultipleOf, IsValueValidAgainstRange): whole numbers are compared as such.</remarks>
internal static class NumberCheck
{
    /// <summary>What is wrong with a number; null for nothing.</summary>
    public static string? Fault(string text, JsonSchema schema)
    {
        if (!TryParse(text, out var number))
        {
            return null;
        }

        if (Range(text, schema) is { } outside)
        {
            return outside;
        }

        if (schema.Minimum is { } minimum && TryParse(minimum, out var least) && (number < least || (number == least && schema.IsMinimumExclusive)))
        {
            return $"it has to be {(schema.IsMinimumExclusive ? "more than" : "at least")} {minimum}";
        }

        if (schema.Maximum is { } maximum && TryParse(maximum, out var most) && (number > most || (number == most && schema.IsMaximumExclusive)))
        {
            return $"it has to be {(schema.IsMaximumExclusive ? "less than" : "at most")} {maximum}";
        }

        return schema.MultipleOf is { } multiple && TryParse(multiple, out var factor) && factor > 0 && number % factor != 0 && IsOff(number / factor) ? $"it has to be a multiple of {multiple}" : null;
    }

    // A double cannot hold 0.3 as three times 0.1.
    private static bool IsOff(double quotient) => Math.Abs(quotient - Math.Round(quotient)) > 1e-9 * Math.Max(1, Math.Abs(quotient));

    private static string? Range(string text, JsonSchema schema) => (schema.Type, schema.Format) switch
    {
        ("integer", "int32") when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && whole is < int.MinValue or > int.MaxValue => "it has to be a whole number of 32 bits",
        ("integer", "uint32") when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && whole is < 0 or > uint.MaxValue => "it has to be a whole number of 32 bits that is not negative",
        ("integer", "uint64") when text.StartsWith("-", StringComparison.Ordinal) => "it has to be a whole number that is not negative",
        _ => null,
    };

    private static bool TryParse(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
