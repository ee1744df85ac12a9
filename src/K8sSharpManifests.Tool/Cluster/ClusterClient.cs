using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using k8s;
using k8s.Autorest;
using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Output;

namespace K8sSharpManifests.Tool.Cluster;

/// <summary>What came of a list's page.</summary>
/// <param name="Items">Its objects.</param>
/// <param name="Continue">By what the next one is asked for; null or empty after the last one.</param>
internal sealed record Page<T>(IEnumerable<T> Items, string? Continue);

/// <summary>Reads from the API server, and never writes.</summary>
internal sealed class ClusterClient : IDisposable
{
    /// <summary>How many objects are asked for at a time.</summary>
    public const int PageSize = 500;

    private const int LongestMessage = 400;

    // A list that is read for longer than the server keeps it is begun again.
    private const int Attempts = 3;

    // How often a server that is too busy is asked again, and how long it may have one wait.
    private const int Retries = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Kubernetes _client;
    private readonly string _host;
    private readonly string _user;
    private readonly string?[] _secrets;
    private readonly string _clientProblem;
    private readonly TimeSpan _timeout;

    private ClusterClient(Kubernetes client, KubernetesClientConfiguration configuration, TimeSpan timeout)
    {
        (_client, _host, _timeout) = (client, ForeignText.WithoutSecrets(configuration.Host), timeout);
        _secrets = [configuration.AccessToken, configuration.Password];
        _clientProblem = ClusterCertificates.ClientProblem(configuration);
        _user = configuration.CurrentContext is { } context ? $"the context '{context}'" : "the pod's ServiceAccount";
        Namespace = configuration.Namespace is { Length: > 0 } own ? own : "default";
    }

    /// <summary>The namespace of the context.</summary>
    public string Namespace { get; }

    /// <summary>The client.</summary>
    public IKubernetes Api => _client;

    /// <summary>Makes a client. Nothing is asked yet, but for what the kubeconfig runs to get credentials.</summary>
    /// <param name="options">Which cluster.</param>
    /// <param name="terminal">The environment.</param>
    /// <exception cref="CannotRunException">There is no kubeconfig, or it cannot be used.</exception>
    public static ClusterClient Open(ClusterOptions options, Terminal terminal)
    {
        var configuration = Kubeconfig.Read(options, terminal);
        configuration.HttpClientTimeout = options.Timeout;
        SocketsHttpHandler? handler = null;
        configuration.FirstMessageHandlerSetup = made => handler = made;
        try
        {
            var client = new Kubernetes(configuration, new WholeAnswers());
            if (!configuration.SkipTlsVerify)
            {
                handler!.SslOptions.RemoteCertificateValidationCallback = ClusterCertificates.Judge(configuration.SslCaCerts);
            }

            return new(client, configuration, options.Timeout);
        }
        catch (Exception e) when (Kubeconfig.IsAboutConfiguration(e))
        {
            throw new CannotRunException($"the kubeconfig cannot be used: {Kubeconfig.OneLine(e)}");
        }
    }

