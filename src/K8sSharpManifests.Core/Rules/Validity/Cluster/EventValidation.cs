namespace K8sSharpManifests.Core.Rules.Validity.Cluster;

/// <summary>Events, of the old sort and of the new one, which has the time of an event.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/events.go (ValidateEventCreate, legacyValidateEvent, validateV1EventSeries).</remarks>
internal sealed class EventValidation() : Validation("Corev1Event", "Eventsv1Event")
{
    private const int LongestText = 128;
    private const int LongestNote = 1024;
    private const string Default = "default";

    public override void Validate(Part part)
    {
        var isOld = part.Type!.Name == "Corev1Event";
        var isNew = part["eventTime"].Exists;
        var about = part.Child(isOld ? "involvedObject" : "regarding");
        var metadata = part.Child("metadata");
        CheckNamespace(metadata, about, isNew);
        if (isNew.IsTrue)
        {
            var reporter = isOld ? "reportingComponent" : "reportingController";
            part.Required(reporter, "an event with a time needs one");
            part.Form(reporter, TextForms.IsQualifiedName);
            part.Required("reportingInstance", "an event with a time needs one");
            Bounded(part, "reportingInstance", LongestText);
            part.Required("action", "an event with a time needs one");
            Bounded(part, "action", LongestText);
            part.Required("reason", "an event with a time needs one");
            Bounded(part, "reason", LongestText);
            Bounded(part, isOld ? "message" : "note", LongestNote);
        }

        if (!isOld)
        {
            CheckStrictly(part);
        }
    }

    private static void CheckNamespace(Part metadata, Part about, Truth isNew)
    {
        // Without a namespace it goes where whoever applies it says.
        if (!metadata.Has("namespace").IsTrue)
        {
            return;
        }

        var name = metadata.Text("namespace");
        var isOther = about.Has("namespace").IsFalse ? !metadata.Is("namespace", Default) & !(isNew & metadata.Is("namespace", "kube-system"))
            : !isNew & about.Has("namespace") & !about.Is("namespace", name);
        if (name.Length > 0 && !isOther.IsFalse)
        {
            about.Report(Fault.Invalid, "namespace", isOther, $"it has to be that of the event, '{name}'", Fix.Set(about.Place.Child("namespace"), Scalar.String(name), $"Set 'namespace' to '{name}'", isSafeForFixAll: false));
        }
    }

    private static void CheckStrictly(Part part)
    {
        part.OneOf("type", Truth.True, "Normal", "Warning");
        part.Report(Fault.Invalid, "type", !part.Has("type"), "it has to be 'Normal' or 'Warning'");
        part.Report(Fault.Invalid, "deprecatedCount", part.Number("deprecatedCount").Exists & !part.Number("deprecatedCount").Is(0), "it cannot be set");
        part.Report(Fault.Invalid, "deprecatedFirstTimestamp", part.Has("deprecatedFirstTimestamp"), "it cannot be set");
        part.Report(Fault.Invalid, "deprecatedLastTimestamp", part.Has("deprecatedLastTimestamp"), "it cannot be set");
        var source = part.Child("deprecatedSource");
        part.Report(Fault.Invalid, "deprecatedSource", source.Has("component") | source.Has("host"), "it cannot be set");
        if (part["series"] is Mapping)
        {
            part.Child("series").OutOfRange("count", !(part.Child("series").Number("count").Or(0) >= 2), "it has to be at least 2");
        }
    }

    private static void Bounded(Part part, string key, int most) =>
        part.Form(key, text => System.Text.Encoding.UTF8.GetByteCount(text) > most ? TextForms.TooLong(text.Length, most) : null);
}
