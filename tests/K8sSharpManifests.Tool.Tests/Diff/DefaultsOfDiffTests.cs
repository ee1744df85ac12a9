namespace K8sSharpManifests.Tool.Tests.Diff;

// What the API server fills in is the same, written out or not: of upstream's pkg/apis/*/v1/defaults.go.
public sealed class DefaultsOfDiffTests
{
    private const string Pod = "containers: [{name: a, image: 'a:1'}]";

    // Kind, apiVersion, with the default left out, and written out.
    [Theory]
    [InlineData("Service", "v1", "spec: {type: LoadBalancer, ports: [{port: 80}]}", "spec: {type: LoadBalancer, allocateLoadBalancerNodePorts: true, externalTrafficPolicy: Cluster, internalTrafficPolicy: Cluster, sessionAffinity: None, ports: [{port: 80, protocol: TCP, targetPort: 80}]}")]
    [InlineData("Service", "v1", "spec: {type: NodePort, ports: [{port: 80}]}", "spec: {type: NodePort, externalTrafficPolicy: Cluster, internalTrafficPolicy: Cluster, ports: [{port: 80}]}")]
    [InlineData("Service", "v1", "spec: {ports: [{port: 80}]}", "spec: {type: ClusterIP, internalTrafficPolicy: Cluster, sessionAffinityConfig: {clientIP: {timeoutSeconds: 5}}, ports: [{port: 80}]}")]
    [InlineData("Service", "v1", "spec: {externalIPs: [10.0.0.1], ports: [{port: 80}]}", "spec: {externalIPs: [10.0.0.1], externalTrafficPolicy: Cluster, ports: [{port: 80}]}")]
    [InlineData("Service", "v1", "spec: {sessionAffinity: ClientIP, ports: [{port: 80}]}", "spec: {sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 10800}}, ports: [{port: 80}]}")]
    [InlineData("NetworkPolicy", "networking.k8s.io/v1", "spec: {podSelector: {}}", "spec: {podSelector: {}, policyTypes: [Ingress]}")]
    [InlineData("NetworkPolicy", "networking.k8s.io/v1", "spec: {podSelector: {}, egress: [{}]}", "spec: {podSelector: {}, policyTypes: [Ingress, Egress], egress: [{}]}")]
    [InlineData("Job", "batch/v1", "spec: {template: {spec: {" + Pod + "}}}", "spec: {completions: 1, parallelism: 1, backoffLimit: 6, completionMode: NonIndexed, suspend: false, podReplacementPolicy: TerminatingOrFailed, manualSelector: false, template: {spec: {" + Pod + "}}}")]
    [InlineData("Job", "batch/v1", "spec: {backoffLimitPerIndex: 1, podFailurePolicy: {rules: []}, template: {}}", "spec: {backoffLimitPerIndex: 1, backoffLimit: 2147483647, podReplacementPolicy: Failed, podFailurePolicy: {rules: []}, template: {}}")]
    [InlineData("CronJob", "batch/v1", "spec: {schedule: '@daily', jobTemplate: {spec: {template: {}}}}", "spec: {schedule: '@daily', concurrencyPolicy: Allow, suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1, jobTemplate: {spec: {template: {}}}}")]
    [InlineData("Pod", "v1", "spec: {volumes: [{name: v}, {name: h, hostPath: {path: /x}}], " + Pod + "}", "spec: {volumes: [{name: v, emptyDir: {}}, {name: h, hostPath: {path: /x, type: ''}}], " + Pod + ", enableServiceLinks: true}")]
    [InlineData("Pod", "v1", "spec: {containers: [{name: a, image: 'a:1', resources: {limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 1}}}]}", "spec: {containers: [{name: a, image: 'a:1', resources: {limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 1000m, memory: 1024Mi}}}]}")]
    [InlineData("Pod", "v1", "spec: {hostNetwork: true, containers: [{name: a, image: 'a:1', ports: [{containerPort: 80}]}]}", "spec: {hostNetwork: true, containers: [{name: a, image: 'a:1', ports: [{containerPort: 80, hostPort: 80}]}]}")]
    [InlineData("HorizontalPodAutoscaler", "autoscaling/v2", "spec: {maxReplicas: 3}", "spec: {maxReplicas: 3, minReplicas: 1, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]}")]
    [InlineData("HorizontalPodAutoscaler", "autoscaling/v2", "spec: {maxReplicas: 3, behavior: {scaleDown: {stabilizationWindowSeconds: 60}}}", "spec: {maxReplicas: 3, behavior: {scaleDown: {stabilizationWindowSeconds: 60, selectPolicy: Max, policies: [{type: Percent, value: 100, periodSeconds: 15}]}, scaleUp: {stabilizationWindowSeconds: 0, selectPolicy: Max, policies: [{type: Pods, value: 4, periodSeconds: 15}, {type: Percent, value: 100, periodSeconds: 15}]}}}")]
    [InlineData("PersistentVolumeClaim", "v1", "spec: {accessModes: [ReadWriteOnce]}", "spec: {accessModes: [ReadWriteOnce], volumeMode: Filesystem}")]
    [InlineData("PersistentVolume", "v1", "spec: {hostPath: {path: /x}}", "spec: {hostPath: {path: /x, type: ''}, volumeMode: Filesystem, persistentVolumeReclaimPolicy: Retain}")]
    [InlineData("StatefulSet", "apps/v1", "spec: {template: {}}", "spec: {podManagementPolicy: OrderedReady, replicas: 1, revisionHistoryLimit: 10, updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 0}}, persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain, whenScaled: Retain}, template: {}}")]
    [InlineData("DaemonSet", "apps/v1", "spec: {template: {}}", "spec: {revisionHistoryLimit: 10, updateStrategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 1, maxSurge: 0}}, template: {}}")]
    [InlineData("LimitRange", "v1", "spec: {limits: [{type: Container, max: {cpu: 1}, min: {memory: 1Mi}}]}", "spec: {limits: [{type: Container, max: {cpu: 1}, min: {memory: 1Mi}, default: {cpu: 1}, defaultRequest: {cpu: 1, memory: 1Mi}}]}")]
    [InlineData("Namespace", "v1", "metadata: {name: n}", "metadata: {name: n, labels: {kubernetes.io/metadata.name: n}}")]
    [InlineData("StorageClass", "storage.k8s.io/v1", "provisioner: x", "provisioner: x\nreclaimPolicy: Delete\nvolumeBindingMode: Immediate")]
    [InlineData("CSIDriver", "storage.k8s.io/v1", "spec: {}", "spec: {attachRequired: true, podInfoOnMount: false, storageCapacity: false, fsGroupPolicy: ReadWriteOnceWithFSType, requiresRepublish: false, volumeLifecycleModes: [Persistent]}")]
    [InlineData("PriorityClass", "scheduling.k8s.io/v1", "value: 1", "value: 1\npreemptionPolicy: PreemptLowerPriority\nglobalDefault: false")]
    [InlineData("EndpointSlice", "discovery.k8s.io/v1", "addressType: IPv4\nports: [{port: 80}]\nendpoints: []", "addressType: IPv4\nports: [{name: '', protocol: TCP, port: 80}]\nendpoints: []")]
    [InlineData("ResourceClaim", "resource.k8s.io/v1", "spec: {devices: {requests: [{name: r, exactly: {deviceClassName: x}}]}}", "spec: {devices: {requests: [{name: r, exactly: {deviceClassName: x, allocationMode: ExactCount, count: 1}}]}}")]
    public void DefaultThatIsWrittenOut_IsNoDifference(string kind, string apiVersion, string without, string with)
    {
        var (left, right) = Run(kind, apiVersion, without, with);
        Assert.Equal(("", ""), (left.Output, right.Output));
        Assert.Equal((0, 0), (left.ExitCode, right.ExitCode));
    }

