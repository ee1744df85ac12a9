using k8s;
using k8s.Models;

namespace K8sSharpManifests;

/// <summary>What becomes of patches where an object of the models is made anew.</summary>
internal static class FieldsOf
{
    /// <summary>The type of k8s.Models that an object is of, patched or not; null for every other one.</summary>
    public static Type? ModelOf(object value) =>
        value.GetType().Assembly == typeof(V1Pod).Assembly ? value.GetType() : value is IHasFieldSettings and not UntypedObject ? Patched.TypeOf(value) : null;

    /// <summary>An object of the models with the patches of another.</summary>
    public static IKubernetesObject Kept(IKubernetesObject value, IKubernetesObject from)
    {
        if (from is not IHasFieldSettings { FieldSettings: var settings } || Patched.Of(value) is not IHasFieldSettings patched)
        {
            return value;
        }

        patched.FieldSettings = settings;
        return (IKubernetesObject)patched;
    }
}
