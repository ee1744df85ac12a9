using k8s;
using k8s.Exceptions;
using k8s.KubeConfigModels;

namespace K8sSharpManifests.Tool.Cluster;

/// <summary>A user of a kubeconfig.</summary>
/// <param name="Name">The name.</param>
/// <param name="Credentials">The credentials; null where nothing stands there.</param>
/// <param name="TokenFile">The full path of the file with the token; null or empty for none.</param>
internal sealed record KubeconfigUser(string Name, UserCredentials? Credentials, string? TokenFile)
{
    private const string ExecFailed = "external exec failed";

    /// <summary>The user as the client takes it; null for one without credentials, who is nobody in particular to the server.</summary>
    /// <exception cref="KubeConfigException">The credentials are none that can be used.</exception>
    public User? Login()
    {
        var credentials = Credentials ?? new();
        if (credentials.AuthProvider is { } provider && (provider.Name != "oidc" || provider.Config?.ContainsKey("id-token") != true))
        {
            throw new KubeConfigException($"the user '{Name}' has the auth-provider '{provider.Name}', and kubectl does not take it any more either: name a credential helper by 'exec'");
        }

        // What the file says goes before the token, as it is newer (TokenFile of client-go's rest.Config).
        if (!string.IsNullOrEmpty(TokenFile) && (File.Exists(TokenFile) || string.IsNullOrEmpty(credentials.Token)))
        {
            credentials.Token = File.ReadAllText(TokenFile).Trim() is { Length: > 0 } token ? token : throw new KubeConfigException($"the tokenFile '{TokenFile}' of the user '{Name}' is empty");
        }

        var isAnonymous = credentials is { AuthProvider: null, ExternalExecution: null } && new[]
        {
            credentials.Token, credentials.UserName, credentials.Password, credentials.ClientCertificate, credentials.ClientCertificateData, credentials.ClientKey, credentials.ClientKeyData,
        }.All(string.IsNullOrWhiteSpace);
        return isAnonymous ? null : new() { Name = Name, UserCredentials = credentials };
    }

    /// <summary>Makes a configuration, for which a credential helper may have to run.</summary>
    /// <param name="login">The user.</param>
    /// <param name="make">Makes it.</param>
    /// <exception cref="KubeConfigException">The helper gives no credentials.</exception>
    public static KubernetesClientConfiguration GuardExec(User? login, Func<KubernetesClientConfiguration> make)
    {
        if (login?.UserCredentials.ExternalExecution is not { } helper)
        {
            return make();
        }

        var name = $"the credential helper '{helper.Command}' of the user '{login.Name}'";
        if ((helper.EnvironmentVariables ?? []).Any(variable => variable?.ContainsKey("name") != true || !variable.ContainsKey("value")))
        {
            // The client would show what stands there instead.
            throw new KubeConfigException($"an item of env of {name} has not both 'name' and 'value'");
        }

        try
        {
            var configuration = make();

            // The client would run the helper again for the first request; a run of ours is over before a token is.
            configuration.TokenProvider = null;
            return configuration;
        }
        catch (KubeConfigException e) when (e.Message.StartsWith(ExecFailed, StringComparison.Ordinal))
        {
            // Its messages are stack traces, mostly.
            var start = $"{ExecFailed} due to: ";
            var why = e.Message.StartsWith(start, StringComparison.Ordinal) ? $"it cannot be run: {e.Message[start.Length..]}"
                : e.Message.Contains($"{ExecFailed} due to timeout", StringComparison.Ordinal) ? "it does not end"
                : $"what it writes is no ExecCredential of {helper.ApiVersion} with a token or a certificate";
            throw new KubeConfigException($"{name} gives no credentials: {why}; run it by itself to see more");
        }
    }
}
