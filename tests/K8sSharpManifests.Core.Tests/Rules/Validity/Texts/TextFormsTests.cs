using K8sSharpManifests.Core.Rules.Validity;

namespace K8sSharpManifests.Core.Tests.Rules.Validity.Texts;

/// <summary>The forms of texts, as upstream's functions of the same names judge them.</summary>
public sealed class TextFormsTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("1", true)]
    [InlineData("a-b", true)]
    [InlineData("a--b", true)]
    [InlineData("<a*63>", true)]
    [InlineData("<a*64>", false)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("A", false)]
    [InlineData("a.b", false)]
    [InlineData("a_b", false)]
    [InlineData("ä", false)]
    [InlineData("a\n", false)]
    public void IsDNS1123Label(string text, bool isValid) => Verify(TextForms.IsDNS1123Label, text, isValid);

    [Theory]
    [InlineData("a", true)]
    [InlineData("a1", true)]
    [InlineData("1a", false)]
    [InlineData("<a*63>", true)]
    [InlineData("<a*64>", false)]
    [InlineData("a-", false)]
    public void IsDNS1035Label(string text, bool isValid) => Verify(TextForms.IsDNS1035Label, text, isValid);

    [Theory]
    [InlineData("a.b", true)]
    [InlineData("1.2", true)]
    [InlineData("<a*253>", true)]
    [InlineData("<a*254>", false)]
    [InlineData("a..b", false)]
    [InlineData(".a", false)]
    [InlineData("a.", false)]
    [InlineData("a.-b", false)]
    [InlineData("a.B", false)]
    [InlineData("", false)]
    [InlineData("a\n", false)]
    public void IsDNS1123Subdomain(string text, bool isValid) => Verify(TextForms.IsDNS1123Subdomain, text, isValid);

    [Theory]
    [InlineData("A.b", true)]
    [InlineData("A_b", false)]
    [InlineData("<A*253>", true)]
    [InlineData("<A*254>", false)]
    public void IsDNS1123SubdomainCaseless(string text, bool isValid) => Verify(TextForms.IsDNS1123SubdomainCaseless, text, isValid);

    [Theory]
    [InlineData("*.a", true)]
    [InlineData("*.a.b", true)]
    [InlineData("*", false)]
    [InlineData("*.", false)]
    [InlineData("a.*.b", false)]
    [InlineData("*.*.b", false)]
    [InlineData("*a.b", false)]
    public void IsWildcardDNS1123Subdomain(string text, bool isValid) => Verify(TextForms.IsWildcardDNS1123Subdomain, text, isValid);

    [Theory]
    [InlineData("a", true)]
    [InlineData("A_b.c-1", true)]
    [InlineData("1", true)]
    [InlineData("a.b/C", true)]
    [InlineData("<a*63>", true)]
    [InlineData("<a*64>", false)]
    [InlineData("<a*253>/a", true)]
    [InlineData("<a*254>/a", false)]
    [InlineData("", false)]
    [InlineData("/a", false)]
    [InlineData("a/", false)]
    [InlineData("a/b/c", false)]
    [InlineData("A/b", false)]
    [InlineData("a b", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("_a", false)]
    public void IsQualifiedName(string text, bool isValid) => Verify(TextForms.IsQualifiedName, text, isValid);

    [Theory]
    [InlineData("a/b", true)]
    [InlineData("b", false)]
    [InlineData("/b", false)]
    public void IsPrefixedLabelKey(string text, bool isValid) => Verify(TextForms.IsPrefixedLabelKey, text, isValid);

    [Theory]
    [InlineData("", true)]
    [InlineData("A_b.c-1", true)]
    [InlineData("<a*63>", true)]
    [InlineData("<a*64>", false)]
    [InlineData("a/b", false)]
    [InlineData(" a", false)]
    [InlineData("a.", false)]
    public void IsValidLabelValue(string text, bool isValid) => Verify(TextForms.IsValidLabelValue, text, isValid);

    [Theory]
    [InlineData("a:B_1 c", true)]
    [InlineData("...", true)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("a/b", false)]
    [InlineData("a%b", false)]
    public void IsPathSegmentName(string text, bool isValid) => Verify(TextForms.IsPathSegmentName, text, isValid);

    [Theory]
    [InlineData("_a1", true)]
    [InlineData("A", true)]
    [InlineData("1a", false)]
    [InlineData("a-b", false)]
    [InlineData("", false)]
    public void IsCIdentifier(string text, bool isValid) => Verify(TextForms.IsCIdentifier, text, isValid);

    [Theory]
    [InlineData("a b", true)]
    [InlineData("1.-/~", true)]
    [InlineData("a=b", false)]
    [InlineData("", false)]
    [InlineData("ä", false)]
    [InlineData("a\tb", false)]
    [InlineData("\u007f", false)]
    public void IsEnvVarName(string text, bool isValid) => Verify(TextForms.IsEnvVarName, text, isValid);

    [Theory]
    [InlineData("_-.a", true)]
    [InlineData("a..b", true)]
    [InlineData("...", false)]
    [InlineData(".a", true)]
    [InlineData("<a*253>", true)]
    [InlineData("<a*254>", false)]
    [InlineData("", false)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("..a", false)]
    [InlineData("a/b", false)]
    public void IsConfigMapKey(string text, bool isValid) => Verify(TextForms.IsConfigMapKey, text, isValid);

    [Theory]
    [InlineData("X-A1", true)]
    [InlineData("-", true)]
    [InlineData("a_b", false)]
    [InlineData("a b", false)]
    [InlineData("", false)]
    public void IsHTTPHeaderName(string text, bool isValid) => Verify(TextForms.IsHTTPHeaderName, text, isValid);

    [Theory]
    [InlineData("a.b/c", true)]
    [InlineData("a/b/C%~", true)]
    [InlineData("a", false)]
    [InlineData("/a", false)]
    [InlineData("a/", false)]
    [InlineData("A/b", false)]
    [InlineData("a/b c", false)]
    public void IsDomainPrefixedPath(string text, bool isValid) => Verify(TextForms.IsDomainPrefixedPath, text, isValid);

    [Theory]
    [InlineData("a.b", true)]
    [InlineData("a", false)]
    [InlineData("", false)]
    [InlineData("a.b.", false)]
    public void IsFullyQualifiedName(string text, bool isValid) => Verify(TextForms.IsFullyQualifiedName, text, isValid);

    [Theory]
    [InlineData("a.b", true)]
    [InlineData("a.b.", true)]
    [InlineData("a.<b*63>", true)]
    [InlineData("a.<b*64>", false)]
    [InlineData("a", false)]
    [InlineData("a.", false)]
    [InlineData("", false)]
    public void IsFullyQualifiedDomainName(string text, bool isValid) => Verify(TextForms.IsFullyQualifiedDomainName, text, isValid);

    [Theory]
    [InlineData("0%", true)]
    [InlineData("101%", true)]
    [InlineData("%", false)]
    [InlineData("1", false)]
    [InlineData("-1%", false)]
    [InlineData("1.5%", false)]
    [InlineData("1 %", false)]
    public void IsValidPercent(string text, bool isValid) => Verify(TextForms.IsValidPercent, text, isValid);

    private static void Verify(Func<string, string?> form, string text, bool isValid) => Assert.Equal(isValid, form(Refused.Full(text)) is null);
}
