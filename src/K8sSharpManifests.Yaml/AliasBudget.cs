namespace K8sSharpManifests.Yaml;

/// <summary>How many nodes aliases may make: go-yaml's own limits (decode.go), which stop a short text from becoming gigabytes.</summary>
internal sealed class AliasBudget
{
    private const long FewNodes = 400_000;
    private const long ManyNodes = 4_000_000;

    private long _nodes;
    private long _aliased;

    /// <summary>Counts one node, and those that an alias repeats. They are shared, so that only their number grows.</summary>
    /// <param name="aliased">How many the alias repeats; 0 where the node is none.</param>
    /// <returns>Whether the document may go on.</returns>
    public bool Take(long aliased)
    {
        _nodes += 1 + aliased;
        _aliased += aliased;
        return _aliased <= 100 || _nodes <= 1000 || (double)_aliased / _nodes <= MaxRatio(_nodes);
    }

    private static double MaxRatio(long nodes) => nodes switch
    {
        <= FewNodes => 0.99,
        >= ManyNodes => 0.10,
        _ => 0.99 - (0.89 * ((double)(nodes - FewNodes) / (ManyNodes - FewNodes))),
    };
}
