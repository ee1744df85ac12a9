using k8s;
using k8s.Models;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tests;

/// <summary>The order of fields, for every type that the models have.</summary>
public class FieldOrderTests
{
    private static readonly HashSet<Type> ListItems = [.. ModelSamples.Readers.Keys.SelectMany(ModelSamples.Fields)
        .Select(f => f.Property.PropertyType).Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IList<>)).Select(t => t.GetGenericArguments()[0])];

    [Fact]
    public void EveryType_HasWhatNamesItFirstAndTheRestInSchemaOrder() => Assert.All(ModelSamples.Readers.Keys, type =>
    {
        string[] first = type switch
        {
            _ when type == typeof(V1ObjectMeta) => ["name", "namespace"],
            _ when type == typeof(V1Container) || type == typeof(V1EphemeralContainer) => ["name", "image"],
            _ when type.IsAssignableTo(typeof(IKubernetesObject)) => ["apiVersion", "kind", "metadata"],
            _ when ListItems.Contains(type) => ["name"],
            _ => [],
        };
        var fields = ModelSamples.Fields(type).Select(f => f.Key).ToList();
        var expected = first.Where(fields.Contains).Concat(fields.Except(first)).ToList();

        for (var seed = 0; seed < 5; seed++)
        {
            var actual = ModelSamples.Read(ModelSamples.Create(type, new Random(seed))).Entries.Select(e => e.Key).ToList();
            Assert.Equal(expected.Where(actual.Contains), actual);
        }
    });

    [Fact]
    public void Dictionary_KeepsTheOrderOfInsertion()
    {
        string[] keys = ["z", "a", "10", "9", "B", "b", "no"];
        var tree = ObjectReader.Read(new V1ConfigMap { Data = keys.ToDictionary(k => k, k => k) });

        Assert.Equal(keys, Assert.IsType<Mapping>(tree["data"]).Entries.Select(e => e.Key));
    }
}
