namespace K8sSharpManifests.Core.Rules.Validity.Networking;

/// <summary>The addresses of a Service, and their families.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateServiceClusterIPsRelatedFields), pkg/registry/core/service/storage (normalizeClusterIPs, initIPFamilyFields).</remarks>
internal sealed class ServiceAddressValidation() : Validation("V1ServiceSpec")
{
    private const int Max = 2;

    public override void Validate(Part spec)
    {
        if (!spec.Is("type", "ExternalName").IsFalse)
        {
            return;
        }

        Families(spec);
        Policy(spec);
        TreePlace[] addresses = [.. spec.Place.Child("clusterIPs").Items];
        var list = spec.Place.Child("clusterIPs");
        if (spec.MayHoldMore("clusterIPs"))
        {
            // Which address is the first, and whether there is a list at all, is not known.
            foreach (var address in addresses)
            {
                Validate(spec, address);
            }

            return;
        }

        if (addresses.Length == 0)
        {
            // The server makes the list of the single one.
            Single(spec);
            return;
        }

        if (spec["clusterIP"] is Missing or Scalar { Kind: ScalarKind.String, Text: "" })
        {
            spec.Report(Fault.Invalid, list, Truth.True, "it has to be empty where clusterIP is");
        }
        else if (spec["clusterIP"] is Scalar && addresses[0].Node is Scalar first)
        {
            spec.Report(Fault.Invalid, list, !spec["clusterIP"].Is(first.Text), "its first address has to be that of clusterIP");
        }

        if (addresses[0].Node.Is("None").IsTrue)
        {
            spec.Report(Fault.Invalid, list, addresses.Length > 1, "'None' stands alone");
            spec.Report(Fault.Invalid, addresses[0], spec.Is("type", "LoadBalancer", "NodePort"), "a Service of this type has an address, and cannot be 'None'");
            return;
        }

        spec.Report(Fault.Invalid, list, addresses.Length > Max, $"it has at most {Max} addresses, one of each family");
        var isValid = true;
        foreach (var address in addresses)
        {
            isValid &= Validate(spec, address);
        }

        if (isValid)
        {
            Pair(spec, list, addresses);
        }
    }

    private static void Single(Part spec)
    {
        var place = spec.Place.Child("clusterIP");
        if (place.Node is Scalar { Kind: ScalarKind.String, Text: { Length: > 0 } text })
        {
            if (text == "None")
            {
                spec.Report(Fault.Invalid, place, spec.Is("type", "LoadBalancer", "NodePort"), "a Service of this type has an address, and cannot be 'None'");
            }
            else if (Validate(spec, place))
            {
                Pair(spec, spec.Place.Child("clusterIPs"), [place]);
            }
        }
    }

    private static void Families(Part spec)
    {
        var seen = new List<string>();
        foreach (var item in spec.Place.Child("ipFamilies").Items)
        {
            if (item.Node is Scalar { Text: var family })
            {
                spec.Report(Fault.Duplicate, item, seen.Contains(family), "each family stands there once");
                seen.Add(family);
            }
        }
    }

    // Without a policy it is SingleStack, but for a headless Service without a selector.
    private static void Policy(Part spec)
    {
        var isSingle = spec.Is("ipFamilyPolicy", "SingleStack")
            | (spec["ipFamilyPolicy"] is Missing or Scalar { Kind: ScalarKind.Null } ? !(ServiceValidation.IsHeadless(spec) & !spec.Has("selector")) : Truth.False);
        foreach (var (key, what) in new[] { ("clusterIPs", "two addresses"), ("ipFamilies", "two families") })
        {
            spec.Report(Fault.Invalid, "ipFamilyPolicy", isSingle & IsTwo([.. spec.Place.Child(key).Items.Select(item => (item.Node as Scalar)?.Text)]), $"it has to be 'PreferDualStack' or 'RequireDualStack' for {what}");
        }
    }

    // One that is not known may be the same as another one.
    private static Truth IsTwo(IReadOnlyList<string?> texts) => texts.Contains(null) ? Truth.Unknown : texts.Distinct().Count() == Max;

    private static bool Validate(Part spec, TreePlace address)
    {
        if (address.Node is not Scalar { Kind: ScalarKind.String, Text: var text } || TextForms.IsValidIP(text) is not { } fault)
        {
            return address.Node is Scalar;
        }

        spec.Report(Fault.Invalid, address, Truth.True, fault);
        return false;
    }

    private static void Pair(Part spec, TreePlace list, TreePlace[] addresses)
    {
        TreePlace[] families = [.. spec.Place.Child("ipFamilies").Items];
        var isV6 = addresses.Select(a => IpAddress.TryParse(((Scalar)a.Node).Text, out var parsed) && parsed!.IsIPv6).ToArray();
        spec.Report(Fault.Invalid, list, isV6.Length == Max && isV6[0] == isV6[1], "it has one address of each family");
        for (var i = 0; i < addresses.Length && i < families.Length; i++)
        {
            spec.Report(Fault.Invalid, addresses[i], families[i].Node.Is(isV6[i] ? "IPv4" : "IPv6"), "it is not of the family that stands there in ipFamilies");
        }
    }
}
