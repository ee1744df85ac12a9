using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules.Validity;

public sealed class ImmutableFieldTests
{
    // Selectors of Deployments, against one that selects by "app: web".
    public static RuleRows Rows => new("K8S220")
    {
        { "{matchLabels: {app: shop}}", Expected.True },
        { "{matchLabels: {app: web, tier: front}}", Expected.True },
        { "{matchExpressions: [{key: app, operator: Exists}]}", Expected.True },
        { "{matchLabels: {app: web}}", Expected.False },
        { "{matchExpressions: [], matchLabels: {app: web}}", Expected.False },
        { "!unknown ", Expected.Unknown },
        { "{matchLabels: {app: !unknown }}", Expected.Unknown },
        { "{matchLabels: !open {app: web}}", Expected.Unknown },
    };

    // What is not certain is not told.
    [Theory]
    [MemberData(nameof(Rows))]
    public void Selector_IsCompared(string selector, Expected expected) => Assert.Equal(
        expected == Expected.True ? "spec.selector" : "",
        Changes("apps/v1", "Deployment", "spec: {selector: {matchLabels: {app: web}}}", $"spec: {{replicas: 3, selector: {selector}}}"));

    [Theory]
    [InlineData("apps/v1", "StatefulSet", "spec: {serviceName: a, replicas: 1}", "spec: {serviceName: b, replicas: 2}", "spec.serviceName")]
    [InlineData("apps/v1", "StatefulSet", "spec: {replicas: 1, minReadySeconds: 1, template: {spec: {}}}", "spec: {replicas: 2, revisionHistoryLimit: 1, podManagementPolicy: OrderedReady}", "")]
    [InlineData("apps/v1", "StatefulSet", "spec: {podManagementPolicy: Parallel}", "spec: {replicas: 2}", "spec.podManagementPolicy")]
    [InlineData("apps/v1", "StatefulSet", "spec: {volumeClaimTemplates: [{metadata: {name: d}, spec: {resources: {requests: {storage: 1Gi}}}}]}", "spec: {volumeClaimTemplates: [{metadata: {name: d}, spec: {resources: {requests: {storage: 2Gi}}}}]}", "spec.volumeClaimTemplates")]
    [InlineData("apps/v1", "StatefulSet", "spec: {volumeClaimTemplates: [{metadata: {name: d}, spec: {resources: {requests: {storage: 1Gi}}}}]}", "spec: {volumeClaimTemplates: [{apiVersion: v1, metadata: {name: d}, spec: {volumeMode: Filesystem, resources: {requests: {storage: 1024Mi}}}}]}", "")]
    [InlineData("batch/v1", "Job", "spec: {template: {spec: {containers: [{name: a, image: 'a:1'}]}}}", "spec: {template: {spec: {containers: [{name: a, image: 'a:2'}]}}}", "spec.template")]
    [InlineData("batch/v1", "Job", "spec: {template: {spec: {containers: [{name: a, image: 'a:1'}]}}}", "spec: {suspend: true, template: {spec: {containers: [{name: a, image: 'a:1', imagePullPolicy: IfNotPresent}]}}}", "")]
    [InlineData("batch/v1", "Job", "spec: {suspend: true, template: {spec: {nodeSelector: {a: b}}}}", "spec: {template: {spec: {}}}", "")]
    [InlineData("batch/v1", "Job", "spec: {completions: 2}", "spec: {completions: 3}", "spec.completions")]
    [InlineData("batch/v1", "Job", "spec: {completionMode: Indexed, completions: 2}", "spec: {completionMode: Indexed, completions: 3, parallelism: 3}", "")]
    [InlineData("batch/v1", "Job", "spec: {completionMode: NonIndexed}", "spec: {}", "")]
    [InlineData("batch/v1", "Job", "spec: {completionMode: Indexed}", "spec: {}", "spec.completionMode")]
    [InlineData("v1", "Pod", "spec: {hostname: a, containers: [{name: a, image: 'a:1'}]}", "spec: {hostname: b, containers: [{name: a, image: 'a:2'}]}", "spec.hostname")]
    [InlineData("v1", "Pod", "spec: {containers: [{name: a, image: 'a:1'}]}", "spec: {containers: [{name: a, image: 'a:1', command: [a]}]}", "spec.containers")]
    [InlineData("v1", "Pod", "spec: {schedulingGates: [{name: a}], nodeSelector: {a: b}}", "spec: {nodeSelector: {a: b, c: d}}", "")]
    [InlineData("v1", "Pod", "spec: {activeDeadlineSeconds: 10}", "spec: {activeDeadlineSeconds: 5}", "")]
    [InlineData("v1", "Pod", "spec: {activeDeadlineSeconds: 10}", "spec: {activeDeadlineSeconds: 15}", "spec.activeDeadlineSeconds")]
    [InlineData("v1", "Pod", "spec: {activeDeadlineSeconds: 10}", "spec: {activeDeadlineSeconds: !unknown }", "")]
    [InlineData("v1", "Pod", "spec: {tolerations: [{key: a, operator: Exists}]}", "spec: {tolerations: [{key: b}, {key: a, operator: Exists, tolerationSeconds: 5}]}", "")]
    [InlineData("v1", "Pod", "spec: {tolerations: [{key: a, operator: Exists}]}", "spec: {tolerations: [{key: b, operator: Exists}]}", "spec.tolerations")]
    [InlineData("v1", "Pod", "spec: {tolerations: [{key: a, operator: Exists}]}", "spec: {tolerations: !open [{key: b, operator: Exists}]}", "")]
    [InlineData("v1", "Pod", "spec: {tolerations: [{key: a, operator: Exists}]}", "spec: {tolerations: [{key: !unknown , operator: Exists}]}", "")]
    [InlineData("v1", "Pod", "spec: {tolerations: [{key: a, operator: Exists}]}", "spec: !open {restartPolicy: Always}", "")]
    [InlineData("v1", "Pod", "spec: {schedulingGates: [{name: a}]}", "spec: {schedulingGates: [{name: b}]}", "spec.schedulingGates")]
    [InlineData("v1", "Pod", "spec: {terminationGracePeriodSeconds: -1}", "spec: {terminationGracePeriodSeconds: 1}", "")]
    [InlineData("v1", "Service", "spec: {clusterIP: 10.0.0.1}", "spec: {clusterIP: 10.0.0.2}", "spec.clusterIP")]
    [InlineData("v1", "Service", "spec: {clusterIP: 10.0.0.1}", "spec: {}", "")]
    [InlineData("v1", "Service", "spec: {}", "spec: {clusterIP: None}", "spec.clusterIP")]
    [InlineData("v1", "Service", "spec: {}", "spec: {clusterIP: 10.0.0.1}", "")]
    [InlineData("v1", "Service", "spec: {clusterIP: 10.0.0.1}", "spec: {type: ExternalName, clusterIP: None}", "")]
    [InlineData("v1", "Service", "spec: {type: LoadBalancer, loadBalancerClass: a}", "spec: {type: LoadBalancer, loadBalancerClass: b}", "spec.loadBalancerClass")]
    [InlineData("v1", "Service", "spec: {type: LoadBalancer, loadBalancerClass: a}", "spec: {type: ClusterIP}", "")]
    [InlineData("v1", "PersistentVolumeClaim", "spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}", "spec: {accessModes: [ReadWriteMany], resources: {requests: {storage: 2Gi}}}", "spec.accessModes")]
    [InlineData("v1", "PersistentVolumeClaim", "spec: {resources: {requests: {storage: 2Gi}}}", "spec: {resources: {requests: {storage: 1Gi}}}", "spec.resources.requests.storage")]
    [InlineData("v1", "PersistentVolumeClaim", "spec: {}", "spec: {storageClassName: fast}", "")]
    [InlineData("v1", "PersistentVolumeClaim", "spec: {storageClassName: slow}", "spec: {storageClassName: fast}", "spec.storageClassName")]
    [InlineData("v1", "PersistentVolume", "spec: {capacity: {storage: 1Gi}, nfs: {server: a, path: /}}", "spec: {capacity: {storage: 2Gi}, nfs: {server: b, path: /}}", "spec.nfs")]
    [InlineData("v1", "PersistentVolume", "spec: {csi: {driver: a, volumeHandle: b}}", "spec: {csi: {driver: a, volumeHandle: b, controllerExpandSecretRef: {name: a}}}", "")]
    [InlineData("v1", "ConfigMap", "immutable: true, data: {a: '1'}", "immutable: true, data: {a: '2'}", "data")]
    [InlineData("v1", "ConfigMap", "immutable: true, data: {a: '1'}", "data: {a: '1'}", "immutable")]
    [InlineData("v1", "ConfigMap", "data: {a: '1'}", "immutable: true, data: {a: '2'}", "")]
    [InlineData("v1", "Secret", "immutable: true, stringData: {a: x}", "immutable: true, data: {a: eA==}", "")]
    [InlineData("v1", "Secret", "immutable: true, stringData: {a: x}", "immutable: true, stringData: {a: y}", "stringData")]
    [InlineData("v1", "Secret", "immutable: true, stringData: {a: x}", "immutable: true, stringData: {a: !unknown }", "")]
    [InlineData("v1", "Secret", "type: Opaque", "data: {}", "")]
    [InlineData("v1", "Secret", "type: Opaque", "type: kubernetes.io/tls", "type")]
    [InlineData("v1", "ResourceQuota", "spec: {scopes: [BestEffort, Terminating]}", "spec: {scopes: [Terminating, BestEffort]}", "")]
    [InlineData("rbac.authorization.k8s.io/v1", "RoleBinding", "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}", "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: a}", "roleRef")]
    [InlineData("storage.k8s.io/v1", "StorageClass", "provisioner: a, parameters: {a: b}", "provisioner: b, parameters: {a: c}, reclaimPolicy: Delete", "provisioner parameters")]
    [InlineData("networking.k8s.io/v1", "IngressClass", "spec: {controller: a/b}", "spec: {controller: a/c}", "spec.controller")]
    [InlineData("scheduling.k8s.io/v1", "PriorityClass", "value: 1", "value: 2", "value")]
    [InlineData("apps/v1", "DaemonSet", "spec: {selector: {matchLabels: {app: web}}}", "spec: {}", "spec.selector")]
    public void Field_IsCompared(string apiVersion, string kind, string before, string after, string paths) => Assert.Equal(paths, Changes(apiVersion, kind, before, after));

