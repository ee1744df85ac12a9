namespace K8sSharpManifests.Core.Rules;

/// <summary>
/// What a rule says of one place. The compiler stage hands on the decided ones (<see cref="IsDecided"/>), and the build leaves those out:
/// so each finding appears exactly once.
/// </summary>
/// <param name="Info">The rule.</param>
/// <param name="Place">The place.</param>
/// <param name="Truth">Whether the rule is violated there.</param>
public readonly record struct Verdict(RuleInfo Info, TreePlace Place, Truth Truth)
{
    /// <summary>The place, such as <c>spec.template.spec.containers[0]</c>.</summary>
    public string Path => Place.Path;

    /// <summary>Whether nothing that is still unknown can change it.</summary>
    public bool IsDecided => !Truth.IsUnknown;
}
