using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What the API server takes of a pod with a warning.</summary>
/// <remarks>Upstream: pkg/api/pod/warnings.go (warningsForPodSpecAndMeta). Of pull secrets that are there twice or have no name, K8S119 tells.</remarks>
internal sealed class PodWarnings() : Validation(PodParts.Spec)
{
    public override void Validate(Part spec)
    {
        spec.Warn(spec.Place.Child("terminationGracePeriodSeconds"), spec.Number("terminationGracePeriodSeconds") < 0, "less than 0 seconds is taken for 1; write how long the containers may take to end");
        HostAliases(spec);
        Fractions.Check(spec, "overhead", "memory", "ephemeral-storage");
    }

    private static void HostAliases(Part spec)
    {
        if (spec.Node.Get("hostAliases") is Sequence { Count: > 1 })
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var alias in spec.Items("hostAliases"))
            {
                if (alias.Text("ip") is { Length: > 0 } ip && !seen.Add(ip))
                {
                    alias.Warn(alias.Place.Child("ip"), Truth.True, "an entry before it has that address already; put its names there");
                }
            }
        }
    }
}

/// <summary>What the API server takes of a container with a warning.</summary>
/// <remarks>Upstream: pkg/api/pod/warnings.go (warningsForPodSpecAndMeta).</remarks>
internal sealed class ContainerWarnings() : Validation("V1Container", "V1EphemeralContainer")
{
    public override void Validate(Part container)
    {
        if (container.Node.Get("env") is Sequence { Count: > 1 })
        {
            Variables(container);
        }

        if (container.Node is Mapping mapping && mapping["resources"] is Mapping)
        {
            var resources = container.Child("resources");
            Fractions.Check(resources, "limits", "memory", "ephemeral-storage");
            Fractions.Check(resources, "requests", "memory", "ephemeral-storage");
        }
    }

    private static void Variables(Part container)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variable in container.Items("env"))
        {
            var name = variable.Text("name");
            if (name.Length == 0 || seen.Add(name))
            {
                continue;
            }

            // A value may be made of the one before it.
            var reference = $"$({name})";
            var value = variable["value"];
            var isAddition = value is Unknown ? Truth.Unknown : value is Scalar { Text: var text } && text != reference && text.IndexOf(reference, StringComparison.Ordinal) >= 0;
            variable.Warn(variable.Place.Child("name"), variable.Has("valueFrom") | !isAddition, "it hides a variable of the same name before it, and 'kubectl apply' may lose one of the two; remove one",
                Fix.Remove(variable.Place, "Remove this one", isSafeForFixAll: false));
        }
    }
}

/// <summary>Selectors of pods without which nothing is selected.</summary>
/// <remarks>Upstream: pkg/api/pod/warnings.go (warningsForPodSpecAndMeta, warningsForPodAffinityTerms, warningsForWeightedPodAffinityTerms).</remarks>
internal sealed class SelectorWarnings() : Validation("V1TopologySpreadConstraint", "V1PodAffinityTerm")
{
    public override void Validate(Part part)
    {
        var isMissing = !part["labelSelector"].Exists;
        if (!isMissing.IsFalse)
        {
            var place = part.Place.Child("labelSelector");
            part.Warn(place, isMissing, "without it no pod is selected, so that it has no effect; select pods by their labels",
                part.Type!.Name == "V1TopologySpreadConstraint" && part.Around(PodParts.Spec)?.Owner?.Child("metadata")["labels"] is Mapping { Count: > 0, IsOpen: false } labels
                    ? [Fix.Set(place, new Mapping([new("matchLabels", labels)]), "Select by the pod's labels", isSafeForFixAll: false)]
                    : []);
        }
    }
}
