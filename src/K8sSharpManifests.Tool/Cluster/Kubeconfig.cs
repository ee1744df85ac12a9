using k8s;
using k8s.Exceptions;
using k8s.KubeConfigModels;

namespace K8sSharpManifests.Tool.Cluster;

/// <summary>Finds out how to reach a cluster, as kubectl does: --kubeconfig, the files of KUBECONFIG, ~/.kube/config, and inside a pod its ServiceAccount.</summary>
internal static class Kubeconfig
{
    private const string Variable = "KUBECONFIG";

    /// <summary>Reads it.</summary>
    /// <param name="options">Which cluster is meant.</param>
    /// <param name="terminal">The environment, and where relative paths start.</param>
    /// <exception cref="CannotRunException">There is none, or it cannot be used.</exception>
    public static KubernetesClientConfiguration Read(ClusterOptions options, Terminal terminal)
    {
        var files = Files(options, terminal);
        try
        {
            var configuration = files.Count > 0 ? Of([.. files.Select(KubeconfigFile.Read)], options.Context) : InCluster.Read(terminal);
            return configuration.SslCaCerts is { Count: 0 } ? throw new KubeConfigException("there is no certificate in what it has as the cluster's authority") : configuration;
        }
        catch (Exception e) when (IsAboutConfiguration(e))
        {
            throw new CannotRunException($"{(files.Count > 0 ? $"the kubeconfig {string.Join(", ", files.Select(file => $"'{file}'"))}" : "the ServiceAccount of this pod")} cannot be used: {OneLine(e)}");
        }
    }

    /// <summary>Whether an exception is about what the configuration says or points to.</summary>
    public static bool IsAboutConfiguration(Exception e) =>
        e is KubeConfigException or KubernetesClientException or YamlDotNet.Core.YamlException or IOException or UnauthorizedAccessException or FormatException or InvalidOperationException or ArgumentException
            or System.Security.Cryptography.CryptographicException or System.ComponentModel.Win32Exception or NotSupportedException or System.Text.Json.JsonException;

    /// <summary>The message of an exception, and of what caused it, on one line; of what is no YAML only the place, since what stands there may be a secret.</summary>
    public static string OneLine(Exception e) => e is YamlDotNet.Core.YamlException yaml ? $"line {yaml.Start.Line}, column {yaml.Start.Column} cannot be read" : Output.PlainText.OnOneLine(e.InnerException is { } inner && !e.Message.Contains(inner.Message, StringComparison.Ordinal) ? $"{e.Message} ({inner.Message})" : e.Message, 400);

    private static List<string> Files(ClusterOptions options, Terminal terminal)
    {
        if (options.Kubeconfig is { } given)
        {
            var path = Path.GetFullPath(given, terminal.Folder);
            return File.Exists(path) ? [path] : throw new CannotRunException($"--kubeconfig: '{given}' is not there.");
        }

        // As kubectl has it, files of the variable that are not there are no fault; but one has to be.
        var named = (terminal.Variable(Variable) ?? "").Split(Path.PathSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (named.Length > 0)
        {
            var there = named.Select(file => Path.GetFullPath(file, terminal.Folder)).Where(File.Exists).ToList();
            return there.Count > 0 ? there : throw new CannotRunException($"none of the files of {Variable} is there: {string.Join(", ", named)}");
        }

        var home = terminal.Variable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME");
        var own = home is { Length: > 0 } ? Path.Combine(home, ".kube", "config") : "";
        return File.Exists(own) ? [own]
            : InCluster.IsHere(terminal) && options.Context is null ? []
            : throw new CannotRunException($"there is no kubeconfig: name one by --kubeconfig or {Variable}{(own.Length > 0 ? $", or put it to {own}" : "")}.");
    }

    // Of what has the same name in several files the first counts. The client is given no more than one of each: it takes names for the same that differ in case, and falls over entries that nobody means.
    private static KubernetesClientConfiguration Of(IReadOnlyList<KubeconfigFile> files, string? named)
    {
        var contexts = files.SelectMany(file => file.Config.Contexts ?? []).Where(item => item?.Name is not null).DistinctBy(item => item.Name).ToList();
        var name = named ?? files.Select(file => file.Config.CurrentContext).FirstOrDefault(current => !string.IsNullOrEmpty(current))
            ?? throw new KubeConfigException($"{(contexts.Count == 0 ? "there is no context in it" : "no context is current: name one by --context")}{Known(contexts.Select(item => item.Name))}");
        var context = contexts.Find(item => item.Name == name) ?? throw new KubeConfigException($"there is no context '{name}'{Known(contexts.Select(item => item.Name))}");

        var clusters = files.SelectMany(file => file.Config.Clusters ?? []).Where(item => item?.Name is not null).ToList();
        var cluster = context.ContextDetails?.Cluster is { Length: > 0 } clusterName
            ? clusters.Find(item => item.Name == clusterName) ?? throw new KubeConfigException($"the context '{name}' is for the cluster '{clusterName}', which is not there{Known(clusters.Select(item => item.Name).Distinct())}")
            : throw new KubeConfigException($"the context '{name}' names no cluster");
        if (string.IsNullOrWhiteSpace(cluster.ClusterEndpoint?.Server))
        {
            throw new KubeConfigException($"the cluster '{cluster.Name}' has no server");
        }

        KubeconfigUser? user = null;
        if (context.ContextDetails.User is { Length: > 0 } userName)
        {
            var users = files.SelectMany(file => file.Users).ToList();
            user = users.Find(item => item.Name == userName)
                ?? throw new KubeConfigException($"the context '{name}' is for the user '{userName}', who is not there{Known(users.Select(item => item.Name).Distinct())}");
        }

        RequireBase64(cluster.ClusterEndpoint.CertificateAuthorityData, $"the certificate-authority-data of the cluster '{cluster.Name}'");
        RequireBase64(user?.Credentials?.ClientCertificateData, $"the client-certificate-data of the user '{user?.Name}'");
        RequireBase64(user?.Credentials?.ClientKeyData, $"the client-key-data of the user '{user?.Name}'");
        var login = user?.Login();
        context.ContextDetails.User = login?.Name;
        K8SConfiguration config = new() { CurrentContext = name, Contexts = [context], Clusters = [cluster], Users = login is null ? [] : [login] };
        return KubeconfigUser.GuardExec(login, () => KubernetesClientConfiguration.BuildConfigFromConfigObject(config, name));
    }

    private static void RequireBase64(string? text, string what)
    {
        if (!string.IsNullOrEmpty(text) && Core.Base64.Decode(text) is null)
        {
            throw new KubeConfigException($"{what} is no base64");
        }
    }

    private static string Known(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } known ? $"; there are {known}" : "";
}
