using k8s;
using K8sSharpManifests.Core;
using K8sSharpManifests.Host;

namespace K8sSharpManifests.Build.Tests;

/// <summary>What the host needs for a run in this process: options, a file for its messages, a folder.</summary>
internal sealed class HostRun : IDisposable
{
    private readonly string _messagesFile;

    /// <summary>Prepares a run.</summary>
    /// <param name="options">Lines of the response file.</param>
    public HostRun(params IEnumerable<string> options)
    {
        _messagesFile = Path.Combine(Folder, "messages");
        var responseFile = Path.Combine(Folder, "rsp");
        File.WriteAllLines(responseFile, [$"project={Path.Combine(Folder, "Acme.csproj")}", $"messages={_messagesFile}", $"output={Output}", .. options]);
        Options = HostOptions.Read(responseFile);
        Messages = new(Options);
        Rendering = new(Options.HasHeader);
        Objects = new(Messages, Rendering);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory().FullName;

    public string Output => Path.Combine(Folder, "out");

    public HostOptions Options { get; }

    public MessageFile Messages { get; }

    public Rendering Rendering { get; }

    public ObjectSet Objects { get; }

    /// <summary>Takes objects as if a member had given them.</summary>
    public HostRun Emit(CatalogEntry entry, params IKubernetesObject[] objects)
    {
        new EntryRunner([_ => objects], new(""), Messages, Objects.Add, ownsProcess: true).Run([entry]);
        return this;
    }

    /// <summary>The files that the objects become.</summary>
    public IReadOnlyList<ManifestFile> Files()
    {
        Rendering.Finish();
        return Layout.Files(Objects.Objects, Options.IsSingle, Messages);
    }

    /// <summary>The lines of the message file, with paths relative to the folder, and without the links that they end with.</summary>
    public string[] Lines()
    {
        Messages.Finish();
        return [.. File.ReadLines(_messagesFile).Select(l => l.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split(" (https://", 2)[0])];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
