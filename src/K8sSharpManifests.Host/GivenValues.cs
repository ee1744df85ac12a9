using System.Text.RegularExpressions;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Host;

/// <summary>
/// The values that a build is given: by the property ManifestValues, which goes before all else, and by items of the project, of which one for some environments goes before one for all. The
/// targets write them into a file, with characters between them that no value has.
/// </summary>
internal sealed partial class GivenValues
{
    private const char RecordSeparator = '\u001E';
    private const char FieldSeparator = '\u001F';

    private readonly List<string> _problems = [];
    private readonly List<Given> _given = [];

    /// <summary>Reads the values.</summary>
    /// <param name="text">What the targets have written; empty for none.</param>
    /// <param name="project">The project file.</param>
    /// <param name="environments">The environments of the project.</param>
    public GivenValues(string text, string project, IReadOnlyList<string> environments)
    {
        foreach (var record in text.TrimEnd('\r', '\n').Split(RecordSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (record.Split(FieldSeparator) is [var name, var some, var value, var definedIn])
            {
                // MSBuild's lists have semicolons, attributes have commas.
                Add(new(name, value, EnvironmentNames.Read(some.Replace(';', EnvironmentNames.Separator)), definedIn == project), environments);
            }
            else
            {
                AddProperty(record);
            }
        }
    }

    /// <summary>What is wrong with them.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The names of those that are given to this project alone, and not to all that share a file or a command line with it.</summary>
    public IReadOnlyList<string> Own => [.. _given.Where(value => value is { IsOwn: true, Text.Length: > 0 }).Select(value => value.Name).Distinct()];

    /// <summary>The values for an environment.</summary>
    public IReadOnlyDictionary<string, string> For(string environment)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in _given.Where(value => value.Environments.Count == 0 || value.Environments.Contains(environment)).OrderBy(value => value.Rank))
        {
            values[value.Name] = value.Text;
        }

        return values;
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_.-]*$")]
    private static partial Regex Name();

    private void AddProperty(string text)
    {
        foreach (var pair in text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                _problems.Add($"ManifestValues has '{pair}', where name=value should stand: -p:ManifestValues=imageTag=1.4.2, or several with %3B between them, -p:ManifestValues=imageTag=1.4.2%3Breplicas=3; a value with a semicolon is an item ManifestValue's");
            }
            else
            {
                Add(new(pair[..equals].TrimEnd(), pair[(equals + 1)..].TrimStart(), [], IsOwn: true) { IsOfProperty = true }, []);
            }
        }
    }

    private void Add(Given value, IReadOnlyList<string> environments)
    {
        if (!Name().IsMatch(value.Name))
        {
            _problems.Add($"A ManifestValue is called '{value.Name}': names are of letters, digits, '_', '.' and '-', and begin with a letter or '_'");
        }

        foreach (var name in value.Environments.Where(name => !environments.Contains(name)))
        {
            _problems.Add($"The ManifestValue '{value.Name}' is for '{name}', which is none of the project's ManifestEnvironments"
                + (environments.Count == 0 ? ": it names none" : $": these are {EnvironmentNames.Join(environments, "and")}"));
        }

        _given.Add(value);
    }

    private sealed record Given(string Name, string Text, IReadOnlyList<string> Environments, bool IsOwn)
    {
        public bool IsOfProperty { get; init; }

        public int Rank => IsOfProperty ? 2 : Environments.Count > 0 ? 1 : 0;
    }
}
