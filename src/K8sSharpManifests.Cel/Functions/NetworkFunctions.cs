using System.Globalization;
using System.Net;
using System.Net.Sockets;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core.Rules.Validity;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>IP addresses and blocks of them.</summary>
/// <remarks>Upstream: apiserver's pkg/cel/library/ip.go and cidr.go, with Go's net/netip.</remarks>
internal static class NetworkFunctions
{
    public static void Register()
    {
        FunctionTable.AddGlobal("ip", arguments => arguments is [CelString text] ? ToIp(text.Value) : CelError.NoSuchOverload);
        FunctionTable.AddGlobal("isIP", arguments => arguments is [CelString text] ? CelBool.Of(ParseIp(text.Value) is not null) : CelError.NoSuchOverload);
        FunctionTable.AddGlobal("ip.isCanonical", arguments => arguments is not [CelString text] ? CelError.NoSuchOverload : ToIp(text.Value) is var ip && ip is CelIp address ? CelBool.Of(Text(address.Value) == text.Value) : ip);
        Add("family", ip => new CelInt(IsV4(ip) ? 4 : 6));
        Add("isUnspecified", ip => CelBool.Of(ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));
        Add("isLoopback", ip => CelBool.Of(IsV4(ip) ? First(ip) == 127 : ip.Equals(IPAddress.IPv6Loopback)));
        Add("isLinkLocalMulticast", ip => CelBool.Of(IsLinkLocalMulticast(ip)));
        Add("isLinkLocalUnicast", ip => CelBool.Of(IsLinkLocalUnicast(ip)));
        Add("isGlobalUnicast", ip => CelBool.Of(IsGlobalUnicast(ip)));
        FunctionTable.AddGlobal("cidr", arguments => arguments is [CelString text] ? ToCidr(text.Value) : CelError.NoSuchOverload);
        FunctionTable.AddGlobal("isCIDR", arguments => arguments is [CelString text] ? CelBool.Of(ParseCidr(text.Value) is not null) : CelError.NoSuchOverload);
        FunctionTable.AddMember("containsIP", arguments => arguments switch
        {
            [CelCidr block, CelIp ip] => CelBool.Of(Contains(block, ip.Value, block.Prefix)),
            [CelCidr block, CelString text] => ToIp(text.Value) is var ip && ip is CelIp address ? CelBool.Of(Contains(block, address.Value, block.Prefix)) : ip,
            _ => CelError.NoSuchOverload,
        });
        FunctionTable.AddMember("containsCIDR", arguments => arguments switch
        {
            [CelCidr block, CelCidr other] => Contains(block, other),
            [CelCidr block, CelString text] => ToCidr(text.Value) is var cidr && cidr is CelCidr other ? Contains(block, other) : cidr,
            _ => CelError.NoSuchOverload,
        });
        FunctionTable.AddMember("ip", arguments => arguments is [CelCidr block] ? new CelIp(block.Address) : CelError.NoSuchOverload);
        FunctionTable.AddMember("prefixLength", arguments => arguments is [CelCidr block] ? new CelInt(block.Prefix) : CelError.NoSuchOverload);
        FunctionTable.AddMember("masked", arguments => arguments is [CelCidr block] ? new CelCidr(new IPAddress(Masked(block.Address.GetAddressBytes(), block.Prefix)), block.Prefix) : CelError.NoSuchOverload);
    }

    /// <summary>An address as Go writes it.</summary>
    public static string Text(IPAddress ip)
    {
        if (IsV4(ip))
        {
            return ip.ToString();
        }

        // RFC 5952, without the dots that .NET writes for addresses that hold one of IPv4.
        var bytes = ip.GetAddressBytes();
        var groups = Enumerable.Range(0, 8).Select(i => (bytes[2 * i] << 8) | bytes[(2 * i) + 1]).ToArray();
        var (start, length) = (-1, 1);
        for (var i = 0; i < 8; i++)
        {
            var zeros = groups.Skip(i).TakeWhile(g => g == 0).Count();
            (start, length) = zeros > length ? (i, zeros) : (start, length);
        }

        string Groups(IEnumerable<int> some) => string.Join(":", some.Select(g => g.ToString("x", CultureInfo.InvariantCulture)));
        return start < 0 ? Groups(groups) : $"{Groups(groups.Take(start))}::{Groups(groups.Skip(start + length))}";
    }

