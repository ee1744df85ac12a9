using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission;

/// <summary>
/// One run for one environment: the catalog's members → objects → documents → files. Each step is done for all environments before the next one is done for any: nothing is written before all
/// of them are known to be good.
/// </summary>
internal sealed class ManifestEmission
{
    private readonly EmissionOptions _options;
    private readonly IEmissionObserver? _observer;
    private readonly AssemblyCatalog _catalog;
    private readonly FindingList _findings;
    private readonly ManifestContext _context;
    private readonly Rendering _rendering;
    private readonly ObjectSet _set;
    private readonly YamlInputs _inputs;
    private readonly PinnedImages _pinned;
    private Review? _review;

    /// <summary>Prepares a run.</summary>
    /// <param name="options">What the run is told.</param>
    /// <param name="catalog">The assembly's catalog.</param>
    /// <param name="observer">Who follows it; null where nobody does.</param>
    public ManifestEmission(EmissionOptions options, AssemblyCatalog catalog, IEmissionObserver? observer = null)
    {
        _options = options;
        _observer = observer;
        _catalog = catalog.For(options.Environment);
        _findings = new(options, observer);
        _context = new(options.Environment, options.Values, options.ManifestFiles ?? catalog.ManifestFiles, catalog.ContainerImages, options.Secrets);
        _rendering = new(options.HasHeader);
        _set = new(_findings, _rendering, options.KeepsObjects);
        _inputs = new(options, catalog.FileOptions, _findings);
        _pinned = new(options, catalog.ContainerImages, _findings);
    }

    /// <summary>Whether an error was found.</summary>
    public bool HasErrors => _findings.HasErrors;

    /// <summary>Runs the members. What the user's code throws is a finding; other exceptions are our own.</summary>
    public void Collect()
    {
        _observer?.For("");
        foreach (var problem in _options.ReportsConfiguration ? _catalog.Problems : [])
        {
            _findings.Problem(problem);
        }

        _observer?.For(_options.Environment);
        if (_options.Definitions.Count + _options.IncludedFiles.Count > 0)
        {
            _inputs.Read();
        }

        CollectObjects();
        foreach (var included in _inputs.Objects)
        {
            _set.Add(included);
        }
    }

    /// <summary>Makes files of the objects and judges them.</summary>
    /// <returns>All that came of it, and above all the findings.</returns>
    public EmissionResult Judge()
    {
        _observer?.For(_options.Environment);
        _rendering.Finish();
        _findings.Secrets.Mark(_set.Objects);

        // What was proved is what the members give, so that is compared as it came.
        _pinned.Read();
        var objects = _pinned.Apply(Typed(_set.Objects, _inputs.Definitions));
        var files = _options.Layout.Files(objects, _findings);
        var result = new EmissionResult(_options, _catalog, _findings.Findings, objects, files, _context.Inputs);
        if (_findings.HasErrors)
        {
            return result;
        }

        // Where an object is missing, the rules would miss it too.
        _review = new(_findings, _options.RuleOptions, _pinned.Lock);
        _review.Run(objects, _set.External);
        var proved = _options.DifferencesFolder is { } folder ? new Proof(_catalog, _set, _findings, folder).Run() : 0;
        return result with { IsJudged = true, Proved = proved };
    }

    /// <summary>Looks at the output folder: finds out what there is to write, or compares.</summary>
    /// <param name="result">What was judged.</param>
    /// <param name="output">The folder.</param>
    /// <returns>What there is to write, which is nothing where the folder is compared; null where there were errors.</returns>
    public PlannedOutput? Plan(EmissionResult result, string output)
    {
        _observer?.For(_options.Environment);
        return Tried(output, () =>
        {
            var folder = new OutputFolder(output, _options.Project, _options.Framework, _options.Frameworks) { Environment = _options.OutputEnvironment };
            if (folder.Conflict(result.Files) is { } conflict)
            {
                _findings.Error(EmissionRule.CannotWrite, conflict);
                return null;
            }

            foreach (var orphan in folder.Orphans)
            {
                _findings.Warning(EmissionRule.CannotWrite, folder.At(orphan.Name), orphan.Orphaned);
            }

            if (_options.IsVerify)
            {
                OutputVerifier.Verify(folder, result.Files, _options.HasHeader, _findings);
                return new(folder, IsNothing: false, [], []);
            }

            return OutputWriter.Plan(folder, result.Files, _options.HasHeader, MayReplace);

            bool MayReplace(IReadOnlyList<ManifestFile> changed)
            {
                _review!.Compare(PreviousOutput.Objects(folder, changed));
                return !_findings.HasErrors;
            }
        });
    }

    /// <summary>Writes the output folder, or leaves it alone where it was compared.</summary>
    /// <param name="plan">What there is to write.</param>
    /// <returns>What became of the folder; null where there were errors.</returns>
    public Delivery? Write(PlannedOutput plan)
    {
        _observer?.For(_options.Environment);
        return _findings.HasErrors ? null : Tried(plan.Folder.Path, () =>
        {
            if (!_options.IsVerify)
            {
                OutputWriter.Write(plan);
            }

            return new Delivery(plan.Folder, plan.Content);
        });
    }

    private T? Tried<T>(string output, Func<T?> action)
        where T : class
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _findings.Error(EmissionRule.CannotWrite, $"cannot {(_options.IsVerify ? "compare the manifests with" : "write the manifests to")} '{output}': {e.Message}");
            return null;
        }
    }

    /// <summary>Tells which entries of the image lock nothing uses.</summary>
    /// <param name="objects">All objects that the project can give, whatever it is built for.</param>
    public void ReportUnusedImages(IEnumerable<EmittedObject> objects) => _pinned.ReportUnused(objects);

    // A member that makes a definition defines what others make.
    private static IReadOnlyList<EmittedObject> Typed(IReadOnlyList<EmittedObject> objects, IReadOnlyList<CustomDefinition> given)
    {
        CustomDefinition[] definitions = [.. given, .. objects.Select(o => CustomDefinition.Read(o.Root)).OfType<CustomDefinition>()];
        var schema = ApiSchema.Kubernetes.With(definitions);
        return definitions.Length == 0 ? objects : [.. objects.Select(o => o.Root.Type is null ? o with { Root = Typing.Object(o.Root, schema) } : o)];
    }

    private void CollectObjects()
    {
        if (_options.IsStatic)
        {
            ConstantReader.Read(_catalog, _set, _findings);
        }
        else if (_options.Obstacle is null)
        {
            RunMembers();
        }
        else if (_catalog.Entries.Count > 0)
        {
            _findings.Error(EmissionRule.CannotWrite, _options.Obstacle);
        }
    }

    // Apart, so that nothing of the user's is loaded where nothing of it shall run.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunMembers() => EntryRunner.Run(
        () => _options.Assembly ?? AssemblyLoadContext.Default.LoadFromAssemblyPath(_options.AssemblyPath), _catalog, _context, _findings, _observer, _set.Add, _options.OwnsProcess);
}
