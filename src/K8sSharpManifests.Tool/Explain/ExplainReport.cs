using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Tool.Lint;
using K8sSharpManifests.Tool.Output;
using K8sSharpManifests.Tool.Secrets;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Explain;

/// <summary>Writes what is explained: for people, and for programs.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="isJson">Whether a program reads it.</param>
/// <param name="isQuiet">Whether a word of where there is more is left out.</param>
internal sealed class ExplainReport(Terminal terminal, bool isJson, bool isQuiet)
{
    private const string Docs = "https://github.com/K8sSharpManifests/K8sSharpManifests/blob/main/docs/";
    private const int NameWidth = 12;
    private const int MatchWidth = 8;

    /// <summary>Rules with their titles.</summary>
    public void WriteList(IEnumerable<RulePage> pages)
    {
        if (isJson)
        {
            Records.WriteJson(terminal.Output, pages.Select(page => Record(page, hasText: false)));
            return;
        }

        TextTable.Write(terminal.Output, ["RULE", "SEVERITY", "TITLE"], [.. pages.Select(page => new[] { page.Id, page.Severity, page.Title })]);
    }

    /// <summary>A rule's page.</summary>
    public void WritePage(RulePage page)
    {
        if (isJson)
        {
            Records.WriteJson(terminal.Output, [Record(page, hasText: true)], isOurs: true);
            return;
        }

        terminal.Output.Write(new MarkdownText(terminal.HasColor, terminal.Width, LinkTarget).Render(page.Markdown));
    }

    /// <summary>A line of YAML.</summary>
    public void WritePlace(PlaceExplanation place)
    {
        foreach (var problem in place.Unread)
        {
            terminal.Error.WriteLine($"{CommandLine.Name}: {problem}");
        }

        if (place.Unread.Count > 0)
        {
            terminal.Error.WriteLine($"{CommandLine.Name}: so what lies beside {place.File} is not taken into account: --with names what is applied with it.");
        }

        if (isJson)
        {
            Records.WriteJson(terminal.Output, [Blotted(Record(place))]);
            return;
        }

        if (place.Object is { } root)
        {
            Line("", place.Path.Length > 0 ? $"{Name(root)}: {place.Path}" : Name(root), isHeading: true);
        }

        foreach (var image in place.Images)
        {
            terminal.Output.Write("\n");
            Write(image);
        }

        if (place is { Images: [], LinesOfImages: [_, ..] lines })
        {
            Line("", $"No container is at this line; there are some at {(lines.Count == 1 ? "line" : "lines")} {string.Join(", ", lines)}.");
        }

        if (place.Object is not null)
        {
            terminal.Output.Write("\n");
        }

        Line("", place.Findings.Count == 0 ? "No rule finds anything at this line." : "Findings", isHeading: place.Findings.Count > 0);
        foreach (var finding in place.Findings)
        {
            Line("  ", $"{finding.Span.Line}:{finding.Span.Column}: {Word(finding.Severity)} {finding.Rule.Id}: {finding.Message}");
        }

        if (place.Findings.Count > 0 && !isQuiet)
        {
            terminal.Error.WriteLine($"'{CommandLine.Name} explain {place.Findings[0].Rule.Id}' tells more of the rule.");
        }
    }

    /// <summary>An image alone.</summary>
    public void WriteImage(ImageExplanation image)
    {
        if (isJson)
        {
            Records.WriteJson(terminal.Output, [Blotted(Record(image))]);
            return;
        }

        Write(image);
    }

