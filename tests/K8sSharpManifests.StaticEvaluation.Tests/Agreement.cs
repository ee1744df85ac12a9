using K8sSharpManifests.Core;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Compares what the static tree claims with what the objects hold.</summary>
internal sealed class Agreement
{
    private readonly List<string> _differences = [];

    /// <summary>What the static tree says and the objects do not.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>How many leaves the objects have.</summary>
    public int Leaves { get; private set; }

    /// <summary>How many of them the static tree knows.</summary>
    public int Known { get; private set; }

    /// <summary>The places that it does not know.</summary>
    public List<string> Unknown { get; } = [];

    public void Compare(Node claimed, Node actual, string path = "")
    {
        switch (claimed, actual)
        {
            case (Core.Unknown, _):
                AddUnknown(actual, path);
                break;
            case (Mapping, Missing) when !IsThere(claimed):
                break;
            case (Mapping left, Mapping right):
                Mappings(left, right, path);
                break;
            case (Sequence left, Sequence right):
                Sequences(left, right, path);
                break;
            case (Scalar left, Scalar right):
                Leaves++;
                Known++;
                Check(left.Kind == right.Kind && left.Text == right.Text, path, claimed, actual);
                break;
            default:
                Check(false, path, claimed, actual);
                break;
        }
    }

    private void Mappings(Mapping claimed, Mapping actual, string path)
    {
        foreach (var (key, value) in claimed.Entries)
        {
            if (IsThere(value))
            {
                Check(actual[key] is not Missing, $"{path}/{key}", value, actual[key]);
            }
        }

        // What is written depends on it.
        var (left, right) = (claimed.Entries.Where(e => actual[e.Key] is not Missing).Select(e => e.Key), actual.Entries.Where(e => claimed[e.Key] is not Missing).Select(e => e.Key));
        Check(claimed.IsOpen || left.SequenceEqual(right), path + " (order)", claimed, actual);

        foreach (var (key, value) in actual.Entries)
        {
            Check(claimed[key] is not Missing, $"{path}/{key}", claimed[key], value);
            if (claimed[key] is not Missing)
            {
                Compare(claimed[key], value, $"{path}/{key}");
            }
        }
    }

    /// <summary>What is not known may be absent, and so may an object of which nothing else is known.</summary>
    private static bool IsThere(Node node) => node is not Core.Unknown
        && !(node is Mapping { Count: > 0 } mapping && !mapping.Entries.Any(e => IsThere(e.Value)))

        // An item that is not known may be null, which is left out, and so is what is empty then.
        && !(node is Sequence { Count: > 0 } sequence && !sequence.Items.Any(IsThere));

    /// <summary>An open sequence claims that its items are there, in their order; which they are among the others it does not say.</summary>
    private void Sequences(Sequence claimed, Sequence actual, string path)
    {
        if (!claimed.IsOpen)
        {
            Check(claimed.Items.Count == actual.Items.Count, path, claimed, actual);
            foreach (var (index, (left, right)) in claimed.Items.Zip(actual.Items).Index())
            {
                Compare(left, right, $"{path}/{index}");
            }

            return;
        }

        var next = 0;
        foreach (var item in actual.Items)
        {
            if (next < claimed.Items.Count && Fits(claimed.Items[next], item))
            {
                Compare(claimed.Items[next++], item, path + "/…");
            }
            else
            {
                AddUnknown(item, path + "/…");
            }
        }

        Check(next == claimed.Items.Count, path, claimed, actual);
    }

    private static bool Fits(Node claimed, Node actual)
    {
        var trial = new Agreement();
        trial.Compare(claimed, actual);
        return trial.Differences.Count == 0;
    }

    private void AddUnknown(Node actual, string path)
    {
        var count = Count(actual);
        Leaves += count;
        if (count > 0)
        {
            Unknown.Add(path);
        }
    }

    private static int Count(Node node) => node switch
    {
        Mapping mapping => mapping.Entries.Sum(e => Count(e.Value)),
        Sequence sequence => sequence.Items.Sum(Count),
        Scalar => 1,
        _ => 0,
    };

    private void Check(bool holds, string path, Node claimed, Node actual)
    {
        if (!holds)
        {
            _differences.Add($"{path}: claimed {Dump.Of(claimed)}, is {(actual is Missing ? "nothing" : Dump.Of(actual))}");
        }
    }
}
