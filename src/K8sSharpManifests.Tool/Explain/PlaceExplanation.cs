using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Tool.Images;
using K8sSharpManifests.Tool.Lint;
using K8sSharpManifests.Tool.Manifests;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Explain;

/// <summary>What stands at a line of YAML: the object, the images, and what the rules find there.</summary>
/// <param name="File">The file, as it was given.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record PlaceExplanation(string File, int Line)
{
    private const string OtherYaml = "*.yaml";

    /// <summary>The object; null where the line is in none.</summary>
    public Mapping? Object { get; private init; }

    /// <summary>Where the line is in the object, such as <c>spec.replicas</c>; empty for the object itself.</summary>
    public string Path { get; private init; } = "";

    /// <summary>The images of the containers at the line, or of the pod that it is about.</summary>
    public IReadOnlyList<ImageExplanation> Images { get; private init; } = [];

    /// <summary>The lines where the object has images, where the line itself is about none.</summary>
    public IReadOnlyList<int> LinesOfImages { get; private init; } = [];

    /// <summary>What the rules find at the line.</summary>
    public IReadOnlyList<LintFinding> Findings { get; private init; } = [];

    /// <summary>What could not be read beside the file, a line each.</summary>
    public IReadOnlyList<string> Unread { get; private init; } = [];

    /// <summary>Looks at a line.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line.</param>
    /// <param name="with">What else is applied with it; none for the YAML beside it.</param>
    /// <param name="definitions">Files, folders and patterns with definitions of custom resources.</param>
    /// <param name="terminal">What to read from.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CannotRunException">The file cannot be read, or the line is in no object.</exception>
    public static async Task<PlaceExplanation> Of(string file, int line, IReadOnlyList<string> with, IReadOnlyList<string> definitions, Terminal terminal, CancellationToken cancellationToken)
    {
        var count = System.IO.File.ReadLines(System.IO.Path.GetFullPath(file, terminal.Folder)).Count();
        if (line < 1 || line > count)
        {
            throw new CannotRunException($"'{file}' has no line {line}: it ends with line {count}.");
        }

        IReadOnlyList<string> beside = with.Count > 0 ? with : Beside(file, terminal);
        try
        {
            return await Read([file, .. beside], []);
        }
        catch (CannotRunException e) when (with.Count == 0 && beside.Count > 0)
        {
            // Nobody has asked for the others: what is wrong with them is no reason to say nothing of this one.
            return await Read([file], e.Problems);
        }

        async Task<PlaceExplanation> Read(IReadOnlyList<string> paths, IReadOnlyList<string> unread)
        {
            var settings = new LintSettings(paths, RuleSelection.Parse([], [], []), OptionOverrides.None, IsComplete: false) { DefinitionPaths = definitions };
            var linted = new Linter(settings, terminal).Run(cancellationToken);
            var findings = linted.Findings.Where(finding => finding.File == file && finding.Span.Line <= line && line <= finding.Span.EndLine).ToList();
            var groups = await new ManifestReader(new() { Paths = paths, DefinitionPaths = definitions }, terminal).Read(cancellationToken);
            return new PlaceExplanation(file, line) { Findings = findings, Unread = unread }.With(groups.Single());
        }
    }

    private PlaceExplanation With(ManifestGroup group)
    {
        var root = group.Objects.LastOrDefault(o => o.Origin is YamlOrigin origin && origin.File == File && IsIn(origin, isObject: true));
        if (root is null)
        {
            return Findings.Count > 0 ? this : throw new CannotRunException($"{File}:{Line} is in no Kubernetes object, and no rule finds anything there.");
        }

        var place = Innermost(new(root));
        var context = new JudgeContext(group.OptionsOf(root), group.Index);
        var images = PodImages.Of(root, context).Select(use => new ContainerImage(use, root, group)).ToList();
        var meant = images.Where(image => image.Node.Origin is YamlOrigin origin && IsIn(origin, isObject: false)).ToList();
        meant = meant.Count > 0 ? meant
            : images.Where(image => IsBelow(image.Path, place.Path) || (image.Pod is { } pod && IsAboutPulls(place, pod.Place.Path))).ToList();
        return this with
        {
            Object = root,
            Path = place.Path,
            Images = [.. meant.Select(image => ImageExplanation.OfContainer(image, group))],
            LinesOfImages = meant.Count > 0 ? [] : [.. images.Select(image => image.Node.Origin).OfType<YamlOrigin>().Select(origin => origin.Span.Line).Distinct().Order()],
        };
    }

    private static bool IsBelow(string path, string above) => above.Length == 0 || path == above || path.StartsWith(above + ".", StringComparison.Ordinal) || path.StartsWith(above + "[", StringComparison.Ordinal);

    // What the fields of a pod say that all of its images are pulled with.
    private static bool IsAboutPulls(TreePlace place, string pod) =>
        new[] { "imagePullSecrets", "serviceAccountName", "serviceAccount" }.Any(key => IsBelow(place.Path, TreePath.Child(pod, key)));

    private TreePlace Innermost(TreePlace place)
    {
        while (true)
        {
            var children = (place.Node switch { Mapping mapping => mapping.Entries.Select(entry => place.Child(entry.Key)), _ => place.Items })
                .Where(child => child.Node.Origin is YamlOrigin origin && IsIn(origin, isObject: false)).Take(2).ToList();
            if (children is not [var only])
            {
                return place;
            }

            place = only;
        }
    }

    private bool IsIn(YamlOrigin origin, bool isObject) => (isObject ? origin.Span.Line : origin.Key?.Line ?? origin.Span.Line) <= Line && Line <= origin.Span.EndLine;

    private static List<string> Beside(string file, Terminal terminal)
    {
        var slash = file.LastIndexOfAny(['/', System.IO.Path.DirectorySeparatorChar]);
        var folder = file[..(slash + 1)];
        var full = System.IO.Path.GetFullPath(folder.Length == 0 ? "." : folder, terminal.Folder);

        // A pattern matches something: the file itself, unless that is called otherwise.
        return Directory.EnumerateFiles(full, OtherYaml).Any(name => !System.IO.Path.GetFileName(name).StartsWith('.')) ? [folder + OtherYaml] : [];
    }
}
