using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission.Layouts;

/// <summary>Which files the objects become, and what stands in them. Nothing is written to a disk here.</summary>
internal interface ILayout
{
    /// <summary>What <c>ManifestLayout</c> calls it.</summary>
    string Name { get; }

    /// <summary>The files, in the order in which they should be applied.</summary>
    /// <param name="objects">The objects, rendered, in any order.</param>
    /// <param name="findings">Takes the errors, of objects that YAML cannot hold and of files with one path.</param>
    IReadOnlyList<ManifestFile> Files(IReadOnlyList<EmittedObject> objects, FindingList findings);
}
