using k8s.Models;

namespace K8sSharpManifests.Tests;

public class SugarScalingTests
{
    private static V1Deployment Web => K8s.Deployment("web").WithNamespace("shop").AddLabel("team", "shop").AddContainer("web", "web:1");

    [Fact]
    public void Autoscaler_OfAWorkload() => Yaml.AssertIs(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
          namespace: shop
          labels:
            team: shop
        spec:
          maxReplicas: 10
          metrics:
          - resource:
              name: cpu
              target:
                averageUtilization: 70
                type: Utilization
            type: Resource
          - resource:
              name: memory
              target:
                averageUtilization: 80
                type: Utilization
            type: Resource
          - pods:
              metric:
                name: http_requests_per_second
              target:
                averageValue: "100"
                type: AverageValue
            type: Pods
          - pods:
              metric:
                name: queue_age
              target:
                averageValue: 1500m
                type: AverageValue
            type: Pods
          minReplicas: 2
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
        """,
        Web.Autoscale(2, 10).OnCpu(70).OnMemory(80).OnPods("http_requests_per_second", 100).OnPods("queue_age", "1500m"));

    [Fact]
    public void Autoscaler_OfAStatefulSet() => Yaml.AssertIs(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: db
        spec:
          maxReplicas: 3
          metrics:
          - resource:
              name: cpu
              target:
                averageUtilization: 50
                type: Utilization
            type: Resource
          minReplicas: 1
          scaleTargetRef:
            apiVersion: apps/v1
            kind: StatefulSet
            name: db
        """,
        K8s.StatefulSet("db").Autoscale(1, 3).OnCpu(50));

    [Fact]
    public void Autoscaler_OfAReplicaSet() => Yaml.AssertIs(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: old
        spec:
          maxReplicas: 3
          minReplicas: 1
          scaleTargetRef:
            apiVersion: apps/v1
            kind: ReplicaSet
            name: old
        """,
        K8s.ReplicaSet("old").Autoscale(1, 3));

    [Fact]
    public void WorkloadWithoutName_IsNotAutoscaled() =>
        Assert.Contains("has no name", Assert.Throws<InvalidOperationException>(() => new V1Deployment().Autoscale(1, 2)).Message, StringComparison.Ordinal);

    [Fact]
    public void DisruptionBudget_OfAWorkload() => Yaml.AssertIs(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
          namespace: shop
          labels:
            team: shop
        spec:
          minAvailable: 1
          selector:
            matchLabels:
              app: web
        """,
        Web.Budget(minAvailable: 1));

    [Fact]
    public void DisruptionBudget_OfAStatefulSet() => Yaml.AssertIs(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: db
        spec:
          maxUnavailable: 50%
          selector:
            matchLabels:
              app: db
        """,
        K8s.StatefulSet("db").Budget(maxUnavailable: "50%"));

    [Fact]
    public void DisruptionBudget_OfAReplicaSet() => Yaml.AssertIs(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: old
        spec:
          minAvailable: 2
          selector:
            matchLabels:
              app: old
        """,
        K8s.ReplicaSet("old").Budget(2));

    [Fact]
    public void DisruptionBudget_SaysOneOfBoth()
    {
        Assert.Throws<InvalidOperationException>(() => Web.Budget());
        Assert.Throws<InvalidOperationException>(() => Web.Budget(1, 1));
    }

    [Fact]
    public void Pods_AreSpreadOverNodesAndZones() => Yaml.AssertIs(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
          labels:
            team: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
              - name: web
                image: web:1
              topologySpreadConstraints:
              - labelSelector:
                  matchLabels:
                    app: web
                maxSkew: 1
                topologyKey: kubernetes.io/hostname
                whenUnsatisfiable: ScheduleAnyway
              - labelSelector:
                  matchLabels:
                    app: web
                maxSkew: 1
                topologyKey: topology.kubernetes.io/zone
                whenUnsatisfiable: ScheduleAnyway
        """,
        Web.SpreadOver(TopologyKey.Hostname, TopologyKey.Zone));

    [Fact]
    public void Deployment_IsReplacedStepByStepAndRunsOnTaintedNodes() => Yaml.AssertIs(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          strategy:
            rollingUpdate:
              maxSurge: 1
              maxUnavailable: 25%
            type: RollingUpdate
          template:
            metadata:
              labels:
                app: web
            spec:
              tolerations:
              - effect: NoSchedule
                key: dedicated
                operator: Equal
                value: shop
              - key: spot
                operator: Exists
        """,
        K8s.Deployment("web")
            .WithStrategy(s => s.WithRollingUpdate(maxSurge: 1, maxUnavailable: "25%"))
            .AddToleration("dedicated", "shop", TaintEffect.NoSchedule)
            .AddToleration("spot"));

    [Fact]
    public void PodsWithoutLabels_AreNotSpread() =>
        Assert.Throws<InvalidOperationException>(() => new V1Deployment().SpreadOver(TopologyKey.Hostname));
}
