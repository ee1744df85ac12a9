using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission;

/// <summary>One run: the catalog's members → objects → documents → files. Nothing is written before all of them are known to be good.</summary>
/// <param name="options">What the run is told.</param>
/// <param name="observer">Who follows it; null where nobody does.</param>
internal sealed class ManifestEmission(EmissionOptions options, IEmissionObserver? observer = null)
{
    private readonly FindingList _findings = new(options, observer);

    /// <summary>Reads the assembly's catalog, and emits what is in it.</summary>
    public EmissionResult Run()
    {
        observer?.Runs(null);
        return Run(AssemblyCatalog.Read(options.AssemblyPath));
    }

    /// <summary>Emits what is in a catalog.</summary>
    /// <param name="catalog">The assembly's catalog.</param>
    /// <returns>All that came of it, and above all the findings. What the user's code throws is one of them; other exceptions are our own.</returns>
    public EmissionResult Run(AssemblyCatalog catalog)
    {
        if (options.ReportsConfiguration)
        {
            foreach (var problem in catalog.Problems)
            {
                _findings.Problem(problem);
            }
        }

        var context = new ManifestContext(options.Environment);
        var rendering = new Rendering(options.HasHeader);
        var set = new ObjectSet(_findings, rendering, options.KeepsObjects);
        var inputs = new YamlInputs(options, _findings);
        if (options.Definitions.Count + options.IncludedFiles.Count > 0)
        {
            inputs.Read();
        }

        Collect(catalog, set, context);
        foreach (var included in inputs.Objects)
        {
            set.Add(included);
        }

        observer?.HasRun();
        rendering.Finish();
        var files = options.Layout.Files(set.Objects, _findings);
        var result = new EmissionResult(catalog, _findings.Findings, set.Objects, files, context.Inputs);
        if (_findings.HasErrors)
        {
            return result;
        }

        // Where an object is missing, the rules would miss it too.
        var review = new Review(_findings, options.RuleOptions);
        review.Run(Typed(set.Objects, inputs.Definitions), set.External);
        var proved = options.DifferencesFolder is { } folder ? new Proof(catalog, set, _findings, folder).Run() : 0;
        var delivery = _findings.HasErrors || options.Output is null ? null : Deliver(files, options.Output, review);
        return result with { IsJudged = true, Proved = proved, Delivery = delivery };
    }

    // A member that makes a definition defines what others make.
    private static IReadOnlyList<EmittedObject> Typed(IReadOnlyList<EmittedObject> objects, IReadOnlyList<CustomDefinition> given)
    {
        CustomDefinition[] definitions = [.. given, .. objects.Select(o => CustomDefinition.Read(o.Root)).OfType<CustomDefinition>()];
        var schema = ApiSchema.Kubernetes.With(definitions);
        return definitions.Length == 0 ? objects : [.. objects.Select(o => o.Root.Type is null ? o with { Root = Typing.Object(o.Root, schema) } : o)];
    }

    private void Collect(AssemblyCatalog catalog, ObjectSet set, ManifestContext context)
    {
        if (options.IsStatic)
        {
            ConstantReader.Read(catalog, set, _findings);
        }
        else if (options.Obstacle is null)
        {
            RunMembers(catalog.Entries, set, context);
        }
        else if (catalog.Entries.Count > 0)
        {
            _findings.Error(EmissionRule.CannotWrite, options.Obstacle);
        }
    }

    // Apart, so that nothing of the user's is loaded where nothing of it shall run.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunMembers(IReadOnlyList<CatalogEntry> entries, ObjectSet set, ManifestContext context) => EntryRunner.Run(
        () => options.Assembly ?? AssemblyLoadContext.Default.LoadFromAssemblyPath(options.AssemblyPath), entries, context, _findings, observer, set.Add, options.OwnsProcess);

    private Delivery? Deliver(IReadOnlyList<ManifestFile> files, string output, Review review)
    {
        try
        {
            using var turn = options.IsVerify || options.LockFile is null ? null : OutputLock.Wait(options.LockFile);
            var folder = new OutputFolder(output, options.Project, options.Framework, options.Frameworks);
            if (folder.Conflict(files) is { } conflict)
            {
                _findings.Error(EmissionRule.CannotWrite, conflict);
                return null;
            }

            foreach (var orphan in folder.Orphans)
            {
                _findings.Warning(EmissionRule.CannotWrite, folder.At(orphan.Name), orphan.Orphaned);
            }

            if (options.IsVerify)
            {
                OutputVerifier.Verify(folder, files, options.HasHeader, _findings);
                return new(folder, []);
            }

            return OutputWriter.Write(folder, files, options.HasHeader, MayReplace) is { } written ? new(folder, written) : null;

            bool MayReplace(IReadOnlyList<ManifestFile> changed)
            {
                review.Compare(PreviousOutput.Objects(folder, changed));
                return !_findings.HasErrors;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _findings.Error(EmissionRule.CannotWrite, $"cannot {(options.IsVerify ? "compare the manifests with" : "write the manifests to")} '{output}': {e.Message}");
            return null;
        }
    }
}
