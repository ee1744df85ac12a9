using System.Globalization;

namespace K8sSharpManifests.Core.Rules.Validity.Cluster;

/// <summary>The labels of a namespace that say which Pod Security Standard its pods meet.</summary>
/// <remarks>Upstream: pod-security-admission's admission/admission.go (ValidateNamespace) and api/helpers.go (PolicyToEvaluate, ParseLevel, ParseVersion).</remarks>
internal sealed class NamespaceLabelValidation() : Validation("V1Namespace")
{
    private const string Prefix = "pod-security.kubernetes.io/";

    private static readonly string[] Modes = ["enforce", "audit", "warn"];

    public override void Validate(Part part)
    {
        var labels = part.Child("metadata").Child("labels");
        foreach (var entry in part.Child("metadata").Entries("labels"))
        {
            if (!entry.Key.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var mode in Modes)
            {
                var isVersion = entry.Key == $"{Prefix}{mode}-version";
                if ((isVersion || entry.Key == Prefix + mode) && entry.Node is Scalar { Kind: ScalarKind.String or ScalarKind.Null } scalar)
                {
                    var text = scalar.Kind == ScalarKind.Null ? "" : scalar.Text;
                    labels.Report(InvalidMetadata.Rule, entry.Place, isVersion ? !IsVersion(text) : text is not ("privileged" or "baseline" or "restricted"),
                        isVersion ? "it has to be 'latest' or a version like 'v1.36'" : "it has to be 'privileged', 'baseline' or 'restricted'");
                }
            }
        }
    }

    private static bool IsVersion(string text) =>
        text == "latest" || (text.StartsWith("v1.", StringComparison.Ordinal) && int.TryParse(text.Substring(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            && minor.ToString(CultureInfo.InvariantCulture) == text.Substring(3));
}
