using System.Reflection;
using k8s.Models;

namespace K8sSharpManifests.Tests;

/// <summary>Texts are read as the API server reads quantities, and not as the models do.</summary>
public sealed class QuantityTests
{
    [Theory]
    [InlineData("1,5Gi", "'1,5Gi' is no quantity: did you mean 1.5Gi?")]
    [InlineData("1/3Gi", "'1/3Gi' is no quantity: it takes numbers such as 0.5, 250m, 64Mi or 1e3")]
    [InlineData("64 Mi", "'64 Mi' is no quantity: did you mean 64Mi?")]
    [InlineData("", "'' is no quantity: it takes numbers such as 0.5, 250m, 64Mi or 1e3")]
    [InlineData("k", "'k' is no quantity: it takes numbers such as 0.5, 250m, 64Mi or 1e3")]
    public void TextThatIsNoQuantity_IsRefusedByAllThatTakeOne(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<FormatException>(() => K8s.ParseQuantity(text)).Message);
        Assert.Equal(message, Assert.Throws<FormatException>(() => new V1Container().WithLimits(memory: text)).Message);
        Assert.Equal(message, Assert.Throws<FormatException>(() => new V1Container().WithRequests(memory: text)).Message);
        Assert.Equal(message, Assert.Throws<FormatException>(() => new V1ResourceRequirements().AddLimit("memory", text)).Message);
        Assert.Equal(message, Assert.Throws<FormatException>(() => new V1EmptyDirVolumeSource().WithSizeLimit(text)).Message);
        Assert.Equal(message, Assert.Throws<FormatException>(() => K8s.PersistentVolumeClaim("a", text)).Message);
        Assert.Equal(message, Assert.Throws<FormatException>(() => K8s.Deployment("a").AddContainer("a", "b").MountEmptyDir("c", "/c", sizeLimit: text)).Message);
    }

    [Theory]
    [InlineData(" 64Mi ", "64Mi")]
    [InlineData(".5", "500m")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("-1.5Gi", "\"-1536Mi\"")]
    public void TextThatTheApiServerReads_IsThatQuantity(string text, string canonical) => Yaml.AssertIs(
        $$"""
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: a
        spec:
          hard:
            memory: {{canonical}}
        """,
        K8s.ResourceQuota("a").AddHard("memory", text));

    [Fact]
    public void NoText_IsNoQuantity()
    {
        Assert.Null(K8s.ParseQuantity(null));
        Assert.Equal(["memory"], new V1Container().WithLimits(cpu: null, memory: "1Gi").Resources.Limits.Keys);
        Assert.Null(new V1EmptyDirVolumeSource().WithSizeLimit(null).SizeLimit);
    }

    [Fact]
    public void TextAndQuantity_GoTogether()
    {
        ResourceQuantity one = "1";
        var limits = new V1Container().WithLimits(one, "64Mi", new("1Gi")).Resources.Limits;
        Assert.Equal([one, "64Mi", "1Gi"], limits.Values);
        Assert.Equal(new ResourceQuantity("2"), new V1Container().WithLimits(cpu: 2).Resources.Limits["cpu"]);
    }

    [Fact]
    public void TextBesideAQuantity_IsReadAsTheApiServerDoes()
    {
        ResourceQuantity one = "1";
        string text = "1,5Gi", good = "2Gi";
        Func<V1Container>[] mixed =
        [
            () => new V1Container().WithLimits(cpu: one, memory: text),
            () => new V1Container().WithLimits(text, one),
            () => new V1Container().WithLimits(one, one, text),
            () => new V1Container().WithLimits(one, text, one),
            () => new V1Container().WithLimits(text, one, one),
            () => new V1Container().WithLimits(good, one, text),
            () => new V1Container().WithRequests(one, text),
            () => new V1Container().WithRequests(memory: one, cpu: text),
            () => new V1Container().WithRequests(ephemeralStorage: text, cpu: one),
            () => new V1Container().WithRequests(text, one, good),
        ];
        Assert.All(mixed, make => Assert.Equal("'1,5Gi' is no quantity: did you mean 1.5Gi?", Assert.Throws<FormatException>(make).Message));

        Assert.Equal(["cpu", "memory", "ephemeral-storage"], new V1Container().WithRequests(good, one, good).Resources.Requests.Keys);
        Assert.Equal(["2Gi", one, "2Gi"], new V1Container().WithRequests(good, one, good).Resources.Requests.Values);
        Assert.Equal(["memory"], new V1Container().WithRequests(memory: one).Resources.Requests.Keys);
    }

    [Fact]
    public void EveryMethodThatTakesAQuantity_TakesAText() => Assert.Equal([], Of(typeof(ResourceQuantity)).Except(Of(typeof(string))));

    // But for methods that take a whole list or dictionary.
    private static IEnumerable<string> Of(Type quantity) =>
        from type in typeof(K8s).Assembly.GetExportedTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.GetParameters().Any(p => p.ParameterType == quantity)
        select $"{method.Name}({string.Join(", ", method.GetParameters().Select(p => p.ParameterType == typeof(ResourceQuantity) ? "String" : p.ParameterType.Name))})";
}
