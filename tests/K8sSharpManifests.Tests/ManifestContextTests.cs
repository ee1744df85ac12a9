using System.Text;

namespace K8sSharpManifests.Tests;

/// <summary>What is read through the context is text, or an error.</summary>
public sealed class ManifestContextTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData(new byte[] { (byte)'k', 0xE9, (byte)'y' }, "UTF-8")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'k', 0xFF }, "UTF-8")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'k', 0, 0x00, 0xD8, (byte)'y', 0 }, "UTF-16")]
    public void FileThatIsNoText_IsAnErrorThatNamesIt(byte[] content, string encoding)
    {
        File.WriteAllBytes(_file, content);

        Assert.Equal(
            $"The file '{_file}' is no text in {encoding}: save it in UTF-8, or read it with File.ReadAllBytes where it holds data",
            Assert.Throws<InvalidDataException>(() => new ManifestContext("").ReadText(_file)).Message);
    }

    [Fact]
    public void Text_IsReadByItsMark()
    {
        const string text = "Größe \ud83d\ude00 \ufffd\n";
        foreach (var encoding in new[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            File.WriteAllText(_file, text.Replace("\n", "\r\n", StringComparison.Ordinal), encoding);
            Assert.Equal(text, new ManifestContext("").ReadText(_file));
        }

        File.WriteAllBytes(_file, []);
        Assert.Equal("", new ManifestContext("").ReadText(_file));
    }
}
