using System.Text.RegularExpressions;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>The types that random programs with aliases use. A compilation has only those that its programs name: what is never written there is known of statics, too.</summary>
internal static partial class RandomAliasTypes
{
    private static readonly Dictionary<string, string> Types = $"{Objects}\n\n{Functions}".Split("\n\n").ToDictionary(d => TypeName.Match(d).Groups[1].Value, d => d);

    /// <summary>The declarations that code needs.</summary>
    public static string For(string code)
    {
        var needed = new List<string>();
        var pending = new Queue<string>([code]);
        while (pending.TryDequeue(out var text))
        {
            var words = Word.Matches(text).Select(m => m.Value).ToHashSet();
            foreach (var (name, declaration) in Types)
            {
                // An extension class is named after its one member and an s.
                if (!needed.Contains(name) && (words.Contains(name) || (name.EndsWith('s') && words.Contains(name[..^1]))))
                {
                    needed.Add(name);
                    pending.Enqueue(declaration);
                }
            }
        }

        return string.Join("\n", needed.Select(n => Types[n]));
    }

    [GeneratedRegex(@"(?:class|enum|delegate void|record struct|record|struct|interface) (\w+)")]
    private static partial Regex TypeName { get; }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word { get; }
}
