using K8sSharpManifests.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Analysis;

/// <summary>The catalog: made once, and again after an edit in a file that has no [Manifest] member, in the build and in an editor, which leaves the output out.</summary>
internal sealed class Generating(UserProject project)
{
    private readonly Editing _editing = new(project, "Conventions", "grpc");

    /// <summary>Prints the medians in milliseconds.</summary>
    public void Run(int rounds)
    {
        var build = Driver(IncrementalGeneratorOutputKind.None);
        var editor = Driver(IncrementalGeneratorOutputKind.Implementation);
        var medians = Measuring.Medians(2, rounds, () => First(IncrementalGeneratorOutputKind.None), () => First(IncrementalGeneratorOutputKind.Implementation), () => Again(build), () => Again(editor));
        string[] names = ["first, build", "first, editor", "after an edit, build", "after an edit, editor"];
        foreach (var (name, median) in names.Zip(medians))
        {
            Measuring.Print("generator", name, median.TotalMilliseconds);
        }
    }

    /// <summary>Makes it over and over, for a profiler.</summary>
    public TimeSpan First(IncrementalGeneratorOutputKind disabled)
    {
        var compilation = project.Compile();
        compilation.GetDeclarationDiagnostics();
        return Measuring.Time(() => New(disabled).RunGenerators(compilation));
    }

    private TimeSpan Again(GeneratorDriver driver)
    {
        var (compilation, _) = _editing.Edit();
        return Measuring.Time(() => driver.RunGenerators(compilation));
    }

    private GeneratorDriver Driver(IncrementalGeneratorOutputKind disabled) => New(disabled).RunGenerators(project.Compile());

    private CSharpGeneratorDriver New(IncrementalGeneratorOutputKind disabled) => CSharpGeneratorDriver.Create(
        [new ManifestCatalogGenerator().AsSourceGenerator()], [], project.ParseOptions, project.Configuration, new GeneratorDriverOptions(disabled));
}