    [Theory]
    [InlineData("v1", "Deployment", "apps/v1", "Deployment")]
    [InlineData("apps/v1", "ReplicaSet", "apps/v1", "Deployment")]
    [InlineData("acme.io/v1", "Thing", "acme.io/v1", "Thing")]
    public void ObjectsOfOtherTypes_AreNotCompared(string apiVersion, string kind, string newApiVersion, string newKind) => Assert.Empty(Immutability.Changes(
        Parse(apiVersion, kind, "spec: {selector: {matchLabels: {a: b}}}"), Parse(newApiVersion, newKind, "spec: {selector: {matchLabels: {a: c}}}")));

    [Fact]
    public void Finding_SaysWhatItWas()
    {
        var finding = Assert.Single(Immutability.Changes(
            Parse("apps/v1", "Deployment", "spec: {selector: {matchLabels: {app: web}}}"), Parse("apps/v1", "Deployment", "spec: {selector: {matchLabels: {app: shop}}}")));
        Assert.Equal(
            "'spec.selector' differs from the manifest before, and the API server refuses the update: its 'matchLabels.app' was 'web'; leave it, give the object another name, or delete the one in the cluster first",
            finding.Message);
        Assert.Equal(("spec.selector.matchLabels.app", Severity.Warning), (finding.At.Origin, finding.Info.Severity));
        Assert.Empty(finding.Fixes);
    }

