using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CsCheck;
using k8s;
using k8s.Models;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tests;

public class ObjectReaderTests
{
    private static readonly HashSet<string> ServerSetMetadata =
        ["creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid"];

    public static TheoryData<string> TypesWithReader => [.. ModelSamples.Readers.Keys.Select(t => t.Name).Order(StringComparer.Ordinal)];

    [Fact]
    public void EveryTypeThatAFactoryLeadsTo_HasAReader()
    {
        var reached = new HashSet<Type>();
        var pending = new Stack<Type>(typeof(K8s).GetMethods(BindingFlags.Static | BindingFlags.Public).Select(m => m.ReturnType));
        while (pending.TryPop(out var type))
        {
            foreach (var part in type.GetGenericArguments())
            {
                pending.Push(part);
            }

            if (IsRecord(type) && reached.Add(type))
            {
                foreach (var property in type.GetProperties().Where(p => !IsServerSet(type, JsonName(p))))
                {
                    pending.Push(property.PropertyType);
                }
            }
        }

        Assert.Equal(reached.Select(t => t.Name).Order(StringComparer.Ordinal), ModelSamples.Readers.Keys.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TypesWithReader))]
    public void RandomInstance_ReadsAsTheModelsOwnJson(string typeName)
    {
        var (type, reader) = ModelSamples.Readers.First(r => r.Key.Name == typeName);
        Gen.Int.Sample(
            seed =>
            {
                var instance = ModelSamples.Create(type, new Random(seed));
                var tree = (Mapping)reader.Invoke(null, [instance])!;
                using var json = JsonDocument.Parse(KubernetesJson.Serialize(instance));
                AssertSame(type, json.RootElement, tree, typeName);
            },
            iter: 20);
    }

    [Fact]
    public void KindSetByHand_IsKept() => Assert.True(ObjectReader.Read(new V1Pod { Kind = "Special" })["kind"].Is("Special").IsTrue);

    [Fact]
    public void OptionalNumberSetToZero_IsKept() => Assert.Equal("0", Text(ObjectReader.ReadV1DeploymentSpec(new() { Replicas = 0 })["replicas"]));

    [Theory]
    [InlineData("80", ScalarKind.Number)]
    [InlineData("-1", ScalarKind.Number)]
    [InlineData("http", ScalarKind.String)]
    [InlineData("0644", ScalarKind.String)]
    [InlineData("+80", ScalarKind.String)]
    [InlineData("1e3", ScalarKind.String)]
    [InlineData("no", ScalarKind.String)]
    [InlineData("0x50", ScalarKind.String)]
    [InlineData("", ScalarKind.String)]
    [InlineData("25%", ScalarKind.String)]
    [InlineData("99999999999", ScalarKind.String)]
    public void IntOrString_IsANumberOnlyWhereCSharpPrintsItSo(string value, ScalarKind expected)
    {
        var port = Assert.IsType<Scalar>(ObjectReader.ReadV1ServicePort(new() { Port = 1, TargetPort = value })["targetPort"]);

        Assert.Equal((expected, value), (port.Kind, port.Text));
    }

    [Fact]
    public void WholeSecond_HasMicrosecondsWhereTheApiServerDemandsThem()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

        var read = ObjectReader.ReadCorev1Event(new() { EventTime = time, FirstTimestamp = time, Series = new() { LastObservedTime = time } });

        Assert.Equal("2026-01-02T03:04:05.000000Z", Text(read["eventTime"]));
        Assert.Equal("2026-01-02T03:04:05.000000Z", Text(Assert.IsType<Mapping>(read["series"])["lastObservedTime"]));
        Assert.Equal("2026-01-02T03:04:05Z", Text(read["firstTimestamp"]));
    }

    [Fact]
    public void LocalDate_IsWrittenInUtc()
    {
        var local = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).ToLocalTime();

        Assert.Equal("2026-01-02T03:04:05.000000Z", Text(ObjectReader.ReadV1LeaseSpec(new() { RenewTime = local })["renewTime"]));
    }

    [Theory]
    [InlineData("1000m", "1")]
    [InlineData("1024Mi", "1Gi")]
    [InlineData("-1Gi", "-1Gi")]
    [InlineData("0.5m", "500u")]
    [InlineData("0.1", "100m")]
    [InlineData("1.5Gi", "1536Mi")]
    [InlineData("123456789Ki", "123456789Ki")]
    [InlineData("1e3", "1e3")]
    public void Quantity_HasItsCanonicalText(string quantity, string expected) => Assert.Equal(
        expected, Text(ObjectReader.ReadV1EmptyDirVolumeSource(new() { SizeLimit = quantity })["sizeLimit"]));

    [Fact]
    public void QuantityThatTheModelsHaveDivided_IsRefused() => Assert.Equal(
        "A quantity that is nearly 357913941333333334n has no end, which no text gives to Kubernetes: K8s.ParseQuantity refuses what the models divide.",
        Assert.Throws<NotSupportedException>(() => Yaml.Of(new V1ResourceQuota { Spec = new() { Hard = new Dictionary<string, ResourceQuantity> { ["memory"] = "1/3Gi" } } })).Message);

    [Fact]
    public void QuantityBeyondAllBounds_IsRefused() => Assert.Equal(
        "The quantity 10e39 is larger than Kubernetes can hold, which is 2^63-1.",
        Assert.Throws<NotSupportedException>(() => ObjectReader.ReadV1EmptyDirVolumeSource(new() { SizeLimit = "1e40" })).Message);

    [Fact]
    public void List_IsRefusedWithAWayOut()
    {
        var error = Assert.Throws<NotSupportedException>(() => ObjectReader.Read(new V1PodList()));

        Assert.Equal("V1PodList is a list as the API server returns it, not an object that one can apply: use its Items.", error.Message);
    }

    [Fact]
    public void ObjectFieldWithoutAFormInYaml_IsRefused() =>
        Assert.Contains("it is a Version, which has no form in a manifest", Assert.Throws<NotSupportedException>(
            () => ObjectReader.Read(new V1ControllerRevision { Data = new Version(1, 2) })).Message, StringComparison.Ordinal);

    [Fact]
    public void HalfOfASurrogatePairInJson_IsWhatKubernetesMakesOfIt()
    {
        using var json = JsonDocument.Parse("""{"\udc00": ["\ud800x"]}""");

        var read = Assert.IsType<Mapping>(ObjectReader.Read(new V1ControllerRevision { Data = json.RootElement })["data"]);

        Assert.True(Assert.IsType<Sequence>(read["\uFFFD"]).Items[0].Is("\uFFFDx").IsTrue);
    }

    [Fact]
    public void JsonNodeThatCannotBeWritten_IsRefused() => Assert.Contains("JsonElement", Assert.Throws<NotSupportedException>(
        () => ObjectReader.Read(new V1ControllerRevision { Data = JsonNode.Parse("""["\ud800"]""") })).Message, StringComparison.Ordinal);

    [Fact]
    public void JsonThatWasReadWithComments_IsRead() => Assert.True(Assert.IsType<Mapping>(ObjectReader.Read(new V1ControllerRevision
    {
        Data = JsonDocument.Parse("""{/* why */ "a": "b",}""", new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }).RootElement,
    })["data"])["a"].Is("b").IsTrue);

    private static string Text(Node node) => Assert.IsType<Scalar>(node).Text;

    /// <summary>Compares along the C# type, which alone knows what is a quantity.</summary>
    private static void AssertSame(Type type, JsonElement json, Node node, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var mapping = Assert.IsType<Mapping>(node);
                var expected = json.EnumerateObject().Where(p => !IsServerSet(type, p.Name)).ToDictionary(p => p.Name, p => p.Value);
                Assert.Empty(mapping.Entries.Select(e => e.Key).Except(expected.Keys).Select(key => $"{path}.{key} is too much"));
                Assert.Empty(expected.Where(e => mapping[e.Key].Exists.IsFalse && !IsEmpty(MemberType(type, e.Key), e.Value)).Select(e => $"{path}.{e.Key} is missing"));
                foreach (var (key, value) in mapping.Entries)
                {
                    AssertSame(MemberType(type, key), expected[key], value, $"{path}.{key}");
                }

                break;
            case JsonValueKind.Array:
                var sequence = Assert.IsType<Sequence>(node);
                var itemType = type.IsGenericType ? type.GetGenericArguments()[0] : typeof(object);
                var items = json.EnumerateArray().Where(item => itemType == typeof(object) || item.ValueKind != JsonValueKind.Null).ToList();
                Assert.Equal(items.Count, sequence.Items.Count);
                foreach (var (index, item) in items.Index())
                {
                    AssertSame(itemType, item, sequence.Items[index], $"{path}[{index}]");
                }

                break;
            case JsonValueKind.String when type == typeof(ResourceQuantity):
                Assert.Equal((decimal)new ResourceQuantity(json.GetString()), (decimal)new ResourceQuantity(Text(node)), 20);
                break;
            // The models leave the microseconds out where there are none, and no API server reads that as a metav1.MicroTime.
            case JsonValueKind.String when type == typeof(DateTime):
                Assert.Equal((path, DateTimeOffset.Parse(json.GetString()!, CultureInfo.InvariantCulture)), (path, DateTimeOffset.Parse(Text(node), CultureInfo.InvariantCulture)));
                break;
            case JsonValueKind.String:
                Assert.Equal((path, ScalarKind.String, json.GetString()), (path, Assert.IsType<Scalar>(node).Kind, Text(node)));
                break;
            case JsonValueKind.Number:
                Assert.Equal((path, ScalarKind.Number), (path, Assert.IsType<Scalar>(node).Kind));
                Assert.Equal(json.GetDouble(), double.Parse(Text(node), CultureInfo.InvariantCulture));
                break;
            default:
                Assert.Equal((path, json.GetRawText()), (path, Text(node)));
                break;
        }
    }

    // Which of these are left out is for other tests to say; here they may be.
    private static bool IsEmpty(Type type, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().All(p => IsServerSet(type, p.Name) || IsEmpty(MemberType(type, p.Name), p.Value)),
        JsonValueKind.Array => json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Null),
        var kind => kind == JsonValueKind.Null,
    };

    internal static bool IsServerSet(Type type, string? field) =>
        (type == typeof(V1ObjectMeta) && field is not null && ServerSetMetadata.Contains(field))
        || (field == "status" && typeof(IKubernetesObject).IsAssignableFrom(type));

    private static Type MemberType(Type type, string field)
    {
        if (type.IsGenericType && type.GetGenericArguments() is [_, var value])
        {
            return value;
        }

        return type.GetProperties().FirstOrDefault(p => JsonName(p) == field)?.PropertyType ?? typeof(object);
    }

    private static string? JsonName(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name;

    private static bool IsRecord(Type type) =>
        type.Namespace == typeof(V1Pod).Namespace && type != typeof(IntOrString) && type != typeof(ResourceQuantity);
}
