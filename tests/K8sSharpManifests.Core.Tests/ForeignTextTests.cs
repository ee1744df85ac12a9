namespace K8sSharpManifests.Core.Tests;

public sealed class ForeignTextTests
{
    private const string Hex = "9c6f0724472873bb50a2ae67a9e7adcb57673a183cea8b06eb778dca859181b5";

    [Theory]
    [InlineData("proxy 'http://me:s3cret@10.0.0.1:3128/' failed with status code '407'", "proxy 'http://***@10.0.0.1:3128/' failed with status code '407'")]
    [InlineData("https://u:p@ss@host/x and http://u@other:1/", "https://***@host/x and http://***@other:1/")]
    [InlineData("u:p@ghcr.io/acme/web:1", "***@ghcr.io/acme/web:1")]
    [InlineData("'u:a/b+c@ghcr.io/acme/web:1' is no image", "'***@ghcr.io/acme/web:1' is no image")]
    [InlineData("a=u:p@host:5000", "***@host:5000")]
    [InlineData("ghp0123456789@ghcr.io/acme/web", "***@ghcr.io/acme/web")]
    [InlineData("u:p@ghcr.io/web@sha256:" + Hex, "***@ghcr.io/web@sha256:" + Hex)]
    [InlineData("header Bearer abc-def.ghi, no more", "header Bearer ***, no more")]
    [InlineData("bearer token-of-mine", "bearer ***")]
    [InlineData("Authorization: Basic YW5uOnNlY3JldA==", "Authorization: Basic ***")]
    [InlineData("Authorization: abc-def, X-Registry-Auth: abc", "Authorization: ***, X-Registry-Auth: ***")]
    [InlineData("of eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln-_x: expired", "of ***: expired")]
    [InlineData("GET /token?access_token=abc&scope=x", "GET /token?access_token=***&scope=x")]
    [InlineData("{\"password\": \"abc\", \"user\": \"x\"}", "{\"password\": \"***\", \"user\": \"x\"}")]
    [InlineData("?X-Amz-Signature=0af&X-Amz-Date=1", "?X-Amz-Signature=***&X-Amz-Date=1")]
    [InlineData("with ghp_abcdefghijkl and sha256~abcdefghijkl", "with *** and ***")]
    public void Credential_IsNotShown(string text, string shown) => Assert.Equal(shown, ForeignText.WithoutSecrets(text));

    // What is taken out nobody can read, so nothing is where there is nothing.
    [Theory]
    [InlineData("ghcr.io/acme/web:1.4.2@sha256:" + Hex)]
    [InlineData("localhost:5000/web:1@sha256:9c6f0724…")]
    [InlineData("'a//b:1@' is no image reference")]
    [InlineData("https://ghcr.io/v2/acme/web/manifests/sha256:" + Hex)]
    [InlineData("User \"ann@example.com\" cannot list resource \"pods\"")]
    [InlineData("User \"system:serviceaccount:shop:default\" cannot list")]
    [InlineData(@"C:\Users\me@corp\a.yaml:12:3: error")]
    [InlineData("node_modules/@acme/x/a.yaml:12, Pod 'web': web")]
    [InlineData("failed to fetch oauth token: unexpected status")]
    [InlineData("pull access denied: authorization failed: no basic auth credentials")]
    [InlineData("the bearer token is invalid; basic authentication is off")]
    [InlineData("Bearer realm=\"https://auth/token\",service=\"x\"")]
    [InlineData("imagePullSecrets=[reg]")]
    public void WhatIsNone_IsShown(string text) => Assert.Equal(text, ForeignText.WithoutSecrets(text));

    // A registry may answer with megabytes of it.
    [Fact]
    public void TextThatTakesForEver_IsNotShown() => Assert.Equal("***", ForeignText.WithoutSecrets("@ " + string.Concat(Enumerable.Repeat("-a:", 200_000))));

    [Fact]
    public void ImageWithACredential_IsNotShownByMessages()
    {
        var message = Core.Rules.RuleCatalog.All[0].Format(["u:p@ghcr.io/web", "u:p@ghcr.io/web", "u:p@ghcr.io/web", "u:p@ghcr.io/web"]);
        Assert.DoesNotContain("u:p", message, StringComparison.Ordinal);
        Assert.Contains("***@ghcr.io/web", message, StringComparison.Ordinal);
    }
}
