using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission;

/// <summary>
/// A run for all environments that a build emits, or for the one that has no name. Each has its objects, findings and folder; where anything is wrong in any of them, nothing is written for any.
/// </summary>
/// <param name="environments">What the run is told for each environment.</param>
/// <param name="observer">Who follows it; null where nobody does.</param>
internal sealed class EnvironmentRun(IReadOnlyList<EmissionOptions> environments, IEmissionObserver? observer = null)
{
    // What is found in the project and not in what its members give.
    private readonly FindingList _findings = new(environments[0], observer);

    /// <summary>Reads the assembly's catalog, and emits what is in it.</summary>
    /// <returns>What came of each environment.</returns>
    public IReadOnlyList<EmissionResult> Run()
    {
        observer?.Runs(null);
        var catalog = AssemblyCatalog.Read(environments[0].AssemblyPath);

        // All contexts come before any member can have set what they keep.
        List<ManifestEmission> emissions = [.. environments.Select(options => new ManifestEmission(options, catalog, observer))];
        foreach (var emission in emissions)
        {
            emission.Collect();
        }

        observer?.HasRun();
        List<EmissionResult> results = emissions.ConvertAll(emission => emission.Judge());
        if (emissions.Exists(emission => emission.HasErrors))
        {
            return results;
        }

        observer?.For("");
        ReportValues(results);
        if (results.TrueForAll(IsAlwaysTheSame))
        {
            emissions[0].ReportUnusedImages(results.SelectMany(result => result.Objects));
        }

        return environments[0].Output is null || _findings.HasErrors ? results : Deliver(emissions, results);
    }

    private IReadOnlyList<EmissionResult> Deliver(List<ManifestEmission> emissions, List<EmissionResult> results)
    {
        try
        {
            var lockFile = environments[0].IsVerify ? null : environments[0].LockFile;
            using var turn = lockFile is null ? null : OutputLock.Wait(lockFile);
            ReportFolders();
            if (Path.TrimEndingDirectorySeparator(environments[0].OutputRoot) is var root && File.Exists(root))
            {
                _findings.Error(EmissionRule.CannotWrite, $"cannot write the manifests to '{root}': it is a file; ManifestOutputPath is a folder's");
                return results;
            }

            var plans = emissions.Zip(results, (emission, result) => emission.Plan(result, result.Options.Output!)).ToList();
            ReportWorkTree(plans);
            if (environments[0].IsRehearsal || _findings.HasErrors || emissions.Exists(emission => emission.HasErrors))
            {
                return results;
            }

            return [.. results.Select((result, i) => result with { Delivery = emissions[i].Write(plans[i]!) })];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _findings.Error(EmissionRule.CannotWrite, $"cannot write the manifests to '{environments[0].OutputRoot}': {e.Message}");
            return results;
        }
    }

    // A folder of an environment that is no more would be applied as before. It may be committed, or in use: whoever has removed the environment knows what becomes of it.
    private void ReportFolders()
    {
        var (options, named) = (environments[0], environments[0].Environments);
        foreach (var list in OutputList.OfEnvironments(options.OutputRoot, options.Project).Where(list => !named.Contains(list.Environment)))
        {
            _findings.Warning(EmissionRule.CannotWrite, list.Path, $"lists manifests of the environment '{list.Environment}', which is none of the project's ManifestEnvironments: delete the folder, or nobody keeps it up to date");
        }

        if (named.Count > 0 && new OutputFolder(options.OutputRoot, options.Project, options.Framework, options.Frameworks) is { Own.IsEmpty: false } before)
        {
            _findings.Warning(
                EmissionRule.CannotWrite, before.At(before.Own.Name), "lists manifests from before the project had ManifestEnvironments, each of which has a folder now: delete them and this list, or nobody keeps them up to date");
        }
    }

    // Before they are written: where the project wants an error of it, they are not.
    private void ReportWorkTree(IEnumerable<PlannedOutput?> plans)
    {
        string[] secret = [.. plans.OfType<PlannedOutput>().SelectMany(plan => plan.Content.Where(file => file.HoldsSecret).Select(file => plan.Folder.At(file.Path)))];
        if (secret.Length == 0 || WorkTree.NotIgnored(secret) is not ({ Count: > 0 } files, var isAsked))
        {
            return;
        }

        var options = environments[0];
        var folder = options.NameOf(Path.TrimEndingDirectorySeparator(options.OutputRoot));
        var wayOut = Path.IsPathFullyQualified(folder) ? $"put a .gitignore with the line '*' into '{folder}'" : $"add the line '/{folder}/' to a .gitignore beside the project";
        _findings.Warning(
            EmissionRule.SecretInWorkTree,
            $"'{options.NameOf(files[0])}'{(files.Count switch { 1 => " holds", 2 => " and 1 more file hold", _ => $" and {files.Count - 1} more files hold" })} secrets, in a git work tree "
            + $"{(isAsked ? "that does not ignore " + (files.Count > 1 ? "them" : "it") : "of which git does not say what it ignores (run 'git status' there to see why)")}: "
            + $"{wayOut} ('git rm --cached' what is committed), or have ManifestOutputPath lead to a folder that is ignored");
    }

    private bool HasAllEnvironments => environments[0].Environments.Count > 0 && environments[0].Environments.Count == environments.Count;

    // Whatever the build is told: what a project gives for another environment, variable or value nobody sees here.
    private bool IsAlwaysTheSame(EmissionResult result) => result.Options is { IsStatic: true, Environments.Count: 0 }
        || (!result.Options.Secrets.IsAsked && result.Catalog.HasAllFiles && result.Catalog.Entries.All(entry => entry.IsRepeatable) && result.Inputs is { Variables.Count: 0, ReadValues.Count: 0 }
            && (result.Options.Environments.Count == 0 ? !result.Inputs.IsEnvironmentRead : HasAllEnvironments));

    private void ReportValues(IReadOnlyList<EmissionResult> results)
    {
        var options = environments[0];
        if (options.IsStatic || results.All(result => result.Catalog.Entries.Count == 0))
        {
            return;
        }

        var read = results.SelectMany(result => result.Inputs.ReadValues).ToHashSet(StringComparer.Ordinal);
        string[] unread = [.. options.OwnValues.Where(name => !read.Contains(name))];

        // Where not all environments are made, one of the others may read it.
        HashSet<string> texts = unread.Length == 0 || HasAllEnvironments ? [] : [.. AssemblyCatalog.Texts(options.AssemblyPath)];
        foreach (var name in unread.Where(name => !texts.Contains(name)))
        {
            var near = Spelling.Nearest(name, [.. read]) is { } other ? $"; did you mean '{other}'?" : "";
            _findings.Warning(EmissionRule.ValueUnread, $"The value '{name}' is given, and no [Manifest] member reads it{near}");
        }
    }
}
