using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission;

/// <summary>What came of a run.</summary>
/// <param name="Options">What the run was told.</param>
/// <param name="Catalog">What the compiler had put into the assembly, for the environment.</param>
/// <param name="Findings">All that is to be said, suggestions too, in the order in which it was found.</param>
/// <param name="Objects">The objects, in the order in which the members gave them.</param>
/// <param name="Files">The files that they become, in the order in which they should be applied.</param>
/// <param name="Inputs">What members have read through their ManifestContext.</param>
internal sealed record EmissionResult(
    EmissionOptions Options, AssemblyCatalog Catalog, IReadOnlyList<EmissionFinding> Findings, IReadOnlyList<EmittedObject> Objects, IReadOnlyList<ManifestFile> Files, ManifestInputs Inputs)
{
    /// <summary>Whether an error is among the findings.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>Whether all objects could be made and written as YAML, so that the rules have judged them.</summary>
    public bool IsJudged { get; init; }

    /// <summary>How many of the objects are what was proved.</summary>
    public int Proved { get; init; }

    /// <summary>What became of the output folder; null where it was left alone, because there is none or because of errors.</summary>
    public Delivery? Delivery { get; init; }
}

/// <summary>What became of the output folder.</summary>
/// <param name="Folder">The folder, as it was before.</param>
/// <param name="Written">All files of ours that are there now, changed or not; none where it was only compared.</param>
internal sealed record Delivery(OutputFolder Folder, IReadOnlyList<ManifestFile> Written);
