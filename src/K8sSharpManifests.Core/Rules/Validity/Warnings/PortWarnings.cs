using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Ports that several containers of a pod have.</summary>
/// <remarks>Upstream: pkg/api/pod/warnings.go (warningsForPodSpecAndMeta). Of names and host ports that the API server refuses, K8S205 and K8S207 tell.</remarks>
internal sealed class PortWarnings() : Validation(PodParts.Spec)
{
    public override void Validate(Part spec)
    {
        Dictionary<string, List<Taken>>? ports = null;
        Dictionary<string, string>? names = null;
        foreach (var container in PodParts.Containers(spec))
        {
            if (container.Node.Get("ports") is not Sequence { Count: > 0 })
            {
                continue;
            }

            foreach (var port in container.Items("ports"))
            {
                if (Read(spec, port) is { } taken)
                {
                    Numbers(port, taken, ports ??= new(StringComparer.Ordinal));
                }

                if (port.Text("name") is { Length: > 0 } name)
                {
                    Names(port, name, container.Text("name"), names ??= new(StringComparer.Ordinal));
                }
            }
        }
    }

    // Of what is not known, nothing is said: another value would make other ports of it.
    private static Taken? Read(Part spec, Part port)
    {
        var number = port.Number("containerPort");
        if (number.Value is null || port["protocol"] is Unknown || port["hostIP"] is Unknown || port["hostPort"] is Unknown)
        {
            return null;
        }

        // On the node's network, the server sets the host's port of a pod itself.
        var hostPort = port.Number("hostPort").Value is { } own and not 0 ? own : spec.IsTrue("hostNetwork").IsTrue && PodParts.IsOfPod(spec).IsTrue ? number.Value.Value : 0;
        return new($"{number}/{port.Text("protocol")}", port.Text("hostIP"), hostPort);
    }

    private static void Numbers(Part port, Taken taken, Dictionary<string, List<Taken>> all)
    {
        port.Warn(port.Place.Child("hostIP"), taken.HostIP.Length > 0 && taken.HostPort == 0, "without a 'hostPort' it says nothing; set that or remove it");
        if (!all.TryGetValue(taken.Key, out var others))
        {
            all.Add(taken.Key, [taken]);
            return;
        }

        foreach (var other in others)
        {
            if (Because(taken, other) is { } because)
            {
                port.Warn(port.Place.Child(taken.HostPort == 0 ? "containerPort" : "hostPort"), Truth.True, because, Fix.Remove(port.Place, "Remove this port", isSafeForFixAll: false));
                break;
            }
        }

        others.Add(taken);
    }

    private static string? Because(Taken port, Taken other) =>
        port.HostIP == other.HostIP && port.HostPort == other.HostPort ? "another port of the pod is the same; remove one of them"
        : port.HostPort == 0 || other.HostPort == 0 ? "another port of the pod has the same number and protocol; remove the one without a 'hostPort'"
        : port.HostPort == other.HostPort && port.HostIP.Length == 0 != (other.HostIP.Length == 0) ? "another port of the pod takes it on one address of the node, and this one on all or the other way round; which of them gets it is not defined"
        : null;

    private static void Names(Part port, string name, string container, Dictionary<string, string> all)
    {
        if (!all.TryGetValue(name, out var other))
        {
            all.Add(name, container);
        }
        else
        {
            port.Warn(port.Place.Child("name"), Truth.True, $"a port of the container '{other}' has that name already, and whoever asks for it by name gets that one; give it another name");
        }
    }

    private sealed class Taken(string key, string hostIP, long hostPort)
    {
        public string Key { get; } = key;

        public string HostIP { get; } = hostIP;

        public long HostPort { get; } = hostPort;
    }
}
