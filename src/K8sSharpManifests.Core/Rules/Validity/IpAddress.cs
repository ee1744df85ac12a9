using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>An IP address as Go's net.ParseIP and upstream's fork of it (k8s.io/utils/net) read one.</summary>
internal sealed class IpAddress
{
    private IpAddress(IPAddress value, bool isMapped, bool hasLeadingZeros) => (Value, IsMapped, HasLeadingZeros) = (value, isMapped, hasLeadingZeros);

    public IPAddress Value { get; }

    /// <summary>Whether it is an IPv4 address written as IPv6: ::ffff:1.2.3.4.</summary>
    public bool IsMapped { get; }

    public bool HasLeadingZeros { get; }

    public bool IsIPv6 => Value.AddressFamily == AddressFamily.InterNetworkV6 && !IsMapped;

    /// <summary>The address as everybody writes it.</summary>
    public string Canonical => Value.ToString();

    public static bool TryParse(string text, out IpAddress? address)
    {
        address = null;
        var isV6 = text.IndexOf(':') >= 0;
        if (text.IndexOf('%') >= 0 || text.IndexOf('[') >= 0 || text.IndexOf(']') >= 0 || text.Any(char.IsWhiteSpace))
        {
            return false;
        }

        if (!isV6)
        {
            if (!TryParseV4(text, out var bytes, out var hasZeros))
            {
                return false;
            }

            address = new(new IPAddress(bytes), false, hasZeros);
            return true;
        }

        // The last 32 bits may be written as IPv4.
        var dots = text.IndexOf('.') < 0 ? "" : text.Substring(text.LastIndexOf(':') + 1);
        var zeros = false;
        if ((dots.Length > 0 && !TryParseV4(dots, out _, out zeros)) || !IPAddress.TryParse(text, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        address = new(parsed, parsed.IsIPv4MappedToIPv6, zeros);
        return true;
    }

    private static bool TryParseV4(string text, out byte[] bytes, out bool hasLeadingZeros)
    {
        bytes = new byte[4];
        hasLeadingZeros = false;
        var parts = text.Split('.');
        if (parts.Length != 4)
        {
            return false;
        }

        for (var i = 0; i < 4; i++)
        {
            if (parts[i].Length == 0 || !parts[i].All(c => c is >= '0' and <= '9') || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 255)
            {
                return false;
            }

            hasLeadingZeros |= parts[i].Length > 1 && parts[i][0] == '0';
            bytes[i] = (byte)number;
        }

        return true;
    }
}
