using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission.Tests;

public sealed class FileContentTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "file");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    // Around the size of a buffer, and of many buffers, in parts of all sizes.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(100_000, 1)]
    [InlineData(65_536, 7)]
    [InlineData(65_537, 65_536)]
    [InlineData(1_000_000, 3)]
    [InlineData(1_000_000, 131_073)]
    public void Parts_AreOneFile(int length, int partLength)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        ReadOnlyMemory<byte>[] parts = [.. bytes.Chunk(partLength).Select(chunk => (ReadOnlyMemory<byte>)chunk), default];

        FileContent.Write(_file, parts);

        Assert.Equal(bytes, File.ReadAllBytes(_file));
        Assert.True(FileContent.Is(_file, parts));
        Assert.True(FileContent.Is(_file, [bytes]));
        Assert.False(FileContent.Is(_file, [bytes, new byte[1]]));
    }

    [Fact]
    public void OtherByteAnywhere_IsAnotherFile()
    {
        var bytes = new byte[200_000];
        File.WriteAllBytes(_file, bytes);

        Assert.All((int[])[0, 65_535, 65_536, 131_072, 199_999], i =>
        {
            var other = (byte[])bytes.Clone();
            other[i] = 1;
            Assert.False(FileContent.Is(_file, [.. other.Chunk(1000).Select(chunk => (ReadOnlyMemory<byte>)chunk)]));
        });
    }
}
