using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>A value in a custom resource, and what the definition says of it.</summary>
/// <param name="Place">The value.</param>
/// <param name="Schema">Its schema.</param>
internal sealed record SchemaPlace(TreePlace Place, JsonSchema Schema)
{
    /// <summary>The items or the entries of a value of which the definition says something.</summary>
    public static IEnumerable<SchemaPlace> Below(TreePlace value, JsonSchema schema)
    {
        if (value.Node is Sequence && schema.Items is { } items)
        {
            return value.Items.Select(item => new SchemaPlace(item, items));
        }

        return value.Node is not Mapping map ? []
            : from entry in map.Entries
              let inner = schema.Below(entry.Key)
              where inner is not null
              select new SchemaPlace(value.Entry(entry), inner);
    }
}
