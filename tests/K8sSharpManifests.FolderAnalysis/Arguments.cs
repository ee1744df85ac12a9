using System.Globalization;

namespace K8sSharpManifests.FolderAnalysis;

/// <summary>What the tool is told.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Variants">How many variants of each file are looked at, in which tokens are missing, doubled or swapped, or the end of the file is.</param>
/// <param name="Seed">What decides the variants.</param>
/// <param name="StopAfter">When to begin no other file; null for never.</param>
public sealed record Arguments(string Folder, int Variants = 0, int Seed = 1, TimeSpan? StopAfter = null)
{
    /// <summary>How to call the tool.</summary>
    public const string Usage = """
        usage: FolderAnalysis FOLDER [--variants N] [--seed N] [--stop-after SECONDS]

        Runs all analyzers, code fixes and generators over the C# files below a folder; nothing has to be restored or built.
        Exit code 0: nothing threw; 1: something threw, or a variant lost a finding that was planted; 2: wrong arguments.
        """;

    /// <summary>Reads the command line.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="problem">What is wrong with it; null for nothing.</param>
    /// <returns>The arguments; null where something is wrong.</returns>
    public static Arguments? Parse(IReadOnlyList<string> line, out string? problem)
    {
        problem = null;
        Arguments? arguments = null;
        for (var i = 0; i < line.Count; i++)
        {
            if (!line[i].StartsWith("--", StringComparison.Ordinal) && arguments is null)
            {
                arguments = new(Path.GetFullPath(line[i]));
                continue;
            }

            if (i + 1 == line.Count || !int.TryParse(line[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || arguments is null)
            {
                problem = arguments is null ? "The folder comes first." : $"'{line[i]}' takes a number.";
                return null;
            }

            switch (line[i++])
            {
                case "--variants":
                    arguments = arguments with { Variants = number };
                    break;
                case "--seed":
                    arguments = arguments with { Seed = number };
                    break;
                case "--stop-after":
                    arguments = arguments with { StopAfter = TimeSpan.FromSeconds(number) };
                    break;
                default:
                    problem = $"There is no option '{line[i - 1]}'.";
                    return null;
            }
        }

        problem = arguments is null ? "Which folder?" : Directory.Exists(arguments.Folder) ? null : $"There is no folder '{arguments.Folder}'.";
        return problem is null ? arguments : null;
    }
}
