using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>A token, or why there is none.</summary>
/// <param name="Text">The token; empty for none.</param>
/// <param name="Failure">Why there is none; null where there is one.</param>
internal sealed record Token(string Text, RegistryAnswer? Failure);

/// <summary>Gets tokens for pulling from a repository, and keeps them as long as they are good.</summary>
/// <param name="requests">Sends requests.</param>
internal sealed class Tokens(Requests requests)
{
    private const string ClientId = CommandLine.Name;

    // What the specification says of a token that does not say it itself; and a token shall not run out on its way.
    private const int DefaultSeconds = 60;
    private const int Margin = 10;

    private readonly ConcurrentDictionary<Key, Task<(Token Token, DateTime Until)>> _known = new();

    /// <summary>Gets a token.</summary>
    /// <param name="challenge">What the registry wants.</param>
    /// <param name="repository">The repository in it.</param>
    /// <param name="login">Who asks.</param>
    /// <param name="refused">A token that the registry does not take any more; null where there is none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The token, or why there is none.</returns>
    public async Task<Token> Get(Challenge challenge, string repository, RegistryLogin login, string? refused, CancellationToken cancellationToken)
    {
        var key = new Key(challenge.Realm, challenge.Service, repository, login);
        if (_known.TryGetValue(key, out var known))
        {
            var (token, until) = await known;
            if (token.Failure is null && until > DateTime.UtcNow && token.Text != refused)
            {
                return token;
            }

            _known.TryRemove(new(key, known));
        }

        // All who ask for the same one at a time wait for the same answer.
        var source = new TaskCompletionSource<(Token, DateTime)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = _known.GetOrAdd(key, source.Task);
        if (asked != source.Task)
        {
            return (await asked).Token;
        }

        try
        {
            var got = await Ask(challenge, repository, login, cancellationToken);
            source.SetResult(got);
            return got.Token;
        }
        catch (Exception e)
        {
            source.SetException(e);
            throw;
        }
    }

    private async Task<(Token Token, DateTime Until)> Ask(Challenge challenge, string repository, RegistryLogin login, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(challenge.Realm, UriKind.Absolute, out var realm) || realm.Scheme is not ("https" or "http"))
        {
            return (new("", new(RegistryOutcome.Protocol, "the registry names no address that gives its tokens")), default);
        }

        if (!login.IsAnonymous && realm is { Scheme: "http", IsLoopback: false })
        {
            return (new("", new(RegistryOutcome.CredentialsUnavailable, $"{login} were not sent, since {realm.Authority}, which gives its tokens, is not encrypted")), default);
        }

        var reply = await requests.Send(() => Request(realm, challenge.Service, $"repository:{repository}:pull", login), cancellationToken);
        if (!reply.IsAnswer)
        {
            return (new("", new(reply.Failure, $"{reply.Message} (it gives the registry's tokens)") { TlsFault = reply.TlsFault, IsFromTokenServer = true }), default);
        }

        var (token, until) = Read(reply, realm, login);
        return (token.Failure is { } failure ? new("", failure with { Status = reply.Status, IsFromTokenServer = true }) : token, until);
    }

    private static (Token Token, DateTime Until) Read(Reply reply, Uri realm, RegistryLogin login)
    {
        return reply.Status switch
        {
            HttpStatusCode.OK when Read(reply.Body) is var (text, seconds) => (new(text, null), DateTime.UtcNow.AddSeconds(Math.Max(1, seconds - Margin))),
            HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest when !login.IsAnonymous => (new("", new(RegistryOutcome.CredentialsWrong, $"{realm.Authority} does not take {login}")), default),
            HttpStatusCode.Unauthorized => (new("", new(RegistryOutcome.CredentialsMissing, $"{realm.Authority} wants credentials for it, or has no such repository")), default),
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => (new("", new(login.IsAnonymous ? RegistryOutcome.CredentialsMissing : RegistryOutcome.NotAllowed, $"{realm.Authority} gives no token for it with {login}")), default),
            _ => (new("", Answers.Of(reply, realm.Authority, login)), default),
        };
    }

    private static HttpRequestMessage Request(Uri realm, string service, string scope, RegistryLogin login)
    {
        if (login.IsIdentityToken)
        {
            return new(HttpMethod.Post, realm)
            {
                Content = new FormUrlEncodedContent([
                    new("grant_type", "refresh_token"), new("service", service), new("client_id", ClientId), new("scope", scope), new("refresh_token", login.Secret)]),
            };
        }

        var query = $"{(service.Length > 0 ? $"service={Uri.EscapeDataString(service)}&" : "")}scope={Uri.EscapeDataString(scope)}";
        var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(realm) { Query = realm.Query.Length > 1 ? realm.Query[1..] + "&" + query : query }.Uri);
        if (!login.IsAnonymous)
        {
            request.Headers.Authorization = login.Basic();
        }

        return request;
    }

    private static (string Text, int Seconds)? Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            foreach (var name in new[] { "token", "access_token" })
            {
                if (json.RootElement.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } token && !token.AsSpan().ContainsAny("\r\n\0 "))
                {
                    return (token, json.RootElement.TryGetProperty("expires_in", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetInt32(out var count) ? count : DefaultSeconds);
                }
            }
        }
        catch (JsonException)
        {
        }

        return null;
    }

    private sealed record Key(string Realm, string Service, string Repository, RegistryLogin Login);
}
