namespace K8sSharpManifests.Core.Tests;

public sealed class FilePatternTests
{
    [Theory]
    [InlineData("appsettings.json", "appsettings.json", true)]
    [InlineData("appsettings.json", "AppSettings.json", false)]
    [InlineData("appsettings.json", "config/appsettings.json", false)]
    [InlineData("config/*.json", "config/a.json", true)]
    [InlineData("config/*.json", "config/.json", true)]
    [InlineData("config/*.json", "config/b/a.json", false)]
    [InlineData("config/?.json", "config/a.json", true)]
    [InlineData("config/?.json", "config/ab.json", false)]
    [InlineData("*a*b*", "xaybz", true)]
    [InlineData("*a*b*", "xbya", false)]
    [InlineData("config/**", "config/a.json", true)]
    [InlineData("config/**", "config/b/c/a.json", true)]
    [InlineData("config/**", "config", false)]
    [InlineData("config/**/*.json", "config/a.json", true)]
    [InlineData("config/**/*.json", "config/b/c/a.json", true)]
    [InlineData("config/**/*.json", "config/b/c/a.yaml", false)]
    [InlineData("**/a/**/b", "x/a/y/z/b", true)]
    [InlineData("**/a/**/b", "a/b", true)]
    [InlineData("**/a/**/b", "b/a", false)]
    [InlineData("../shared/*", "../shared/a", true)]
    [InlineData("", "a", false)]
    public void Pattern_MatchesAsItemsOfMSBuildDo(string pattern, string path, bool matches) => Assert.Equal(matches, FilePattern.Matches(pattern, path));
}
