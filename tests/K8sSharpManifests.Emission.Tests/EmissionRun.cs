using k8s;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission.Tests;

/// <summary>The parts of a run, for objects that no assembly gives: options, findings, a folder.</summary>
internal sealed class EmissionRun : IDisposable
{
    /// <summary>Prepares a run.</summary>
    /// <param name="with">Changes the options.</param>
    public EmissionRun(Func<EmissionOptions, EmissionOptions>? with = null)
    {
        var options = new EmissionOptions { AssemblyPath = Path.Combine(Folder, "Acme.dll"), Project = Path.Combine(Folder, "Acme.csproj"), Output = Output };
        Options = with is null ? options : with(options);
        Findings = new(Options, null);
        Rendering = new(Options.HasHeader);
        Objects = new(Findings, Rendering);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory().FullName;

    public string Output => Path.Combine(Folder, "out");

    public EmissionOptions Options { get; }

    public FindingList Findings { get; }

    public Rendering Rendering { get; }

    public ObjectSet Objects { get; }

    /// <summary>Takes objects as if a member had given them.</summary>
    public EmissionRun Emit(CatalogEntry entry, params IKubernetesObject[] objects) => Run([entry], _ => objects);

    /// <summary>Runs members.</summary>
    public EmissionRun Run(CatalogEntry[] entries, params Func<ManifestContext, object?>[] members)
    {
        new EntryRunner(members, new("", null, null, null, Options.Secrets), Findings, null, Objects.Add, ownsProcess: true).Run(entries);
        return this;
    }

    /// <summary>The files that the objects become.</summary>
    public IReadOnlyList<ManifestFile> Files()
    {
        Rendering.Finish();
        return Options.Layout.Files(Objects.Objects, Findings);
    }

    /// <summary>The warnings and errors as a build shows them, with paths relative to the folder, and without the links that they end with.</summary>
    public string[] Lines() => [.. Findings.Findings.Where(f => f.Severity != Severity.Info).Select(Line)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Line(EmissionFinding finding)
    {
        var place = finding.File is null ? "Acme.csproj " : $"{finding.File}({finding.Place.Line},{finding.Place.Column})";
        return $"{place}: {(finding.Severity == Severity.Error ? "error" : "warning")} {finding.Id}: {finding.Text}".Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }
}
