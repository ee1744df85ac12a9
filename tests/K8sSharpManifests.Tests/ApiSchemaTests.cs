using System.Reflection;
using System.Text.Json.Serialization;
using k8s.Models;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tests;

public sealed class ApiSchemaTests
{
    // Every kind that KubernetesClient can replace, which is what one can apply, and whether it does so within a namespace.
    private static SortedDictionary<string, bool> Operations()
    {
        var scopes = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var method in typeof(V1Pod).Assembly.GetExportedTypes()
            .Where(t => t.IsAbstract && t.IsSealed && t.Name.EndsWith("OperationsExtensions", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(m => m.Name.StartsWith("Replace", StringComparison.Ordinal)))
        {
            var entity = method.GetParameters().Single(p => p.Name == "body").ParameterType.GetCustomAttribute<KubernetesEntityAttribute>();
            if (entity is null or { Kind: "Scale" })
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
            operations.Keys.Select(k => k.Split(' ')).Select(k => $"{k[0]} {k[1]}: {ApiSchema.Kubernetes.IsNamespaced(k[0], k[1])}"));
    }

    [Fact]
    public void EveryKindOfTheTable_IsOneOfTheClient() =>
        Assert.Equal(Operations().Keys, ApiSchema.Kubernetes.Types.Where(t => t.Kind is not null).Select(t => $"{t.Kind!.ApiVersion} {t.Kind.Name}").Order(StringComparer.Ordinal));

    [Fact]
    public void EveryType_HasTheFieldsOfItsRecord()
    {
        // The whole table as it would be if nothing but the models were known.
        var expected = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        var pending = new Stack<Type>(AppliedRecords());
        while (pending.TryPop(out var record))
        {
            if (expected.TryAdd(record.Name, [.. Fields(record).Select(p => $"{Key(p)} {p.Name}: {Shape(p.PropertyType)}")]))
            {
                Fields(record).Select(p => Innermost(p.PropertyType)).Where(IsRecord).ToList().ForEach(pending.Push);
            }
        }

        Assert.True(expected.Count > 600);
        Assert.Equal(
            expected.SelectMany(t => t.Value.Select(f => $"{t.Key}.{f}")),
            ApiSchema.Kubernetes.Types.SelectMany(t => t.Fields.Select(f => $"{t.Name}.{f.Key} {f.ClrName}: {Shape(f.Shape)}")));
    }

    [Fact]
    public void Requirements_AreThoseOfTheApiDescription()
    {
        Assert.SkipWhen(ApiDescriptions.Instance is null, ApiDescriptions.Absent);
        var described = new List<string>();
        var known = new List<string>();
        foreach (var field in ApiSchema.Kubernetes.Types.SelectMany(t => t.Fields))
        {
            var name = $"{field.Owner.Name}.{field.ClrName}";
            if (ApiDescriptions.Instance!.Schema(name) is { } schema)
            {
                described.Add($"{name} {ApiDescriptions.Instance.IsRequired(ApiDescriptions.Property(name)!)} {schema.MapKeys} {schema.IsSet}");
                known.Add($"{name} {field.IsRequired} {string.Join(',', field.MapKeys)} {field.IsSet}");
            }
        }

        Assert.True(described.Count > 2500);
        Assert.Equal(described, known);
    }

    [Fact]
    public void ServicePort_IsKnownInAllItsParts()
    {
        var port = ApiSchema.Kubernetes.Kind("v1", "Service")!.Field("spec")!.Shape.Type!.Field("ports")!;
        Assert.Equal(["port", "protocol"], port.MapKeys);
        Assert.Equal("V1ServicePort", port.Shape.Items!.Type!.Name);
        Assert.Equal(
            ["appProtocol 2", "name 0", "nodePort 4", "port 5", "protocol 6", "targetPort 7"],
            port.Shape.Items.Type.Fields.Select((f, i) => $"{f.Key} {(f.Position < 8 ? f.Position : i + 2)}"));
        var number = port.Shape.Items.Type.Field("port")!;
        Assert.Equal((true, 1, 65535), (number.IsRequired, number.Minimum, number.Maximum));
        Assert.Equal("TCP", port.Shape.Items.Type.Field("protocol")!.Default);
        Assert.Equal("Protocol", port.Shape.Items.Type.Field("protocol")!.Values!.Name);
    }

    [Theory]
    [InlineData("V1Container", "restartPolicyRules", 34)]
    [InlineData("V1Container", "image", null)]
    [InlineData("V1PodSpec", "resources", 32)]
    public void Field_KnowsSinceWhenItIs(string type, string key, int? minor) => Assert.Equal(minor, ApiSchema.Kubernetes.Type(type)!.Field(key)!.Since);

    [Theory]
    [InlineData("V1ResourceClaimTemplate", 34, null, null)]
    [InlineData("V1beta1ClusterTrustBundle", 33, 37, null)]
    public void Type_KnowsItsVersions(string name, int? since, int? deprecated, int? until)
    {
        var type = ApiSchema.Kubernetes.Type(name)!;
        Assert.Equal((since, deprecated, until), (type.Since, type.DeprecatedSince, type.Until));
    }

    [Fact]
    public void EveryOverlaidField_IsOneOfTheTable()
    {
        // What is misspelled, or was removed, would be no more than dead text.
        Assert.Equal([], FieldDefaults.Fields.Concat(KeptValues.Fields).Where(f => ApiSchema.Kubernetes.Type(f.Split('.')[0])?.Field(f.Split('.')[1]) is null));
        Assert.Equal([], KeptValues.Types.Concat(FieldOrder.Types).Where(t => ApiSchema.Kubernetes.Type(t) is null));
    }

    [Theory]
    [InlineData("V1PodTemplateSpec", true)]
    [InlineData("V1JobTemplateSpec", true)]
    [InlineData("V1PersistentVolumeClaimTemplate", true)]
    [InlineData("V1Pod", false)]
    [InlineData("V1PodSpec", false)]
    public void Template_HasMetadataAndASpecAndIsNoKind(string type, bool isTemplate) => Assert.Equal(isTemplate, ApiSchema.Kubernetes.Type(type)!.IsTemplate);

    [Fact]
    public void UnknownTypeAndField_AreNone()
    {
        Assert.Null(ApiSchema.Kubernetes.Type("V9Pod"));
        Assert.Null(ApiSchema.Kubernetes.Kind("v9", "Pod"));
        Assert.Null(ApiSchema.Kubernetes.Type("V1Pod")!.Field("image"));
    }

    [Theory]
    [InlineData("example.com/v1", "Widget")]
    [InlineData("apps/v1", "Pod")]
    [InlineData("v1", "Deployment")]
    [InlineData("v1", "pod")]
    [InlineData("", "")]
    public void OtherKind_HasNoKnownScope(string apiVersion, string kind) => Assert.Null(ApiSchema.Kubernetes.IsNamespaced(apiVersion, kind));

    private static IEnumerable<Type> AppliedRecords() => typeof(V1Pod).Assembly.GetExportedTypes()
        .Where(t => t.IsAbstract && t.IsSealed && t.Name.EndsWith("OperationsExtensions", StringComparison.Ordinal))
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(m => m.Name.StartsWith("Replace", StringComparison.Ordinal))
        .Select(m => m.GetParameters().Single(p => p.Name == "body").ParameterType).Where(t => IsRecord(t) && t != typeof(V1Scale));

    private static PropertyInfo[] Fields(Type record) => [.. record.GetProperties().Where(p => p.GetCustomAttribute<JsonPropertyNameAttribute>() is not null)];

    private static string Key(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;

    private static bool IsRecord(Type type) => type.Namespace == "k8s.Models" && type.IsClass && type != typeof(ResourceQuantity) && type != typeof(IntOrString);

    private static Type Innermost(Type type) => type.IsGenericType ? Innermost(type.GetGenericArguments()[^1]) : type;

    private static string Shape(Type type) => Nullable.GetUnderlyingType(type) is { } value ? Shape(value)
        : type == typeof(byte[]) ? "bytes"
        : type.IsGenericType ? (type.Name.StartsWith("IList", StringComparison.Ordinal) ? "[]" : "{}") + Shape(type.GetGenericArguments()[^1])
        : type.Name;

    private static string Shape(ApiShape shape) => shape.Kind switch
    {
        ApiShapeKind.List => "[]" + Shape(shape.Items!),
        ApiShapeKind.Map => "{}" + Shape(shape.Items!),
        ApiShapeKind.Object => shape.Type!.Name,
        ApiShapeKind.Any => "Object",
        ApiShapeKind.Quantity => "ResourceQuantity",
        ApiShapeKind.Time or ApiShapeKind.MicroTime => "DateTime",
        ApiShapeKind.Bytes => "bytes",
        var scalar => scalar.ToString(),
    };
}
