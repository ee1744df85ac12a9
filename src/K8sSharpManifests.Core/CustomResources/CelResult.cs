namespace K8sSharpManifests.Core.CustomResources;

/// <summary>What comes of a rule for a value.</summary>
public enum CelOutcome
{
    /// <summary>The rule is true, or is not asked on create.</summary>
    Holds,

    /// <summary>The rule is false: the API server refuses the object.</summary>
    Fails,

    /// <summary>The rule ended with an error of its own: the API server refuses the object as well.</summary>
    Errs,

    /// <summary>A value that it depends on is not known.</summary>
    Unknown,

    /// <summary>It has something that nobody here can evaluate.</summary>
    NotEvaluated,
}

/// <summary>What a rule of x-kubernetes-validations says of a value.</summary>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Text">
/// For <see cref="CelOutcome.Fails"/> and <see cref="CelOutcome.Errs"/> what the API server says, after its "Invalid value"; for <see cref="CelOutcome.NotEvaluated"/> why; else null.
/// </param>
public readonly record struct CelResult(CelOutcome Outcome, string? Text = null)
{
    /// <summary>Whether the API server refuses the object for it.</summary>
    public bool IsRefusal => Outcome is CelOutcome.Fails or CelOutcome.Errs;
}
