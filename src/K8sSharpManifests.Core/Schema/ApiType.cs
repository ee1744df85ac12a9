using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core;

/// <summary>A type of the API: a kind, or a part of one.</summary>
public sealed class ApiType
{
    private readonly Func<ApiType, IReadOnlyList<ApiField>> _read;
    private IReadOnlyList<ApiField>? _fields;
    private IReadOnlyList<ApiField>? _alwaysPresent;
    private IReadOnlyList<ApiField>? _defaulted;

    internal ApiType(string name, ApiKind? kind, Func<ApiType, IReadOnlyList<ApiField>> read) => (Name, Kind, _read) = (name, kind, read);

    /// <summary>Its name: that of its record in k8s.Models, like <c>V1ServicePort</c>; of a custom resource and its parts one that says kind, apiVersion and place.</summary>
    public string Name { get; }

    /// <summary>The name of its record in C#, without the namespace.</summary>
    public string ClrName => Names?.Of(this) ?? Name;

    /// <summary>The namespace of its record in C#.</summary>
    public string ClrNamespace => Schema is null ? "k8s.Models" : CustomNames.Namespace;

    /// <summary>What it is called as a top-level object; null for a part of other objects.</summary>
    public ApiKind? Kind { get; }

    /// <summary>The first minor version of Kubernetes 1 that has it; null for one that is older than 1.25.</summary>
    public int? Since { get; init; }

    /// <summary>The minor version from which on it is deprecated; null for never.</summary>
    public int? DeprecatedSince { get; init; }

    /// <summary>The first minor version that has it no longer; null for never.</summary>
    public int? Until { get; init; }

    /// <summary>What the definition of a custom resource says of it; null for the API's own types.</summary>
    public JsonSchema? Schema { get; init; }

    /// <summary>Of a custom resource and its parts: how its records are called in C#.</summary>
    internal CustomTypeNames? Names { get; init; }

    /// <summary>Its fields, in the order of the schema.</summary>
    // Two threads that come at once read the same.
    public IReadOnlyList<ApiField> Fields => _fields ??= _read(this);

    /// <summary>The fields of objects that the API server always has, but for what it sets itself.</summary>
    internal IReadOnlyList<ApiField> AlwaysPresent => _alwaysPresent ??= [.. Fields.Where(f => f.IsAlwaysPresent && !f.IsServerSet && f.Shape.Type is not null)];

    /// <summary>The fields that the API server sets where they are absent: of most types, none.</summary>
    internal IReadOnlyList<ApiField> Defaulted => _defaulted ??= [.. Fields.Where(f => f.Default is not null)];

    /// <summary>The field of a key.</summary>
    /// <param name="key">Its name in JSON and YAML, like <c>imagePullPolicy</c>.</param>
    /// <returns>Null where the type has none of that name.</returns>
    public ApiField? Field(string key)
    {
        foreach (var field in Fields)
        {
            if (field.Key == key)
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>Whether it describes objects that another one makes: it has metadata and a spec, and is no kind.</summary>
    public bool IsTemplate => Kind is null && Field("metadata")?.Shape.Type?.Name == "V1ObjectMeta" && Field("spec") is not null;

    /// <summary>Whether it is a template of pods, or of something that makes pods, as a job template is.</summary>
    public bool MakesPods => IsTemplate && Field("spec")!.Shape.Type is { } spec && (spec.Name == "V1PodSpec" || spec.Fields.Any(f => f.Shape.Type?.MakesPods == true));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
