namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Restart policies, by the kind of what has the pod.</summary>
public sealed class InvalidRestartPolicyTests
{
    private const string Id = "K8S214";

    public static RuleRows Rows => new(Id)
    {
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {restartPolicy: Always, containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.False },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.True },
        { "{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.True },
        { "{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {restartPolicy: OnFailure, containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.False },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {restartPolicy: always, containers: [{name: web, image: 'nginx:1.27'}]}}", Expected.True },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {restartPolicy: !unknown , containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.Unknown },
        { "{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {restartPolicy: !unknown , containers: [{name: web, image: 'nginx:1.27'}]}}}}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {restartPolicy: OnFailure, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.spec.restartPolicy")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {restartPolicy: '', containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, serviceName: web, template: {metadata: {labels: {app: web}}, spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.spec.restartPolicy")]
    [InlineData("{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.spec.restartPolicy")]
    [InlineData("{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.spec.restartPolicy")]
    [InlineData("{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {restartPolicy: Always, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.spec.restartPolicy")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {restartPolicy: Sometimes, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.spec.restartPolicy")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {podFailurePolicy: {rules: [{action: Ignore, onExitCodes: {operator: In, values: [1]}}]}, template: {spec: {restartPolicy: OnFailure, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.spec.restartPolicy")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}", "")]
    [InlineData("V1PodSpec {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}", "")]
    public void Policy_DependsOnTheKind(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', restartPolicy: Always}]}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', restartPolicy: always}]}}", "spec.containers[0].restartPolicy")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], initContainers: [{name: i, image: 'a:1', restartPolicy: Always}]}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [1]}}]}]}}", "spec.containers[0].restartPolicy")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', restartPolicy: Never, restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [1]}}]}]}}", "")]
    public void PolicyOfAContainer_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "'Never' cannot be the restart policy here, and the API server refuses the object: the pods of this kind only take 'Always'")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "'restartPolicy' cannot be the restart policy here, and the API server refuses the object: the pods of a job end: it has to be 'OnFailure' or 'Never' (nothing means 'Always')")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {restartPolicy: always, containers: [{name: web, image: 'nginx:1.27'}]}}", "'always' cannot be the restart policy here, and the API server refuses the object: it has to be one of 'Always', 'OnFailure', 'Never'; did you mean 'Always'?")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {restartPolicy: Sometimes, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "'Sometimes' cannot be the restart policy here, and the API server refuses the object: it has to be one of 'Always', 'OnFailure', 'Never'")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}], restartPolicy: Never}}}}", false)]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}], restartPolicy: OnFailure}}}}", false, 1)]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {restartPolicy: always, containers: [{name: web, image: 'nginx:1.27'}]}}", "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {restartPolicy: Always, containers: [{name: web, image: 'nginx:1.27'}]}}", true)]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {podFailurePolicy: {rules: [{action: Ignore, onExitCodes: {operator: In, values: [1]}}]}, template: {spec: {restartPolicy: OnFailure, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {podFailurePolicy: {rules: [{action: Ignore, onExitCodes: {operator: In, values: [1]}}]}, template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", true)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);
}
