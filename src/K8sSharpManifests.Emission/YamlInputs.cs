using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Emission;

/// <summary>The YAML that a run reads beside the assembly: objects that are emitted with those of the members, and definitions of custom resources, by which these are judged.</summary>
/// <param name="options">The options of the run.</param>
/// <param name="fileOptions">What .editorconfig says to the rules of the files, by their paths.</param>
/// <param name="findings">Takes what is wrong with the files.</param>
internal sealed class YamlInputs(EmissionOptions options, IReadOnlyDictionary<string, IReadOnlyList<string>> fileOptions, FindingList findings)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly List<CustomDefinition> _definitions = [];
    private readonly List<IncludedObject> _objects = [];

    /// <summary>The definitions in files that are not emitted.</summary>
    public IReadOnlyList<CustomDefinition> Definitions => _definitions;

    /// <summary>The objects that are emitted, in the order of the files.</summary>
    public IReadOnlyList<IncludedObject> Objects => _objects;

    /// <summary>Reads all files.</summary>
    public void Read()
    {
        foreach (var path in options.Definitions)
        {
            if (Text(path) is { } text)
            {
                var documents = TreeReader.ReadObjects(text, path);
                Report(path, documents.Problems.Where(p => p.Kind is YamlProblemKind.Unreadable or YamlProblemKind.Template));
                _definitions.AddRange(documents.Roots.Select(CustomDefinition.Read).OfType<CustomDefinition>());
            }
        }

        foreach (var path in options.IncludedFiles)
        {
            if (Text(path) is { } text)
            {
                Include(path, text);
            }
        }
    }

    private void Include(string path, string text)
    {
        var documents = TreeReader.ReadObjects(text, path);
        if (documents.Problems.FirstOrDefault(p => p.Kind == YamlProblemKind.Template) is { } template)
        {
            Report(path, [template]);
            return;
        }

        if (OtherTool.Of(path, documents.Roots) is { } other)
        {
            var origin = documents.Roots.FirstOrDefault(OtherTool.IsOf)?.Origin as YamlOrigin;
            findings.ErrorInFile(YamlRules.OfAnotherTool.Id, options.NameOf(path), Place(origin?.Span ?? new(1, 1, 1, 1)), other.Replace("lint", "include", StringComparison.Ordinal).Replace(" | k8ssharp include -", " > FILE", StringComparison.Ordinal));
            return;
        }

        var suppressions = Suppressions.Read(text, documents);
        Report(path, documents.Problems, suppressions);
        foreach (var (comment, message) in suppressions?.Wrong ?? [])
        {
            findings.FindingInFile(YamlRules.Suppression.Id, YamlRules.Suppression.Severity, options.NameOf(path), new(comment.Line, comment.Column), message);
        }

        var name = options.NameOf(path);
        var ofFile = fileOptions.GetValueOrDefault(Path.GetRelativePath(options.ProjectFolder, path).Replace('\\', '/')) ?? [];
        var index = 0;
        foreach (var root in documents.Places)
        {
            var span = ((YamlOrigin)root.Node.Origin!).Span;
            _objects.Add(new(new CatalogEntry(name, name, span.Line, span.Column) { Options = ofFile }, index++, root, suppressions));
        }
    }

    private string? Text(string path)
    {
        try
        {
            using var reader = new StreamReader(path, Strict, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            findings.ErrorInFile(YamlRules.Unreadable.Id, options.NameOf(path), new(1, 1), "this file has bytes that are no UTF-8, which YAML is written in: save it with that encoding.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.ErrorInFile(YamlRules.Unreadable.Id, options.NameOf(path), new(1, 1), $"this file cannot be read: {e.Message}");
        }

        return null;
    }

    // What could not be read is not emitted, which would look like success.
    private void Report(string path, IEnumerable<YamlProblem> problems, Suppressions? suppressions = null)
    {
        foreach (var problem in problems)
        {
            var rule = YamlRules.Of(problem.Kind);
            if (suppressions?.Cover(rule, problem.Span.Line, problem.Span.Line) != true)
            {
                findings.FindingInFile(rule.Id, rule.Severity, options.NameOf(path), Place(problem.Span), problem.Message, isAlwaysError: YamlRules.IsAlwaysError(rule));
            }
        }
    }

    private static SourcePlace Place(YamlSpan span) => new(span.Line, span.Column);
}

/// <summary>An object of a file that is emitted with those of the members.</summary>
/// <param name="Entry">The file, and where the object starts, in the form of a member.</param>
/// <param name="Index">Where it stands in the file, from 0.</param>
/// <param name="Root">The object, with its places.</param>
/// <param name="Suppressions">What comments of the file silence; null for nothing.</param>
internal sealed record IncludedObject(CatalogEntry Entry, int Index, YamlRoot Root, Suppressions? Suppressions);
