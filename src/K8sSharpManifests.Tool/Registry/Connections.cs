using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>Opens connections, and no more of them at a time than it may, whatever hosts they go to.</summary>
internal sealed class Connections : IDisposable
{
    // One that nobody uses is in the way of another host's.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _free;
    private readonly BypassingProxy _proxy;

    /// <summary>Makes the handler that sends requests through them.</summary>
    public Connections(RegistryOptions options)
    {
        _free = new(options.Connections);
        _proxy = new(options.Proxy);
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = Connect,
            ConnectTimeout = options.Timeout,
            MaxConnectionsPerServer = options.ConnectionsToHost,
            PooledConnectionIdleTimeout = Idle,
            Proxy = _proxy,
            MaxAutomaticRedirections = 5,
            MaxResponseHeadersLength = 64,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            SslOptions = new() { RemoteCertificateValidationCallback = Judge },
        };

        // Each request has its own time.
        Client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        Client.DefaultRequestHeaders.UserAgent.ParseAdd($"{CommandLine.Name}/{typeof(Connections).Assembly.GetName().Version!.ToString(3)}");
    }

    /// <summary>What sends requests.</summary>
    public HttpClient Client { get; }

    /// <summary>The host of the proxy that is between here and a host; null for none.</summary>
    public string? ProxyFor(Uri uri) => _proxy.IsBypassed(uri) ? null : _proxy.GetProxy(uri)?.Authority;

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        _free.Dispose();
    }

    // As the runtime judges, which does not say why.
    private static bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        CertificateException.Of(certificate, chain, errors) is { } problem ? throw problem : true;

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new CountedStream(socket, _free);
        }
        catch
        {
            socket.Dispose();
            _free.Release();
            throw;
        }
    }

    private sealed class CountedStream(Socket socket, SemaphoreSlim free) : NetworkStream(socket, ownsSocket: true)
    {
        private int _isOpen = 1;

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (Interlocked.Exchange(ref _isOpen, 0) == 1)
            {
                try
                {
                    free.Release();
                }
                catch (ObjectDisposedException)
                {
                    // The client went first, and nobody waits any more.
                }
            }
        }
    }

    // What runs on this machine is reached without a proxy, as Docker and the kubelet do it.
    private sealed class BypassingProxy(IWebProxy proxy) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => proxy.Credentials;
            set => proxy.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
    }
}
