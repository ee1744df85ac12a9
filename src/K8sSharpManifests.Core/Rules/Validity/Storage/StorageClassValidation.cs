namespace K8sSharpManifests.Core.Rules.Validity.Storage;

/// <summary>Classes of storage and of its attributes: who provides it, with what parameters, and where.</summary>
/// <remarks>
/// Upstream: pkg/apis/storage/validation/validation.go (validateProvisioner, validateParameters, validateAllowedTopologies, ValidateVolumeAttributesClass, ValidateCSIStorageCapacity)
/// and pkg/apis/core/validation/validation.go (ValidateTopologySelectorTerm, validateTopologySelectorLabelRequirement).
/// </remarks>
internal sealed class StorageClassValidation() : Validation("V1StorageClass", "V1VolumeAttributesClass", "V1CSIStorageCapacity", "V1TopologySelectorTerm", "V1TopologySelectorLabelRequirement")
{
    private const int MostParameters = 512;
    private const int MostBytes = 256 * 1024;

    public override void Validate(Part part)
    {
        switch (part.Type!.Name)
        {
            case "V1StorageClass":
                part.Form("provisioner", DriverFault);
                CheckParameters(part);
                CheckTopologies(part);
                break;
            case "V1VolumeAttributesClass":
                part.Form("driverName", DriverFault);
                part.Required("parameters", "a class of attributes needs one at least");
                CheckParameters(part);
                break;
            case "V1CSIStorageCapacity":
                part.Invalid("capacity", Quantities.IsNegative(part["capacity"]), "it has to be at least 0");
                break;
            case "V1TopologySelectorTerm":
                CheckTerm(part);
                break;
            default:
                part.Form("key", TextForms.IsQualifiedName);
                UniqueTexts.Check(part, "values");
                break;
        }
    }

    private static string? DriverFault(string text) => TextForms.IsQualifiedName(text.ToLowerInvariant());

    private static void CheckParameters(Part part)
    {
        if (part["parameters"] is not Mapping map)
        {
            return;
        }

        var size = 0L;
        foreach (var entry in map.EntryArray)
        {
            size += System.Text.Encoding.UTF8.GetByteCount(entry.Key) + (entry.Value is Scalar scalar ? System.Text.Encoding.UTF8.GetByteCount(scalar.Text) : 0);
            if (entry.Key.Length == 0)
            {
                part.Invalid("parameters", Truth.True, "a parameter needs a name");
            }
        }

        part.Report(Fault.OutOfRange, "parameters", map.Count > MostParameters, "at most 512 parameters are allowed");
        part.Report(Fault.OutOfRange, "parameters", size > MostBytes, "they have to have 256 KiB at most together");
    }

    private static void CheckTopologies(Part part)
    {
        if (part["allowedTopologies"] is not Sequence { Count: > 0 })
        {
            return;
        }

        // Upstream compares each with what it will find later as well, so that one without expressions is the same as none.
        var before = new List<Part>();
        foreach (var term in part.Items("allowedTopologies"))
        {
            foreach (var other in before)
            {
                term.Report(Fault.Duplicate, "matchLabelExpressions", IsSame(term, other), "another topology is the same");
            }

            var isEmpty = !term.Has("matchLabelExpressions");
            term.Report(Fault.Duplicate, "matchLabelExpressions", isEmpty, "a topology needs expressions");
            before.Add(term);
        }
    }

    private static Truth IsSame(Part left, Part right) =>
        left.MayHoldMore("matchLabelExpressions") || right.MayHoldMore("matchLabelExpressions") ? Truth.Unknown : Covers(left, right) & Covers(right, left);

    private static Truth Covers(Part left, Part right) => Truth.All(left.Items("matchLabelExpressions"), one => Truth.Any(right.Items("matchLabelExpressions"), other => IsSameRequirement(one, other)));

    private static Truth IsSameRequirement(Part left, Part right) =>
        (left["key"] is Unknown ? Truth.Unknown : right.Is("key", left.Text("key"))) & HasAll(left, right) & HasAll(right, left);

    private static Truth HasAll(Part left, Part right) =>
        left["values"] is Sequence { IsOpen: false } a && right["values"] is Sequence { IsOpen: false } b ? a.All(value => value is Scalar text ? b.Any(other => other.Is(text.Text)) : Truth.Unknown) : Truth.Unknown;

    private static void CheckTerm(Part part)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var requirement in part.Items("matchLabelExpressions"))
        {
            if (requirement.Text("key") is { Length: > 0 } key && !seen.Add(key))
            {
                requirement.Report(Fault.Duplicate, "key", Truth.True, "another expression has the same key");
            }
        }
    }
}
