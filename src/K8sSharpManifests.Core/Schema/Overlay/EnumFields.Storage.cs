namespace K8sSharpManifests.Core;

/// <content>Volumes and configuration of the core group, and storage.k8s.io.</content>
internal static partial class EnumFields
{
    private static IEnumerable<EnumField> Storage() =>
    [
        new("AccessMode", "How many nodes or pods may mount a volume.", Closed,
            ["V1PersistentVolumeClaimSpec.AccessModes", "V1PersistentVolumeSpec.AccessModes"],
            [
                new("ReadWriteOnce", "One node, for reading and writing."),
                new("ReadOnlyMany", "Many nodes, for reading."),
                new("ReadWriteMany", "Many nodes, for reading and writing."),
                new("ReadWriteOncePod", "One pod in the whole cluster, for reading and writing."),
            ]),
        new("VolumeMode", "What a volume is to the container.", Closed,
            ["V1PersistentVolumeClaimSpec.VolumeMode", "V1PersistentVolumeSpec.VolumeMode"],
            [
                new("Filesystem", "A directory."),
                new("Block", "A raw device."),
            ]),
        new("ReclaimPolicy", "What becomes of a volume that its claim has released.", Closed,
            ["V1PersistentVolumeSpec.PersistentVolumeReclaimPolicy", "V1StorageClass.ReclaimPolicy"],
            [
                new("Retain", "It stays as it is, until somebody sees to it."),
                new("Delete", "It is deleted, with the storage behind it."),
                new("Recycle", "It is wiped and used again; deprecated, and nothing for storage classes."),
            ]),
        new("VolumeBindingMode", "When a claim gets its volume.", Closed,
            ["V1StorageClass.VolumeBindingMode"],
            [
                new("Immediate", "At once, wherever its pod will run."),
                new("WaitForFirstConsumer", "When a pod uses it, where that pod can run."),
            ]),
        new("StorageMedium", "What an empty directory lies on; huge pages of a size are written HugePages-size.", Open,
            ["V1EmptyDirVolumeSource.Medium"],
            [
                new("Memory", "Memory, which counts against the containers' limits."),
                new("HugePages", "Huge pages, of the one size that the pod requests."),
                new("HugePages2Mi", "HugePages-2Mi", "Huge pages of 2 MiB."),
                new("HugePages1Gi", "HugePages-1Gi", "Huge pages of 1 GiB."),
            ]),
        new("HostPathType", "What must be at a path of the host before it is mounted.", Closed,
            ["V1HostPathVolumeSource.Type"],
            [
                new("Directory", "A directory."),
                new("DirectoryOrCreate", "A directory, which is made where there is none."),
                new("File", "A file."),
                new("FileOrCreate", "A file, which is made where there is none."),
                new("Socket", "A UNIX socket."),
                new("CharDevice", "A character device."),
                new("BlockDevice", "A block device."),
            ]),
        new("FsGroupPolicy", "Whether a CSI driver's volumes are handed over to the pod's fsGroup.", Closed,
            ["V1CSIDriverSpec.FsGroupPolicy"],
            [
                new("ReadWriteOnceWithFsType", "ReadWriteOnceWithFSType", "Only volumes with a file system that are mounted ReadWriteOnce."),
                new("File", "All volumes."),
                new("None", "No volume."),
            ]),
        new("VolumeLifecycleMode", "What kinds of volumes a CSI driver supports.", Closed,
            ["V1CSIDriverSpec.VolumeLifecycleModes"],
            [
                new("Persistent", "Those of persistent volumes and claims."),
                new("Ephemeral", "Those that a pod declares inline and that live as long as it does."),
            ]),
        new("AzureDiskKind", "What holds an Azure disk.", Closed,
            ["V1AzureDiskVolumeSource.Kind"],
            [
                new("Shared", "A storage account with other disks."),
                new("Dedicated", "A storage account of its own."),
                new("Managed", "Azure itself, as a managed disk."),
            ]),
        new("AzureDiskCachingMode", "What the host caches of an Azure disk.", Closed,
            ["V1AzureDiskVolumeSource.CachingMode"],
            [
                new("None", "Nothing."),
                new("ReadOnly", "What is read."),
                new("ReadWrite", "What is read and written."),
            ]),
    ];

    private static IEnumerable<EnumField> Configuration() =>
    [
        new("SecretType", "The types of secrets that Kubernetes knows; with most, the API insists on certain keys.", Open,
            ["V1Secret.Type"],
            [
                new("Opaque", "Anything."),
                new("Tls", "kubernetes.io/tls", "A certificate and its key: tls.crt and tls.key."),
                new("DockerConfigJson", "kubernetes.io/dockerconfigjson", "Credentials of registries: .dockerconfigjson."),
                new("DockerCfg", "kubernetes.io/dockercfg", "Credentials of registries in the old format: .dockercfg."),
                new("BasicAuth", "kubernetes.io/basic-auth", "A user name, a password or both: username and password."),
                new("SshAuth", "kubernetes.io/ssh-auth", "A private key for SSH: ssh-privatekey."),
                new("ServiceAccountToken", "kubernetes.io/service-account-token", "A lasting token of the service account that an annotation names."),
                new("BootstrapToken", "bootstrap.kubernetes.io/token", "A token by which new nodes join the cluster."),
            ]),
        new("LimitRangeType", "What the limits of a limit range apply to.", Open,
            ["V1LimitRangeItem.Type"],
            [
                new("Container", "Each container."),
                new("Pod", "All containers of a pod together."),
                new("PersistentVolumeClaim", "Each claim."),
            ]),
        new("ResourceQuotaScope", "What a quota counts.", Closed,
            ["V1ResourceQuotaSpec.Scopes", "V1ScopedResourceSelectorRequirement.ScopeName"],
            [
                new("Terminating", "Pods with an active deadline."),
                new("NotTerminating", "Pods without an active deadline."),
                new("BestEffort", "Pods without requests and limits."),
                new("NotBestEffort", "Pods with requests or limits."),
                new("PriorityClass", "Pods of certain priority classes."),
                new("CrossNamespacePodAffinity", "Pods with affinity to pods of other namespaces."),
                new("VolumeAttributesClass", "Claims of certain volume attributes classes."),
            ]),
    ];
}
