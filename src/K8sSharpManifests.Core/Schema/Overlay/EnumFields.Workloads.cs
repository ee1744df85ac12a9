namespace K8sSharpManifests.Core;

/// <content>apps, batch, policy and autoscaling.</content>
internal static partial class EnumFields
{
    private static IEnumerable<EnumField> Workloads() =>
    [
        new("DeploymentStrategyType", "How a deployment replaces its pods.", Closed,
            ["V1DeploymentStrategy.Type"],
            [
                new("RollingUpdate", "A few at a time, while the others serve."),
                new("Recreate", "All old ones end before the first new one starts."),
            ]),
        new("StatefulSetUpdateStrategyType", "How a stateful set replaces its pods.", Closed,
            ["V1StatefulSetUpdateStrategy.Type"],
            [
                new("RollingUpdate", "One after the other, the last first."),
                new("OnDelete", "Each when somebody deletes it."),
            ]),
        new("DaemonSetUpdateStrategyType", "How a daemon set replaces its pods.", Closed,
            ["V1DaemonSetUpdateStrategy.Type"],
            [
                new("RollingUpdate", "Node after node."),
                new("OnDelete", "Each when somebody deletes it."),
            ]),
        new("PodManagementPolicy", "In what order a stateful set starts and ends its pods.", Closed,
            ["V1StatefulSetSpec.PodManagementPolicy"],
            [
                new("OrderedReady", "One after the other, each when the one before it is ready."),
                new("Parallel", "All at once."),
            ]),
        new("PersistentVolumeClaimRetention", "What becomes of the claims of a stateful set's pods.", Closed,
            [
                "V1StatefulSetPersistentVolumeClaimRetentionPolicy.WhenDeleted",
                "V1StatefulSetPersistentVolumeClaimRetentionPolicy.WhenScaled",
            ],
            [
                new("Retain", "They stay."),
                new("Delete", "They are deleted with their pods."),
            ]),
        new("ConcurrencyPolicy", "What a cron job does while its last job still runs.", Closed,
            ["V1CronJobSpec.ConcurrencyPolicy"],
            [
                new("Allow", "Starts the next one beside it."),
                new("Forbid", "Skips the next one."),
                new("Replace", "Ends it and starts the next one."),
            ]),
        new("CompletionMode", "How a job counts its completions.", Closed,
            ["V1JobSpec.CompletionMode"],
            [
                new("NonIndexed", "By the number of pods that succeeded."),
                new("Indexed", "By an index, for each of which one pod must succeed."),
            ]),
        new("PodReplacementPolicy", "When a job replaces a pod that goes down.", Closed,
            ["V1JobSpec.PodReplacementPolicy"],
            [
                new("TerminatingOrFailed", "As soon as it begins to end."),
                new("Failed", "When it has ended."),
            ]),
        new("PodFailureAction", "What a failed pod means to its job.", Closed,
            ["V1PodFailurePolicyRule.Action"],
            [
                new("FailJob", "The job has failed, and its other pods end."),
                new("FailIndex", "The pod's index has failed and is not tried again."),
                new("Ignore", "The pod is replaced, and does not count against the backoff limit."),
                new("Count", "The pod counts against the backoff limit."),
            ]),
        new("ConditionStatus", "What a condition says.", Closed,
            ["V1PodFailurePolicyOnPodConditionsPattern.Status"],
            [
                new("True", "It holds."),
                new("False", "It does not hold."),
                new("Unknown", "Nobody can tell."),
            ]),
        new("UnhealthyPodEvictionPolicy", "Whether pods that run but are not ready may be evicted.", Closed,
            ["V1PodDisruptionBudgetSpec.UnhealthyPodEvictionPolicy"],
            [
                new("IfHealthyBudget", "Only while enough others are healthy."),
                new("AlwaysAllow", "At any time, so that they cannot block the draining of a node."),
            ]),
    ];

    private static IEnumerable<EnumField> Autoscaling() =>
    [
        new("MetricSourceType", "Where an autoscaler's metric comes from.", Closed,
            ["V2MetricSpec.Type"],
            [
                new("Resource", "The pods' use of a resource like cpu."),
                new("ContainerResource", "One container's use of a resource, over all pods."),
                new("Pods", "A metric of each pod."),
                new("Object", "A metric of one object of the cluster."),
                new("External", "A metric from outside the cluster."),
            ]),
        new("MetricTargetType", "What an autoscaler compares with its target.", Closed,
            ["V2MetricTarget.Type"],
            [
                new("Utilization", "The use in percent of what the pods request."),
                new("Value", "The metric itself."),
                new("AverageValue", "The metric divided by the number of pods."),
            ]),
        new("ScalingPolicySelect", "Which of several scaling policies wins.", Closed,
            ["V2HPAScalingRules.SelectPolicy"],
            [
                new("Max", "The one that changes most."),
                new("Min", "The one that changes least."),
                new("Disabled", "None: there is no scaling in this direction."),
            ]),
        new("ScalingPolicyType", "In what a scaling policy counts.", Closed,
            ["V2HPAScalingPolicy.Type"],
            [
                new("Pods", "In pods."),
                new("Percent", "In percent of the present pods."),
            ]),
    ];
}
