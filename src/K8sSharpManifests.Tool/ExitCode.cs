namespace K8sSharpManifests.Tool;

/// <summary>What the exit codes of all commands mean.</summary>
internal static class ExitCode
{
    /// <summary>Nothing was found that counts.</summary>
    public const int Success = 0;

    /// <summary>Something was found.</summary>
    public const int Findings = 1;

    /// <summary>The command could not do what it was asked for.</summary>
    public const int CannotRun = 2;

    /// <summary>The user ended it, as shells have it for Ctrl-C.</summary>
    public const int Cancelled = 130;
}
