namespace K8sSharpManifests.Core.CustomResources;

/// <summary>Makes types of the API's schema of the definitions of custom resources, so that a custom resource is walked and typed like every other object.</summary>
internal static class CustomTypes
{
    /// <summary>The type of a version's resources.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="version">Its version.</param>
    /// <param name="clrName">The name of its record in C#; null for the plain one.</param>
    /// <param name="longerNames">The names of other kinds' records that begin with this one.</param>
    /// <param name="hasCoreParts">Whether parts may be types of Kubernetes itself: they are, but where somebody measures what that saves.</param>
    public static ApiType Kind(CustomDefinition definition, CustomVersion version, string? clrName = null, IReadOnlyCollection<string>? longerNames = null, bool hasCoreParts = true)
    {
        var names = new CustomTypeNames(clrName ?? CustomNames.Member(definition.Kind), longerNames ?? [], hasCoreParts);
        var kind = new ApiKind(version.ApiVersion, definition.Kind, definition.Plural, definition.IsNamespaced);
        return names.Root = new Parts(names, hasCoreParts, version.HasStatus).Object($"{definition.Kind}.{version.ApiVersion}", version.Schema, kind);
    }

    /// <summary>The part that lies below fields of a type, whatever lists and dictionaries are in between.</summary>
    /// <param name="root">The type.</param>
    /// <param name="path">The fields.</param>
    /// <returns>Null where there is none.</returns>
    public static ApiType? Part(ApiType root, IEnumerable<string> path)
    {
        ApiType? type = root;
        foreach (var key in path)
        {
            type = type?.Field(key)?.Shape.Innermost.Type;
        }

        return type;
    }

    private sealed class Parts(CustomTypeNames names, bool hasCoreParts, bool hasStatus)
    {
        public ApiType Object(string name, JsonSchema schema, ApiKind? kind = null) => new(name, kind, type => Fields(type, schema, kind is not null)) { Schema = schema, Names = names };

        private IReadOnlyList<ApiField> Fields(ApiType type, JsonSchema schema, bool isResource)
        {
            var fields = new List<ApiField>();
            var position = 0;
            if (isResource)
            {
                fields.Add(new(type, "metadata", "Metadata", ApiShape.Of(ApiSchema.Kubernetes.Type("V1ObjectMeta")!)) { IsAlwaysPresent = true, Position = position++ });
            }

            var own = schema.Properties.Where(p => !isResource || p.Key is not ("apiVersion" or "kind" or "metadata")).ToArray();
            var members = CustomNames.Members(own.Select(p => p.Key), CustomNames.Taken(names.RootName, isResource));
            foreach (var property in own)
            {
                fields.Add(new(type, property.Key, members[property.Key], Shape(Below(type.Name, property.Key), isResource ? null : property.Key, property.Value))
                {
                    IsRequired = schema.Required.Contains(property.Key),
                    IsServerSet = isResource && hasStatus && property.Key == "status",
                    KeepsZero = true,
                    KeepsEmpty = true,
                    MapKeys = property.Value.ListType == "map" ? property.Value.ListMapKeys : [],
                    IsSet = property.Value.ListType == "set",
                    Position = position++,
                });
            }

            return fields;
        }

        // The key tells a part of Kubernetes; what a resource itself is made of is its own, and has none.
        private ApiShape Shape(string name, string? key, JsonSchema schema) => schema switch
        {
            { IsIntOrString: true } => new(ApiShapeKind.IntOrString),
            { Type: "string" } => new(ApiShapeKind.String),
            { Type: "boolean" } => new(ApiShapeKind.Boolean),
            { Type: "integer" } => new(schema.Format == "int32" ? ApiShapeKind.Int32 : ApiShapeKind.Int64),
            { Type: "number" } => new(ApiShapeKind.Double),
            { Type: "array", Items: { } items } => new(ApiShapeKind.List, Shape(name + "[]", key, items)),
            { Type: "object", AdditionalProperties: { } values } => new(ApiShapeKind.Map, Shape(name + "{}", key, values)),
            { Type: "object", IsEmbeddedResource: false, Properties.Count: > 0 } => ApiShape.Of((hasCoreParts && key is not null ? CoreParts.Of(key, schema) : null) ?? Object(name, schema)),
            _ => new(ApiShapeKind.Any),
        };

        // A key that has in it what stands between keys, or after them, gets a mark: no two parts have one name.
        private static string Below(string name, string key) => $"{name}.{key.Replace("\\", "\\\\").Replace(".", "\\.").Replace("[", "\\[").Replace("{", "\\{")}";
    }
}
