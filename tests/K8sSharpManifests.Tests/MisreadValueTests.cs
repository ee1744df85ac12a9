using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace K8sSharpManifests.Tests;

/// <summary>Values whose type a reader may mistake. <see cref="ParserTests"/> reads all of them with every parser.</summary>
public class MisreadValueTests
{
    public static IEnumerable<IKubernetesObject> Manifests => [IntsOrStrings, Bytes, Quantities, Dates, Numbers, AnyJson];

    private static V1Service IntsOrStrings => new()
    {
        Spec = new() { Ports = [.. new[] { "1e3", "no", "0x50", "0o17", "1_0", "80", "-1", "http" }.Select(p => new V1ServicePort { Port = 1, TargetPort = p })] },
    };

    private static V1Secret Bytes => new()
    {
        Data = new Dictionary<string, byte[]>
        {
            ["number"] = Convert.FromBase64String("1234"),
            ["word"] = Convert.FromBase64String("true"),
            ["exponent"] = Convert.FromBase64String("12e4"),
            ["none"] = [],
            ["text"] = [0, 255, 128],
        },
    };

    private static V1ResourceQuota Quantities => new()
    {
        Spec = new()
        {
            Hard = new[] { "-1Gi", "0.5m", "1000m", "0.1", "1.5Gi", "1e3", "123456789Ki", "1", "0", "100E" }.ToDictionary(q => q, q => new ResourceQuantity(q)),
        },
    };

    private static V1Lease Dates => new()
    {
        Spec = new()
        {
            AcquireTime = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            RenewTime = new DateTime(999, 12, 31, 23, 59, 59, 999, 999, DateTimeKind.Utc),
        },
    };

    private static V1CustomResourceDefinition Numbers => Schema(new()
    {
        Maximum = double.MaxValue,
        Minimum = -0.1,
        MultipleOf = double.Epsilon,
        MaxLength = long.MaxValue,
        MinLength = long.MinValue,
        MaxItems = 0,
        MaxProperties = -1,
        Example = new object[] { 0.1f, 0.1, 1m, 1e21, ulong.MaxValue, long.MinValue, (byte)7 },
    });

    private static V1CustomResourceDefinition AnyJson => Schema(new()
    {
        DefaultProperty = JsonDocument.Parse("""{"a": null, "b": [], "c": {}, "d": "no", "e": 1E5, "f": true, "d": "on"}""").RootElement,
        Example = JsonNode.Parse("""[null, "0x1F", {"1": "~"}]"""),
        EnumProperty = [null!, "null", 1, false],
        AdditionalProperties = new Dictionary<string, string?> { ["type"] = "yes", ["none"] = null },
        Items = new object(),
        AdditionalItems = new Dictionary<string, object?> { ["empty"] = new Dictionary<string, object?>(), ["null"] = null },
    });

    [Fact]
    public void IntOrString_KeepsItsType() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: Service
        spec:
          ports:
          - port: 1
            targetPort: "1e3"
          - port: 1
            targetPort: "no"
          - port: 1
            targetPort: "0x50"
          - port: 1
            targetPort: "0o17"
          - port: 1
            targetPort: "1_0"
          - port: 1
            targetPort: 80
          - port: 1
            targetPort: -1
          - port: 1
            targetPort: http
        """,
        IntsOrStrings);

    [Fact]
    public void Bytes_AreBase64InAString() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: Secret
        data:
          number: "1234"
          word: "true"
          exponent: "12e4"
          none: ""
          text: AP+A
        """,
        Bytes);

    [Fact]
    public void Quantities_AreStringsWithTheirExactValue() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: ResourceQuota
        spec:
          hard:
            "-1Gi": "-1Gi"
            0.5m: 500u
            1000m: "1"
            "0.1": 100m
            1.5Gi: 1536Mi
            "1e3": "1e3"
            123456789Ki: 123456789Ki
            "1": "1"
            "0": "0"
            "100E": "100E"
        """,
        Quantities);

    [Fact]
    public void Dates_AreStringsOfRfc3339() => Yaml.AssertIs(
        """
        apiVersion: coordination.k8s.io/v1
        kind: Lease
        spec:
          acquireTime: "2026-01-02T03:04:05.000000Z"
          renewTime: "0999-12-31T23:59:59.999999Z"
        """,
        Dates);

    [Fact]
    public void Numbers_KeepTheirValue() => AssertSchemaIs(
        """
                example:
                - 0.1
                - 0.1
                - 1
                - 1.0e+21
                - 18446744073709551615
                - -9223372036854775808
                - 7
                maxItems: 0
                maxLength: 9223372036854775807
                maxProperties: -1
                maximum: 1.7976931348623157e+308
                minLength: -9223372036854775808
                minimum: -0.1
                multipleOf: 5.0e-324
        """,
        Numbers);

    [Fact]
    public void AnyJson_IsKeptWithItsNullsAndEmpties() => AssertSchemaIs(
        """
                additionalItems:
                  empty: {}
                  "null": null
                additionalProperties:
                  type: "yes"
                  none: null
                default:
                  a: null
                  b: []
                  c: {}
                  d: "on"
                  e: 1.0e+5
                  f: true
                enum:
                - null
                - "null"
                - 1
                - false
                example:
                - null
                - "0x1F"
                - "1": "~"
                items: {}
        """,
        AnyJson);

    private static V1CustomResourceDefinition Schema(V1JSONSchemaProps schema) =>
        new() { Spec = new() { Versions = [new() { Name = "v1", Schema = new() { OpenAPIV3Schema = schema } }] } };

    private static void AssertSchemaIs(string schema, V1CustomResourceDefinition definition) => Yaml.AssertIs(
        $"""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        spec:
          versions:
          - name: v1
            schema:
              openAPIV3Schema:
        {schema}
            served: false
            storage: false
        """,
        definition);
}
