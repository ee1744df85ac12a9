using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class ExternalObjectsTests
{
    [Theory]
    [InlineData("Secret/db", "shop", "db", Expected.True)]
    [InlineData("Secret/db", "", "db", Expected.True)]
    [InlineData("secret/db", "shop", "db", Expected.True)]
    [InlineData("Secret/db", "shop", "db2", Expected.False)]
    [InlineData("ConfigMap/db", "shop", "db", Expected.False)]
    [InlineData("*/db", "shop", "db", Expected.True)]
    [InlineData("Secret/*", "shop", "db", Expected.True)]
    [InlineData("Secret/*", "shop", "!unknown ", Expected.True)]
    [InlineData("Secret/db-*", "shop", "db-1", Expected.True)]
    [InlineData("Secret/db-*", "shop", "db", Expected.False)]
    [InlineData("Secret/db-*", "shop", "!unknown ", Expected.Unknown)]
    [InlineData("Secret/shop/db", "shop", "db", Expected.True)]
    [InlineData("Secret/shop/db", "other", "db", Expected.False)]
    [InlineData("Secret/shop-*/db", "shop-1", "db", Expected.True)]
    [InlineData("Secret/*/db", "", "db", Expected.True)]
    // kubectl puts it into the namespace that it is told.
    [InlineData("Secret/shop/db", "", "db", Expected.Unknown)]
    [InlineData("Secret/shop/db", "!unknown ", "db", Expected.Unknown)]
    [InlineData("Secret/shop/db", "!unknown ", "db2", Expected.False)]
    [InlineData("Secret/a, Secret/db", "shop", "db", Expected.True)]
    [InlineData("", "shop", "db", Expected.False)]
    public void Option_NamesObjects(string value, string @namespace, string name, Expected expected)
    {
        var options = RuleOptions.Parse(key => key == "k8s_external" ? value : null, out var wrong);
        Assert.Empty(wrong);
        var metadata = Assert.IsType<Mapping>(YamlTree.Parse($"{{name: {name}{(@namespace.Length == 0 ? "" : $", namespace: {@namespace}")}}}"));
        Assert.Equal(expected.ToString(), options.External.Contains("Secret", metadata["namespace"], metadata["name"]).ToString());
    }

    [Fact]
    public void NameThatIsNotKnown_CanBeAny()
    {
        var external = new ExternalObjects([new("Secret", null)]);
        Assert.True(external.Contains("Secret", Missing.Value, Scalar.String("db")).IsUnknown);
        Assert.True(external.Contains("ConfigMap", Missing.Value, Scalar.String("db")).IsFalse);
    }

    [Fact]
    public void ObjectsThatAreLookedFor_AreLookedForOnceAndNotBefore()
    {
        var count = 0;
        var external = new ExternalObjects(() => { count++; return [new("Secret", "db")]; });
        Assert.Equal(0, count);
        Assert.True(external.Contains("Secret", Missing.Value, Scalar.String("db")).IsTrue);
        Assert.True(external.Contains("Secret", Missing.Value, Scalar.String("other")).IsFalse);
        Assert.Equal(1, count);
    }
}
