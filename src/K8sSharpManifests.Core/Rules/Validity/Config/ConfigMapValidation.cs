using System.Text;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity.Config;

/// <summary>A ConfigMap.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateConfigMap).</remarks>
internal sealed class ConfigMapValidation() : Validation("V1ConfigMap")
{
    /// <summary>How many bytes the data of a ConfigMap or a Secret may have.</summary>
    public const int MaxSize = 1024 * 1024;

    public override void Validate(Part map)
    {
        var binary = map["binaryData"];
        var size = Keys(map, "data") + Keys(map, "binaryData");
        foreach (var entry in map.Entries("data"))
        {
            map.ReportAt(InvalidConfigData.Rule, entry.Place, entry.Place.Parent!.KeyOf(new(entry.Key, entry.Node)), binary is Mapping && binary.Get(entry.Key) is not Missing ? binary.Get(entry.Key).Exists : Truth.False, "binaryData has the same key");
        }

        if (size > MaxSize)
        {
            map.Report(InvalidConfigData.Rule, map.Place, Truth.True, $"all data together has {size} bytes, and at most {MaxSize} (1 MiB) are allowed");
        }
    }

    /// <summary>Says what is wrong with the keys of a dictionary, and how many bytes its values have.</summary>
    public static long Keys(Part map, string key)
    {
        var size = 0L;
        var isBinary = key != "data" || map.Type!.Name == "V1Secret";
        foreach (var entry in map.Entries(key))
        {
            if (TextForms.IsConfigMapKey(entry.Key) is { } fault)
            {
                map.ReportAt(InvalidConfigData.Rule, entry.Place, entry.Place.Parent!.KeyOf(new(entry.Key, entry.Node)), Truth.True, fault);
            }

            if (entry.Node is Scalar { Kind: ScalarKind.String, Text: var text })
            {
                size += !isBinary || key == "stringData" ? Encoding.UTF8.GetByteCount(text) : Decoded(text);
            }
        }

        return size;
    }

    private static long Decoded(string base64) => (base64.Length / 4 * 3L) - (base64.EndsWith("==", StringComparison.Ordinal) ? 2 : base64.EndsWith("=", StringComparison.Ordinal) ? 1 : 0);
}
