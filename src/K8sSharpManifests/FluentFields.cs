using k8s;
using k8s.Models;
using K8sSharpManifests.Core;

namespace K8sSharpManifests;

/// <content>Fields by their place, for what has no C# property.</content>
public static partial class Fluent
{
    /// <summary>Sets a field of an object without a type. What is not there on the way to it is made.</summary>
    /// <param name="self">The object.</param>
    /// <param name="path">
    /// The field, as in YAML with dots between the keys: <c>spec.replicas</c>. An item of a list goes by its number or its name, <c>spec.containers[0].image</c> or
    /// <c>spec.containers[name=web].image</c>, and a key with dots or brackets stands in brackets and quotes: <c>spec.options['example.com/mode']</c>.
    /// </param>
    /// <param name="value">
    /// Text, boolean, number, list, dictionary with text keys, type of k8s.Models, class of your own, or JSON, with any of these in it. Null takes the field away.
    /// </param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentException">The path is none, or leads to what other methods set: apiVersion, kind, metadata.</exception>
    [FluentMethod(FluentOperation.SetAt, "")]
    public static UntypedObject With(this UntypedObject self, string path, object? value)
    {
        var place = PlaceOf(path);
        return FieldSetting.Problem(place) is { } problem ? throw new ArgumentException(problem) : With(self, new FieldValue(place, value, IsPatch: false));
    }

    /// <summary>Sets the spec of an object without a type.</summary>
    /// <param name="self">The object.</param>
    /// <param name="value">A dictionary with text keys, an anonymous object, a class of your own, or JSON. Null takes the spec away.</param>
    /// <returns>A changed copy.</returns>
    [FluentMethod(FluentOperation.SetAt, "spec")]
    public static UntypedObject WithSpec(this UntypedObject self, object? value) => With(self, new FieldValue(FieldAddress.Of("spec"), value, IsPatch: false));

    /// <summary>
    /// Sets a field that the object's type does not have, such as one of a newer Kubernetes. The copy keeps it: through every other method, through <c>with</c>, and whatever
    /// is set around it. No rule reports the field as unknown.
    /// </summary>
    /// <typeparam name="T">The type of the object: a kind of k8s.Models, or <see cref="UntypedObject"/>.</typeparam>
    /// <param name="self">The object.</param>
    /// <param name="path">The field; see <see cref="With(UntypedObject, string, object?)"/>. Objects that are not there on the way to it are made, items of lists are not.</param>
    /// <param name="value">What it shall hold; see <see cref="With(UntypedObject, string, object?)"/>. Null takes an earlier patch away.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentException">The path is none, or leads to a field that the models have: that has a method and a property.</exception>
    /// <exception cref="NotSupportedException">The object is of a class of your own: give that a property.</exception>
    [FluentMethod(FluentOperation.Patch, "")]
    public static T Patch<T>(this T self, string path, object? value) where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var place = PlaceOf(path);
        var copy = self is IHasFieldSettings ? Clone(self) : (T?)Patched.Of(self) ?? throw new NotSupportedException(
            $"Patch does not know {self.GetType().FullName}: it is for the kinds of k8s.Models and for K8s.Object; give a class of your own a property, or [JsonExtensionData]");
        var type = self is UntypedObject untyped
            ? untyped is { ApiVersion: { } apiVersion, Kind: { } kind } ? ApiSchema.Kubernetes.Kind(apiVersion, kind) : null
            : ApiSchema.Kubernetes.Type(Patched.TypeOf(copy).Name);
        return FieldSetting.PatchProblem(place, type) is { } problem ? throw new ArgumentException(problem) : Add(copy, new FieldValue(place, value, IsPatch: true));
    }

    private static FieldAddress PlaceOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return FieldAddress.Parse(path, out var problem) ?? throw new ArgumentException(problem);
    }

    private static UntypedObject With(UntypedObject self, FieldValue field) => Add(Clone(self), field);

    private static T Add<T>(T copy, FieldValue field) where T : class
    {
        var settings = (IHasFieldSettings)copy;
        settings.FieldSettings = [.. settings.FieldSettings, field];
        return copy;
    }
}
