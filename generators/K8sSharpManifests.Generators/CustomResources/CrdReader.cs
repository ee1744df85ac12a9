using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Generators.CustomResources;

/// <summary>Reads the definitions in a file: several documents, and objects of other kinds among them, are fine.</summary>
internal static class CrdReader
{
    public static CrdFile Read(string file, string text, CancellationToken cancellationToken)
    {
        var documents = TreeReader.ReadObjects(text, file);
        var problems = documents.Problems.Where(p => p.Kind is not (YamlProblemKind.Ignored or YamlProblemKind.Foreign))
            .Select(p => new CrdProblem(false, CrdPlace.Of(file, p.Span), p.Message)).ToList();
        var (definitions, heads) = (new List<CrdDefinition>(), new List<CrdHead>());
        foreach (var root in documents.Roots.Where(CustomDefinition.IsDefinition))
        {
            cancellationToken.ThrowIfCancellationRequested();
            problems.AddRange(Faults(file, root));
            if (CustomDefinition.Read(root) is not { } definition)
            {
                if (!problems.Exists(p => p.Place.Line >= CrdPlace.Of(file, root).Line))
                {
                    problems.Add(new(false, CrdPlace.Of(file, root), "it says no group, kind or served version with a schema, so that there is nothing to make types of"));
                }

                continue;
            }

            var key = FormattableString.Invariant($"{file}#{definitions.Count}");
            definitions.Add(new(key, definition));
            heads.Add(new(
                key, definition.Group, definition.Kind, new(definition.Versions.Select(v => v.Name)), definition.Versions.FirstOrDefault(v => v.IsStored)?.Name ?? "", CrdPlace.Of(file, Kind(definition))));
        }

        return new(new(definitions), new(heads), new(problems));
    }

    // What the API server would say of it. A file's own options are those of its C#, and a definition has none.
    private static IEnumerable<CrdProblem> Faults(string file, Node root) =>
        from finding in Judge.Run(root, new())
        where finding.Info.Severity == Severity.Error
        select new CrdProblem(false, CrdPlace.Of(file, finding.At), $"{finding.Info.Id}: {finding.Message}");

    private static Node Kind(CustomDefinition definition) => ((Mapping)((Mapping)definition.Node["spec"])["names"])["kind"];
}
