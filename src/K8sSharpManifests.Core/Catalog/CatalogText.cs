using System.Globalization;
using System.Text;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core;

/// <summary>
/// The catalog as text, which the generator writes into constants and the host reads from the assembly's metadata: so nothing of the assembly has to run. A line is
/// a key and its values, with tabs between them.
/// </summary>
public static class CatalogText
{
    private const string Member = "member";
    private const string Environment = "environment";
    private const string Namespace = "namespace";
    private const string Label = "label";
    private const string Annotation = "annotation";
    private const string Object = "object";
    private const string Decided = "decided";
    private const string Place = "place";
    private const string Reported = "reported";
    private const string Severity = "severity";
    private const string Option = "option";
    private const string Constant = "yaml";
    private const string Values = "values";
    private const string External = "external";
    private const string Patched = "patched";
    private const string Gap = "gap";
    private const string OnlyInput = "input";

    /// <summary>Writes an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>Its lines, each with a newline.</returns>
    public static string Write(CatalogEntry entry)
    {
        var text = new StringBuilder();
        Append(text, Member, entry.Member, entry.File, Number(entry.Line), Number(entry.Column));
        Append(text, Environment, entry.Environment);
        Append(text, Namespace, entry.Namespace);
        foreach (var label in entry.Labels)
        {
            Append(text, Label, label.Key, label.Value);
        }

        foreach (var annotation in entry.Annotations)
        {
            Append(text, Annotation, annotation.Key, annotation.Value);
        }

        foreach (var known in entry.Objects)
        {
            Append(text, Object, Number(known.Index), known.Kind, known.Name);
            AppendAll(text, Decided, known.Decided);
            AppendAll(text, Place, known.Places);
        }

        AppendAll(text, Reported, entry.Reported);
        AppendAll(text, Severity, entry.Severities);
        AppendAll(text, Option, entry.Options);
        Append(text, Constant, entry.Constant);
        Append(text, Values, entry.Values);
        foreach (var external in entry.External)
        {
            Append(text, External, external.Kind, external.Name, external.Namespace);
        }

        AppendAll(text, Patched, entry.Patched);
        if (entry.Gap is { } gap)
        {
            Append(text, Gap, gap.File, Number(gap.Line), Number(gap.Column), gap.Expression, gap.IsOnlyInput ? OnlyInput : null);
        }

        return text.ToString();
    }

    /// <summary>The name of an entry's member.</summary>
    /// <param name="text">What <see cref="Write(CatalogEntry)"/> gave.</param>
    /// <returns>The name, without reading the rest.</returns>
    public static string MemberOf(string text) => Unescape(text.Split(['\t'], 3)[1]);

    /// <summary>Reads an entry.</summary>
    /// <param name="text">What <see cref="Write(CatalogEntry)"/> gave.</param>
    /// <returns>The entry.</returns>
    public static CatalogEntry Read(string text)
    {
        var lines = Lines(text);
        var objects = new List<CatalogObject>();
        foreach (var line in lines)
        {
            switch (line[0])
            {
                case Object:
                    objects.Add(new(Number(line[1]), line[2], line[3]) { Decided = new List<string>(), Places = new List<string>() });
                    break;
                case Decided:
                    ((List<string>)objects[objects.Count - 1].Decided).Add(line[1]);
                    break;
                case Place:
                    ((List<string>)objects[objects.Count - 1].Places).Add(line[1]);
                    break;
            }
        }

        string[][] Of(string key) => [.. lines.Where(line => line[0] == key)];
        string[] Texts(string key) => [.. Of(key).Select(line => line[1])];
        KeyValuePair<string, string>[] Pairs(string key) => [.. Of(key).Select(line => new KeyValuePair<string, string>(line[1], line[2]))];
        var member = Of(Member)[0];
        return new(member[1], member[2], Number(member[3]), Number(member[4]))
        {
            Environment = Texts(Environment).FirstOrDefault(),
            Namespace = Texts(Namespace).FirstOrDefault(),
            Labels = Pairs(Label),
            Annotations = Pairs(Annotation),
            Objects = objects,
            Reported = Texts(Reported),
            Severities = Texts(Severity),
            Options = Texts(Option),
            Constant = Texts(Constant).FirstOrDefault(),
            Values = Texts(Values).FirstOrDefault(),
            External = [.. Of(External).Select(line => new ExternalObjectPattern(line[1], line[2], line.Length > 3 ? line[3] : null))],
            Patched = Texts(Patched),
            Gap = Of(Gap) is [var gap] ? new(gap[1], Number(gap[2]), Number(gap[3]), gap[4], gap.Length > 5) : null,
        };
    }

    /// <summary>Writes problems of the configuration.</summary>
    /// <param name="problems">The problems.</param>
    /// <returns>A line each.</returns>
    public static string Write(IEnumerable<CatalogProblem> problems)
    {
        var text = new StringBuilder();
        foreach (var problem in problems)
        {
            Append(text, problem.Id, problem.Severity, problem.File, Number(problem.Line), Number(problem.Column), problem.Text);
        }

        return text.ToString();
    }

    /// <summary>Reads problems of the configuration.</summary>
    /// <param name="text">What <see cref="Write(IEnumerable{CatalogProblem})"/> gave.</param>
    /// <returns>The problems.</returns>
    public static IReadOnlyList<CatalogProblem> ReadProblems(string text) =>
        [.. Lines(text).Select(line => new CatalogProblem(line[2], Number(line[3]), Number(line[4]), line[0], line[1], line[5]))];

    /// <summary>
    /// Writes down which files of source code the generator has seen: how many there are. The build counts those that were compiled: a proof says nothing where another generator has added
    /// one, since generators do not see each other's files.
    /// </summary>
    /// <param name="paths">The paths of all files.</param>
    /// <returns>Their number, without our own and those that have no name.</returns>
    public static string WriteFiles(IEnumerable<string> paths) =>
        Number(paths.Where(path => path.Length > 0 && !IsOfGenerators(path)).Distinct(StringComparer.Ordinal).Count());

    // The compiler names a generated file after the assembly and class of what has made it. No code of the user's names what is in ours; and the one by which ASP.NET Core makes the class of a
    // program's first statements public has nothing in it.
    private static bool IsOfGenerators(string path) =>
        path.Replace('\\', '/') is var name
        && (name.IndexOf("/K8sSharpManifests.Generators/K8sSharpManifests.Generators.", StringComparison.Ordinal) >= 0
            || name.EndsWith("/PublicTopLevelProgram.Generated.g.cs", StringComparison.Ordinal));

    private static void AppendAll(StringBuilder text, string key, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            Append(text, key, value);
        }
    }

    // A line without its first value is none; other values that are null can stand at the end only.
    private static void Append(StringBuilder text, string key, params string?[] values)
    {
        if (values[0] is null)
        {
            return;
        }

        text.Append(key);
        foreach (var value in values)
        {
            if (value is not null)
            {
                text.Append('\t').Append(Escape(value));
            }
        }

        text.Append('\n');
    }

    private static string Escape(string value) => value.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r");

    private static string Unescape(string value)
    {
        if (value.IndexOf('\\') < 0)
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            text.Append(value[i] != '\\' ? value[i] : value[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var c => c });
        }

        return text.ToString();
    }

    private static List<string[]> Lines(string text) =>
        [.. text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t').Select(Unescape).ToArray())];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
