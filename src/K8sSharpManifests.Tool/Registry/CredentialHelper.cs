using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>Asks a program of Docker's protocol for credentials: <c>docker-credential-NAME get</c>, the host on its input, JSON on its output. What that says is never told to anybody.</summary>
/// <param name="name">The part after <c>docker-credential-</c>.</param>
internal sealed class CredentialHelper(string name)
{
    private const string NotFound = "credentials not found in native keychain";
    private const string TokenUser = "<token>";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private string Program => "docker-credential-" + name;

    /// <summary>Asks.</summary>
    /// <param name="server">The registry, as the configuration calls it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The login; null with a problem where it fails, and without one where the program has none.</returns>
    public async Task<(RegistryLogin? Login, string? Problem)> Get(string server, CancellationToken cancellationToken)
    {
        // A name is no path: what runs is on the PATH.
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            return (null, $"the Docker configuration names a credential helper that cannot be one: '{name}'");
        }

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Timeout);
        Process? process = null;
        try
        {
            process = Process.Start(new ProcessStartInfo(Program, ["get"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                UseShellExecute = false,
            })!;
            var errors = process.StandardError.ReadToEndAsync(time.Token);
            var output = process.StandardOutput.ReadToEndAsync(time.Token);
            await process.StandardInput.WriteAsync(server.AsMemory(), time.Token);
            process.StandardInput.Close();
            var text = await output;
            await errors;
            await process.WaitForExitAsync(time.Token);
            return process.ExitCode == 0 ? Read(text)
                : text.Contains(NotFound, StringComparison.OrdinalIgnoreCase) ? (null, null)
                : (null, $"{Program} fails for '{server}' (exit code {process.ExitCode})");
        }
        catch (OperationCanceledException)
        {
            process?.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return (null, $"{Program} did not answer within {Timeout.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return (null, $"{Program}, which the Docker configuration names, cannot be run: {e.Message}");
        }
        finally
        {
            process?.Dispose();
        }
    }

    private (RegistryLogin? Login, string? Problem) Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object && Text(json.RootElement, "Username") is { } user && Text(json.RootElement, "Secret") is { } secret)
            {
                return secret.Length == 0 ? (null, null)
                    : (user == TokenUser ? RegistryLogin.IdentityToken(Program, secret) : RegistryLogin.Password(Program, user, secret), null);
            }
        }
        catch (JsonException)
        {
        }

        return (null, $"{Program} does not answer as a credential helper does");
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
