using K8sSharpManifests.Emission.Output;
using K8sSharpManifests.Host;

namespace K8sSharpManifests.Build.Tests;

/// <summary>What the host does where something of its own, or of its surroundings, is wrong.</summary>
public sealed class HostFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void FaultOfOurOwn_IsNotBlamedOnAManifest()
    {
        var assembly = Path.Combine(_folder, "Acme.dll");
        File.WriteAllText(assembly, "no assembly");

        BuildRun.Run(Options($"assembly={assembly}", "environment=", "lock=", $"output={_folder}", $"result={Path.Combine(_folder, "result")}"));

        var line = Assert.Single(File.ReadAllLines(Path.Combine(_folder, "messages")));
        Assert.Contains(" error K8S914: BadImageFormatException: ", line, StringComparison.Ordinal);
        Assert.Contains("This is a fault of K8sSharpManifests and not of your manifests: please report it.", line, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "result")));
    }

    [Fact]
    public void MessagesAfterTheMembers_DoNotNameTheLastOne()
    {
        var file = Path.Combine(_folder, "messages");
        var messages = new MessageFile(file, Path.Combine(_folder, "Acme.csproj"), [""], _folder, new());
        messages.Runs(new("Acme.Shop.Last", "Shop.cs", 1, 1));
        Assert.Contains("Acme.Shop.Last", Read(file), StringComparison.Ordinal);
        messages.HasRun();

        Assert.DoesNotContain("Acme.Shop.Last", Read(file), StringComparison.Ordinal);
        messages.Finish();
    }

    [Fact]
    public async Task FolderThatIsNotThere_IsNotWaitedFor()
    {
        var wait = Task.Run(() => OutputLock.Wait(Path.Combine(_folder, "absent", "lock")), TestContext.Current.CancellationToken);

        Assert.Same(wait, await Task.WhenAny(wait, Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)));
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => wait);
    }

    [Fact]
    public void OptionThatComesTwice_IsWhatCameLast() => Assert.True(Options("verify=false", "verify=true").IsVerify);

    // While the host still writes it.
    private static string Read(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private HostOptions Options(params string[] lines)
    {
        var file = Path.Combine(_folder, "rsp");
        File.WriteAllLines(file, [$"project={Path.Combine(_folder, "Acme.csproj")}", $"messages={Path.Combine(_folder, "messages")}", .. lines]);
        return HostOptions.Read(file);
    }
}
