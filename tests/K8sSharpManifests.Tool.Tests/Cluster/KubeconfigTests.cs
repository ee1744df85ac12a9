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
}
