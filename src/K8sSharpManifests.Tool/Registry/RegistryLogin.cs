using System.Net.Http.Headers;
using System.Text;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>How to show a registry who asks. It never shows its secret as a text. The same login is the same object, so that what was got for it is found again.</summary>
internal sealed class RegistryLogin
{
    private RegistryLogin(string source, string userName, string secret, bool isIdentityToken, bool isRegistryToken) =>
        (Source, UserName, Secret, IsIdentityToken, IsRegistryToken) = (source, userName, secret, isIdentityToken, isRegistryToken);

    /// <summary>Nobody in particular.</summary>
    public static RegistryLogin Anonymous { get; } = new("", "", "", false, false);

    /// <summary>Where it comes from, as messages call it, such as <c>Secret 'regcred'</c>; empty for nobody.</summary>
    public string Source { get; }

    /// <summary>The user name; empty for tokens.</summary>
    public string UserName { get; }

    /// <summary>The password or token, which goes to the registry and nowhere else.</summary>
    public string Secret { get; }

    /// <summary>Whether it is a token by which the token server gives others (OAuth's refresh token).</summary>
    public bool IsIdentityToken { get; }

    /// <summary>Whether it is a token that the registry itself takes.</summary>
    public bool IsRegistryToken { get; }

    /// <summary>Whether there is anything to show.</summary>
    public bool IsAnonymous => Secret.Length == 0;

    /// <summary>A user name and a password.</summary>
    public static RegistryLogin Password(string source, string userName, string password) => new(source, userName, password, false, false);

    /// <summary>A token by which the token server gives others.</summary>
    public static RegistryLogin IdentityToken(string source, string token) => new(source, "", token, true, false);

    /// <summary>A token that the registry itself takes.</summary>
    public static RegistryLogin RegistryToken(string source, string token) => new(source, "", token, false, true);

    /// <summary>User name and password as a request sends them.</summary>
    public AuthenticationHeaderValue Basic() => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(UserName + ":" + Secret)));

    /// <summary>A text without the secret, should a server have repeated it.</summary>
    public string Clean(string text)
    {
        if (IsAnonymous)
        {
            return text;
        }

        foreach (var secret in new[] { Secret, Uri.EscapeDataString(Secret), Basic().Parameter! })
        {
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        return text;
    }

    /// <inheritdoc/>
    public override string ToString() => IsAnonymous ? "no credentials" : $"the credentials of {Source}";
}
