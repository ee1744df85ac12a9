using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using k8s.Models;
using K8sSharpManifests.CodeFixes;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>Runs the analyzer and the code fixes over C# as a user's project has it. Findings are marked in the source, <c>{|K8S106:like this|}</c>.</summary>
internal static class Verify
{
    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using k8s;
        global using k8s.Models;
        global using K8sSharpManifests;
        """;

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>The same objects for all tests: what is bound of the DSL is then shared, as in an editor.</summary>
    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(V1Pod).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Fluent).Assembly.Location),
    ];

    /// <summary>A class with one member a text.</summary>
    public static string Shop(params string[] members) => "public static class Shop\n{\n" + string.Join("\n\n", members) + "\n}\n";

    public static Task Findings(params string[] files) => Findings(null, files);

    public static async Task Findings(string? editorConfig, string[] files, params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<ManifestAnalyzer, DefaultVerifier>();
        Prepare(test, editorConfig, files);
        test.ExpectedDiagnostics.AddRange(expected);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    public static Task Fix(string before, string after, string? title = null) => Fix([before], [after], title);

    /// <summary>Applies the first fix of each finding, or the one of an index, one after the other, and then all at once, and expects the same.</summary>
    public static async Task Fix(string[] before, string[] after, string? title = null, string usings = GlobalUsings, bool isSafe = true, int index = 0)
    {
        var test = new CSharpCodeFixTest<ManifestAnalyzer, ManifestCodeFixProvider, DefaultVerifier>();
        Prepare(test, null, before, usings);
        AddFiles(test.FixedState, after, usings);

        // What cannot be fixed stays, and is marked in the fixed source, too.
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.CodeActionIndex = index;
        if (title is not null)
        {
            test.CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title);
        }

        if (!isSafe)
        {
            // Fix All leaves it alone.
            AddFiles(test.BatchFixedState, before, usings);
            test.BatchFixedState.MarkupHandling = MarkupMode.Allow;
            test.NumberOfFixAllIterations = 0;
        }

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Applies the first fix of the findings of one rule, while all others are silent.</summary>
    public static async Task FixOf(string id, string before, string after, bool isSafe, string? editorConfig = null)
    {
        var test = new CSharpCodeFixTest<ManifestAnalyzer, ManifestCodeFixProvider, DefaultVerifier>();
        Prepare(test, editorConfig, [before]);
        test.DisabledDiagnostics.Clear();
        test.DisabledDiagnostics.AddRange(RuleCatalog.All.Select(rule => rule.Id).Where(other => other != id));
        AddFiles(test.FixedState, [after], GlobalUsings);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        if (!isSafe)
        {
            AddFiles(test.BatchFixedState, [before], GlobalUsings);
            test.BatchFixedState.MarkupHandling = MarkupMode.Allow;
            test.NumberOfFixAllIterations = 0;
        }

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The findings are there, and nothing is offered.</summary>
    public static Task NoFix(params string[] files) => Fix(files, files);

    public static void Prepare(AnalyzerTest<DefaultVerifier> test, string? editorConfig, string[] files, string usings = GlobalUsings)
    {
        test.ReferenceAssemblies = new("net10.0");
        test.CompilerDiagnostics = CompilerDiagnostics.Errors;
        test.TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck;

        // One of them is off where nobody turns it on. The others find fault with what many of these tests have for good: "Never", and the fix of a stale tag.
        test.DisabledDiagnostics.AddRange(["K8S108", "K8S110", "K8S121"]);

        // Most have parts of objects that no API server takes as they stand: a test names the rules of validity that it is about.
        test.DisabledDiagnostics.AddRange(RuleCatalog.All.Where(rule => rule.IsValidity && !files.Any(file => file.Contains(rule.Id, StringComparison.Ordinal))).Select(rule => rule.Id));
        test.TestState.AdditionalReferences.AddRange(References);
        test.SolutionTransforms.Add((solution, id) => solution.WithProjectParseOptions(id, ParseOptions));
        AddFiles(test.TestState, files, usings);
        if (editorConfig is not null)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + editorConfig));
        }
    }

    private static void AddFiles(SolutionState state, string[] files, string usings)
    {
        for (var i = 0; i < files.Length; i++)
        {
            state.Sources.Add(($"/0/Test{i}.cs", files[i]));
        }

        state.Sources.Add(("/0/Usings.cs", usings));
    }
}