    /// <summary>Reads a list to its end, a page at a time.</summary>
    /// <param name="what">What messages call it: <c>list pods in the namespace 'shop'</c>.</param>
    /// <param name="page">Asks for the page that a token stands for; null for the first one.</param>
    /// <param name="read">What is kept of an object, so that a page can go before the next one comes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CannotRunException">The server does not give it.</exception>
    public async Task<List<TResult>> List<TItem, TResult>(string what, Func<string?, CancellationToken, Task<Page<TItem>>> page, Func<TItem, TResult> read, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var results = new List<TResult>();
                var tokens = new HashSet<string>(StringComparer.Ordinal);
                string? token = null;
                do
                {
                    var got = await Ask(ct => page(token, ct), cancellationToken);
                    var before = results.Count;
                    results.AddRange(got.Items.Select(read));
                    token = got.Continue;

                    // A list that does not get on would never end.
                    if (!string.IsNullOrEmpty(token) && (results.Count == before || !tokens.Add(token)))
                    {
                        throw new CannotRunException($"the cluster at {_host} does not {what}: the list never ends, since a page leads to {(results.Count == before ? "another one without anything in it" : "one that was there before")}.");
                    }
                }
                while (!string.IsNullOrEmpty(token));
                return results;
            }
            catch (HttpOperationException e) when (e.Response.StatusCode == HttpStatusCode.Gone && attempt < Attempts)
            {
                // The token has run out; what was read so far is of another time.
            }
            catch (Exception e) when (Problem(e, what, cancellationToken) is { } problem)
            {
                throw new CannotRunException(problem);
            }
        }
    }

    /// <summary>Reads one object.</summary>
    /// <param name="what">What messages call it: <c>read the Secret 'shop/db'</c>.</param>
    /// <param name="read">Asks for it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The object; or null, and why.</returns>
    public async Task<(T? Found, HttpStatusCode? Status, string Problem)> Read<T>(string what, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return (await Ask(read, cancellationToken), HttpStatusCode.OK, "");
        }
        catch (Exception e) when (Problem(e, what, cancellationToken) is { } problem)
        {
            return (null, (e as HttpOperationException)?.Response.StatusCode, problem);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    // As kubectl has it: again where the server says after how long.
    private async Task<T> Ask<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            time.CancelAfter(_timeout);
            try
            {
                return await ask(time.Token);
            }
            catch (HttpOperationException e) when (attempt < Retries && Wait(e.Response) is { } wait)
            {
                await Task.Delay(wait, cancellationToken);
            }
        }
    }

    private static TimeSpan? Wait(HttpResponseMessageWrapper response)
    {
        if (response.StatusCode != HttpStatusCode.TooManyRequests && response.StatusCode < HttpStatusCode.InternalServerError)
        {
            return null;
        }

        var header = response.Headers.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        if (!RetryConditionHeaderValue.TryParse(header, out var after))
        {
            return null;
        }

        var wait = after.Delta ?? after.Date!.Value - DateTimeOffset.UtcNow;
        return wait <= LongestWait ? wait > TimeSpan.Zero ? wait : TimeSpan.Zero : null;
    }

    private string? Problem(Exception exception, string what, CancellationToken cancellationToken) => exception switch
    {
        HttpOperationException { Response: { } response } => Said(response, what),
        OperationCanceledException when !cancellationToken.IsCancellationRequested =>
            string.Create(CultureInfo.InvariantCulture, $"the cluster at {_host} did not answer within {_timeout.TotalSeconds:0.#} s."),
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpIOException => $"the cluster at {_host} has cut the connection before its answer had ended: try again, or see to what is in between, such as a proxy.",
        HttpRequestException or System.Security.Authentication.AuthenticationException => $"the cluster at {_host} cannot be reached: {Innermost(exception)}{_clientProblem}",
        JsonException => $"what answers at {_host} is no API server of Kubernetes.",
        _ when exception is not OperationCanceledException && Kubeconfig.IsAboutConfiguration(exception) => $"the cluster at {_host} cannot be asked: {Kubeconfig.OneLine(exception)}",
        _ => null,
    };

    private string Said(HttpResponseMessageWrapper response, string what)
    {
        var said = Message(response.Content);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => $"the cluster at {_host} does not take the credentials of {_user}{said}{_clientProblem}",
            HttpStatusCode.Forbidden => $"{_user} may not {what}{said}",
            _ => $"the cluster at {_host} does not {what}: status {(int)response.StatusCode}{said}",
        };
    }

    // A Status: {"kind": "Status", "message": "pods is forbidden: …"}
    private string Message(string? body)
    {
        try
        {
            using var json = JsonDocument.Parse(body ?? "");
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
                ? ": " + PlainText.OnOneLine(ForeignText.Without(message.GetString()!, _secrets), LongestMessage) : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static string Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return PlainText.OnOneLine(exception.Message, LongestMessage);
    }

    // The client reads an answer as it comes, with nobody who may end that: one that stops in its midst would be waited for for ever.
    private sealed class WholeAnswers : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        }
    }
}
