using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class PrivateImageWithoutPullSecretTests
{
    private const string Id = "K8S112";
    private const string Private = "containers: [{image: 'registry.acme.io/web:1'}]";

    public static RuleRows Rows => new(Id)
    {
        { $"{{{Private}}}", Expected.True },
        { "{containers: [{image: 'nginx:1'}], initContainers: [{image: 'registry.acme.io/web:1'}]}", Expected.True },
        { "{containers: [{image: 'nginx:1'}], ephemeralContainers: [{image: 'registry.acme.io/web:1'}]}", Expected.True },
        { "{volumes: [{name: v, image: {reference: 'registry.acme.io/web:1'}}]}", Expected.True },
        { "{containers: [{image: 'localhost:5000/web:1'}]}", Expected.True },
        { "{containers: [{image: 'registry.acme.io/web:1', imagePullPolicy: IfNotPresent}]}", Expected.True },
        { "{containers: [{image: 'registry.acme.io/web:1'}, !unknown ]}", Expected.True },
        { $"{{{Private}, imagePullSecrets: []}}", Expected.True },
        { $"{{{Private}, imagePullSecrets: [{{}}]}}", Expected.True },
        { $"{{{Private}, imagePullSecrets: [{{name: ''}}]}}", Expected.True },
        { $"{{{Private}, imagePullSecrets: [{{}}], serviceAccountName: web}}", Expected.True },
        { $"{{{Private}, serviceAccountName: default}}", Expected.True },
        { $"{{{Private}, serviceAccountName: ''}}", Expected.True },
        { $"{{{Private}, imagePullSecrets: [{{name: regcred}}]}}", Expected.False },
        { $"{{{Private}, imagePullSecrets: [{{}}, {{name: regcred}}]}}", Expected.False },
        { $"{{{Private}, imagePullSecrets: !open [{{name: regcred}}], serviceAccountName: !unknown }}", Expected.False },
        { "{containers: [{image: 'nginx:1'}, {image: 'ghcr.io/acme/web:1'}, {image: 'index.docker.io/acme/web:1'}]}", Expected.False },
        { "{containers: [{image: 'private-registry/app:1'}]}", Expected.False },
        { "{containers: [{image: 'europe-docker.pkg.dev/acme/web/web:1'}]}", Expected.False },
        { "{containers: [{image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1'}]}", Expected.False },
        { "{containers: [{image: 'registry.acme.io/web:1', imagePullPolicy: Never}]}", Expected.False },
        { "{containers: [{image: 'https://registry.acme.io/web:1'}]}", Expected.False },
        { "{containers: [{image: 'my_registry.example/web:1'}]}", Expected.False },
        { "{containers: [{name: web}], volumes: [{name: v, emptyDir: {}}]}", Expected.False },
        { "{}", Expected.False },
        { $"{{{Private}, serviceAccountName: web}}", Expected.Unknown },
        { $"{{{Private}, serviceAccount: web}}", Expected.Unknown },
        { $"{{{Private}, serviceAccountName: !unknown }}", Expected.Unknown },
        { $"{{{Private}, imagePullSecrets: !unknown }}", Expected.Unknown },
        { $"{{{Private}, imagePullSecrets: !open []}}", Expected.Unknown },
        { $"{{{Private}, imagePullSecrets: [!unknown ]}}", Expected.Unknown },
        { $"{{{Private}, imagePullSecrets: [{{name: !unknown }}]}}", Expected.Unknown },
        { $"!open {{{Private}}}", Expected.Unknown },
        { "{containers: [{image: !unknown }]}", Expected.Unknown },
        { "{containers: [!open {image: 'registry.acme.io/web:1'}]}", Expected.Unknown },
        { "{containers: !open [{image: 'nginx:1'}]}", Expected.Unknown },
        { "{containers: [!unknown ]}", Expected.Unknown },
        { "{containers: !unknown }", Expected.Unknown },
        { "{volumes: [!unknown ]}", Expected.Unknown },
    };

    [Fact]
    public void UnknownPod_MayBeAny() => Assert.All(Place.Pods.Where(p => p.Path.Length > 0), place => Assert.False(Judge.All(place.With("!unknown "), Verify.Defaults).IsWhole));

    [Theory]
    [InlineData("{containers: [{image: !unknown , args: !unknown , env: [{name: A, value: !unknown }]}], nodeSelector: !unknown }", true)]
    [InlineData("{containers: [{image: a, args: !open []}]}", true)]
    [InlineData("{containers: [!unknown ]}", false)]
    [InlineData("{containers: !open []}", false)]
    [InlineData("!open {containers: []}", false)]
    [InlineData("{volumes: [{name: v, image: !unknown }]}", false)]
    public void WhatNoRuleAsksFor_MayBeUnknown(string spec, bool isWhole) => Assert.Equal(isWhole, Judge.All(Place.Pod.With(spec), Verify.Defaults).IsWhole);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Pod_IsJudged(string spec, Expected expected) => Verify.PodRow(Id, spec, expected);

    [Theory]
    [InlineData("k8s_public_registries", "registry.acme.io", "registry.acme.io/web:1", Expected.False)]
    [InlineData("k8s_public_registries", "*.acme.io", "registry.acme.io/web:1", Expected.False)]
    [InlineData("k8s_public_registries", "*.acme.io", "registry.acme.io:5000/web:1", Expected.True)]
    [InlineData("k8s_public_registries", "registry.acme.io:5000", "registry.acme.io:5000/web:1", Expected.False)]
    [InlineData("k8s_public_registries", "other.io, Registry.Acme.io ,", "registry.acme.io/web:1", Expected.False)]
    [InlineData("k8s_public_registries", "registry.acme.io/oss", "registry.acme.io/oss/a/web:1", Expected.False)]
    [InlineData("k8s_public_registries", "registry.acme.io/oss", "registry.acme.io/ossified/web:1", Expected.True)]
    [InlineData("k8s_public_registries", "registry.acme.io/*-oss/*", "registry.acme.io/my-oss/web:1", Expected.False)]
    [InlineData("k8s_public_registries", "registry.acme.io/*-oss/*", "registry.acme.io/my-oss:1", Expected.True)]
    [InlineData("k8s_public_registries", "*.io", "evil.com/x.io:1", Expected.True)]
    [InlineData("k8s_node_credential_registries", "*.azurecr.io", "acme.azurecr.io/web:1", Expected.False)]
    [InlineData("k8s_private_registries", "ghcr.io/acme/*", "ghcr.io/acme/team/web:1", Expected.True)]
    [InlineData("k8s_private_registries", "ghcr.io/acme/*", "ghcr.io/other/web:1", Expected.False)]
    [InlineData("k8s_private_registries", "docker.io/acme/*", "acme/web:1", Expected.True)]
    [InlineData("k8s_private_registries", "docker.io/library/*", "nginx:1", Expected.True)]
    [InlineData("k8s_private_registries", "*.pkg.dev", "eu-docker.pkg.dev/acme/web:1", Expected.True)]
    public void Option_DecidesWhatIsPrivate(string key, string value, string image, Expected expected)
    {
        var options = RuleOptions.Parse(asked => asked == key ? value : null, out var wrong);
        Assert.Empty(wrong);
        Verify.PodRow(Id, $"{{containers: [{{image: '{image}'}}]}}", expected, new(options));
    }

    [Fact]
    public void PrivateAndPublic_IsPrivate()
    {
        var options = RuleOptions.Parse(key => key == RuleOptions.Keys[0] ? null : "registry.acme.io", out _);
        Verify.PodRow(Id, $"{{{Private}}}", Expected.True, new(options));
    }

    // The pod stands in the namespace "shop".
    [Theory]
    [InlineData("serviceAccountName: web", "{name: web, namespace: shop}, imagePullSecrets: [{name: regcred}]", Expected.False)]
    [InlineData("serviceAccountName: web", "{name: web, namespace: shop}", Expected.True)]
    [InlineData("serviceAccountName: web", "{name: web, namespace: shop}, imagePullSecrets: [{name: ''}]", Expected.True)]
    [InlineData("serviceAccountName: web", "{name: web, namespace: other}, imagePullSecrets: [{name: regcred}]", Expected.Unknown)]
    [InlineData("serviceAccountName: web", "{name: web}, imagePullSecrets: [{name: regcred}]", Expected.Unknown)]
    [InlineData("serviceAccountName: web", "{name: api, namespace: shop}", Expected.Unknown)]
    [InlineData("serviceAccount: web", "{name: web, namespace: shop}", Expected.True)]
    [InlineData("serviceAccountName: web", "{name: web, namespace: shop}, imagePullSecrets: !unknown ", Expected.Unknown)]
    [InlineData("serviceAccountName: !unknown ", "{name: web, namespace: shop}", Expected.Unknown)]
    [InlineData("restartPolicy: Always", "{name: default, namespace: shop}, imagePullSecrets: [{name: regcred}]", Expected.False)]
    [InlineData("restartPolicy: Always", "{name: default, namespace: other}, imagePullSecrets: [{name: regcred}]", Expected.True)]
    [InlineData("hostname: web", "{name: web, namespace: shop}, imagePullSecrets: [{name: regcred}]", Expected.True)]
    [InlineData("imagePullSecrets: [{}], serviceAccount: a", "{name: a, namespace: shop}, imagePullSecrets: [{name: b}]", Expected.True)]
    public void EmittedServiceAccount_Decides(string account, string metadata, Expected expected)
    {
        var objects = ObjectIndex.Of([YamlTree.Parse($"{{apiVersion: v1, kind: ServiceAccount, metadata: {metadata}}}")], ExternalObjects.None);
        var root = Place.Pod.With($"{{{Private}, {account}}}");
        var verdict = Assert.Single(Judge.All(root, new(objects: objects)).Verdicts, verdict => verdict.Info.Id == Id);
        Assert.Equal(expected.ToString(), verdict.Truth.ToString());
    }

    // The pod stands in the namespace "shop".
    [Theory]
    [InlineData("ServiceAccount/default", "hostname: web", Expected.Unknown)]
    [InlineData("ServiceAccount/shop/default", "hostname: web", Expected.Unknown)]
    [InlineData("ServiceAccount/other/default", "hostname: web", Expected.True)]
    [InlineData("ServiceAccount/web", "hostname: web", Expected.True)]
    [InlineData("ServiceAccount/*", "serviceAccountName: web", Expected.Unknown)]
    [InlineData("Secret/default", "hostname: web", Expected.True)]
    [InlineData("ServiceAccount/default", "imagePullSecrets: [{name: ''}]", Expected.True)]
    public void ExternalServiceAccount_MayHaveAPullSecret(string external, string account, Expected expected)
    {
        var root = Place.Pod.With($"{{{Private}, {account}}}");
        var pattern = ExternalObjectPattern.Parse(external, out _)!;
        var byOption = RuleOptions.Parse(key => key == "k8s_external" ? external : null, out _);
        Assert.All([new JudgeContext(byOption), new JudgeContext(objects: ObjectIndex.Unseen(new([pattern])))], context => Assert.Equal(
            expected.ToString(),
            Assert.Single(Judge.All(root, context).Verdicts, verdict => verdict.Info.Id == Id).Truth.ToString()));
    }

    [Fact]
    public void ServiceAccountThatIsExternalAndEmitted_IsWhatIsEmitted()
    {
        var account = YamlTree.Parse("{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: shop}}");
        var context = new JudgeContext(objects: ObjectIndex.Of([account], new([new("ServiceAccount", "default")])));
        Assert.Single(Judge.Run(Place.Pod.With($"{{{Private}}}"), context), finding => finding.Info.Id == Id);
    }

    [Fact]
    public void Finding_IsAtThePodAndNamesTheFirstPrivateImage()
    {
        var deployment = Place.Pods[3].With("{containers: [{image: 'nginx:1'}, {image: 'b.io/b:1'}, {image: 'c.io/c:1'}]}");
        var finding = Assert.Single(Judge.Run(deployment, Verify.Defaults), finding => finding.Info.Id == Id);
        Assert.Equal("spec.template.spec", finding.At.Origin);
        Assert.Equal("spec.template.spec", finding.Path);
        Assert.StartsWith("'b.io/b:1' comes from b.io, and neither the pod nor its ServiceAccount names a pull secret", finding.Message);
        Assert.False(Assert.Single(finding.Fixes).IsSafeForFixAll);
    }

    [Theory]
    [InlineData("", ", imagePullSecrets: [{name: regcred}]")]
    [InlineData(", imagePullSecrets: []", ", imagePullSecrets: [{name: regcred}]")]
    [InlineData(", imagePullSecrets: [{name: ''}]", ", imagePullSecrets: [{name: ''}, {name: regcred}]")]
    public void Fix_AppendsAPullSecret(string before, string after) =>
        Verify.Fixed(Id, $"{{{Private}{before}}}", $"{{{Private}{after}}}", Place.Pod);
}
