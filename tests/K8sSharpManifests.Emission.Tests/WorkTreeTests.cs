using System.Diagnostics;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission.Tests;

/// <summary>Which files git would take into a repository, by git itself and without it.</summary>
public sealed class WorkTreeTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory().FullName;

    private string Repository => Path.Combine(_root, "repository");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void FilesOfARepository_AreThoseThatItDoesNotIgnore()
    {
        Init();
        Write("repository/.gitignore", "bin/\n*.tmp\n!keep.tmp\n");

        Assert.Equal(
            "deploy/a b ü.yaml | keep.tmp",
            NotIgnored("repository/deploy/a b ü.yaml", "repository/bin/Debug/a.yaml", "repository/a.tmp", "repository/keep.tmp"));
    }

    // What is committed is in the repository, whatever .gitignore says since.
    [Fact]
    public void FileThatIsCommitted_IsNotIgnored()
    {
        Init();
        Write("repository/deploy/a.yaml", "");
        Git("add", "deploy/a.yaml");
        Write("repository/.gitignore", "deploy/\n");

        Assert.Equal("deploy/a.yaml", NotIgnored("repository/deploy/a.yaml", "repository/deploy/b.yaml"));
    }

    [Fact]
    public void FolderThatIgnoresItself_IsIgnored()
    {
        Init();
        Write("repository/deploy/.gitignore", "*\n");

        Assert.Equal("", NotIgnored("repository/deploy/prod/a.yaml"));
    }

    [Fact]
    public void FolderOutsideOfARepository_IsNobodys() => Assert.Equal("", NotIgnored("repository/deploy/a.yaml"));

    // Git looks at the folder behind the link, and refuses paths that go through one.
    [Fact]
    public void FolderBehindALink_IsWhatItsTargetIs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        Init();
        Write("repository/.gitignore", "bin/\n");
        Directory.CreateDirectory(Path.Combine(Repository, "deploy"));
        Directory.CreateDirectory(Path.Combine(Repository, "bin"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "seen"), Path.Combine(Repository, "deploy"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "hidden"), Path.Combine(Repository, "bin"));
        Directory.CreateSymbolicLink(Path.Combine(Repository, "away"), Directory.CreateDirectory(Path.Combine(_root, "target")).FullName);

        Assert.Equal("../seen/prod/a.yaml", NotIgnored("seen/prod/a.yaml", "hidden/a.yaml", "repository/away/a.yaml"));
    }

    [Fact]
    public void WithoutGit_TheFolderOfARepositoryDecides()
    {
        Directory.CreateDirectory(Path.Combine(Repository, ".git"));
        Write("repository/.gitignore", "*\n");

        var (files, isAsked) = WorkTree.NotIgnored([Path.Combine(Repository, "bin", "a.yaml"), Path.Combine(_root, "a.yaml")], git: "no-such-program");

        Assert.Equal([Path.Combine(Repository, "bin", "a.yaml")], files);
        Assert.False(isAsked);
    }

    // A folder .git that is no repository, or one that git does not trust.
    [Fact]
    public void RepositoryThatGitDoesNotRead_CountsAsOne()
    {
        Directory.CreateDirectory(Path.Combine(Repository, ".git"));
        Assert.Equal("a.yaml (not asked)", NotIgnored("repository/a.yaml"));
    }

    private string NotIgnored(params string[] paths)
    {
        var (files, isAsked) = WorkTree.NotIgnored([.. paths.Select(path => Path.Combine(_root, path.Replace('/', Path.DirectorySeparatorChar)))]);
        return string.Join(" | ", files.Select(file => Path.GetRelativePath(Repository, file).Replace('\\', '/'))) + (isAsked ? "" : " (not asked)");
    }

    private void Init()
    {
        Directory.CreateDirectory(Repository);
        Git("init", "-q");
    }

    private void Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
