using System.Runtime.CompilerServices;
using k8s;
using k8s.Models;

namespace K8sSharpManifests;

[EmbedSource]
public static partial class Fluent
{
    /// <summary>
    /// Makes the network policy of a workload: of its name, namespace and labels, and for its pods, which from then on are reached by those alone that it
    /// allows. <c>Web.AllowFrom(Frontend, 8080).AllowFrom(Prometheus, "metrics")</c>.
    /// </summary>
    /// <param name="self">The workload.</param>
    /// <param name="peer">
    /// Who may connect: the pods of a workload, of a service or of a whole Namespace. One that says no namespace is taken for one of the policy's namespace.
    /// </param>
    /// <param name="ports">The numbers or names of the container ports; all ports where none is given.</param>
    /// <returns>The network policy.</returns>
    public static V1NetworkPolicy AllowFrom(this V1Deployment self, IKubernetesObject<V1ObjectMeta> peer, params IEnumerable<IntOrString> ports) =>
        PolicyOf(self).AllowFrom(peer, ports);

    /// <inheritdoc cref="AllowFrom(V1Deployment, IKubernetesObject{V1ObjectMeta}, IEnumerable{IntOrString})"/>
    public static V1NetworkPolicy AllowFrom(this V1StatefulSet self, IKubernetesObject<V1ObjectMeta> peer, params IEnumerable<IntOrString> ports) =>
        PolicyOf(self).AllowFrom(peer, ports);

    /// <inheritdoc cref="AllowFrom(V1Deployment, IKubernetesObject{V1ObjectMeta}, IEnumerable{IntOrString})"/>
    public static V1NetworkPolicy AllowFrom(this V1DaemonSet self, IKubernetesObject<V1ObjectMeta> peer, params IEnumerable<IntOrString> ports) =>
        PolicyOf(self).AllowFrom(peer, ports);

    /// <inheritdoc cref="AllowFrom(V1Deployment, IKubernetesObject{V1ObjectMeta}, IEnumerable{IntOrString})"/>
    public static V1NetworkPolicy AllowFrom(this V1Pod self, IKubernetesObject<V1ObjectMeta> peer, params IEnumerable<IntOrString> ports) =>
        PolicyOf(self).AllowFrom(peer, ports);

    /// <summary>
    /// Makes the network policy of a workload: of its name, namespace and labels, and for its pods, which from then on connect to those alone that it allows.
    /// To find anyone by name they need <see cref="AllowDns(V1NetworkPolicySpec)"/>.
    /// </summary>
    /// <param name="self">The workload.</param>
    /// <param name="peer">
    /// Whom they may connect to: the pods of a workload, of a service or of a whole Namespace. One that says no namespace is taken for one of the policy's
    /// namespace.
    /// </param>
    /// <param name="ports">The numbers or names of the container ports; all ports where none is given.</param>
    /// <returns>The network policy.</returns>
    public static V1NetworkPolicy AllowTo(this V1Deployment self, IKubernetesObject<V1ObjectMeta> peer, params IEnumerable<IntOrString> ports) =>
        PolicyOf(self).AllowTo(peer, ports);

    /// <inheritdoc cref="AllowTo(V1Deployment, IKubernetesObject{V1ObjectMeta}, IEnumerable{IntOrString})"/>
    public static V1NetworkPolicy AllowTo(this V1StatefulSet self, IKubernetesObject<V1ObjectMeta> peer, params IEnumerable<IntOrString> ports) =>
        PolicyOf(self).AllowTo(peer, ports);

    /// <inheritdoc cref="AllowTo(V1Deployment, IKubernetesObject{V1ObjectMeta}, IEnumerable{IntOrString})"/>
    public static V1NetworkPolicy AllowTo(this V1DaemonSet self, IKubernetesObject<V1ObjectMeta> peer, params IEnumerable<IntOrString> ports) =>
        PolicyOf(self).AllowTo(peer, ports);

    /// <inheritdoc cref="AllowTo(V1Deployment, IKubernetesObject{V1ObjectMeta}, IEnumerable{IntOrString})"/>
    public static V1NetworkPolicy AllowTo(this V1Pod self, IKubernetesObject<V1ObjectMeta> peer, params IEnumerable<IntOrString> ports) =>
        PolicyOf(self).AllowTo(peer, ports);

