using K8sSharpManifests.CodeFixes;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>What the light bulb offers for findings that only the build can have. The place is marked <c>[||]</c>.</summary>
public sealed class PullSecretRefactoringTests
{
    private const string Declare = "Declare 'my-cred' as a secret that lives elsewhere";
    private const string Make = "Make it a registry secret";

    private const string Pod = "[Manifest] public static V1Pod Puller => K8s.Pod(\"puller\").AddImagePullSecret(\"my-cred\");";
    private const string Values = "private const string Password = \"p\"; private static string? Maybe => null;";

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
        Verify.Shop($$"""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "my-cred" }, {{members}} };""", "private const string Password = \"p\";", Pod),
        Make,
        Verify.Shop("""[Manifest] public static V1Secret Cred => K8s.RegistrySecret("my-cred", "<registry>", user: "robot", password: Password);""", "private const string Password = \"p\";", Pod));

    // Without the namespace of the DSL, and where members have its names.
    [Theory]
    [InlineData("", "")]
    [InlineData("using K8sSharpManifests;\n\n", "    public static string External => \"\";\n\n    public static string K8s => \"\";\n\n    public static string Manifest => \"\";\n\n")]
    public async Task NamesThatMeanSomethingElse_AreWrittenInFull(string usings, string members)
    {
        const string full = "global::K8sSharpManifests.";
        var code = usings + "public static class Shop\n{\n" + members + "    {0}public static V1Pod Web => K8sSharpManifests.Fluent.AddImagePullSecret(K8sSharpManifests.K8s.Pod(\"web\"), \"my[||]-cred\");\n}\n";
        var (attribute, type) = usings.Length == 0 ? (full + "Manifest", full + "ExternalObject") : ("Manifest", "ExternalObject");

        await Refactoring.Offers(
            new PullSecretRefactoringProvider(), code.Replace("{0}", "", StringComparison.Ordinal), Declare,
            code.Replace("[||]", "", StringComparison.Ordinal).Replace("{0}", $"[{attribute}]\n    public static {type} MyCredSecret => {full}External.Secret(\"my-cred\");\n\n    ", StringComparison.Ordinal),
            "global using k8s.Models;");
    }

    [Fact]
    public Task ClassOnOneLine_StaysOnOne() => Offers(
        "public static class Shop { [Manifest] public static V1Pod Web => K8s.Pod(\"web\").AddImagePullSecret(\"my[||]-cred\"); }\n",
        Declare,
        "public static class Shop { [Manifest] public static ExternalObject MyCredSecret => External.Secret(\"my-cred\"); [Manifest] public static V1Pod Web => K8s.Pod(\"web\").AddImagePullSecret(\"my-cred\"); }\n");

    // The build could not run the member, or directives stand around it.
    [Theory]
    [InlineData("public static class Shop<T> { public static V1Pod Web => K8s.Pod(\"web\").AddImagePullSecret(\"my[||]-cred\"); }")]
    [InlineData("file static class Shop { public static V1Pod Web => K8s.Pod(\"web\").AddImagePullSecret(\"my[||]-cred\"); }")]
    [InlineData("public static class Shop { private static class Inner { public static V1Pod Web => K8s.Pod(\"web\").AddImagePullSecret(\"my[||]-cred\"); } }")]
    [InlineData("public static class Shop\n{\n#if !NEVER\n    public static int A => 1;\n#endif\n    public static V1Pod Web => K8s.Pod(\"web\").AddImagePullSecret(\"my[||]-cred\");\n}")]
    public async Task DeclarationThatCannotStandThere_IsNotOffered(string code) => Assert.Empty((await Refactoring.Actions(new PullSecretRefactoringProvider(), code)).Actions);

    [Theory]
    [InlineData("[Manifest] public static ExternalObject Cred => External.Secret(\"my-cred\");")]
    [InlineData("[Manifest] public static V1Secret Cred => K8s.RegistrySecret(\"my-cred\", \"ghcr.io\", \"u\", \"p\");")]
    public async Task SecretThatIsDeclared_IsNotDeclaredAgain(string member) => Assert.Empty(
        (await Refactoring.Actions(new PullSecretRefactoringProvider(), Verify.Shop("[Manifest] public static V1Pod Web => K8s.Pod(\"web\").AddImagePullSecret(\"my[||]-cred\");", member))).Actions);

    // No pod pulls with them.
    [Theory]
    [InlineData("Type = \"kubernetes.io/basic-auth\", StringData = new Dictionary<string, string> { [\"username\"] = \"u\", [\"password\"] = \"p\" }")]
    [InlineData("StringData = new Dictionary<string, string> { [\"username\"] = \"postgres\", [\"password\"] = \"p\" }")]
    public async Task SecretOfADatabase_StaysWhatItIs(string members) => Assert.Empty(
        (await Refactoring.Actions(new PullSecretRefactoringProvider(), Verify.Shop($$"""[Manifest] public static V1Secret Db => new[||]() { Metadata = new() { Name = "db" }, {{members}} };""", Pod))).Actions);

    [Theory]
    [InlineData("(\"a\", server: \"ghcr.io\", password: Read(1)!, user: Read(2)!)")]
    [InlineData("(\"a\", \"ghcr.io\", \"u\", /* rotated by Ann */ \"p\")")]
    public async Task RegistrySecretThatWouldLoseSomething_StaysWhatItIs(string arguments) => Assert.Empty(
        (await Refactoring.Actions(new PullSecretRefactoringProvider(), Verify.Shop($"[Manifest] public static V1Secret Cred => K8s.Registry[||]Secret{arguments};", "private static string? Read(int i) => null;"))).Actions);

    [Theory]
    [InlineData("""Type = "kubernetes.io/dockerconfigjson", StringData = new Dictionary<string, string> { [".dockerconfigjson"] = "robot:p" }""")]
    [InlineData("""Type = "kubernetes.io/dockercfg", Data = new Dictionary<string, byte[]> { { ".dockercfg", [1] } }""")]
    public Task SecretThatNobodyCanUse_IsMadeAnew(string members) => Offers(
        Verify.Shop($$"""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "my-cred" }, {{members}} };"""),
        Make,
        Verify.Shop("""[Manifest] public static V1Secret Cred => K8s.RegistrySecret("my-cred", "<registry>", user: "<user>", password: "<password>");"""));

    [Theory]
    [InlineData("""("a", "ghcr.io", password: Password, user: "u")""", """("a", ("ghcr.io", "u", Password), ("<registry>", "<user>", "<password>"))""")]
    [InlineData("""("a", "ghcr.io", "u", Maybe!)""", """("a", ("ghcr.io", "u", Maybe!), ("<registry>", "<user>", "<password>"))""")]
    [InlineData("""("a", ("ghcr.io", "u", Password), ("quay.io", "u", Password))""", """("a", ("ghcr.io", "u", Password), ("quay.io", "u", Password), ("<registry>", "<user>", "<password>"))""")]
    public Task RegistrySecret_GetsAnotherRegistry(string before, string after) => Offers(
        Verify.Shop($"[Manifest] public static V1Secret Cred => K8s.Registry[||]Secret{before}.WithNamespace(\"shop\");", Values),
        "Add another registry",
        Verify.Shop($"[Manifest] public static V1Secret Cred => K8s.RegistrySecret{after}.WithNamespace(\"shop\");", Values));

    [Theory]
    [InlineData("""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "a" }, Immutable = true, StringData = new Dictionary<string, string> { ["username"] = "u", ["password"] = "p" } };""")]
    [InlineData("""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "a", NamespaceProperty = "shop" }, StringData = new Dictionary<string, string> { ["username"] = "u", ["password"] = "p" } };""")]
    [InlineData("""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "a" }, StringData = new Dictionary<string, string> { ["token"] = "t", ["password"] = "p" } };""")]
    [InlineData("""[Manifest] public static V1ConfigMap Map => new[||]() { Metadata = new() { Name = "a" }, Data = new Dictionary<string, string> { ["username"] = "u", ["password"] = "p" } };""")]
    [InlineData("""[Manifest] public static V1Pod Web => K8s.Pod("w[||]eb").AddImagePullSecret("a");""")]
    public async Task WhatWouldLoseSomething_IsNotOffered(string member) => Assert.Empty((await Refactoring.Actions(new PullSecretRefactoringProvider(), Verify.Shop(member))).Actions);

    private static Task Offers(string before, string title, string after) => Refactoring.Offers(new PullSecretRefactoringProvider(), before, title, after);
}
