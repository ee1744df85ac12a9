using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using k8s;
using k8s.Models;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests;

/// <summary>What the generated records of custom resources and their fluent methods call. It is not for use by hand, and its signatures name nothing of Core, which their compiler need not see.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CustomParts
{
    private static readonly ConcurrentDictionary<Type, ApiType?> Types = new();

    /// <summary>A copy of a list with one more item.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="list">The list; null for none.</param>
    /// <param name="item">The item.</param>
    /// <returns>The copy.</returns>
    public static IList<T> Append<T>(IList<T>? list, T item) => Fluent.Append(list, item);

    /// <summary>A copy of items as a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The copy; null for null.</returns>
    public static IList<T>? Copy<T>(IEnumerable<T>? items) => Fluent.Copy(items);

    /// <summary>A copy of entries as a dictionary.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="entries">The entries.</param>
    /// <returns>The copy; null for null.</returns>
    public static IDictionary<string, T>? Copy<T>(IEnumerable<KeyValuePair<string, T>>? entries) => Fluent.Copy(entries);

    /// <summary>A copy of a dictionary with one more entry, or another value for it.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="map">The dictionary; null for none.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <returns>The copy.</returns>
    public static IDictionary<string, T> Put<T>(IDictionary<string, T>? map, string key, T value) => Fluent.Put(map, key, value);

    /// <summary>The value of a key.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="map">The dictionary; null for none.</param>
    /// <param name="key">The key.</param>
    /// <returns>Null where there is none.</returns>
    public static T? Get<T>(IDictionary<string, T>? map, string key) where T : class => Fluent.Get(map, key);

    /// <summary>A list as a manifest has it. An item that is null is null there, too: whether it may be, the definition says.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="read">What a manifest has of an item; null for an item that says it itself.</param>
    /// <returns>Null for null.</returns>
    public static object? List<T>(IEnumerable<T>? list, Func<T, object?>? read = null) => list is null ? null : new Sequence([.. list.Select(item => ReadItem(item, read))]);

    /// <summary>A dictionary as a manifest has it. A value that is null is null there, too: whether it may be, the definition says.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="map">The dictionary.</param>
    /// <param name="read">What a manifest has of a value; null for a value that says it itself.</param>
    /// <returns>Null for null.</returns>
    public static object? Map<T>(IDictionary<string, T>? map, Func<T, object?>? read = null) =>
        map is null ? null : new Mapping([.. map.Select(entry => new KeyValuePair<string, Node>(entry.Key, ReadItem(entry.Value, read)))]);

    /// <summary>What may be any JSON, as a manifest has it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Null for null.</returns>
    public static object? Json(object? value) => ObjectReader.ReadValue(value);

    /// <summary>What stands for null in a manifest, where that is something else than nothing.</summary>
    /// <param name="isNull">Whether it is null.</param>
    /// <param name="value">The value otherwise.</param>
    /// <returns>What a manifest has.</returns>
    public static object? OrNull(bool isNull, object? value) => isNull ? Scalar.Null : value;

    /// <summary>The tree of a custom resource.</summary>
    internal static Mapping? ReadResource(IKubernetesObject value) =>
        value is IManifestPart part && Types.GetOrAdd(value.GetType(), TypeOf) is { Kind: { } kind } type
            ? Typing.As(ObjectReader.WithTypeMeta(Read(part), kind.ApiVersion, kind.Name), type)
            : null;

    internal static Mapping Read(IManifestPart part)
    {
        var fields = part.Fields;
        var entries = new List<KeyValuePair<string, Node>>(fields.Length / 2);
        for (var i = 0; i < fields.Length; i += 2)
        {
            if (fields[i] is string key)
            {
                if (ReadPart(fields[i + 1]) is { } node)
                {
                    entries.Add(new(key, node));
                }
            }
            else if (fields[i + 1] is Mapping others)
            {
                if (others.Entries.FirstOrDefault(e => entries.Exists(known => known.Key == e.Key)).Key is { } twice)
                {
                    throw new NotSupportedException($"{part.GetType().Name} has '{twice}' twice, once in {CustomNames.OtherFields}: leave one out");
                }

                entries.AddRange(others.Entries);
            }
        }

        return new(entries);
    }

    private static Node ReadItem<T>(T item, Func<T, object?>? read) => ReadPart(item is null || read is null ? item : read(item)) ?? Scalar.Null;

    private static Node? ReadPart(object? value) => value switch
    {
        Node node => node,
        IManifestPart part => Read(part),
        ResourceQuantity quantity => ObjectReader.ReadValue(quantity),
        IntOrString number => ObjectReader.ReadValue(number),
        null or string or bool or int or long or double => ObjectReader.ReadValue(value),

        // A claim in a resource is a part of it, and says no more what it is than every other part.
        _ => (value.GetType().Assembly == typeof(V1Pod).Assembly ? ObjectReader.ReadPart(value) : null) ?? ObjectReader.ReadValue(value),
    };

    private static ApiType? TypeOf(Type type) => type.GetCustomAttribute<CustomResourceAttribute>(inherit: false) is { } attribute
        ? CustomResourceText.Read(attribute.Schema, type.Name, attribute.LongerNames)
        : null;
}
