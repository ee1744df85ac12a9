using System.Globalization;
using k8s.Models;

namespace K8sSharpManifests;

[EmbedSource]
public static partial class Fluent
{
    /// <summary>
    /// Makes the autoscaler of a workload: a HorizontalPodAutoscaler of its name, namespace and labels. What it scales on, <c>OnCpu(70)</c> and the like say.
    /// The workload itself leaves <c>WithReplicas</c> out: each time that it is applied, its own number would undo what the autoscaler has set.
    /// </summary>
    /// <param name="self">The workload.</param>
    /// <param name="minReplicas">How many replicas there are at least.</param>
    /// <param name="maxReplicas">How many there are at most.</param>
    /// <returns>The autoscaler.</returns>
    public static V2HorizontalPodAutoscaler Autoscale(this V1Deployment self, int minReplicas, int maxReplicas) =>
        AutoscalerOf(self.Metadata, "Deployment", minReplicas, maxReplicas);

    /// <inheritdoc cref="Autoscale(V1Deployment, int, int)"/>
    public static V2HorizontalPodAutoscaler Autoscale(this V1StatefulSet self, int minReplicas, int maxReplicas) =>
        AutoscalerOf(self.Metadata, "StatefulSet", minReplicas, maxReplicas);

    /// <inheritdoc cref="Autoscale(V1Deployment, int, int)"/>
    public static V2HorizontalPodAutoscaler Autoscale(this V1ReplicaSet self, int minReplicas, int maxReplicas) =>
        AutoscalerOf(self.Metadata, "ReplicaSet", minReplicas, maxReplicas);

    /// <summary>Scales on the processor time that the pods use.</summary>
    /// <param name="self">The autoscaler's spec.</param>
    /// <param name="percent">The average over the pods, in percent of what they request; so their containers request some.</param>
    /// <returns>A changed copy.</returns>
    public static V2HorizontalPodAutoscalerSpec OnCpu(this V2HorizontalPodAutoscalerSpec self, int percent) => self.AddMetric(UtilizationOf("cpu", percent));

    /// <summary>Scales on the memory that the pods use.</summary>
    /// <param name="self">The autoscaler's spec.</param>
    /// <param name="percent">The average over the pods, in percent of what they request; so their containers request some.</param>
    /// <returns>A changed copy.</returns>
    public static V2HorizontalPodAutoscalerSpec OnMemory(this V2HorizontalPodAutoscalerSpec self, int percent) => self.AddMetric(UtilizationOf("memory", percent));

    /// <summary>Scales on a metric that each pod has, which a metrics adapter brings into the cluster.</summary>
    /// <param name="self">The autoscaler's spec.</param>
    /// <param name="metric">The metric's name, like <c>http_requests_per_second</c>.</param>
    /// <param name="averageValue">The average over the pods, like <c>100</c> or <c>500m</c>.</param>
    /// <returns>A changed copy.</returns>
    public static V2HorizontalPodAutoscalerSpec OnPods(this V2HorizontalPodAutoscalerSpec self, string metric, string averageValue) =>
        self.AddMetric(new V2MetricSpec
        {
            Type = "Pods",
            Pods = new() { Metric = new() { Name = metric }, Target = new() { Type = "AverageValue", AverageValue = K8sSharpManifests.K8s.ParseQuantity(averageValue) } },
        });

