using System.Text;
using K8sSharpManifests.Emission.Layouts;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission.Tests.Secrets;

/// <summary>Files that hold secrets: who may read them, what is told and kept of them.</summary>
public sealed class SecretFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly EmissionRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("objects", new[] { true, false, false })]
    [InlineData("single", new[] { true })]
    [InlineData("namespaces", new[] { true, false, false })]
    public void Layout_SaysWhichFilesHoldSecrets(string layout, bool[] held)
    {
        using var run = new EmissionRun(options => options with { Layout = ManifestLayouts.Find(layout)! });
        run.Emit(new("Acme.Shop.All", "Shop.cs", 7, 5), K8s.ConfigMap("a"), K8s.ConfigMap("b"), K8s.ConfigMap("c"));
        run.Objects.Objects[0].HoldsSecret = true;

        Assert.Equal(held, run.Files().Select(file => file.HoldsSecret));
    }

    [Fact]
    public void FileWithSecrets_IsForItsOwnerOnly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        Write(Secret("a.yaml", "x"), Plain("b.yaml", "x"));

        Assert.Equal(OwnerOnly, Mode("a.yaml"));
        Assert.NotEqual(OwnerOnly, Mode("b.yaml"));
    }

    // As another build has left it, or a checkout.
    [Theory]
    [InlineData("x")]
    [InlineData("y")]
    public void FileThatOthersMayRead_IsReplaced(string before)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        Write(Plain("a.yaml", before));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(At("a.yaml"), OwnerOnly | Others);
        }

        using var reader = File.OpenRead(At("a.yaml"));

        Write(Secret("a.yaml", "x"));

        Assert.Equal((OwnerOnly, "x"), (Mode("a.yaml"), File.ReadAllText(At("a.yaml"))));

        // Who has it open has the file as it was.
        Assert.Equal(before, new StreamReader(reader).ReadToEnd());
    }

    [Fact]
    public void FileOfItsOwner_StaysWhereNothingChanges()
    {
        Write(Secret("a.yaml", "x"));
        Assert.Empty(Plan(Secret("a.yaml", "x")).Changed);
    }

    [Fact]
    public void List_SaysWhichFilesHoldSecrets_WithoutAHash()
    {
        Write(Secret("a.yaml", "x"), Plain("b.yaml", "x"));
        Assert.Equal("# ../Acme.csproj\nKustomization\na.yaml\tsecret\nb.yaml\n", File.ReadAllText(At(".Acme.k8ssharpmanifests")));

        Write(Plain("a.yaml", "x"), Plain("b.yaml", "x"));
        Assert.Equal("# ../Acme.csproj\nKustomization\na.yaml\nb.yaml\n", File.ReadAllText(At(".Acme.k8ssharpmanifests")));
    }

    // Nothing is kept that tells whether both give the same.
    [Fact]
    public void FileOfTwoFrameworks_MayNotHoldSecrets()
    {
        OutputWriter.Write(OutputWriter.Plan(Folder("net10.0"), [Secret("a.yaml", "x")], hasHeader: false)!);
        Assert.Equal("# ../Acme.csproj\n# for net10.0\nKustomization\na.yaml\tsecret\n", File.ReadAllText(At(".Acme.net10.0.k8ssharpmanifests")));

        Assert.Equal(
            "'a.yaml' would be written for net9.0 and net10.0, and holds secrets, so that nothing is kept that tells whether both give the same: give each its own folder, with $(TargetFramework) in the ManifestOutputPath",
            Folder("net9.0").Conflict([Secret("a.yaml", "x")]));

        OutputFolder Folder(string framework) => new(_run.Output, _run.Options.Project, framework, "net9.0", "net10.0");
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void DifferenceOfAFileWithSecrets_IsNotShown(bool heldSecret, bool holdsSecret)
    {
        Write(File("a.yaml", "kind: ConfigMap\ndata:\n  a: old\n", heldSecret));
        OutputVerifier.Verify(new(_run.Output, _run.Options.Project), [File("a.yaml", "kind: ConfigMap\ndata:\n  a: new\n", holdsSecret)], hasHeader: false, _run.Findings);

        Assert.Equal(
            "out/a.yaml(3,1): error K8S908: differs from here on (the lines are not shown, because this holds secrets): build without ManifestVerify",
            _run.Lines()[0].Replace('\\', '/'));

        static ManifestFile File(string path, string text, bool isSecret) => isSecret ? Secret(path, text) : Plain(path, text);
    }

    [Fact]
    public void FileBefore_IsKnownToHaveHeldSecrets()
    {
        Write(Secret("a.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n"), Plain("b.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: b\n"));
        Assert.Equal([true, false], PreviousOutput.Objects(new(_run.Output, _run.Options.Project), [Plain("a.yaml", ""), Plain("b.yaml", "")]).Select(o => o.HeldSecret));
    }

    private static ManifestFile Plain(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static ManifestFile Secret(string path, string text) => Plain(path, text) with { HoldsSecret = true };

    private PlannedOutput Plan(params ManifestFile[] files) => OutputWriter.Plan(new(_run.Output, _run.Options.Project), files, hasHeader: false)!;

    private void Write(params ManifestFile[] files) => OutputWriter.Write(Plan(files));

    private string At(string name) => Path.Combine(_run.Output, name);

    private UnixFileMode Mode(string name) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(At(name));
}
