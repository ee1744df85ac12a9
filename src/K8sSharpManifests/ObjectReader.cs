using System.Globalization;
using k8s;
using k8s.Models;
using K8sSharpManifests.Core;

namespace K8sSharpManifests;

/// <summary>Reads Kubernetes objects into the manifest tree, without reflection and without JSON.</summary>
/// <remarks>
/// What only the server sets (status, and metadata such as uid and resourceVersion) is left out. A required number that is 0 is left out too where the API
/// server rejects 0: the models hold 0 for a number that nobody set. A null is left out wherever it stands, in lists and dictionaries too, except in fields that
/// hold any JSON, and in the lists and dictionaries of custom resources; so are an empty list and dictionary, and an empty record of the
/// few that the API cannot tell from none, where empty means the same as absent.
/// </remarks>
public static partial class ObjectReader
{
    // Kubernetes has nine digits after the point.
    private const int MaxScale = 18;

    // By hash; a power of two.
    private static readonly RecentQuantity?[] RecentQuantities = new RecentQuantity?[64];

    /// <summary>Reads one object. apiVersion and kind are filled from its type where it does not set them.</summary>
    /// <param name="value">
    /// An object of a kind that one can apply: of k8s.Models, of <see cref="K8s.Object"/>, or of a class of the user's own, which is written by its members' JSON names.
    /// </param>
    /// <returns>Its tree.</returns>
    /// <exception cref="NotSupportedException">
    /// The object's type is none that one can apply (a list, a review), or it holds what has no form in a manifest: the message says where, and what to do.
    /// </exception>
    public static Mapping Read(IKubernetesObject value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new AnyReader().ReadObject(value);
    }

    internal static string Refusal(Type type) => type.Name.EndsWith("List", StringComparison.Ordinal)
        ? $"{type.Name} is a list as the API server returns it, not an object that one can apply: use its Items."
        : $"{type.FullName} is not an object that one can apply: of k8s.Models, only the kinds that the API lets one create and replace are.";

    internal static Mapping WithTypeMeta(Mapping fields, string apiVersion, string kind)
    {
        if (fields.EntryArray is [{ Key: "apiVersion" }, { Key: "kind" }, ..])
        {
            return fields;
        }

        Node Or(string key, string value) => fields[key] is Missing ? Scalar.String(value) : fields[key];
        return fields.WithTypeMeta(Or("apiVersion", apiVersion), Or("kind", kind));
    }

    /// <summary>The same fields, the metadata first.</summary>
    internal static Mapping InOrder(Mapping fields) => fields["metadata"] is Mapping metadata
        ? fields.WithEntries([new("metadata", metadata), .. fields.Entries.Where(e => e.Key != "metadata")])
        : fields;

    private static Sequence? ReadList<T>(IList<T>? list, Func<T, Node?> read)
    {
        if (list is null)
        {
            return null;
        }

        var items = new Node[list.Count];
        var count = 0;
        for (var i = 0; i < items.Length; i++)
        {
            if (list[i] is { } item && read(item) is { } node)
            {
                items[count++] = node;
            }
        }

        return new(count == items.Length ? items : items[..count]);
    }

    private static Mapping? ReadMap<T>(IDictionary<string, T>? map, Func<T, Node?> read)
    {
        if (map is null)
        {
            return null;
        }

        var fields = new MappingBuilder();
        foreach (var (key, value) in map)
        {
            fields.Add(key, value is null ? null : read(value));
        }

        return fields.ToMapping();
    }

    private static Scalar? ReadValue(string? value) => value is null ? null : Scalar.String(value);

    private static Scalar? ReadValue(bool? value) => value is { } known ? Scalar.Boolean(known) : null;

    private static Scalar? ReadValue(int? value) => value is { } known ? Scalar.Number(known) : null;

    private static Scalar? ReadValue(long? value) => value is { } known ? Scalar.Number(known) : null;

    private static Scalar? ReadValue(double? value) => value is { } known ? Number(known) : null;

    private static Scalar? ReadValue(byte[]? value) => value is null ? null : Scalar.String(Convert.ToBase64String(value));

    internal static Scalar? ReadValue(ResourceQuantity? value) => value is null ? null : Scalar.Quantity(Canonical(value));

    /// <summary>
    /// A date is RFC 3339 in UTC, with microseconds where it has any, or where the API server reads a metav1.MicroTime, which it does not without. One that does not say
    /// whether it is local is taken for UTC, lest the same C# be another date on another machine.
    /// </summary>
    internal static Scalar? ReadTime(DateTime? value, string type, string key)
    {
        if (value is not { } date || date == default)
        {
            return null;
        }

        var utc = date.Kind == DateTimeKind.Unspecified ? date : date.ToUniversalTime();
        var isWhole = utc.Ticks % TimeSpan.TicksPerSecond == 0 && ApiSchema.Kubernetes.Type(type)?.Field(key)?.Shape.Kind != ApiShapeKind.MicroTime;
        var format = isWhole ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
        return Scalar.String(utc.ToString(format, CultureInfo.InvariantCulture));
    }

    internal static Scalar? ReadValue(IntOrString? value) => value?.Value is { } text ? Scalar.IntOrString(text) : null;

    /// <summary>The fields that hold any JSON: defaults and examples of a schema, the data of a controller revision.</summary>
    internal static Node? ReadValue(object? value) => value is null ? null : new AnyReader().Read(value);

    internal static Scalar Number(double value) => Number(value, value.ToString("R", CultureInfo.InvariantCulture));

    internal static Scalar Number(double value, string text) => double.IsFinite(value)
        ? new(ScalarKind.Number, text)
        : throw new NotSupportedException($"{value.ToString(CultureInfo.InvariantCulture)} is no number that JSON, and so Kubernetes, can hold.");

    /// <summary>The models parse a quantity and forget its text, so both front ends give Core's canonical one. A project has few different ones.</summary>
    private static string Canonical(ResourceQuantity value)
    {
        try
        {
            decimal number = value;

            // Their parser divides where a text has a slash. Few numbers are long enough to ask.
            if (number.Scale > MaxScale && new ResourceQuantity(number, 0, value.Format) != value)
            {
                throw new NotSupportedException($"A quantity that is nearly {value} has no end, which no text gives to Kubernetes: K8s.ParseQuantity refuses what the models divide.");
            }

            ref var place = ref RecentQuantities[(number.GetHashCode() ^ (int)value.Format) & (RecentQuantities.Length - 1)];
            var recent = Volatile.Read(ref place);
            if (recent is null || recent.Number != number || recent.Format != value.Format)
            {
                recent = new(number, value.Format, Quantity.From(number, FormatOf(value)).ToString());
                Volatile.Write(ref place, recent);
            }

            return recent.Text;
        }
        catch (OverflowException)
        {
            throw new NotSupportedException($"The quantity {value} is larger than Kubernetes can hold, which is 2^63-1.");
        }
    }

    private static QuantityFormat FormatOf(ResourceQuantity value) => value.Format switch
    {
        ResourceQuantity.SuffixFormat.BinarySI => QuantityFormat.BinarySI,
        ResourceQuantity.SuffixFormat.DecimalExponent => QuantityFormat.DecimalExponent,
        _ => QuantityFormat.DecimalSI,
    };

    private sealed class RecentQuantity(decimal number, ResourceQuantity.SuffixFormat format, string text)
    {
        public decimal Number { get; } = number;

        public ResourceQuantity.SuffixFormat Format { get; } = format;

        public string Text { get; } = text;
    }
}
