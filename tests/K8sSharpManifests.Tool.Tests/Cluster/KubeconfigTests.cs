namespace K8sSharpManifests.Tool.Tests.Cluster;

public sealed class KubeconfigTests
{
    [Fact]
    public async Task Files_AreFoundAsKubectlFindsThem()
    {
        await using var one = (await TestCluster.Start()).AddPod("one", "one:1");
        await using var two = (await TestCluster.Start()).AddPod("two", "two:1", ns: "second");
        using var folder = new LintFolder().Write("one", one.Kubeconfig("one")).Write("two", two.Kubeconfig("two", "second")).Write("home/.kube/config", two.Kubeconfig("home", "second"));

        // Of several files the first that says something counts, and one that is not there does not.
        folder.Variables["KUBECONFIG"] = string.Join(Path.PathSeparator, Path.Combine(folder.FullPath, "none"), Path.Combine(folder.FullPath, "one"), Path.Combine(folder.FullPath, "two"));
        folder.Variables["HOME"] = folder.Variables["USERPROFILE"] = Path.Combine(folder.FullPath, "home");
        Assert.Equal("Pod/one", Listed());
        Assert.Equal("Pod/two", Listed("--context", "two"));
        Assert.Equal("Pod/two", Listed("--kubeconfig", "two"));
        folder.Variables.Remove("KUBECONFIG");
        Assert.Equal("Pod/two", Listed());

        string Listed(params string[] options)
        {
            var ran = folder.Run(["images", "--cluster", "--format", "csv", .. options]);
            Assert.Equal(0, ran.ExitCode);
            return ran.Output.Split("\r\n")[1].Split(',')[2];
        }
    }

    [Fact]
    public async Task WhatCannotBeUsed_IsTold()
    {
        await using var cluster = await TestCluster.Start();
        using var folder = cluster.Folder();
        var file = Path.Combine(folder.FullPath, "kubeconfig");
        Assert.Equal(new Ran(2, "", $"k8ssharp: the kubeconfig '{file}' cannot be used: there is no context 'prod'; there are test\n"), folder.Run("images", "--cluster", "--context", "prod"));
        Assert.Equal(new Ran(2, "", "k8ssharp: --kubeconfig: 'none' is not there.\n"), folder.Run("images", "--cluster", "--kubeconfig", "none"));
        folder.Write("kubeconfig", cluster.Kubeconfig().Replace("current-context: test\n", "", StringComparison.Ordinal));
        Assert.Equal(new Ran(2, "", $"k8ssharp: the kubeconfig '{file}' cannot be used: no context is current: name one by --context; there are test\n"), folder.Run("images", "--cluster"));

        // What stands there may be a secret.
        foreach (var wrong in new[] { "clusters:\n- name: [\n", "kind: Config\nusers:\n- name: a\n  user: never-shown\n", "kind: Config\nclusters:\n- name: a\n  cluster: {insecure-skip-tls-verify: never-shown}\n" })
        {
            folder.Write("kubeconfig", wrong);
            var broken = folder.Run("images", "--cluster");
            Assert.Equal((2, ""), (broken.ExitCode, broken.Output));
            Assert.Matches($"^k8ssharp: the kubeconfig '{System.Text.RegularExpressions.Regex.Escape(file)}' cannot be used: line [0-9]+, column [0-9]+ cannot be read\n$", broken.Error);
        }

        folder.Variables["KUBECONFIG"] = "none";
        Assert.Equal(new Ran(2, "", "k8ssharp: none of the files of KUBECONFIG is there: none\n"), folder.Run("images", "--cluster"));
        folder.Variables.Clear();
        folder.Variables["HOME"] = folder.Variables["USERPROFILE"] = folder.FullPath;
        Assert.Equal(
            new Ran(2, "", $"k8ssharp: there is no kubeconfig: name one by --kubeconfig or KUBECONFIG, or put it to {Path.Combine(folder.FullPath, ".kube", "config")}.\n"), folder.Run("images", "--cluster"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("apiVersion: v1\nkind: Config\n")]
    [InlineData("clusters: null\ncontexts: [null, {name: x}]\nusers: [null, {name: null}]\n")]
    public async Task FileThatSaysNothing_IsNoFaultAmongOthers(string text)
    {
        await using var cluster = (await TestCluster.Start()).AddPod("a", "a:1");
        using var folder = cluster.Folder().Write("empty", text);
        folder.Variables["KUBECONFIG"] = string.Join(Path.PathSeparator, Path.Combine(folder.FullPath, "empty"), Path.Combine(folder.FullPath, "kubeconfig"));
        Assert.Equal(0, folder.Run("images", "--cluster").ExitCode);
        var alone = folder.Run("images", "--cluster", "--kubeconfig", "empty");
        Assert.Equal((2, ""), (alone.ExitCode, alone.Output));
        Assert.Matches("cannot be used: (there is no context in it|no context is current: name one by --context; there are x)\n$", alone.Error);
    }

    [Theory]
    [InlineData("{name: c-test,", "{name: other,", "the context 'test' is for the cluster 'c-test', which is not there; there are other")]
    [InlineData("{name: u-test,", "{name: other,", "the context 'test' is for the user 'u-test', who is not there; there are other")]
    [InlineData("{name: c-test, cluster:", "{name: c-test, klaster:", "the cluster 'c-test' has no server")]
    [InlineData("{name: test, context:", "{name: test, kontext:", "the context 'test' names no cluster")]
    [InlineData("current-context: test", "current-context: TEST", "there is no context 'TEST'; there are test")]
    [InlineData("cluster: {server", "cluster: {certificate-authority-data: '%', server", "the certificate-authority-data of the cluster 'c-test' is no base64")]
    public async Task WhatIsNamedAndNotThere_IsTold(string text, string instead, string message)
    {
        await using var cluster = await TestCluster.Start();
        using var folder = cluster.Folder().Write("kubeconfig", cluster.Kubeconfig().Replace(text, instead, StringComparison.Ordinal));
        Assert.Equal(new Ran(2, "", $"k8ssharp: the kubeconfig '{Path.Combine(folder.FullPath, "kubeconfig")}' cannot be used: {message}\n"), folder.Run("images", "--cluster"));
    }

    // kubectl tells them apart.
    [Fact]
    public async Task NamesThatDifferInCase_AreDifferent()
    {
        await using var one = (await TestCluster.Start()).AddPod("one", "one:1");
        await using var two = (await TestCluster.Start()).AddPod("two", "two:1");
        using var folder = new LintFolder().Write("one", one.Kubeconfig("PROD")).Write("two", two.Kubeconfig("prod"));
        folder.Variables["KUBECONFIG"] = string.Join(Path.PathSeparator, Path.Combine(folder.FullPath, "one"), Path.Combine(folder.FullPath, "two"));
        Assert.Contains("Pod/two", folder.Run("images", "--cluster", "--context", "prod").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PasswordInTheServersAddress_IsNotShown()
    {
        await using var cluster = await TestCluster.Start();
        cluster.Refuse("pods", 500, "InternalError", $"token {TestCluster.Token} of Bearer abc-def at http://me:never@x/ is not known");
        using var folder = cluster.Folder().Write("kubeconfig", cluster.Kubeconfig().Replace("http://", "http://me:never@", StringComparison.Ordinal));
        Assert.Equal(
            new Ran(2, "", $"k8ssharp: the cluster at {cluster.Address.Replace("http://", "http://***@", StringComparison.Ordinal)} does not list pods in the namespace 'shop': status 500: token *** of Bearer *** at http://***@x/ is not known\n"),
            folder.Run("images", "--cluster"));
    }
}
