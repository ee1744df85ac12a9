using BenchmarkDotNet.Attributes;
using k8s;
using k8s.Models;
using K8sSharpManifests;
using K8sSharpManifests.Core;
using Microservices;

namespace ReaderAndWriter;

/// <summary>What it costs to read and to write one object, beside what KubernetesClient's serializers need for the same one.</summary>
[MemoryDiagnoser]
public class OneObject
{
    private readonly YamlWriter _writer = new();
    private IKubernetesObject<V1ObjectMeta> _value = null!;
    private Mapping _tree = null!;

    /// <summary>The kind: the workload's largest object, and one that is mostly text.</summary>
    [Params("Deployment", "ConfigMap")]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _value = Workload.Services(1).Single(o => o.Kind == Kind);
        _tree = ObjectReader.Read(_value);
    }

    [Benchmark]
    public Mapping ObjectReader_Read() => ObjectReader.Read(_value);

    /// <summary>Into a buffer that has grown already: what a file of many documents costs for each.</summary>
    [Benchmark]
    public int YamlWriter_Append()
    {
        _writer.Clear();
        _writer.Append(_tree);
        return _writer.WrittenCount;
    }

    [Benchmark]
    public byte[] YamlWriter_Write() => YamlWriter.Write(_tree);

    /// <summary>From the object to its bytes.</summary>
    [Benchmark(Baseline = true)]
    public byte[] ReadAndWrite() => YamlWriter.Write(ObjectReader.Read(_value));

    [Benchmark]
    public string KubernetesJson_Serialize() => KubernetesJson.Serialize(_value);

    [Benchmark]
    public string KubernetesYaml_Serialize() => KubernetesYaml.Serialize(_value);
}
