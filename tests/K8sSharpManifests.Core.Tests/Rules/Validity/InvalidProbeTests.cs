namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Probes and hooks.</summary>
public sealed class InvalidProbeTests
{
    private const string Id = "K8S213";

    public static RuleRows Rows => new(Id)
    {
        { "V1Probe {tcpSocket: {port: 80}}", Expected.False },
        { "V1Probe {}", Expected.True },
        { "V1Probe {periodSeconds: 5}", Expected.True },
        { "V1Probe {tcpSocket: {port: 80}, exec: {command: [a]}}", Expected.True },
        { "V1Probe {tcpSocket: !unknown }", Expected.Unknown },
        { "V1Probe !open {}", Expected.Unknown },
        { "V1Probe {tcpSocket: {port: !unknown }}", Expected.Unknown },
        { "V1Probe {tcpSocket: {port: 0}}", Expected.True },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("V1Probe {tcpSocket: {port: 1}}", "")]
    [InlineData("V1Probe {tcpSocket: {port: 65535}}", "")]
    [InlineData("V1Probe {tcpSocket: {port: 65536}}", "tcpSocket.port")]
    [InlineData("V1Probe {httpGet: {port: http}}", "")]
    [InlineData("V1Probe {httpGet: {port: HTTP}}", "httpGet.port")]
    [InlineData("V1Probe {httpGet: {port: '80'}}", "httpGet.port")]
    [InlineData("V1Probe {httpGet: {port: ''}}", "httpGet.port")]
    [InlineData("V1Probe {httpGet: {port: abcdefghijklmnop}}", "httpGet.port")]
    [InlineData("V1Probe {httpGet: {}}", "httpGet.port")]
    [InlineData("V1Probe {exec: {}}", "exec.command")]
    [InlineData("V1Probe {exec: {command: []}}", "exec.command")]
    [InlineData("V1Probe {grpc: {}}", "grpc.port")]
    [InlineData("V1Probe {httpGet: {port: 80, scheme: http}}", "httpGet.scheme")]
    [InlineData("V1Probe {httpGet: {port: 80, httpHeaders: [{name: 'a b', value: c}]}}", "httpGet.httpHeaders[0].name")]
    [InlineData("V1Probe {httpGet: {port: 80, httpHeaders: [{name: X-A}]}}", "")]
    [InlineData("V1Probe {tcpSocket: {port: 80}, periodSeconds: -1, timeoutSeconds: -1, failureThreshold: -1, initialDelaySeconds: -1}", "failureThreshold initialDelaySeconds periodSeconds timeoutSeconds")]
    [InlineData("V1Probe {tcpSocket: {port: 80}, periodSeconds: 0}", "")]
    [InlineData("V1Probe {tcpSocket: {port: 80}, terminationGracePeriodSeconds: 0}", "terminationGracePeriodSeconds")]
    [InlineData("V1Probe {tcpSocket: {port: 80}, successThreshold: 2}", "")]
    public void Probe_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1Container {name: a, image: 'a:1', livenessProbe: {tcpSocket: {port: 80}, successThreshold: 1}}", "")]
    [InlineData("V1Container {name: a, image: 'a:1', livenessProbe: {tcpSocket: {port: 80}, successThreshold: 2}}", "livenessProbe.successThreshold")]
    [InlineData("V1Container {name: a, image: 'a:1', startupProbe: {tcpSocket: {port: 80}, successThreshold: 2}}", "startupProbe.successThreshold")]
    [InlineData("V1Container {name: a, image: 'a:1', readinessProbe: {tcpSocket: {port: 80}, successThreshold: 2}}", "")]
    [InlineData("V1Container {name: a, image: 'a:1', readinessProbe: {tcpSocket: {port: 80}, terminationGracePeriodSeconds: 5}}", "readinessProbe.terminationGracePeriodSeconds")]
    [InlineData("V1Container {name: a, image: 'a:1', readinessProbe: {tcpSocket: {port: 80}, terminationGracePeriodSeconds: !unknown }}", "")]
    public void Threshold_DependsOnTheProbe(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1LifecycleHandler {}", "")]
    [InlineData("V1Lifecycle {preStop: {}}", "preStop")]
    [InlineData("V1Lifecycle {preStop: {sleep: {seconds: 5}}}", "")]
    [InlineData("V1Lifecycle {preStop: {sleep: {seconds: 0}}}", "")]
    [InlineData("V1Lifecycle {preStop: {sleep: {seconds: -1}}}", "preStop.sleep")]
    [InlineData("V1Lifecycle {preStop: {sleep: {seconds: 5}, exec: {command: [a]}}}", "preStop.sleep")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', lifecycle: {preStop: {sleep: {seconds: 30}}}}]}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', lifecycle: {preStop: {sleep: {seconds: 31}}}}]}}", "spec.containers[0].lifecycle.preStop.sleep")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', lifecycle: {preStop: {sleep: {seconds: 31}}}}], terminationGracePeriodSeconds: 60}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', lifecycle: {preStop: {sleep: {seconds: 31}}}}], terminationGracePeriodSeconds: !unknown }}", "")]
    public void Hook_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1Container {name: a, image: 'a:1', livenessProbe: {}}", "'livenessProbe' makes no probe or hook that the API server takes: it has to say how to probe: 'httpGet', 'tcpSocket', 'grpc' or 'exec'")]
    [InlineData("V1Probe {tcpSocket: {port: 80}, exec: {command: [a]}}", "'tcpSocket' makes no probe or hook that the API server takes: there is one way to probe already: exec")]
    [InlineData("V1Container {name: a, image: 'a:1', livenessProbe: {tcpSocket: {port: 80}, successThreshold: 2}}", "'2' makes no probe or hook that the API server takes: it has to be 1; only a readiness probe can ask for more")]
    [InlineData("V1Container {name: a, image: 'a:1', readinessProbe: {tcpSocket: {port: 80}, terminationGracePeriodSeconds: 5}}", "'5' makes no probe or hook that the API server takes: a readiness probe ends no container, so it cannot have one")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', lifecycle: {preStop: {sleep: {seconds: 31}}}}]}}", "'sleep' makes no probe or hook that the API server takes: it cannot be longer than the 30 seconds that the pod has to end ('terminationGracePeriodSeconds')")]
    [InlineData("V1Probe {httpGet: {port: '80'}}", "'80' makes no probe or hook that the API server takes: it has no letter")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("V1Probe {tcpSocket: {port: 80}, exec: {command: [a]}}", "V1Probe {exec: {command: [a]}}", false)]
    [InlineData("V1Container {name: a, image: 'a:1', readinessProbe: {tcpSocket: {port: 80}, terminationGracePeriodSeconds: 5}}", "V1Container {name: a, image: 'a:1', readinessProbe: {tcpSocket: {port: 80}}}", true)]
    [InlineData("V1Probe {httpGet: {port: HTTP}}", "V1Probe {httpGet: {port: http}}", true)]
    [InlineData("V1Probe {httpGet: {port: 80, scheme: http}}", "V1Probe {httpGet: {port: 80, scheme: HTTP}}", true)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);

    [Theory]
    [InlineData("V1Container {name: a, image: 'a:1', livenessProbe: {}}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