    /// <summary>Lets others connect to the policy's pods.</summary>
    /// <param name="self">The policy's spec.</param>
    /// <param name="peer">
    /// Who may connect: the pods of a workload, of a service or of a whole Namespace. One that says no namespace is taken for one of the policy's namespace.
    /// </param>
    /// <param name="ports">The numbers or names of the container ports; all ports where none is given.</param>
    /// <returns>A changed copy.</returns>
    public static V1NetworkPolicySpec AllowFrom(
        this V1NetworkPolicySpec self, IKubernetesObject<V1ObjectMeta> peer, params IEnumerable<IntOrString> ports) =>
        self.Covering("Ingress").AddIngress(new V1NetworkPolicyIngressRule { FromProperty = [PeerOf(peer)], Ports = [.. ports.Select(port => PortOf(port))] });

    /// <summary>Lets addresses connect to the policy's pods.</summary>
    /// <param name="self">The policy's spec.</param>
    /// <param name="cidr">The addresses, like <c>10.0.0.0/8</c>.</param>
    /// <param name="ports">The numbers or names of the container ports; all ports where none is given.</param>
    /// <returns>A changed copy.</returns>
    public static V1NetworkPolicySpec AllowFrom(this V1NetworkPolicySpec self, string cidr, params IEnumerable<IntOrString> ports) =>
        self.Covering("Ingress").AddIngress(new V1NetworkPolicyIngressRule { FromProperty = [AddressesOf(cidr)], Ports = [.. ports.Select(port => PortOf(port))] });

    /// <summary>
    /// Lets the policy's pods connect to others; from then on to those alone that it allows, so that they need <see cref="AllowDns(V1NetworkPolicySpec)"/>
    /// to find anyone by name.
    /// </summary>
    /// <param name="self">The policy's spec.</param>
    /// <param name="peer">
    /// Whom they may connect to: the pods of a workload, of a service or of a whole Namespace. One that says no namespace is taken for one of the policy's
    /// namespace.
    /// </param>
    /// <param name="ports">The numbers or names of the container ports; all ports where none is given.</param>
    /// <returns>A changed copy.</returns>
    public static V1NetworkPolicySpec AllowTo(
        this V1NetworkPolicySpec self, IKubernetesObject<V1ObjectMeta> peer, params IEnumerable<IntOrString> ports) =>
        self.Covering("Egress").AddEgress(new V1NetworkPolicyEgressRule { To = [PeerOf(peer)], Ports = [.. ports.Select(port => PortOf(port))] });

    /// <summary>Lets the policy's pods connect to addresses; from then on to those alone that it allows.</summary>
    /// <param name="self">The policy's spec.</param>
    /// <param name="cidr">The addresses, like <c>10.0.0.0/8</c>.</param>
    /// <param name="ports">The ports' numbers; all ports where none is given.</param>
    /// <returns>A changed copy.</returns>
    public static V1NetworkPolicySpec AllowTo(this V1NetworkPolicySpec self, string cidr, params IEnumerable<IntOrString> ports) =>
        self.Covering("Egress").AddEgress(new V1NetworkPolicyEgressRule { To = [AddressesOf(cidr)], Ports = [.. ports.Select(port => PortOf(port))] });

    /// <summary>
    /// Makes it the policy of all pods of its namespace, which are reached by nobody and reach nobody then, but for what other policies allow: with it one
    /// begins.
    /// </summary>
    /// <param name="self">The policy's spec.</param>
    /// <returns>A changed copy.</returns>
    public static V1NetworkPolicySpec DenyAll(this V1NetworkPolicySpec self) =>
        self.WithPodSelector(new V1LabelSelector()).WithPolicyTypes("Ingress", "Egress").WithIngress(null).WithEgress(null);

    /// <summary>Lets the policy's pods ask for names: connect to port 53.</summary>
    /// <param name="self">The policy's spec.</param>
    /// <returns>A changed copy.</returns>
    public static V1NetworkPolicySpec AllowDns(this V1NetworkPolicySpec self) =>
        self.Covering("Egress").AddEgress(new V1NetworkPolicyEgressRule { Ports = [PortOf(53, "UDP"), PortOf(53, "TCP")] });

    /// <summary>Adds a port that the rule is about; a rule without ports is about all.</summary>
    /// <param name="self">The rule.</param>
    /// <param name="port">The container port's number or name.</param>
    /// <param name="protocol">TCP where it is not given; see <see cref="Protocol"/>.</param>
    /// <returns>A changed copy.</returns>
    public static V1NetworkPolicyIngressRule AddPort(this V1NetworkPolicyIngressRule self, IntOrString port, string? protocol = null) =>
        self.AddPort(PortOf(port, protocol));

    /// <inheritdoc cref="AddPort(V1NetworkPolicyIngressRule, IntOrString, string?)"/>
    public static V1NetworkPolicyEgressRule AddPort(this V1NetworkPolicyEgressRule self, IntOrString port, string? protocol = null) =>
        self.AddPort(PortOf(port, protocol));