    private void Write(ImageExplanation image)
    {
        Line("", image.Of.Length > 0 ? $"{char.ToUpperInvariant(image.Of[0])}{image.Of[1..]} ({image.Path})" : image.Written, isHeading: true);
        Field("image", image.Of.Length > 0 ? image.Written : "");
        if (image.Reference is not { } reference)
        {
            Field("fault", $"this is no image reference: {image.Fault}");
        }
        else
        {
            Field("registry", $"{(reference.Domain.Length > 0 ? reference.Domain : "none")}{(image.IsRegistryFilledIn ? " (filled in: the text names no host)" : "")}");
            Field("repository", $"{reference.Path}{(image.IsLibraryFilledIn ? " (library/ is filled in, as for each name of one segment)" : "")}");
            Field("tag", reference.Tag is null ? reference.Digest is null ? "none, which is latest" : "none" : reference.Digest is null ? reference.Tag : $"{reference.Tag} (not looked at: there is a digest)");
            Field("digest", reference.Digest ?? "none, so the tag may be another image tomorrow");
            Field("in full", reference.ToString());
        }

        Field("policy", image.Policy.ToString());
        Field("written", image.Of.Length == 0 ? "" : image.WrittenPolicy.Length > 0 ? image.WrittenPolicy : "nothing");
        Field("means", image.Meaning);
        foreach (var credential in image.Credentials)
        {
            Field(credential.Name.StartsWith("Secret", StringComparison.Ordinal) ? "secret" : "logins", Told(credential, image.Of.Length > 0));
            foreach (var key in credential.Keys)
            {
                Line(new string(' ', NameWidth + 2), $"{(key.IsMatch ? Colored("\e[32m", "matches".PadRight(MatchWidth)) : "no match")} {OnOneLine($"{key.Key}: {key.Why}")}", isSafe: true);
            }
        }

        for (var i = 0; i < image.Tried.Count; i++)
        {
            Field(i == 0 ? "tried" : "then", image.Tried[i]);
        }
    }

    private static string Told(CredentialExplanation credential, bool hasPod) =>
        credential.Name + (credential.From.Length > 0 ? $", named by the {(credential.From == "pod" ? "pod" : credential.From)}" : hasPod ? ", which the pod does not name" : "")
        + (credential.Fault.Length > 0 ? $": {credential.Fault}" : "");

    private void Field(string name, string text)
    {
        if (text.Length > 0)
        {
            Line("  ", $"{Colored("\e[2m", (name + ":").PadRight(NameWidth))}{OnOneLine(text)}", isSafe: true);
        }
    }

    private void Line(string indent, string text, bool isHeading = false, bool isSafe = false)
    {
        var shown = isSafe ? text : OnOneLine(text);
        terminal.Output.Write(indent + (isHeading ? Colored("\e[1m", shown) : shown) + "\n");
    }

    // Images and the keys of registries may have a user and a password before the host.
    private static string OnOneLine(string text) => PlainText.OnOneLine(SecretText.Blotted(text));

    private static Mapping Blotted(Mapping record) => new(record.Entries.Select(entry => KeyValuePair.Create(entry.Key, BlottedNode(entry.Value))));

    private static Node BlottedNode(Node node) => node switch
    {
        Scalar { Kind: ScalarKind.String } text => Scalar.String(SecretText.Blotted(text.Text)),
        Mapping mapping => Blotted(mapping),
        Sequence list => Records.List(list.Items.Select(BlottedNode)),
        _ => node,
    };

    private string Colored(string color, string text) => terminal.HasColor ? $"{color}{text}\e[0m" : text;

    private static string Name(Mapping root)
    {
        var (name, space) = (root.Get("metadata").Get("name").Text(), root.Get("metadata").Get("namespace").Text());
        var lines = root.Origin is YamlOrigin origin ? $", from line {origin.Span.Line}" : "";
        return $"{root.Get("kind").Text()} {(space.Length > 0 ? space + "/" : "")}{name} ({root.Get("apiVersion").Text()}{lines})";
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    // A rule is explained by its id; of other pages it helps to know where they are.
    private static string? LinkTarget(string url) =>
        RulePages.IsId(Path.GetFileNameWithoutExtension(url)) ? null : url.StartsWith("../", StringComparison.Ordinal) ? Docs + url["../".Length..] : url;

    private static Mapping Record(RulePage page, bool hasText) => Records.Of([
        ("rule", Scalar.String(page.Id)), ("title", Scalar.String(page.Title)), ("severity", Records.Text(page.Severity)), .. hasText ? new[] { ("markdown", (Node)Scalar.String(page.Markdown)) } : []]);

    private static Mapping Record(PlaceExplanation place) => Records.Of(
        ("file", Scalar.String(place.File)),
        ("line", Scalar.Number(place.Line)),
        ("apiVersion", Records.Text(place.Object?.Get("apiVersion").Text())),
        ("kind", Records.Text(place.Object?.Get("kind").Text())),
        ("namespace", Records.Text(place.Object?.Get("metadata").Get("namespace").Text())),
        ("name", Records.Text(place.Object?.Get("metadata").Get("name").Text())),
        ("path", Records.Text(place.Path)),
        ("images", Records.List(place.Images.Select(Record))),
        ("findings", Records.List(place.Findings.Select(Record))));

    private static Mapping Record(LintFinding finding) => Records.Of(
        ("line", Scalar.Number(finding.Span.Line)), ("column", Scalar.Number(finding.Span.Column)), ("rule", Scalar.String(finding.Rule.Id)), ("severity", Scalar.String(Word(finding.Severity))),
        ("path", Records.Text(finding.Path)), ("message", Scalar.String(finding.Message)));

    private static Mapping Record(ImageExplanation image) => Records.Of(
        ("container", Records.Text(image.Of)),
        ("path", Records.Text(image.Path)),
        ("written", Records.Text(image.Written)),
        ("fault", Records.Text(image.Fault)),
        ("image", Records.Text(image.Reference?.ToString())),
        ("registry", Records.Text(image.Reference?.Domain)),
        ("registryFilledIn", Scalar.Boolean(image.IsRegistryFilledIn)),
        ("repository", Records.Text(image.Reference?.Path)),
        ("tag", Records.Text(image.Reference?.Tag)),
        ("digest", Records.Text(image.Reference?.Digest)),
        ("writtenPolicy", Records.Text(image.WrittenPolicy)),
        ("policy", Scalar.String(image.Policy.Name)),
        ("reason", Scalar.String(image.Policy.Reason)),
        ("credentials", Records.List(image.Credentials.Select(Record))),
        ("tried", Records.List(image.Tried.Select(text => Scalar.String(text)))));

    private static Mapping Record(CredentialExplanation credential) => Records.Of(
        ("name", Scalar.String(credential.Name)),
        ("from", Records.Text(credential.From)),
        ("fault", Records.Text(credential.Fault)),
        ("keys", Records.List(credential.Keys.Select(key => Records.Of(("key", Scalar.String(key.Key)), ("matches", Scalar.Boolean(key.IsMatch)), ("why", Scalar.String(key.Why)))))));
}
