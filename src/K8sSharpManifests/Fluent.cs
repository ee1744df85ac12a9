using System.Runtime.CompilerServices;
using k8s;
using k8s.Models;

namespace K8sSharpManifests;

/// <summary>
/// The fluent methods of the Kubernetes models. With… replaces a field, Add… appends to a list or puts into a map; every call returns a changed copy and
/// leaves the object that it is called on as it is, so a shared base can be derived from as often as one likes.
/// </summary>
public static partial class Fluent
{
    /// <summary>Replaces the metadata.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="self">The object.</param>
    /// <param name="value">The new metadata.</param>
    /// <returns>A changed copy.</returns>
    [FluentMethod(FluentOperation.Set, "metadata")]
    [OverloadResolutionPriority(1)]
    public static T WithMetadata<T>(this T self, V1ObjectMeta? value) where T : class, IMetadata<V1ObjectMeta>
    {
        var copy = Clone(self);
        copy.Metadata = value!;
        return copy;
    }

    /// <summary>Changes the metadata, which is made where there is none yet.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="self">The object.</param>
    /// <param name="configure">Takes the metadata and returns the changed one.</param>
    /// <returns>A changed copy.</returns>
    [FluentMethod(FluentOperation.Set, "metadata")]
    public static T WithMetadata<T>(this T self, Func<V1ObjectMeta, V1ObjectMeta> configure) where T : class, IMetadata<V1ObjectMeta> =>
        self.WithMetadata(configure(self.Metadata ?? new()));

    /// <summary>Sets apiVersion. The factories of <see cref="K8s"/> have set it already, and an object without one gets its type's when it is emitted.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="self">The object.</param>
    /// <param name="value">The group and version, like <c>apps/v1</c>.</param>
    /// <returns>A changed copy.</returns>
    [FluentMethod(FluentOperation.Set, "apiVersion")]
    public static T WithApiVersion<T>(this T self, string? value) where T : class, IKubernetesObject
    {
        var copy = Clone(self);
        copy.ApiVersion = value;
        return copy;
    }

    /// <summary>Sets kind. The factories of <see cref="K8s"/> have set it already, and an object without one gets its type's when it is emitted.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="self">The object.</param>
    /// <param name="value">The kind, like <c>Deployment</c>.</param>
    /// <returns>A changed copy.</returns>
    [FluentMethod(FluentOperation.Set, "kind")]
    public static T WithKind<T>(this T self, string? value) where T : class, IKubernetesObject
    {
        var copy = Clone(self);
        copy.Kind = value;
        return copy;
    }

    internal static IList<T> Append<T>(IList<T>? list, T item)
    {
        var copy = new List<T>((list?.Count ?? 0) + 1);
        if (list is not null)
        {
            copy.AddRange(list);
        }

        copy.Add(item);
        return copy;
    }

    internal static IList<T> AppendAll<T>(IList<T>? list, IEnumerable<T> items) => [.. list ?? [], .. items];

    internal static IList<T>? Copy<T>(IEnumerable<T>? items) => items is null ? null : new List<T>(items);

    internal static IDictionary<string, T>? Copy<T>(IEnumerable<KeyValuePair<string, T>>? entries) =>
        entries is null ? null : new Dictionary<string, T>(entries);

    internal static IDictionary<string, T> Put<T>(IDictionary<string, T>? map, string key, T value)
    {
        // With room for one more: a copy that grows at once would be made twice.
        var copy = new Dictionary<string, T>((map?.Count ?? 0) + 1);
        if (map is not null)
        {
            foreach (var (name, old) in map)
            {
                copy.Add(name, old);
            }
        }

        copy[key] = value;
        return copy;
    }

    internal static T? Get<T>(IDictionary<string, T>? map, string key) where T : class =>
        map is not null && map.TryGetValue(key, out var value) ? value : null;

    /// <summary>A copy as <c>with { }</c> makes one, which C# has no way to write for a type parameter.</summary>
    internal static T Clone<T>(T self) where T : class => Unsafe.As<T>(MemberwiseClone(self));

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "MemberwiseClone")]
    private static extern object MemberwiseClone(object self);
}
