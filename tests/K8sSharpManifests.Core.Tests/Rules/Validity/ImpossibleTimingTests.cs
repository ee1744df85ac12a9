namespace K8sSharpManifests.Core.Tests.Rules.Validity;

public sealed class ImpossibleTimingTests
{
    private const string Id = "K8S221";

    public static RuleRows Rows => new(Id)
    {
        { "{containers: [{lifecycle: {preStop: {sleep: {seconds: 30}}}}]}", Expected.True },
        { "{terminationGracePeriodSeconds: 10, containers: [{lifecycle: {preStop: {sleep: {seconds: 10}}}}]}", Expected.True },
        { "{containers: [{lifecycle: {preStop: {exec: {command: [sleep, '45']}}}}]}", Expected.True },
        { "{containers: [{lifecycle: {preStop: {exec: {command: [/bin/sleep, 45s]}}}}]}", Expected.True },
        { "{containers: [{lifecycle: {preStop: {exec: {command: [/bin/sh, -c, 'sleep 30 && nginx -s quit']}}}}]}", Expected.True },
        { "{initContainers: [{restartPolicy: Always, lifecycle: {preStop: {exec: {command: [sh, -c, sleep 30]}}}}]}", Expected.True },
        { "{containers: [{lifecycle: {preStop: {sleep: {seconds: 29}}}}]}", Expected.False },
        { "{terminationGracePeriodSeconds: 0, containers: [{lifecycle: {preStop: {sleep: {seconds: 0}}}}]}", Expected.False },
        { "{containers: [{lifecycle: {preStop: {exec: {command: [sleep, '5']}}}}]}", Expected.False },
        { "{terminationGracePeriodSeconds: 90, containers: [{lifecycle: {preStop: {exec: {command: [sleep, '45']}}}}]}", Expected.False },
        { "{containers: [{lifecycle: {preStop: {exec: {command: [sh, -c, 'nginx -s quit; sleep 45 &']}}}}]}", Expected.False },
        { "{containers: [{lifecycle: {preStop: {exec: {command: [sh, -c, 'sleep 45 &']}}}}]}", Expected.False },
        { "{containers: [{lifecycle: {preStop: {exec: {command: [sh, -c, 'sleep 45 || true']}}}}]}", Expected.False },
        { "{containers: [{lifecycle: {postStart: {exec: {command: [sleep, '45']}}}}]}", Expected.False },
        { "{containers: [{lifecycle: {preStop: {exec: {command: [sleep, 1h]}}}}]}", Expected.False },
        { "{terminationGracePeriodSeconds: !unknown , containers: [{lifecycle: {preStop: {sleep: {seconds: 30}}}}]}", Expected.Unknown },
        { "{containers: [{lifecycle: {preStop: {sleep: {seconds: !unknown }}}}]}", Expected.Unknown },
        { "!open {containers: [{lifecycle: {preStop: {sleep: {seconds: 30}}}}]}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void End_IsJudged(string spec, Expected expected) => Assert.Equal(expected, FindingsOf.Verdict(Id, spec, "V1PodSpec"));

    // The API server refuses it, and one finding is enough.
    [Fact]
    public void LongerSleep_IsAnErrorOnly()
    {
        const string spec = "{containers: [{lifecycle: {preStop: {sleep: {seconds: 31}}}}]}";
        Assert.Equal(("", "containers[0].lifecycle.preStop.sleep"), (FindingsOf.Paths(Id, spec, "V1PodSpec"), FindingsOf.Paths("K8S213", spec, "V1PodSpec")));
    }

    [Fact]
    public void Finding_SaysHowLongThePodHas()
    {
        var finding = Assert.Single(FindingsOf.All(Id, "{containers: [{lifecycle: {preStop: {sleep: {seconds: 30}}}}]}", "V1PodSpec"));
        Assert.Equal("containers[0].lifecycle.preStop.sleep.seconds", finding.Path);
        Assert.StartsWith("'30' cannot be kept: the pod has 30 seconds to end ('terminationGracePeriodSeconds'), and this takes all of them", finding.Message);
    }

    [Theory]
    [InlineData("{activeDeadlineSeconds: 60, template: {spec: {activeDeadlineSeconds: 120}}}", "template.spec.activeDeadlineSeconds")]
    [InlineData("{activeDeadlineSeconds: 60, template: {spec: {activeDeadlineSeconds: 60}}}", "")]
    [InlineData("{activeDeadlineSeconds: !unknown , template: {spec: {activeDeadlineSeconds: 60}}}", "")]
    [InlineData("{template: {spec: {activeDeadlineSeconds: 60}}}", "")]
    public void DeadlineOfAJob_IsJudged(string spec, string paths) => Assert.Equal(paths, FindingsOf.Paths(Id, spec, "V1JobSpec"));

    [Theory]
    [InlineData("progressDeadlineSeconds: 60", "readinessProbe: {initialDelaySeconds: 60}", "readinessProbe")]
    [InlineData("progressDeadlineSeconds: 60", "readinessProbe: {initialDelaySeconds: 59}", "")]
    [InlineData("replicas: 2", "startupProbe: {initialDelaySeconds: 600}", "startupProbe")]
    [InlineData("replicas: 2", "livenessProbe: {initialDelaySeconds: 600}", "")]
    [InlineData("replicas: 0", "startupProbe: {initialDelaySeconds: 600}", "")]
    [InlineData("paused: true", "startupProbe: {initialDelaySeconds: 600}", "")]
    [InlineData("progressDeadlineSeconds: !unknown ", "startupProbe: {initialDelaySeconds: 600}", "")]
    public void FirstProbe_IsJudgedByTheTimeOfTheRollout(string deployment, string probe, string found) => Assert.Equal(
        found.Length == 0 ? "" : $"template.spec.containers[0].{found}.initialDelaySeconds",
        FindingsOf.Paths(Id, $"{{{deployment}, template: {{spec: {{containers: [{{{probe}}}]}}}}}}", "V1DeploymentSpec"));
}