    // What is no default there, since something else is otherwise.
    [Theory]
    [InlineData("Service", "v1", "spec: {type: LoadBalancer, ports: [{port: 80}]}", "spec: {type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{port: 80}]}")]
    [InlineData("Service", "v1", "spec: {type: NodePort, ports: [{port: 80}]}", "spec: {type: NodePort, externalTrafficPolicy: Local, ports: [{port: 80}]}")]
    [InlineData("Service", "v1", "spec: {ports: [{port: 80}]}", "spec: {ports: [{port: 80, targetPort: '80'}]}")]
    [InlineData("Service", "v1", "spec: {ports: [{port: 80, targetPort: 80}]}", "spec: {ports: [{port: 80, targetPort: '80'}]}")]
    [InlineData("NetworkPolicy", "networking.k8s.io/v1", "spec: {podSelector: {}}", "spec: {podSelector: {}, policyTypes: [Ingress, Egress]}")]
    [InlineData("Job", "batch/v1", "spec: {parallelism: 2, template: {}}", "spec: {parallelism: 2, completions: 1, template: {}}")]
    [InlineData("Job", "batch/v1", "spec: {backoffLimitPerIndex: 1, template: {}}", "spec: {backoffLimitPerIndex: 1, backoffLimit: 6, template: {}}")]
    [InlineData("HorizontalPodAutoscaler", "autoscaling/v2", "spec: {maxReplicas: 3}", "spec: {maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]}")]
    [InlineData("HorizontalPodAutoscaler", "autoscaling/v2", "spec: {maxReplicas: 3, behavior: {scaleUp: {selectPolicy: Max}}}", "spec: {maxReplicas: 3, behavior: {scaleUp: {selectPolicy: Min}}}")]
    [InlineData("Pod", "v1", "spec: {containers: [{name: a, image: 'a:1', resources: {limits: {cpu: 1}}}]}", "spec: {containers: [{name: a, image: 'a:1', resources: {limits: {cpu: 1}, requests: {cpu: 500m}}}]}")]
    [InlineData("Pod", "v1", "spec: {volumes: [{name: v}], " + Pod + "}", "spec: {volumes: [{name: v, configMap: {name: c}}], " + Pod + "}")]
    public void WhatIsNoDefaultThere_IsADifference(string kind, string apiVersion, string without, string with)
    {
        var (left, right) = Run(kind, apiVersion, without, with);
        Assert.Equal((1, 1), (left.ExitCode, right.ExitCode));
    }

    // To the API server a name that looks like a number is none: the reader has to see which of the two it is.
    [Fact]
    public void NumberAndName_AreToldApart() => Assert.Contains(
        "  - spec.ports[port=80,protocol=TCP].targetPort: 80\n  + spec.ports[port=80,protocol=TCP].targetPort: \"80\"\n",
        Run("Service", "v1", "spec: {ports: [{port: 80, targetPort: 80}]}", "spec: {ports: [{port: 80, targetPort: '80'}]}").Left.Output, StringComparison.Ordinal);

    private static (Ran Left, Ran Right) Run(string kind, string apiVersion, string without, string with)
    {
        var head = $"apiVersion: {apiVersion}\nkind: {kind}\n{(without.StartsWith("metadata", StringComparison.Ordinal) ? "" : "metadata: {name: x}\n")}";
        using var folder = new LintFolder().Write("a.yaml", head + without + "\n").Write("b.yaml", head + with + "\n");
        return (folder.Run("diff", "b.yaml", "--against", "a.yaml", "-q"), folder.Run("diff", "a.yaml", "--against", "b.yaml", "-q"));
    }
}
