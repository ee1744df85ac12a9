using System.Text;
using K8sSharpManifests.FluentApi.Emit;
using K8sSharpManifests.FluentApi.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.FluentApi;

/// <summary>
/// Writes the fluent API, the classes of constants and the object reader while src/K8sSharpManifests builds. It runs nowhere else, and only in builds: the models are a package of
/// a fixed version, so there is nothing to be incremental about.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class FluentApiGenerator : IIncrementalGenerator
{
    private const string FluentClass = "public static partial class Fluent";
    private const string FactoryClass = "public static partial class K8s";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, Generate);

    private static void Generate(SourceProductionContext context, Compilation compilation)
    {
        if (ModelCatalog.From(compilation, context.CancellationToken) is not { } catalog)
        {
            return;
        }

        var classes = SugarReader.Classes(compilation, context.CancellationToken);
        var emitter = new FluentEmitter(catalog, SugarReader.Methods(compilation, classes, context.CancellationToken));
        var factories = new FactoryEmitter(catalog).Emit(FactoryClass);
        var forwards = emitter.Forwards(FluentClass);

        void Add(string name, string text) => context.AddSource(name, SourceText.From(text, Encoding.UTF8));
        Add("Fluent.Methods.g.cs", emitter.Methods(preview: false));
        Add("PreviewFluent.Methods.g.cs", emitter.Methods(preview: true));
        Add("Fluent.Forwards.g.cs", forwards);
        Add("K8s.Factories.g.cs", factories);
        Add("Enums.g.cs", EnumEmitter.Emit());
        Add("ObjectReader.g.cs", new ReaderEmitter(catalog).Emit());
        Add("Patched.g.cs", PatchedEmitter.Emit(catalog));

        var sources = classes
            .Where(SugarReader.IsEmbedded)
            .Select(c => c.SyntaxTree).Distinct()
            .Select(t => (Name: Path.GetFileName(t.FilePath), Text: t.GetText(context.CancellationToken).ToString()))
            .Append(("Fluent.Forwards.g.cs", forwards))
            .Append(("K8s.Factories.g.cs", factories));
        Add("EmbeddedSources.g.cs", EmbeddedSources.Emit(sources));
    }
}
