using System.Text.RegularExpressions;
using CsCheck;

namespace K8sSharpManifests.Core.Tests;

public sealed partial class ImageReferenceTests
{
    private const string Hex64 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string Hex96 = Hex64 + "0123456789abcdef0123456789abcdef";
    private const string Hex128 = Hex64 + Hex64;
    private const string Sha256 = "sha256:" + Hex64;
    private const string Sha384 = "sha384:" + Hex96;
    private const string Sha512 = "sha512:" + Hex128;

    private static Dictionary<ImageReferenceError, string[]> MalformedByError => new()
    {
        [ImageReferenceError.Empty] =
        [
            "",
        ],
        [ImageReferenceError.Whitespace] =
        [
            " ", "\t", " nginx", "nginx ", "nginx\n", "nginx:1\r\n", "nginx: 1", "ng inx", "nginx\u00a0", " https://ghcr.io/app",
            "a@" + Sha256 + "\n", "\u2003a", Hex64 + "\n", "{{ .Values.image }}",
        ],
        [ImageReferenceError.Scheme] =
        [
            "https://ghcr.io/acme/app:1", "http://localhost:5000/app", "HTTPS://ghcr.io/app", "docker://nginx",
            "oci://ghcr.io/acme/chart", "http://", "a://",
        ],
        [ImageReferenceError.HexName] =
        [
            Hex64, Hex64.Replace('0', 'f'), new string('0', 64),
        ],
        [ImageReferenceError.InvalidDomain] =
        [
            "http:/a", "://a", "host:/app", "host:port/app", "host:80a/app", "host:5000:5000/app", "host:-1/app", "host:٣/app",
            "nginx:1.27/app", "my_host:5000/app", "-a.com/app", "a-.com/app", "a.-com/app", "a.com-/app", ".a.com/app", "a.com./app",
            "a..com/app", "./app", "../app", ":/app", ":5000/app", "a.com:/app", "a_.com/app", "_a.com/app", "a___b.com/app",
            "My__Org-/app", "My-/app", "bücher.example/app", "user@host.example/app", "user:pass@host/app", "::1/app", "[::1/app",
            "::1]/app", "[::1]5000/app", "[::1]:/app", "[::1]:x/app", "[::1%eth0]/app", "[::ffff:1.2.3.4]/app", "[::g]/app",
            "[[::1]]/app", "a[::1]/app", "[::1].com/app", "a@" + Sha256 + "/b",
        ],
        [ImageReferenceError.UppercasePath] =
        [
            new string('A', 64), "Nginx", "nginX:1", "acme/App", "MyOrg/App", "ghcr.io/Acme/app", "localhost:5000/A", "docker.io/Nginx",
            "library/Nginx@" + Sha256, "My_Org/app", "My_Org.example/app",
        ],
        [ImageReferenceError.InvalidPath] =
        [
            "//ghcr.io/app", "ghcr.io//app", "[]/app", "[abc]/app", "[::1]", "/", "/app", "app/", "a//b", "ghcr.io/", "localhost/",
            "docker.io/", "ghcr.io/:1", ":", ":1", "@", "@" + Sha256, "app/:1", "a/b/", "-a", "a-", ".a", "a.", "_a", "a_", "a..b",
            "a___b", "a._b", "a-_b", "a-.b", "a/-b", "a-/b", "a_-/b", "a$b", "a+b", "a\\b", "a?b", "a#b", "${IMAGE}", "$(IMAGE):1",
            "<image>", "é", "acme/naïve", "acme/Äpp", "\u212a", "ａ", "a\u0130", "a\u200b", "🐳", "a\ud800", "a\0", "\ufeffnginx", "a٣",
            "A$",
        ],
        [ImageReferenceError.InvalidTag] =
        [
            "http:", "a/http://b", "a:", "a::1", "a:1:2", "a:.1", "a:-1", "a:1+2", "a:@" + Sha256, "a:é", "a:ſ", "a:٣", "a:$TAG",
            "host:5000/a:b/c", "ghcr.io/a:", "a:sha256:" + Hex64, "A:-", "Foo:::",
        ],
        [ImageReferenceError.InvalidDigest] =
        [
            "a@", "a:1@", "a@1", "a@sha256", "a@sha256:", "a@:" + Hex64, "a@" + Hex64, "a@sha256:" + Hex64[1..],
            "a@sha256:" + Hex64 + "0", "a@sha384:" + Hex96[1..], "a@sha384:" + Hex96 + "0", "a@sha512:" + Hex128[1..],
            "a@sha512:" + Hex128 + "0", "a@sha384:" + Hex64, "a@sha512:" + Hex64, "a@sha256:" + Hex128,
            "a@sha256:" + Hex64.ToUpperInvariant(), "a@sha256:" + Hex64[1..] + "g", "a@SHA256:" + Hex64, "a@md5:" + Hex64[..32],
            "a@sha1:" + Hex64[..40], "a@blake3:" + Hex64, "a@sha256+b64:" + Hex64, "a@sha-256:" + Hex64, "a@" + Sha256 + "@" + Sha256,
            "a@" + Sha256 + ":1", "a@sha256:…", "acme/a@" + Sha256 + "/b",
        ],
    };

