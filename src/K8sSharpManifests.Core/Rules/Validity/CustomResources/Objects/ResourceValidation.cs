using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>What the API server says of a custom resource: by the schema of its definition and by the rules in that. Its metadata is judged like that of every other object.</summary>
/// <remarks>
/// Upstream: apiextensions-apiserver's pkg/registry/customresource/strategy.go (Validate) and validator.go; what is pruned and defaulted before, in pkg/apiserver/customresource_handler.go.
/// </remarks>
internal static class ResourceValidation
{
    /// <summary>Judges a custom resource.</summary>
    /// <param name="root">The resource.</param>
    /// <param name="schema">What its definition says of it.</param>
    /// <param name="judgement">Takes what is wrong.</param>
    public static void Validate(TreePlace root, JsonSchema schema, Judgement judgement)
    {
        var part = new Part(root, judgement);
        var unknown = new List<SchemaFault>();
        UnknownFieldCheck.Check(root, schema, unknown);
        foreach (var fault in unknown)
        {
            part.ReportAt(fault.Rule, fault.Place, fault.Place.Parent!.KeyOf(new(fault.Place.Key, fault.Place.Node)), Truth.True, fault.Because);
        }

        var faults = new List<SchemaFault>();
        var seen = new TreePlace(SchemaDefaults.Apply(Stored(root.Node), schema));
        var fits = new SchemaCheck(faults).Check(seen, schema);
        EmbeddedCheck.Check(seen, schema, isRoot: true, faults);
        ListCheck.Check(seen, schema, faults);
        if (judgement.Context.Cel is not null && !faults.Exists(fault => fault.IsBlocking))
        {
            RuleCheck.Check(seen, schema, judgement.Context, faults);
        }

        // A place may break several rules of the definition, and is one finding.
        foreach (var same in faults.Where(fault => !IsQuantityFault(fault)).GroupBy(fault => (fault.Rule, fault.Place.Path)))
        {
            part.Report(same.Key.Rule, same.First().Place, Truth.True, string.Join("; ", same.Select(fault => fault.Because).Distinct()), [.. same.First().Fixes]);
        }

        // What is not known now, the build may find.
        if (faults.Count == 0 && fits.IsUnknown)
        {
            part.Report(InvalidCustomResource.Rule, root, Truth.Unknown, "");
        }
    }

    // K8S208 says what is wrong with a quantity in a part of Kubernetes, and which one may be meant; the definition has a pattern of a line's length.
    private static bool IsQuantityFault(SchemaFault fault) =>
        fault.Rule == InvalidCustomResource.Rule && fault.Place is { Shape.Kind: ApiShapeKind.Quantity, Node: Scalar { Kind: ScalarKind.String } text } && Quantity.IsRefused(text.Text);

    // Where the status is a resource of its own, the API server takes it off before it looks.
    private static Node Stored(Node root) => root is Mapping { Type: { } type } mapping && type.Field("status") is { IsServerSet: true } && mapping["status"] is not Missing
        ? mapping.WithEntries([.. mapping.Entries.Where(e => e.Key != "status")]) : root;
}
