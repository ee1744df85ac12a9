namespace K8sSharpManifests.Core;

/// <content>Where pods run: selectors, taints, spreading.</content>
internal static partial class EnumFields
{
    private static IEnumerable<EnumField> Scheduling() =>
    [
        new("TaintEffect", "What a taint does to pods that do not tolerate it.", Closed,
            ["V1Taint.Effect", "V1Toleration.Effect"],
            [
                new("NoSchedule", "New pods stay away."),
                new("PreferNoSchedule", "New pods stay away if they can."),
                new("NoExecute", "New pods stay away, and running ones leave."),
            ]),
        new("TolerationOperator", "How a toleration compares a taint's value.", Closed,
            ["V1Toleration.OperatorProperty"],
            [
                new("Equal", "The values are the same."),
                new("Exists", "Any value will do."),
                new("Lt", "The taint's value is a number below the toleration's; needs a feature gate."),
                new("Gt", "The taint's value is a number above the toleration's; needs a feature gate."),
            ]),
        new("LabelSelectorOperator", "How a label relates to the values of a selector.", Closed,
            ["V1LabelSelectorRequirement.OperatorProperty", "V1ScopedResourceSelectorRequirement.OperatorProperty"],
            [
                new("In", "It is one of the values."),
                new("NotIn", "It is none of the values."),
                new("Exists", "It is there, whatever its value."),
                new("DoesNotExist", "It is not there."),
            ]),
        new("NodeSelectorOperator", "How a node's label relates to the values of a requirement.", Closed,
            ["V1NodeSelectorRequirement.OperatorProperty"],
            [
                new("In", "It is one of the values."),
                new("NotIn", "It is none of the values."),
                new("Exists", "It is there, whatever its value."),
                new("DoesNotExist", "It is not there."),
                new("Gt", "It is a number above the one value."),
                new("Lt", "It is a number below the one value."),
            ]),
        new("TopologyKey", "The node labels over which pods are usually spread or brought together.", Open,
            ["V1TopologySpreadConstraint.TopologyKey", "V1PodAffinityTerm.TopologyKey"],
            [
                new("Hostname", "kubernetes.io/hostname", "Each node for itself."),
                new("Zone", "topology.kubernetes.io/zone", "The nodes of a zone together."),
                new("Region", "topology.kubernetes.io/region", "The nodes of a region together."),
            ]),
        new("WhenUnsatisfiable", "What becomes of a pod that no node can take without breaking the spread.", Closed,
            ["V1TopologySpreadConstraint.WhenUnsatisfiable"],
            [
                new("DoNotSchedule", "It waits."),
                new("ScheduleAnyway", "It goes where the spread suffers least."),
            ]),
        new("NodeInclusionPolicy", "Whether a spread leaves out the nodes that the pod cannot run on.", Closed,
            ["V1TopologySpreadConstraint.NodeAffinityPolicy", "V1TopologySpreadConstraint.NodeTaintsPolicy"],
            [
                new("Honor", "Only nodes that the pod may run on count."),
                new("Ignore", "All nodes count."),
            ]),
    ];
}
