namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Autoscalers and disruption budgets.</summary>
public sealed class InvalidAutoscalingTests
{
    private const string Id = "K8S217";

    public static RuleRows Rows => new(Id)
    {
        { "V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 1, maxReplicas: 3}", Expected.False },
        { "V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 4, maxReplicas: 3}", Expected.True },
        { "V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 0, maxReplicas: 3}", Expected.True },
        { "V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 1}", Expected.True },
        { "V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: !unknown , maxReplicas: 3}", Expected.Unknown },
        { "V2HorizontalPodAutoscalerSpec !open {maxReplicas: 3}", Expected.Unknown },
        { "V1PodDisruptionBudgetSpec {minAvailable: 1}", Expected.False },
        { "V1PodDisruptionBudgetSpec {minAvailable: 1, maxUnavailable: 1}", Expected.True },
        { "V1PodDisruptionBudgetSpec {minAvailable: 1, maxUnavailable: !unknown }", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, maxReplicas: 1}", "")]
    [InlineData("V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, maxReplicas: 0}", "maxReplicas")]
    [InlineData("V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, maxReplicas: -1}", "maxReplicas")]
    [InlineData("V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 3, maxReplicas: 3}", "")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 1, scaleTargetRef: {kind: a/b, name: c}}", "scaleTargetRef.kind")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 1, scaleTargetRef: {kind: A}}", "scaleTargetRef.name")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 1, scaleTargetRef: {apiVersion: a/b/c, kind: A, name: b}}", "scaleTargetRef.apiVersion")]
    [InlineData("V1HorizontalPodAutoscalerSpec {minReplicas: 2, maxReplicas: 1, scaleTargetRef: {kind: A, name: b}}", "maxReplicas")]
    public void Autoscaler_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]}", "")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 0}}}]}", "metrics[0].resource.target.averageUtilization")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization}}}]}", "metrics[0].resource.target.averageUtilization")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80, averageValue: 1}}}]}", "metrics[0].resource.target.averageValue")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: Pods}]}", "metrics[0].pods")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: Pods, pods: {metric: {name: a}, target: {type: AverageValue, averageValue: 0}}}]}", "metrics[0].pods.target.averageValue")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: Pods, pods: {metric: {name: a}, target: {type: AverageValue, averageValue: 1}}, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]}", "metrics[0].resource")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: External, external: {metric: {name: a}, target: {type: Value, value: 1, averageValue: 1}}}]}", "metrics[0].external.target.value")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: ContainerResource, containerResource: {name: cpu, container: A, target: {type: Utilization, averageUtilization: 80}}}]}", "metrics[0].containerResource.container")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: Object, object: {metric: {name: a}, describedObject: {kind: A, name: b}, target: {type: Value}}}]}", "metrics[0].object.target.averageValue")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: Resource, resource: {name: cpu, target: {type: percent, averageUtilization: 80}}}]}", "metrics[0].resource.target.type")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: Resource, resource: !unknown }]}", "")]
    public void Metric_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, behavior: {scaleUp: {stabilizationWindowSeconds: 0}}}", "")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, behavior: {scaleUp: {stabilizationWindowSeconds: 3600}}}", "")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, behavior: {scaleUp: {stabilizationWindowSeconds: 3601}}}", "behavior.scaleUp.stabilizationWindowSeconds")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, behavior: {scaleUp: {stabilizationWindowSeconds: -1}}}", "behavior.scaleUp.stabilizationWindowSeconds")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, behavior: {scaleUp: {policies: [{type: Pods, value: 1, periodSeconds: 1800}]}}}", "")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, behavior: {scaleUp: {policies: [{type: Pods, value: 0, periodSeconds: 1801}]}}}", "behavior.scaleUp.policies[0].periodSeconds behavior.scaleUp.policies[0].value")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, behavior: {scaleUp: {policies: []}}}", "behavior.scaleUp.policies")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, behavior: {scaleUp: {selectPolicy: max}}}", "behavior.scaleUp.selectPolicy")]
    public void Behavior_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1PodDisruptionBudgetSpec {minAvailable: 0}", "")]
    [InlineData("V1PodDisruptionBudgetSpec {minAvailable: -1}", "minAvailable")]
    [InlineData("V1PodDisruptionBudgetSpec {minAvailable: 100%}", "")]
    [InlineData("V1PodDisruptionBudgetSpec {minAvailable: 101%}", "minAvailable")]
    [InlineData("V1PodDisruptionBudgetSpec {maxUnavailable: half}", "maxUnavailable")]
    [InlineData("V1PodDisruptionBudgetSpec {minAvailable: 1, unhealthyPodEvictionPolicy: Always}", "unhealthyPodEvictionPolicy")]
    public void Budget_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 4, maxReplicas: 3}", "'3' is refused by the API server in an autoscaler or a disruption budget: it has to be at least minReplicas")]
    [InlineData("V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 0, maxReplicas: 3}", "'0' is refused by the API server in an autoscaler or a disruption budget: it has to be at least 1")]
    [InlineData("V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 1}", "'maxReplicas' is refused by the API server in an autoscaler or a disruption budget: it has to be at least 1")]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: Pods}]}", "'pods' is refused by the API server in an autoscaler or a disruption budget: a metric of type 'Pods' has it")]
    [InlineData("V1PodDisruptionBudgetSpec {minAvailable: 101%}", "'101%' is refused by the API server in an autoscaler or a disruption budget: it has to be at most 100%")]
    [InlineData("{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: web}, spec: {minAvailable: 1, maxUnavailable: 1}}", "'spec' is refused by the API server in an autoscaler or a disruption budget: minAvailable and maxUnavailable exclude each other")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("V1PodDisruptionBudgetSpec {minAvailable: 1, maxUnavailable: 1}", "V1PodDisruptionBudgetSpec {minAvailable: 1}", false)]
    [InlineData("V1PodDisruptionBudgetSpec {minAvailable: 1, maxUnavailable: 1}", "V1PodDisruptionBudgetSpec {maxUnavailable: 1}", false, 1)]
    [InlineData("V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, behavior: {scaleUp: {selectPolicy: max}}}", "V2HorizontalPodAutoscalerSpec {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, behavior: {scaleUp: {selectPolicy: Max}}}", true)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);

    [Theory]
    [InlineData("V2HorizontalPodAutoscalerSpec {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 4, maxReplicas: 3}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
