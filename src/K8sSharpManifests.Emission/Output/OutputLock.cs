namespace K8sSharpManifests.Emission.Output;

/// <summary>
/// Lets one run at a time write: the builds of a project for several frameworks run side by side, and may share the output folder.
/// </summary>
internal static class OutputLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the turn.</summary>
    /// <param name="path">The lock's file. It stays: whoever deleted it would let two in.</param>
    /// <returns>The turn, which ends with its disposal, or with the process.</returns>
    /// <exception cref="IOException">The turn did not come.</exception>
    public static IDisposable Wait(string path)
    {
        for (var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds; ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException e) when (e is not DirectoryNotFoundException && Environment.TickCount64 < deadline)
            {
                // Nothing in .NET waits for a file; each try is one system call.
                Thread.Sleep(Pause);
            }
        }
    }
}
