using System.Reflection;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Each line of docs/static-evaluation.md has examples, and each example gives what the page says, and what the code gives when it runs.</summary>
public class UnderstandingTests
{
    private static readonly Lazy<IReadOnlyList<(EvaluationRoot Root, Node Tree)>> Roots = new(() =>
    {
        Assert.DoesNotContain(Cases.Compilations.SelectMany(c => c.GetDiagnostics()), d => d.Severity == DiagnosticSeverity.Error);
        return [.. Cases.Compilations.SelectMany(c => Evaluate.Roots(c)).Where(r => r.Root.IsFinished)];
    });

    private static readonly Lazy<IReadOnlyList<Assembly>> Programs = new(() => [.. Cases.Compilations.Select(Running.Load)]);

    public static IEnumerable<TheoryDataRow<int>> Examples =>
        Cases.All.Select((example, index) => new TheoryDataRow<int>(index) { TestDisplayName = $"{example.Name}: {example.Code}" });

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_IsKnownAsFarAsThePageSays(int index)
    {
        var example = Cases.All[index];

        Assert.Equal(example.Expected, Dump.Of(example.Find(Roots.Value[index].Tree)));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_AgreesWithItsObject(int index)
    {
        if (Cases.All[index].Throws)
        {
            Assert.Throws<TargetInvocationException>(() => Running.Read(Programs.Value[Cases.CompilationOf(index)], Roots.Value[index].Root));
            return;
        }

        var actual = Running.Read(Programs.Value[Cases.CompilationOf(index)], Roots.Value[index].Root);
        var agreement = new Agreement();
        agreement.Compare(Roots.Value[index].Tree, actual);

        Assert.Empty(agreement.Differences);
        Assert.Empty(VerdictAgreement.Differences(Roots.Value[index].Tree, actual, out _));
    }

    [Fact]
    public void LinesOfThePage_AreTheNamesOfTests() =>
        Assert.Equal(Cases.All.Select(c => c.Name).Concat(Page.Tested).Distinct().Order(StringComparer.Ordinal), Page.Lines.Order(StringComparer.Ordinal));

    [Fact]
    [Trait(Page.Line, "helpers in other files")]
    public void HelperInAnotherFile_IsInlined() => Assert.Equal(
        "{image: \"a:1\"}",
        Dump.Of(Evaluate.Finished(
            Code.Manifest("V1Container", "Helpers.Make(\"a\")"), """static class Helpers { public static V1Container Make(string name) => new() { Image = name + ":1" }; }""")));

    [Theory]
    [Trait(Page.Line, "code with errors")]
    [InlineData("new V1Container().WithImage(missing)", "?")]
    [InlineData("new V1Container().WithImage(", "?")]
    [InlineData("missing.WithImage(\"a\")", "?")]
    [InlineData("new Missing().WithImage(\"a\")", "?")]
    public void IncompleteCode_IsUnknown(string expression, string expected) =>
        Assert.Equal(expected, string.Concat(Evaluate.Roots(Code.Compile(Code.Manifest("V1Container", expression))).Select(r => Dump.Of(r.Tree))));
}
