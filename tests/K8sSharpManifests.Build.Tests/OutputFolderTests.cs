using K8sSharpManifests.Host;

namespace K8sSharpManifests.Build.Tests;

public sealed class OutputFolderTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory().FullName;

    private string Folder => Path.Combine(_parent, "out");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void NothingToWrite_MakesNoFolder()
    {
        OutputFolder.Write(Folder, []);

        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void LastFileGone_FolderGoes()
    {
        OutputFolder.Write(Folder, [new("a.yaml", [1])]);
        OutputFolder.Write(Folder, []);

        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void UnchangedFile_IsNotTouched()
    {
        OutputFolder.Write(Folder, [new("a.yaml", [1])]);
        File.SetLastWriteTimeUtc(Path.Combine(Folder, "a.yaml"), DateTime.UnixEpoch);
        OutputFolder.Write(Folder, [new("a.yaml", [1]), new("b.yaml", [2])]);

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Path.Combine(Folder, "a.yaml")));
        Assert.Equal([".k8ssharpmanifests", "Kustomization", "a.yaml", "b.yaml"], Files());
    }

    [Fact]
    public void ListThatNamesFilesElsewhere_DeletesNothingThere()
    {
        var precious = Path.Combine(_parent, "precious");
        File.WriteAllText(precious, "");
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, ".k8ssharpmanifests"), $"../precious\n{precious}\n..\n.\n");

        OutputFolder.Write(Folder, [new("a.yaml", [1])]);

        Assert.True(File.Exists(precious));
        Assert.Equal([".k8ssharpmanifests", "Kustomization", "a.yaml"], Files());
    }

    [Fact]
    public void KustomizationOfSomeoneElse_Stays()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "kustomization.yaml"), "mine");

        OutputFolder.Write(Folder, [new("a.yaml", [1])]);

        Assert.Equal([".k8ssharpmanifests", "a.yaml", "kustomization.yaml"], Files());
    }

    private string[] Files() => [.. Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
