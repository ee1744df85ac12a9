using k8s;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Emission.Tests;

/// <summary>What the build makes of the rules' findings and of what the compiler stage has handed over.</summary>
public sealed class ReviewTests
{
    private const string Text = "'a:latest' can go stale: with IfNotPresent a node that has pulled it once keeps that image, and other nodes run newer ones";

    private static readonly CatalogEntry Entry = new("Acme.Shop.All", "Shop.cs", 7, 5);

    [Fact]
    public void NothingHandedOver_IsReportedAtTheMember() => Assert.Equal(
        [$"Shop.cs(7,5): warning K8S106: {Text} (Pod 'p' of Acme.Shop.All)", $"Shop.cs(7,5): warning K8S106: {Text} (Pod 'q' of Acme.Shop.All)"],
        Run(Entry, Pod("p"), Pod("q")));

    // So many that two threads judge them.
    [Fact]
    public void ManyObjects_AreAllJudgedAndReportedInTheirOrder()
    {
        var names = Enumerable.Range(0, 601).Select(i => $"p{i}").ToArray();

        Assert.Equal(
            names.Select(name => $"Shop.cs(7,5): warning K8S106: {Text} (Pod '{name}' of Acme.Shop.All)"),
            Run(Entry, [.. names.Select(name => Pod(name))]));
    }

    [Theory]
    [InlineData(0, "Pod", "p", 1)]
    [InlineData(0, "", "", 1)]
    [InlineData(-1, "Pod", "p", 1)]
    [InlineData(1, "Pod", "p", 2)]
    [InlineData(0, "Pod", "other", 2)]
    [InlineData(-1, "Pod", "other", 2)]
    public void DecidedFinding_IsLeftOutOfTheObjectThatMatches(int index, string kind, string name, int left) => Assert.Equal(
        left,
        Run(Entry with { Objects = [new(index, kind, name) { Decided = ["K8S106 spec.containers[0]"] }] }, Pod("p"), Pod("q")).Length);

    [Fact]
    public void ObjectsWithOneName_MatchNone() => Assert.Equal(2, Run(
        Entry with { Objects = [new(-1, "Pod", "p") { Decided = ["K8S106 spec.containers[0]"] }] },
        Pod("p"),
        Pod("p", @namespace: "other")).Length);

    [Theory]
    [InlineData("spec.containers[0].image", "9,3")]
    [InlineData("spec.containers[name=c].image", "9,3")]
    [InlineData("spec.containers[0]", "9,3")]
    [InlineData("spec", "9,3")]
    [InlineData("", "9,3")]
    [InlineData("spec.containers[0].imagePullPolicy", "7,5")]
    [InlineData("spec.containers[1]", "7,5")]
    public void Finding_IsAtTheNearestPlaceAroundIt(string path, string place) => Assert.StartsWith(
        $"Shop.cs({place}): warning K8S106: {Text}",
        Assert.Single(Run(Entry with { Objects = [new(0, "Pod", "p") { Places = ["9,3 " + path] }] }, Pod("p"))),
        StringComparison.Ordinal);

    [Fact]
    public void FindingsAtOnePlace_AreOne() => Assert.Single(Run(
        Entry with { Objects = [new(0, "Pod", "p") { Places = ["9,3 "] }] },
        Pod("p", "a:latest", "a:latest")));

    [Fact]
    public void WhatWasSaidInTheMember_IsNotRepeated() => Assert.Empty(Run(Entry with { Reported = ["K8S106 " + Text] }, Pod("p"), Pod("q")));

    [Theory]
    [InlineData("K8S106 error", "error")]
    [InlineData("K8S106 none", null)]
    [InlineData("K8S106 info", null)]
    [InlineData("9,3 K8S106 none", null)]
    [InlineData("9,4 K8S106 none", "warning")]
    [InlineData("K8S104 none", "warning")]
    public void Severity_IsThatOfTheSource(string severity, string? expected)
    {
        var lines = Run(Entry with { Objects = [new(0, "Pod", "p") { Places = ["9,3 "] }], Severities = [severity] }, Pod("p"));

        Assert.Equal(expected is null ? [] : new[] { $"Shop.cs(9,3): {expected} K8S106: {Text}" }, lines);
    }

    [Fact]
    public void SeverityOfAPlace_GoesBeforeTheMembers() => Assert.Contains(
        ": warning ",
        Assert.Single(Run(Entry with { Objects = [new(0, "Pod", "p") { Places = ["9,3 "] }], Severities = ["K8S106 none", "9,3 K8S106 default"] }, Pod("p"))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(true, "", "", "", "error")]
    [InlineData(true, "", "CS1 K8S106", "", "warning")]
    [InlineData(false, "CS1 k8s106", "", "", "error")]
    [InlineData(false, "K8S106", "", "CS1 K8S106", null)]
    public void Properties_CountAsForTheCompiler(bool allAreErrors, string errors, string noErrors, string noWarnings, string? expected) => Assert.Equal(
        expected is null ? [] : new[] { $"Shop.cs(7,5): {expected} K8S106: {Text} (Pod 'p' of Acme.Shop.All)" },
        Run(Entry, o => o with { TreatWarningsAsErrors = allAreErrors, WarningsAsErrors = errors, WarningsNotAsErrors = noErrors, NoWarn = noWarnings }, Pod("p")));

    [Theory]
    [InlineData(null, null, 0)]
    [InlineData(null, "shop", 0)]
    [InlineData("shop", null, 0)]
    [InlineData("shop", "shop", 0)]
    [InlineData("shop", "other", 1)]
    public void ExternalServiceAccount_MayHaveAPullSecret(string? ofTheClass, string? ofTheAccount, int findings) => Assert.Equal(findings, Run(
        Entry with { Namespace = ofTheClass },
        External.ServiceAccount("default", ofTheAccount),
        Pod("p", "registry.acme.io/web:1")).Length);

    [Fact]
    public void ObjectsThatAreExternal_AreNotEmittedAndKeepTheirPlaces()
    {
        using var run = new EmissionRun().Emit(Entry, External.Secret("db"), Pod("p"), External.Secret("db"));

        Assert.Equal("Pod 'p' at 1", string.Join(", ", run.Objects.Objects.Select(o => $"{o.Identity} at {o.Index}")));
        Assert.Empty(run.Lines());
    }

    [Fact]
    public void Null_IsNothingAndKeepsItsPlace()
    {
        using var run = new EmissionRun().Emit(Entry, null!, Pod("p"), null!);

        Assert.Equal("Pod 'p' at 1", string.Join(", ", run.Objects.Objects.Select(o => $"{o.Identity} at {o.Index}")));
        Assert.Empty(run.Lines());
    }

    private static V1Pod Pod(string name, string image = "a:latest", string? second = null, string? @namespace = null) => new()
    {
        Metadata = new() { Name = name, NamespaceProperty = @namespace },
        Spec = new()
        {
            Containers =
            [
                new() { Name = "c", Image = image, ImagePullPolicy = "IfNotPresent" },
                .. second is null ? Array.Empty<V1Container>() : [new() { Name = "d", Image = second, ImagePullPolicy = "IfNotPresent" }],
            ],
        },
    };

    private static string[] Run(CatalogEntry entry, params IKubernetesObject[] objects) => Run(entry, o => o, objects);

    private static string[] Run(CatalogEntry entry, Func<EmissionOptions, EmissionOptions> with, params IKubernetesObject[] objects)
    {
        using var run = new EmissionRun(with).Emit(entry, objects);
        new Review(run.Findings, RuleOptions.Default).Run(run.Objects.Objects, run.Objects.External);
        return run.Lines();
    }
}
