namespace K8sSharpManifests.Core.Tests.Rules.Validity.Kinds;

/// <summary>What is refused of volumes, claims and their classes, each with the finding that it has, or with none where the API server takes it or nobody can know.</summary>
public sealed class StorageTests
{
    [Theory]
    [InlineData("V1PersistentVolumeClaimSpec {accessModes: [ReadWriteOnce, ReadWriteOncePod], resources: {requests: {storage: 1Gi}}}", "K8S226 accessModes: 'ReadWriteOncePod' stands alone")]
    [InlineData("V1PersistentVolumeClaimSpec {accessModes: [ReadWriteOnce], resources: {requests: {storage: 0}}}", "K8S224 resources.storage: it has to be more than zero")]
    [InlineData("V1PersistentVolumeClaimSpec {accessModes: [ReadWriteOnce], resources: {}}", "K8S204 resources.storage: it has to say how much storage is needed: 'resources.requests.storage'")]
    [InlineData("V1PersistentVolumeClaimSpec {accessModes: [ReadWriteOnce], resources: {requests: {storage: !unknown }}}")]
    [InlineData("{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, local: {path: /a}}}", "K8S204 spec.nodeAffinity: a local volume has to say on which node it is")]
    [InlineData("{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, hostPath: {path: /}, persistentVolumeReclaimPolicy: Recycle}}", "K8S226 spec.persistentVolumeReclaimPolicy: the root of a node cannot be recycled")]
    [InlineData("{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi, cpu: 1}, hostPath: {path: /a}}}", "K8S222 spec.capacity: it has 'storage', and nothing else")]
    [InlineData("{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}}}", "K8S211 spec: it has to say where the volume is, as csi, nfs or another source")]
    [InlineData("{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, hostPath: {path: /a}, nfs: {server: a, path: /b}}}", "K8S211 spec.nfs: a volume is in one place, and 'hostPath' says another")]
    [InlineData("{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {accessModes: [], capacity: {storage: 1Gi}, hostPath: {path: /a}}}", "K8S204 spec.accessModes: a volume has one access mode at least")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: VolumeAttachment, metadata: {name: a}, spec: {attacher: a, nodeName: b, source: {persistentVolumeName: c, inlineVolumeSpec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, csi: {driver: a, volumeHandle: b}}}}}", "K8S226 spec.source: it can have either a 'persistentVolumeName' or an 'inlineVolumeSpec'")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: a}, spec: {tokenRequests: [{audience: a}, {audience: a}]}}", "K8S205 spec.tokenRequests[1].audience: another token is for the same audience")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: a}, spec: {tokenRequests: [{audience: a, expirationSeconds: 599}]}}", "K8S224 spec.tokenRequests[0].expirationSeconds: it has to be a number from 600 to 4294967296")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: b, parameters: {a: <b*262144>}}", "K8S224 parameters: they have to have 256 KiB at most together")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: b, parameters: {'': b}}", "K8S225 parameters: a parameter needs a name")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: 'a b'}", "K8S225 provisioner: it has to be letters, digits, '-', '_' and '.', and to begin and to end with a letter or a digit, like 'my-name' or 'example.com/my-name'")]
    [InlineData("{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, local: {path: /a}, nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Exists}]}]}}}}")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: a}, spec: {serviceAccountTokenInSecrets: true}}", "K8S225 spec.serviceAccountTokenInSecrets: it may only be set where there are token requests")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: CSINode, metadata: {name: a}, spec: {drivers: [{name: a, nodeID: b}, {name: a, nodeID: c}]}}", "K8S205 spec.drivers[1].name: another driver has the same name")]
    [InlineData("{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, flexVolume: {driver: a, options: {k8s.io/a: b}}}}", "K8S211 spec.flexVolume.options.k8s.io/a: the names of kubernetes.io and k8s.io are Kubernetes' own")]
    [InlineData("{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, csi: {driver: a, volumeHandle: b, nodeStageSecretRef: {}}}}")]
    [InlineData("{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, hostPath: {path: /a}, volumeAttributesClassName: b}}", "K8S204 spec.csi: only a CSI volume has a volumeAttributesClassName")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: b, allowedTopologies: [{matchLabelExpressions: [{key: a, values: [b]}]}, {matchLabelExpressions: [{key: a, values: [b]}]}]}", "K8S203 allowedTopologies[1].matchLabelExpressions: another topology is the same")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: b, allowedTopologies: [{}]}", "K8S203 allowedTopologies[0].matchLabelExpressions: a topology needs expressions")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: b, allowedTopologies: [{matchLabelExpressions: [{key: a, values: [b]}, {key: a, values: [c]}]}]}", "K8S203 allowedTopologies[0].matchLabelExpressions[1].key: another expression has the same key")]
    public void Object_IsRefusedWhereItIsWrong(string fragment, params string[] findings) =>
        Assert.Equal(findings.Select(Refused.Full), Refused.Findings(fragment).Select(finding => Refused.Told(finding)));
}
