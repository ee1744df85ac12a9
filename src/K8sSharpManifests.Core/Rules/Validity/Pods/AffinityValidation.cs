namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>The pods near which, or away from which, a pod goes.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (validatePodAffinityTerm, ValidateMatchLabelKeysAndMismatchLabelKeys, validateLabelKeys), pkg/registry/core/pod/strategy.go (applyMatchLabelKeysAndMismatchLabelKeys).
/// </remarks>
internal sealed class PodAffinityValidation() : Validation("V1PodAffinityTerm")
{
    /// <summary>Labels of the pod by which the other pods are selected, too.</summary>
    public static void LabelKeys(Part part)
    {
        var (hasMatch, hasMismatch) = (part.Has("matchLabelKeys"), part.Has("mismatchLabelKeys"));
        if (hasMatch.IsFalse && hasMismatch.IsFalse)
        {
            return;
        }

        var hasSelector = part.Has("labelSelector");
        const string NoSelector = "it goes with a 'labelSelector' only";
        part.Report(Fault.Forbidden, "matchLabelKeys", hasMatch & !hasSelector, NoSelector);
        part.Report(Fault.Forbidden, "mismatchLabelKeys", hasMismatch & !hasSelector, NoSelector);
        if (hasSelector.IsTrue)
        {
            part.ItemsForm("matchLabelKeys", TextForms.IsLabelKey);
            part.ItemsForm("mismatchLabelKeys", TextForms.IsLabelKey);
            Selected(part);
        }

        var others = new HashSet<string>(part.Items("mismatchLabelKeys").Select(k => k.Node).OfType<Scalar>().Select(k => k.Text), StringComparer.Ordinal);
        foreach (var key in part.Items("matchLabelKeys"))
        {
            if (key.Node is Scalar { Text: var text } && others.Contains(text))
            {
                part.Report(Fault.Invalid, key.Place, Truth.True, "it is one of 'mismatchLabelKeys', too");
            }
        }
    }

    public override void Validate(Part part)
    {
        foreach (var name in part.Items("namespaces"))
        {
            // The server names a field that does not exist.
            if (name.Node is Scalar { Kind: ScalarKind.String or ScalarKind.Null } scalar && TextForms.IsDNS1123Label(scalar.Kind == ScalarKind.Null ? "" : scalar.Text) is { } fault)
            {
                part.ReportAt(InvalidName.Rule, part.Place.Child("namespace"), name.Place, Truth.True, fault);
            }
        }

        LabelKeys(part);
    }

    // A label by which 'matchLabelKeys' selects cannot be selected by again. In a pod, the server adds each of them to the expressions where the pod has the label.
    private static void Selected(Part part)
    {
        var selector = part.Child("labelSelector");
        var expressions = selector.Items("matchExpressions").ToArray();
        var pod = part.Around(PodParts.Spec) is { } spec && PodParts.IsOfPod(spec).IsTrue ? spec.Owner : null;
        var index = -1;
        foreach (var key in part.Place.Child("matchLabelKeys").Items)
        {
            index++;
            if (key.Node is not Scalar { Kind: ScalarKind.String, Text: { Length: > 0 } text })
            {
                continue;
            }

            var count = expressions.Count(e => e["key"].Is(text).IsTrue);
            var isLabel = selector.Child("matchLabels").Node is Mapping labels && labels.Entries.Any(e => e.Key == text);
            var isAdded = pod?.Child("metadata").Child("labels").Node is Mapping own && own.Entries.Any(e => e.Key == text);
            if (count + (isLabel ? 1 : 0) + (isAdded ? 1 : 0) > 1 && count + (isAdded ? 1 : 0) > 0)
            {
                part.ReportAt(InvalidSelector.Rule, part.Place.Item(Missing.Value, index), key, Truth.True, "'labelSelector' selects by that label already");
            }
        }
    }
}