    /// <summary>Adds who may connect; a rule that names nobody lets everybody.</summary>
    /// <param name="self">The rule.</param>
    /// <param name="peer">
    /// The pods of a workload, of a service or of a whole Namespace. One that says no namespace is taken for one of the policy's namespace.
    /// </param>
    /// <returns>A changed copy.</returns>
    [OverloadResolutionPriority(-1)]
    public static V1NetworkPolicyIngressRule AddFrom(this V1NetworkPolicyIngressRule self, IKubernetesObject<V1ObjectMeta> peer) => self.AddFrom(PeerOf(peer));

    /// <summary>Adds whom the pods may connect to; a rule that names nobody lets them connect to everybody.</summary>
    /// <param name="self">The rule.</param>
    /// <param name="peer">
    /// The pods of a workload, of a service or of a whole Namespace. One that says no namespace is taken for one of the policy's namespace.
    /// </param>
    /// <returns>A changed copy.</returns>
    [OverloadResolutionPriority(-1)]
    public static V1NetworkPolicyEgressRule AddTo(this V1NetworkPolicyEgressRule self, IKubernetesObject<V1ObjectMeta> peer) => self.AddTo(PeerOf(peer));

    /// <summary>Adds addresses that may connect.</summary>
    /// <param name="self">The rule.</param>
    /// <param name="cidr">The addresses, like <c>10.0.0.0/8</c>.</param>
    /// <returns>A changed copy.</returns>
    public static V1NetworkPolicyIngressRule AddFrom(this V1NetworkPolicyIngressRule self, string cidr) => self.AddFrom(AddressesOf(cidr));

    /// <summary>Adds addresses that the pods may connect to.</summary>
    /// <param name="self">The rule.</param>
    /// <param name="cidr">The addresses, like <c>10.0.0.0/8</c>.</param>
    /// <returns>A changed copy.</returns>
    public static V1NetworkPolicyEgressRule AddTo(this V1NetworkPolicyEgressRule self, string cidr) => self.AddTo(AddressesOf(cidr));

    // Where it is not said, a policy covers ingress whatever rules it has.
    private static V1NetworkPolicySpec Covering(this V1NetworkPolicySpec self, string type) =>
        self.PolicyTypes?.Contains(type) == true ? self : self.AddPolicyType(type);

    private static V1NetworkPolicy PolicyOf(IKubernetesObject<V1ObjectMeta> workload) => new()
    {
        ApiVersion = "networking.k8s.io/v1",
        Kind = "NetworkPolicy",
        Metadata = MetadataOf(workload.Metadata),
        Spec = new() { PodSelector = new() { MatchLabels = PodLabelsOf(workload) } },
    };

    private static V1NetworkPolicyPort PortOf(IntOrString port, string? protocol = null) => new() { Port = port, Protocol = protocol };

    private static V1NetworkPolicyPeer AddressesOf(string cidr) => new() { IpBlock = new() { Cidr = cidr } };

    private static V1NetworkPolicyPeer PeerOf(IKubernetesObject<V1ObjectMeta> peer) => peer is V1Namespace
        ? new() { NamespaceSelector = NamespaceNamed(NameOf(peer.Metadata, "Namespace")) }
        : new()
        {
            NamespaceSelector = peer.Metadata?.NamespaceProperty is { Length: > 0 } name ? NamespaceNamed(name) : null,
            PodSelector = new() { MatchLabels = PodLabelsOf(peer) },
        };

    private static V1LabelSelector NamespaceNamed(string name) => new() { MatchLabels = new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = name } };

    private static IDictionary<string, string> PodLabelsOf(IKubernetesObject<V1ObjectMeta> workload) =>
        (workload switch
        {
            V1Deployment deployment => deployment.Spec?.Selector?.MatchLabels,
            V1StatefulSet statefulSet => statefulSet.Spec?.Selector?.MatchLabels,
            V1DaemonSet daemonSet => daemonSet.Spec?.Selector?.MatchLabels,
            V1ReplicaSet replicaSet => replicaSet.Spec?.Selector?.MatchLabels,
            V1Job job => job.Spec?.Template?.Metadata?.Labels,
            V1CronJob cronJob => cronJob.Spec?.JobTemplate?.Spec?.Template?.Metadata?.Labels,
            V1Service service => service.Spec?.Selector,
            V1Pod pod => pod.Metadata?.Labels,
            _ => null,
        }) is { Count: > 0 } labels
            ? labels
            : throw new InvalidOperationException($"'{workload.Metadata?.Name}' has no labels by which its pods could be found: set them first.");
}
