namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>The paths of the subresource 'scale', and of the columns that kubectl prints.</summary>
/// <remarks>
/// Upstream: apiextensions-apiserver's pkg/apis/apiextensions/validation/validation.go (ValidateCustomResourceDefinitionSubresources, validateSimpleJSONPath,
/// ValidateCustomResourceColumnDefinition).
/// </remarks>
internal sealed class SubresourceValidation() : Validation("V1CustomResourceSubresourceScale", "V1CustomResourceColumnDefinition")
{
    private static readonly HashSet<string> Formats = new(StringComparer.Ordinal) { "int32", "int64", "float", "double", "byte", "date", "date-time", "password" };

    public override void Validate(Part part)
    {
        if (part.Type?.Name == "V1CustomResourceColumnDefinition")
        {
            part.Form("format", text => Formats.Contains(text) ? null : $"it has to be one of {string.Join(", ", Formats.Select(f => $"'{f}'"))}");
            part.Form("jsonPath", PathFault);
            return;
        }

        part.Form("specReplicasPath", text => PathFault(text) ?? (text.StartsWith(".spec.", StringComparison.Ordinal) ? null : "it has to be a path in the spec, like '.spec.replicas'"));
        part.Form("statusReplicasPath", text => PathFault(text) ?? (text.StartsWith(".status.", StringComparison.Ordinal) ? null : "it has to be a path in the status, like '.status.replicas'"));
        part.Form("labelSelectorPath", text => PathFault(text)
            ?? (text.StartsWith(".spec.", StringComparison.Ordinal) || text.StartsWith(".status.", StringComparison.Ordinal) ? null : "it has to be a path in the spec or the status, like '.status.selector'"));
    }

    private static string? PathFault(string text) => text[0] == '.' ? null : "it has to be a path that begins with '.'";
}
