namespace K8sSharpManifests.Core;

/// <summary>
/// The fields whose texts the API (or everybody) knows. The models have them as plain strings. The generator of the fluent API links this table and turns it
/// into classes of constants; so it needs nothing but itself.
/// </summary>
internal static partial class EnumFields
{
    private const bool Closed = true;
    private const bool Open = false;

    /// <summary>The whole table, one API group after the other.</summary>
    public static readonly IReadOnlyList<EnumField> All =
    [
        .. Containers(), .. Pods(), .. Scheduling(), .. Services(), .. Networking(), .. Storage(), .. Configuration(),
        .. Workloads(), .. Autoscaling(), .. Admission(), .. Extensions(), .. Access(), .. Certificates(), .. FlowControl(), .. Devices(),
    ];

    // After All, from which it is made.
    private static readonly Dictionary<string, EnumField> ByField = Index();

    private static Dictionary<string, EnumField> Index()
    {
        var index = new Dictionary<string, EnumField>(StringComparer.Ordinal);
        foreach (var entry in All)
        {
            foreach (var field in entry.Fields)
            {
                index.Add(field, entry);
            }
        }

        return index;
    }

    /// <summary>The entry of one property of the models.</summary>
    /// <param name="type">The name of the record, like <c>V1Container</c>.</param>
    /// <param name="property">The name of its property, like <c>ImagePullPolicy</c>.</param>
    /// <returns>The entry, or null where any text will do.</returns>
    public static EnumField? Of(string type, string property) => ByField.TryGetValue($"{type}.{property}", out var entry) ? entry : null;
}
