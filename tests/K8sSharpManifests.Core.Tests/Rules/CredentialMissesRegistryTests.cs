namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class CredentialMissesRegistryTests
{
    private const string Id = "K8S116";

    public static RuleRows Rows => new(Id)
    {
        { "{containers: [{image: 'ghcr.example.com/web:1'}], imagePullSecrets: [{name: good}]}", Expected.True },
        { "{containers: [{image: 'registry.acme.io:5000/web:1'}], imagePullSecrets: [{name: good}]}", Expected.True },
        { "{containers: [{image: 'registry.acme.io/web:1'}], imagePullSecrets: [{name: hub}]}", Expected.True },
        { "{containers: [{image: 'ghcr.example.com/web:1'}], imagePullSecrets: [{name: good}, {name: legacy}, {name: bytes}]}", Expected.True },
        { "{containers: [{image: 'ghcr.example.com/web:1'}], serviceAccountName: puller}", Expected.True },
        { "{initContainers: [{image: 'ghcr.example.com/web:1'}], imagePullSecrets: [{name: good}, {name: ''}]}", Expected.True },
        { "{containers: [{image: 'registry.acme.io/web:1'}], imagePullSecrets: [{name: good}]}", Expected.False },
        { "{containers: [{image: 'registry.acme.io/web:1'}], imagePullSecrets: [{name: hub}, {name: legacy}]}", Expected.False },
        { "{containers: [{image: 'registry.acme.io/web:1'}], imagePullSecrets: [{name: bytes}]}", Expected.False },
        { "{containers: [{image: 'nginx:1'}], imagePullSecrets: [{name: good}]}", Expected.False },
        { "{containers: [{image: 'ghcr.example.com/web:1', imagePullPolicy: Never}], imagePullSecrets: [{name: good}]}", Expected.False },
        { "{containers: [{image: 'ghcr.example.com/web:1'}], imagePullSecrets: [{name: opaque}]}", Expected.False },
        { "{containers: [{image: 'ghcr.example.com/web:1'}], imagePullSecrets: [{name: no-json}]}", Expected.False },
        { "{containers: [{image: 'registry.acme.io/web:1'}], serviceAccountName: puller}", Expected.False },
        { "{containers: [{image: 'registry.acme.io/web:1'}]}", Expected.False },
        { "{containers: [{image: 'MyOrg/web:1'}], imagePullSecrets: [{name: good}]}", Expected.False },
        { "{containers: [{image: 'ghcr.example.com/web:1'}], imagePullSecrets: [{name: redacted}]}", Expected.Unknown },
        { "{containers: [{image: 'ghcr.example.com/web:1'}], imagePullSecrets: [{name: starred}]}", Expected.Unknown },
        { "{containers: [{image: 'ghcr.example.com/web:1'}], imagePullSecrets: [{name: nowhere}]}", Expected.Unknown },
        { "{containers: [{image: 'ghcr.example.com/web:1'}], imagePullSecrets: [{name: good}, {name: made}]}", Expected.Unknown },
        { "{containers: [{image: !unknown }], imagePullSecrets: [{name: good}]}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Pod_IsJudged(string spec, Expected expected) => EmittedSet.Row(Id, spec, expected);

    // Only the build knows what is emitted.
    [Fact]
    public void CompilerStage_LeavesItToTheBuild() => EmittedSet.Row(Id, "{containers: [{image: 'ghcr.example.com/web:1'}], imagePullSecrets: [{name: good}]}", Expected.Unknown, Verify.Defaults);

    // A ServiceAccount that only the build sees may bring secrets; they matter to private images only.
    [Theory]
    [InlineData("registry.acme.io/web:1", Expected.Unknown)]
    [InlineData("nginx:1", Expected.False)]
    public void CompilerStage_KnowsNoServiceAccount(string image, Expected expected) =>
        EmittedSet.Row(Id, $"{{containers: [{{image: '{image}'}}], serviceAccountName: web}}", expected, Verify.Defaults);

    [Fact]
    public void Finding_IsAtTheImageAndNamesTheKeys()
    {
        var finding = EmittedSet.Find(Id, "{containers: [{image: 'nginx:1'}, {image: 'ghcr.example.com/web:1'}], imagePullSecrets: [{name: good}, {name: hub}]}");
        Assert.Equal("spec.containers[1].image", finding.At.Origin);
        Assert.StartsWith("'ghcr.example.com/web:1' comes from ghcr.example.com, and the pod's pull secrets are for registry.acme.io, https://index.docker.io/v1/: ", finding.Message);
    }

    [Fact]
    public void PrivateRepositoryOfDockerHub_IsMatchedByItsOldName()
    {
        var context = EmittedSet.With("k8s_private_registries", "docker.io/acme");
        Assert.Equal(("", Id), (
            EmittedSet.Ids("{containers: [{image: 'acme/web:1'}], imagePullSecrets: [{name: hub}]}", context),
            EmittedSet.Ids("{containers: [{image: 'acme/web:1'}], imagePullSecrets: [{name: good}]}", context)));
    }

    [Fact]
    public void SecretThatLivesElsewhere_MayBeForAnyRegistry() =>
        EmittedSet.Row(Id, "{containers: [{image: 'ghcr.example.com/web:1'}], imagePullSecrets: [{name: good}]}", Expected.Unknown, EmittedSet.With("k8s_external", "Secret/good"));
}
