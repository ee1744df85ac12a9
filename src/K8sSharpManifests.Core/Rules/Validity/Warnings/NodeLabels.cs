namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Labels of nodes that are deprecated.</summary>
/// <remarks>Upstream: pkg/api/node/util.go (deprecatedNodeLabels, GetNodeLabelDeprecatedMessage).</remarks>
internal static class NodeLabels
{
    private static readonly Dictionary<string, string> Deprecated = new(StringComparer.Ordinal)
    {
        ["beta.kubernetes.io/arch"] = "deprecated since Kubernetes 1.14; use 'kubernetes.io/arch'",
        ["beta.kubernetes.io/os"] = "deprecated since Kubernetes 1.14; use 'kubernetes.io/os'",
        ["failure-domain.beta.kubernetes.io/region"] = "deprecated since Kubernetes 1.17; use 'topology.kubernetes.io/region'",
        ["failure-domain.beta.kubernetes.io/zone"] = "deprecated since Kubernetes 1.17; use 'topology.kubernetes.io/zone'",
        ["beta.kubernetes.io/instance-type"] = "deprecated since Kubernetes 1.17; use 'node.kubernetes.io/instance-type'",
        ["app.kubernetes.io/created-by"] = "deprecated since Kubernetes 1.9",
        ["scheduler.alpha.kubernetes.io/preferAvoidPods"] = "deprecated since Kubernetes 1.22; use taints and tolerations",
        ["node-role.kubernetes.io/master"] = "deprecated; use 'node-role.kubernetes.io/control-plane'",
    };

    /// <summary>Says of a text that is such a label that it is.</summary>
    public static void Check(Part part, string key)
    {
        if (part.Node is Mapping mapping && mapping[key] is Scalar { Kind: ScalarKind.String } label && Deprecated.TryGetValue(label.Text, out var advice))
        {
            var place = part.Place.Child(key);
            part.Warn(place, Truth.True, "this label of nodes is " + advice, Replacement(advice) is { } better ? [Fix.ChangeTo(place, Scalar.String(better), isSafeForFixAll: false)] : []);
        }
    }

    /// <summary>The same of the keys of a dictionary.</summary>
    public static void CheckKeys(Part part, string key)
    {
        if (part.Node is not Mapping mapping || mapping[key] is not Mapping { Count: > 0 } labels)
        {
            return;
        }

        foreach (var entry in labels.EntryArray)
        {
            if (Deprecated.TryGetValue(entry.Key, out var advice))
            {
                var map = part.Place.Child(key);
                var place = map.Entry(entry);
                part.ReportAt(AcceptedWithWarning.Rule, place, map.KeyOf(entry), Truth.True, "this label of nodes is " + advice, Renamed(map, place, advice));
            }
        }
    }

    private static Fix[] Renamed(TreePlace map, TreePlace place, string advice) => Replacement(advice) is { } better && map.Child(better).Node is Missing && place.Node is Scalar value
        ? [Fix.Of($"Change to '{better}'", false, FixChange.Remove(place), FixChange.Set(map.Child(better), value))]
        : [];

    // What the advice names is a label, but for taints.
    private static string? Replacement(string advice)
    {
        var start = advice.IndexOf('\'');
        return start < 0 ? null : advice.Substring(start + 1, advice.Length - start - 2);
    }
}

/// <summary>Nodes that are chosen by labels which are deprecated.</summary>
/// <remarks>
/// Upstream: pkg/api/pod/warnings.go (warningsForPodSpecAndMeta), pkg/api/node/util.go (GetWarningsForRuntimeClass, GetWarningsForNodeSelectorTerm, GetWarningsForNodeSelector),
/// pkg/api/storage/util.go (GetWarningsForStorageClass, GetWarningsForCSIStorageCapacity), pkg/api/persistentvolume/util.go (warningsForPersistentVolumeSpecAndMeta).
/// </remarks>
internal sealed class NodeLabelWarnings() : Validation(PodParts.Spec, "V1Scheduling", "V1NodeSelectorRequirement", "V1TopologySelectorLabelRequirement", "V1TopologySpreadConstraint", "V1CSIStorageCapacity")
{
    public override void Validate(Part part)
    {
        switch (part.Type!.Name)
        {
            case PodParts.Spec or "V1Scheduling":
                NodeLabels.CheckKeys(part, "nodeSelector");
                break;
            case "V1TopologySpreadConstraint":
                NodeLabels.Check(part, "topologyKey");
                break;
            case "V1TopologySelectorLabelRequirement":
                NodeLabels.Check(part, "key");
                break;
            case "V1CSIStorageCapacity":
                var topology = part.Child("nodeTopology");
                NodeLabels.CheckKeys(topology, "matchLabels");
                foreach (var expression in topology.Items("matchExpressions"))
                {
                    NodeLabels.Check(expression, "key");
                }

                break;
            default:
                Requirement(part);
                break;
        }
    }

    // Others than pods and volumes select nodes by them, too, and there upstream says nothing.
    private static void Requirement(Part requirement)
    {
        if (requirement.Place.Parent?.Key != "matchExpressions" || requirement.Around("V1NodeAffinity", "V1VolumeNodeAffinity") is null)
        {
            return;
        }

        NodeLabels.Check(requirement, "key");
        if (requirement.Around("V1PreferredSchedulingTerm") is not null)
        {
            foreach (var value in requirement.Items("values"))
            {
                if (value.Node is Scalar { Kind: ScalarKind.String, Text: { Length: > 0 } text } && TextForms.IsValidLabelValue(text) is { } fault)
                {
                    requirement.Warn(value.Place, Truth.True, "no node can have that value of a label: " + fault);
                }
            }
        }
    }
}
