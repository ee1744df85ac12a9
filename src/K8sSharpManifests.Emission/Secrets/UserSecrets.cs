using System.Text.Json;

namespace K8sSharpManifests.Emission.Secrets;

/// <summary>
/// The user secrets of a project, as <c>dotnet user-secrets</c> keeps them: a file of JSON in the user's profile, outside of the project. Read here, and not by Microsoft.Extensions.Configuration, which
/// would have to lie beside the user's assembly in another version perhaps.
/// </summary>
internal static class UserSecrets
{
    private static readonly JsonDocumentOptions AsConfigurationReads = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the secrets.</summary>
    /// <param name="id">The project's UserSecretsId; empty where it has none.</param>
    /// <param name="variables">The environment variables, which say where they are.</param>
    /// <returns>The values by their names, with a colon between the levels, in whatever case; none where there is no file.</returns>
    /// <exception cref="IOException">The file cannot be read, or is no JSON. The message holds no value.</exception>
    public static IReadOnlyDictionary<string, string> Read(string id, IReadOnlyDictionary<string, string> variables)
    {
        var secrets = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (id.Length == 0)
        {
            return secrets;
        }

        var path = PathOf(id, variables);
        try
        {
            if (File.Exists(path))
            {
                using var document = JsonDocument.Parse(File.ReadAllText(path), AsConfigurationReads);
                Add(document.RootElement, "", secrets, path);
            }
        }
        catch (JsonException e)
        {
            throw new IOException($"the user secrets in '{path}' are no JSON, from line {e.LineNumber + 1} on");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"the user secrets cannot be read: {e.Message}");
        }

        return secrets;
    }

    /// <summary>Where they are, as <c>dotnet user-secrets</c> has it.</summary>
    /// <exception cref="IOException">The id cannot be a folder's name.</exception>
    public static string PathOf(string id, IReadOnlyDictionary<string, string> variables)
    {
        if (id.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || id is "." or "..")
        {
            throw new IOException($"UserSecretsId is '{id}', which cannot be the name of a folder: 'dotnet user-secrets init' sets it");
        }

        return variables.GetValueOrDefault("APPDATA") is { Length: > 0 } roaming
            ? Path.Combine(roaming, "Microsoft", "UserSecrets", id, "secrets.json")
            : Path.Combine(Home(variables), ".microsoft", "usersecrets", id, "secrets.json");
    }

    private static string Home(IReadOnlyDictionary<string, string> variables) => variables.GetValueOrDefault("HOME") is { Length: > 0 } home ? home
        : variables.GetValueOrDefault("DOTNET_USER_SECRETS_FALLBACK_DIR") is { Length: > 0 } other ? other
        : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static void Add(JsonElement element, string name, Dictionary<string, string> secrets, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Add(property.Value, Child(name, property.Name), secrets, path);
                }

                break;
            case JsonValueKind.Array when name.Length > 0:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Add(item, Child(name, index++.ToString(System.Globalization.CultureInfo.InvariantCulture)), secrets, path);
                }

                break;
            case var _ when name.Length == 0:
                throw new IOException($"the user secrets in '{path}' are no JSON object");
            default:
                // One that stands twice would be the first to one reader and the last to another.
                if (!secrets.TryAdd(name, element.ValueKind == JsonValueKind.Null ? "" : element.ToString()))
                {
                    throw new IOException($"the user secrets in '{path}' have '{name}' twice");
                }

                break;
        }
    }

    private static string Child(string name, string key) => name.Length == 0 ? key : name + ":" + key;
}
