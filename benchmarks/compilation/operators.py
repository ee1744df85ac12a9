"""Writes C# as people write operators: code that runs in a cluster, and makes objects of the Kubernetes client's models in the middle of everything else."""

from string import Template

from .reconcilers import CHANGED, INITIALIZED

COMPONENTS = ("Cache", "Queue", "Gateway", "Worker", "Indexer", "Mailer", "Search", "Billing", "Archive")
TIERS = ("Shared", "Tenant", "Edge")


def text() -> str:
    """A file of 3,000 lines, the same each time: methods that reconcile one component each, with their helpers, in three styles."""
    components = [(tier, component) for component in COMPONENTS for tier in TIERS]
    return FILE.substitute(components="".join(_component(i, tier + component) for i, (tier, component) in enumerate(components)))


def _component(index: int, name: str) -> str:
    style = (INITIALIZED, CHANGED, REPLACED)[index % 3]
    # A finding here and there, as in real code: a tag that moves.
    return style.substitute(Name=name, name=name.lower(), port=7000 + index, tag="latest" if index % 5 == 0 else f"2.{index}.{index % 7}")


FILE = Template('''\
using System.Globalization;
using System.Net;
using k8s;
using k8s.Autorest;

namespace Shop.Operator;

public interface IOperatorLog
{
    void Info(string message);

    void Warn(string message, Exception? exception = null);
}

public sealed record Volume(string Name, string MountPath, string Size, bool IsReadOnly);

public sealed record Port(string Name, int Number, bool IsPublic);

public sealed class ComponentSpec
{
    public string? Version { get; set; }

    public int? Replicas { get; set; }

    public bool IsDebug { get; set; }

    public string? NodePool { get; set; }

    public IDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public IList<Volume> Volumes { get; init; } = [];

    public IList<Port> Ports { get; init; } = [];
}

public sealed record Component(string Name, string Namespace, string Uid, long Generation, ComponentSpec Spec);

public sealed record Outcome(string Component, string State, string Message, DateTimeOffset At);

/// <summary>Brings the cluster to what the components of a shop ask for.</summary>
public sealed class ShopOperator(IKubernetes client, IOperatorLog log, TimeProvider clock)
{
    private const string Registry = "registry.acme.io/shop";
    private const string ManagedBy = "shop-operator";

    private readonly Dictionary<string, Outcome> _outcomes = [];
    private readonly Dictionary<string, int> _failures = [];
$components
    private static V1OwnerReference Owner(Component component) => new()
    {
        ApiVersion = "acme.io/v1",
        Kind = "Component",
        Name = component.Name,
        Uid = component.Uid,
        Controller = true,
    };

    private static Dictionary<string, string> LabelsOf(Component component, string part) => new()
    {
        ["app"] = component.Name,
        ["acme.io/component"] = part,
        ["app.kubernetes.io/managed-by"] = ManagedBy,
    };

    private static V1Probe Probe(string path, string port, int period)
    {
        var probe = new V1Probe { HttpGet = new() { Path = path, Port = port }, PeriodSeconds = period };
        probe.FailureThreshold = period > 10 ? 2 : 5;
        return probe;
    }

    private void Record(Component component, string state, string message)
    {
        _outcomes[component.Name] = new(component.Name, state, message, clock.GetUtcNow());
        log.Info($$"{component.Namespace}/{component.Name}: {state}, {message}");
    }

    private int CountFailure(Component component)
    {
        _failures.TryGetValue(component.Name, out var failures);
        _failures[component.Name] = failures + 1;
        return failures + 1;
    }
}
''')

