using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Emission;

/// <summary>Compares what the compiler has proved of each member with what it gave. What ran is the truth, and is written; a difference is a bug in the proof.</summary>
/// <param name="catalog">What was proved.</param>
/// <param name="set">What the members gave.</param>
/// <param name="findings">Takes the differences, and the members that are not proved.</param>
/// <param name="differencesFolder">The folder that takes both texts where a member gives something else.</param>
internal sealed class Proof(AssemblyCatalog catalog, ObjectSet set, FindingList findings, string differencesFolder)
{
    /// <summary>Why nothing is proved in a project whose generators do not see all of the code.</summary>
    public const string CodeUnseen = "another source generator adds code to the project, or it has no debug information that says whether one does; what is added can change what the rest means, "
        + "and generators do not see each other's code";

    private const string Separator = YamlWriter.Separator;

    /// <summary>Compares.</summary>
    /// <returns>How many of the objects are what was proved.</returns>
    public int Run()
    {
        _ = Tried(() =>
        {
            if (Directory.Exists(differencesFolder))
            {
                Directory.Delete(differencesFolder, recursive: true);
            }
        });

        var objects = set.Objects.ToLookup(o => o.Entry, ReferenceEqualityComparer.Instance);
        var count = 0;
        foreach (var entry in catalog.Entries)
        {
            EmittedObject[] given = [.. objects[entry]];
            if (catalog.Yaml(entry) is not { } yaml)
            {
                findings.NotProved(entry, Reason(entry));
            }
            else if (Equals(yaml, given) && entry.External.SequenceEqual(set.ExternalOf(entry)))
            {
                count += given.Length;
            }
            else if (!catalog.HasAllFiles)
            {
                findings.NotProved(entry, CodeUnseen);
            }
            else
            {
                Report(entry, yaml, given);
            }
        }

        return count;
    }

    /// <summary>Why a member is not proved, with its place.</summary>
    public static string Reason(CatalogEntry entry) => entry.Gap switch
    {
        { Expression.Length: 0 } gap => $"it gives a Secret, at {Place(gap)}, whose values are not shown: its YAML is compiled into the assembly only where all of it is known and .editorconfig says k8s_secret_constants = true",
        { } gap => $"'{gap.Expression}', at {Place(gap)}, is known only when it runs",
        null => "its constant is missing: rebuild the project",
    };

    private static string Place(CatalogGap gap) => FormattableString.Invariant($"{gap.File}({gap.Line},{gap.Column})");

    // Of all members of all builds, nearly every one is as proved: no text is made for that.
    private static bool Equals(string yaml, EmittedObject[] given)
    {
        var proved = Encoding.UTF8.GetBytes(yaml).AsSpan();
        for (var i = 0; i < given.Length; i++)
        {
            if (i > 0)
            {
                if (!proved.StartsWith("---\n"u8))
                {
                    return false;
                }

                proved = proved[Separator.Length..];
            }

            var content = given[i].Document.Body.Span;
            if (!proved.StartsWith(content))
            {
                return false;
            }

            proved = proved[content.Length..];
        }

        return proved.IsEmpty;
    }

    private void Report(CatalogEntry entry, string proved, EmittedObject[] given)
    {
        // Of a secret neither the log nor a file of the build tells anything.
        if (given.Any(o => o.HoldsSecret))
        {
            findings.WarningAt(EmissionRule.NotAsProved, entry, "gives something else than what the compiler has proved; what it gives is emitted, and is not shown, because a secret is in it: "
                + "please report this, it should not happen unless code changes what the language takes for fixed");
            return;
        }

        var ran = string.Join(Separator, given.Select(o => Encoding.UTF8.GetString(o.Document.Body.Span)));
        proved += Elsewhere(entry.External);
        ran += Elsewhere(set.ExternalOf(entry));

        var file = Path.Combine(differencesFolder, entry.Constant ?? entry.Member);
        var texts = Tried(() =>
        {
            Directory.CreateDirectory(differencesFolder);
            File.WriteAllText(file + ".proved.yaml", proved);
            File.WriteAllText(file + ".ran.yaml", ran);
        }) ?? $"the two texts are {file}.proved.yaml and {file}.ran.yaml";

        // Secrets stay out of the log.
        var (line, first, second) = FirstDifference(proved, ran);
        var lines = given.Any(o => o.Identity.Kind == "Secret") ? "" : $": line {line} ({YamlPath.Of(proved, line)}) was proved as '{first}' and came as '{second}'";
        var place = entry.Values is { } values && ValuePlaces.Find(values, (entry.Line, entry.Column), proved, line) is var (row, column)
            ? FormattableString.Invariant($", of the expression at {entry.File}({row},{column})")
            : "";
        findings.WarningAt(EmissionRule.NotAsProved, entry, $"gives something else than what the compiler has proved{place}{lines}; what it gives is emitted; {texts}: "
            + "please report this, it should not happen unless code changes what the language takes for fixed");
    }

    // The texts are for whoever looks for the fault: a build does not end because an editor holds one of them open.
    private static string? Tried(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"the two texts cannot be written ({e.Message})";
        }
    }

    private static string Elsewhere(IEnumerable<ExternalObjectPattern> patterns) =>
        string.Concat(patterns.Select(pattern => $"# elsewhere: {pattern.Kind} {(pattern.Namespace is null ? "" : pattern.Namespace + "/")}{pattern.Name}\n"));

    private static (int Line, string First, string Second) FirstDifference(string first, string second)
    {
        var (left, right) = (first.Split('\n'), second.Split('\n'));
        for (var i = 0; ; i++)
        {
            var (a, b) = (left.ElementAtOrDefault(i), right.ElementAtOrDefault(i));
            if (a != b || a is null)
            {
                return (i + 1, (a ?? "").Trim(), (b ?? "").Trim());
            }
        }
    }
}
