using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.FolderAnalysis;

/// <summary>What the tool has seen.</summary>
public sealed class Report
{
    /// <summary>What threw, and over which file: what would be AD0001 in a build, CS8785 for a generator.</summary>
    public List<string> Thrown { get; } = [];

    /// <summary>The findings, in MSBuild's form.</summary>
    public List<(string Id, string Text)> Findings { get; } = [];

    /// <summary>How long each file took: the compiler's own semantic diagnostics, and all analyzers.</summary>
    public List<(string File, TimeSpan Compiler, TimeSpan Analyzers)> Times { get; } = [];

    /// <summary>Lines of the files that were looked at.</summary>
    public int Lines { get; set; }

    /// <summary>How many variants were looked at.</summary>
    public int Variants { get; set; }

    /// <summary>How many fixes were applied.</summary>
    public int Fixes { get; set; }

    /// <summary>Whether the time was up before the last file.</summary>
    public bool IsCutShort { get; set; }

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic finding)
    {
        var place = finding.Location.GetLineSpan();
        Findings.Add((finding.Id, $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {finding.Severity.ToString().ToLowerInvariant()} {finding.Id}: {finding.GetMessage(null)}"));
    }

    /// <summary>Writes it down.</summary>
    public void Write(TextWriter output)
    {
        foreach (var (_, text) in Findings)
        {
            output.WriteLine(text);
        }

        foreach (var thrown in Thrown)
        {
            output.WriteLine($"THROWN {thrown}");
        }

        output.WriteLine();
        output.WriteLine($"{Times.Count} files, {Lines} lines, {Variants} variants, {Fixes} fixes applied{(IsCutShort ? "; the time was up before the last file" : "")}");
        output.WriteLine($"{Thrown.Count} threw");
        output.WriteLine(Findings.Count == 0 ? "no findings" : string.Join(", ", Findings.GroupBy(f => f.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {g.Count()}")));
        var compiler = Times.Sum(t => t.Compiler.TotalMilliseconds);
        var analyzers = Times.Sum(t => t.Analyzers.TotalMilliseconds);
        output.WriteLine($"semantic diagnostics of the compiler {compiler:0} ms, analyzers {analyzers:0} ms ({analyzers / Math.Max(compiler, 1):P0}); peak memory {Environment.WorkingSet >> 20} MB");
        foreach (var (file, own, ours) in Times.OrderByDescending(t => t.Analyzers).Take(10))
        {
            output.WriteLine($"{ours.TotalMilliseconds,8:0.0} ms (compiler {own.TotalMilliseconds:0.0} ms) {file}");
        }
    }
}
