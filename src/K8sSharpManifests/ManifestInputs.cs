using System.Collections;
using System.Security.Cryptography;

namespace K8sSharpManifests;

/// <summary>The files and environment variables that members have read through their <see cref="ManifestContext"/>.</summary>
internal sealed class ManifestInputs
{
    private readonly Lock _turn = new();

    // Before any member can have set others: what one sets is none of the next one's business.
    private readonly string _folder = Directory.GetCurrentDirectory();
    private readonly Dictionary<string, string> _environment = VariablesNow();
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _variables = new(StringComparer.Ordinal);

    /// <summary>Each file's full path, with the SHA-256 of what it held, in upper-case hexadecimal digits.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>Each variable's name and value, which is empty where it is not set.</summary>
    public IReadOnlyDictionary<string, string> Variables => _variables;

    public byte[] ReadFile(string path)
    {
        var full = Path.GetFullPath(path, _folder);
        if (!File.Exists(full))
        {
            throw new FileNotFoundException($"There is no file '{full}'", full);
        }

        var content = File.ReadAllBytes(full);
        lock (_turn)
        {
            // A file that changes under our feet is no input that a build could trust, but the first text is as good as any: the next build sees the change.
            _files.TryAdd(full, Convert.ToHexString(SHA256.HashData(content)));
        }

        return content;
    }

    public string? ReadVariable(string name)
    {
        var value = _environment.GetValueOrDefault(name) ?? "";
        lock (_turn)
        {
            _variables[name] = value;
        }

        return value.Length == 0 ? null : value;
    }

    private static Dictionary<string, string> VariablesNow()
    {
        var variables = new Dictionary<string, string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        return variables;
    }
}
