using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>A compilation's assembly, until it is disposed of: a million programs shall not stay in memory.</summary>
internal sealed class LoadedManifests : IDisposable
{
    private readonly AssemblyLoadContext _context = new(null, isCollectible: true);

    public LoadedManifests(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success)
        {
            throw new DoesNotCompileException(result.Diagnostics);
        }

        stream.Position = 0;
        Assembly = _context.LoadFromStream(stream);
    }

    public Assembly Assembly { get; }

    public void Dispose() => _context.Unload();
}

/// <summary>Says that code does not compile.</summary>
internal sealed class DoesNotCompileException(IEnumerable<Diagnostic> diagnostics) : Exception(string.Join("\n", diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(10).Select(Text)))
{
    private static string Text(Diagnostic diagnostic)
    {
        var text = diagnostic.Location.SourceTree!.GetText();
        var (start, end) = (diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.End);
        return $"{diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}: {text.ToString(new(Math.Max(0, start - 100), Math.Min(text.Length, end + 60) - Math.Max(0, start - 100)))}";
    }
}
