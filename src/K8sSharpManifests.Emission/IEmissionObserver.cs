using K8sSharpManifests.Core;

namespace K8sSharpManifests.Emission;

/// <summary>Follows a run while it goes on, for who shows things as they come, or has to say how far a run came whose process ended in the middle of it.</summary>
internal interface IEmissionObserver
{
    /// <summary>What comes now is of an environment; empty for what is of all of them.</summary>
    void For(string environment);

    /// <summary>From now on the code of a member runs; where it is null, what runs while the assembly is loaded.</summary>
    void Runs(CatalogEntry? member);

    /// <summary>No code of the user's runs any more.</summary>
    void HasRun();

    /// <summary>A finding, which comes in the list as well.</summary>
    void Found(EmissionFinding finding);

    /// <summary>What an exception of the user's code tells beside the finding: all of it, unless it may hold a secret.</summary>
    void Threw(string text);

    /// <summary>What stands in the way of a proof.</summary>
    void NotProved(CatalogEntry member, string reason);

    /// <summary>A rule in CEL that nobody here can evaluate, and why: it is left to the API server. From any thread.</summary>
    void NotEvaluated(string text);
}
