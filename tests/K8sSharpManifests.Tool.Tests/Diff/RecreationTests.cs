namespace K8sSharpManifests.Tool.Tests.Diff;

// What the API server does not let one change: ValidatePodUpdate and its like, upstream.
public sealed class RecreationTests
{
    [Theory]
    [InlineData("Pod", "spec: {containers: [{name: a, image: 'a:1'}]}", "spec: {containers: [{name: a, image: 'a:2'}]}", "")]
    [InlineData("Pod", "spec: {containers: [{name: a, image: 'a:1'}]}", "spec: {containers: [{name: a, image: 'a:2', env: [{name: A, value: x}]}]}", "spec.containers[name=a].env")]
    [InlineData("ConfigMap", "immutable: true\ndata: {a: x}", "immutable: true\ndata: {a: y}", "data.a")]
    [InlineData("Secret", "immutable: true\nstringData: {a: x}", "immutable: true\nstringData: {a: y}", "data.a")]
    [InlineData("Pod", "spec: {containers: [{name: a, image: 'a:1', readinessProbe: {httpGet: {port: 80}}}]}", "spec: {containers: [{name: a, image: 'a:1', readinessProbe: {httpGet: {port: 81}}}]}", "spec.containers[name=a].readinessProbe.httpGet.port")]
    [InlineData("Pod", "spec: {containers: [{name: a, image: 'a:1', readinessProbe: {httpGet: {port: 80}}}]}", "spec: {containers: [{name: a, image: 'a:1', readinessProbe: {httpGet: {port: '80'}}}]}", "spec.containers[name=a].readinessProbe.httpGet.port")]
    [InlineData("Pod", "spec: {securityContext: {runAsUser: 1}, containers: [{name: a, image: 'a:1'}]}", "spec: {containers: [{name: a, image: 'a:1'}]}", "spec.securityContext")]
    [InlineData("Pod", "spec: {containers: [{name: a, image: 'a:1', securityContext: {runAsUser: 1}}]}", "spec: {containers: [{name: a, image: 'a:1'}]}", "spec.containers[name=a].securityContext")]
    [InlineData("Pod", "spec: {volumes: [{name: v, emptyDir: {}}], containers: [{name: a, image: 'a:1'}]}", "spec: {volumes: [{name: v, configMap: {name: c}}], containers: [{name: a, image: 'a:1'}]}", "spec.volumes[name=v].configMap spec.volumes[name=v].emptyDir")]
    [InlineData("Pod", "spec: {containers: [{name: a, image: 'a:1'}]}", "spec: {containers: [{name: a, image: 'a:1', resources: {requests: {cpu: 1}}}]}", "spec.containers[name=a].resources")]
    [InlineData("Pod", "spec: {containers: [{name: a, image: 'a:1', resources: {limits: {cpu: 1}}}]}", "spec: {containers: [{name: a, image: 'a:1', resources: {limits: {cpu: 1}, requests: {cpu: 500m}}}]}", "spec.containers[name=a].resources.requests.cpu")]
    [InlineData("Pod", "spec: {containers: [{name: a, image: 'a:1'}]}", "spec: {containers: [{name: a, image: 'a:1'}, {name: b, image: 'b:1'}]}", "spec.containers[name=b]")]
    [InlineData("Pod", "spec: {containers: [{name: a, image: 'a:1'}, {name: b, image: 'b:1'}]}", "spec: {containers: [{name: b, image: 'b:1'}, {name: a, image: 'a:1'}]}", "spec.containers")]
    [InlineData("Pod", "spec: {initContainers: [{name: a, image: 'a:1'}], containers: []}", "spec: {initContainers: [{name: a, image: 'a:2', command: [x]}], containers: []}", "spec.initContainers[name=a].command")]
    [InlineData("Pod", "spec: {activeDeadlineSeconds: 10, containers: []}", "spec: {activeDeadlineSeconds: 5, containers: []}", "")]
    [InlineData("Pod", "spec: {activeDeadlineSeconds: 10, containers: []}", "spec: {activeDeadlineSeconds: 15, containers: []}", "spec.activeDeadlineSeconds")]
    [InlineData("Pod", "spec: {activeDeadlineSeconds: 10, containers: []}", "spec: {containers: []}", "spec.activeDeadlineSeconds")]
    [InlineData("Pod", "spec: {containers: []}", "spec: {activeDeadlineSeconds: 10, containers: []}", "")]
    [InlineData("Pod", "spec: {tolerations: [{key: a, operator: Exists}], containers: []}", "spec: {tolerations: [{key: a, operator: Exists}, {key: b, operator: Exists}], containers: []}", "")]
    [InlineData("Pod", "spec: {tolerations: [{key: a, operator: Exists}], containers: []}", "spec: {tolerations: [{key: b, operator: Exists}], containers: []}", "spec.tolerations[0].key")]
    [InlineData("Pod", "spec: {schedulingGates: [{name: g}], containers: []}", "spec: {containers: []}", "")]
    [InlineData("Pod", "spec: {containers: []}", "spec: {schedulingGates: [{name: g}], containers: []}", "spec.schedulingGates")]
    [InlineData("Pod", "spec: {terminationGracePeriodSeconds: -1, containers: []}", "spec: {terminationGracePeriodSeconds: 1, containers: []}", "")]
    [InlineData("Pod", "spec: {terminationGracePeriodSeconds: 10, containers: []}", "spec: {containers: []}", "spec.terminationGracePeriodSeconds")]
    [InlineData("Pod", "spec: {containers: []}", "spec: {serviceAccountName: default, containers: []}", "")]
    [InlineData("Pod", "spec: {serviceAccountName: a, containers: []}", "spec: {serviceAccountName: b, containers: []}", "spec.serviceAccountName")]
    [InlineData("PersistentVolumeClaim", "spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}", "spec: {accessModes: [ReadWriteMany], storageClassName: x, resources: {requests: {storage: 2Gi}}}", "spec.accessModes[0]")]
    [InlineData("Service", "spec: {ports: [{port: 80}]}", "spec: {clusterIP: None, ports: [{port: 80}]}", "spec.clusterIP")]
    [InlineData("Service", "spec: {clusterIP: 10.0.0.1, ports: [{port: 80}]}", "spec: {clusterIP: 10.0.0.2, ports: [{port: 81}]}", "spec.clusterIP")]
    public void WhatTheServerDoesNotChange_IsMarked(string kind, string before, string after, string marked)
    {
        var head = $"apiVersion: v1\nkind: {kind}\nmetadata: {{name: a}}\n";
        using var folder = new LintFolder().Write("a.yaml", head + before + "\n").Write("b.yaml", head + after + "\n");
        var lines = folder.Run("diff", "b.yaml", "--against", "a.yaml").Output.Split('\n').Skip(1).Where(line => line.EndsWith("(must be recreated)", StringComparison.Ordinal));
        Assert.Equal(marked, string.Join(' ', lines.Select(line => line[4..line.IndexOf(':', StringComparison.Ordinal)])));
    }
}
