using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core;

/// <summary>
/// What is known of the types of the Kubernetes API: every kind that one can apply, and all that it leads to. The table is text (ApiSchema.txt) and what the API's
/// description leaves out lies beside it, a class a concern (Overlay). A type is read when it is asked for, so that nobody pays for the others.
/// </summary>
/// <remarks>A type that it does not know, such as one of a newer API, is no error: whoever walks a tree goes on without.</remarks>
public sealed class ApiSchema
{
    private static readonly Lazy<ApiSchema> Loaded = new(Load);

    private readonly string _table;
    private readonly Dictionary<string, ApiType> _types = new(StringComparer.Ordinal);

    // By group, a slash and kind. No key is a tuple: in the host, a collection of values is code that has to be compiled each time.
    private readonly Dictionary<string, List<ApiType>> _kinds = new(StringComparer.Ordinal);

    private readonly ApiSchema? _core;

    private ApiSchema(ApiSchema core, IEnumerable<CustomDefinition> definitions)
    {
        _core = core;
        _table = "";
        foreach (var definition in definitions)
        {
            foreach (var version in definition.Versions)
            {
                Add(CustomTypes.Kind(definition, version));
            }
        }
    }

    private ApiSchema(string table)
    {
        _table = table;
        for (var start = 0; start < table.Length;)
        {
            var end = EndOfType(table, start);
            if (table[start] != '#')
            {
                Add(ApiSchemaReader.Type(this, table.Substring(start, table.IndexOf('\n', start) - start), start, end));
            }

            start = end;
        }
    }

    /// <summary>The API of the models that this library is made for.</summary>
    public static ApiSchema Kubernetes => Loaded.Value;

    /// <summary>All types, in the order of their names.</summary>
    public IReadOnlyCollection<ApiType> Types => _types.Values;

    /// <summary>This schema, and what definitions of custom resources define. Of two that define the same kind, the last one counts; a kind of Kubernetes itself stays what it is.</summary>
    /// <param name="definitions">The definitions.</param>
    /// <returns>The new schema; this one where there are no definitions.</returns>
    public ApiSchema With(IReadOnlyCollection<CustomDefinition> definitions) => definitions.Count == 0 ? this : new(this, definitions);

    /// <summary>The type of a name.</summary>
    /// <param name="name">The name, that of its record in k8s.Models, like <c>V1ServicePort</c>.</param>
    /// <returns>Null for a type that is not known.</returns>
    public ApiType? Type(string name) => _types.TryGetValue(name, out var type) ? type : _core?.Type(name);

    /// <summary>The type of an object.</summary>
    /// <param name="apiVersion">Its apiVersion, as in <c>apps/v1</c>.</param>
    /// <param name="kind">Its kind, as in <c>Deployment</c>.</param>
    /// <returns>Null for a kind that is not known in this version.</returns>
    public ApiType? Kind(string apiVersion, string kind)
    {
        if (_core?.Kind(apiVersion, kind) is { } known)
        {
            return known;
        }

        if (_kinds.TryGetValue(ApiKind.GroupOf(apiVersion) + "/" + kind, out var versions))
        {
            foreach (var type in versions)
            {
                if (type.Kind!.ApiVersion == apiVersion)
                {
                    return type;
                }
            }
        }

        return null;
    }

    /// <summary>Whether objects of a kind live in a namespace. A kind has the same scope in each version of its group.</summary>
    /// <param name="apiVersion">The apiVersion, as in <c>apps/v1</c> or <c>v1</c>. Only its group counts.</param>
    /// <param name="kind">The kind, as in <c>Deployment</c>.</param>
    /// <returns>Null for a kind that is not known, such as a custom resource.</returns>
    public bool? IsNamespaced(string apiVersion, string kind) =>
        _core?.IsNamespaced(apiVersion, kind)
        ?? (_kinds.TryGetValue(ApiKind.GroupOf(apiVersion) + "/" + kind, out var versions) ? versions[versions.Count - 1].Kind!.IsNamespaced : null);

    internal IReadOnlyList<ApiField> Fields(ApiType type, int start, int end) => ApiSchemaReader.Fields(this, type, _table, start, end);

    private void Add(ApiType type)
    {
        _types[type.Name] = type;
        if (type.Kind is { } kind)
        {
            var key = kind.Group + "/" + kind.Name;
            if (!_kinds.TryGetValue(key, out var versions))
            {
                _kinds.Add(key, versions = []);
            }

            versions.RemoveAll(v => v.Kind!.ApiVersion == kind.ApiVersion);
            versions.Add(type);
        }
    }

    // A type ends where a line begins with anything but a blank.
    private static int EndOfType(string table, int start)
    {
        var end = start;
        do
        {
            end = table.IndexOf('\n', end) + 1;
        }
        while (end < table.Length && table[end] == ' ');

        return end;
    }

    private static ApiSchema Load()
    {
        using var stream = typeof(ApiSchema).Assembly.GetManifestResourceStream("K8sSharpManifests.ApiSchema.txt");
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd());
    }
}
