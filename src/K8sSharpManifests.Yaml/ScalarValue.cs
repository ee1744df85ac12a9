using K8sSharpManifests.Core;

namespace K8sSharpManifests.Yaml;

/// <summary>What go-yaml makes of a scalar: null, a boolean, an integer, a float or a string.</summary>
/// <param name="Kind">What it is in JSON terms.</param>
/// <param name="Text">As a value: the string, or the JSON text, in which kubectl sends it; null for a number that JSON does not have.</param>
/// <param name="Key">As a key, which JSON has strings for only; null for what cannot be one.</param>
internal readonly record struct ScalarValue(ScalarKind Kind, string? Text, string? Key)
{
    /// <summary>Null, which is no key.</summary>
    public static ScalarValue Null => new(ScalarKind.Null, "null", null);

    /// <summary>A boolean.</summary>
    public static ScalarValue Boolean(bool value) => value ? new(ScalarKind.Boolean, "true", "true") : new(ScalarKind.Boolean, "false", "false");

    /// <summary>A string.</summary>
    public static ScalarValue String(string text) => new(ScalarKind.String, text, text);

    /// <summary>An integer. What is too large for an int64 is sent as a float, and is no key to sigs.k8s.io/yaml.</summary>
    public static ScalarValue Integer(GoInteger value) =>
        value.IsLong ? new(ScalarKind.Number, value.ToString(), value.ToString()) : new(ScalarKind.Number, GoNumber.ToJson(value.ToDouble()), null);

    /// <summary>A float.</summary>
    public static ScalarValue Float(double value) =>
        new(ScalarKind.Number, double.IsNaN(value) || double.IsInfinity(value) ? null : GoNumber.ToJson(value), GoNumber.ToKey(value));
}
