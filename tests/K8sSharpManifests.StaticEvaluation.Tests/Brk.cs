#pragma warning disable
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using K8sSharpManifests.Core;
using K8sSharpManifests.StaticEvaluation.Tests.Proofs;

namespace K8sSharpManifests.StaticEvaluation.Tests;

public class BrkTests
{
    [Fact]
    public void Go()
    {
        foreach (var file in Environment.GetEnvironmentVariable("BRK")!.Split(','))
        {
            var outText = new StringBuilder();
            var programs = Parse(File.ReadAllText(file));
            var bad = new HashSet<string>();
            for (var round = 0; round < 4; round++)
            {
                var g = new ProofGroup("brk", programs);
                var errs = g.Errors;
                if (errs.Count == 0) break;
                foreach (var e in errs) { outText.AppendLine("ERR " + e); }
                var names = programs.Where(p => errs.Any(e => e.StartsWith(p.Name + ": ", StringComparison.Ordinal))).Select(p => p.Name).ToHashSet();
                programs = [.. programs.Where(p => !names.Contains(p.Name))];
            }
            var group = new ProofGroup("brk", programs);
            int known = 0, gaps = 0, wrong = 0;
            for (var i = 0; i < programs.Count; i++)
            {
                var p = programs[i];
                var sw = Stopwatch.StartNew();
                try
                {
                    var members = group.Evaluated(i);
                    var time = sw.ElapsedMilliseconds;
                    if (time > 1500) outText.AppendLine($"SLOW {time} {p.Name}");
                    var text = new StringBuilder();
                    var threw = false;
                    var dump = new StringBuilder();
                    foreach (var (order, list, abroad) in new[] { ("fwd", members, false), ("rev", [.. members.Reverse()], true) })
                    {
                        foreach (var ((root, claimed), actual) in list.Zip(group.Run(list.Select(m => m.Root), abroad)))
                        {
                            threw |= actual is null;
                            if (order == "fwd") dump.AppendLine("    C: " + Dump.Of(claimed) + "\n    R: " + (actual is null ? "THROWS" : Dump.Of(actual)));
                            if (actual is not null)
                            {
                                var agreement = new Agreement();
                                agreement.Compare(claimed, actual);
                                foreach (var difference in agreement.Differences.Concat(VerdictAgreement.Differences(claimed, actual, out _)))
                                    text.AppendLine($"   {order}, line {root.Operation.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line - 3}: {difference}");
                            }
                        }
                    }
                    var gap = members.Any(m => HasGap(m.Tree));
                    if (members.Count == 0) outText.AppendLine("NOMEMBERS " + p.Name);
                    if (text.Length > 0) { wrong++; outText.AppendLine($"WRONG {p.Name}\n{text}{p.Code}\n{dump}"); }
                    else if (gap) { gaps++; outText.AppendLine($"gap {(threw ? "(throws) " : "")}{p.Name}"); }
                    else { known++; outText.AppendLine($"known {(threw ? "(THROWS!) " : "")}{p.Name}"); }
                }
                catch (Exception e)
                {
                    outText.AppendLine($"CRASH {p.Name} {e}\n{p.Code}");
                }
            }
            outText.AppendLine($"TOTAL {programs.Count} known {known} gaps {gaps} wrong {wrong}");
            File.WriteAllText(file + ".out", outText.ToString());
        }
    }

    private static List<ProofProgram> Parse(string text)
    {
        var list = new List<ProofProgram>();
        foreach (var part in Regex.Split(text, "^### ?", RegexOptions.Multiline).Skip(1))
        {
            var nl = part.IndexOf('\n', StringComparison.Ordinal);
            var head = part[..nl].Trim();
            var kind = head[0];
            var name = head[2..] + "#" + list.Count;
            var body = part[(nl + 1)..].Split("\n---\n");
            var members = body.Length > 1 ? body[1] : "";
            list.Add(kind switch
            {
                'B' => ProofProgram.Body(name, body[0], members),
                'P' => ProofProgram.OnPod(name, body[0], members),
                'T' => ProofProgram.Text(name, body[0], members),
                'M' => new(name, body[0]),
                _ => throw new InvalidOperationException(head),
            });
        }
        return list;
    }

    private static bool HasGap(Node node) => node switch
    {
        Mapping mapping => mapping.IsOpen || mapping.Entries.Any(e => HasGap(e.Value)),
        Sequence sequence => sequence.IsOpen || sequence.Items.Any(HasGap),
        Unknown => true,
        _ => false,
    };
}
