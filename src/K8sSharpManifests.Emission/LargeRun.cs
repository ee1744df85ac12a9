namespace K8sSharpManifests.Emission;

/// <summary>
/// Of what a run of many objects allocates, most stays until its end: a collection copies it from generation to generation, and frees little. They took a quarter
/// of the time of 7,000 objects.
/// </summary>
internal static class LargeRun
{
    // As much as some 7,000 objects and their YAML take. Whatever takes more is collected as ever.
    private const long Bytes = 100_000_000;

    /// <summary>Puts off garbage collections.</summary>
    public static void DeferGarbageCollection()
    {
        try
        {
            GC.TryStartNoGCRegion(Bytes);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // The user's code has done so already, or the process may not have as much.
        }
    }
}
