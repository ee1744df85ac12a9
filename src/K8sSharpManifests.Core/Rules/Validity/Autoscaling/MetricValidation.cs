namespace K8sSharpManifests.Core.Rules.Validity.Autoscaling;

/// <summary>What a HorizontalPodAutoscaler scales by.</summary>
/// <remarks>Upstream: pkg/apis/autoscaling/validation/validation.go (validateMetricSpec, validateObjectSource, validatePodsSource, validateResourceSource, validateContainerResourceSource, validateMetricTarget …).</remarks>
internal sealed class MetricValidation() : Validation("V2MetricSpec")
{
    // In the order in which the server looks at them: of several, it looks into the first.
    private static readonly string[] Sources = ["object", "external", "pods", "resource", "containerResource"];

    public override void Validate(Part metric)
    {
        metric.Required("type", "it has to be 'Object', 'External', 'Pods', 'Resource' or 'ContainerResource'");
        var type = metric.Text("type");
        var expected = Sources.FirstOrDefault(s => string.Equals(s, type, StringComparison.OrdinalIgnoreCase) && char.ToUpperInvariant(s[0]) + s.Substring(1) == type);
        if (expected is not null)
        {
            metric.Required(expected, $"a metric of type '{type}' has it");
        }

        var (set, mayBeMore) = metric.SetOf(Sources);
        if (set.Count > 1 && metric["type"] is not Unknown)
        {
            foreach (var key in set.Where(key => key != expected))
            {
                metric.Forbidden(key, Truth.True, type.Length > 0 ? $"a metric of type '{type}' has no other source" : "a metric has one source");
            }
        }

        if (set.Count > 0 && !mayBeMore)
        {
            Source(metric.Child(set[0]), set[0]);
        }
    }

    private static void Source(Part source, string key)
    {
        var target = source.Child("target");
        Target(target);
        if (key is "object" or "external" or "pods")
        {
            var metric = source.Child("metric");
            metric.Required("name", "it has to name the metric");
            metric.Form("name", TextForms.IsPathSegmentName);
        }
        else
        {
            source.Required("name", "it has to name the resource, like 'cpu'");
        }

        switch (key)
        {
            case "object":
                AutoscalerValidation.Reference(source.Child("describedObject"));
                target.Required("averageValue", !target.Has("value"), "the target needs a value or an averageValue");
                break;
            case "external":
                target.Required("averageValue", !target.Has("value"), "the target needs a value or an averageValue");
                target.Forbidden("value", target.Has("averageValue"), "the target has a value or an averageValue, not both");
                break;
            case "pods":
                target.Required("averageValue", "the target of a metric of pods needs it");
                break;
            default:
                target.Required("averageUtilization", !target.Has("averageValue"), "the target needs an averageUtilization or an averageValue");
                target.Forbidden("averageValue", target.Has("averageUtilization"), "the target has an averageUtilization or an averageValue, not both");
                break;
        }

        if (key == "containerResource")
        {
            source.Required("container", "it has to name the container");
            source.Form("container", TextForms.IsDNS1123Label);
            source.Form("name", ResourceNames.ContainerFault);
        }
    }

    private static void Target(Part target)
    {
        target.Required("type", "it has to be 'Utilization', 'Value' or 'AverageValue'");
        target.OneOf("type", Truth.True, "Utilization", "Value", "AverageValue");
        Quantities.Positive(target, "value");
        Quantities.Positive(target, "averageValue");
        target.OutOfRange("averageUtilization", target.Number("averageUtilization") < 1, "it has to be at least 1");
    }
}
