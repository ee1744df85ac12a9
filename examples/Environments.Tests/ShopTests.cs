using Xunit;

namespace Environments.Tests;

public sealed class ShopTests
{
    private static readonly ManifestSet Prod = Of("prod", ("imageTag", "1.4.2"), ("replicas", "3"));

    [Fact]
    public void Prod_HasThreeReplicasOfTheReleasedImage()
    {
        var web = Prod.Single<V1Deployment>("web");
        Assert.Equal(3, web.Spec.Replicas);
        Assert.Equal("ghcr.io/acme/web:1.4.2", web.Spec.Template.Spec.Containers[0].Image);
    }

    [Fact]
    public void Staging_IsSmall()
    {
        var staging = Of("staging", ("imageTag", "1.5.0-rc.1"));
        Assert.Equal(1, staging.Single<V1Deployment>("web").Spec.Replicas);
        Assert.Empty(staging.All<V2HorizontalPodAutoscaler>());
    }

    [Fact]
    public void Rules_HaveNothingToSay() => Assert.Empty(Prod.Findings);

    [Fact]
    public void Prod_IsAsApproved() => Approved.Matches("prod.yaml", Prod.Yaml);

    private static ManifestSet Of(string environment, params (string Name, string Value)[] values) =>
        ManifestSet.Of(typeof(Shop).Assembly, environment, values.ToDictionary(value => value.Name, value => value.Value));
}
