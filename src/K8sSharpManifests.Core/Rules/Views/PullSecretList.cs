namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>Pull secrets that a pod may use, of which not all may be seen.</summary>
/// <param name="Items">Those that are seen.</param>
/// <param name="IsOpen">Whether there may be more.</param>
internal sealed record PullSecretList(IReadOnlyList<PullSecret> Items, bool IsOpen)
{
    /// <summary>Whether there is one at all.</summary>
    public Truth HasItems => Any(_ => Truth.True);

    public Truth Any(Func<PullSecret, Truth> predicate) => Truth.Any(Items, predicate) | (IsOpen ? Truth.Unknown : Truth.False);

    public Truth All(Func<PullSecret, Truth> predicate) => Truth.All(Items, predicate) & (IsOpen ? Truth.Unknown : Truth.True);
}
