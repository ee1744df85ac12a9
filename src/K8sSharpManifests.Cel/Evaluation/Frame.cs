using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Evaluation;

/// <summary>What an expression needs while it runs.</summary>
internal sealed class Frame(CelValue self, CelValue? oldSelf, int slots)
{
    // The server ends an expression by what it costs; this is far beyond, and less than a second or two.
    private const int MostSteps = 5_000_000;

    private int _steps;

    public CelValue Self { get; } = self;

    public CelValue? OldSelf { get; } = oldSelf;

    /// <summary>What the names of macros stand for.</summary>
    public CelValue[] Locals { get; } = new CelValue[slots];

    /// <summary>Counts a step of a macro.</summary>
    public void Step()
    {
        if (++_steps > MostSteps)
        {
            throw new TooManyStepsException();
        }
    }
}

/// <summary>An expression that takes too long.</summary>
internal sealed class TooManyStepsException : Exception;