    /// <inheritdoc cref="OnPods(V2HorizontalPodAutoscalerSpec, string, string)"/>
    public static V2HorizontalPodAutoscalerSpec OnPods(this V2HorizontalPodAutoscalerSpec self, string metric, long averageValue) =>
        self.OnPods(metric, averageValue.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// Makes the disruption budget of a workload: a PodDisruptionBudget of its name, namespace and labels, which says how many of its pods may be missing
    /// while nodes are drained.
    /// </summary>
    /// <param name="self">The workload.</param>
    /// <param name="minAvailable">How many pods are always there, like <c>1</c> or <c>"50%"</c>; or else</param>
    /// <param name="maxUnavailable">how many may be missing.</param>
    /// <returns>The disruption budget.</returns>
    /// <exception cref="InvalidOperationException">Both are given, or neither is.</exception>
    public static V1PodDisruptionBudget Budget(this V1Deployment self, IntOrString? minAvailable = null, IntOrString? maxUnavailable = null) =>
        BudgetOf(self.Metadata, self.Spec?.Selector, minAvailable, maxUnavailable);

    /// <inheritdoc cref="Budget(V1Deployment, IntOrString?, IntOrString?)"/>
    public static V1PodDisruptionBudget Budget(this V1StatefulSet self, IntOrString? minAvailable = null, IntOrString? maxUnavailable = null) =>
        BudgetOf(self.Metadata, self.Spec?.Selector, minAvailable, maxUnavailable);

    /// <inheritdoc cref="Budget(V1Deployment, IntOrString?, IntOrString?)"/>
    public static V1PodDisruptionBudget Budget(this V1ReplicaSet self, IntOrString? minAvailable = null, IntOrString? maxUnavailable = null) =>
        BudgetOf(self.Metadata, self.Spec?.Selector, minAvailable, maxUnavailable);

    /// <summary>
    /// Has the scheduler spread a workload's pods over nodes or zones, as evenly as it can. A pod for which there is no other place is still started.
    /// </summary>
    /// <param name="self">The pod template; it carries at least one label by now.</param>
    /// <param name="topologyKeys">What to spread over, like <c>TopologyKey.Hostname</c>; see <see cref="TopologyKey"/>.</param>
    /// <returns>A changed copy.</returns>
    public static V1PodTemplateSpec SpreadOver(this V1PodTemplateSpec self, params IEnumerable<string> topologyKeys) =>
        self.Metadata?.Labels is { Count: > 0 } labels
            ? self.WithSpec(topologyKeys.Aggregate(self.Spec ?? new(), (spec, key) => spec.AddTopologySpreadConstraint(new V1TopologySpreadConstraint
            {
                MaxSkew = 1,
                TopologyKey = key,
                WhenUnsatisfiable = "ScheduleAnyway",
                LabelSelector = new() { MatchLabels = labels },
            })))
            : throw new InvalidOperationException("The pods have no labels by which they could be counted: set them before SpreadOver.");

    /// <summary>Replaces pods step by step.</summary>
    /// <param name="self">The deployment's strategy.</param>
    /// <param name="maxSurge">How many pods there may be beyond the replicas, like <c>1</c> or <c>"25%"</c>.</param>
    /// <param name="maxUnavailable">How many may be missing of the replicas.</param>
    /// <returns>A changed copy.</returns>
    public static V1DeploymentStrategy WithRollingUpdate(
        this V1DeploymentStrategy self, IntOrString? maxSurge = null, IntOrString? maxUnavailable = null) =>
        self.WithType("RollingUpdate").WithRollingUpdate(new V1RollingUpdateDeployment { MaxSurge = maxSurge, MaxUnavailable = maxUnavailable });

    /// <summary>Lets the pod run on nodes with a taint.</summary>
    /// <param name="self">The pod's spec.</param>
    /// <param name="key">The taint's key.</param>
    /// <param name="value">The taint's value; any where it is not given.</param>
    /// <param name="effect">The taint's effect, any where it is not given; see <see cref="TaintEffect"/>.</param>
    /// <returns>A changed copy.</returns>
    public static V1PodSpec AddToleration(this V1PodSpec self, string key, string? value = null, string? effect = null) =>
        self.AddToleration(new V1Toleration { Key = key, OperatorProperty = value is null ? "Exists" : "Equal", Value = value, Effect = effect });

    private static V2HorizontalPodAutoscaler AutoscalerOf(V1ObjectMeta? workload, string kind, int minReplicas, int maxReplicas) => new()
    {
        ApiVersion = "autoscaling/v2",
        Kind = "HorizontalPodAutoscaler",
        Metadata = MetadataOf(workload),
        Spec = new()
        {
            ScaleTargetRef = new() { ApiVersion = "apps/v1", Kind = kind, Name = NameOf(workload, kind) },
            MinReplicas = minReplicas,
            MaxReplicas = maxReplicas,
        },
    };

    private static V2MetricSpec UtilizationOf(string resource, int percent) => new()
    {
        Type = "Resource",
        Resource = new() { Name = resource, Target = new() { Type = "Utilization", AverageUtilization = percent } },
    };

    private static V1PodDisruptionBudget BudgetOf(
        V1ObjectMeta? workload, V1LabelSelector? selector, IntOrString? minAvailable, IntOrString? maxUnavailable) =>
        minAvailable is null == maxUnavailable is null
            ? throw new InvalidOperationException($"The budget of '{workload?.Name}' says either minAvailable or maxUnavailable.")
            : new()
            {
                ApiVersion = "policy/v1",
                Kind = "PodDisruptionBudget",
                Metadata = MetadataOf(workload),
                Spec = new() { Selector = selector, MinAvailable = minAvailable, MaxUnavailable = maxUnavailable },
            };
}
