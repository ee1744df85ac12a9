namespace K8sSharpManifests.Core.Tests.Rules.Validity;

public sealed class AcceptedWithWarningTests
{
    private const string Id = "K8S206";

    public static RuleRows Rows => new(Id)
    {
        { "{env: [{name: A, value: '1'}, {name: A, value: '2'}]}", Expected.True },
        { "{env: [{name: A, value: '1'}, {name: A, value: $(A)}]}", Expected.True },
        { "{env: [{name: A, value: '1'}, {name: A, value: '$(A)2', valueFrom: {}}]}", Expected.True },
        { "{env: !open [{name: A, value: '1'}, {name: A}]}", Expected.True },
        { "{env: [{name: A, value: '1'}, {name: A, value: $(A)2}]}", Expected.False },
        { "{env: [{name: A, value: '1'}, {name: B, value: '1'}]}", Expected.False },
        { "{resources: {limits: {memory: 0.3Gi}}}", Expected.True },
        { "{resources: {requests: {ephemeral-storage: 1500000.5}}}", Expected.True },
        { "{resources: {limits: {memory: 0.5Gi, cpu: 1m}}}", Expected.False },
        { "{env: [{name: A, value: '1'}, {name: A, value: !unknown }]}", Expected.Unknown },
        { "{env: [{name: A, value: '1'}, {name: A, value: $(A)2, valueFrom: !unknown }]}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Assert.Equal(expected, FindingsOf.Verdict(Id, container, "V1Container"));

    [Theory]
    [InlineData("{nodeSelector: {beta.kubernetes.io/os: linux, kubernetes.io/arch: arm64}}", "nodeSelector.beta.kubernetes.io/os")]
    [InlineData("{affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: beta.kubernetes.io/arch}]}]}}}}", "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key")]
    [InlineData("{affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{preference: {matchExpressions: [{key: a, values: [a b]}]}}]}}}", "affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].values[0]")]
    [InlineData("{topologySpreadConstraints: [{topologyKey: failure-domain.beta.kubernetes.io/zone, labelSelector: {}}]}", "topologySpreadConstraints[0].topologyKey")]
    [InlineData("{topologySpreadConstraints: [{topologyKey: a}]}", "topologySpreadConstraints[0].labelSelector")]
    [InlineData("{topologySpreadConstraints: [!open {topologyKey: a}]}", "")]
    [InlineData("{affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: a}]}}}", "affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector")]
    [InlineData("{terminationGracePeriodSeconds: -1}", "terminationGracePeriodSeconds")]
    [InlineData("{hostAliases: [{ip: 10.0.0.1}, {ip: 10.0.0.1}]}", "hostAliases[1].ip")]
    [InlineData("{hostAliases: [{ip: 'FD00::1'}]}", "hostAliases[0].ip")]
    [InlineData("{hostAliases: [{ip: 'fd00::1'}, {ip: 10.0.0.1}]}", "")]
    [InlineData("{dnsConfig: {nameservers: ['fd00:0:0:0:0:0:0:1']}}", "dnsConfig.nameservers[0]")]
    [InlineData("{overhead: {memory: 1500000.5}}", "overhead.memory")]
    [InlineData("{volumes: [{name: a, cephfs: {monitors: [a]}}, {name: b, emptyDir: {}}]}", "volumes[0].cephfs")]
    [InlineData("{volumes: [{name: a, configMap: {items: [{key: a, path: x}, {key: b, path: x/y}, {key: c, path: xy}]}}]}", "volumes[0].configMap.items[1].path")]
    [InlineData("{volumes: [{name: a, secret: {items: [{key: a, path: x}, {key: b, path: x}]}}]}", "volumes[0].secret.items[1].path")]
    [InlineData("{volumes: [{name: a, projected: {sources: [{secret: {items: [{key: a, path: x}]}}, {serviceAccountToken: {path: x}}]}}]}", "volumes[0].projected.sources[1].serviceAccountToken.path")]
    [InlineData("{volumes: [{name: a, projected: {sources: [{}]}}]}", "volumes[0].projected.sources[0]")]
    [InlineData("{volumes: [{name: a, projected: {sources: [{secret: {items: [{key: a, path: x}]}}, {configMap: {items: [{key: a, path: x}]}}]}}]}", "")]
    public void Pod_IsJudged(string spec, string paths) => Assert.Equal(paths, FindingsOf.Paths(Id, spec, "V1PodSpec"));

    [Theory]
    [InlineData("{containerPort: 80}", "{containerPort: 80}", "ports[0].containerPort")]
    [InlineData("{containerPort: 80}", "{containerPort: 80, hostPort: 80}", "ports[0].hostPort")]
    [InlineData("{containerPort: 80, hostPort: 80}", "{containerPort: 80, hostPort: 80, hostIP: 10.0.0.1}", "ports[0].hostPort")]
    [InlineData("{containerPort: 80, hostPort: 80}", "{containerPort: 80, hostPort: 81}", "")]
    [InlineData("{containerPort: 80}", "{containerPort: 80, protocol: UDP}", "")]
    [InlineData("{containerPort: 80, protocol: !unknown }", "{containerPort: 80}", "")]
    [InlineData("{containerPort: 80, name: web}", "{containerPort: 81, name: web}", "ports[0].name")]
    [InlineData("{containerPort: 80}", "{containerPort: 81, hostIP: 10.0.0.1}", "ports[0].hostIP")]
    [InlineData("{containerPort: 80, hostPort: 80}", "{containerPort: 80, hostPort: 80}", "")]
    public void PortsOfTwoContainers_AreJudged(string first, string second, string found) => Assert.Equal(
        found.Length == 0 ? "" : "spec.containers[1]." + found,
        FindingsOf.Paths(Id, $"{{apiVersion: v1, kind: Pod, metadata: {{name: a}}, spec: {{containers: [{{name: a, ports: [{first}]}}, {{name: b, ports: [{second}]}}]}}}}"));

    [Theory]
    [InlineData("v1", "Pod", "metadata: {name: a.b}", "metadata.name")]
    [InlineData("v1", "Pod", "metadata: {name: A}", "")]
    [InlineData("v1", "ConfigMap", "metadata: {name: a.b}", "")]
    [InlineData("apps/v1", "Deployment", "metadata: {name: a.b}", "metadata.name")]
    [InlineData("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "metadata: {name: a.static.k8s.io}", "metadata.name")]
    [InlineData("v1", "Pod", "metadata: {name: a, annotations: {scheduler.alpha.kubernetes.io/critical-pod: ''}}", "metadata.annotations.scheduler.alpha.kubernetes.io/critical-pod")]
    [InlineData("v1", "Pod", "metadata: {name: a, annotations: {seccomp.security.alpha.kubernetes.io/pod: runtime/default}}", "metadata.annotations.seccomp.security.alpha.kubernetes.io/pod")]
    [InlineData("v1", "Pod", "metadata: {name: a, annotations: {container.apparmor.security.beta.kubernetes.io/w: unconfined}}, spec: {containers: [{name: w}]}", "")]
    [InlineData("apps/v1", "Deployment", "metadata: {name: a}, spec: {template: {metadata: {annotations: {container.apparmor.security.beta.kubernetes.io/w: unconfined}}, spec: {containers: [{name: w}]}}}", "spec.template.metadata.annotations.container.apparmor.security.beta.kubernetes.io/w")]
    [InlineData("apps/v1", "StatefulSet", "metadata: {name: a}, spec: {revisionHistoryLimit: -1}", "spec.revisionHistoryLimit")]
    [InlineData("batch/v1", "Job", "metadata: {name: a}, spec: {completionMode: Indexed, completions: 200000, parallelism: 20000}", "spec.parallelism")]
    [InlineData("batch/v1", "Job", "metadata: {name: a}, spec: {completionMode: Indexed, completions: 200000, parallelism: 20000, backoffLimitPerIndex: 1}", "")]
    [InlineData("networking.k8s.io/v1", "Ingress", "metadata: {name: a, annotations: {kubernetes.io/ingress.class: nginx}}", "metadata.annotations.kubernetes.io/ingress.class")]
    [InlineData("networking.k8s.io/v1", "Ingress", "metadata: {name: a, annotations: {kubernetes.io/ingress.class: nginx}}, spec: !unknown ", "")]
    [InlineData("v1", "PersistentVolumeClaim", "metadata: {name: a, annotations: {volume.beta.kubernetes.io/storage-class: a}}, spec: {resources: {requests: {storage: 1.5Mi}}}", "metadata.annotations.volume.beta.kubernetes.io/storage-class")]
    [InlineData("v1", "PersistentVolumeClaim", "metadata: {name: a}, spec: {resources: {requests: {storage: 0.3Gi}}}", "spec.resources.requests.storage")]
    [InlineData("v1", "PersistentVolume", "metadata: {name: a}, spec: {persistentVolumeReclaimPolicy: Recycle, rbd: {image: a, monitors: [a]}}", "spec.rbd spec.persistentVolumeReclaimPolicy")]
    [InlineData("v1", "ServiceAccount", "metadata: {name: a, annotations: {kubernetes.io/enforce-mountable-secrets: 'true'}}", "metadata.annotations.kubernetes.io/enforce-mountable-secrets")]
    [InlineData("v1", "ResourceQuota", "metadata: {name: a}, spec: {hard: {cpu: 4, limits.cpu: 2, requests.memory: 1Gi, limits.memory: 2Gi}}", "spec.hard.cpu")]
    [InlineData("v1", "Node", "metadata: {name: a}, spec: {externalID: a, podCIDRs: ['FD00::/64']}", "spec.externalID spec.podCIDRs[0]")]
    [InlineData("storage.k8s.io/v1", "CSIDriver", "metadata: {name: a}, spec: {tokenRequests: [{audience: a}]}", "spec.tokenRequests")]
    [InlineData("storage.k8s.io/v1", "CSIDriver", "metadata: {name: a}, spec: {tokenRequests: [{audience: a}], serviceAccountTokenInSecrets: false}", "")]
    [InlineData("storage.k8s.io/v1", "StorageClass", "metadata: {name: a}, provisioner: a, allowedTopologies: [{matchLabelExpressions: [{key: failure-domain.beta.kubernetes.io/zone, values: [a]}]}]", "allowedTopologies[0].matchLabelExpressions[0].key")]
    [InlineData("storage.k8s.io/v1", "CSIStorageCapacity", "metadata: {name: a}, storageClassName: a, nodeTopology: {matchLabels: {failure-domain.beta.kubernetes.io/zone: a}}", "nodeTopology.matchLabels.failure-domain.beta.kubernetes.io/zone")]
    [InlineData("node.k8s.io/v1", "RuntimeClass", "metadata: {name: a}, handler: a, scheduling: {nodeSelector: {node-role.kubernetes.io/master: ''}}", "scheduling.nodeSelector.node-role.kubernetes.io/master")]
    [InlineData("discovery.k8s.io/v1", "EndpointSlice", "metadata: {name: a}, addressType: FQDN, endpoints: []", "addressType")]
    [InlineData("networking.k8s.io/v1", "NetworkPolicy", "metadata: {name: a}, spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 'FD00::/64', except: ['fd00::/80']}}]}]}", "spec.ingress[0].from[0].ipBlock.cidr")]
    public void Object_IsJudged(string apiVersion, string kind, string rest, string paths)
    {
        var found = FindingsOf.Paths(Id, $"{{apiVersion: {apiVersion}, kind: {kind}, {rest}}}").Split(' ').Order(StringComparer.Ordinal);
        Assert.Equal(paths.Split(' ').Order(StringComparer.Ordinal), found);
    }

    [Theory]
    [InlineData("{clusterIP: None, loadBalancerIP: 10.0.0.1, sessionAffinity: ClientIP}", "loadBalancerIP sessionAffinity")]
    [InlineData("{clusterIP: None, sessionAffinity: None}", "")]
    [InlineData("{externalIPs: [10.0.0.1]}", "externalIPs")]
    [InlineData("{type: ExternalName, externalName: a.b, externalIPs: [10.0.0.1]}", "externalIPs")]
    [InlineData("{externalName: a.b}", "externalName")]
    [InlineData("{type: !unknown , externalName: a.b}", "")]
    [InlineData("{trafficDistribution: PreferClose}", "trafficDistribution")]
    [InlineData("{loadBalancerSourceRanges: ['FD00::/64', 10.0.0.0/8]}", "loadBalancerSourceRanges[0]")]
    public void Service_IsJudged(string spec, string paths) => Assert.Equal(paths, FindingsOf.Paths(Id, spec, "V1ServiceSpec"));

    // Older clusters have nothing better.
    [Theory]
    [InlineData("1.29", "{metadata: {annotations: {container.apparmor.security.beta.kubernetes.io/a: unconfined}}, spec: {containers: [{name: a, image: 'a:1'}]}}", "V1PodTemplateSpec", "")]
    [InlineData("1.30", "{metadata: {annotations: {container.apparmor.security.beta.kubernetes.io/a: unconfined}}, spec: {containers: [{name: a, image: 'a:1'}]}}", "V1PodTemplateSpec", "metadata.annotations.container.apparmor.security.beta.kubernetes.io/a")]
    [InlineData("1.27", "{name: a, rbd: {image: a, monitors: [b]}}", "V1Volume", "")]
    [InlineData("1.28", "{name: a, rbd: {image: a, monitors: [b]}}", "V1Volume", "rbd")]
    public void Deprecation_CountsSinceItsVersion(string target, string yaml, string type, string paths) => Assert.Equal(
        paths, FindingsOf.Paths(Id, yaml, type, new(K8sSharpManifests.Core.Rules.RuleOptions.Parse(key => key == "k8s_target_version" ? target : null, out _))));

    // Older clusters have no other word for it.
    [Theory]
    [InlineData("1.33", "")]
    [InlineData("1.34", "trafficDistribution")]
    public void PreferClose_IsDeprecatedWhereThereIsAnother(string target, string paths) => Assert.Equal(
        paths,
        FindingsOf.Paths(Id, "{trafficDistribution: PreferClose}", "V1ServiceSpec", new(K8sSharpManifests.Core.Rules.RuleOptions.Parse(key => key == "k8s_target_version" ? target : null, out _))));

    [Fact]
    public void Message_SaysWhatWouldBeRight()
    {
        var finding = Assert.Single(FindingsOf.All(Id, "{env: [{name: A, value: '1'}, {name: A, value: '2'}]}", "V1Container"));
        Assert.Equal("'A' is accepted with a warning: it hides a variable of the same name before it, and 'kubectl apply' may lose one of the two; remove one", finding.Message);
    }

    [Theory]
    [InlineData("{nodeSelector: {beta.kubernetes.io/os: linux}}", "{nodeSelector: {kubernetes.io/os: 'linux'}}")]
    [InlineData("{topologySpreadConstraints: [{topologyKey: failure-domain.beta.kubernetes.io/zone, labelSelector: {}}]}", "{topologySpreadConstraints: [{topologyKey: 'topology.kubernetes.io/zone', labelSelector: {}}]}")]
    [InlineData("{hostAliases: [{ip: 'FD00:0::1'}]}", "{hostAliases: [{ip: 'fd00::1'}]}")]
    [InlineData("{overhead: {memory: 1500000.5}}", "{overhead: {memory: '2Mi'}}")]
    public void Fix_WritesWhatIsMeant(string before, string after) => Assert.Equal(after, FindingsOf.Fixed(Id, before, "V1PodSpec"));

    [Fact]
    public void SpreadWithoutASelector_IsFixedByThePodsLabels() => Assert.Equal(
        "{metadata: {labels: {app: 'web'}}, spec: {topologySpreadConstraints: [{topologyKey: 'a', labelSelector: {matchLabels: {app: 'web'}}}]}}",
        FindingsOf.Fixed(Id, "{metadata: {labels: {app: web}}, spec: {topologySpreadConstraints: [{topologyKey: a}]}}", "V1PodTemplateSpec"));
}
