namespace K8sSharpManifests.Core.Rules;

/// <summary>
/// What a rule says of one place. The compiler stage hands on the decided ones (<see cref="IsDecided"/>), and the build leaves those out:
/// so each finding appears exactly once.
/// </summary>
/// <param name="Info">The rule.</param>
/// <param name="Path">The place, such as <c>spec.template.spec.containers[0]</c>.</param>
/// <param name="Truth">Whether the rule is violated there.</param>
public readonly record struct Verdict(RuleInfo Info, string Path, Truth Truth)
{
    /// <summary>Whether nothing that is still unknown can change it.</summary>
    public bool IsDecided => !Truth.IsUnknown;
}
