namespace K8sSharpManifests.Core.Rules;

/// <summary>How much a finding weighs, unless the user's configuration says otherwise.</summary>
public enum Severity
{
    /// <summary>A suggestion: it works, and could be better.</summary>
    Info,

    /// <summary>It works, or seems to, and is likely to fail one day.</summary>
    Warning,

    /// <summary>It cannot work.</summary>
    Error,

    /// <summary>Not reported unless it is switched on.</summary>
    Off,
}
