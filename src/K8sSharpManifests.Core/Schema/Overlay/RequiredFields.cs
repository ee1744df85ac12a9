namespace K8sSharpManifests.Core;

/// <summary>Which fields the API server demands, where that is not what its description says.</summary>
internal static class RequiredFields
{
    private static readonly string[] Versions = ["V1", "V1beta1", "V1alpha1"];

    private static readonly HashSet<string> NotDemanded =
    [
        // Only of an object itself, and not of a template: see MetadataValidation.
        "V1OwnerReference.apiVersion", "V1OwnerReference.kind", "V1OwnerReference.name", "V1OwnerReference.uid",
        "V1LimitRangeSpec.limits",
        "V1HTTPHeader.value",
        "V1Condition.message", "V1Condition.reason", "V1Condition.lastTransitionTime", "V1Condition.status", "V1Condition.type",
        "V1Sysctl.value", "V1ScaleIOVolumeSource.secretRef",

        // The server names the item that has none: see the validations of their lists.
        "V1PodSchedulingGate.name", "Corev1ResourceClaim.name",
        "V1ConfigMapNodeConfigSource.kubeletConfigKey", "V1ConfigMapNodeConfigSource.name", "V1ConfigMapNodeConfigSource.namespace",

        // Empty, it is the audience of the API server itself.
        "Storagev1TokenRequest.audience",

        // Only where the strategy is 'Webhook': see ConversionValidation.
        "V1WebhookConversion.conversionReviewVersions",
    ];

    private static readonly HashSet<string> Demanded =
    [
        "V1Container.image", "V1EphemeralContainer.image", "V1ContainerPort.containerPort", "V1ContainerRestartRule.exitCodes",
        "V1ConfigMapKeySelector.name", "V1SecretKeySelector.name", "V1ConfigMapEnvSource.name", "V1SecretEnvSource.name",
        "V1SecretVolumeSource.secretName", "V1ConfigMapVolumeSource.name", "V1SecretProjection.name", "V1ConfigMapProjection.name", "V1ScaleIOVolumeSource.volumeName",
        "V1StorageOSVolumeSource.volumeName", "V1EphemeralVolumeSource.volumeClaimTemplate", "V1PersistentVolumeClaimSpec.accessModes",
        "V1ExecAction.command", "V1HTTPGetAction.port", "V1TCPSocketAction.port", "V1GRPCAction.port",
        "V1WeightedPodAffinityTerm.weight", "V1PreferredSchedulingTerm.weight", "V1TopologySpreadConstraint.maxSkew",
        .. OfAll("RuleWithOperations", "operations apiGroups apiVersions resources"),
        .. OfAll("NamedRuleWithOperations", "operations apiGroups apiVersions resources"),
        .. OfAll("ParamKind", "apiVersion kind"),
        .. OfAll("ParamRef", "parameterNotFoundAction"),
        .. OfAll("ValidatingAdmissionPolicySpec", "matchConstraints"),
        .. OfAll("MutatingAdmissionPolicySpec", "matchConstraints mutations reinvocationPolicy"),
        .. OfAll("MutatingAdmissionPolicyBindingSpec", "policyName"),
        .. OfAll("JSONPatch", "expression"),
        .. OfAll("ApplyConfiguration", "expression"),
        "V1CertificateSigningRequestSpec.usages",
    ];

    internal static IEnumerable<string> Fields => Demanded.Concat(NotDemanded);

    /// <summary>Whether the API server refuses an object without the field. Of a number that it always has, and of an object that it always has, it says so by what is wrong with 0 or in the object.</summary>
    public static bool Contains(ApiField field) =>
        Demanded.Contains($"{field.Owner.Name}.{field.Key}")
        || (field.IsRequired && !field.IsServerSet && !field.IsAlwaysPresent && (field.IsPointer || !(field.Shape.IsNumber || field.Shape.Kind is ApiShapeKind.Boolean or ApiShapeKind.Quantity or ApiShapeKind.IntOrString))
            && !NotDemanded.Contains($"{field.Owner.Name}.{field.Key}"));

    // The fields of a type in all versions in which a policy can be written.
    private static IEnumerable<string> OfAll(string type, string keys) => Versions.SelectMany(version => keys.Split(' ').Select(key => $"{version}{type}.{key}"));
}
