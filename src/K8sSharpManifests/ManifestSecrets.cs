namespace K8sSharpManifests;

/// <summary>
/// The secrets that members read through their <see cref="ManifestContext"/>, and who has read them. A run has one for all of its environments: what a member keeps in a static field, the members
/// after it can give.
/// </summary>
internal sealed class ManifestSecrets
{
    private readonly Lock _turn = new();
    private readonly IReadOnlyDictionary<string, string> _given;
    private readonly Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>> _loadUserSecrets;
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<object> _readers = new(ReferenceEqualityComparer.Instance);
    private readonly bool _isOfBuild;
    private IReadOnlyDictionary<string, string>? _userSecrets;

    /// <summary>Secrets that somebody hands in, such as a test.</summary>
    /// <param name="given">The secrets, by their names; null for none.</param>
    public ManifestSecrets(IReadOnlyDictionary<string, string>? given = null)
        : this(given ?? new Dictionary<string, string>(), _ => new Dictionary<string, string>(), isOfBuild: false)
    {
    }

    private ManifestSecrets(IReadOnlyDictionary<string, string> given, Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>> loadUserSecrets, bool isOfBuild) =>
        (_given, _loadUserSecrets, _isOfBuild) = (given, loadUserSecrets, isOfBuild);

    /// <summary>The secrets of a build: environment variables, as they are now, and then the project's user secrets.</summary>
    /// <param name="loadUserSecrets">Reads the user secrets, of which the variables say where they are: once, when a member asks for one that no variable gives. It throws <see cref="IOException"/> where they cannot be read.</param>
    /// <returns>The secrets, none of which is read yet.</returns>
    public static ManifestSecrets OfBuild(Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>> loadUserSecrets) => new(ManifestInputs.VariablesNow(), loadUserSecrets, isOfBuild: true);

    /// <summary>Whether a member has asked for a secret, given or not: what it gives depends on something that the build must not write down.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Who runs now, and so reads what is read; null where nobody does.</summary>
    public object? Reader { get; set; }

    /// <summary>How many different values were read so far.</summary>
    public int Count
    {
        get
        {
            lock (_turn)
            {
                return _values.Count;
            }
        }
    }

    /// <summary>The values that were read so far.</summary>
    public IReadOnlyList<string> Values
    {
        get
        {
            lock (_turn)
            {
                return [.. _values];
            }
        }
    }

    /// <summary>The environment variable that gives a secret, as .NET's configuration names it.</summary>
    public static string VariableOf(string name) => name.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>Whether somebody has read a secret while it ran.</summary>
    public bool HasRead(object reader)
    {
        lock (_turn)
        {
            return _readers.Contains(reader);
        }
    }

    /// <summary>Reads a secret.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="ManifestSecretException">It is not given, or empty; or the user secrets cannot be read.</exception>
    public string Read(string name)
    {
        lock (_turn)
        {
            IsAsked = true;
            var (value, isThere) = Find(name);
            if (value.Length == 0)
            {
                throw new ManifestSecretException(name, isThere ? $"The secret '{name}' is given, but empty" : $"The secret '{name}' is not given");
            }

            _values.Add(value);
            if (Reader is { } reader)
            {
                _readers.Add(reader);
            }

            return value;
        }
    }

    private (string Value, bool IsThere) Find(string name)
    {
        var isGiven = _given.TryGetValue(_isOfBuild ? VariableOf(name) : name, out var given);
        if (given is { Length: > 0 })
        {
            return (given, true);
        }

        try
        {
            _userSecrets ??= _loadUserSecrets(_given);
        }
        catch (IOException e)
        {
            throw new ManifestSecretException(name, $"The secret '{name}' is not in the environment, and {e.Message}");
        }

        return _userSecrets.TryGetValue(name, out var value) ? (value, true) : ("", isGiven);
    }
}
