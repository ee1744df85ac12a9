using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Generators.CustomResources;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Generators;

/// <summary>Finds out what the compiler stage tells the build about each member: it judges what the analyzer judges, in the same way.</summary>
internal sealed class HandoverBuilder
{
    private readonly Compilation _compilation;
    private readonly AnalyzerConfigOptionsProvider _options;
    private readonly string _projectDir;
    private readonly CancellationToken _cancellationToken;
    private readonly StaticEvaluator _evaluator;
    private readonly EffectiveSeverities _severities;
    private readonly ExternalObjects _external;
    private readonly ImageLock? _imageLock;
    private readonly FindingCache _cache;
    private readonly List<(Finding Finding, Location Place)> _lost = [];
    private readonly List<(Finding Finding, Location Place)> _reported = [];
    private readonly bool _isAnalyzed;
    private readonly IReadOnlyList<string>? _environments;

    public HandoverBuilder(Compilation compilation, AnalyzerConfigOptionsProvider options, string projectDir, IEnumerable<AdditionalText> files, CancellationToken cancellationToken)
    {
        // What may be null changes no value, and finding it out takes as long as the binding itself.
        _compilation = compilation.WithOptions(((CSharpCompilationOptions)compilation.Options).WithNullableContextOptions(NullableContextOptions.Disable));
        _options = options;
        _projectDir = projectDir;
        _cancellationToken = cancellationToken;
        _evaluator = new(_compilation, cancellationToken) { ProjectInputs = ProjectInputs.Of(files, options, cancellationToken) };
        _severities = new(_compilation, options.GetOptions, cancellationToken);
        _external = ExternalDeclarations.Of(_compilation);
        _imageLock = ImageLockFile.Find(files, options, cancellationToken);
        _cache = new(compilation, _imageLock);
        _environments = ProjectEnvironments.Of(options.GlobalOptions);
        _isAnalyzed = !IsFalse("RunAnalyzers") && (IsSet("RunAnalyzers") || !IsFalse("RunAnalyzersDuringBuild"));
    }

    /// <summary>The files that the project hands to its manifests.</summary>
    public IReadOnlyList<string> ManifestFiles => _evaluator.ProjectInputs.Paths;

    /// <summary>The environments of the project.</summary>
    public IReadOnlyList<string> Environments => _environments ?? [];

    /// <summary>
    /// The entries of each member, one for each environment where they are to be told apart, with their YAML where that is proved, in the members' order. Paths are relative: absolute ones
    /// would get the build machine into the assembly.
    /// </summary>
    public IReadOnlyList<(ManifestMember Member, CatalogEntry Entry, string? Yaml)> Read(IReadOnlyList<ManifestMember> members)
    {
        var files = new HashSet<string>(members.Select(m => m.File));
        var known = new Dictionary<(ManifestMember Member, string? Environment), MemberReading>();
        var elsewhere = new List<string>();
        Read(t => files.Contains(t.FilePath), known, elsewhere);
        (ManifestMember Member, string? Environment)[] all = [.. members.SelectMany(m => m.EnvironmentsOf(Environments).Select(environment => (m, environment)))];
        foreach (var member in all.Where(m => !known.ContainsKey(m)))
        {
            known.Add(member, Reading(member.Member, member.Environment, NameOf(member.Member), RuleOptions.Default));
        }

        // What a helper makes may be reported there and show up in a member that cannot be seen through. The analyzer need not look again at what is found here.
        Read(t => !files.Contains(t.FilePath), known, elsewhere, isForTexts: !_isAnalyzed);

        _severities.Ask(
            from member in all
            let reading = known[member]
            from place in reading.Objects.SelectMany(o => o.Places).Prepend(reading.Location)
            from rule in reading.OpenRules
            select (place, rule));
        _severities.Ask(_lost.Concat(_reported).Select(f => (f.Place, f.Finding.Info)));
        return [.. all.Select(m => (m.Member, Entry(m.Member, m.Environment, known[m], elsewhere), known[m].Proof.Yaml))];
    }

    /// <summary>
    /// What no analyzer says, and the build cannot find in the objects: what is wrong with the configuration of the members' files, with attributes, with members that are left out, and with
    /// values of which the models keep no trace. To be asked after <see cref="Read(IReadOnlyList{ManifestMember})"/>.
    /// </summary>
    public IReadOnlyList<CatalogProblem> Problems(IReadOnlyList<ManifestMember> members, IEnumerable<AdditionalText> files) =>
    [
        .. CheckConfiguration(members, files).Select(d => Problem(d.Location, d.Id, EffectiveSeverities.Text(d.Severity), d.GetMessage(null))),
        .. _lost.Select(Problem),
    ];

