using System.Globalization;
using K8sSharpManifests.CustomResources;

namespace K8sSharpManifests.Testing.Tests;

public sealed class ManifestSetTests
{
    private static readonly ManifestSet Prod = Of("prod");

    [Fact]
    public void Objects_AreInTheOrderOfTheirFiles() => Assert.Equal(
        ["Namespace 'shop'", "ConfigMap 'map' in namespace 'other'", "ConfigMap 'map' in namespace 'shop'", "Deployment 'web' in namespace 'shop'"],
        Prod.Select(m => m.ToString()));

    [Fact]
    public void Environment_IsThatOfTheContext()
    {
        Assert.Equal(3, Prod.Single<V1Deployment>("web").Spec.Replicas);
        Assert.Equal(1, Of("").Single<V1Deployment>("web").Spec.Replicas);
    }

    [Fact]
    public void Values_AreThoseOfTheTest()
    {
        var data = OfValues(("tag", "1.4.2"), ("size", "3"), ("ratio", "2.5")).Single<V1ConfigMap>("given").Data;

        Assert.Equal(("1.4.2", "4", "2.5"), (data["tag"], data["size"], data["ratio"]));
    }

    [Theory]
    [InlineData("", "3", "", "The value 'tag' is given, but empty: pass it in the values of ManifestSet.Of")]
    [InlineData("1", null, "", "The value 'size' is not given: pass it in the values of ManifestSet.Of")]
    [InlineData("1", "3x", "", "The value 'size' is '3x', which is no int: pass it in the values of ManifestSet.Of")]
    [InlineData("1", "3", "1,5", "The value 'ratio' is '1,5', which is no double: digits, with a point before the decimals: pass it in the values of ManifestSet.Of")]
    public void ValueThatIsMissingOrOfAnotherForm_IsAnExceptionThatNamesIt(string tag, string? size, string ratio, string text)
    {
        (string Name, string Value)[] values = [("tag", tag), ("ratio", ratio), .. size is null ? Array.Empty<(string, string)>() : [("size", size)]];

        Assert.EndsWith($": error K8S924: K8sSharpManifests.Testing.Tests.Manifests.Given asks for a value: {text}", Assert.Throws<ManifestException>(() => OfValues(values)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_AreTheTests()
    {
        var set = ManifestSet.Of(typeof(Manifests).Assembly, "secrets", secrets: new Dictionary<string, string> { ["Db:Password"] = "of the test" });
        Assert.Equal("of the test", set.Single<V1Secret>("hidden").StringData["password"]);

        // Whatever the machine has.
        Environment.SetEnvironmentVariable("Db__Password", "of the machine");
        try
        {
            Assert.EndsWith(
                ": error K8S928: K8sSharpManifests.Testing.Tests.Manifests.Hidden asks for a secret: The secret 'Db:Password' is not given: pass it in the secrets of ManifestSet.Of",
                Assert.Throws<ManifestException>(() => ManifestSet.Of(typeof(Manifests).Assembly, "secrets")).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("Db__Password", null);
        }
    }

    private static ManifestSet OfValues(params (string Name, string Value)[] values) =>
        ManifestSet.Of(typeof(Manifests).Assembly, "values", values.ToDictionary(value => value.Name, value => value.Value));

    [Fact]
    public void MemberThatReadsAFile_SeesTheProjectsFolder()
    {
        var before = Directory.GetCurrentDirectory();

        var data = Of("files").Single<V1ConfigMap>("files").Data;

        Assert.Contains("class Manifests", data["first"], StringComparison.Ordinal);
        Assert.Contains("class Manifests", data["second"], StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetCurrentDirectory());
    }

    // Members run one set after the other, since the current directory and the cultures are the process's.
    [Fact]
    public void ManySetsAtOnce_AreWhatOneIs()
    {
        var yaml = new string[16];
        Parallel.For(0, yaml.Length, i => yaml[i] = Of(i % 2 == 0 ? "prod" : "files").Yaml);

        Assert.Equal(2, yaml.Distinct().Count());
        Assert.Equal(Prod.Yaml, yaml[0]);
    }

    [Fact]
    public void Object_HasWhatItsClassGivesIt()
    {
        var web = Prod.Single<V1Deployment>("web");

        Assert.Equal("shop", web.Metadata.NamespaceProperty);
        Assert.Equal("web", web.Metadata.Labels["team"]);
        Assert.Equal("web", web.Spec.Template.Metadata.Labels["team"]);
        Assert.Equal("1", web.Spec.Template.Spec.Containers[0].Resources.Requests["cpu"].ToString());
        Assert.Equal("no", Prod.Single<V1ConfigMap>("map", "shop").Data["a"]);
    }

    [Fact]
    public void CustomResource_IsOfItsTypeAndJudgedByItsDefinition()
    {
        var set = Of("cog");
        Assert.Equal(3, set.Single<Cog>("c").Spec!.Teeth);
        Assert.Equal("shop", set.Single<Cog>("c").Metadata!.NamespaceProperty);
        Assert.DoesNotContain(set.Findings, f => f.Id == "K8S229");
        Assert.Contains("a cog cannot have more teeth than max", Assert.Single(Of("cogs").Findings, f => f.Id == "K8S229").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ObjectsWithoutACrd_KeepWhatTheyAreMadeOf()
    {
        var set = Of("untyped");

        Assert.Equal("web", set.Single<UntypedObject>("w").Metadata.Labels["team"]);
        Assert.Equal("shop", set.Single<V1ConfigMap>("patched").Metadata.NamespaceProperty);
        Assert.Equal(("shop", 2), (set.Single<Gadget>("g").Metadata.NamespaceProperty, set.Single<Gadget>("g").Size));
        Assert.EndsWith("spec:\n  size: 3\n", set.First(m => m.Name == "w").Yaml, StringComparison.Ordinal);
        Assert.EndsWith("spec:\n  size: 3\n", set.Single<UntypedObject>("w").ToYaml(), StringComparison.Ordinal);
        Assert.EndsWith("novel: 1\n", set.Single<V1ConfigMap>("patched").ToYaml(), StringComparison.Ordinal);
        Assert.EndsWith("size: 2\n", set.Single<Gadget>("g").ToYaml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Yaml_IsThatOfTheBuild()
    {
        const string expected =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: map
              namespace: shop
              labels:
                team: web
            data:
              a: "no"

            """;
        Assert.Equal(expected, Prod[2].Yaml);
        Assert.Equal(string.Join("---\n", Prod.Select(m => m.Yaml)), Prod.Yaml);
        Assert.Equal("K8sSharpManifests.Testing.Tests.Manifests.More", Prod[2].Member);
    }

    [Fact]
    public void ObjectThatIsNotThere_IsSaidWithThoseThatAre()
    {
        Assert.Equal(
            "There is no V1Deployment 'api'; of that type there are Deployment 'web' in namespace 'shop'",
            Assert.Throws<ManifestException>(() => Prod.Single<V1Deployment>("api")).Message);
        Assert.Equal(
            "There is more than one V1ConfigMap 'map'; of that type there are ConfigMap 'map' in namespace 'other', ConfigMap 'map' in namespace 'shop'",
            Assert.Throws<ManifestException>(() => Prod.Single<V1ConfigMap>("map")).Message);
        Assert.Equal(
            "There is no V1Pod 'web' in namespace 'shop'; there is no object of that type at all",
            Assert.Throws<ManifestException>(() => Prod.Single<V1Pod>("web", "shop")).Message);
    }

    [Fact]
    public void ObjectsOfAType_AreAllOfThem()
    {
        Assert.Equal(["other", "shop"], Prod.All<V1ConfigMap>().Select(m => m.Metadata.NamespaceProperty));
        Assert.Equal(4, Prod.All<k8s.IKubernetesObject>().Count);
        Assert.Equal(Prod.Select(m => m.Object), Prod.All());
        Assert.Empty(Prod.All<V1Pod>());
    }

    [Fact]
    public void Findings_AreThoseOfTheBuild()
    {
        Assert.Empty(Prod.Findings);
        var finding = Assert.Single(Of("bare").Findings);
        Assert.Equal(("K8S113", false, "Manifests.cs", FindingStage.Build), (finding.Id, finding.IsError, finding.File, finding.Stage));
        Assert.StartsWith("Manifests.cs(", finding.ToString(), StringComparison.Ordinal);
        Assert.Contains(": warning K8S113: 'nowhere' is no Secret", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void MemberThatThrows_IsAnExceptionThatNamesIt() => Assert.Matches(
        @"^Manifests.cs\([0-9]+\): error K8S903: K8sSharpManifests.Testing.Tests.Manifests.Web threw InvalidOperationException: no such shop$",
        Assert.Throws<ManifestException>(() => Of("broken")).Message);

    [Fact]
    public void SameObjectTwice_IsAnException() =>
        Assert.Contains("error K8S904: ", Assert.Throws<ManifestException>(() => Of("twice")).Message, StringComparison.Ordinal);

    [Fact]
    public void AssemblyWithoutManifests_IsAnError()
    {
        Assert.StartsWith("The assembly 'System.Linq' has no [Manifest] member", Assert.Throws<ArgumentException>(() => ManifestSet.Of(typeof(Enumerable).Assembly)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The assembly 'made' has no file", Assert.Throws<ArgumentException>(() => ManifestSet.Of(System.Reflection.Emit.AssemblyBuilder.DefineDynamicAssembly(new("made"), System.Reflection.Emit.AssemblyBuilderAccess.Run))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_IsASequence()
    {
        Assert.Equal(4, Prod.Count);
        Assert.All(Prod, m => Assert.NotEmpty(m.Yaml));
        Assert.Equal(["ConfigMap", "Deployment", "Namespace"], from m in Prod group m by m.Kind into kind orderby kind.Key select kind.Key);
        Assert.False(Prod.All(m => m.Kind == "ConfigMap"));
    }

    // The member finds the culture of the build, and the other threads of the tests keep theirs.
    [Fact]
    public async Task ManySetsAtATime_AreMadeAsOneIs()
    {
        var german = CultureInfo.GetCultureInfo("de-DE");
        var before = (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture);
        var sets = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
        {
            CultureInfo.CurrentCulture = german;
            var set = Of(i % 2 == 0 ? "prod" : "");
            Assert.Equal(german, CultureInfo.CurrentCulture);
            return set;
        })));
        Assert.Equal(before, (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture));
        Assert.Equal(Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? Prod.Yaml : Of("").Yaml), sets.Select(s => s.Yaml));
    }

    // The build's is the invariant one; the test's own comes back.
    [Fact]
    public void Culture_IsThatOfTheBuild()
    {
        var german = CultureInfo.GetCultureInfo("de-DE");
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = german;
        try
        {
            Assert.Equal("0.5", Of("prod").Single<V1Deployment>("web").Spec.Template.Spec.Containers[0].Env[0].Value);
            Assert.Equal(german, CultureInfo.CurrentCulture);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static ManifestSet Of(string environment) => ManifestSet.Of(typeof(Manifests).Assembly, environment);
}
