using System.Text;
using System.Text.Unicode;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Lint;

/// <summary>A file that was read, and what is wrong with its text.</summary>
internal sealed class LintedFile
{
    private readonly InputFile _input;
    private readonly FileSettings _settings;
    private readonly YamlDocuments _documents;
    private readonly Suppressions? _suppressions;
    private readonly bool _isForeign;
    private readonly List<LintFinding> _findings = [];

    private LintedFile(InputFile input, FileSettings settings, string text)
    {
        (_input, _settings) = (input, settings);
        _documents = TreeReader.ReadObjects(text, input.Name);
        _suppressions = Suppressions.Read(text, _documents);
        _isForeign = !IsMeant(input) && _documents.Roots.Count == 0 && _documents.Problems.All(problem => problem.Kind == YamlProblemKind.Foreign);
        Read();
    }

    /// <summary>The objects, with their places.</summary>
    public IReadOnlyList<YamlRoot> Objects { get; private set; } = [];

    /// <summary>What was found, comments obeyed.</summary>
    public IReadOnlyList<LintFinding> Findings => _findings;

    /// <summary>How many findings comments have silenced.</summary>
    public int Suppressed { get; private set; }

    /// <summary>Reads a file.</summary>
    /// <param name="input">The file.</param>
    /// <param name="settings">What is set for it.</param>
    /// <param name="bytes">What it holds.</param>
    /// <returns>The file; null where it says nothing of Kubernetes, and nobody named it.</returns>
    public static LintedFile? Read(InputFile input, FileSettings settings, byte[] bytes)
    {
        string text;
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            text = reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            if (IsForeign(input, Encoding.UTF8.GetString(bytes)))
            {
                return null;
            }

            var broken = new LintedFile(input, settings, "");
            broken.Report(YamlRules.Unreadable, 0, FirstInvalid(bytes), "", "these bytes are no UTF-8, which YAML is written in: save the file with that encoding.");
            return broken;
        }

        return IsForeign(input, text) ? null : new LintedFile(input, settings, text) is { _isForeign: false } file ? file : null;
    }

    /// <summary>Gives the custom resources among the objects their types.</summary>
    /// <param name="schema">What is known of the API.</param>
    public void Type(ApiSchema schema) =>
        Objects = [.. Objects.Select(root => root.Node is Mapping { Type: null } mapping ? root with { Node = Typing.Object(mapping, schema) } : root)];

    /// <summary>Judges the objects.</summary>
    /// <param name="objects">The objects of the whole run.</param>
    /// <param name="rules">Evaluates the rules in CEL of custom resources; null where no definition is known.</param>
    /// <param name="notEvaluated">Is told which of them nobody can.</param>
    public void Judge(ObjectIndex objects, CelEvaluator? rules, Action<string> notEvaluated)
    {
        var context = new JudgeContext(_settings.Options, objects) { Cel = rules, NotEvaluated = notEvaluated };
        foreach (var root in Objects)
        {
            foreach (var finding in Core.Rules.Judge.Run(root.Node, context))
            {
                var severity = _settings.SeverityOf(finding.Info);
                if (severity != Severity.Off)
                {
                    var place = FindingPlace.Of(finding, root);
                    Report(finding.Info, _documents.DocumentAt(place.Span), place.Span, place.Path, finding.Message, place.Line);
                }
            }
        }
    }

    // Neither an object nor a list of them does without these words, whatever else is wrong with it.
    private static bool IsForeign(InputFile input, string text) =>
        !IsMeant(input) && !text.Contains("apiVersion", StringComparison.Ordinal) && !text.Contains("kind", StringComparison.Ordinal);

    private static bool IsMeant(InputFile input) => input.IsNamed || OtherTool.IsKustomization(input.Name);

    private void Read()
    {
        foreach (var (comment, message) in _suppressions?.Wrong ?? [])
        {
            ReportText(YamlRules.Suppression, new(comment.Line, comment.Column, comment.Line, comment.Column + 1), message);
        }

        // Rendering the file makes other documents of it; what is wrong with these is no news.
        if (_documents.Problems.FirstOrDefault(problem => problem.Kind == YamlProblemKind.Template) is { } template)
        {
            ReportText(YamlRules.Template, template.Span, template.Message);
            return;
        }

        var other = OtherTool.Of(_input.Name, _documents.Roots);
        Objects = other is null ? _documents.Places : [.. _documents.Places.Where(root => !OtherTool.IsOf(root.Node))];
        if (other is not null)
        {
            var node = _documents.Roots.FirstOrDefault(OtherTool.IsOf);
            var span = (node?.Origin as YamlOrigin)?.Span ?? new(1, 1, 1, 1);
            ReportText(YamlRules.OfAnotherTool, span with { EndLine = span.Line, EndColumn = span.Column }, other);
        }

        foreach (var problem in _documents.Problems)
        {
            var isOfOther = problem.Kind == YamlProblemKind.Foreign ? other is not null || !_input.IsNamed : other is not null && problem.Kind == YamlProblemKind.NotAnObject;
            if (!isOfOther)
            {
                ReportText(YamlRules.Of(problem.Kind), problem.Span, problem.Message);
            }
        }
    }

    private void ReportText(RuleInfo rule, YamlSpan span, string message) => Report(rule, _documents.DocumentAt(span), span, "", rule.Format([message]), span.Line);

    private void Report(RuleInfo rule, int document, YamlSpan span, string path, string message, int? otherLine = null)
    {
        var severity = _settings.SeverityOf(rule);
        if (severity == Severity.Off)
        {
            return;
        }

        if (_suppressions?.Cover(rule, span.Line, otherLine ?? span.Line) == true)
        {
            Suppressed++;
            return;
        }

        _findings.Add(new(_input.Name, document, span, rule, severity, path, message));
    }

    private static YamlSpan FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        foreach (var part in bytes.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(bytes[part]))
            {
                break;
            }

            line++;
        }

        return new(line, 1, line, 1);
    }
}