    // It goes into the log of a build.
    [Theory]
    [InlineData("env: [{name: A, value: hunter2}]", "env: [{name: A, value: x}]")]
    [InlineData("args: [a, hunter2]", "args: [a, b]")]
    [InlineData("readinessProbe: {httpGet: {port: 80, httpHeaders: [{name: A, value: hunter2}]}}", "readinessProbe: {httpGet: {port: 80, httpHeaders: [{name: A, value: x}]}}")]
    public void Finding_DoesNotSayWhatMayBeAPassword(string before, string after)
    {
        var finding = Assert.Single(Immutability.Changes(Parse("v1", "Pod", $"spec: {{containers: [{{name: a, image: a, {before}}}]}}"), Parse("v1", "Pod", $"spec: {{containers: [{{name: a, image: a, {after}}}]}}")));
        Assert.Contains("was another one", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", finding.Message, StringComparison.Ordinal);
    }

    private static string Changes(string apiVersion, string kind, string before, string after) =>
        string.Join(' ', Immutability.Changes(Parse(apiVersion, kind, before), Parse(apiVersion, kind, after)).Select(f => f.Path));

    private static Node Parse(string apiVersion, string kind, string rest) => YamlTree.Parse($"{{apiVersion: {apiVersion}, kind: {kind}, metadata: {{name: a}}, {rest}}}");
}
