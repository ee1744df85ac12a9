using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Generators.CustomResources;

/// <summary>Reads the definitions in a file: several documents, and objects of other kinds among them, are fine.</summary>
internal static class CrdReader
{
    public static CrdFile Read(string file, string text, CancellationToken cancellationToken)
    {
        var documents = TreeReader.ReadObjects(text, file);
        var problems = documents.Problems.Where(p => p.Kind is not (YamlProblemKind.Ignored or YamlProblemKind.Foreign))
            .Select(p => new CrdProblem(CrdProblemKind.Unreadable, CrdPlace.Of(file, p.Span), p.Message)).ToList();
        var (definitions, heads) = (new List<CrdDefinition>(), new List<CrdHead>());
        foreach (var root in documents.Roots.Where(CustomDefinition.IsDefinition))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var faults = Faults(file, root).ToArray();
            problems.AddRange(faults);
            if (CustomDefinition.Read(root) is not { } definition)
            {
                if (faults.Length == 0)
                {
                    problems.Add(Reason(file, (Mapping)root));
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
        select new CrdProblem(CrdProblemKind.Unreadable, CrdPlace.Of(file, finding.At), $"{finding.Info.Id}: {finding.Message}");

    // Why there is nothing to make types of, where the API server has nothing to say.
    private static CrdProblem Reason(string file, Mapping root)
    {
        if (root["apiVersion"] is var apiVersion && !apiVersion.Is(CustomDefinition.DefinitionApiVersion).IsTrue)
        {
            var gone = apiVersion.Is("apiextensions.k8s.io/v1beta1").IsTrue ? "is not served since Kubernetes 1.22" : "is no version of it";
            return new(CrdProblemKind.Unreadable, CrdPlace.Of(file, apiVersion), $"{apiVersion.Text()} {gone}: write the definition as {CustomDefinition.DefinitionApiVersion}");
        }

        return root["spec"] is Mapping spec && spec["versions"] is Sequence { Count: > 0 } versions && versions.Items.All(v => v is Mapping version && version["served"] is Scalar { Kind: ScalarKind.Boolean, Text: "false" })
            ? new(CrdProblemKind.Unserved, CrdPlace.Of(file, ((Mapping)versions.Items[0])["served"]), "no version of it is served, so that there are no types of it")
            : new(CrdProblemKind.Unreadable, CrdPlace.Of(file, root), "it says no group, kind or version with a schema, so that there is nothing to make types of");
    }

    private static Node Kind(CustomDefinition definition) => ((Mapping)((Mapping)definition.Node["spec"])["names"])["kind"];
}
