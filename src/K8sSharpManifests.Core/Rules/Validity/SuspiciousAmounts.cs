using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Amounts with the unit of another resource: thousandths of a byte, bytes where mebibytes are meant, whole cores where thousandths are.</summary>
/// <remarks>No function of upstream's: its warning of parts of a byte (pkg/api/pod/warnings.go) is left to this where the amount is that small.</remarks>
internal sealed class SuspiciousAmounts() : Validation("V1ResourceRequirements", "V1VolumeResourceRequirements", "V1LimitRangeItem", "V1ResourceQuotaSpec", "V1EmptyDirVolumeSource", PodParts.Spec)
{
    private static readonly string[] Maps = ["requests", "limits", "max", "min", "default", "defaultRequest", "hard", "overhead"];
    private static readonly Quantity ManyCores = Parsed("256");

    /// <summary>Less memory than this is another unit's number.</summary>
    public static Quantity Mebibyte { get; } = Parsed("1Mi");

    public override void Validate(Part part)
    {
        if (part.Node is not Mapping mapping)
        {
            return;
        }

        var type = part.Type!.Name;
        if (type == "V1EmptyDirVolumeSource")
        {
            Bytes(part, part.Place.Child("sizeLimit"), isMemory: false);
            return;
        }

        foreach (var entry in mapping.EntryArray)
        {
            if (entry.Value is Mapping { Count: > 0 } amounts && Maps.Contains(entry.Key))
            {
                var place = part.Place.Child(entry.Key);
                foreach (var amount in amounts.EntryArray)
                {
                    Amount(part, place, amount, isOfContainers: type == "V1ResourceRequirements");
                }
            }
        }
    }

    // What a quota or a range bounds may be far more, or far less, than what one container takes.
    private static void Amount(Part part, TreePlace map, KeyValuePair<string, Node> amount, bool isOfContainers)
    {
        var resource = amount.Key.Substring(amount.Key.LastIndexOf('.') + 1);
        if (resource is "memory" or "ephemeral-storage" or "storage")
        {
            Bytes(part, map.Entry(amount), isMemory: isOfContainers && resource == "memory");
        }
        else if (isOfContainers && amount.Key == "cpu")
        {
            Cores(part, map.Entry(amount));
        }
    }

    private static void Cores(Part part, TreePlace place)
    {
        if (place.Node is Unknown)
        {
            part.Report(SuspiciousQuantity.Rule, place, Truth.Unknown, "");
        }
        else if (Quantities.Of(place.Node) is { } cores && cores >= ManyCores)
        {
            Report(part, place, "it counts whole cores, and hardly a node has as many", cores.IsWhole ? $"{cores.RoundedUp(0)}m" : null);
        }
    }

    private static void Bytes(Part part, TreePlace place, bool isMemory)
    {
        if (place.Node is Unknown)
        {
            part.Report(SuspiciousQuantity.Rule, place, Truth.Unknown, "");
        }
        else if (Quantities.Of(place.Node) is { } bytes && bytes > default(Quantity) && bytes < Mebibyte)
        {
            if (!bytes.IsWhole)
            {
                Report(part, place, "it has thousandths of a byte", Meant(place.Node.Text(), bytes));
            }
            else if (isMemory)
            {
                var whole = bytes.RoundedUp(0);
                Report(part, place, "it is less memory than a process takes to start", (whole % 1024).IsZero ? $"{whole / 1024}Mi" : (whole % 1000).IsZero ? $"{whole / 1000}M" : $"{whole}Mi");
            }
        }
    }

    // Of 128m, 128Mi is meant; of 1.5, 1.5Gi.
    private static string? Meant(string text, Quantity bytes) =>
        text.EndsWith("m", StringComparison.Ordinal) ? $"{bytes.RoundedUp(3)}Mi"
        : text.All(c => c is '.' or (>= '0' and <= '9')) ? Parsed(text + "Gi").ToString()
        : null;

    private static void Report(Part part, TreePlace place, string because, string? meant) => part.Report(SuspiciousQuantity.Rule, place, Truth.True,
        meant is null ? because : $"{because}; did you mean '{meant}'?", meant is null ? [] : [Fix.ChangeTo(place, Scalar.Quantity(meant), isSafeForFixAll: false)]);

    private static Quantity Parsed(string text) => Quantity.TryParse(text, out var quantity) ? quantity : default;
}
