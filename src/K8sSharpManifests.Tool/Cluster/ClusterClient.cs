using System.Globalization;
using System.Net;
using System.Text.Json;
using k8s;
using k8s.Autorest;

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

    // A list that is read for longer than the server keeps it is begun again.
    private const int Attempts = 3;

    // How often a server that is too busy is asked again, and how long it may have one wait.
    private const int Retries = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Kubernetes _client;
    private readonly string _host;
    private readonly string _user;
    private readonly TimeSpan _timeout;

    private ClusterClient(Kubernetes client, KubernetesClientConfiguration configuration, TimeSpan timeout)
    {
        (_client, _host, _timeout) = (client, configuration.Host, timeout);
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
        try
        {
            return new(new(configuration), configuration, options.Timeout);
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
                string? token = null;
                do
                {
                    var got = await Ask(ct => page(token, ct), cancellationToken);
                    results.AddRange(got.Items.Select(read));
                    token = got.Continue;
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
    private static async Task<T> Ask<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await ask(cancellationToken);
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
        return int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && TimeSpan.FromSeconds(seconds) is var wait && wait <= LongestWait ? wait : null;
    }

    private string? Problem(Exception exception, string what, CancellationToken cancellationToken) => exception switch
    {
        HttpOperationException { Response: { } response } => Said(response, what),
        OperationCanceledException when !cancellationToken.IsCancellationRequested =>
            string.Create(CultureInfo.InvariantCulture, $"the cluster at {_host} did not answer within {_timeout.TotalSeconds:0.#} s."),
        HttpRequestException or System.Security.Authentication.AuthenticationException => $"the cluster at {_host} cannot be reached: {Innermost(exception)}",
        JsonException => $"what answers at {_host} is no API server of Kubernetes.",
        _ when exception is not OperationCanceledException && Kubeconfig.IsAboutConfiguration(exception) => $"the cluster at {_host} cannot be asked: {Kubeconfig.OneLine(exception)}",
        _ => null,
    };

    private string Said(HttpResponseMessageWrapper response, string what)
    {
        var said = Message(response.Content);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => $"the cluster at {_host} does not take the credentials of {_user}{said}",
            HttpStatusCode.Forbidden => $"{_user} may not {what}{said}",
            _ => $"the cluster at {_host} does not {what}: status {(int)response.StatusCode}{said}",
        };
    }

    // A Status: {"kind": "Status", "message": "pods is forbidden: …"}
    private static string Message(string? body)
    {
        try
        {
            using var json = JsonDocument.Parse(body ?? "");
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
                ? ": " + Output.PlainText.OnOneLine(message.GetString()!, 400) : "";
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

        return Output.PlainText.OnOneLine(exception.Message, 400);
    }
}
