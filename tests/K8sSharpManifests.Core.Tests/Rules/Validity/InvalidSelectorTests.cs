namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Selectors, and whether they match what they are there for.</summary>
public sealed class InvalidSelectorTests
{
    private const string Id = "K8S203";

    public static RuleRows Rows => new(Id)
    {
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.False },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: shop}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.True },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.True },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.True },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: !unknown }}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.Unknown },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: !unknown , template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.Unknown },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web, tier: front}}, template: {metadata: {labels: !open {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.Unknown },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: shop}}, template: {metadata: {labels: !open {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.True },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: !unknown }, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchExpressions: [{key: app, operator: In, values: [shop, web]}]}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchExpressions: [{key: app, operator: In, values: [shop]}]}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.metadata.labels")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchExpressions: [{key: app, operator: NotIn, values: [shop]}]}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchExpressions: [{key: app, operator: NotIn, values: [web]}]}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.metadata.labels")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchExpressions: [{key: tier, operator: NotIn, values: [web]}]}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchExpressions: [{key: app, operator: Exists}]}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchExpressions: [{key: tier, operator: Exists}]}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.metadata.labels")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchExpressions: [{key: tier, operator: DoesNotExist}]}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchExpressions: [{key: app, operator: DoesNotExist}]}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.metadata.labels")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}, matchExpressions: [{key: app, operator: In, values: [!unknown ]}]}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}, matchExpressions: !open [{key: app, operator: Exists}]}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.metadata.labels")]
    public void Selector_HasToMatchTheTemplate(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a, operator: In}]}", "matchExpressions[0].values")]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a, operator: In, values: []}]}", "matchExpressions[0].values")]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a, operator: Exists, values: [b]}]}", "matchExpressions[0].values")]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a, operator: Exists}]}", "")]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a, operator: in, values: [b]}]}", "matchExpressions[0].operator")]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a}]}", "matchExpressions[0].operator")]
    [InlineData("V1LabelSelector {matchExpressions: [{key: 'a b', operator: Exists}]}", "matchExpressions[0].key")]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a, operator: In, values: ['b c']}]}", "matchExpressions[0].values[0]")]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a, operator: !unknown , values: [b]}]}", "")]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a, operator: In, values: !unknown }]}", "")]
    [InlineData("V1LabelSelector {matchLabels: {a: 'b c'}}", "matchLabels")]
    public void Requirement_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: ReplicationController, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: v1, kind: ReplicationController, metadata: {name: web}, spec: {selector: {app: shop}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.metadata.labels")]
    [InlineData("{apiVersion: v1, kind: ReplicationController, metadata: {name: web}, spec: {template: {spec: {containers: [{name: a, image: 'b:1'}]}}}}", "spec.selector")]
    [InlineData("{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.selector")]
    [InlineData("{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web}, spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.metadata.labels")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.selector")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {manualSelector: true, selector: {matchLabels: {app: web}}, template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.metadata.labels")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {manualSelector: true, template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.selector")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {manualSelector: !unknown , selector: {matchLabels: {app: web}}, template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: batch/v1, kind: CronJob, metadata: {name: web}, spec: {schedule: '@daily', jobTemplate: {spec: {selector: {matchLabels: {app: web}}, template: {spec: {restartPolicy: Never, containers: [{name: a, image: 'b:1'}]}}}}}}", "spec.jobTemplate.spec.selector")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], selector: {app: 'a b'}}}", "spec.selector")]
    public void EachWorkload_HasItsOwnDemands(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1NodeSelectorRequirement {key: a, operator: Gt, values: ['1']}", "")]
    [InlineData("V1NodeSelectorTerm {matchExpressions: [{key: a, operator: Gt, values: ['1', '2']}]}", "matchExpressions[0].values")]
    [InlineData("V1NodeSelectorTerm {matchExpressions: [{key: a, operator: In}]}", "matchExpressions[0].values")]
    [InlineData("V1NodeSelectorTerm {matchExpressions: [{key: a, operator: Exists, values: [b]}]}", "matchExpressions[0].values")]
    public void NodeSelector_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: shop}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "'labels' makes no selector that the API server takes: the selector does not match the labels of the template")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "'selector' makes no selector that the API server takes: it has to select the pods of the template by their labels")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "'selector' makes no selector that the API server takes: it is empty, and would select every pod of the namespace")]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a, operator: In}]}", "'values' makes no selector that the API server takes: 'In' and 'NotIn' compare with values")]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a, operator: Exists, values: [b]}]}", "'values' makes no selector that the API server takes: 'Exists' and 'DoesNotExist' compare with nothing")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "'selector' makes no selector that the API server takes: the API server makes it; leave it out, or set manualSelector to true")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {manualSelector: true, template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "'selector' makes no selector that the API server takes: with manualSelector, it has to select the pods of the template")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: shop}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", false)]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", false)]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a, operator: Exists, values: [b]}]}", "V1LabelSelector {matchExpressions: [{key: a, operator: Exists}]}", false)]
    [InlineData("V1LabelSelector {matchExpressions: [{key: a, operator: exists}]}", "V1LabelSelector {matchExpressions: [{key: a, operator: Exists}]}", true)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);

    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: shop}}, template: {metadata: {labels: {}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: shop}}, template: {metadata: {labels: !open {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