REPLACED = Template('''
    public async Task Reconcile${Name}Async(IReadOnlyList<Component> components, CancellationToken cancellationToken)
    {
        var existing = new Dictionary<string, V1Deployment>();
        foreach (var ns in components.Select(c => c.Namespace).Distinct().Order())
        {
            var list = await client.AppsV1.ListNamespacedDeploymentAsync(ns, labelSelector: "acme.io/component=$name", cancellationToken: cancellationToken);
            foreach (var item in list.Items)
            {
                existing[$$"{ns}/{item.Metadata.Name}"] = item;
            }
        }

        foreach (var component in components)
        {
            var key = $$"{component.Namespace}/{component.Name}";
            var wanted = Wanted$Name(component);
            if (!existing.Remove(key, out var found))
            {
                await client.AppsV1.CreateNamespacedDeploymentAsync(wanted, component.Namespace, cancellationToken: cancellationToken);
                Record(component, "Created", "$name");
                continue;
            }

            var changes = Changes$Name(found, wanted);
            if (changes.Count == 0)
            {
                log.Info($$"{key} is as it should be");
                continue;
            }

            wanted.Metadata.ResourceVersion = found.Metadata.ResourceVersion;
            wanted.Metadata.Annotations = found.Metadata.Annotations ?? new Dictionary<string, string>();
            wanted.Metadata.Annotations["acme.io/changes"] = string.Join(' ', changes);
            await client.AppsV1.ReplaceNamespacedDeploymentAsync(wanted, component.Name, component.Namespace, cancellationToken: cancellationToken);
            Record(component, "Replaced", string.Join(", ", changes.Select(c => c.ToLowerInvariant())));
        }

        foreach (var (key, orphan) in existing)
        {
            log.Warn($$"{key} belongs to nobody");
            await client.AppsV1.DeleteNamespacedDeploymentAsync(orphan.Metadata.Name, orphan.Metadata.NamespaceProperty, cancellationToken: cancellationToken);
        }
    }

    private static V1Deployment Wanted$Name(Component component) => new()
    {
        Metadata = new() { Name = component.Name, NamespaceProperty = component.Namespace, Labels = LabelsOf(component, "$name") },
        Spec = new()
        {
            Replicas = component.Spec.Replicas ?? 3,
            Selector = new() { MatchLabels = LabelsOf(component, "$name") },
            Template = new()
            {
                Metadata = new() { Labels = LabelsOf(component, "$name") },
                Spec = new()
                {
                    Containers = [Container$Name(component.Spec), .. component.Spec.IsDebug ? [Sidecar$Name()] : Array.Empty<V1Container>()],
                    Volumes = [.. component.Spec.Volumes.Select(v => new V1Volume { Name = v.Name, EmptyDir = new() { SizeLimit = new(v.Size) } })],
                },
            },
        },
    };

    private static V1Container Container$Name(ComponentSpec spec)
    {
        var container = new V1Container
        {
            Name = "$name",
            Image = $$"{Registry}/$name:$tag",
            Env = [.. spec.Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new V1EnvVar { Name = s.Key, Value = s.Value })],
            Ports = [.. spec.Ports.Select(p => new V1ContainerPort { Name = p.Name, ContainerPort = p.Number })],
            VolumeMounts = [.. spec.Volumes.Select(v => new V1VolumeMount { Name = v.Name, MountPath = v.MountPath })],
        };
        container.Env.Add(new() { Name = "LOG_LEVEL", Value = "info" });
        if (spec.Version is { } version)
        {
            container.Image = $$"{Registry}/$name:{version}";
            container.ImagePullPolicy = "IfNotPresent";
        }

        container.Resources = spec.Replicas switch
        {
            > 8 => new() { Limits = new Dictionary<string, ResourceQuantity> { ["memory"] = new("1Gi") } },
            > 2 => new() { Limits = new Dictionary<string, ResourceQuantity> { ["memory"] = new("512Mi") } },
            _ => new(),
        };
        return container;
    }

    private static V1Container Sidecar$Name() => new()
    {
        Name = "$name-trace",
        Image = "registry.acme.io/shop/trace:$tag",
        Args = ["--port", "$port"],
        SecurityContext = new() { RunAsNonRoot = true, AllowPrivilegeEscalation = false },
    };

    private static List<string> Changes$Name(V1Deployment found, V1Deployment wanted)
    {
        var changes = new List<string>();
        if (found.Spec.Replicas != wanted.Spec.Replicas)
        {
            changes.Add("Replicas");
        }

        var before = found.Spec.Template.Spec.Containers.ToDictionary(c => c.Name);
        foreach (var container in wanted.Spec.Template.Spec.Containers)
        {
            if (!before.TryGetValue(container.Name, out var old))
            {
                changes.Add($$"Container:{container.Name}");
            }
            else if (old.Image != container.Image)
            {
                changes.Add($$"Image:{old.Image.Split(':')[^1]}");
            }
        }

        return changes;
    }
''')
