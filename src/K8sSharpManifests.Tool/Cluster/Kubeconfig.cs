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
            return files.Count > 0
                ? KubernetesClientConfiguration.BuildConfigFromConfigObject(Merged(files, options.Context), options.Context)
                : KubernetesClientConfiguration.InClusterConfig();
        }
        catch (Exception e) when (IsAboutConfiguration(e))
        {
            throw new CannotRunException($"the kubeconfig {string.Join(", ", files.Select(file => $"'{file}'"))} cannot be used: {OneLine(e)}");
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
            : KubernetesClientConfiguration.IsInCluster() && options.Context is null ? []
            : throw new CannotRunException($"there is no kubeconfig: name one by --kubeconfig or {Variable}{(own.Length > 0 ? $", or put it to {own}" : "")}.");
    }

    private static K8SConfiguration Merged(List<string> files, string? context)
    {
        var configs = files.Select(Load).ToList();
        var config = configs[0];

        // Of what has the same name in several files the first counts.
        config.CurrentContext = configs.Select(c => c.CurrentContext).FirstOrDefault(name => !string.IsNullOrEmpty(name));
        config.Clusters = [.. configs.SelectMany(c => c.Clusters ?? []).DistinctBy(c => c.Name)];
        config.Users = [.. configs.SelectMany(c => c.Users ?? []).DistinctBy(u => u.Name)];
        config.Contexts = [.. configs.SelectMany(c => c.Contexts ?? []).DistinctBy(c => c.Name)];
        var contexts = config.Contexts.Select(c => c.Name).ToList();
        var wanted = context ?? config.CurrentContext;
        return string.IsNullOrEmpty(wanted) ? throw new KubeConfigException($"no context is current: name one by --context{Known(contexts)}")
            : !contexts.Contains(wanted) ? throw new KubeConfigException($"there is no context '{wanted}'{Known(contexts)}")
            : config;
    }

    // The client merges files for the variable alone, and looks for what they name beside the first of them.
    private static K8SConfiguration Load(string file)
    {
        var config = KubernetesClientConfiguration.LoadKubeConfig(new FileInfo(file)) ?? throw new KubeConfigException($"'{file}' is empty");
        var folder = Path.GetDirectoryName(file)!;
        foreach (var cluster in (config.Clusters ?? []).Select(c => c.ClusterEndpoint).OfType<ClusterEndpoint>())
        {
            cluster.CertificateAuthority = Absolute(cluster.CertificateAuthority);
        }

        foreach (var user in (config.Users ?? []).Select(u => u.UserCredentials).OfType<UserCredentials>())
        {
            (user.ClientCertificate, user.ClientKey) = (Absolute(user.ClientCertificate), Absolute(user.ClientKey));
        }

        return config;

        string? Absolute(string? path) => string.IsNullOrEmpty(path) ? path : Path.GetFullPath(path, folder);
    }

    private static string Known(List<string> contexts) => contexts.Count > 0 ? $"; there are {string.Join(", ", contexts)}" : "";
}
