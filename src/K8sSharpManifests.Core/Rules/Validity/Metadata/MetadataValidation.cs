using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity.Metadata;

/// <summary>What names an object, and what is attached to it; of a template only its labels and annotations.</summary>
/// <remarks>
/// Upstream: apimachinery's pkg/api/validation/objectmeta.go (ValidateObjectMetaAccessor, ValidateAnnotations, ValidateOwnerReferences, ValidateFinalizers), pkg/apis/meta/v1/validation
/// (ValidateLabels). A namespace that is missing is that of kubectl's context.
/// </remarks>
internal sealed class MetadataValidation() : Validation("V1ObjectMeta")
{
    private const int MaxAnnotations = 256 * 1024;

    public override void Validate(Part metadata)
    {
        var owner = metadata.Owner;
        if (owner?.Type is not { } type || metadata.Key != "metadata")
        {
            return;
        }

        if (type.Kind is { } kind && owner.Place.Parent is null)
        {
            Name(metadata, kind);
            if (kind.IsNamespaced)
            {
                metadata.Form("namespace", TextForms.IsDNS1123Label, InvalidName.Rule);
            }

            Owners(metadata);
            Finalizers(metadata);
        }
        else if (!type.MakesPods && type.Name != "V1PersistentVolumeClaimTemplate")
        {
            // Of what a StatefulSet or a CronJob holds beside its pods, nobody looks at the metadata.
            return;
        }

        if (type.Name != "V1JobTemplateSpec")
        {
            // Of a template, the server leaves "metadata" out where it names them.
            var named = type.Kind is null && type.Name != "V1PersistentVolumeClaimTemplate" ? owner.Place : metadata.Place;
            Labels.Validate(metadata, "labels", named: named.Child("labels"));
            Annotations(metadata, named.Child("annotations"));
        }
    }

    private static void Name(Part metadata, ApiKind kind)
    {
        // What a name begins with is looked at even where there is a name, which nobody needs to know for that.
        if (!HasOwnNames(kind) && metadata["generateName"] is Scalar { Kind: ScalarKind.String, Text: { Length: > 0 } prefix } && ObjectNames.Fault(kind, prefix, true) is { } prefixFault)
        {
            metadata.Report(InvalidName.Rule, metadata.Place.Child("generateName"), Truth.True, prefixFault);
        }

        if (metadata["name"] is Scalar { Kind: ScalarKind.String, Text: { Length: > 0 } name } && ObjectNames.Fault(kind, name, false) is { } fault)
        {
            metadata.Report(InvalidName.Rule, metadata.Place.Child("name"), Truth.True, fault, TextForms.Lowered(metadata.Place.Child("name"), name, ObjectNames.Form(kind)));
        }
        else if (kind.Name != "LimitRange")
        {
            metadata.Report(InvalidName.Rule, metadata.Place.Child("name"), !metadata.Has("name") & !metadata.Has("generateName"), $"{kind.Name} objects need a name");
            metadata.Report(InvalidName.Rule, metadata.Place.Child("name"), metadata["name"] is Unknown ? Truth.Unknown : Truth.False, "");
        }
    }

    // What is generated is validated, and not what it begins with. A LimitRange without a name gets one.
    private static bool HasOwnNames(ApiKind kind) => kind.Name is "ReplicationController";

    private static void Annotations(Part metadata, TreePlace named)
    {
        var place = metadata.Place.Child("annotations");
        if (place.Node is Unknown)
        {
            metadata.Report(InvalidMetadata.Rule, named, Truth.Unknown, "");
        }

        if (place.Node is not Mapping annotations)
        {
            return;
        }

        var size = 0L;
        foreach (var entry in annotations.EntryArray)
        {
            size += entry.Key.Length + (entry.Value.Text() is { Length: > 0 } text ? System.Text.Encoding.UTF8.GetByteCount(text) : 0);
            if (TextForms.IsQualifiedName(entry.Key.ToLowerInvariant()) is { } fault)
            {
                metadata.ReportAt(InvalidMetadata.Rule, named, place.KeyOf(entry), Truth.True, fault);
            }
        }

        if (size > MaxAnnotations)
        {
            metadata.ReportAt(InvalidMetadata.Rule, named, place, Truth.True, $"all annotations together have {size} bytes, and at most {MaxAnnotations} are allowed");
        }
    }

    private static void Owners(Part metadata)
    {
        var controllers = 0;
        foreach (var owner in metadata.Items("ownerReferences"))
        {
            owner.Required("kind", "an owner is named by apiVersion, kind, name and uid");
            owner.Required("name", "an owner is named by apiVersion, kind, name and uid");
            owner.Required("uid", "an owner is named by apiVersion, kind, name and uid");
            var version = owner.Text("apiVersion");
            owner.Report(Fault.Invalid, "apiVersion", !owner.Has("apiVersion") | (version.EndsWith("/", StringComparison.Ordinal) || version.Count(c => c == '/') > 1), "it has to have a version, like 'apps/v1'");
            metadata.Report(Fault.Invalid, "ownerReferences", owner.Is("kind", "Event") & owner.Is("apiVersion", "v1"), "an Event owns nothing");
            controllers += owner.IsTrue("controller").IsTrue ? 1 : 0;
        }

        if (controllers > 1)
        {
            metadata.Report(Fault.Invalid, "ownerReferences", Truth.True, $"one owner at most is the controller, and {controllers} are");
        }
    }

    private static void Finalizers(Part metadata)
    {
        var orphan = false;
        var foreground = false;
        var list = metadata.Place.Child("finalizers");
        foreach (var item in list.Items)
        {
            if (item.Node is not Scalar { Kind: ScalarKind.String, Text: var name })
            {
                continue;
            }

            (orphan, foreground) = (orphan || name == "orphan", foreground || name == "foregroundDeletion");
            if (TextForms.IsQualifiedName(name) is { } fault)
            {
                metadata.ReportAt(InvalidMetadata.Rule, list, item, Truth.True, fault);
            }
        }

        if (orphan && foreground)
        {
            metadata.Report(InvalidMetadata.Rule, list, Truth.True, "'orphan' and 'foregroundDeletion' exclude each other");
        }
    }
}
