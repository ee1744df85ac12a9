using k8s;
using k8s.Models;

namespace K8sSharpManifests.Tests;

public class ToYamlTests
{
    [Fact]
    public void Object_IsWhatTheBuildWrites()
    {
        V1Pod pod = new() { Metadata = new() { Name = "p", Labels = new Dictionary<string, string> { ["on"] = "yes" } } };

        Assert.Equal("apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  labels:\n    \"on\": \"yes\"\n", pod.ToYaml());
    }

    [Fact]
    public void Objects_HaveALineBetweenThem()
    {
        IEnumerable<IKubernetesObject?> values = [K8s.Namespace("a"), null, External.Secret("s"), K8s.ConfigMap("b")];

        Assert.Equal("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\n", values.ToYaml());
    }

    [Fact]
    public void ArrayOfOneKind_IsASequence() => Assert.Equal(K8s.Namespace("a").ToYaml() + "---\n" + K8s.Namespace("b").ToYaml(), new[] { K8s.Namespace("a"), K8s.Namespace("b") }.ToYaml());

    [Fact]
    public void NoObjects_AreNoText() => Assert.Equal("", Array.Empty<V1Pod>().ToYaml());

    [Fact]
    public void ServiceAccountOfABinding_GetsItsNamespace() =>
        Assert.EndsWith("  kind: ServiceAccount\n  namespace: shop\n", K8s.RoleBinding("r", "role", "account").WithNamespace("shop").ToYaml(), StringComparison.Ordinal);

    [Fact]
    public void List_IsRefused() => Assert.Throws<NotSupportedException>(() => new V1PodList().ToYaml());
}
