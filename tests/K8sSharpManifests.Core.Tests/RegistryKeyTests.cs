namespace K8sSharpManifests.Core.Tests;

/// <summary>Which credential goes with which image, as keyring.go of Kubernetes' credentialprovider has it.</summary>
public sealed class RegistryKeyTests
{
    [Theory]
    // The host, exactly.
    [InlineData("registry.acme.io", "registry.acme.io/web", true)]
    [InlineData("registry.acme.io", "registry.acme.io/shop/web:1", true)]
    [InlineData("registry.acme.io", "registry.acme.io/web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true)]
    [InlineData("registry.acme.io", "other.acme.io/web", false)]
    [InlineData("registry.acme.io", "acme.io/web", false)]
    [InlineData("acme.io", "registry.acme.io/web", false)]
    [InlineData("registry.acme.io", "registry.acme.io.evil.com/web", false)]
    [InlineData("registry.acme.io", "xregistry.acme.io/web", false)]
    [InlineData("Registry.acme.io", "registry.acme.io/web", false)]
    [InlineData("localhost", "localhost/web", true)]
    [InlineData("", "registry.acme.io/web", false)]
    [InlineData("acme", "acme/web", false)]
    // A scheme, and the API's versions, are not part of it.
    [InlineData("https://registry.acme.io", "registry.acme.io/web", true)]
    [InlineData("http://registry.acme.io", "registry.acme.io/web", true)]
    [InlineData("ftp://registry.acme.io", "registry.acme.io/web", false)]
    [InlineData("https://registry.acme.io/", "registry.acme.io/web", true)]
    [InlineData("https://registry.acme.io/v1/", "registry.acme.io/web", true)]
    [InlineData("https://registry.acme.io/v2/", "registry.acme.io/web", true)]
    [InlineData("registry.acme.io/v2/", "registry.acme.io/web", true)]
    [InlineData("registry.acme.io/v2/shop", "registry.acme.io/shop/web", true)]
    [InlineData("registry.acme.io/v2/shop", "registry.acme.io/other/web", false)]
    [InlineData("registry.acme.io/v3/", "registry.acme.io/web", false)]
    [InlineData("registry.acme.io/v1", "registry.acme.io/web", false)]
    // The port, exactly.
    [InlineData("registry.acme.io:5000", "registry.acme.io:5000/web", true)]
    [InlineData("registry.acme.io:5000", "registry.acme.io/web", false)]
    [InlineData("registry.acme.io", "registry.acme.io:5000/web", false)]
    [InlineData("registry.acme.io:443", "registry.acme.io/web", false)]
    [InlineData("registry.acme.io:5001", "registry.acme.io:5000/web", false)]
    [InlineData("https://registry.acme.io:5000/v2/", "registry.acme.io:5000/web", true)]
    [InlineData("localhost:5000", "localhost:5000/web", true)]
    [InlineData("*.acme.io:5000", "registry.acme.io:5000/web", true)]
    [InlineData("*.acme.io", "registry.acme.io:5000/web", false)]
    [InlineData("registry.acme.io:*", "registry.acme.io:5000/web", false)]
    [InlineData("[fe80::1]:5000", "[fe80::1]:5000/web", true)]
    [InlineData("[fe80::1]:5000", "[fe80::2]:5000/web", false)]
    [InlineData("[fe80::1]", "[fe80::1]:5000/web", false)]
    // The path, as a mere prefix.
    [InlineData("ghcr.io/acme", "ghcr.io/acme/web", true)]
    [InlineData("ghcr.io/acme", "ghcr.io/acme", true)]
    [InlineData("ghcr.io/acme", "ghcr.io/acmecorp/web", true)]
    [InlineData("ghcr.io/acme/", "ghcr.io/acme/web", true)]
    [InlineData("ghcr.io/acme/", "ghcr.io/acmecorp/web", false)]
    [InlineData("ghcr.io/acme/web", "ghcr.io/acme", false)]
    [InlineData("ghcr.io/acme", "ghcr.io/other/acme", false)]
    [InlineData("ghcr.io/acme/*", "ghcr.io/acme/web", false)]
    [InlineData("ghcr.io/", "ghcr.io/acme/web", true)]
    // A pattern for each label of the host, and as many labels.
    [InlineData("*.acme.io", "registry.acme.io/web", true)]
    [InlineData("*.acme.io", "acme.io/web", false)]
    [InlineData("*.acme.io", "eu.registry.acme.io/web", false)]
    [InlineData("*.*.acme.io", "eu.registry.acme.io/web", true)]
    [InlineData("*.io", "acme.io/web", true)]
    [InlineData("*", "registry.acme.io/web", false)]
    [InlineData("*", "localhost/web", true)]
    [InlineData("reg*.acme.io", "registry.acme.io/web", true)]
    [InlineData("*istry.acme.io", "registry.acme.io/web", true)]
    [InlineData("r*g*y.acme.io", "registry.acme.io/web", true)]
    [InlineData("reg*x.acme.io", "registry.acme.io/web", false)]
    [InlineData("registry.*.io", "registry.acme.io/web", true)]
    [InlineData("registry.acme.*", "registry.acme.io/web", true)]
    [InlineData("registry.acme.i?", "registry.acme.io/web", true)]
    [InlineData("registry.acme.io?", "registry.acme.io/web", false)]
    [InlineData("registr[xy].acme.io", "registry.acme.io/web", true)]
    [InlineData("registr[a-y].acme.io", "registry.acme.io/web", true)]
    [InlineData("registr[a-x].acme.io", "registry.acme.io/web", false)]
    [InlineData("registr[^y].acme.io", "registry.acme.io/web", false)]
    [InlineData("registr[^x].acme.io", "registry.acme.io/web", true)]
    [InlineData("registr[y.acme.io", "registry.acme.io/web", false)]
    [InlineData("registr\\y.acme.io", "registry.acme.io/web", true)]
    [InlineData("*.dkr.ecr.*.amazonaws.com", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/web", true)]
    [InlineData("*.azurecr.io", "acme.azurecr.io/web", true)]
    // Docker Hub by its names.
    [InlineData("docker.io", "nginx", true)]
    [InlineData("docker.io", "acme/web", true)]
    [InlineData("docker.io", "index.docker.io/acme/web", true)]
    [InlineData("docker.io/acme", "acme/web", true)]
    [InlineData("docker.io/acme", "other/web", false)]
    [InlineData("docker.io/library", "nginx", true)]
    [InlineData("index.docker.io", "acme/web", true)]
    [InlineData("https://index.docker.io/v1/", "acme/web", true)]
    [InlineData("https://index.docker.io/v1/", "docker.io/acme/web", true)]
    [InlineData("https://index.docker.io/v1/", "ghcr.io/acme/web", false)]
    [InlineData("index.docker.io/v1/acme", "acme/web", false)]
    [InlineData("registry-1.docker.io", "acme/web", false)]
    [InlineData("hub.docker.com", "acme/web", false)]
    [InlineData("*.docker.io", "acme/web", false)]
    public void Key_MatchesAsTheKubeletHasIt(string key, string image, bool expected)
    {
        Assert.True(ImageReference.TryParse(image, out var reference, out _));
        Assert.Equal(expected, new RegistryKey(key).Matches(reference));
    }

    // The kubelet goes through its keys from the last one on, and to Docker Hub's other name when no key is left.
    [Theory]
    [InlineData("ghcr.io/acme/shop/web", "ghcr.io/acme/shop, ghcr.io/acme, ghcr.io")]
    [InlineData("ghcr.io/other", "ghcr.io")]
    [InlineData("nginx", "docker.io, https://index.docker.io/v1/")]
    [InlineData("quay.io/x", "")]
    public void Credentials_AreTriedInTheOrderOfTheirKeys(string image, string keys)
    {
        Assert.True(ImageReference.TryParse(image, out var reference, out _));
        RegistryCredential[] all = [.. new[] { "https://index.docker.io/v1/", "ghcr.io", "ghcr.io/acme/shop", "ghcr.io/acme", "docker.io" }.Select(key => new RegistryCredential(new(key), "u", "p"))];
        Assert.Equal(keys, string.Join(", ", RegistryCredential.For(reference!, all).Select(credential => credential.Key.Text)));
        Assert.All(all, credential => Assert.Equal($"credentials for {credential.Key.Text}", credential.ToString()));
    }
}
