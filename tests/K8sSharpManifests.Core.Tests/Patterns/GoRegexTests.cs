using K8sSharpManifests.Core.Patterns;

namespace K8sSharpManifests.Core.Tests.Patterns;

/// <summary>Patterns of Go, and what Go finds with them.</summary>
public sealed class GoRegexTests
{
    [Theory]
    [InlineData("b", "abc")]
    [InlineData("^$", "")]
    [InlineData("^a$", "a")]
    [InlineData("(?m)^b$", "a\nb\nc")]
    [InlineData("^.$", "ä")]
    [InlineData("^.$", "😀")]
    [InlineData("^[^a]$", "😀")]
    [InlineData("^[😀-😂]$", "😁")]
    [InlineData("^[\\x{10000}-\\x{10FFFF}]$", "😁")]
    [InlineData("^[^a]$", "\n")]
    [InlineData("(?s)^.$", "\n")]
    [InlineData("^\\S$", "\v")]
    [InlineData("^[[:space:]]$", "\v")]
    [InlineData("^\\D$", "٣")]
    [InlineData("^\\pN$", "٣")]
    [InlineData("^\\p{Lu}\\p{^Lu}\\PL$", "Aa1")]
    [InlineData("^[[:word:]-]+$", "a-b_1")]
    [InlineData("^[[:^digit:]]$", "a")]
    [InlineData("(?i)^kube$", "KUBE")]
    [InlineData("(?i)^k$", "\u212A")]
    [InlineData("(?i)^ſ$", "S")]
    [InlineData("(?i)^ä$", "Ä")]
    [InlineData("(?i)^[^a]$", "b")]
    [InlineData("(?i:a)b", "Ab")]
    [InlineData("a(?i)b|c", "C")]
    [InlineData("\\bb\\b", "a b c")]
    [InlineData("\\Bb", "ab")]
    [InlineData("\\bä", "aä")]
    [InlineData("^\\Qa.b\\E+$", "a.bbb")]
    [InlineData("^\\x41\\x{1F600}\\101\\a$", "A😀A\a")]
    [InlineData("^a{2,3}$", "aaa")]
    [InlineData("^a{,3}$", "a{,3}")]
    [InlineData("^{$", "{")]
    [InlineData("^(?P<n>a)(?<m>b)$", "ab")]
    [InlineData("^(a|ab)(c|bcd)$", "abcd")]
    [InlineData("^(^)*a$", "a")]
    [InlineData("^[]a]+$", "]a")]
    [InlineData("^[a-]+$", "-a")]
    [InlineData("^[\\d.]+$", "1.2")]
    public void Pattern_MatchesWhatGoMatches(string pattern, string text) => Assert.Equal(Truth.True, GoRegex.Of(pattern).IsMatch(text));

    [Theory]
    [InlineData("^a$", "a\n")]
    [InlineData("^b$", "a\nb")]
    [InlineData(".", "\n")]
    [InlineData("\\d", "٣")]
    [InlineData("\\w", "ä")]
    [InlineData("\\s", "\u00a0")]
    [InlineData("\\s", "\v")]
    [InlineData("(?i)[^k]", "K")]
    [InlineData("a(?i:b)c", "abC")]
    [InlineData("(a(?i)b)c", "aBC")]
    [InlineData("[^\\x00-\\x{10FFFF}]", "a")]
    [InlineData("\\Aa\\z", "a\n")]
    public void Pattern_MatchesNothingElse(string pattern, string text) => Assert.Equal(Truth.False, GoRegex.Of(pattern).IsMatch(text));

    [Theory]
    [InlineData("a**", "'*' repeats what is repeated already")]
    [InlineData("a{2}{3}", "'{3}' repeats what is repeated already")]
    [InlineData("(a{100}){11}", "it cannot demand more than 1000 of anything")]
    [InlineData("a{3,2}", "'{3,2}' demands more than it allows")]
    [InlineData("[b-a]", "'b-a' goes from what is greater to what is less")]
    [InlineData("[a-\\d]", "'\\d' means nothing in it")]
    [InlineData("[[:nothing:]]", "there is no class '[:nothing:]'")]
    [InlineData("(?<a>x)(?<a>y)", "two groups have the name 'a'")]
    [InlineData("(?P<a b>x)", "a group has no proper name")]
    [InlineData("(?P=a)", "'(?P' means nothing in it")]
    [InlineData("(?i-)a", "'(?)' means nothing in it")]
    [InlineData("(?x)a", "'(?x' means nothing in it")]
    [InlineData("\\C", "'\\C' means nothing in it")]
    [InlineData("\\Z", "'\\Z' means nothing in it")]
    [InlineData("\\x{110000}", "its '\\x' is followed by no number of a character")]
    [InlineData("\\E", "'\\E' means nothing in it")]
    [InlineData("[\\b]", "'\\b' means nothing in it")]
    [InlineData("a++", "'+' repeats what is repeated already")]
    [InlineData("(?>a)", "it cannot look ahead or behind: '(?=', '(?!', '(?<' and '(?>' are not known to RE2")]
    public void Pattern_ThatGoRefuses_HasAFault(string pattern, string fault) => Assert.Equal(fault, GoRegex.Of(pattern).Fault);

    [Theory]
    [InlineData("a*", "baac", new[] { "", "aa", "" })]
    [InlineData("a*?", "aa", new[] { "", "", "" })]
    [InlineData("(?U)a+", "aa", new[] { "a", "a" })]
    [InlineData("a|ab", "abab", new[] { "a", "a" })]
    [InlineData("x", "abab", new string[0])]
    public void Matches_AreThoseOfGo(string pattern, string text, string[] matches) => Assert.Equal(matches, GoRegex.Of(pattern).Matches(text));

    [Fact]
    public void HalfOfACharacter_IsTheOneThatStandsForNone() => Assert.Equal(Truth.True, GoRegex.Of("^\uFFFD$").IsMatch("\uD800"));

    [Fact]
    public void Script_IsNotGuessed()
    {
        var regex = GoRegex.Of("\\p{Greek}");
        Assert.Null(regex.Fault);
        Assert.Equal("nobody here knows what the class '\\p{Greek}' holds", regex.Limit);
        Assert.Equal(Truth.Unknown, regex.IsMatch("α"));
    }

    [Fact]
    public void Pattern_ThatBacktracksForEver_IsAnsweredAllTheSame() => Assert.Equal(Truth.False, GoRegex.Of("^(a+)+$").IsMatch(new string('a', 40) + "b"));
}
