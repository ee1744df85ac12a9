namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What a Service has, and does not use.</summary>
/// <remarks>Upstream: pkg/api/service/warnings.go (GetWarningsForService).</remarks>
internal sealed class ServiceWarnings() : Validation("V1ServiceSpec")
{
    // The first version that knows 'PreferSameZone' without a feature gate.
    private const int PreferSameZoneSince = 34;

    public override void Validate(Part spec)
    {
        var isExternalName = spec.Is("type", "ExternalName");
        var isHeadless = spec.Is("type", "ClusterIP") & spec.Is("clusterIP", "None");
        if (!isHeadless.IsFalse)
        {
            const string Headless = "a Service without an address of its own ('clusterIP: None') does not use it; remove it";
            spec.WarnOf("loadBalancerIP", isHeadless, Headless);
            spec.WarnOf("sessionAffinity", isHeadless & !spec.Is("sessionAffinity", "None"), Headless);
        }

        if (spec.Has("externalIPs") is { IsFalse: false })
        {
            spec.WarnOf("externalIPs", isHeadless | isExternalName, "a Service of this kind does not use them; remove them");
            spec.WarnOf("externalIPs", !isHeadless & !isExternalName, "they are deprecated, and some clusters do nothing with them; use the type 'LoadBalancer'");
        }

        spec.WarnOf("externalName", !isExternalName, "only a Service of the type 'ExternalName' uses it; set that type, or remove it");
        if (spec.Is("trafficDistribution", "PreferClose") is { IsFalse: false } isClose && !(spec.Context.Options.TargetVersion < PreferSameZoneSince))
        {
            var place = spec.Place.Child("trafficDistribution");
            spec.Warn(place, isClose, "it is deprecated; from Kubernetes 1.34 on, 'PreferSameZone' says the same", Fix.ChangeTo(place, Scalar.String("PreferSameZone"), isSafeForFixAll: false));
        }
    }
}

/// <summary>IPv6 addresses that are not written as everybody writes them, so that comparing texts fails; and addresses of endpoints that are names.</summary>
/// <remarks>
/// Upstream: apimachinery's pkg/util/validation/ip.go (GetWarningsForIP, GetWarningsForCIDR) and its callers, pkg/registry/discovery/endpointslice/strategy.go (warnOnDeprecatedAddressType).
/// </remarks>
internal sealed class AddressWarnings() : Validation("V1PodDNSConfig", "V1HostAlias", "V1ServiceSpec", "V1EndpointSlice", "V1Endpoint", "V1EndpointAddress", "V1IPBlock", "V1NodeSpec")
{
    public override void Validate(Part part)
    {
        switch (part.Type!.Name)
        {
            case "V1PodDNSConfig":
                All(part, "nameservers", Canonical);
                break;
            case "V1ServiceSpec":
                All(part, "clusterIPs", Canonical);
                All(part, "externalIPs", Canonical);
                All(part, "loadBalancerSourceRanges", CanonicalBlock);
                One(part, part.Place.Child("loadBalancerIP"), Canonical);
                break;
            case "V1EndpointSlice":
                part.Warn(part.Place.Child("addressType"), part.Is("addressType", "FQDN"), "endpoints by name are deprecated; use 'IPv4' or 'IPv6'");
                break;
            case "V1Endpoint":
                All(part, "addresses", Canonical);
                break;
            case "V1IPBlock":
                One(part, part.Place.Child("cidr"), CanonicalBlock);
                All(part, "except", CanonicalBlock);
                break;
            case "V1NodeSpec":
                All(part, "podCIDRs", CanonicalBlock);
                break;
            default:
                One(part, part.Place.Child("ip"), Canonical);
                break;
        }
    }

    private static void All(Part part, string key, Func<string, string?> canonical)
    {
        if (part.Node is Mapping mapping && mapping[key] is Sequence)
        {
            foreach (var item in part.Place.Child(key).Items)
            {
                One(part, item, canonical);
            }
        }
    }

    private static void One(Part part, TreePlace place, Func<string, string?> canonical)
    {
        if (place.Node is Scalar { Kind: ScalarKind.String, Text: var text } && text.IndexOf(':') >= 0 && canonical(text) is { } better && better != text)
        {
            part.Warn(place, Truth.True, $"an IPv6 address is written in lowercase and as short as it can be (RFC 5952); write '{better}'", Fix.ChangeTo(place, Scalar.String(better), isSafeForFixAll: true));
        }
    }

    // .NET writes the end of some addresses as IPv4.
    private static string? Canonical(string text) =>
        TextForms.IsValidIP(text) is null && IpAddress.TryParse(text, out var address) && address!.IsIPv6 && address.Canonical.IndexOf('.') < 0 ? address.Canonical : null;

    private static string? CanonicalBlock(string text) =>
        TextForms.IsValidCIDR(text) is null && IpBlock.Parse(text) is { Address.IsIPv6: true } block && block.Masked.IndexOf('.') < 0 ? block.Masked : null;
}
