using System.Text;
using K8sSharpManifests.YamlParsers;
using Xunit.Sdk;

namespace K8sSharpManifests.Core.Tests;

/// <summary>The parsers that the other tests believe do tell data apart.</summary>
public sealed class YamlParserTests
{
    public static TheoryData<string> Parsers => YamlParser.Names;

    [Theory]
    [MemberData(nameof(Parsers))]
    public async Task PlainScalars_HaveTheirTypes(string parser)
    {
        var documents = await YamlParser.Of(parser).ReadAsync(Encoding.UTF8.GetBytes(
            """
            apiVersion: example.com/v1
            kind: Data
            spec: [1, -2.5, 0x1F, true, null, ~, "1", 'true', a b]
            ---
            apiVersion: example.com/v1
            kind: List
            """));

        Assert.Equal(2, documents.Count);
        Assert.Equal("[1,-2.5,31,true,null,null,\"1\",\"true\",\"a b\"]", documents[0].GetProperty("spec").ToString().ReplaceLineEndings("").Replace(" ", "").Replace("ab", "a b"));
    }

    [Theory]
    [InlineData("PyYAML", "k: 2020-01-01")]
    [InlineData("PyYAML", "no: k")]
    [InlineData("PyYAML", "k: .inf")]
    [InlineData("js-yaml", "k: 2020-01-01")]
    [InlineData("js-yaml", "1: k")]
    [InlineData("js-yaml", "k: .nan")]
    [InlineData("YamlDotNet", "1: k")]
    [InlineData("YamlDotNet", "k: -.Inf")]
    [InlineData("YamlDotNet", "k: !!str a")]
    [InlineData("kubectl", "k: [")]
    public async Task WhatJsonCannotHold_IsRefused(string parser, string yaml) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => YamlParser.Of(parser).ReadAsync(Encoding.UTF8.GetBytes(yaml)));

    [Fact]
    public async Task MissingParser_SkipsTheTestAndFailsItInCI()
    {
        var missing = new ExternalParser("no-parser", "look elsewhere", _ => false, ["no-such-program"], ["no-such-program-either"]);

        try
        {
            await missing.ReadAsync([]);
            Assert.Fail("It was read.");
        }
        catch (Exception e) when (e is not FailException)
        {
            Assert.Equal((ExternalParser.IsCI ? "" : "$XunitDynamicSkip$") + "no-parser is not installed: look elsewhere.", e.Message);
        }
    }
}
