using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>What the API server fills into objects by what else is in them, beyond single values (<see cref="Meaning.Default"/>): so that it is the same, written out or not.</summary>
/// <remarks>Upstream: pkg/apis/*/v1/defaults.go and pkg/apis/autoscaling/v2/defaults.go.</remarks>
internal static class ServerDefaults
{
    private const string Metrics = """[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}}]""";
    private const string ScaleUp = """{"stabilizationWindowSeconds":0,"selectPolicy":"Max","policies":[{"type":"Pods","value":4,"periodSeconds":15},{"type":"Percent","value":100,"periodSeconds":15}]}""";
    private const string ScaleDown = """{"selectPolicy":"Max","policies":[{"type":"Percent","value":100,"periodSeconds":15}]}""";
    private const string Affinity = """{"clientIP":{"timeoutSeconds":10800}}""";

    /// <summary>Fills it in.</summary>
    public static Mapping Fill(Mapping mapping)
    {
        foreach (var entry in mapping.Entries)
        {
            var filled = entry.Value switch
            {
                Mapping inner => Fill(inner),
                Sequence list when list.Items.Any(item => item is Mapping) => new Sequence([.. list.Items.Select(item => item is Mapping inner ? Fill(inner) : item)], origin: list.Origin),
                _ => entry.Value,
            };
            mapping = ReferenceEquals(filled, entry.Value) ? mapping : mapping.With(entry.Key, filled);
        }

        return mapping.Type?.Name switch
        {
            "V1Volume" when mapping.Count == 1 && mapping["name"] is Scalar => With(mapping, "emptyDir", "{}"),
            "V1NetworkPolicySpec" => With(mapping, "policyTypes", mapping.Get("egress") is Sequence { Count: > 0 } ? """["Ingress","Egress"]""" : """["Ingress"]"""),
            "V1CSIDriverSpec" => With(mapping, "volumeLifecycleModes", """["Persistent"]"""),
            "V2HorizontalPodAutoscalerSpec" => With(mapping, "metrics", Metrics),
            "V2HorizontalPodAutoscalerBehavior" => Within(Within(mapping, "scaleUp", ScaleUp), "scaleDown", ScaleDown),
            "V1ServiceSpec" => mapping.Get("sessionAffinity").Is("ClientIP").IsTrue ? With(mapping, "sessionAffinityConfig", Affinity) : mapping.Without("sessionAffinityConfig"),
            "V1LimitRangeItem" when mapping.Get("type").Is("Container").IsTrue => Limits(mapping),
            "V1Namespace" when mapping.Get("metadata").Get("name") is Scalar name => Within(mapping, "metadata", Scalar.String(name.Text), "labels", "kubernetes.io/metadata.name"),
            "V1Pod" when mapping.Get("spec") is Mapping spec => mapping.With("spec", Pod(spec)),
            _ => mapping,
        };
    }

    private static Mapping Pod(Mapping spec)
    {
        var isOnHost = spec.Get("hostNetwork") is Scalar { Text: "true" };
        foreach (var key in new[] { "containers", "initContainers" })
        {
            if (spec.Get(key) is Sequence list)
            {
                spec = spec.With(key, new Sequence([.. list.Items.Select(item => item is Mapping container ? Container(container, isOnHost) : item)], origin: list.Origin));
            }
        }

        return spec;
    }

    // What is limited is requested, and on the network of the host a port is the host's.
    private static Mapping Container(Mapping container, bool isOnHost)
    {
        if (container.Get("resources") is Mapping resources)
        {
            container = container.With("resources", Union(resources, "requests", resources.Get("limits")));
        }

        return isOnHost && container.Get("ports") is Sequence ports
            ? container.With("ports", new Sequence([.. ports.Items.Select(item => item is Mapping port && port.Get("hostPort").IsOmitted().IsTrue && port.Get("containerPort") is Scalar number ? port.With("hostPort", number) : item)], origin: ports.Origin))
            : container;
    }

    private static Mapping Limits(Mapping item)
    {
        item = Union(item, "default", item.Get("max"));
        item = Union(item, "defaultRequest", item.Get("default"));
        return Union(item, "defaultRequest", item.Get("min"));
    }

    // The entries of a dictionary, and those of another one that it does not have.
    private static Mapping Union(Mapping owner, string key, Node more)
    {
        if (more is not Mapping { Count: > 0 } others)
        {
            return owner;
        }

        var own = owner.Get(key) as Mapping ?? new Mapping([]);
        return owner.With(key, others.Entries.Where(entry => own[entry.Key] is Missing).Aggregate(own, (result, entry) => result.With(entry.Key, entry.Value)));
    }

    private static Mapping With(Mapping owner, string key, string json) =>
        owner.Get(key) is Missing or Scalar { Kind: ScalarKind.Null } or Sequence { Count: 0 } ? owner.With(key, Typed(JsonReader.Parse(json), owner, key)) : owner;

    // Of an object that is there in part, the fields that are not.
    private static Mapping Within(Mapping owner, string key, string json) => owner.Get(key) is Mapping part
        ? owner.With(key, ((Mapping)Typed(JsonReader.Parse(json), owner, key)).Entries.Where(entry => part[entry.Key] is Missing).Aggregate(part, (result, entry) => result.With(entry.Key, entry.Value)))
        : With(owner, key, json);

    private static Mapping Within(Mapping owner, string key, Node value, string inner, string entry)
    {
        var part = owner.Get(key) as Mapping ?? new Mapping([]);
        return owner.With(key, part.With(inner, (part.Get(inner) as Mapping ?? new Mapping([])).With(entry, value)));
    }

    private static Node Typed(Node? value, Mapping owner, string key) => (value, owner.Type?.Field(key)?.Shape) switch
    {
        (Mapping mapping, { Type: { } type }) => Typing.As(mapping, type),
        (Sequence list, { Items.Type: { } type }) => new Sequence([.. list.Items.Select(item => item is Mapping mapping ? Typing.As(mapping, type) : item)]),
        _ => value!,
    };
}
