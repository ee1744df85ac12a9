using System.Reflection;
using k8s.Models;

namespace K8sSharpManifests.Core.Tests;

public sealed class KindFactsTests
{
    // Every kind that KubernetesClient can create or replace, and whether it does so within a namespace.
    private static SortedDictionary<string, bool> Operations()
    {
        var scopes = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var method in typeof(V1Pod).Assembly.GetExportedTypes()
            .Where(t => t.IsAbstract && t.IsSealed && t.Name.EndsWith("OperationsExtensions", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(m => m.Name.StartsWith("Replace", StringComparison.Ordinal) || m.Name.StartsWith("Create", StringComparison.Ordinal)))
        {
            var entity = method.GetParameters().Single(p => p.Name == "body").ParameterType.GetCustomAttribute<KubernetesEntityAttribute>();
            if (entity is null)
            {
                continue;
            }

            var key = entity.Group.Length == 0 ? $"{entity.ApiVersion} {entity.Kind}" : $"{entity.Group}/{entity.ApiVersion} {entity.Kind}";
            var isNamespaced = method.Name.Contains("Namespaced", StringComparison.Ordinal);
            Assert.Equal(isNamespaced, scopes.GetValueOrDefault(key, isNamespaced));
            scopes[key] = isNamespaced;
        }

        return scopes;
    }

    [Fact]
    public void EveryKindOfTheClient_HasItsScope()
    {
        var operations = Operations();
        Assert.True(operations.Count > 90, "The client's operations are found by their names, which have changed");
        Assert.Equal(
            operations.Select(o => $"{o.Key}: {o.Value}"),
            operations.Keys.Select(k => k.Split(' ')).Select(k => $"{k[0]} {k[1]}: {KindFacts.IsNamespaced(k[0], k[1])}"));
    }

    [Fact]
    public void EveryKindOfTheTable_IsOneOfTheClient()
    {
        var known = Operations().Keys.Select(k => k.Split(' ')).Select(k => $"{(k[0].Contains('/') ? k[0].Split('/')[0] : "")}/{k[1]}").ToHashSet();
        Assert.Equal(known.Order(StringComparer.Ordinal), KindFacts.Namespaced.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("example.com/v1", "Widget")]
    [InlineData("apps/v1", "Pod")]
    [InlineData("v1", "Deployment")]
    [InlineData("v1", "pod")]
    [InlineData("", "")]
    public void OtherKind_HasNoKnownScope(string apiVersion, string kind) => Assert.Null(KindFacts.IsNamespaced(apiVersion, kind));

    [Theory]
    [InlineData("v1", "Pod", "")]
    [InlineData("v1", "PodTemplate", "template")]
    [InlineData("v1", "ReplicationController", "spec.template")]
    [InlineData("apps/v1", "Deployment", "spec.template")]
    [InlineData("apps/v1", "StatefulSet", "spec.template")]
    [InlineData("apps/v1", "DaemonSet", "spec.template")]
    [InlineData("apps/v1", "ReplicaSet", "spec.template")]
    [InlineData("batch/v1", "Job", "spec.template")]
    [InlineData("batch/v1", "CronJob", "spec.jobTemplate.spec.template")]
    [InlineData("v1", "Service", null)]
    [InlineData("example.com/v1", "Deployment", null)]
    public void Workload_KnowsWhereItsPodTemplateIs(string apiVersion, string kind, string? path)
    {
        var keys = KindFacts.PodTemplatePath(apiVersion, kind);
        Assert.Equal(path, keys is null ? null : string.Join('.', keys));
    }

    [Fact]
    public void EveryModelWithAPodTemplate_HasItsPath()
    {
        // Walks the models from each kind to V1PodTemplateSpec, which is where a path must be known.
        var found = 0;
        foreach (var type in typeof(V1Pod).Assembly.GetExportedTypes())
        {
            if (type.GetCustomAttribute<KubernetesEntityAttribute>() is { } entity && !entity.Kind.EndsWith("List", StringComparison.Ordinal)
                && Find(type, []) is { } path)
            {
                var apiVersion = entity.Group.Length == 0 ? entity.ApiVersion : $"{entity.Group}/{entity.ApiVersion}";
                Assert.Equal(path, KindFacts.PodTemplatePath(apiVersion, entity.Kind));
                found++;
            }
        }

        Assert.Equal(8, found);
    }

    private static string[]? Find(Type type, string[] path)
    {
        if (type == typeof(V1PodTemplateSpec) || path.Length > 5)
        {
            return type == typeof(V1PodTemplateSpec) ? path : null;
        }

        return type.GetProperties().Where(p => p.PropertyType.Namespace == "k8s.Models" && p.PropertyType != type && !p.PropertyType.IsEnum)
            .Select(p => Find(p.PropertyType, [.. path, char.ToLowerInvariant(p.Name[0]) + p.Name[1..]])).FirstOrDefault(p => p is not null);
    }
}
