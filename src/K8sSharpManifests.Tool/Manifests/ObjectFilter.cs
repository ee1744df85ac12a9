using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Tool.Manifests;

/// <summary>Which of the objects are meant: those of a namespace, with some labels.</summary>
/// <param name="Namespace">The namespace; null for all.</param>
/// <param name="Selector">The labels; null for all.</param>
internal sealed record ObjectFilter(string? Namespace, LabelSelector? Selector)
{
    /// <summary>A group as it is applied into the namespace: without the objects of others, and an object that names none is in it, unless its kind has none, as <c>kubectl apply -n</c> has it.</summary>
    /// <param name="group">The objects.</param>
    public ManifestGroup Apply(ManifestGroup group)
    {
        if (Namespace is null)
        {
            return group;
        }

        var placed = new Dictionary<Mapping, Mapping>(ReferenceEqualityComparer.Instance);
        foreach (var root in group.Objects)
        {
            var metadata = root.Get("metadata");
            var own = metadata.Get("namespace").Text();
            if (root is { Type.Kind.IsNamespaced: false })
            {
                placed[root] = root;
            }
            else if (own.Length == 0)
            {
                placed[root.With("metadata", (metadata as Mapping ?? new Mapping([])).With("namespace", Scalar.String(Namespace)))] = root;
            }
            else if (own == Namespace)
            {
                placed[root] = root;
            }
        }

        return new([.. placed.Keys], root => group.OptionsOf(placed[root])) { Environment = group.Environment, HasLines = group.HasLines };
    }

    /// <summary>Whether an object is selected by its own labels, as <c>kubectl get -l</c> selects.</summary>
    /// <param name="root">The object.</param>
    public bool Selects(Mapping root)
    {
        var labels = root.Get("metadata").Get("labels");
        return Selector?.Matches(key => labels.Get(key) is Scalar label ? label.Text : null) != false;
    }
}
