using System.Text;
using k8s.Models;

namespace K8sSharpManifests.Tests;

/// <summary>Files become keys of config maps and secrets.</summary>
public sealed class FilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Text_IsData_AndAllElseBinaryData()
    {
        var context = Context(("a.json", "{}\r\n"u8.ToArray()), ("b.bin", [0xFF, 0]), ("c.bin", [(byte)'a', 0]), ("empty", []));

        var map = K8s.ConfigMap("c").AddFile(context, At("a.json")).AddFile(context, At("b.bin")).AddFile(context, At("c.bin"), key: "c").AddFile(context, At("empty"));

        Assert.Equal(new Dictionary<string, string> { ["a.json"] = "{}\n", ["empty"] = "" }, map.Data);
        Assert.Equal(new Dictionary<string, byte[]> { ["b.bin"] = [0xFF, 0], ["c"] = [(byte)'a', 0] }, map.BinaryData);
        Assert.Equal(4, context.Inputs.Files.Count);
    }

    // A ConfigMap's texts are UTF-8: whoever mounts the file shall find the bytes that it has.
    [Fact]
    public void TextOfAnotherEncoding_IsBinaryData()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("ü=1\n")];
            var map = K8s.ConfigMap("c").AddFile(Context(("a.ini", bytes)), At("a.ini"));
            Assert.Null(map.Data);
            Assert.Equal(bytes, Assert.Single(map.BinaryData).Value);
        }
    }

    [Fact]
    public void FileOfASecret_IsItsBytes()
    {
        var context = Context(("tls.crt", "a\r\n"u8.ToArray()));

        Assert.Equal("a\r\n"u8.ToArray(), new V1Secret().AddFile(context, At("tls.crt")).Data["tls.crt"]);
    }

    [Fact]
    public void KeyThatIsTaken_IsAnError()
    {
        var context = Context(("a", "x"u8.ToArray()), ("b/a", "y"u8.ToArray()));

        Assert.Equal(
            $"The ConfigMap 'c' has a key 'a' already: name another one for the file '{At("b/a")}' (Parameter 'path')",
            Assert.Throws<ArgumentException>(() => K8s.ConfigMap("c").AddFile(context, At("a")).AddFile(context, At("b/a"))).Message);
    }

    [Fact]
    public void Pattern_FindsWhatTheProjectNames()
    {
        var context = new ManifestContext("", files: ["config/a.json", "config/b.yaml", "other.json"]);

        Assert.Equal(["config/a.json"], context.Files("config/*.json"));
        Assert.Equal(
            "No ManifestFile of the project matches '*.yaml': add <ManifestFile Include=\"*.yaml\" /> to an ItemGroup of the project file, and look whether the files are there",
            Assert.Throws<FileNotFoundException>(() => context.Files("*.yaml")).Message);
        Assert.Throws<FileNotFoundException>(() => new ManifestContext("").Files("*"));
    }

    [Fact]
    public void Checksum_StaysWhereNothingChanges()
    {
        V1PodTemplateSpec Rolled(params V1ConfigMap[] maps) => new V1PodTemplateSpec().RollOnChangeOf(maps);
        string Checksum(params V1ConfigMap[] maps) => Rolled(maps).Metadata.Annotations["checksum/config"];
        var map = K8s.ConfigMap("c").AddData("a", "1").AddData("b", "2");

        Assert.Equal(Checksum(map), Checksum(K8s.ConfigMap("other").AddData("b", "2").AddData("a", "1")));
        Assert.NotEqual(Checksum(map), Checksum(K8s.ConfigMap("c").AddData("a", "12").AddData("b", "")));
        Assert.NotEqual(Checksum(map), Checksum(K8s.ConfigMap("c").AddData("a", "1").AddBinaryData("b", Encoding.UTF8.GetBytes("2"))));
        Assert.NotEqual(Checksum(map), Checksum(K8s.ConfigMap("c").AddData("a", "1"), K8s.ConfigMap("d").AddData("b", "2")));
    }

    private string At(string path) => Path.Combine(_folder, path).Replace('\\', '/');

    private ManifestContext Context(params (string Path, byte[] Content)[] files)
    {
        foreach (var (path, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
            File.WriteAllBytes(At(path), content);
        }

        return new("");
    }
}
