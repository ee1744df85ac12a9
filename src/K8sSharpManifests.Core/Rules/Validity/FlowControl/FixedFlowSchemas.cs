namespace K8sSharpManifests.Core.Rules.Validity.FlowControl;

/// <summary>The flow schemas that the API server makes itself, and of which it takes no others.</summary>
/// <remarks>Upstream: apiserver's pkg/apis/flowcontrol/bootstrap/default.go (MandatoryFlowSchemas).</remarks>
internal static class FixedFlowSchemas
{
    private static readonly Lazy<Node> Exempt = new(() => Rules("system:masters"));
    private static readonly Lazy<Node> CatchAll = new(() => Rules("system:unauthenticated", "system:authenticated"));

    /// <summary>The rules of the one that passes at once.</summary>
    public static Node OfExempt => Exempt.Value;

    /// <summary>The rules of the one that is asked last.</summary>
    public static Node OfCatchAll => CatchAll.Value;

    private static Node Rules(params string[] groups)
    {
        var subjects = string.Join(",", groups.Select(group => $$$"""{"kind":"Group","group":{"name":"{{{group}}}"}}"""));
        return JsonReader.Parse($$"""
            [{"subjects":[{{subjects}}],
              "resourceRules":[{"verbs":["*"],"apiGroups":["*"],"resources":["*"],"clusterScope":true,"namespaces":["*"]}],
              "nonResourceRules":[{"verbs":["*"],"nonResourceURLs":["*"]}]}]
            """) ?? Unknown.Value;
    }
}
