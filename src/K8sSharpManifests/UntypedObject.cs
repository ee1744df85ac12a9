using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace K8sSharpManifests;

/// <summary>
/// An object of any kind, such as a custom resource for which there is no C# type. <see cref="K8s.Object(string, string, string, string?)"/> makes one; its fields are set with
/// <see cref="Fluent.With(UntypedObject, string, object?)"/>, its metadata as that of every object.
/// </summary>
public sealed record UntypedObject : IKubernetesObject<V1ObjectMeta>, IHasFieldSettings
{
    /// <summary>Group and version, like <c>example.com/v1</c>.</summary>
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; } = null!;

    /// <summary>The kind, like <c>Widget</c>.</summary>
    [JsonPropertyName("kind")]
    public string Kind { get; set; } = null!;

    /// <summary>The metadata.</summary>
    [JsonPropertyName("metadata")]
    public V1ObjectMeta Metadata { get; set; } = null!;

    FieldValue[] IHasFieldSettings.FieldSettings { get; set; } = [];
}
