using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using K8sSharpManifests.Tool.Output;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>Sends requests: in time, again where that may help, and with a name for what goes wrong.</summary>
/// <param name="connections">What they go through.</param>
/// <param name="options">How patient it is.</param>
internal sealed class Requests(Connections connections, RegistryOptions options)
{
    // What registries take for a manifest, and containerd reads of one.
    private const int LongestBody = 4 << 20;

    /// <summary>Sends a request.</summary>
    /// <param name="make">Makes the request; each attempt needs one of its own.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The answer, or why there was none.</returns>
    public async Task<Reply> Send(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var reply = await SendOnce(make, cancellationToken);
            var wait = reply.RetryAfter ?? options.RetryDelay * ((1 << attempt) * (0.75 + (Random.Shared.NextDouble() / 2)));
            if (!reply.IsPassing || attempt >= options.Retries || wait > options.LongestWait)
            {
                return reply;
            }

            await Task.Delay(wait, cancellationToken);
        }
    }

    /// <summary>Sends a request once.</summary>
    /// <param name="make">Makes the request.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The answer, or why there was none.</returns>
    public async Task<Reply> SendOnce(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        using var request = make();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(options.Timeout);
        try
        {
            using var response = await connections.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            var body = await Body(response, time.Token);
            return body is null ? new() { Failure = RegistryOutcome.Protocol, Message = $"the answer is longer than {LongestBody >> 20} MiB" } : new()
            {
                Status = response.StatusCode,
                Challenges = [.. response.Headers.WwwAuthenticate],
                Digest = response.Headers.TryGetValues("Docker-Content-Digest", out var digests) ? digests.First() : "",
                MediaType = response.Content.Headers.ContentType?.MediaType ?? "",
                Body = body,
                RateLimit = RateLimit.Of(response.Headers),
                RetryAfter = response.Headers.RetryAfter switch
                {
                    { Delta: { } delta } => delta,
                    { Date: { } date } => date > DateTimeOffset.UtcNow ? date - DateTimeOffset.UtcNow : TimeSpan.Zero,
                    _ => null,
                },
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new() { Failure = RegistryOutcome.TimedOut, Message = string.Create(CultureInfo.InvariantCulture, $"{Host(request)} did not answer within {options.Timeout.TotalSeconds:0.#} s") };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Failed(request, e);
        }
    }

    private static async Task<byte[]?> Body(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > LongestBody)
        {
            return response.RequestMessage?.Method == HttpMethod.Head ? [] : null;
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > LongestBody)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private Reply Failed(HttpRequestMessage request, Exception exception)
    {
        var host = Host(request);
        var error = (exception as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;
        var socket = Inner<SocketException>(exception);
        var proxy = connections.ProxyFor(request.RequestUri!);
        var tls = Inner<AuthenticationException>(exception);
        if (tls is not null || error == HttpRequestError.SecureConnectionError)
        {
            var certificate = Inner<CertificateException>(exception);
            var fault = certificate?.Fault ?? (IsNoTls(tls) ? TlsFault.NotSpoken : TlsFault.Other);
            return new() { Failure = RegistryOutcome.Tls, Message = $"no encrypted connection to {host}: {certificate?.Message ?? TlsFaults.Text(fault) ?? Reason(tls ?? exception)}", TlsFault = fault };
        }

        if (error == HttpRequestError.ProxyTunnelError || (proxy is not null && (error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError || socket is not null)))
        {
            return new() { Failure = RegistryOutcome.Proxy, Message = $"the proxy {proxy} does not lead to {host}: {Reason(socket ?? exception)}" };
        }

        if (error == HttpRequestError.NameResolutionError || socket?.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain)
        {
            return new() { Failure = RegistryOutcome.NameResolution, Message = $"the name '{request.RequestUri!.Host}' has no address" };
        }

        if (error == HttpRequestError.ResponseEnded || Inner<HttpIOException>(exception) is { HttpRequestError: HttpRequestError.ResponseEnded })
        {
            return new() { Failure = RegistryOutcome.Connection, Message = $"the connection to {host} was cut before its answer had ended" };
        }

        return error is HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.VersionNegotiationError or HttpRequestError.ConfigurationLimitExceeded
            ? new() { Failure = RegistryOutcome.Protocol, Message = $"{host} does not answer as a registry does: {Reason(exception)}" }
            : new() { Failure = RegistryOutcome.Connection, Message = $"no connection to {host}: {Reason(socket ?? Inner<IOException>(exception) ?? exception)}" };
    }

    private static string Host(HttpRequestMessage request) => request.RequestUri!.Authority;

    private static T? Inner<T>(Exception exception)
        where T : Exception
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is T found)
            {
                return found;
            }
        }

        return null;
    }

    // What comes is no TLS; the runtime says so only in words.
    private static bool IsNoTls(AuthenticationException? exception) => exception?.Message.Contains("frame", StringComparison.Ordinal) == true;

    // The runtime's own words, which name a proxy with its password.
    private static string Reason(Exception exception) => PlainText.OnOneLine(exception.Message).TrimEnd('.');
}
