using K8sSharpManifests.Core.Rules.Validity;

namespace K8sSharpManifests.Core.Tests.Rules.Validity.Texts;

/// <summary>IP addresses and blocks of them, as Go and upstream's strict parser read them.</summary>
public sealed class AddressTests
{
    private const string None = "it has to be an IP address, like '10.9.8.7' or '2001:db8::ffff'";
    private const string NoBlock = "it has to be a block of addresses, like '10.9.8.0/24' or '2001:db8::/64'";
    private const string Zeros = "its numbers cannot begin with 0";
    private const string Mapped = "it cannot be an IPv4 address in IPv6's form";

    [Theory]
    [InlineData("0.0.0.0", null)]
    [InlineData("255.255.255.255", null)]
    [InlineData("256.0.0.1", None)]
    [InlineData("1.2.3", None)]
    [InlineData("1.2.3.4.5", None)]
    [InlineData("1.2.3.", None)]
    [InlineData("1.2.3.-4", None)]
    [InlineData("1.2.3.4 ", None)]
    [InlineData("0x1.2.3.4", None)]
    [InlineData("16909060", None)]
    [InlineData("", None)]
    [InlineData("01.2.3.4", Zeros)]
    [InlineData("1.2.3.00", Zeros)]
    [InlineData("::", null)]
    [InlineData("::1", null)]
    [InlineData("2001:DB8:0:0::1", null)]
    [InlineData("2001:0db8::0001", null)]
    [InlineData("1:2:3:4:5:6:7:8", null)]
    [InlineData("64:ff9b::1.2.3.4", null)]
    [InlineData("::ffff:1.2.3.4", Mapped)]
    [InlineData("::ffff:102:304", Mapped)]
    [InlineData("::ffff:01.2.3.4", None)]
    [InlineData("1:2:3:4:5:6:7", None)]
    [InlineData("1:2:3:4:5:6:7:8:9", None)]
    [InlineData("1::2::3", None)]
    [InlineData(":::", None)]
    [InlineData("12345::", None)]
    [InlineData("g::", None)]
    [InlineData("::1%eth0", None)]
    [InlineData("[::1]", None)]
    [InlineData("::1/64", None)]
    [InlineData("example.com", None)]
    public void IsValidIP_SaysWhatIsWrong(string text, string? fault) => Assert.Equal(fault, TextForms.IsValidIP(text));

    [Theory]
    [InlineData("0.0.0.0/0", null)]
    [InlineData("10.0.0.0/8", null)]
    [InlineData("10.0.0.1/32", null)]
    [InlineData("10.0.0.1/31", "it has bits beyond its prefix; '10.0.0.0/31' is meant")]
    [InlineData("10.128.0.0/8", "it has bits beyond its prefix; '10.0.0.0/8' is meant")]
    [InlineData("10.0.0.0/33", NoBlock)]
    [InlineData("10.0.0.0/-1", NoBlock)]
    [InlineData("10.0.0.0/+8", NoBlock)]
    [InlineData("10.0.0.0/", NoBlock)]
    [InlineData("10.0.0.0", NoBlock)]
    [InlineData("10.0.0/8", NoBlock)]
    [InlineData("10.0.0.0/255.0.0.0", NoBlock)]
    [InlineData("10.0.0.0/08", Zeros)]
    [InlineData("010.0.0.0/8", Zeros)]
    [InlineData("::/0", null)]
    [InlineData("2001:db8::/64", null)]
    [InlineData("2001:db8::1/128", null)]
    [InlineData("2001:db8::1/127", "it has bits beyond its prefix; '2001:db8::/127' is meant")]
    [InlineData("2001:db8::/129", NoBlock)]
    [InlineData("::ffff:1.2.3.0/120", Mapped)]
    [InlineData("", NoBlock)]
    [InlineData("/8", NoBlock)]
    public void IsValidCIDR_SaysWhatIsWrong(string text, string? fault) => Assert.Equal(fault, TextForms.IsValidCIDR(text));

    [Theory]
    [InlineData("10.0.0.0/8", "10.1.0.0/16", true)]
    [InlineData("10.0.0.0/8", "10.0.0.0/8", false)]
    [InlineData("10.0.0.0/8", "11.0.0.0/16", false)]
    [InlineData("10.1.0.0/16", "10.0.0.0/8", false)]
    [InlineData("0.0.0.0/0", "10.0.0.0/8", true)]
    [InlineData("0.0.0.0/0", "::/64", false)]
    [InlineData("2001:db8::/32", "2001:db8:1::/48", true)]
    public void StrictlyContains_AsksForASmallerBlock(string outer, string inner, bool expected) => Assert.Equal(expected, IpBlock.Parse(outer)!.StrictlyContains(IpBlock.Parse(inner)!));

    [Theory]
    [InlineData("1.2.3.4", false, "1.2.3.4")]
    [InlineData("2001:DB8:0:0:0:0:0:1", true, "2001:db8::1")]
    [InlineData("::ffff:1.2.3.4", false, "::ffff:1.2.3.4")]
    public void Address_HasAFamilyAndACanonicalForm(string text, bool isIPv6, string canonical)
    {
        Assert.True(IpAddress.TryParse(text, out var address));
        Assert.Equal((isIPv6, canonical), (address!.IsIPv6, address.Canonical));
    }
}
