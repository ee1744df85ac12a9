namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>The name of a definition of custom resources, and who has approved of it where its group is one of Kubernetes' own.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apis/apiextensions/validation/validation.go (ValidateCustomResourceDefinition, validateAPIApproval).</remarks>
internal sealed class DefinitionValidation() : Validation("V1CustomResourceDefinition")
{
    private const string Approval = "api-approved.kubernetes.io";

    private static readonly string[] Protected = ["k8s.io", "kubernetes.io"];

    public override void Validate(Part part)
    {
        var spec = part.Child("spec");
        var group = spec.Text("group");
        if (spec.Child("names").Text("plural") is { Length: > 0 } plural && group.Length > 0)
        {
            var metadata = part.Child("metadata");
            var name = $"{plural}.{group}";
            CheckName(metadata, "name", name);
            CheckName(metadata, "generateName", name);
        }

        if (Protected.Any(p => group == p || (group.EndsWith(p, StringComparison.Ordinal) && group[group.Length - p.Length - 1] == '.')))
        {
            CheckApproval(part.Child("metadata").Child("annotations"), group);
        }
    }

    private static void CheckName(Part metadata, string key, string name)
    {
        if (metadata.Has(key) is { IsFalse: false } isSet && metadata.Text(key) != name)
        {
            metadata.Report(InvalidName.Rule, metadata.Place.Child(key), isSet & !metadata.Is(key, name), $"it has to be '{name}': the plural name and the group of what it defines", Fix.ChangeTo(metadata.Place.Child("name"), Scalar.String(name), isSafeForFixAll: false));
        }
    }

    private static void CheckApproval(Part annotations, string group)
    {
        var text = annotations.Text(Approval);
        annotations.Report(Fault.Required, Approval, !annotations.Has(Approval), $"'{group}' is a group of Kubernetes itself, which needs the URL of the approval there, or 'unapproved' and why");
        if (text.Length > 0 && !text.StartsWith("unapproved", StringComparison.Ordinal) && !HasSchemeAndHost(text))
        {
            annotations.Report(Fault.Invalid, Approval, Truth.True, "it has to be the URL of the approval, or to begin with 'unapproved'");
        }
    }

    private static bool HasSchemeAndHost(string url) => url.IndexOf("://", StringComparison.Ordinal) is var at and > 0 && at + 3 < url.Length && url[at + 3] != '/';
}
