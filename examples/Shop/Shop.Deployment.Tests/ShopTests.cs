using Xunit;

namespace Shop.Deployment.Tests;

public sealed class ShopTests
{
    private static readonly string[] Environments = ["dev", "staging", "prod"];

    [Fact]
    public void Rules_HaveNothingToSay() => Assert.All(Environments, environment => Assert.Empty(Of(environment).Findings));

    [Fact]
    public void Migration_RunsTheImageOfTheApi()
    {
        var prod = Of("prod");
        var api = prod.Single<V1Deployment>("api").Spec.Template.Spec.Containers[0].Image;

        Assert.Matches("/acme/shop-api:[0-9.]+$", api);
        Assert.Equal(api, Assert.Single(prod.All<V1Job>()).Spec.Template.Spec.Containers[0].Image);
    }

    [Fact]
    public void Dev_HasSettingsAndANamespaceOfItsOwn()
    {
        var dev = Of("dev");
        Assert.Contains("\"PageSize\": 2,", dev.Single<V1ConfigMap>("api-settings").Data["appsettings.json"]);
        Assert.All(dev, manifest => Assert.Equal("shop-dev", manifest.Namespace ?? manifest.Name));
    }

    private static ManifestSet Of(string environment) =>
        ManifestSet.Of(typeof(Shop).Assembly, environment, new Dictionary<string, string> { ["host"] = $"{environment}.example.com" });
}
