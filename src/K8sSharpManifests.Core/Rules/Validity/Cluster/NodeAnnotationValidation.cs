namespace K8sSharpManifests.Core.Rules.Validity.Cluster;

/// <summary>Which pods a node had rather not: an annotation of JSON.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateAvoidPodsInNodeAnnotations, validatePreferAvoidPodsEntry).</remarks>
internal sealed class NodeAnnotationValidation() : Validation("V1Node")
{
    private const string AvoidPods = "scheduler.alpha.kubernetes.io/preferAvoidPods";

    public override void Validate(Part part)
    {
        var annotations = part.Child("metadata").Child("annotations");
        if (annotations.Text(AvoidPods) is not { Length: > 0 } text)
        {
            return;
        }

        var place = annotations.Place.Child(AvoidPods);
        if (JsonReader.Parse(text) is not Mapping avoided)
        {
            annotations.ReportAt(InvalidMetadata.Rule, annotations.Place.Child("AvoidPods"), place, Truth.True, "it has to be an object, as JSON");
            return;
        }

        if (avoided["preferAvoidPods"] is not Sequence list)
        {
            return;
        }

        for (var i = 0; i < list.Count; i++)
        {
            var signature = place.Item(list.Items[i], i).Child("PodSignature");
            var controller = list.Items[i] is Mapping entry && entry["podSignature"] is Mapping podSignature ? podSignature["podController"] : Missing.Value;
            if (controller is not Mapping owner)
            {
                annotations.ReportAt(MissingField.Rule, signature, place, Truth.True, "each of its pods needs 'podSignature.podController'");
            }
            else if (owner["controller"] is Scalar { Kind: ScalarKind.Boolean, Text: "false" })
            {
                annotations.ReportAt(InvalidMetadata.Rule, signature.Child("PodController").Child("Controller"), place, Truth.True, "'podController' has to be the controller of its pods: 'controller: true'");
            }
        }
    }
}
