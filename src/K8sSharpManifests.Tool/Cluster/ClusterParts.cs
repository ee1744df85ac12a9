using System.CommandLine;
using K8sSharpManifests.Tool.Manifests;

namespace K8sSharpManifests.Tool.Cluster;

/// <summary>The options by which a command is told which objects are meant, and which cluster they are read from.</summary>
internal sealed class ClusterParts
{
    private readonly Option<bool> _cluster = new("--cluster") { Description = "The pods of a cluster, instead of manifests: that of the kubeconfig, or the one around the pod that this runs in." };

    private readonly Option<string?> _context = new("--context") { Description = "The context of the kubeconfig.", HelpName = "NAME" };

    private readonly Option<string?> _kubeconfig = new("--kubeconfig") { Description = "The kubeconfig, instead of those of KUBECONFIG or ~/.kube/config.", HelpName = "FILE" };

    private readonly Option<string?> _namespace = new("--namespace", "-n")
    {
        Description = "The namespace. In manifests, objects that name none are taken to be in it. Without it, all that manifests name, and in a cluster that of the context.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _all = new("--all-namespaces", "-A") { Description = "All namespaces." };

    private readonly Option<string?> _selector = new("--selector", "-l") { Description = "Only objects with these labels: app=web,tier!=test,env in (prod,staging),canary,!old.", HelpName = "SELECTOR" };

    /// <summary>Whether the manifests are compared with the cluster, instead of giving way to it: it is asked for their objects, and not for its pods.</summary>
    public bool IsCompared { private get; init; }

    /// <summary>Whether a cluster is meant.</summary>
    /// <param name="parsed">The line.</param>
    public bool IsCluster(ParseResult parsed) => parsed.GetValue(_cluster);

    /// <summary>Which cluster.</summary>
    /// <param name="parsed">The line.</param>
    /// <param name="timeout">How long one answer may take.</param>
    public ClusterOptions Options(ParseResult parsed, TimeSpan timeout) => new(parsed.GetValue(_kubeconfig), parsed.GetValue(_context), timeout);

    /// <summary>Which objects of manifests.</summary>
    /// <param name="parsed">The line.</param>
    public ObjectFilter Filter(ParseResult parsed) => new(parsed.GetValue(_namespace), parsed.GetValue(_selector) is { } text ? LabelSelector.Parse(text) : null);

    /// <summary>The pods of a cluster that are meant.</summary>
    /// <param name="parsed">The line.</param>
    /// <param name="client">The cluster.</param>
    public ClusterPods Pods(ParseResult parsed, ClusterClient client) =>
        new(client, parsed.GetValue(_all) ? null : parsed.GetValue(_namespace) ?? client.Namespace, parsed.GetValue(_selector));

    /// <summary>Adds them to a command, with what may not stand together.</summary>
    /// <param name="command">The command.</param>
    /// <param name="manifests">By what it is told which manifests are meant.</param>
    public void AddTo(Command command, ManifestParts manifests)
    {
        if (IsCompared)
        {
            _cluster.Description = "What a cluster holds: that of the kubeconfig, or the one around the pod that this runs in. It is only read.";
            _namespace.Description = "The namespace of objects that name none, and only those in it. Without it, all objects; in a cluster, the context's for those that name none.";
        }

        foreach (var option in new Option[] { _cluster, _context, _kubeconfig, _namespace, _all, _selector }.Where(option => !IsCompared || option != _all))
        {
            command.Options.Add(option);
        }

        _selector.Validators.Add(result =>
        {
            if (result.Tokens is [var token])
            {
                try
                {
                    LabelSelector.Parse(token.Value);
                }
                catch (FormatException e)
                {
                    result.AddError($"--selector: '{token.Value}' is no label selector: {e.Message}.");
                }
            }
        });
        command.Validators.Add(result =>
        {
            var isCluster = result.GetValue(_cluster);
            if (isCluster && !IsCompared && (result.GetResult(manifests.Paths) is { Tokens.Count: > 0 } || result.GetResult(manifests.Project) is not null || result.GetResult(manifests.Environments) is { Tokens.Count: > 0 }
                || result.GetResult(manifests.Definitions) is { Tokens.Count: > 0 }))
            {
                result.AddError("--cluster and manifests (PATH, --project, --environment, --crd) exclude each other.");
            }

            if (!isCluster && (result.GetResult(_context) is not null || result.GetResult(_kubeconfig) is not null))
            {
                result.AddError("--context and --kubeconfig are for --cluster.");
            }

            if (!IsCompared && result.GetResult(_namespace) is not null && result.GetValue(_all))
            {
                result.AddError("--namespace and --all-namespaces exclude each other.");
            }

            if (result.GetResult(_namespace) is { Tokens: [var name] } && !Core.MetadataSyntax.IsNamespace(name.Value))
            {
                result.AddError($"--namespace: '{name.Value}' cannot be a namespace.");
            }
        });
    }
}
