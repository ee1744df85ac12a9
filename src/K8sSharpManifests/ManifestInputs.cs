using System.Collections;
using System.Security.Cryptography;

namespace K8sSharpManifests;

/// <summary>The files, environment variables and values that members have read through their <see cref="ManifestContext"/>.</summary>
/// <param name="values">The values that the build is given; null for none.</param>
internal sealed class ManifestInputs(IReadOnlyDictionary<string, string>? values = null)
{
    private readonly Lock _turn = new();

    // Before any member can have set others: what one sets is none of the next one's business.
    private readonly string _folder = Directory.GetCurrentDirectory();
    private readonly Dictionary<string, string> _environment = VariablesNow();
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);

    /// <summary>Each file's full path, with the SHA-256 of what it held, in upper-case hexadecimal digits.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>Each variable's name and value, which is empty where it is not set.</summary>
    public IReadOnlyDictionary<string, string> Variables => _variables;

    /// <summary>The names of the values that were read, given or not.</summary>
    public IReadOnlyCollection<string> ReadValues => _values;

    /// <summary>Whether a value is given, be it empty.</summary>
    public bool HasValue(string name) => values?.ContainsKey(name) == true;

    /// <summary>Whether a member has asked what it is built for.</summary>
    public bool IsEnvironmentRead { get; set; }

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

    public string? ReadValue(string name)
    {
        lock (_turn)
        {
            _values.Add(name);
        }

        return values?.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
    }

    /// <summary>The environment variables as they are now, by names that compare as those of the system do.</summary>
    public static Dictionary<string, string> VariablesNow()
    {
        var variables = new Dictionary<string, string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        return variables;
    }
}