    // Text, domain, path, tag, digest.
    public static readonly TheoryData<string, string, string, string?, string?> Parts = new()
    {
        // Docker Hub's short forms
        { "nginx", "docker.io", "library/nginx", null, null },
        { "nginx:1.27", "docker.io", "library/nginx", "1.27", null },
        { "nginx@" + Sha256, "docker.io", "library/nginx", null, Sha256 },
        { "nginx:1.27@" + Sha256, "docker.io", "library/nginx", "1.27", Sha256 },
        { "library/nginx", "docker.io", "library/nginx", null, null },
        { "docker.io/nginx", "docker.io", "library/nginx", null, null },
        { "docker.io/nginx:1", "docker.io", "library/nginx", "1", null },
        { "docker.io/library/nginx", "docker.io", "library/nginx", null, null },
        { "docker.io/bitnami/nginx:1", "docker.io", "bitnami/nginx", "1", null },
        { "docker.io/a/b/c", "docker.io", "a/b/c", null, null },
        { "docker.io/localhost/x", "docker.io", "localhost/x", null, null },
        { "index.docker.io/nginx", "docker.io", "library/nginx", null, null },
        { "index.docker.io/bitnami/nginx:1@" + Sha256, "docker.io", "bitnami/nginx", "1", Sha256 },
        { "bitnami/nginx", "docker.io", "bitnami/nginx", null, null },
        { "a/b/c", "docker.io", "a/b/c", null, null },
        { "private-registry/app", "docker.io", "private-registry/app", null, null },
        { "private-registry/app:latest", "docker.io", "private-registry/app", "latest", null },
        { "docker/nginx", "docker.io", "docker/nginx", null, null },
        { "localhosts/nginx", "docker.io", "localhosts/nginx", null, null },
        { "localhos/nginx", "docker.io", "localhos/nginx", null, null },
        { "localhost", "docker.io", "library/localhost", null, null },
        { "example.com", "docker.io", "library/example.com", null, null },
        { "127.0.0.1", "docker.io", "library/127.0.0.1", null, null },
        { "host:5000", "docker.io", "library/host", "5000", null },
        { "example.com:5000", "docker.io", "library/example.com", "5000", null },
        { "docker.io", "docker.io", "library/docker.io", null, null },
        { "my_team/app", "docker.io", "my_team/app", null, null },
        { "0/1", "docker.io", "0/1", null, null },
        { "a", "docker.io", "library/a", null, null },

        // Hosts
        { "localhost/app", "localhost", "app", null, null },
        { "localhost/app:1", "localhost", "app", "1", null },
        { "localhost:5000/app", "localhost:5000", "app", null, null },
        { "localhost:5000/app:1@" + Sha256, "localhost:5000", "app", "1", Sha256 },
        { "host:5000/app", "host:5000", "app", null, null },
        { "host:5000/app:5000", "host:5000", "app", "5000", null },
        { "host:0/app", "host:0", "app", null, null },
        { "host:99999/app", "host:99999", "app", null, null },
        { "host:00000000000080/app", "host:00000000000080", "app", null, null },
        { "h:1/a", "h:1", "a", null, null },
        { "ghcr.io/acme/app:1", "ghcr.io", "acme/app", "1", null },
        { "ghcr.io/app", "ghcr.io", "app", null, null },
        { "registry.k8s.io/pause:3.10", "registry.k8s.io", "pause", "3.10", null },
        { "registry.k8s.io/coredns/coredns:v1.11.1", "registry.k8s.io", "coredns/coredns", "v1.11.1", null },
        { "docker.io:443/nginx", "docker.io:443", "nginx", null, null },
        { "index.docker.io:443/nginx", "index.docker.io:443", "nginx", null, null },
        { "registry-1.docker.io/library/nginx", "registry-1.docker.io", "library/nginx", null, null },
        { "Docker.io/nginx", "Docker.io", "nginx", null, null },
        { "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1", "123456789012.dkr.ecr.eu-west-1.amazonaws.com", "app", "1", null },
        { "europe-docker.pkg.dev/project/repo/app", "europe-docker.pkg.dev", "project/repo/app", null, null },
        { "127.0.0.1/app", "127.0.0.1", "app", null, null },
        { "127.0.0.1:5000/app", "127.0.0.1:5000", "app", null, null },
        { "999.999/app", "999.999", "app", null, null },
        { "a-b.c-d/app", "a-b.c-d", "app", null, null },
        { "a--b.c/app", "a--b.c", "app", null, null },
        { "xn--n3h.com/app", "xn--n3h.com", "app", null, null },
        { "[::1]/app", "[::1]", "app", null, null },
        { "[::1]:5000/app", "[::1]:5000", "app", null, null },
        { "[2001:db8::1]:5000/team/app:1", "[2001:db8::1]:5000", "team/app", "1", null },
        { "[2001:DB8::aF]/app", "[2001:DB8::aF]", "app", null, null },
        { "[2001:db8:0:0:0:0:0:1]/app@" + Sha256, "[2001:db8:0:0:0:0:0:1]", "app", null, Sha256 },
        { "[:]/app", "[:]", "app", null, null },
        { "[ABC]/app", "[ABC]", "app", null, null },
        { "example.com/a.b:c", "example.com", "a.b", "c", null },
        { "example.com/example.org/app", "example.com", "example.org/app", null, null },

        // An uppercase letter makes a host
        { "MyOrg/app", "MyOrg", "app", null, null },
        { "MyOrg/app:1.0", "MyOrg", "app", "1.0", null },
        { "myOrg/team/app", "myOrg", "team/app", null, null },
        { "LOCALHOST/app", "LOCALHOST", "app", null, null },
        { "A/b", "A", "b", null, null },
        { "My-Org/app", "My-Org", "app", null, null },
        { "GHCR.IO/app", "GHCR.IO", "app", null, null },

        // It looks like a host, cannot be one, and is a path
        { "my_registry.example/app:1", "", "my_registry.example/app", "1", null },
        { "a__b.c/d", "", "a__b.c/d", null, null },

        // Paths
        { "a.b", "docker.io", "library/a.b", null, null },
        { "a_b", "docker.io", "library/a_b", null, null },
        { "a__b", "docker.io", "library/a__b", null, null },
        { "a-b", "docker.io", "library/a-b", null, null },
        { "a--b", "docker.io", "library/a--b", null, null },
        { "a-----b", "docker.io", "library/a-----b", null, null },
        { "a.b_c__d-e---f", "docker.io", "library/a.b_c__d-e---f", null, null },
        { "1.2.3", "docker.io", "library/1.2.3", null, null },
        { "aa/a.b/a_b/a--b", "docker.io", "aa/a.b/a_b/a--b", null, null },
        { "ghcr.io/a__b/c", "ghcr.io", "a__b/c", null, null },

        // Tags
        { "a:latest", "docker.io", "library/a", "latest", null },
        { "a:Latest", "docker.io", "library/a", "Latest", null },
        { "a:_", "docker.io", "library/a", "_", null },
        { "a:_.-", "docker.io", "library/a", "_.-", null },
        { "a:1..2--", "docker.io", "library/a", "1..2--", null },
        { "a:V1_RC", "docker.io", "library/a", "V1_RC", null },
        { "a:0", "docker.io", "library/a", "0", null },
        { "a:" + Hex64, "docker.io", "library/a", Hex64, null },

        // Digests
        { "a@" + Sha384, "docker.io", "library/a", null, Sha384 },
        { "a@" + Sha512, "docker.io", "library/a", null, Sha512 },
        { "a:1@" + Sha384, "docker.io", "library/a", "1", Sha384 },
        { "host:1/a:1@" + Sha512, "host:1", "a", "1", Sha512 },
        { "a:latest@" + Sha256, "docker.io", "library/a", "latest", Sha256 },

        // 64 hex digits are an id only when they are alone
        { Hex64 + "0", "docker.io", "library/" + Hex64 + "0", null, null },
        { Hex64[1..], "docker.io", "library/" + Hex64[1..], null, null },
        { Hex64 + ":1", "docker.io", "library/" + Hex64, "1", null },
        { Hex64 + "@" + Sha256, "docker.io", "library/" + Hex64, null, Sha256 },
        { "library/" + Hex64, "docker.io", "library/" + Hex64, null, null },
        { Hex64[1..] + "g", "docker.io", "library/" + Hex64[1..] + "g", null, null },
    };


