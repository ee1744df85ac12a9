using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Emission;

/// <summary>What a run has to say.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Severity">What it weighs.</param>
/// <param name="File">The file, relative to the project's folder or absolute; null for the project itself.</param>
/// <param name="Place">The place in the file.</param>
/// <param name="Text">What it says.</param>
internal sealed record EmissionFinding(string Id, Severity Severity, string? File, SourcePlace Place, string Text);