    /// <summary>The warnings and errors that analyzers report, for tests. To be asked after <see cref="Read(IReadOnlyList{ManifestMember})"/>.</summary>
    public IReadOnlyList<CatalogProblem> Reported() =>
    [
        .. _reported.Select(Problem).Where(p => p.Severity is "warning" or "error")
            .OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column).ThenBy(p => p.Id, StringComparer.Ordinal),
    ];

    private IReadOnlyList<Diagnostic> CheckConfiguration(IReadOnlyList<ManifestMember> members, IEnumerable<AdditionalText> files)
    {
        if (_isAnalyzed)
        {
            return [];
        }

        var check = new ConfigurationCheck(_compilation, files, _cancellationToken);
        var filesOfMembers = new HashSet<string>(members.Select(m => m.File));
        var elsewhere = _compilation.SyntaxTrees.Where(t => filesOfMembers.Contains(t.FilePath)).Select(_options.GetOptions).Distinct().SelectMany(check.Elsewhere);
        return [.. CompilationWithAnalyzers.GetEffectiveDiagnostics(
            check.InFiles()
                .Concat(elsewhere.GroupBy(d => d.GetMessage(null)).Select(g => g.First()))
                .Concat(In(AttributeCheck.MayBeIn(_compilation), model => AttributeCheck.InFile(model, _environments, _cancellationToken)))
                .Concat(In(ManifestMembers.MayBeIn(_compilation), model => MemberCheck.InFile(model, catalog: null, Environments, _cancellationToken))),
            EffectiveSeverities.Base(_compilation)).Where(d => !d.IsSuppressed)];

        IEnumerable<Diagnostic> In(Func<SyntaxTree, CancellationToken, bool> mayBeIn, Func<SemanticModel, IEnumerable<Diagnostic>> inFile) =>
            _compilation.SyntaxTrees.Where(t => mayBeIn(t, _cancellationToken)).SelectMany(t => inFile(_compilation.GetSemanticModel(t)));
    }

    private CatalogProblem Problem((Finding Finding, Location Place) found) =>
        Problem(found.Place, found.Finding.Info.Id, _severities.At(found.Place, found.Finding.Info), found.Finding.Message + found.Finding.EnvironmentSuffix);

    private CatalogProblem Problem(Location location, string id, string severity, string text)
    {
        var place = location.GetLineSpan();
        return new(
            place.IsValid ? RelativePath.Of(place.Path, _projectDir) : "", place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, id, severity, text);
    }

    private CatalogEntry Entry(ManifestMember member, string? environment, MemberReading reading, List<string> elsewhere) => new(member.Name, RelativePath.Of(member.File, _projectDir), member.Line, member.Column)
    {
        Environment = environment,
        Namespace = member.Namespace(environment),
        Labels = member.Defaults(environment).Labels,
        Annotations = member.Defaults(environment).Annotations,
        Objects = [.. reading.Objects.Select(o => o.Handover()).OfType<CatalogObject>()],
        Reported = reading.IsMatched ? [] : [.. reading.Reported.Concat(elsewhere).Distinct().OrderBy(text => text, StringComparer.Ordinal)],
        Severities = [.. _severities.Of(reading.Location, reading.Objects.SelectMany(o => o.Places), reading.OpenRules)],

        // The build judges again, also what is decided: by the same options, or it would find what the compiler has cleared.
        Options = ConfigurationCheck.Set(_options.GetOptions(reading.Location.SourceTree!)),
        Values = reading.Proof is { Yaml: not null, Places: { Length: > 0 } places } ? places : null,
        External = reading.Proof.Yaml is null ? [] : reading.Proof.External,
        Patched = reading.Proof.Yaml is null ? [] : reading.Proof.Patched,
        Gap = reading.Proof.Yaml is null ? Gap(reading.Proof) : null,
    };

    private CatalogGap Gap(MemberProof proof)
    {
        var place = proof.Place.GetLineSpan();
        return new(RelativePath.Of(place.Path, _projectDir), place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, proof.Gap, proof.IsOnlyInput);
    }

    private MemberReading Reading(ManifestMember member, string? environment, Location name, RuleOptions options) =>
        new(name, new(member, environment, name, options.HasSecretConstants, place => ExternalDeclarations.At(place, _compilation)));

    // Where no analyzer runs, only the texts matter in files without members: the models forget them.
    private void Read(Func<SyntaxTree, bool> isWanted, Dictionary<(ManifestMember Member, string? Environment), MemberReading> known, List<string> elsewhere, bool isForTexts = false)
    {
        // The compiler binds on all processors, too, but a generator it runs on one.
        var trees = _compilation.SyntaxTrees.Where(tree => isWanted(tree) && !CustomResourcePipeline.IsOwn(tree)).ToArray();
        var readings = new FileReading[trees.Length];
        if (_compilation.Options.ConcurrentBuild)
        {
            Parallel.For(0, trees.Length, new() { CancellationToken = _cancellationToken }, i => readings[i] = Read(trees[i], isForTexts));
        }
        else
        {
            readings = [.. trees.Select(tree => Read(tree, isForTexts))];
        }

        foreach (var reading in readings)
        {
            elsewhere.AddRange(reading.Elsewhere);
            _lost.AddRange(reading.Lost);
            _reported.AddRange(reading.Reported);
            foreach (var member in reading.Members.Where(m => !known.ContainsKey(m.Key)))
            {
                known.Add(member.Key, member.Value);
            }
        }
    }

    private FileReading Read(SyntaxTree tree, bool isForTexts)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var model = _compilation.GetSemanticModel(tree);
        var options = _options.GetOptions(tree);
        var context = new JudgeContext(ConfigurationCheck.Parse(options, out _), ObjectIndex.Unseen(_external)) { ImageLock = _imageLock };
        var read = new FileReading([], [], [], []);
        var found = new List<(Finding Finding, SourceOrigin Origin)>();
        var analysis = new FileAnalysis(_evaluator, model, context, Report, _cancellationToken, judged: Add, environments: Environments);
        if (isForTexts)
        {
            analysis.RunTexts();
            return read;
        }

        analysis.Run();
        _cache.Add(tree, options, found);
        return read;

        void Add(JudgedRoot judged)
        {
            foreach (var reading in judged.Root.IsMember ? ReadingsAround(judged.Root, []) : [])
            {
                reading.Add(judged, _isAnalyzed);
            }
        }

        void Report(Finding finding, SourceOrigin origin, EvaluationRoot root)
        {
            found.Add((finding, origin));
            if (_isAnalyzed)
            {
                read.Reported.Add((finding, origin.Location));
                var readings = ReadingsAround(root with { Environment = null }, finding.Environments);
                foreach (var reported in readings.Count == 0 ? [read.Elsewhere] : readings.Select(reading => reading.Reported))
                {
                    reported.Add(finding.Info.Id + " " + finding.Message);
                }
            }
            else if (finding.Info.IsLostInObjects)
            {
                read.Lost.Add((finding, origin.Location));
            }
        }

        // What is the same in all environments is read of each of them.
        IReadOnlyList<MemberReading> ReadingsAround(EvaluationRoot root, IReadOnlyList<string> environments)
        {
            if (ManifestMembers.Around(root, model, _cancellationToken) is not { } symbol || ManifestMembers.Classify(symbol).Member is not { } member)
            {
                return [];
            }

            var readings = new List<MemberReading>();
            foreach (var environment in root.Environment is { } only ? [only] : environments.Count > 0 ? environments : member.EnvironmentsOf(Environments))
            {
                if (!read.Members.TryGetValue((member, environment), out var reading))
                {
                    read.Members.Add((member, environment), reading = Reading(member, environment, symbol.Locations[0], context.Options));
                }

                readings.Add(reading);
            }

            return readings;
        }
    }

    private Location NameOf(ManifestMember member)
    {
        var tree = _compilation.SyntaxTrees.First(t => t.FilePath == member.File);
        var position = tree.GetText(_cancellationToken).Lines[member.Line - 1].Start + member.Column - 1;
        return tree.GetRoot(_cancellationToken).FindToken(position).GetLocation();
    }

    private bool IsSet(string property) => _options.GlobalOptions.TryGetValue("build_property." + property, out var text) && text.Length > 0;

    private bool IsFalse(string property) =>
        _options.GlobalOptions.TryGetValue("build_property." + property, out var text) && string.Equals(text, "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>What was read of a file: its members, what was found outside them, what is reported, and what nobody reports who looks at objects.</summary>
    private sealed record FileReading(
        Dictionary<(ManifestMember Member, string? Environment), MemberReading> Members, List<string> Elsewhere, List<(Finding Finding, Location Place)> Reported, List<(Finding Finding, Location Place)> Lost);
}
