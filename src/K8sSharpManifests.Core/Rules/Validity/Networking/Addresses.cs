using System.Net;

namespace K8sSharpManifests.Core.Rules.Validity.Networking;

/// <summary>Addresses of endpoints.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateEndpointIP, IsValidIPForLegacyField).</remarks>
internal static class Addresses
{
    /// <summary>Says what is wrong with an address.</summary>
    /// <param name="owner">Whose address it is.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="mayBeAnywhere">Whether any address will do, and not only one that others can reach.</param>
    /// <returns>The address, where it is a valid one.</returns>
    public static IpAddress? Validate(Part owner, TreePlace place, bool mayBeAnywhere)
    {
        if (place.Node is Unknown)
        {
            owner.Report(Fault.Invalid, place, Truth.Unknown, "");
        }

        if (place.Node is not Scalar { Kind: ScalarKind.String, Text: var text })
        {
            return null;
        }

        var fault = TextForms.IsValidIP(text);
        if (fault is null && IpAddress.TryParse(text, out var address))
        {
            fault = mayBeAnywhere ? null : Unreachable(address!);
            if (fault is null)
            {
                return address;
            }
        }

        owner.Report(Fault.Invalid, place, Truth.True, fault!);
        return null;
    }

    private static string? Unreachable(IpAddress address)
    {
        var value = address.Value;
        var bytes = value.GetAddressBytes();
        return value.Equals(IPAddress.Any) || value.Equals(IPAddress.IPv6Any) ? "it cannot be the address that stands for none"
            : IPAddress.IsLoopback(value) ? "it cannot be in the loopback range (127.0.0.0/8, ::1)"
            : value.IsIPv6LinkLocal || (bytes.Length == 4 && bytes[0] == 169 && bytes[1] == 254) ? "it cannot be in the link-local range (169.254.0.0/16, fe80::/10)"
            : (bytes.Length == 4 && bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0) || (bytes.Length == 16 && bytes[0] == 0xff && (bytes[1] & 0x0f) == 2) ? "it cannot be in the link-local multicast range (224.0.0.0/24, ff02::/16)"
            : null;
    }
}
