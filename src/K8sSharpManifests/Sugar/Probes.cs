using k8s.Models;

namespace K8sSharpManifests;

[EmbedSource]
public static partial class Fluent
{
    /// <summary>Probes with an HTTP GET; a status from 200 to 399 is a success.</summary>
    /// <param name="self">The probe.</param>
    /// <param name="path">The path, like <c>/healthz</c>.</param>
    /// <param name="port">The port's number or name.</param>
    /// <param name="scheme">HTTP where it is not given; see <see cref="UriScheme"/>.</param>
    /// <returns>A changed copy.</returns>
    public static V1Probe WithHttpGet(this V1Probe self, string path, IntOrString port, string? scheme = null) =>
        self.WithHttpGet(new V1HTTPGetAction { Path = path, Port = port, Scheme = scheme });

    /// <summary>Adds a header to the probe's HTTP GET.</summary>
    /// <param name="self">The probe.</param>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The header's value.</param>
    /// <returns>A changed copy.</returns>
    public static V1Probe AddHttpHeader(this V1Probe self, string name, string value) =>
        self.WithHttpGet((self.HttpGet ?? new()).AddHttpHeader(name, value));

    /// <summary>Adds a header to the request.</summary>
    /// <param name="self">The request.</param>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The header's value.</param>
    /// <returns>A changed copy.</returns>
    public static V1HTTPGetAction AddHttpHeader(this V1HTTPGetAction self, string name, string value) =>
        self.AddHttpHeader(new V1HTTPHeader { Name = name, Value = value });

    /// <summary>Probes by opening a TCP connection.</summary>
    /// <param name="self">The probe.</param>
    /// <param name="port">The port's number or name.</param>
    /// <returns>A changed copy.</returns>
    public static V1Probe WithTcpSocket(this V1Probe self, IntOrString port) => self.WithTcpSocket(new V1TCPSocketAction { Port = port });

    /// <summary>Probes by running a command in the container; exit status 0 is a success.</summary>
    /// <param name="self">The probe.</param>
    /// <param name="command">The program and its arguments; no shell reads them.</param>
    /// <returns>A changed copy.</returns>
    public static V1Probe WithExec(this V1Probe self, params IEnumerable<string> command) =>
        self.WithExec(new V1ExecAction { Command = [.. command] });

    /// <summary>Probes with the gRPC health checking protocol.</summary>
    /// <param name="self">The probe.</param>
    /// <param name="port">The port's number.</param>
    /// <param name="service">The service name to ask for.</param>
    /// <returns>A changed copy.</returns>
    public static V1Probe WithGrpc(this V1Probe self, int port, string? service = null) =>
        self.WithGrpc(new V1GRPCAction { Port = port, Service = service });
}
