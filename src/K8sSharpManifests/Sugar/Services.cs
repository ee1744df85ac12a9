using System.Runtime.CompilerServices;
using k8s.Models;

namespace K8sSharpManifests;

[EmbedSource]
public static partial class Fluent
{
    /// <summary>Makes the service in front of a workload: of its name, namespace and labels, selecting its pods.</summary>
    /// <param name="self">The workload.</param>
    /// <param name="port">The port that the service listens on.</param>
    /// <param name="targetPort">The container port's name or number; the service's port where it is not given.</param>
    /// <param name="name">The service port's name; the target port's where that is a name.</param>
    /// <param name="type">See <see cref="ServiceType"/>; ClusterIP where it is not given.</param>
    /// <returns>The service.</returns>
    public static V1Service Expose(this V1Deployment self, int port, IntOrString? targetPort = null, string? name = null, string? type = null) =>
        ServiceOf(self.Metadata, self.Spec?.Selector?.MatchLabels, port, targetPort, name, type);

    /// <inheritdoc cref="Expose(V1Deployment, int, IntOrString?, string?, string?)"/>
    public static V1Service Expose(this V1StatefulSet self, int port, IntOrString? targetPort = null, string? name = null, string? type = null) =>
        ServiceOf(self.Metadata, self.Spec?.Selector?.MatchLabels, port, targetPort, name, type);

    /// <inheritdoc cref="Expose(V1Deployment, int, IntOrString?, string?, string?)"/>
    public static V1Service Expose(this V1DaemonSet self, int port, IntOrString? targetPort = null, string? name = null, string? type = null) =>
        ServiceOf(self.Metadata, self.Spec?.Selector?.MatchLabels, port, targetPort, name, type);

    /// <inheritdoc cref="Expose(V1Deployment, int, IntOrString?, string?, string?)"/>
    public static V1Service Expose(this V1ReplicaSet self, int port, IntOrString? targetPort = null, string? name = null, string? type = null) =>
        ServiceOf(self.Metadata, self.Spec?.Selector?.MatchLabels, port, targetPort, name, type);

    /// <summary>Makes the service in front of a pod: of its name, namespace and labels, selecting by its labels.</summary>
    /// <param name="self">The pod; it carries at least one label.</param>
    /// <param name="port">The port that the service listens on.</param>
    /// <param name="targetPort">The container port's name or number; the service's port where it is not given.</param>
    /// <param name="name">The service port's name; the target port's where that is a name.</param>
    /// <param name="type">See <see cref="ServiceType"/>; ClusterIP where it is not given.</param>
    /// <returns>The service.</returns>
    public static V1Service Expose(this V1Pod self, int port, IntOrString? targetPort = null, string? name = null, string? type = null) =>
        ServiceOf(self.Metadata, self.Metadata?.Labels, port, targetPort, name, type);

    /// <summary>Adds a port to a service.</summary>
    /// <param name="self">The service's spec.</param>
    /// <param name="port">The port that the service listens on.</param>
    /// <param name="targetPort">The container port's name or number; the service's port where it is not given.</param>
    /// <param name="name">Its name, which a service with several ports must give each.</param>
    /// <param name="protocol">TCP where it is not given; see <see cref="Protocol"/>.</param>
    /// <returns>A changed copy.</returns>
    public static V1ServiceSpec AddPort(
        this V1ServiceSpec self, int port, IntOrString? targetPort = null, string? name = null, string? protocol = null) =>
        self.AddPort(new V1ServicePort { Name = name, Port = port, TargetPort = targetPort, Protocol = protocol });

    /// <summary>Routes a host and path to a service.</summary>
    /// <param name="self">The ingress's spec.</param>
    /// <param name="host">The host name; every host where it is null.</param>
    /// <param name="path">The path, like <c>/</c>.</param>
    /// <param name="service">The service's name, in the ingress's namespace.</param>
    /// <param name="port">The service port's name or number.</param>
    /// <param name="pathType">See <see cref="PathType"/>.</param>
    /// <returns>A changed copy.</returns>
    public static V1IngressSpec AddRule(
        this V1IngressSpec self, string? host, string path, string service, IntOrString port, string pathType = "Prefix") =>
        self.AddRule(new V1IngressRule
        {
            Host = host,
            Http = new() { Paths = [new() { Path = path, PathType = pathType, Backend = BackendOf(service, port) }] },
        });

