using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace K8sSharpManifests.Tool.Tests.Cluster;

public sealed class KubeconfigUserTests
{
    private const string UserLine = "user: {token: " + TestCluster.Token + "}";

    [Fact]
    public async Task TokenFile_IsRead()
    {
        await using var cluster = (await TestCluster.Start()).AddPod("a", "a:1");
        using var folder = cluster.Folder().Write("kubeconfig", With(cluster, "user: {tokenFile: secrets/token}")).Write("secrets/token", TestCluster.Token + "\n");
        Assert.Equal(0, folder.Run("images", "--cluster").ExitCode);

        // It is newer than the token beside it.
        folder.Write("kubeconfig", With(cluster, "user: {token: old, tokenFile: secrets/token}"));
        Assert.Equal(0, folder.Run("images", "--cluster").ExitCode);
        folder.Write("secrets/token", "");
        Assert.EndsWith("token' of the user 'u-test' is empty\n", folder.Run("images", "--cluster").Error, StringComparison.Ordinal);
        folder.Write("kubeconfig", With(cluster, "user: {tokenFile: none}"));
        Assert.Equal((2, true), (folder.Run("images", "--cluster").ExitCode, folder.Run("images", "--cluster").Error.Contains("Could not find file", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("user: {}")]
    [InlineData("user:")]
    public async Task UserWithoutCredentials_AsksAsNobody(string user)
    {
        await using var cluster = await TestCluster.Start();
        var headers = new List<string>();
        cluster.Instead = async context =>
        {
            headers.Add(context.Request.Headers.Authorization.ToString());
            await context.Response.WriteAsync("{\"kind\":\"PodList\",\"items\":null}");
            return true;
        };
        using var folder = cluster.Folder().Write("kubeconfig", With(cluster, user));
        Assert.Equal(new Ran(0, "", "k8ssharp: there is no container in what was given.\n"), folder.Run("images", "--cluster"));
        folder.Write("kubeconfig", cluster.Kubeconfig().Replace("user: u-test, ", "", StringComparison.Ordinal));
        Assert.Equal(0, folder.Run("images", "--cluster").ExitCode);
        Assert.Equal(["", ""], headers);
    }

    [Theory]
    [InlineData("user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: no-such-helper}}", "the credential helper 'no-such-helper' of the user 'u-test' gives no credentials: it cannot be run: ")]
    [InlineData("user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: 'true'}}", "the credential helper 'true' of the user 'u-test' gives no credentials: what it writes is no ExecCredential of client.authentication.k8s.io/v1 with a token or a certificate; run it by itself to see more\n")]
    [InlineData("user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: 'true', env: [{name: A, valeu: never-shown}]}}", "an item of env of the credential helper 'true' of the user 'u-test' has not both 'name' and 'value'\n")]
    [InlineData("user: {auth-provider: {name: gcp, config: {access-token: never-shown}}}", "the user 'u-test' has the auth-provider 'gcp', and kubectl does not take it any more either: name a credential helper by 'exec'\n")]
    [InlineData("user: {auth-provider: {name: oidc, config: {access-token: never-shown}}}", "the user 'u-test' has the auth-provider 'oidc', and kubectl does not take it any more either: name a credential helper by 'exec'\n")]
    [InlineData("user: {client-certificate-data: never-shown, client-key-data: never-shown}", "the client-certificate-data of the user 'u-test' is no base64\n")]
    [InlineData("user: {client-certificate-data: YWJj, client-key-data: never-shown}", "the client-key-data of the user 'u-test' is no base64\n")]
    public async Task CredentialsThatCannotBeUsed_AreToldInALine(string user, string message)
    {
        await using var cluster = await TestCluster.Start();
        using var folder = cluster.Folder().Write("kubeconfig", With(cluster, user));
        var ran = folder.Run("images", "--cluster");
        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith($"k8ssharp: the kubeconfig '{Path.Combine(folder.FullPath, "kubeconfig")}' cannot be used: {message}", ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("never-shown", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClientCertificateThatHasExpired_IsToldWhereTheServerRefuses()
    {
        using var certificate = Certificates.Make("ann", days: -3);
        await using var cluster = await TestCluster.Start();
        using var folder = cluster.Folder().Write("kubeconfig", With(cluster, $"user: {{client-certificate-data: {Pulls.Secrets.Base64(certificate.ExportCertificatePem())}, client-key-data: {Pulls.Secrets.Base64(certificate.GetRSAPrivateKey()!.ExportRSAPrivateKeyPem())}}}"));
        Assert.Equal(
            new Ran(2, "", FormattableString.Invariant($"k8ssharp: the cluster at {cluster.Address} does not take the credentials of the context 'test': Unauthorized; the client certificate has expired on {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC\n")),
            folder.Run("images", "--cluster"));
    }

    private static string With(TestCluster cluster, string user) => cluster.Kubeconfig().Replace(UserLine, user, StringComparison.Ordinal);
}
