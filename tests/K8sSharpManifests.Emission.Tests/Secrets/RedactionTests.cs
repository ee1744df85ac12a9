using System.Net;
using System.Text;
using System.Text.Json;
using K8sSharpManifests.Emission.Secrets;

namespace K8sSharpManifests.Emission.Tests.Secrets;

/// <summary>What of a text is left where a secret stands in it.</summary>
public sealed class RedactionTests
{
    private const string Secret = "p\"ss'w0rd <ü> & \\more";

    public static TheoryData<string> Forms =>
    [
        Secret,
        Secret.ToUpperInvariant(),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
        JsonSerializer.Serialize(Secret)[1..^1],
        JsonSerializer.Serialize(Secret, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })[1..^1],
        Secret.Replace("'", "''", StringComparison.Ordinal),
        Uri.EscapeDataString(Secret),
        WebUtility.UrlEncode(Secret),
        WebUtility.HtmlEncode(Secret),
        Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Secret)),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void SecretInAnyForm_IsMasked(string form) => Assert.Equal("before '***' after", Redact($"before '{form}' after", Secret));

    // As in "user:password", encoded.
    [Theory]
    [InlineData("")]
    [InlineData("u")]
    [InlineData("us")]
    [InlineData("user:")]
    public void SecretBehindSomethingElse_IsMaskedInBase64(string before)
    {
        const string secret = "correct horse battery staple";
        var redacted = Redact(Convert.ToBase64String(Encoding.UTF8.GetBytes(before + secret + "!")), secret);

        Assert.Contains(KnownSecrets.Mask, redacted, StringComparison.Ordinal);
        Assert.True(redacted.Length < before.Length + 14, redacted);
    }

    [Theory]
    [InlineData("first line\nsecond line\n")]
    [InlineData("  first line\r\n\tsecond line")]
    public void SecretOfSeveralLines_IsMaskedByEachOfThem(string secret) => Assert.Equal(
        "*** | *** | *** | *** | third line",
        Redact($"{secret} | first line second line | first line | second line | third line", secret));

    [Fact]
    public void LongerSecretThatHoldsAnother_IsMaskedAsAWhole() => Assert.Equal("*** and ***", Redact("password1 and password", "password", "password1"));

    // Its letters are in every message. Where a value is quoted, it stands alone.
    [Theory]
    [InlineData("a")]
    [InlineData("12")]
    [InlineData("a'b")]
    public void ShortSecret_IsMaskedInQuotesOnly(string secret) => Assert.Equal(
        $"a map of 12 a'b: '***', \"***\", `***`, '{secret}x'", Redact($"a map of 12 a'b: '{secret}', \"{secret}\", `{secret}`, '{secret}x'", secret));

    [Fact]
    public void SecretThatNobodyHasRead_IsNone()
    {
        var secrets = new ManifestSecrets(new Dictionary<string, string> { ["a"] = "hunter2", ["b"] = "hunter3" });
        secrets.Read("a");

        Assert.Equal("*** hunter3", new RunSecrets(secrets).Redact("hunter2 hunter3"));
    }

    // A member can read one more at any time.
    [Fact]
    public void SecretThatIsReadLater_IsMaskedFromThenOn()
    {
        var secrets = new ManifestSecrets(new Dictionary<string, string> { ["a"] = "hunter2", ["b"] = "hunter3" });
        var run = new RunSecrets(secrets);
        secrets.Read("a");
        run.Redact("hunter2");
        secrets.Read("b");

        Assert.Equal("*** ***", run.Redact("hunter2 hunter3"));
    }

    private static string Redact(string text, params string[] values)
    {
        var secrets = new ManifestSecrets(values.ToDictionary(value => value));
        foreach (var value in values)
        {
            secrets.Read(value);
        }

        return new RunSecrets(secrets).Redact(text);
    }
}
