namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Which rule a fault belongs to: the one that is about its type, else the one that is about its sort.</summary>
internal static class ValidityRules
{
    private static readonly Dictionary<string, RuleInfo> OfTypes = Index(
        (InvalidPort.Rule, "V1ContainerPort V1ServicePort"),
        (InvalidSelector.Rule, "V1LabelSelector V1LabelSelectorRequirement V1NodeSelectorRequirement V1NodeSelectorTerm V1NodeSelector V1TopologySelectorTerm V1TopologySelectorLabelRequirement"),
        (InvalidVolume.Rule, "V1Volume V1KeyToPath V1VolumeProjection V1SecretProjection V1ConfigMapProjection V1DownwardAPIProjection V1DownwardAPIVolumeFile V1ServiceAccountTokenProjection V1ClusterTrustBundleProjection V1PodCertificateProjection"),
        (InvalidMount.Rule, "V1VolumeMount V1VolumeDevice"),
        (InvalidProbe.Rule, "V1Probe V1Lifecycle V1LifecycleHandler V1ExecAction V1HTTPGetAction V1HTTPHeader V1TCPSocketAction V1GRPCAction V1SleepAction"),
        (InvalidStrategy.Rule, "V1DeploymentStrategy V1RollingUpdateDeployment V1DaemonSetUpdateStrategy V1RollingUpdateDaemonSet V1StatefulSetUpdateStrategy V1RollingUpdateStatefulSetStrategy"),
        (InvalidAutoscaling.Rule, "V1HorizontalPodAutoscalerSpec V2HorizontalPodAutoscalerSpec V2HorizontalPodAutoscalerBehavior V2HPAScalingRules V2HPAScalingPolicy V2MetricSpec V2MetricTarget V2MetricIdentifier V2ObjectMetricSource V2PodsMetricSource V2ResourceMetricSource V2ContainerResourceMetricSource V2ExternalMetricSource V1CrossVersionObjectReference V2CrossVersionObjectReference V1PodDisruptionBudgetSpec"),
        (InvalidNetworking.Rule, "V1ServiceSpec V1SessionAffinityConfig V1ClientIPConfig V1IngressSpec V1IngressRule V1HTTPIngressPath V1HTTPIngressRuleValue V1IngressBackend V1IngressServiceBackend V1ServiceBackendPort V1IngressTLS V1IngressClassSpec V1IngressClassParametersReference V1NetworkPolicySpec V1NetworkPolicyIngressRule V1NetworkPolicyEgressRule V1NetworkPolicyPeer V1NetworkPolicyPort V1IPBlock V1EndpointSlice V1Endpoint V1EndpointHints V1EndpointConditions V1ForZone V1ForNode Discoveryv1EndpointPort V1Endpoints V1EndpointSubset V1EndpointAddress Corev1EndpointPort"));

    /// <summary>The rule of a fault in an object of a type.</summary>
    /// <param name="type">The type; null where nobody knows.</param>
    /// <param name="key">The field.</param>
    /// <param name="fault">The sort of fault.</param>
    public static RuleInfo Of(ApiType? type, string key, Fault fault) =>
        type is not null && OfField(type.Name, key, fault) is { } rule ? rule : fault switch
        {
            Fault.Required => MissingField.Rule,
            Fault.Duplicate => DuplicateItem.Rule,
            Fault.NotSupported => UnknownValue.Rule,
            Fault.OutOfRange => NumberOutOfRange.Rule,
            Fault.Forbidden => ForbiddenField.Rule,
            _ => InvalidText.Rule,
        };

    /// <summary>Which texts a field may hold, for the message of one that it may not, and which of them is nearest.</summary>
    public static string Supported(IReadOnlyList<string> supported, string text)
    {
        var all = supported.Count == 1 ? $"it has to be '{supported[0]}'" : $"it has to be one of {string.Join(", ", supported.Take(MaxNamed).Select(s => $"'{s}'"))}{(supported.Count > MaxNamed ? ", …" : "")}";
        return text.Length > 0 && supported.Count > 1 && Spelling.Nearest(text, supported) is { } near ? $"{all}; did you mean '{near}'?" : all;
    }

    /// <summary>The fix that writes the nearest of the texts that a field may hold.</summary>
    public static Fix[] Respelt(TreePlace place, string text, IReadOnlyList<string> supported) =>
        text.Length > 0 && Spelling.Nearest(text, supported) is { } near ? [Fix.ChangeTo(place, Scalar.String(near), isSafeForFixAll: string.Equals(near, text, StringComparison.OrdinalIgnoreCase))] : [];

    private const int MaxNamed = 12;

    private static RuleInfo? OfField(string type, string key, Fault fault) => (type, key) switch
    {
        (_, "restartPolicy") => InvalidRestartPolicy.Rule,
        ("V1CronJobSpec", "schedule" or "timeZone") => InvalidSchedule.Rule,
        ("V1LabelSelector", "operator") when fault == Fault.NotSupported => UnknownValue.Rule,
        ("V1ConfigMap" or "V1Secret", not "type") => InvalidConfigData.Rule,
        _ when type.EndsWith("VolumeSource", StringComparison.Ordinal) => InvalidVolume.Rule,
        _ => OfTypes.TryGetValue(type, out var rule) ? rule : null,
    };

    private static Dictionary<string, RuleInfo> Index(params (RuleInfo Rule, string Types)[] rules) =>
        rules.SelectMany(r => r.Types.Split(' ').Select(type => new KeyValuePair<string, RuleInfo>(type, r.Rule))).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
}
