using K8sSharpManifests.Core;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Emission;

/// <summary>Takes the objects from the constants, without running the members.</summary>
internal static class ConstantReader
{
    public static void Read(AssemblyCatalog catalog, ObjectSet set, FindingList findings)
    {
        if (catalog is { Entries.Count: > 0, HasAllFiles: false })
        {
            findings.Error(
                EmissionRule.NotProved,
                $"ManifestEmit=static cannot emit what this project gives: {Proof.CodeUnseen}. Put the manifests into a project of their own, with DebugType portable or embedded");
            return;
        }

        foreach (var entry in catalog.Entries)
        {
            if (catalog.Yaml(entry) is not { } yaml)
            {
                findings.ErrorAt(EmissionRule.NotProved, entry, $"cannot be emitted without running it: {Proof.Reason(entry)}");
                continue;
            }

            var read = TreeReader.Read(yaml, entry.Member, new() { KeepsNumbers = true });
            foreach (var problem in read.Problems)
            {
                findings.ErrorAt(EmissionRule.NotProved, entry, $"has YAML as a constant that cannot be read: {problem.Message}");
            }

            var index = 0;
            foreach (var root in read.Roots.OfType<Mapping>())
            {
                set.Add(entry, index, PatchedFields.Mark(Typing.Object(root), entry.Patched, index));
                index++;
            }

            foreach (var external in entry.External)
            {
                set.Add(entry, external);
            }
        }
    }
}
