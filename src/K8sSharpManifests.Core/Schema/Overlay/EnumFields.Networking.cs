namespace K8sSharpManifests.Core;

/// <content>Services of the core group, networking.k8s.io and discovery.k8s.io.</content>
internal static partial class EnumFields
{
    private static IEnumerable<EnumField> Services() =>
    [
        new("ServiceType", "How a service is reached.", Closed,
            ["V1ServiceSpec.Type"],
            [
                new("ClusterIP", "By an address inside the cluster."),
                new("NodePort", "By a port on every node, too."),
                new("LoadBalancer", "By a load balancer of the cloud provider, too."),
                new("ExternalName", "By a DNS alias of something outside."),
            ]),
        new("Protocol", "The transport protocol of a port.", Closed,
            [
                "V1ContainerPort.Protocol", "V1ServicePort.Protocol", "V1NetworkPolicyPort.Protocol",
                "Corev1EndpointPort.Protocol", "Discoveryv1EndpointPort.Protocol",
            ],
            [new("Tcp", "TCP", "TCP."), new("Udp", "UDP", "UDP."), new("Sctp", "SCTP", "SCTP.")]),
        new("AppProtocol", "The application protocols that Kubernetes has named; names of IANA's list are as good, like https.", Open,
            ["V1ServicePort.AppProtocol", "Corev1EndpointPort.AppProtocol", "Discoveryv1EndpointPort.AppProtocol"],
            [
                new("H2c", "kubernetes.io/h2c", "HTTP/2 without TLS, which the client takes for granted."),
                new("Ws", "kubernetes.io/ws", "WebSocket without TLS."),
                new("Wss", "kubernetes.io/wss", "WebSocket over TLS."),
            ]),
        new("ClusterIP", "What stands in place of a service's address.", Open,
            ["V1ServiceSpec.ClusterIP"],
            [new("None", "No address: the service's name leads to its pods themselves.")]),
        new("SessionAffinity", "Whether a client always reaches the same pod.", Closed,
            ["V1ServiceSpec.SessionAffinity"],
            [
                new("None", "It reaches any pod."),
                new("ClientIP", "Its address decides on the pod."),
            ]),
        new("ExternalTrafficPolicy", "Which pods get what comes from outside.", Closed,
            ["V1ServiceSpec.ExternalTrafficPolicy"],
            [
                new("Cluster", "Those on all nodes; the client's address may be lost."),
                new("Local", "Those on the node that it reaches; the client's address is kept."),
            ]),
        new("InternalTrafficPolicy", "Which pods get what comes from inside the cluster.", Closed,
            ["V1ServiceSpec.InternalTrafficPolicy"],
            [
                new("Cluster", "Those on all nodes."),
                new("Local", "Those on the caller's node, or none."),
            ]),
        new("TrafficDistribution", "Which pods a service prefers.", Closed,
            ["V1ServiceSpec.TrafficDistribution"],
            [
                new("PreferClose", "Those in the caller's zone; the older name of PreferSameZone."),
                new("PreferSameZone", "Those in the caller's zone."),
                new("PreferSameNode", "Those on the caller's node."),
            ]),
        new("IpFamily", "The families of a service's addresses.", Closed,
            ["V1ServiceSpec.IpFamilies"],
            [new("IPv4", "IPv4."), new("IPv6", "IPv6.")]),
        new("IpFamilyPolicy", "How many families of addresses a service has.", Closed,
            ["V1ServiceSpec.IpFamilyPolicy"],
            [
                new("SingleStack", "One."),
                new("PreferDualStack", "Two where the cluster has both, else one."),
                new("RequireDualStack", "Two, or the service is rejected."),
            ]),
    ];

    private static IEnumerable<EnumField> Networking() =>
    [
        new("PathType", "How an ingress matches the path of a request.", Closed,
            ["V1HTTPIngressPath.PathType"],
            [
                new("Exact", "The path is the same."),
                new("Prefix", "The path starts with the same elements."),
                new("ImplementationSpecific", "As the ingress controller sees fit."),
            ]),
        new("IngressClassParametersScope", "Where the parameters of an ingress class live.", Closed,
            ["V1IngressClassParametersReference.Scope"],
            [
                new("Cluster", "They have no namespace."),
                new("Namespace", "They are in the namespace that is given."),
            ]),
        new("NetworkPolicyType", "The directions of traffic that a network policy restricts.", Closed,
            ["V1NetworkPolicySpec.PolicyTypes"],
            [
                new("Ingress", "What comes to the pods."),
                new("Egress", "What the pods send."),
            ]),
        new("AddressType", "What the addresses of an endpoint slice are.", Closed,
            ["V1EndpointSlice.AddressType"],
            [
                new("IPv4", "IPv4 addresses."),
                new("IPv6", "IPv6 addresses."),
                new("Fqdn", "FQDN", "Host names; deprecated."),
            ]),
    ];
}