    public static TheoryData<string, ImageReferenceError> Malformed =>
        [.. MalformedByError.SelectMany(pair => pair.Value, (pair, text) => (text, pair.Key))];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Text_GivesItsParts(string text, string domain, string path, string? tag, string? digest)
    {
        var reference = Parse(text);
        Assert.Equal((domain, path, tag, digest), PartsOf(reference));
        Assert.Equal(PartsOf(reference), PartsOf(Parse(reference.ToString())));
        Assert.Equal(reference.ToString(), Parse(reference.ToString()).ToString());
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Text_IsTakenByTheGrammarToo(string text, string domain, string path, string? tag, string? digest) =>
        Assert.Equal((domain, path, tag, digest), ByGrammar(text));

    [Theory]
    [MemberData(nameof(Malformed))]
    public void MalformedText_GivesItsError(string text, ImageReferenceError expected)
    {
        Assert.False(ImageReference.TryParse(text, out var reference, out var error));
        Assert.Null(reference);
        Assert.Equal(expected, error);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void MalformedText_IsRefusedByTheGrammarToo(string text, ImageReferenceError error)
    {
        Assert.NotEqual(ImageReferenceError.None, error);
        Assert.Null(ByGrammar(text));
    }

    [Fact]
    public void Null_IsEmpty()
    {
        Assert.False(ImageReference.TryParse(null!, out _, out var error));
        Assert.Equal(ImageReferenceError.Empty, error);
    }

    // The prefix library/ counts; the host, the tag and the digest do not.
    [Theory]
    [InlineData("", 247, "", ImageReferenceError.None)]
    [InlineData("", 248, "", ImageReferenceError.PathTooLong)]
    [InlineData("docker.io/", 247, "", ImageReferenceError.None)]
    [InlineData("docker.io/", 248, "", ImageReferenceError.PathTooLong)]
    [InlineData("index.docker.io/", 248, "", ImageReferenceError.PathTooLong)]
    [InlineData("b/", 253, "", ImageReferenceError.None)]
    [InlineData("b/", 254, "", ImageReferenceError.PathTooLong)]
    [InlineData("docker.io/b/", 253, "", ImageReferenceError.None)]
    [InlineData("ghcr.io/", 254, "", ImageReferenceError.None)]
    [InlineData("ghcr.io/", 255, "", ImageReferenceError.None)]
    [InlineData("ghcr.io/", 256, "", ImageReferenceError.PathTooLong)]
    [InlineData("localhost:5000/", 255, ":1@" + Sha256, ImageReferenceError.None)]
    [InlineData("localhost:5000/", 256, ":1@" + Sha256, ImageReferenceError.PathTooLong)]
    [InlineData("MyOrg/", 255, ":latest", ImageReferenceError.None)]
    [InlineData("a_b.c/", 249, "", ImageReferenceError.None)]
    [InlineData("a_b.c/", 250, "", ImageReferenceError.PathTooLong)]
    public void PathOfLength_IsLimited(string before, int length, string after, ImageReferenceError expected)
    {
        var text = before + new string('a', length) + after;
        Assert.Equal(expected is ImageReferenceError.None, ImageReference.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
        Assert.Equal(expected is ImageReferenceError.None, ByGrammar(text) is not null);
    }

    [Theory]
    [InlineData(1, ImageReferenceError.None)]
    [InlineData(127, ImageReferenceError.None)]
    [InlineData(128, ImageReferenceError.None)]
    [InlineData(129, ImageReferenceError.InvalidTag)]
    [InlineData(1000, ImageReferenceError.InvalidTag)]
    public void TagOfLength_IsLimited(int length, ImageReferenceError expected)
    {
        foreach (var after in new[] { "", "@" + Sha256 })
        {
            ImageReference.TryParse("a:" + new string('1', length) + after, out _, out var error);
            Assert.Equal(expected, error);
        }
    }

    [Fact]
    public void DomainOfAnyLength_IsTaken() => Assert.Equal(1004, Parse(new string('a', 1000) + ".com/app").Domain.Length);

    [Theory]
    [InlineData("nginx", "nginx")]
    [InlineData("nginx:1@" + Sha256, "nginx")]
    [InlineData("docker.io/library/nginx:1", "nginx")]
    [InlineData("index.docker.io/bitnami/nginx", "bitnami/nginx")]
    [InlineData("library/a/b", "library/a/b")]
    [InlineData("librarys/a", "librarys/a")]
    [InlineData("ghcr.io/library/a", "ghcr.io/library/a")]
    [InlineData("localhost:5000/a:1", "localhost:5000/a")]
    [InlineData("MyOrg/app", "MyOrg/app")]
    [InlineData("my_registry.example/app:1", "my_registry.example/app")]
    public void Text_GivesTheFamiliarName(string text, string expected) => Assert.Equal(expected, Parse(text).FamiliarName);

    [Theory]
    [InlineData("nginx", "docker.io/library/nginx")]
    [InlineData("index.docker.io/nginx:1", "docker.io/library/nginx:1")]
    [InlineData("acme/app@" + Sha256, "docker.io/acme/app@" + Sha256)]
    [InlineData("host:5000/app:1@" + Sha512, "host:5000/app:1@" + Sha512)]
    [InlineData("MyOrg/app", "MyOrg/app")]
    [InlineData("my_registry.example/app:1", "my_registry.example/app:1")]
    public void Text_GivesTheCanonicalText(string text, string expected) => Assert.Equal(expected, Parse(text).ToString());

    [Theory]
    [InlineData("app", true)]
    [InlineData("host:5000/app", true)]
    [InlineData("app:latest", true)]
    [InlineData("ghcr.io/acme/app:latest", true)]
    [InlineData("app:Latest", false)]
    [InlineData("app:latest-alpine", false)]
    [InlineData("app:1.2", false)]
    [InlineData("app:5000", false)]
    [InlineData("app@" + Sha256, false)]
    [InlineData("app:latest@" + Sha256, false)]
    [InlineData("app:1.2@" + Sha384, false)]
    public void Text_IsMutableWithoutDigestAndFixedTag(string text, bool expected) => Assert.Equal(expected, Parse(text).IsMutable);

    [Theory]
    [InlineData("app", "Always")]
    [InlineData("host:5000/app", "Always")]
    [InlineData("ghcr.io/acme/app", "Always")]
    [InlineData("app:latest", "Always")]
    [InlineData("app:latest@" + Sha256, "Always")]
    [InlineData("app:latest@" + Sha512, "Always")]
    [InlineData("app:1.2", "IfNotPresent")]
    [InlineData("app:5000", "IfNotPresent")]
    [InlineData("app:Latest", "IfNotPresent")]
    [InlineData("app:LATEST", "IfNotPresent")]
    [InlineData("app:latest-alpine", "IfNotPresent")]
    [InlineData("app@" + Sha256, "IfNotPresent")]
    [InlineData("app:1.2@" + Sha256, "IfNotPresent")]
    public void Text_GivesTheImplicitPullPolicy(string text, string expected) => Assert.Equal(expected, Parse(text).ImplicitPullPolicy);

    [Fact]
    public void TextMadeOfGoodParts_ReadsBackAsThem()
    {
        var word = Gen.String[Gen.Char["abz019"], 1, 5];
        var path = Gen.Select(word.Array[1, 5], Gen.OneOf("/", ".", "_", "__", "-", "---").Array[4], (words, separators) =>
            words[0] + string.Concat(words.Skip(1).Select((w, i) => separators[i] + w)));
        var domain = Gen.OneOf("", "localhost/", "host:5000/", "a.b-c.d/", "MyOrg/", "[::1]:80/", "docker.io/", "index.docker.io/");
        var tag = Gen.Select(Gen.Char["aZ0_"], Gen.String[Gen.Char["aZ0_.-"], 0, 127], (first, rest) => ":" + first + rest);
        var digest = Gen.OneOf("", "@" + Sha256, "@" + Sha384, "@" + Sha512);
        Gen.Select(domain, path, Gen.OneOf(Gen.Const(""), tag), digest, (d, p, t, h) => d + p + t + h).Sample(text =>
        {
            // A path alone may begin with what looks like a host, and so not be one.
            if (ByGrammar(text) is not { } expected)
            {
                Assert.False(ImageReference.TryParse(text, out _, out _));
                return;
            }

            var reference = Parse(text);
            Assert.Equal(expected, PartsOf(reference));
            Assert.Equal(expected, PartsOf(Parse(reference.ToString())));
        });
    }

    [Fact]
    public void TextNextToGood_AgreesWithTheGrammar()
    {
        // One or two edits away from a good text, where the limits of the grammar lie.
        var good = Gen.OneOf(Parts.Select(row => row.Data.Item1).ToArray());
        var edit = Gen.Select(Gen.Int[0, 300], Gen.Char["aB0.-_:/@[] é"], Gen.Int[0, 2]);
        Gen.Select(good, edit.Array[1, 2]).Sample((text, edits) =>
        {
            foreach (var (at, character, removed) in edits)
            {
                var start = at % (text.Length + 1);
                text = text[..start] + character + text[Math.Min(start + removed, text.Length)..];
            }

            AgreesWithTheGrammar(text);
        }, iter: 20_000);
    }

    [Fact]
    public void TextOfTheGrammarsCharacters_AgreesWithTheGrammar() =>
        Gen.String[Gen.Char["aaabB01..--__::///@[]"], 0, 14].Sample(AgreesWithTheGrammar, iter: 50_000);

    [Fact]
    public void AnyText_NeverThrows() => Gen.String.Sample(AgreesWithTheGrammar, iter: 20_000);

    private static void AgreesWithTheGrammar(string text)
    {
        var isReference = ImageReference.TryParse(text, out var reference, out var error);
        Assert.Equal(isReference, reference is not null);
        Assert.Equal(isReference, error is ImageReferenceError.None);
        Assert.Equal(ByGrammar(text), reference is null ? null : PartsOf(reference));
        if (reference is not null)
        {
            Assert.Equal(PartsOf(reference), PartsOf(Parse(reference.ToString())));
        }
    }

    private static ImageReference Parse(string text)
    {
        Assert.True(ImageReference.TryParse(text, out var reference, out var error), $"{text}: {error}");
        return reference;
    }

    private static (string Domain, string Path, string? Tag, string? Digest) PartsOf(ImageReference reference) =>
        (reference.Domain, reference.Path, reference.Tag, reference.Digest);

    // The same, told a second time the way upstream goes about it: make the name whole, then match the grammar as one expression.
    private static (string Domain, string Path, string? Tag, string? Digest)? ByGrammar(string text)
    {
        var slash = text.IndexOf('/');
        var first = slash < 0 ? "" : text[..slash];
        var isHost = first == "localhost" || first.IndexOfAny(['.', ':']) >= 0 || first.Any(char.IsAsciiLetterUpper);
        var (host, rest) = isHost ? (first, text[(slash + 1)..]) : ("docker.io", text);
        host = host == "index.docker.io" ? "docker.io" : host;
        rest = host == "docker.io" && !rest.Contains('/') ? "library/" + rest : rest;
        var match = Grammar.Match(host + "/" + rest);
        if (!match.Success || match.Groups["path"].Length > 255 || IdentifierAlone.IsMatch(text))
        {
            return null;
        }

        return (match.Groups["domain"].Value, match.Groups["path"].Value, Part("tag"), Part("digest"));

        string? Part(string name) => match.Groups[name] is { Success: true, Value: var value } ? value : null;
    }

    [GeneratedRegex(@"\A[a-f0-9]{64}\z")]
    private static partial Regex IdentifierAlone { get; }

    [GeneratedRegex(
        """
        \A
        ((?<domain> ( [A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])? (\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)* | \[[A-Fa-f0-9:]+\] )
                     (:[0-9]+)? ) /)?
        (?<path> [a-z0-9]+ ((/|\.|__?|-+) [a-z0-9]+)* )
        (: (?<tag> [A-Za-z0-9_][A-Za-z0-9_.-]{0,127} ))?
        (@ (?<digest> sha256:[a-f0-9]{64} | sha384:[a-f0-9]{96} | sha512:[a-f0-9]{128} ))?
        \z
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Grammar { get; }
}
