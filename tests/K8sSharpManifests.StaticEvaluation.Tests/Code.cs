using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using k8s.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Compiles C# as a user's project would: with the DSL, its global usings and the framework.</summary>
internal static class Code
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using k8s;
        global using k8s.Models;
        global using K8sSharpManifests;
        """;

    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    private static readonly SyntaxTree UsingsTree = CSharpSyntaxTree.ParseText(Usings, Options, "Usings.cs");

    /// <summary>The same objects for all tests, as in an editor: what is bound of the DSL is then shared.</summary>
    private static readonly ImmutableArray<MetadataReference> References = Load();

    /// <summary>The checkout that the tests run in.</summary>
    public static string Repository { get; } = Find();

    public static CSharpCompilation Compile(params IEnumerable<string> files) =>
        CompileTrees(files.Select((text, index) => CSharpSyntaxTree.ParseText(text, Options, $"File{index}.cs")));

    public static CSharpCompilation CompileTrees(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Manifests",
        [UsingsTree, .. trees],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A member <c>Value</c> with [Manifest], and whatever stands after it in the class.</summary>
    public static string Manifest(string type, string expression, string more = "") => $$"""
        public static class Shop
        {
            [Manifest]
            public static {{type}} Value => {{expression}};
            {{more}}
        }
        """;

    private static ImmutableArray<MetadataReference> Load() =>
    [
        .. Basic.Reference.Assemblies.Net100.References.All,
        MetadataReference.CreateFromFile(typeof(V1Pod).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Fluent).Assembly.Location),
    ];

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
