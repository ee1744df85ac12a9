namespace K8sSharpManifests.Core.Rules.Validity.Cluster;

/// <summary>Two blocks of addresses, of which one has to be IPv4 and the other one IPv6.</summary>
/// <remarks>Upstream: pkg/apis/networking/validation/validation.go (validateServiceCIDRSpec) and pkg/apis/core/validation/validation.go (ValidateNode).</remarks>
internal static class DualStack
{
    /// <summary>Reports a list of more than one block for a family.</summary>
    public static void Check(Part part, string key, Sequence list)
    {
        var families = list.Items.Select(item => item is Scalar { Kind: ScalarKind.String } text && IpBlock.Parse(text.Text) is { } ? text.Text.IndexOf(':') >= 0 ? 6 : 4 : 0).ToArray();
        part.Invalid(key, families.Count(f => f == 4) > 1 || families.Count(f => f == 6) > 1, "it can have one block for each of IPv4 and IPv6, and no more");
    }
}