/// <summary>How pods are spread.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateTopologySpreadConstraints, validateMinDomains), pkg/registry/core/pod/strategy.go (mutateTopologySpreadConstraints).</remarks>
internal sealed class TopologySpreadValidation() : Validation("V1TopologySpreadConstraint")
{
    public override void Validate(Part part)
    {
        part.Invalid("minDomains", part.Has("minDomains") & !part.Is("whenUnsatisfiable", "DoNotSchedule"), "it goes with 'whenUnsatisfiable: DoNotSchedule' only");
        PodAffinityValidation.LabelKeys(part);
    }
}

/// <summary>Conditions on the labels and fields of nodes.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateNodeSelectorRequirement, ValidateNodeFieldSelectorRequirement, ValidatePreferredSchedulingTerms).</remarks>
internal sealed class NodeSelectorValidation() : Validation("V1NodeSelectorRequirement")
{
    public override void Validate(Part part)
    {
        var isList = part.Is("operator", "In", "NotIn");
        if (part.Place.Parent?.Key == "matchFields")
        {
            part.Invalid("operator", part.Has("operator") & !isList, "for a field of a node it has to be 'In' or 'NotIn'");
            part.Report(Fault.Required, "values", isList & Count(part, 1), "for a field of a node, it has to be one value");
            part.Invalid("key", part.Has("key") & !part.Is("key", "metadata.name"), "the one field by which nodes are selected is 'metadata.name'; labels belong into 'matchExpressions'");
            part.ItemsForm("values", TextForms.IsDNS1123Subdomain);
            return;
        }

        part.Form("key", TextForms.IsLabelKey);
        part.Required("values", isList, "with 'In' and 'NotIn', at least one is needed");
        part.Forbidden("values", part.Is("operator", "Exists", "DoesNotExist"), "with 'Exists' and 'DoesNotExist', there are none");
        part.Report(Fault.Required, "values", part.Is("operator", "Gt", "Lt") & Count(part, 1), "with 'Gt' and 'Lt', it has to be one value");
        if (part.Around("V1PreferredSchedulingTerm", "V1NodeSelector") is not { Type.Name: "V1PreferredSchedulingTerm" } and not null)
        {
            part.ItemsForm("values", TextForms.IsValidLabelValue);
        }
    }

    // Whether the values are not that many.
    private static Truth Count(Part part, int count) =>
        part["values"] is Unknown || part.MayHoldMore("values") ? Truth.Unknown : (part["values"] is Sequence values ? values.Count : 0) != count;
}

/// <summary>The taints that a pod tolerates.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateTolerations).</remarks>
internal sealed class TolerationValidation() : Validation("V1Toleration")
{
    public override void Validate(Part part)
    {
        var isEqual = part.Is("operator", "Equal") | !part.Has("operator");
        var isExists = part.Is("operator", "Exists");
        if ((!part.Has("key") & !isExists) is { IsFalse: false } isOpen)
        {
            part.Invalid("operator", isOpen, "without a 'key' it has to be 'Exists', which tolerates every taint", Fix.Set(part.Place, "operator", Scalar.String("Exists"), "Set 'operator: Exists'", isSafeForFixAll: false));
        }

        part.Invalid("effect", part.Has("tolerationSeconds") & !part.Is("effect", "NoExecute"), "with 'tolerationSeconds' it has to be 'NoExecute'");
        if ((isExists & part.Has("value")) is { IsFalse: false } hasValue)
        {
            part.ReportAt(InvalidText.Rule, part.Place.Child("operator"), part.Place.Child("value"), hasValue, "with 'Exists' there is no 'value'", Fix.Remove(part.Place.Child("value"), "Remove 'value'", isSafeForFixAll: false));
        }

        if (part.Text("value") is { Length: > 0 } value)
        {
            if (!isEqual.IsFalse && TextForms.IsValidLabelValue(value) is { } fault)
            {
                part.ReportAt(InvalidText.Rule, part.Place.Child("operator"), part.Place.Child("value"), isEqual, $"the 'value' is no taint's: {fault}");
            }

            var isOrder = part.Is("operator", "Lt", "Gt");
            part.Invalid("value", isOrder & !IsWholeNumber(value), "with 'Lt' and 'Gt' it has to be a whole number");
        }
    }

    private static bool IsWholeNumber(string value) =>
        long.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) && number.ToString(System.Globalization.CultureInfo.InvariantCulture) == value;
}
