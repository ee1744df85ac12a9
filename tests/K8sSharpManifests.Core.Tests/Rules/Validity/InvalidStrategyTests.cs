namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>How workloads replace their pods.</summary>
public sealed class InvalidStrategyTests
{
    private const string Id = "K8S216";

    public static RuleRows Rows => new(Id)
    {
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {type: Recreate}}}", Expected.False },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {type: Rolling}}}", Expected.True },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {type: Recreate, rollingUpdate: {maxSurge: 1}}}}", Expected.True },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}}}", Expected.True },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: !unknown }}}}", Expected.Unknown },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {type: !unknown }}}", Expected.Unknown },
        { "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: !open {}}}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxUnavailable: 100%}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxUnavailable: 101%}}}}", "spec.strategy.rollingUpdate.maxUnavailable")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxSurge: 101%}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxSurge: -1}}}}", "spec.strategy.rollingUpdate.maxSurge")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxSurge: 'a'}}}}", "spec.strategy.rollingUpdate.maxSurge")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxSurge: '1.5%'}}}}", "spec.strategy.rollingUpdate.maxSurge")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxSurge: 0%, maxUnavailable: 0%}}}}", "spec.strategy.rollingUpdate.maxUnavailable")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxSurge: 0}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {type: Recreate, rollingUpdate: null}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {type: ''}}}", "")]
    public void Strategy_OfADeployment(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {type: OnDelete}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {rollingUpdate: {maxSurge: 1}}}}", "spec.updateStrategy.rollingUpdate.maxSurge")]
    [InlineData("{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {rollingUpdate: {maxUnavailable: 0}}}}", "spec.updateStrategy.rollingUpdate.maxUnavailable")]
    [InlineData("{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {rollingUpdate: {maxSurge: 101%, maxUnavailable: 0}}}}", "spec.updateStrategy.rollingUpdate.maxSurge")]
    [InlineData("{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {type: Recreate}}}", "spec.updateStrategy.type")]
    public void Strategy_OfADaemonSet(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {type: OnDelete}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {type: OnDelete, rollingUpdate: {partition: 1}}}}", "spec.updateStrategy.rollingUpdate")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {rollingUpdate: {partition: -1}}}}", "spec.updateStrategy.rollingUpdate.partition")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {rollingUpdate: {partition: 0}}}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {type: Recreate}}}", "spec.updateStrategy.type")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {rollingUpdate: {partition: !unknown }}}}", "")]
    public void Strategy_OfAStatefulSet(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {type: rollingupdate}}}", "'rollingupdate' is refused by the API server in an update strategy: it has to be one of 'RollingUpdate', 'Recreate'; did you mean 'RollingUpdate'?")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {type: Recreate, rollingUpdate: {maxSurge: 1}}}}", "'rollingUpdate' is refused by the API server in an update strategy: 'Recreate' replaces all pods at once; leave it out, or set the type to 'RollingUpdate'")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}}}", "'0' is refused by the API server in an update strategy: it cannot be 0 where maxSurge is 0: no pod could be replaced")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxSurge: 'a'}}}}", "'a' is refused by the API server in an update strategy: it has to be a whole number and '%', like '25%'")]
    [InlineData("{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {rollingUpdate: {maxSurge: 1}}}}", "'1' is refused by the API server in an update strategy: it has to be 0 where maxUnavailable is not (1, where nothing is said)")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {type: OnDelete, rollingUpdate: {partition: 1}}}}", "'rollingUpdate' is refused by the API server in an update strategy: 'OnDelete' replaces no pod by itself; leave it out, or set the type to 'RollingUpdate'")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {rollingUpdate: {partition: -1}}}}", "'-1' is refused by the API server in an update strategy: it has to be at least 0")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {type: Recreate, rollingUpdate: {maxSurge: 1}}}}", "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {type: Recreate}}}", false)]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {type: OnDelete, rollingUpdate: {partition: 1}}}}", "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, updateStrategy: {type: OnDelete}}}", false)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);

    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}, strategy: {rollingUpdate: {maxSurge: 'a'}}}}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
