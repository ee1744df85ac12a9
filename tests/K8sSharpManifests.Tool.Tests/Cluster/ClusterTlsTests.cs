using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace K8sSharpManifests.Tool.Tests.Cluster;

public sealed class ClusterTlsTests
{
    [Fact]
    public async Task ServersCertificate_IsJudgedByTheAuthorityOfTheKubeconfig()
    {
        using var certificate = Certificates.Make();
        Assert.Equal((0, ""), await Asked(certificate, certificate));

        // It is signed by whom one trusts, and is for another host.
        using var elsewhere = Certificates.Make("elsewhere");
        Assert.Equal((2, "its certificate is for another host"), await Asked(elsewhere, elsewhere));
        Assert.Equal((2, "its certificate is signed by nobody whom this machine trusts"), await Asked(certificate, elsewhere));
        Assert.Equal((2, "its certificate is signed by nobody whom this machine trusts"), await Asked(certificate, null));
        using var old = Certificates.Make(days: -1);
        Assert.Equal((2, $"its certificate has expired on {old.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC"), await Asked(old, old));
    }

    [Fact]
    public async Task InsideAPod_ItsServiceAccountAsks()
    {
        using var certificate = Certificates.Make();
        await using var cluster = (await TestCluster.Start(certificate)).AddPod("a", "a:1").AddPod("b", "b:1", ns: "other");
        using var folder = new LintFolder().Write("serviceaccount/token", TestCluster.Token + "\n").Write("serviceaccount/ca.crt", certificate.ExportCertificatePem()).Write("serviceaccount/namespace", "other\n");
        folder.Variables["HOME"] = folder.Variables["USERPROFILE"] = folder.FullPath;
        Assert.StartsWith("k8ssharp: there is no kubeconfig", folder.Run("images", "--cluster").Error, StringComparison.Ordinal);
        folder.Variables["KUBERNETES_SERVICE_HOST"] = "localhost";
        folder.Variables["KUBERNETES_SERVICE_PORT"] = new Uri(cluster.Address).Port.ToString(CultureInfo.InvariantCulture);
        var ran = folder.Run("images", "--cluster", "--format", "csv", "-q");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("\n,other,Pod/b,", ran.Output, StringComparison.Ordinal);
        cluster.Refuse("pods");
        Assert.StartsWith("k8ssharp: the pod's ServiceAccount may not list pods in the namespace 'other': ", folder.Run("images", "--cluster").Error, StringComparison.Ordinal);

        // A kubeconfig goes before it.
        folder.Write(".kube/config", "");
        Assert.EndsWith("cannot be used: there is no context in it\n", folder.Run("images", "--cluster").Error, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder.FullPath, ".kube", "config"));
        folder.Write("serviceaccount/ca.crt", "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n");
        Assert.Equal(new Ran(2, "", "k8ssharp: the ServiceAccount of this pod cannot be used: there is no certificate in what it has as the cluster's authority\n"), folder.Run("images", "--cluster"));
    }

    private static async Task<(int ExitCode, string Why)> Asked(X509Certificate2 certificate, X509Certificate2? authority)
    {
        await using var cluster = (await TestCluster.Start(certificate)).AddPod("a", "a:1");
        var address = cluster.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var trusted = authority is null ? "" : $", certificate-authority-data: {Pulls.Secrets.Base64(authority.ExportCertificatePem())}";
        using var folder = cluster.Folder().Write("kubeconfig", cluster.Kubeconfig().Replace($"server: '{cluster.Address}'", $"server: '{address}'{trusted}", StringComparison.Ordinal));
        var ran = folder.Run("images", "--cluster", "-q");
        return (ran.ExitCode, ran.Error.Replace($"k8ssharp: the cluster at {address} cannot be reached: ", "", StringComparison.Ordinal).TrimEnd('\n'));
    }
}