    private static void Add(string name, Func<IPAddress, CelValue> function) => FunctionTable.AddMember(name, arguments => arguments is [CelIp ip] ? function(ip.Value) : CelError.NoSuchOverload);

    private static CelValue ToIp(string text) => ParseIp(text) is { } ip ? new CelIp(ip) : new CelError($"IP Address {Texts.Quoted(text)} parse error during conversion from string");

    private static CelValue ToCidr(string text) => ParseCidr(text) is { } block ? block : new CelError($"network address parse error during conversion from string: {text}");

    // netip knows no leading zeros, and Kubernetes no IPv4 in IPv6.
    private static IPAddress? ParseIp(string text) => IpAddress.TryParse(text, out var ip) && !ip!.HasLeadingZeros && !ip.IsMapped && HasShortGroups(text) ? ip.Value : null;

    private static bool HasShortGroups(string text) => text.IndexOf(':') < 0 || text.Split(':').All(g => g.Length <= 4 || g.IndexOf('.') >= 0);

    private static CelCidr? ParseCidr(string text)
    {
        var slash = text.LastIndexOf('/');
        if (slash < 0 || ParseIp(text.Substring(0, slash)) is not { } ip)
        {
            return null;
        }

        var digits = text.Substring(slash + 1);
        return digits.Length is > 0 and <= 3 && (digits.Length == 1 || digits[0] != '0') && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) && prefix <= (IsV4(ip) ? 32 : 128)
            ? new(ip, prefix) : null;
    }

    private static CelBool Contains(CelCidr block, CelCidr other) => CelBool.Of(block.Prefix <= other.Prefix && Contains(block, other.Address, block.Prefix));

    private static bool Contains(CelCidr block, IPAddress ip, int prefix) =>
        block.Address.AddressFamily == ip.AddressFamily && Masked(block.Address.GetAddressBytes(), prefix).SequenceEqual(Masked(ip.GetAddressBytes(), prefix));

    private static byte[] Masked(byte[] bytes, int prefix)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var bits = Math.Max(0, Math.Min(8, prefix - (8 * i)));
            bytes[i] &= (byte)(0xff << (8 - bits));
        }

        return bytes;
    }

    private static bool IsV4(IPAddress ip) => ip.AddressFamily == AddressFamily.InterNetwork;

    private static int First(IPAddress ip) => ip.GetAddressBytes()[0];

    private static int Second(IPAddress ip) => ip.GetAddressBytes()[1];

    private static bool IsMulticast(IPAddress ip) => IsV4(ip) ? (First(ip) & 0xf0) == 0xe0 : First(ip) == 0xff;

    private static bool IsLinkLocalMulticast(IPAddress ip) => IsV4(ip) ? First(ip) == 224 && Second(ip) == 0 && ip.GetAddressBytes()[2] == 0 : First(ip) == 0xff && (Second(ip) & 0x0f) == 2;

    private static bool IsLinkLocalUnicast(IPAddress ip) => IsV4(ip) ? First(ip) == 169 && Second(ip) == 254 : First(ip) == 0xfe && (Second(ip) & 0xc0) == 0x80;

    private static bool IsGlobalUnicast(IPAddress ip) =>
        !(ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any) || ip.Equals(IPAddress.Broadcast) || (IsV4(ip) ? First(ip) == 127 : ip.Equals(IPAddress.IPv6Loopback)) || IsMulticast(ip) || IsLinkLocalUnicast(ip));
}
