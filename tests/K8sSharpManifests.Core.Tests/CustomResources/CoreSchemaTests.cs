namespace K8sSharpManifests.Core.Tests.CustomResources;

/// <summary>The API's schema with the types of definitions.</summary>
public sealed class CoreSchemaTests
{
    [Fact]
    public void Definition_AddsItsKinds()
    {
        var schema = Widgets.Schema("{type: object, properties: {size: {type: integer, format: int32}, parts: {type: array, items: {type: object, properties: {x: {type: number}}}}}}");
        var kind = schema.Kind("example.com/v1", "Widget")!;
        Assert.Equal(["metadata", "spec", "status"], kind.Fields.Select(f => f.Key));
        Assert.Equal([("size", ApiShapeKind.Int32), ("parts", ApiShapeKind.List)], kind.Field("spec")!.Shape.Type!.Fields.Select(f => (f.Key, f.Shape.Kind)));
        Assert.Equal([true, null], new[] { schema.IsNamespaced("example.com/v1", "Widget"), schema.IsNamespaced("example.com/v1", "Gadget") });
        Assert.Same(ApiSchema.Kubernetes.Kind("v1", "Pod"), schema.Kind("v1", "Pod"));
    }

    [Fact]
    public void NoDefinition_ChangesNothing() => Assert.Same(ApiSchema.Kubernetes, ApiSchema.Kubernetes.With([]));

    [Theory]
    [InlineData("resources", "{limits: {type: object, additionalProperties: {x-kubernetes-int-or-string: true}}, requests: {type: object, additionalProperties: {x-kubernetes-int-or-string: true}}}", "V1ResourceRequirements")]
    [InlineData("selector", "{matchLabels: {type: object, additionalProperties: {type: string}}}", "V1LabelSelector")]
    [InlineData("tolerations", "{key: {type: string}, operator: {type: string}, value: {type: string}, effect: {type: string}}", "V1Toleration")]
    [InlineData("secretKeyRef", "{name: {type: string}, key: {type: string}}", "V1SecretKeySelector")]
    [InlineData("password", "{name: {type: string}, key: {type: string, description: The key of the secret to select from.}, optional: {type: boolean}}", "V1SecretKeySelector")]
    [InlineData("config", "{name: {type: string}, key: {type: string, description: The key to select.}, optional: {type: boolean}}", "V1ConfigMapKeySelector")]
    [InlineData("passwordSecretRef", "{name: {type: string}, key: {type: string}}", "V1SecretKeySelector")]
    [InlineData("settingsConfigMapRef", "{name: {type: string}, key: {type: string}}", "V1ConfigMapKeySelector")]
    [InlineData("podMetadata", "{name: {type: string}, labels: {type: object, additionalProperties: {type: string}}, annotations: {type: object, additionalProperties: {type: string}}}", "V1ObjectMeta")]
    [InlineData("persistentVolumeClaimRetentionPolicy", "{whenDeleted: {type: string}, whenScaled: {type: string}}", "V1StatefulSetPersistentVolumeClaimRetentionPolicy")]
    [InlineData("volumes", "{name: {type: string}, ephemeral: {type: object, properties: {volumeClaimTemplate: {type: object, properties: {metadata: {type: object}}}}}}", "V1Volume")]
    [InlineData("volumes", "{name: {type: string}, secret: {type: object}}", null)]
    [InlineData("password", "{name: {type: string}, key: {type: string}}", null)]
    [InlineData("nodeMetadata", "{name: {type: string}, labels: {type: array, items: {type: string}}, annotations: {type: object, additionalProperties: {type: string}}}", null)]
    [InlineData("issuerRef", "{name: {type: string}, kind: {type: string}}", null)]
    [InlineData("tolerations", "{key: {type: integer}}", null)]
    [InlineData("anything", "{name: {type: string}, value: {type: string}}", null)]
    public void PartThatIsATypeOfKubernetes_IsThatType(string key, string properties, string? type)
    {
        var schema = Widgets.Schema($"{{type: object, properties: {{{key}: {{type: object, properties: {properties}}}}}}}");
        var part = schema.Kind("example.com/v1", "Widget")!.Field("spec")!.Shape.Type!.Field(key)!.Shape.Type!;
        Assert.Equal(type, part.Schema is null ? part.Name : null);
    }
}
