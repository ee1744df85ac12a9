namespace K8sSharpManifests.Core.Tests;

/// <summary>A lock with what a build makes and pushes itself.</summary>
public sealed class OwnImagesTests
{
    private const string A = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string B = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    private const string Nginx = "docker.io/library/nginx:1.27";
    private const string Web = "ghcr.io/acme/web:1.4.2";
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public void OwnImage_NeedsNoEntry()
    {
        var imageLock = ImageLock.With(ImageLock.Of(new Dictionary<string, string> { [Nginx] = A }), [Web], Nothing)!;

        Assert.False(imageLock.Lacks(Image(Web)));
        Assert.False(imageLock.Lacks(Image("nginx:1.27")));
        Assert.True(imageLock.Lacks(Image("ghcr.io/acme/web:1.4.3")));
        Assert.False(imageLock.Lacks(Image($"ghcr.io/acme/web:1.4.3@{A}")));
        Assert.Equal((A, null), (imageLock.Digest(Image("nginx:1.27")), imageLock.Digest(Image(Web))));
    }

    [Fact]
    public void PushedImage_HasTheDigestThatWasPushed()
    {
        var file = ImageLock.Of(new Dictionary<string, string> { [Nginx] = A, [Web] = A });
        var imageLock = ImageLock.With(file, [Web], new Dictionary<string, string> { [Web] = B })!;

        Assert.Equal((A, B), (imageLock.Digest(Image("nginx:1.27")), imageLock.Digest(Image(Web))));

        // Nothing of it is in the file.
        Assert.Equal((file.Text, string.Join(" ", file.Images)), (imageLock.Text, string.Join(" ", imageLock.Images)));
    }

    [Fact]
    public void WithoutAFile_NothingIsMissing()
    {
        var imageLock = ImageLock.With(null, [Web], new Dictionary<string, string> { [Web] = B })!;

        Assert.Equal((B, null), (imageLock.Digest(Image(Web)), imageLock.Digest(Image("nginx:1.27"))));
        Assert.False(imageLock.Lacks(Image("nginx:1.27")));
        Assert.Empty(imageLock.Images);
        Assert.Null(ImageLock.With(null, [Web], Nothing));
    }

    private static ImageReference Image(string text) => ImageReference.TryParse(text, out var image, out _) ? image! : throw new ArgumentException(text);
}
