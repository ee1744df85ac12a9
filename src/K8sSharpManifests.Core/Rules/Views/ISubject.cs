namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>What a rule judges.</summary>
internal interface ISubject
{
    Node Node { get; }

    /// <summary>
    /// Its place in the tree, the same in all stages. Items are counted in a closed list (<c>containers[0]</c>) and named in an open one
    /// (<c>containers[name=web]</c>), where unseen items may come before them.
    /// </summary>
    string Path { get; }

    /// <summary>The place by name, where <see cref="Path"/> counts: what a stage may have called it that saw the list open.</summary>
    string? PathByName { get; }
}
