using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission.Tests;

public sealed class OutputLockTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task SecondRun_WaitsForTheFirst()
    {
        var first = OutputLock.Wait(_file);
        var second = Task.Run(() => OutputLock.Wait(_file), TestContext.Current.CancellationToken);

        Assert.NotSame(second, await Task.WhenAny(second, Task.Delay(200, TestContext.Current.CancellationToken)));
        first.Dispose();
        (await second).Dispose();
    }
}
