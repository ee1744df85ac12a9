namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Fields that exclude each other.</summary>
public sealed class ForbiddenFieldTests
{
    private const string Id = "K8S226";

    public static RuleRows Rows => new(Id)
    {
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], initContainers: [{name: i, image: 'a:1'}]}}", Expected.False },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], initContainers: [{name: i, image: 'a:1', livenessProbe: {tcpSocket: {port: 80}}}]}}", Expected.True },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], initContainers: [{name: i, image: 'a:1', restartPolicy: Always, livenessProbe: {tcpSocket: {port: 80}}}]}}", Expected.False },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], initContainers: [{name: i, image: 'a:1', restartPolicy: !unknown , livenessProbe: {tcpSocket: {port: 80}}}]}}", Expected.Unknown },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], initContainers: [{name: i, image: 'a:1', livenessProbe: !unknown }]}}", Expected.Unknown },
        { "V1EnvVar {name: A, value: b, valueFrom: {fieldRef: {fieldPath: metadata.name}}}", Expected.False },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], ephemeralContainers: [{name: e, image: 'a:1'}]}}", "spec.ephemeralContainers")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], nodeName: node, schedulingGates: [{name: acme.io/a}]}}", "spec.nodeName")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], os: {name: windows}, hostPID: true}}", "spec.hostPID")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], os: {name: windows}, hostPID: false}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', securityContext: {runAsUser: 1}}], os: {name: windows}}}", "spec.containers[0].securityContext.runAsUser")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', securityContext: {windowsOptions: {runAsUserName: a}}}], os: {name: linux}}}", "spec.containers[0].securityContext.windowsOptions")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', securityContext: {runAsUser: 1}}], os: {name: !unknown }}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], hostUsers: false, hostNetwork: true}}", "spec.hostNetwork")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], hostUsers: false, hostPID: true, hostIPC: true}}", "spec.hostIPC spec.hostPID")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80, nodePort: 30000}]}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], hostnameOverride: a, setHostnameAsFQDN: true}}", "spec.hostnameOverride")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], overhead: {cpu: 1}}}", "spec.overhead")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], overhead: {cpu: 1}, runtimeClassName: kata}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {overhead: {cpu: 1}, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    public void Field_MayNotBeSet(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], initContainers: [{name: i, image: 'a:1', livenessProbe: {tcpSocket: {port: 80}}}]}}", "'livenessProbe' may not be set here, and the API server refuses the object: an init container runs to its end before the others start; only a sidecar, with 'restartPolicy: Always', may have it")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], ephemeralContainers: [{name: e, image: 'a:1'}]}}", "'ephemeralContainers' may not be set here, and the API server refuses the object: ephemeral containers can only be added to a pod that runs, as 'kubectl debug' does it")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], hostUsers: false, hostNetwork: true}}", "'true' may not be set here, and the API server refuses the object: a pod with users of its own ('hostUsers: false') cannot share this with its node")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], initContainers: [{name: i, image: 'a:1', livenessProbe: {tcpSocket: {port: 80}}}]}}", "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], initContainers: [{name: i, image: 'a:1'}]}}", false)]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', securityContext: {runAsUser: 1}}], os: {name: windows}}}", "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', securityContext: {}}], os: {name: windows}}}", false)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);
}
