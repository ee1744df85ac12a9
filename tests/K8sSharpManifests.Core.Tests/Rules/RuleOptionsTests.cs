using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Tests;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class RuleOptionsTests
{
    private const string Objects = "an object is Kind/name or Kind/namespace/name, like Secret/db";
    private const string Version = "a version is like 1.34";
    private const string Images = "an image is a name, perhaps with a tag, and others follow after a comma";
    private const string Hosts = "hosts are separated by commas, and each may be followed by a path: ghcr.io/acme/*";

    [Theory]
    [InlineData("k8s_public_registries", "https://ghcr.io", "a registry host has no scheme")]
    [InlineData("k8s_private_registries", "acme", "this is no registry host; on Docker Hub write docker.io/acme")]
    [InlineData("k8s_private_registries", "ghcr.io/acme/web:1", "this is an image: leave out its tag and digest")]
    [InlineData("k8s_node_credential_registries", "a.io b.io", Hosts)]
    [InlineData("k8s_node_credential_registries", "/acme", Hosts)]
    [InlineData("k8s_always_pull", "yes", "the only value is 'required'")]
    [InlineData("k8s_preloaded_images", "a b", Images)]
    [InlineData("k8s_preloaded_images", "nginx@sha256:12", Images)]
    [InlineData("k8s_preloaded_images", "https://a.io/b", "an image has no scheme")]
    [InlineData("k8s_preloaded_images", "nginx:", "an image has a name before the colon and a tag after it")]
    [InlineData("k8s_preloaded_images", ":1", "an image has a name before the colon and a tag after it")]
    [InlineData("k8s_target_version", "34", Version)]
    [InlineData("k8s_target_version", "2.0", Version)]
    [InlineData("k8s_target_version", "1.x", Version)]
    [InlineData("k8s_target_version", "1.34, 1.35", Version)]
    [InlineData("k8s_external", "db", Objects)]
    [InlineData("k8s_external", "Secret/", Objects)]
    [InlineData("k8s_external", "Secret/a/b/c", Objects)]
    [InlineData("k8s_external", "core.v1/db", "'core.v1' is no kind: write it as in a manifest, without version or group")]
    [InlineData("k8s_external", "Secret/my db", "'my db' is no name of a Kubernetes object")]
    [InlineData("k8s_external", "Secret/d_b/x", "'d_b' is no name of a Kubernetes object")]
    [InlineData("k8s_target_version", "1.-4", Version)]
    public void WrongValue_IsToldAndIgnored(string key, string value, string reason)
    {
        var options = RuleOptions.Parse(asked => asked == key ? value : null, out var wrong);
        Assert.Equal($"{key}: '{value}' is ignored: {reason}", Assert.Single(wrong).ToString());
        Assert.False(options.IsAlwaysPullRequired);
        Assert.Null(options.TargetVersion);
    }

    [Fact]
    public void OneWrongValueOfSeveral_LeavesTheOthers()
    {
        var options = RuleOptions.Parse(key => key == "k8s_public_registries" ? "acme, localhost, *" : null, out var wrong);
        Assert.Equal("acme", Assert.Single(wrong).Value);
        Verify.PodRow("K8S112", "{containers: [{image: 'registry.acme.io/web:1'}]}", Expected.False, new(options));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData(" required ", true)]
    public void AlwaysPull_IsAFlag(string? value, bool expected)
    {
        var options = RuleOptions.Parse(key => key == "k8s_always_pull" ? value : null, out var wrong);
        Assert.Empty(wrong);
        Assert.Equal(expected, options.IsAlwaysPullRequired);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData("1.34", 34)]
    [InlineData(" v1.30 ", 30)]
    [InlineData("1.29.4", 29)]
    public void TargetVersion_IsAMinorVersion(string? value, int? expected)
    {
        var options = RuleOptions.Parse(key => key == "k8s_target_version" ? value : null, out var wrong);
        Assert.Empty(wrong);
        Assert.Equal(expected, options.TargetVersion);
    }

    // What the page says of an option is what the rules do.
    [Theory]
    [InlineData("k8s_public_registries", "*")]
    [InlineData("k8s_private_registries", "*")]
    [InlineData("k8s_node_credential_registries", "*")]
    [InlineData("k8s_always_pull", "required")]
    [InlineData("k8s_preloaded_images", "*")]
    [InlineData("k8s_external", "*/*")]
    public void Option_ReachesTheRulesThatItNames(string key, string value)
    {
        string[] pods =
        [
            .. new[] { "", "opaque", "no-json", "absent", "far", "hub", "good" }
                .Select(secret => $"{{containers: [{{image: 'registry.acme.io/web:1'}}], imagePullSecrets: [{(secret.Length > 0 ? $"{{name: {secret}}}" : "")}]}}"),
            "{containers: [{image: MyOrg/web}, {image: nginx}]}",
            "{containers: [{image: nginx}], imagePullSecrets: [{name: good}]}",
            $"{{containers: [{{image: 'nginx@sha256:{new string('a', 64)}', imagePullPolicy: Always}}, {{image: 'nginx:1', imagePullPolicy: Never}}]}}",
        ];
        var before = new JudgeContext(objects: EmittedSet.Seen.Objects);
        var after = EmittedSet.With(key, value);

        var reached = pods.Select(pod => Place.Pod.With(pod))
            .SelectMany(pod => Judge.All(pod, before).Verdicts.Zip(Judge.All(pod, after).Verdicts).Where(v => v.First.Truth != v.Second.Truth)).Select(v => v.First.Info.Id);

        Assert.Equal(RuleOptions.All.Single(option => option.Key == key).Rules, reached.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ConfigurationPage_ListsTheOptions() => Snapshot.OfPart(
        "docs/configuration.md",
        "options",
        "| key | values | what it says | rules |\n|---|---|---|---|\n" + string.Concat(RuleOptions.All.Select(o =>
            $"| `{o.Key}` | {o.Values} | {o.Meaning.Replace("*", "\\*", StringComparison.Ordinal)} | {string.Join(", ", o.Rules.Select(id => $"[{id}](rules/{id}.md)"))} |\n")));

    [Fact]
    public void Parse_AsksForItsKeysOnly()
    {
        var asked = new List<string>();
        RuleOptions.Parse(key => { asked.Add(key); return null; }, out _);
        Assert.Equal(RuleOptions.Keys, asked.Order());
    }

    [Theory]
    [InlineData("k8s_private_registries", "ghcr.io/acme/*, docker.io/acme")]
    [InlineData("k8s_external", "Secret/db, ServiceAccount/shop/*, Role/system:node")]
    [InlineData("k8s_always_pull", "required")]
    [InlineData("k8s_private_registries", "acme", "k8s_private_registries: 'acme' is ignored: this is no registry host; on Docker Hub write docker.io/acme")]
    [InlineData("k8s_privat_registry", "x", "'k8s_privat_registry' is ignored: there is no such option; did you mean k8s_private_registries?")]
    [InlineData("k8s_pod_security", "baseline", "'k8s_pod_security' is ignored: no rule of this version reads it")]
    [InlineData("k8s_preloaded_images", "pause, registry.acme.io/base/*, app:dev-*")]
    [InlineData("k8s_secret_constants", "true")]
    [InlineData("k8s_secret_constants", "yes", "k8s_secret_constants: 'yes' is ignored: the only value is 'true'")]
    [InlineData("k8s_target_version", "1.32")]
    [InlineData("k8s_target_version", "latest", "k8s_target_version: 'latest' is ignored: a version is like 1.34")]
    [InlineData(
        "k8s_q",
        "x",
        "'k8s_q' is ignored: there is no such option: they are k8s_always_pull, k8s_external, k8s_node_credential_registries, k8s_preloaded_images, k8s_private_registries, k8s_public_registries, k8s_secret_constants, k8s_target_version, k8s_unlocked_images")]
    public void LineOfAConfiguration_IsChecked(string key, string value, params string[] problems) =>
        Assert.Equal(problems, RuleOptions.Check(key, value).Select(wrong => wrong.ToString()));

    [Fact]
    public void Documentation_HasARowForEachKey() => Assert.Equal(
        RuleOptions.Keys,
        File.ReadLines(Path.Combine(Repository.Root, "docs", "configuration.md"))
            .Where(line => line.StartsWith("| `k8s_", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1])
            .Order());
}
