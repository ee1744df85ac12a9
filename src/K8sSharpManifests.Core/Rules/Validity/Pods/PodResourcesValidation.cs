using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>The requests and limits of a pod as a whole, against those of its containers.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (validatePodResourceConsistency), component-helpers' resource/helpers.go (AggregateContainerRequests, AggregateContainerLimits), pkg/apis/core/v1/defaults.go
/// (SetDefaults_Pod, defaultPodRequests).
/// </remarks>
internal sealed class PodResourcesValidation() : Validation(PodParts.Spec)
{
    public override void Validate(Part part)
    {
        if (part.Node.Get("resources") is not Mapping)
        {
            return;
        }

        var resources = part.Child("resources");
        var isPod = PodParts.IsOfPod(part);
        foreach (var request in resources.Entries("requests"))
        {
            if (Quantities.Of(request.Node) is { } asked && Sum(part, "requests", request.Key, isPod) is { } sum && sum > asked)
            {
                resources.Report(NumberOutOfRange.Rule, request.Place, Truth.True, $"the containers of the pod request {sum} together; it has to be that at least");
            }
        }

        foreach (var limit in resources.Entries("limits"))
        {
            if (Quantities.Of(limit.Node) is { } most)
            {
                Limit(part, resources, limit, most, isPod);
            }
        }
    }

    private static void Limit(Part spec, Part resources, Part limit, Quantity most, Truth isPod)
    {
        // What the pod does not request, the server takes from its containers.
        if (isPod.IsTrue && limit.Key is "cpu" or "memory" && resources.Child("requests").Node.Get(limit.Key) is Missing && Sum(spec, "requests", limit.Key, isPod) is { } sum && sum > most)
        {
            resources.ReportAt(NumberOutOfRange.Rule, resources.Place.Child("requests"), limit.Place, Truth.True, $"the containers of the pod request {sum} of {limit.Key} together, more than its limit, {most}");
        }

        if (ResourceNames.IsHugePages(limit.Key) && Sum(spec, "limits", limit.Key, isPod) is { } pages && pages > most)
        {
            resources.Report(NumberOutOfRange.Rule, limit.Place, Truth.True, $"the containers of the pod have a limit of {pages} together; it has to be that at least");
        }

        var index = -1;
        foreach (var container in spec.Place.Child("containers").Items)
        {
            index++;
            var own = container.Child("resources").Child("limits").Child(limit.Key);
            if (Quantities.Of(own.Node) is { } its && its > most)
            {
                resources.ReportAt(NumberOutOfRange.Rule, resources.Place.Child("containers").Item(Missing.Value, index).Child(limit.Key).Child("limits"), own, Truth.True, $"it is more than the limit of the pod, {most}");
            }
        }
    }

    // What the containers need at a time: all of them, or one that runs before, with the sidecars that run already. Null where that is not known, or where none says anything.
    private static Quantity? Sum(Part spec, string key, string resource, Truth isPod)
    {
        Quantity? sum = null;
        Quantity? sidecars = null;
        Quantity? before = null;
        if (spec.MayHoldMore("containers") || spec.MayHoldMore("initContainers"))
        {
            return null;
        }

        foreach (var container in spec.Items("containers"))
        {
            if (!TryGet(container, key, resource, isPod, out var own))
            {
                return null;
            }

            sum = Plus(sum, own);
        }

        foreach (var container in spec.Items("initContainers"))
        {
            var isSidecar = container.Is("restartPolicy", "Always");
            if (isSidecar.IsUnknown || !TryGet(container, key, resource, isPod, out var own))
            {
                return null;
            }

            if (isSidecar.IsTrue)
            {
                sum = Plus(sum, own);
                sidecars = Plus(sidecars, own);
                own = sidecars;
            }
            else
            {
                own = Plus(own, sidecars);
            }

            before = before is null || own > before ? own : before;
        }

        return sum is null || before > sum ? before : sum;
    }

    private static Quantity? Plus(Quantity? left, Quantity? right) => left is { } a && right is { } b ? Quantity.Sum(a, b) : left ?? right;

    // False where the quantity is not known.
    private static bool TryGet(Part container, string key, string resource, Truth isPod, out Quantity? quantity)
    {
        var resources = container.Child("resources");
        var node = resources.Child(key)[resource];
        quantity = Quantities.Of(node);
        if (node is Missing && key == "requests")
        {
            // In a pod, a limit is a request where there is none.
            node = resources.Child("limits")[resource];
            if (isPod.IsTrue)
            {
                quantity = Quantities.Of(node);
            }
            else if (isPod.IsUnknown && node is not Missing)
            {
                return false;
            }
        }

        return node is Missing || quantity is not null || (key == "requests" && isPod.IsFalse && node is not Unknown);
    }
}
