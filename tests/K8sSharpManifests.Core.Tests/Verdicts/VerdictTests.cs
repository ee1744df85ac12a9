using System.Globalization;
using K8sSharpManifests.Core.Tests.Rules;

namespace K8sSharpManifests.Core.Tests.Verdicts;

/// <summary>
/// What a real kube-apiserver says of some ten thousand objects, the rules say as well. The objects are no part of the repository: they are used where the folder "shared" beside it
/// holds them.
/// </summary>
public sealed class VerdictTests
{
    private const double LeastFound = 0.995;
    private const double LeastFoundThere = 0.97;

    private static readonly Lazy<IReadOnlyList<ServerVerdict>> All = new(() => [.. File.ReadLines(ServerVerdict.Objects).Select(ServerVerdict.Read)]);

    private static IReadOnlyList<ServerVerdict> Verdicts
    {
        get
        {
            Assert.SkipUnless(File.Exists(ServerVerdict.Objects), "The server's verdicts are not on this machine: no folder shared beside the repository holds any.");
            return All.Value;
        }
    }

    private static ServerVerdict[] Rejected => [.. Verdicts.Where(verdict => !verdict.IsAccepted)];

    [Fact]
    public void AcceptedObject_HasNoError() =>
        Assert.Equal("", string.Join('\n', Verdicts.Where(verdict => verdict.IsAccepted && verdict.IsFound).Select(verdict => $"{verdict.Name} | {string.Join(" ; ", verdict.Findings)}")));

    [Fact]
    public void RejectedObject_HasAnError()
    {
        Assert.InRange(Rejected.Count(verdict => verdict.IsFound), LeastFound * Rejected.Length, Rejected.Length);
        Assert.Equal(VerdictExceptions.Missed.Keys.Order(StringComparer.Ordinal), Rejected.Where(verdict => !verdict.IsFound).Select(verdict => verdict.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void RejectedObject_HasAnErrorWhereTheServerSeesIt() =>
        Assert.InRange(Rejected.Count(verdict => verdict.IsFoundThere), LeastFoundThere * Rejected.Length, Rejected.Length);

    [Fact]
    public void Page_SaysWhatWasMeasured()
    {
        var rows = Verdicts.GroupBy(verdict => verdict.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => Row(kind.Key, [.. kind]));
        Snapshot.OfPart("docs/validity.md", "verdicts", "| kind | accepted | false alarms | rejected | found | at the same field |\n|---|---:|---:|---:|---:|---:|\n"
            + string.Concat(rows) + Row("**all**", Verdicts));
        Snapshot.OfPart("docs/validity.md", "exceptions", "| object | why it is not found |\n|---|---|\n"
            + string.Concat(VerdictExceptions.Missed.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"| `{e.Key}` | {e.Value} |\n")));
    }

    private static string Row(string name, IReadOnlyList<ServerVerdict> verdicts)
    {
        var accepted = verdicts.Where(verdict => verdict.IsAccepted).ToArray();
        var rejected = verdicts.Where(verdict => !verdict.IsAccepted).ToArray();
        int[] counts = [accepted.Length, accepted.Count(verdict => verdict.IsFound), rejected.Length, rejected.Count(verdict => verdict.IsFound), rejected.Count(verdict => verdict.IsFoundThere)];
        return $"| {name} | {string.Join(" | ", counts.Select(count => count.ToString("N0", CultureInfo.InvariantCulture)))} |\n";
    }
}
