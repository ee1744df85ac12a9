using K8sSharpManifests.CodeFixes;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.Analyzers.Tests.Fixes;

/// <summary>Writes a fix that a test makes, of an object in what the first [Manifest] member of a file gives, as the code fixes do it: what the verifier refuses is not written.</summary>
internal static class RenderedFix
{
    /// <summary>The file with the fix; null where it is not offered.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">The object's place in the manifest.</param>
    /// <param name="fix">Makes the fix of the object.</param>
    public static Task<string?> Apply(string file, string path, Func<TreePlace, Fix> fix) => Apply(file, path, place => place, fix);

    /// <summary>The file with the fix of a value that is wrong.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">The object's place in the manifest.</param>
    /// <param name="at">The place of the wrong value, from the object's.</param>
    /// <param name="fix">Makes the fix of the object.</param>
    public static async Task<string?> Apply(string file, string path, Func<TreePlace, TreePlace> at, Func<TreePlace, Fix> fix)
    {
        var token = TestContext.Current.CancellationToken;
        var project = FixWorkspace.With(new FixSnippet("", IsOrdinary: true, Mistake.All[0], [file]));
        Assert.Empty(await FixWorkspace.Errors(project));
        var judged = (await JudgedProject.Of(project, token))!;
        var document = project.Documents.Single(d => d.Name == "S0.0.cs");
        var value = judged.Values(document.Id, token).First(v => v.Root.IsMember);
        var subject = Places(new(value.Tree)).Single(place => place.Path == path);
        var made = fix(subject);
        var wrong = at(subject);
        var finding = new Finding(RuleCatalog.All[0], wrong.Node, subject, [], [made]);
        var tree = judged.Tree(document.Id);
        var origin = new[] { wrong.Node }.Concat(subject.Outwards).Select(node => node.Origin).OfType<SourceOrigin>().First(o => o.Location.SourceTree == tree);
        var found = new FoundFinding(finding, value.Root.ReportedAt(finding.At, origin), value.Root);
        var verifier = new FixVerifier(judged, token);
        var texts = new FixRenderer(judged, token).Render(found, made).Select(edits => verifier.Verify([new(found, made, edits)])).FirstOrDefault(t => t is not null);
        return texts?[document.Id].ToString();
    }

    private static IEnumerable<TreePlace> Places(TreePlace place) => place.Node switch
    {
        Mapping mapping => mapping.Entries.SelectMany(entry => Places(place.Child(entry.Key))).Prepend(place),
        Sequence => place.Items.SelectMany(Places).Prepend(place),
        _ => [place],
    };
}
