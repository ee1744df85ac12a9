namespace K8sSharpManifests.Core.CustomResources;

/// <summary>Finds which parts of custom resources are types of Kubernetes itself, or parts of such a type.</summary>
/// <remarks>A part is one where the type has each of its fields in the same shape, and where no other type fits as well. Where that is not certain, the part is a type of its own.</remarks>
internal sealed class CoreParts
{
    // What definitions take over from Kubernetes: all of a pod, what selects pods, and what asks for storage.
    private static readonly string[] Roots = ["V1PodTemplateSpec", "V1LabelSelector", "V1PersistentVolumeClaim"];

    // Looks like what a container asks for, which is what definitions mean.
    private const string Ambiguous = "V1VolumeResourceRequirements";

    // What a StatefulSet does with its claims, which operators that run one take over.
    private const string ClaimRetention = "V1StatefulSetPersistentVolumeClaimRetentionPolicy";
    private const string ClaimRetentionKey = "persistentVolumeClaimRetentionPolicy";

    private const string Metadata = "V1ObjectMeta";

    // Two names and a text may be anything: so few fields tell only with the key that Kubernetes itself uses, or one that says it.
    private const int Telling = 3;
    private const int MaxDepth = 40;

    private static readonly Lazy<CoreParts> OfKubernetes = new(() => new(ApiSchema.Kubernetes));

    private readonly List<Candidate> _candidates = [];

    private CoreParts(ApiSchema core)
    {
        foreach (var root in Roots)
        {
            Collect(core.Type(root)!, "");
        }

        Collect(core.Type(ClaimRetention)!, ClaimRetentionKey);
    }

    /// <summary>The type of Kubernetes that a part of a custom resource is.</summary>
    /// <param name="key">The field that holds the part, or a list or a dictionary of it.</param>
    /// <param name="schema">The part: an object with fields.</param>
    /// <returns>Null where it is none.</returns>
    public static ApiType? Of(string key, JsonSchema schema) => OfKubernetes.Value.Find(key, schema);

    private ApiType? Find(string key, JsonSchema schema)
    {
        Candidate? best = null;
        var isSure = false;
        foreach (var candidate in _candidates)
        {
            if (!candidate.IsWorthATry(key, schema) || !IsPartOf(schema, candidate.Type, 0))
            {
                continue;
            }

            var order = best is null ? -1 : Compare(candidate, best, key, schema);
            (best, isSure) = order < 0 ? (candidate, true) : (best, isSure && order > 0);
        }

        return isSure ? best!.Type : null;
    }

    // The nearest is the one with the key; then the one with the fewest fields that the part does not have.
    private static int Compare(Candidate left, Candidate right, string key, JsonSchema schema)
    {
        var byKey = right.Keys.Contains(key).CompareTo(left.Keys.Contains(key));
        var byCount = left.Type.Fields.Count.CompareTo(right.Type.Fields.Count);
        return byKey != 0 ? byKey : byCount != 0 ? byCount : Speaks(right, key, schema).CompareTo(Speaks(left, key, schema));
    }

    // The keys of a Secret and those of a ConfigMap are selected alike; what they are is said in words.
    private static bool Speaks(Candidate candidate, string key, JsonSchema schema)
    {
        var word = candidate.Word;
        return word is not null && (Has(key, word) || (schema.Property("key") is { } field && (word == "secret") == Has(field.Description, "secret")));
    }

    private static bool Has(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsPartOf(JsonSchema schema, ApiType type, int depth)
    {
        if (depth > MaxDepth || schema.PreservesUnknownFields || schema.AllowsAnyProperties || schema.IsEmbeddedResource || schema.IsNullable)
        {
            return false;
        }

        foreach (var property in schema.Properties)
        {
            if (type.Field(property.Key) is not { } field || !IsPartOf(property.Value, field.Shape, depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    // Metadata in a part has no fields in a definition that controller-gen writes, unless it is told to (generateEmbeddedObjectMeta): upstream, its pkg/crd/known_types.go.
    private static bool IsPartOf(JsonSchema schema, ApiShape shape, int depth) => !schema.IsNullable && shape.Kind switch
    {
        ApiShapeKind.Quantity => schema.IsIntOrString,
        ApiShapeKind.IntOrString => schema.IsIntOrString,
        _ when schema.IsIntOrString => false,
        ApiShapeKind.String => schema.Type == "string" && schema.Format is "",
        ApiShapeKind.Time or ApiShapeKind.MicroTime => schema.Type == "string" && schema.Format == "date-time",
        ApiShapeKind.Bytes => schema.Type == "string" && schema.Format == "byte",
        ApiShapeKind.Boolean => schema.Type == "boolean",
        ApiShapeKind.Int32 => schema.Type == "integer" && schema.Format is "int32" or "",
        ApiShapeKind.Int64 => schema.Type == "integer",
        ApiShapeKind.Double => schema.Type == "number",
        ApiShapeKind.List => schema.Type == "array" && schema.Items is { } items && IsPartOf(items, shape.Items!, depth),
        ApiShapeKind.Map => schema.Type == "object" && schema.AdditionalProperties is { } values && IsPartOf(values, shape.Items!, depth),
        ApiShapeKind.Object => schema.Type == "object" && schema.AdditionalProperties is null && shape.Type is { } type && (schema.Properties.Count > 0 || type.Fields.Count == 0 || type.Name == Metadata) && IsPartOf(schema, type, depth),
        _ => false,
    };

    private void Collect(ApiType type, string key)
    {
        if (_candidates.Find(c => c.Type == type) is { } known)
        {
            known.Keys.Add(key);
            return;
        }

        var candidate = new Candidate(type);
        candidate.Keys.Add(key);
        _candidates.Add(candidate);
        foreach (var field in type.Fields)
        {
            if (field.Shape.Innermost.Type is { Name: not Ambiguous } inner)
            {
                Collect(inner, field.Key);
            }
        }
    }

    private sealed class Candidate(ApiType type)
    {
        public ApiType Type { get; } = type;

        // The keys under which Kubernetes has it.
        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        // The word that tells it from what has the same fields.
        public string? Word { get; } = type.Name.IndexOf("Secret", StringComparison.Ordinal) >= 0 ? "secret" : type.Name.IndexOf("ConfigMap", StringComparison.Ordinal) >= 0 ? "configmap" : null;

        public bool IsWorthATry(string key, JsonSchema schema)
        {
            var count = schema.Properties.Count;
            return count > 0 && count <= Type.Fields.Count && (Keys.Contains(key) || Array.IndexOf(Roots, Type.Name) >= 0 || (count >= Telling && 2 * count >= Type.Fields.Count) || IsSaid(key, schema));
        }

        // A passwordSecretRef with a name and a key, podMetadata with labels and annotations.
        private bool IsSaid(string key, JsonSchema schema) => Type.Name switch
        {
            "V1SecretKeySelector" or "V1ConfigMapKeySelector" => key.EndsWith("Ref", StringComparison.Ordinal) && CoreParts.Has(key, Word!) && Has(schema, "name", "key"),
            Metadata => key.EndsWith("Metadata", StringComparison.Ordinal) && Has(schema, "labels", "annotations"),
            _ => false,
        };

        private static bool Has(JsonSchema schema, params string[] keys) => Array.TrueForAll(keys, key => schema.Property(key) is not null);
    }
}
