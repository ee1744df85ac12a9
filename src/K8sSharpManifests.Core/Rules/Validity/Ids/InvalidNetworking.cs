namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>The networking kinds.</summary>
internal sealed class InvalidNetworking : Rule
{
    public static readonly RuleInfo Rule = new("K8S218", Severity.Error,
        title: "Invalid Service, Ingress, NetworkPolicy or EndpointSlice",
        message: "'{0}' is refused by the API server in a Service, an Ingress, a NetworkPolicy or an EndpointSlice: {1}");

    public override RuleInfo Info => Rule;
}