    /// <summary>Routes a host and path to a service.</summary>
    /// <param name="self">The ingress's spec.</param>
    /// <param name="host">The host name; every host where it is null.</param>
    /// <param name="path">The path, like <c>/</c>.</param>
    /// <param name="service">The service, in the ingress's namespace.</param>
    /// <param name="port">The service port's name or number; its first port where it is not given.</param>
    /// <param name="pathType">See <see cref="PathType"/>.</param>
    /// <returns>A changed copy.</returns>
    [OverloadResolutionPriority(-1)]
    public static V1IngressSpec AddRule(
        this V1IngressSpec self, string? host, string path, V1Service service, IntOrString? port = null, string pathType = "Prefix") =>
        self.AddRule(host, path, NameOf(service.Metadata, "Service"), port ?? FirstPort(service), pathType);

    /// <summary>Routes to a service what no rule is for.</summary>
    /// <param name="self">The ingress's spec.</param>
    /// <param name="service">The service, in the ingress's namespace.</param>
    /// <param name="port">The service port's name or number; its first port where it is not given.</param>
    /// <returns>A changed copy.</returns>
    [OverloadResolutionPriority(-1)]
    public static V1IngressSpec WithDefaultBackend(this V1IngressSpec self, V1Service service, IntOrString? port = null) =>
        self.WithDefaultBackend(BackendOf(NameOf(service.Metadata, "Service"), port ?? FirstPort(service)));

    /// <summary>Ends TLS for hosts with the certificate of a secret.</summary>
    /// <param name="self">The ingress's spec.</param>
    /// <param name="secret">The secret of type kubernetes.io/tls or its name, in the ingress's namespace.</param>
    /// <param name="hosts">The host names.</param>
    /// <returns>A changed copy.</returns>
    public static V1IngressSpec AddTls(this V1IngressSpec self, string secret, params IEnumerable<string> hosts) =>
        self.AddTls(new V1IngressTLS { SecretName = secret, Hosts = [.. hosts] });

    /// <inheritdoc cref="AddTls(V1IngressSpec, string, IEnumerable{string})"/>
    [OverloadResolutionPriority(-1)]
    public static V1IngressSpec AddTls(this V1IngressSpec self, V1Secret secret, params IEnumerable<string> hosts) =>
        self.AddTls(NameOf(secret.Metadata, "Secret"), hosts);

    private static IntOrString FirstPort(V1Service service) =>
        service.Spec?.Ports is { Count: > 0 } ports
            ? ports[0].Name ?? (IntOrString)ports[0].Port
            : throw new InvalidOperationException($"The service '{service.Metadata?.Name}' has no port (yet): add it first, or say which one is meant.");

    private static V1IngressBackend BackendOf(string service, IntOrString port) => new()
    {
        Service = new()
        {
            Name = service,
            Port = int.TryParse(port.Value, out var number) ? new() { Number = number } : new() { Name = port.Value },
        },
    };

    private static V1Service ServiceOf(
        V1ObjectMeta? workload, IDictionary<string, string>? selector, int port, IntOrString? targetPort, string? name, string? type) => new()
        {
            ApiVersion = "v1",
            Kind = "Service",
            Metadata = MetadataOf(workload),
            Spec = new()
            {
                Type = type,
                Selector = selector is { Count: > 0 }
                    ? selector
                    : throw new InvalidOperationException($"'{workload?.Name}' has no labels that a service could select its pods by: set them before Expose."),
                Ports =
                [
                    new()
                    {
                        Name = name ?? (int.TryParse(targetPort?.Value, out _) ? null : targetPort?.Value),
                        Port = port,
                        TargetPort = targetPort ?? port,
                    },
                ],
            },
        };

    // What is made from a workload has its name, namespace and labels.
    private static V1ObjectMeta MetadataOf(V1ObjectMeta? workload) =>
        new() { Name = workload?.Name, NamespaceProperty = workload?.NamespaceProperty, Labels = workload?.Labels };
}
