using System.Text;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission.Tests;

/// <summary>Files in folders below the output folder.</summary>
public sealed class SubfolderTests : IDisposable
{
    private const string List = ".Acme.k8ssharpmanifests";

    private readonly string _parent = Directory.CreateTempSubdirectory().FullName;

    private string Folder => Path.Combine(_parent, "out");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void Files_GoIntoTheirFoldersAndAreListedWithThem()
    {
        Write(("a.yaml", "1"), ("shop/b.yaml", "2"), ("shop/deep/c.yaml", "3"));

        Assert.Equal([List, "Kustomization", "a.yaml", "shop/b.yaml", "shop/deep/c.yaml"], Files());
        Assert.Equal("# ../Acme.csproj\nKustomization\na.yaml\nshop/b.yaml\nshop/deep/c.yaml\n", Text(List));
        Assert.EndsWith("resources:\n- a.yaml\n- shop/b.yaml\n- shop/deep/c.yaml\n", Text("Kustomization"), StringComparison.Ordinal);
    }

    [Fact]
    public void UnchangedFiles_AreNotTouched()
    {
        Write(("shop/a.yaml", "1"), ("shop/b.yaml", "2"));
        File.SetLastWriteTimeUtc(At("shop/a.yaml"), DateTime.UnixEpoch);
        Write(("shop/a.yaml", "1"), ("shop/b.yaml", "3"));

        Assert.Equal((DateTime.UnixEpoch, "3"), (File.GetLastWriteTimeUtc(At("shop/a.yaml")), Text("shop/b.yaml")));
    }

    [Fact]
    public void FolderThatBecomesEmpty_GoesWithThoseAroundIt()
    {
        Write(("a.yaml", "1"), ("shop/deep/b.yaml", "2"), ("other/c.yaml", "3"));
        Write(("a.yaml", "1"), ("other/c.yaml", "3"));

        Assert.Equal([At("other")], Directory.GetDirectories(Folder));

        Write();
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void FileOfTheUser_KeepsItsFolder()
    {
        Write(("a.yaml", "1"), ("shop/b.yaml", "2"));
        Put("shop/mine.yaml", "mine");
        Directory.CreateDirectory(At("empty"));

        Write(("a.yaml", "1"));
        Assert.Equal([List, "Kustomization", "a.yaml", "shop/mine.yaml"], Files());

        Write();
        Assert.Equal(["shop/mine.yaml"], Files());
        Assert.True(Directory.Exists(At("empty")));
    }

    [Fact]
    public void FileOfTheUserInTheWay_IsAnErrorAndNothingChanges()
    {
        Write(("a.yaml", "1"), ("shop/b.yaml", "2"));
        Put("shop/c.yaml", "mine");

        Assert.StartsWith("'shop/c.yaml' is there already", Assert.Throws<IOException>(() => Write(("a.yaml", "2"), ("shop/c.yaml", "3"))).Message, StringComparison.Ordinal);
        Assert.Equal(("1", "2", "mine"), (Text("a.yaml"), Text("shop/b.yaml"), Text("shop/c.yaml")));
    }

    [Fact]
    public void FileWhereAFolderIsToBe_IsAnErrorAndNothingChanges()
    {
        Write(("a.yaml", "1"));
        Put("shop", "mine");

        Assert.Equal(
            "'shop' is there already as a file, where a folder is to be: move it away, or delete it",
            Assert.Throws<IOException>(() => Write(("a.yaml", "2"), ("shop/b.yaml", "3"))).Message);
        Assert.Equal([List, "Kustomization", "a.yaml", "shop"], Files());
        Assert.Equal("1", Text("a.yaml"));
    }

    // A folder that was checked out as a link may lead anywhere.
    [Fact]
    public void LinkInTheWay_IsNotFollowed()
    {
        Write(("a.yaml", "1"), ("shop/b.yaml", "2"));
        var precious = Directory.CreateDirectory(Path.Combine(_parent, "precious")).FullName;
        File.WriteAllText(Path.Combine(precious, "b.yaml"), "precious");
        Directory.Delete(At("shop"), recursive: true);
        Directory.CreateSymbolicLink(At("shop"), precious);

        Assert.Equal(
            "'shop' is a link, which may lead anywhere: delete it, and a folder takes its place",
            Assert.Throws<IOException>(() => Write(("a.yaml", "1"), ("shop/c.yaml", "3"))).Message);
        Write(("a.yaml", "2"));

        Assert.Equal(["b.yaml"], Directory.GetFiles(precious).Select(Path.GetFileName));
        Assert.Equal([List, "Kustomization", "a.yaml"], Files().Where(f => !f.StartsWith("shop/", StringComparison.Ordinal)));
    }

    // The list is text that anyone can change.
    [Fact]
    public void ListThatNamesFilesElsewhere_DeletesNothingThere()
    {
        var precious = Path.Combine(_parent, "precious");
        File.WriteAllText(precious, "");
        Directory.CreateDirectory(Folder);
        Put(List, $"# ../Acme.csproj\nshop/../../precious\n../precious\n{precious}\nshop/.Other.k8ssharpmanifests\n");
        Put("shop/.Other.k8ssharpmanifests", "# Other.csproj\n");

        Write(("a.yaml", "1"));

        Assert.True(File.Exists(precious));
        Assert.Equal([List, "Kustomization", "a.yaml", "shop/.Other.k8ssharpmanifests"], Files());
    }

    // It may have deleted the last file and come no further.
    [Fact]
    public void RunThatWasCutOff_LeavesNoEmptyFolderToTheNext()
    {
        Write(("a.yaml", "1"), ("shop/b.yaml", "2"), ("gone/c.yaml", "3"));
        File.Delete(At("shop/b.yaml"));
        Directory.Delete(At("gone"), recursive: true);
        Directory.CreateDirectory(At(".k8ssharpmanifests.tmp/folder0"));

        Write(("a.yaml", "1"));

        Assert.Empty(Directory.GetDirectories(Folder));
        Assert.Equal([List, "Kustomization", "a.yaml"], Files());
    }

    [Fact]
    public void TwoProjects_ShareAFolder()
    {
        Write(("shop/a.yaml", "1"));
        File.WriteAllText(Path.Combine(_parent, "Acme.csproj"), "");
        var other = Path.Combine(_parent, "Other.csproj");
        File.WriteAllText(other, "");
        Assert.StartsWith("'shop/a.yaml' would be written by two projects", new OutputFolder(Folder, other).Conflict([new("shop/a.yaml", Array.Empty<byte>())]), StringComparison.Ordinal);

        OutputWriter.Write(OutputWriter.Plan(new(Folder, other), [new("shop/b.yaml", Array.Empty<byte>())], hasHeader: true)!);
        Assert.EndsWith("resources:\n- shop/a.yaml\n- shop/b.yaml\n", Text("Kustomization"), StringComparison.Ordinal);

        OutputWriter.Write(OutputWriter.Plan(new(Folder, other), [], hasHeader: true)!);
        Assert.Equal([List, "Kustomization", "shop/a.yaml"], Files());
    }

    private void Write(params (string Path, string Text)[] files) =>
        OutputWriter.Write(OutputWriter.Plan(new(Folder, Path.Combine(_parent, "Acme.csproj")), [.. files.Select(f => new ManifestFile(f.Path, Encoding.UTF8.GetBytes(f.Text)))], hasHeader: true)!);

    private void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    private string At(string path) => Path.Combine(Folder, path);

    private string Text(string path) => File.ReadAllText(At(path));

    private string[] Files() =>
        [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
