using System.Text.RegularExpressions;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Yaml;

/// <summary>The comments <c># k8ssharp: ignore K8S106 reason</c> of a file.</summary>
internal sealed class Suppressions
{
    private const string Mark = "k8ssharp:";

    private readonly HashSet<(string Id, int Line)> _ignored = [];
    private readonly List<(YamlComment Comment, string Message)> _wrong = [];

    private Suppressions()
    {
    }

    /// <summary>The comments that say nothing, and what to tell.</summary>
    public IReadOnlyList<(YamlComment Comment, string Message)> Wrong => _wrong;

    /// <summary>Reads the comments of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="documents">What was read of it.</param>
    /// <returns>What they say; null where there is no such comment.</returns>
    public static Suppressions? Read(string text, YamlDocuments documents)
    {
        // Most texts have none, and then nobody has to look for comments.
        if (text.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) < 0)
        {
            return null;
        }

        var found = new Suppressions();
        string[]? lines = null;
        foreach (var comment in documents.Comments.Where(comment => comment.Text.StartsWith(Mark, StringComparison.OrdinalIgnoreCase)))
        {
            found.Add(comment, comment.IsAlone ? NextLine(lines ??= LineBreak.Split(text), comment.Line) : comment.Line);
        }

        return found;
    }

    /// <summary>Whether a comment covers one of the lines of a finding.</summary>
    public bool Cover(RuleInfo rule, int line, int otherLine) => _ignored.Contains((rule.Id, line)) || _ignored.Contains((rule.Id, otherLine));

    // The first line below that has something on it, and not only a comment.
    private static int NextLine(string[] lines, int line)
    {
        while (line < lines.Length && lines[line].TrimStart() is var rest && (rest.Length == 0 || rest[0] == '#'))
        {
            line++;
        }

        return line + 1;
    }

    private void Add(YamlComment comment, int line)
    {
        var directive = Directive.Match(comment.Text);
        if (!directive.Success)
        {
            _wrong.Add((comment, $"'{comment.Text}' says nothing: write '{Mark} ignore K8S106 reason'"));
            return;
        }

        var ids = directive.Groups["id"].Captures;
        if (ids.Count == 0)
        {
            _wrong.Add((comment, $"this names no rule, and ignores nothing: write '{Mark} ignore K8S106 reason', and several ids with commas"));
        }

        foreach (var id in ids.Cast<Capture>().Select(id => id.Value))
        {
            if (YamlRules.Find(id) is not { } rule)
            {
                var near = Spelling.Nearest(id, [.. YamlRules.All.Select(known => known.Id)]);
                _wrong.Add((comment, $"there is no rule '{id}'{(near is null ? "" : $": did you mean {near}?")}"));
            }
            else if (YamlRules.IsAlwaysError(rule))
            {
                _wrong.Add((comment, $"{rule.Id} cannot be ignored, since a document that was not judged would look like success"));
            }
            else
            {
                _ignored.Add((rule.Id, line));
            }
        }
    }

    // A word without a digit is no id, but the reason starts there.
    private static readonly Regex Directive = new(
        @"^k8ssharp:\s*ignore\b\s*((?<id>[A-Z]\w*[0-9]\w*)(\s*,\s*(?<id>[A-Z]\w*[0-9]\w*))*)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private static readonly Regex LineBreak = new("\r\n|\r|\n");
}
