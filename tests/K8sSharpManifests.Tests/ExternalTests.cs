using System.Reflection;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tests;

public class ExternalTests
{
    private static readonly MethodInfo[] Methods = typeof(External).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly);

    public static TheoryData<string> Kinds => [.. Methods.Select(m => m.Name).Where(name => name != "Object")];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Method_NamesAnObjectOfItsKind(string kind)
    {
        var method = Methods.Single(m => m.Name == kind);
        var isNamespaced = Methods.Single(m => m.Name == kind).GetParameters().Length == 2;

        var named = (ExternalObject)method.Invoke(null, isNamespaced ? ["db", null] : ["db"])!;

        Assert.Equal((kind, "db", isNamespaced ? null : "*"), (named.Kind, named.Name, named.Namespace));
        Assert.Equal(isNamespaced, new[] { "v1", "rbac.authorization.k8s.io/v1", "storage.k8s.io/v1", "scheduling.k8s.io/v1", "node.k8s.io/v1", "networking.k8s.io/v1" }
            .Select(version => ApiSchema.Kubernetes.IsNamespaced(version, kind)).OfType<bool>().First());
    }

    [Fact]
    public void Object_IsOfAnyKindAndNamespace()
    {
        var named = External.Object("Certificate", "web-*", "shop");

        Assert.Equal(("", "Certificate", "web-*", "shop"), (named.ApiVersion, named.Kind, named.Name, named.Namespace));
        Assert.Equal("other", External.Secret("db", "other").Namespace);
    }

    [Theory]
    [InlineData("Secret", "my db", null, "External.Secret(\"my db\"): 'my db' is no name of a Kubernetes object")]
    [InlineData("Secret", "", null, "External.Secret(\"\"): an object is Kind/name or Kind/namespace/name, like Secret/db")]
    [InlineData("Secret", "db", "a/b", "External.Secret(\"db\", \"a/b\"): an object is Kind/name or Kind/namespace/name, like Secret/db")]
    [InlineData("v1 Secret", "db", null, "External.v1 Secret(\"db\"): 'v1 Secret' is no kind: write it as in a manifest, without version or group")]
    public void NameThatNoObjectHas_IsRefused(string kind, string name, string? @namespace, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => External.Object(kind, name, @namespace)).Message);
}
