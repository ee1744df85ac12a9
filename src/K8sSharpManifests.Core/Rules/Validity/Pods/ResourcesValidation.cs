using System.Numerics;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Requests and limits of containers and of pods.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (validateResourceRequirements, validateContainerResourceName, validatePodResourceName, ValidateResourceQuantityValue, validateResourceQuantityHugePageValue,
/// validateResourceClaimNames, validatePodResources), pkg/apis/core/helper/helpers.go.
/// </remarks>
internal sealed class ResourcesValidation() : Validation("V1ResourceRequirements")
{
    private const string HugePages = "hugepages-";

    /// <summary>The resource requests or limits of an object.</summary>
    /// <param name="part">The object that has them.</param>
    /// <param name="key">The dictionary.</param>
    /// <param name="nameFault">What is wrong with the name of a resource; null for nothing.</param>
    /// <param name="path">What the API server calls the dictionary.</param>
    public static void Quantities(Part part, string key, Func<string, string?> nameFault, TreePlace? path = null)
    {
        foreach (var entry in part.Entries(key))
        {
            var place = path?.Child(entry.Key) ?? entry.Place;
            if (nameFault(entry.Key) is { } wrongName)
            {
                part.ReportAt(InvalidText.Rule, place, entry.Place, Truth.True, wrongName);
            }

            if (Validity.Quantities.Of(entry.Node) is { } quantity)
            {
                if (quantity < default(Quantity))
                {
                    part.ReportAt(NumberOutOfRange.Rule, place, entry.Place, Truth.True, "it cannot be negative");
                }
                else if (ResourceNames.IsInteger(entry.Key) && !(quantity.RoundedUp(3) % 1000).IsZero)
                {
                    part.ReportAt(NumberOutOfRange.Rule, place, entry.Place, Truth.True, "it has to be a whole number: there is no part of such a resource");
                }

                if (ResourceNames.IsHugePages(entry.Key) && !IsWholePages(entry.Key, quantity))
                {
                    part.ReportAt(NumberOutOfRange.Rule, place, entry.Place, Truth.True, $"it has to be a multiple of {entry.Key.Substring(HugePages.Length)}, the size of the pages");
                }
            }
            else if (entry.Node is Unknown)
            {
                part.Report(NumberOutOfRange.Rule, place, Truth.Unknown, "");
            }
        }
    }

    public override void Validate(Part part)
    {
        var isOfPod = part.Owner?.Type?.Name == PodParts.Spec;
        Func<string, string?> nameFault = isOfPod ? PodResourceFault : ResourceNames.ContainerFault;
        Quantities(part, "limits", nameFault);
        Quantities(part, "requests", nameFault);
        Compare(part);
        Pages(part, isOfPod);
        if (isOfPod)
        {
            part.Forbidden("claims", Truth.True, "claims are those of containers");
        }
        else
        {
            Claims(part);
        }
    }

    private static string? PodResourceFault(string name) =>
        ResourceNames.Fault(name) ?? (name is "cpu" or "memory" || ResourceNames.IsHugePages(name) ? null : "a pod as a whole can only have 'cpu', 'memory' and huge pages");

    private static bool IsWholePages(string name, Quantity quantity)
    {
        if (!Quantity.TryParse(name.Substring(HugePages.Length), out var size) || size <= default(Quantity) || !(size.RoundedUp(3) % 1000).IsZero)
        {
            return false;
        }

        return (quantity.RoundedUp(0) % BigInteger.Max(1, size.RoundedUp(0))).IsZero;
    }

    // The server names the dictionary, not the entry.
    private static void Compare(Part part)
    {
        var limits = part.Node.Get("limits");
        foreach (var request in part.Entries("requests"))
        {
            var limit = limits is Mapping map ? map[request.Key] : limits is Unknown ? limits : Missing.Value;
            var mayExceed = ResourceNames.MayBeOvercommitted(request.Key);
            if (limit is Missing)
            {
                if (!mayExceed)
                {
                    part.Report(MissingField.Rule, part.Place.Child("limits"), part.MayHoldMore("limits") ? Truth.Unknown : request.Node.Exists, $"a request of {request.Key} needs a limit that is the same");
                }
            }
            else if (Validity.Quantities.Of(request.Node) is { } asked && Validity.Quantities.Of(limit) is { } most && (mayExceed ? asked > most : asked != most))
            {
                part.ReportAt(NumberOutOfRange.Rule, part.Place.Child("requests"), request.Place, Truth.True,
                    mayExceed ? $"the request of {request.Key}, {asked}, is more than its limit, {most}" : $"the request of {request.Key}, {asked}, has to be the same as its limit, {most}");
            }
            else if (request.Node is Unknown || limit is Unknown)
            {
                part.Report(NumberOutOfRange.Rule, part.Place.Child("requests"), Truth.Unknown, "");
            }
        }
    }

    private static void Pages(Part part, bool isOfPod)
    {
        bool Has(Func<string, bool> isOne) => part.Entries("limits").Concat(part.Entries("requests")).Any(entry => isOne(entry.Key));
        if (!Has(ResourceNames.IsHugePages) || Has(name => name is "cpu" or "memory"))
        {
            return;
        }

        // Of a pod, the server may take requests from its containers.
        var isSure = part.Entries("limits").Concat(part.Entries("requests")).Any(entry => ResourceNames.IsHugePages(entry.Key) && entry.Node.Exists.IsTrue) && !part.MayHoldMore("limits") && !part.MayHoldMore("requests") && part.Node is not Mapping { IsOpen: true }
            && (!isOfPod || (part.Owner is { } spec && (PodParts.IsOfPod(spec).IsFalse || (!PodParts.MayHaveMoreContainers(spec) && PodParts.Containers(spec).All(AsksForNothing)))));
        part.Report(Fault.Forbidden, part.Place, isSure ? Truth.True : Truth.Unknown, "huge pages go with 'cpu' or 'memory' only");
    }

    private static bool AsksForNothing(Part container) => (container.Child("resources").Has("limits") | container.Child("resources").Has("requests")).IsFalse;

    private static void Claims(Part part)
    {
        if (part.Has("claims").IsFalse || part.Around(PodParts.Spec) is not { } spec)
        {
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in part.Items("claims"))
        {
            claim.Report(Fault.Required, claim.Place, !claim.Has("name"), "it has to name one of the pod's 'resourceClaims'");
            var (name, request) = (claim.Text("name"), claim.Text("request"));
            if (name.Length == 0)
            {
                continue;
            }

            var key = request.Length == 0 ? name : $"{name}/{request}";
            var isDuplicate = names.Contains(name) || names.Contains(key) || (request.Length == 0 && names.Any(n => n.StartsWith(name + "/", StringComparison.Ordinal)));
            if (claim["request"] is Unknown)
            {
                claim.Report(Fault.Duplicate, claim.Place, Truth.Unknown, "");
            }
            else
            {
                claim.Report(Fault.Duplicate, claim.Place, isDuplicate, "the container has that claim already");
                names.Add(key);
            }

            var isThere = Truth.Any(spec.Items("resourceClaims"), c => c["name"].Is(name)) | (spec.MayHoldMore("resourceClaims") ? Truth.Unknown : Truth.False);
            claim.Report(Fault.Invalid, claim.Place, !isThere, "it is none of the pod's 'resourceClaims'");
        }
    }
}

/// <summary>What a pod needs beside its containers.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateOverhead), plugin/pkg/admission/runtimeclass.</remarks>
internal sealed class OverheadValidation() : Validation(PodParts.Spec)
{
    public override void Validate(Part part)
    {
        if (part.Node is Mapping map && map["overhead"] is Mapping)
        {
            ResourcesValidation.Quantities(part, "overhead", ResourceNames.ContainerFault, part.Place.Child("overhead").Child("limits"));
            part.Forbidden("overhead", part.Has("overhead") & !part.Has("runtimeClassName") & part.Owner is { Type.Name: "V1Pod" }, "the RuntimeClass sets it, and 'runtimeClassName' names none; leave it out");
        }
    }
}
