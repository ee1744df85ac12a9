using System.Globalization;
using System.Net;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A block of IP addresses in CIDR notation.</summary>
internal sealed class IpBlock
{
    private readonly byte[] _bytes;
    private readonly int _prefix;

    private IpBlock(IpAddress address, int prefix, bool hasLeadingZeros)
    {
        Address = address;
        HasLeadingZeros = hasLeadingZeros;
        _prefix = prefix;
        _bytes = address.Value.GetAddressBytes();
    }

    public IpAddress Address { get; }

    public bool HasLeadingZeros { get; }

    public bool HasHostBits => !MaskedBytes(_prefix).SequenceEqual(_bytes);

    /// <summary>The same block with no bits beyond its prefix.</summary>
    public string Masked => $"{new IPAddress(MaskedBytes(_prefix))}/{_prefix}";

    /// <summary>Reads a block; null where it is none.</summary>
    public static IpBlock? Parse(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0 || !IpAddress.TryParse(text.Substring(0, slash), out var address))
        {
            return null;
        }

        var digits = text.Substring(slash + 1);
        return digits.Length > 0 && digits.All(c => c is >= '0' and <= '9') && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            && prefix <= (address!.Value.GetAddressBytes().Length * 8)
            ? new(address, prefix, address.HasLeadingZeros || (digits.Length > 1 && digits[0] == '0'))
            : null;
    }

    /// <summary>Whether another block lies in this one and is smaller.</summary>
    public bool StrictlyContains(IpBlock other) => other._bytes.Length == _bytes.Length && other._prefix > _prefix && other.MaskedBytes(_prefix).SequenceEqual(MaskedBytes(_prefix));

    private byte[] MaskedBytes(int prefix)
    {
        var masked = (byte[])_bytes.Clone();
        for (var i = 0; i < masked.Length; i++)
        {
            var bits = Math.Max(0, Math.Min(8, prefix - (8 * i)));
            masked[i] &= (byte)(0xff << (8 - bits));
        }

        return masked;
    }
}
