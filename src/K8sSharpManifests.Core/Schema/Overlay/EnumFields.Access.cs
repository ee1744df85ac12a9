namespace K8sSharpManifests.Core;

/// <content>rbac.authorization.k8s.io, certificates.k8s.io, flowcontrol.apiserver.k8s.io and resource.k8s.io.</content>
internal static partial class EnumFields
{
    private static IEnumerable<EnumField> Access() =>
    [
        new("SubjectKind", "Who a binding or a flow schema is about.", Closed,
            ["Rbacv1Subject.Kind", "Flowcontrolv1Subject.Kind"],
            [
                new("User", "A user."),
                new("Group", "A group of users."),
                new("ServiceAccount", "A service account."),
            ]),
        new("RoleKind", "What a binding grants.", Closed,
            ["V1RoleRef.Kind"],
            [
                new("Role", "A role of the same namespace."),
                new("ClusterRole", "A role of the whole cluster."),
            ]),
        new("Verb", "What one does with a resource; some resources know further verbs.", Open,
            ["V1PolicyRule.Verbs"],
            [
                new("All", "*", "Everything."),
                new("Get", "get", "Read one object."),
                new("List", "list", "Read all objects."),
                new("Watch", "watch", "Hear of changes."),
                new("Create", "create", "Create an object."),
                new("Update", "update", "Replace an object."),
                new("Patch", "patch", "Change parts of an object."),
                new("Delete", "delete", "Delete one object."),
                new("DeleteCollection", "deletecollection", "Delete many objects at once."),
                new("Bind", "bind", "Grant a role that one does not have oneself."),
                new("Escalate", "escalate", "Write more into a role than one may do oneself."),
                new("Impersonate", "impersonate", "Act as another user, group or service account."),
                new("Approve", "approve", "Approve certificate requests of a signer."),
                new("Sign", "sign", "Sign certificate requests of a signer."),
            ]),
    ];

    private static IEnumerable<EnumField> Certificates() =>
    [
        new("SignerName", "The signers of certificates that Kubernetes has itself.", Open,
            ["V1CertificateSigningRequestSpec.SignerName"],
            [
                new("KubeApiserverClient", "kubernetes.io/kube-apiserver-client", "Client certificates for the API server."),
                new("KubeApiserverClientKubelet", "kubernetes.io/kube-apiserver-client-kubelet", "Client certificates of nodes for the API server."),
                new("KubeletServing", "kubernetes.io/kubelet-serving", "Server certificates of nodes."),
            ]),
        new("KeyUsage", "What the key of a requested certificate may be used for.", Closed,
            ["V1CertificateSigningRequestSpec.Usages"],
            [
                new("Any", "any", "Anything."),
                new("Signing", "signing", "Signatures."),
                new("DigitalSignature", "digital signature", "Signatures other than those on certificates."),
                new("ContentCommitment", "content commitment", "Signatures that cannot be denied."),
                new("KeyEncipherment", "key encipherment", "Encrypting keys."),
                new("KeyAgreement", "key agreement", "Agreeing on keys."),
                new("DataEncipherment", "data encipherment", "Encrypting data."),
                new("CertSign", "cert sign", "Signing certificates."),
                new("CrlSign", "crl sign", "Signing lists of revoked certificates."),
                new("EncipherOnly", "encipher only", "Only encrypting, once the key is agreed on."),
                new("DecipherOnly", "decipher only", "Only decrypting, once the key is agreed on."),
                new("ServerAuth", "server auth", "Being a TLS server."),
                new("ClientAuth", "client auth", "Being a TLS client."),
                new("CodeSigning", "code signing", "Signing programs."),
                new("EmailProtection", "email protection", "Signing and encrypting mail."),
                new("SMime", "s/mime", "S/MIME."),
                new("IpsecEndSystem", "ipsec end system", "Being an end system of IPsec."),
                new("IpsecTunnel", "ipsec tunnel", "Being a tunnel of IPsec."),
                new("IpsecUser", "ipsec user", "Being a user of IPsec."),
                new("Timestamping", "timestamping", "Signing time stamps."),
                new("OcspSigning", "ocsp signing", "Signing answers on the status of certificates."),
                new("MicrosoftSgc", "microsoft sgc", "Microsoft's server gated cryptography."),
                new("NetscapeSgc", "netscape sgc", "Netscape's server gated cryptography."),
            ]),
        new("PodCertificateKeyType", "The keys that the node can make for a pod's certificate.", Closed,
            ["V1PodCertificateProjection.KeyType"],
            [
                new("Rsa3072", "RSA3072", "RSA of 3072 bits."),
                new("Rsa4096", "RSA4096", "RSA of 4096 bits."),
                new("EcdsaP256", "ECDSAP256", "ECDSA on the curve P-256."),
                new("EcdsaP384", "ECDSAP384", "ECDSA on the curve P-384."),
                new("EcdsaP521", "ECDSAP521", "ECDSA on the curve P-521."),
                new("Ed25519", "ED25519", "Ed25519."),
            ]),
    ];

    private static IEnumerable<EnumField> FlowControl() =>
    [
        new("PriorityLevelType", "Whether the requests of a priority level are limited.", Closed,
            ["V1PriorityLevelConfigurationSpec.Type"],
            [
                new("Limited", "They share what the API server can do."),
                new("Exempt", "They pass at once."),
            ]),
        new("LimitResponseType", "What becomes of a request that cannot be served at once.", Closed,
            ["V1LimitResponse.Type"],
            [
                new("Queue", "It waits in a queue."),
                new("Reject", "It is rejected."),
            ]),
        new("FlowDistinguisherMethodType", "What tells the flows of one flow schema apart.", Closed,
            ["V1FlowDistinguisherMethod.Type"],
            [
                new("ByUser", "The user."),
                new("ByNamespace", "The namespace of the object."),
            ]),
    ];

    private static IEnumerable<EnumField> Devices() =>
    [
        new("DeviceAllocationMode", "How many devices a request gets.", Closed,
            [
                "V1ExactDeviceRequest.AllocationMode", "V1DeviceSubRequest.AllocationMode",
                "V1beta2ExactDeviceRequest.AllocationMode", "V1beta2DeviceSubRequest.AllocationMode",
                "V1beta1DeviceRequest.AllocationMode", "V1beta1DeviceSubRequest.AllocationMode",
            ],
            [
                new("ExactCount", "As many as its count says."),
                new("All", "All that match."),
            ]),
        new("DeviceTaintEffect", "What the taint of a device does to claims that do not tolerate it.", Closed,
            ["V1DeviceTaint.Effect", "V1beta2DeviceTaint.Effect", "V1beta1DeviceTaint.Effect"],
            [
                new("None", "Nothing; it only informs."),
                new("NoSchedule", "New pods do not get the device."),
                new("NoExecute", "New pods do not get the device, and running ones end."),
            ]),
        new("DeviceTolerationEffect", "Which taints of a device a request tolerates.", Closed,
            ["V1DeviceToleration.Effect", "V1beta2DeviceToleration.Effect", "V1beta1DeviceToleration.Effect"],
            [
                new("NoSchedule", "Those that keep new pods away."),
                new("NoExecute", "Those that also end running pods."),
            ]),
        new("DeviceTolerationOperator", "How a toleration compares the value of a device's taint.", Closed,
            [
                "V1DeviceToleration.OperatorProperty", "V1beta2DeviceToleration.OperatorProperty", "V1beta1DeviceToleration.OperatorProperty",
            ],
            [
                new("Equal", "The values are the same."),
                new("Exists", "Any value will do."),
            ]),
    ];
}
