namespace K8sSharpManifests.Core.Tests;

public sealed class ImageLockTests
{
    private const string A = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string B = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    private const string Text =
        $$"""
        {
          "version": 1,
          "images": {
            "docker.io/library/nginx:1.27": "{{A}}",
            "ghcr.io/acme/web:latest": "{{B}}"
          }
        }

        """;

    [Fact]
    public void SameEntries_GiveTheSameText()
    {
        Assert.Equal(Text, ImageLock.Of(new Dictionary<string, string> { ["ghcr.io/acme/web:latest"] = B, ["docker.io/library/nginx:1.27"] = A }).Text);
        Assert.Equal("{\n  \"version\": 1,\n  \"images\": {}\n}\n", ImageLock.Of(new Dictionary<string, string>()).Text);
    }

    [Fact]
    public void Text_IsReadBack()
    {
        foreach (var text in new[] { Text, Text.Replace("\n", "\r\n"), Text.TrimEnd() })
        {
            var read = ImageLock.Parse(text, out var problem)!;
            Assert.Null(problem);
            Assert.Equal(["docker.io/library/nginx:1.27", "ghcr.io/acme/web:latest"], read.Images);
            Assert.Equal((A, 4, B, 5), (read.Digest(read.Images[0]), read.LineOf(read.Images[0]), read.Digest(read.Images[1]), read.LineOf(read.Images[1])));
            Assert.Equal(Text, ImageLock.Of(read.Images.ToDictionary(image => image, image => read.Digest(image)!)).Text);
        }
    }

    [Fact]
    public void WrittenLock_KnowsItsLines()
    {
        var written = ImageLock.Of(new Dictionary<string, string> { ["b/x:1"] = A, ["a/x:1"] = B });
        Assert.All(written.Images, image => Assert.Contains($"\"{image}\"", written.Text.Split('\n')[written.LineOf(image) - 1]));
    }

    [Theory]
    [InlineData("nginx:1.27", A)]
    [InlineData("docker.io/nginx:1.27", A)]
    [InlineData("index.docker.io/library/nginx:1.27", A)]
    [InlineData("ghcr.io/acme/web", B)]
    [InlineData("ghcr.io/acme/web:latest", B)]
    [InlineData("nginx:1.26", null)]
    [InlineData("nginx", null)]
    [InlineData($"nginx:1.27@{B}", null)]
    public void Image_IsFoundByItsCanonicalName(string text, string? digest)
    {
        Assert.True(ImageReference.TryParse(text, out var image, out _));
        Assert.Equal(digest, ImageLock.Parse(Text, out _)!.Digest(image));
    }

    [Theory]
    [InlineData("", 1, "this is no JSON")]
    [InlineData("{\n  \"version\": 1,\n  \"images\": {,}\n}", 3, "this is no JSON")]
    [InlineData("[]", 1, "an image lock is an object with 'version' and 'images'")]
    [InlineData("{\"version\": 1}", 1, "an image lock is an object with 'version' and 'images'")]
    [InlineData("{\n  \"version\": 2,\n  \"images\": {}\n}", 2, "its version is not 1")]
    [InlineData("{\n  \"version\": 1,\n  \"images\": {},\n  \"more\": 1\n}", 4, "an image lock has no 'more'")]
    [InlineData("{\n  \"version\": 1,\n  \"images\": {\n    \"nginx:1\": \"" + A + "\"\n  }\n}", 4, "'nginx:1' is no image as the lock calls them")]
    [InlineData("{\n  \"version\": 1,\n  \"images\": {\n    \"a/x@" + A + "\": \"" + A + "\"\n  }\n}", 4, "'a/x@")]
    [InlineData("{\n  \"version\": 1,\n  \"images\": {\n    \"docker.io/library/nginx:1\": \"sha256:12\"\n  }\n}", 4, "the entry of 'docker.io/library/nginx:1' is no digest")]
    [InlineData("{\n  \"version\": 1,\n  \"images\": {\n    \"docker.io/library/nginx:1\": \"" + A + "\",\n    \"docker.io/library/nginx:1\": \"" + B + "\"\n  }\n}", 5, "'docker.io/library/nginx:1' stands there twice")]
    [InlineData("{\n  \"version\": 1,\n<<<<<<< HEAD\n  \"images\": {\n=======\n  \"images\": {\n>>>>>>> other\n  }\n}", 3, "it holds both sides of a merge")]
    public void WrongLock_IsToldAtItsLine(string text, int line, string message)
    {
        Assert.Null(ImageLock.Parse(text, out var problem));
        Assert.Equal(line, problem!.Line);
        Assert.StartsWith(message, problem.Text, StringComparison.Ordinal);
    }

    // Whoever reads it may be an analyzer.
    [Fact]
    public void AnyPartOfALock_IsReadOrRefused()
    {
        for (var length = 0; length < Text.Length - 1; length++)
        {
            var read = ImageLock.Parse(Text[..length], out var problem);
            Assert.Equal(read is null, problem is not null);
        }
    }
}
