using K8sSharpManifests.CodeFixes;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>What the light bulb offers for findings that only the build can have. The place is marked <c>[||]</c>.</summary>
public sealed class PullSecretRefactoringTests
{
    private const string Declare = "Declare 'my-cred' as a secret that lives elsewhere";
    private const string Make = "Make it a registry secret";

    [Theory]
    [InlineData("""K8s.Pod("web").AddImagePullSecret("my[||]-cred")""")]
    [InlineData("""new() { Spec = new() { Containers = [], ImagePullSecrets = [new() { Name = "my[||]-cred" }] } }""")]
    public Task NameOfAPullSecret_IsDeclared(string pod) => Offers(
        $"public static class Shop\n{{\n    public static int MyCredSecret => 1;\n\n    /// <summary>Web.</summary>\n    [Manifest]\n    public static V1Pod Web => {pod};\n}}\n",
        Declare,
        $"public static class Shop\n{{\n    public static int MyCredSecret => 1;\n\n    [Manifest]\n    public static ExternalObject MyCredSecret2 => External.Secret(\"my-cred\");\n\n"
            + $"    /// <summary>Web.</summary>\n    [Manifest]\n    public static V1Pod Web => {pod.Replace("[||]", "", StringComparison.Ordinal)};\n}}\n");

    [Theory]
    [InlineData("""Type = SecretType.Opaque, StringData = new Dictionary<string, string> { ["username"] = "robot", ["password"] = Password }""")]
    [InlineData("""StringData = new Dictionary<string, string> { { "password", Password }, { "username", "robot" } }""")]
    public Task SecretWithUserAndPassword_BecomesARegistrySecret(string members) => Offers(
        Verify.Shop($$"""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "my-cred" }, {{members}} };""", "private const string Password = \"p\";"),
        Make,
        Verify.Shop("""[Manifest] public static V1Secret Cred => K8s.RegistrySecret("my-cred", "<registry>", user: "robot", password: Password);""", "private const string Password = \"p\";"));

    [Theory]
    [InlineData("""Type = "kubernetes.io/dockerconfigjson", StringData = new Dictionary<string, string> { [".dockerconfigjson"] = "robot:p" }""")]
    [InlineData("""Type = "kubernetes.io/dockercfg", Data = new Dictionary<string, byte[]> { { ".dockercfg", [1] } }""")]
    public Task SecretThatNobodyCanUse_IsMadeAnew(string members) => Offers(
        Verify.Shop($$"""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "my-cred" }, {{members}} };"""),
        Make,
        Verify.Shop("""[Manifest] public static V1Secret Cred => K8s.RegistrySecret("my-cred", "<registry>", user: "<user>", password: "<password>");"""));

    [Theory]
    [InlineData("""("a", "ghcr.io", password: Password, user: "u")""", """("a", ("ghcr.io", "u", Password), ("<registry>", "<user>", "<password>"))""")]
    [InlineData("""("a", ("ghcr.io", "u", Password), ("quay.io", "u", Password))""", """("a", ("ghcr.io", "u", Password), ("quay.io", "u", Password), ("<registry>", "<user>", "<password>"))""")]
    public Task RegistrySecret_GetsAnotherRegistry(string before, string after) => Offers(
        Verify.Shop($"[Manifest] public static V1Secret Cred => K8s.Registry[||]Secret{before}.WithNamespace(\"shop\");", "private const string Password = \"p\";"),
        "Add another registry",
        Verify.Shop($"[Manifest] public static V1Secret Cred => K8s.RegistrySecret{after}.WithNamespace(\"shop\");", "private const string Password = \"p\";"));

    [Theory]
    [InlineData("""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "a" }, Immutable = true, StringData = new Dictionary<string, string> { ["username"] = "u", ["password"] = "p" } };""")]
    [InlineData("""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "a", NamespaceProperty = "shop" }, StringData = new Dictionary<string, string> { ["username"] = "u", ["password"] = "p" } };""")]
    [InlineData("""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "a" }, StringData = new Dictionary<string, string> { ["token"] = "t", ["password"] = "p" } };""")]
    [InlineData("""[Manifest] public static V1ConfigMap Map => new[||]() { Metadata = new() { Name = "a" }, Data = new Dictionary<string, string> { ["username"] = "u", ["password"] = "p" } };""")]
    [InlineData("""[Manifest] public static V1Pod Web => K8s.Pod("w[||]eb").AddImagePullSecret("a");""")]
    public async Task WhatWouldLoseSomething_IsNotOffered(string member) => Assert.Empty((await Refactoring.Actions(new PullSecretRefactoringProvider(), Verify.Shop(member))).Actions);

    private static Task Offers(string before, string title, string after) => Refactoring.Offers(new PullSecretRefactoringProvider(), before, title, after);
}
