using System.Reflection;
using System.Runtime.Loader;

namespace K8sSharpManifests.Host;

/// <summary>
/// This program and its Emission, apart from all others. A test project that emits manifests has in its deps.json the Emission that came with the package for tests, which may be an older one, and
/// the runtime would take that. The library and all code of the user's stay where they are.
/// </summary>
/// <param name="folder">The folder of this program.</param>
internal sealed class OwnContext(string folder) : AssemblyLoadContext
{
    private const string Emission = "K8sSharpManifests.Emission";
    private const string Host = "K8sSharpManifests.Host";

    /// <summary>Sees to it that Emission is the one beside this program.</summary>
    /// <returns>Whether this program has run once more for that, in here, and is done.</returns>
    public static bool HasRun(string folder, string[] args)
    {
        if (GetLoadContext(typeof(OwnContext).Assembly) != Default)
        {
            return false;
        }

        var own = Path.Combine(folder, Emission + ".dll");
        var known = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        if (known.Contains($"{Path.DirectorySeparatorChar}{Emission}.dll", StringComparison.Ordinal) && !known.Contains(own, StringComparison.Ordinal))
        {
            new OwnContext(folder).LoadFromAssemblyName(new(Host)).EntryPoint!.Invoke(null, [args]);
            return true;
        }

        Default.LoadFromAssemblyPath(own);
        return false;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is Host or Emission ? LoadFromAssemblyPath(Path.Combine(folder, assemblyName.Name + ".dll")) : null;
}
