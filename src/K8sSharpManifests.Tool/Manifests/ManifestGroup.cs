using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Tool.Manifests;

/// <summary>Objects that are applied together: a pod is pulled for with the secrets that are among them.</summary>
/// <param name="Objects">The objects, with their types; those of custom resources too, where their definitions are known.</param>
/// <param name="OptionsOf">The options that hold for an object.</param>
internal sealed record ManifestGroup(IReadOnlyList<Mapping> Objects, Func<Mapping, RuleOptions> OptionsOf)
{
    /// <summary>The environment that the project was built for; empty where there is none.</summary>
    public string Environment { get; init; } = "";

    /// <summary>Whether the lines that objects stand on mean anything to the user.</summary>
    public bool HasLines { get; init; }

    /// <summary>What is known of the objects together; what is not among them may be in the cluster.</summary>
    public ObjectIndex Index { get; } = ObjectIndex.OfPart(Objects, ExternalObjects.None);
}
