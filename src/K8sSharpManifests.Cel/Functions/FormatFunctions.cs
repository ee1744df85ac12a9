using System.Text.RegularExpressions;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core.Rules.Validity;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>Kubernetes' named formats: <c>format.dns1123Label().validate(a)</c> is none where the text has the format, and else what is wrong with it.</summary>
/// <remarks>Upstream: apiserver's pkg/cel/library/format.go, with kube-openapi's pkg/validation/strfmt.</remarks>
internal static class FormatFunctions
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private static readonly Regex Uuid = new(@"^[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}\z", Options);
    private static readonly Regex Base64Text = new(@"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})\z", Options);
    private static readonly Regex Clock = new(@"^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[^\n][0-9]+)?(?:z|[+-][0-9]{2}:[0-9]{2})\z", Options);

    private static readonly Dictionary<string, CelFormat> Formats = new(StringComparer.Ordinal)
    {
        ["dns1123Label"] = new("DNS1123Label", text => TextForms.IsDNS1123Label(text) is null),
        ["dns1123Subdomain"] = new("DNS1123Subdomain", text => TextForms.IsDNS1123Subdomain(text) is null),
        ["dns1035Label"] = new("DNS1035Label", text => TextForms.IsDNS1035Label(text) is null),
        ["qualifiedName"] = new("QualifiedName", text => TextForms.IsQualifiedName(text) is null),
        ["dns1123LabelPrefix"] = new("DNS1123LabelPrefix", text => TextForms.IsDNS1123Label(WithoutDash(text)) is null),
        ["dns1123SubdomainPrefix"] = new("DNS1123SubdomainPrefix", text => TextForms.IsDNS1123Subdomain(WithoutDash(text)) is null),
        ["dns1035LabelPrefix"] = new("DNS1035LabelPrefix", text => TextForms.IsDNS1035Label(WithoutDash(text)) is null),
        ["labelValue"] = new("LabelValue", text => TextForms.IsValidLabelValue(text) is null),
        ["uri"] = new("URI", text => GoUrl.Parse(text) is not null),
        ["uuid"] = new("uuid", text => Uuid.IsMatch(text)),
        ["byte"] = new("byte", text => Base64Text.IsMatch(text)),
        ["date"] = new("date", IsDate),
        ["datetime"] = new("datetime", IsDateTime),
    };

    public static void Register()
    {
        foreach (var format in Formats)
        {
            FunctionTable.AddGlobal($"format.{format.Key}", arguments => arguments.Length == 0 ? format.Value : CelError.NoSuchOverload);
        }

        FunctionTable.AddGlobal("format.named", arguments => arguments is not [CelString name] ? CelError.NoSuchOverload
            : Formats.TryGetValue(name.Value, out var format) ? CelOptional.Of(format) : CelOptional.None);

        // What the server says of a text is its own: there is something, and nobody here knows what.
        FunctionTable.AddMember("validate", arguments => arguments is not [CelFormat format, CelString text] ? CelError.NoSuchOverload
            : format.IsValid(text.Value) ? CelOptional.None : CelOptional.Of(CelOpenList.Value));
    }

    // A prefix may end with '-', for something comes after it.
    private static string WithoutDash(string text) => text.Length > 1 && text.EndsWith("-", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) + "a" : text;

    private static bool IsDate(string text) => text.Length == 10 && GoTime.ParseTimestamp(text + "T00:00:00Z") is not null;

    private static bool IsDateTime(string text)
    {
        var parts = text.ToLowerInvariant().Split('t');
        return text.Length >= 4 && parts.Length >= 2 && IsDate(parts[0]) && Clock.IsMatch(parts[1]);
    }
}
