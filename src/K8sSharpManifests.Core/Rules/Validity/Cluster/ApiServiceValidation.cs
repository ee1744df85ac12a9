namespace K8sSharpManifests.Core.Rules.Validity.Cluster;

/// <summary>Who serves a group and a version of the API.</summary>
/// <remarks>Upstream: kube-aggregator's pkg/apis/apiregistration/validation/validation.go (ValidateAPIService).</remarks>
internal sealed class ApiServiceValidation() : Validation("V1APIService")
{
    private const int LargestGroupPriority = 20000;
    private const int LargestVersionPriority = 1000;

    public override void Validate(Part part)
    {
        var spec = part.Child("spec");
        var metadata = part.Child("metadata");
        if (spec["version"] is Scalar version && spec["group"] is not Unknown)
        {
            var name = $"{version.Text}.{spec.Text("group")}";
            metadata.Report(InvalidName.Rule, metadata.Place.Child("name"), metadata.Has("name") & !metadata.Is("name", name), $"it has to be '{name}': the version and the group", Fix.ChangeTo(metadata.Place.Child("name"), Scalar.String(name), isSafeForFixAll: false));
        }

        spec.Report(Fault.Required, "group", !spec.Has("group") & !spec.Is("version", "v1"), "only the version 'v1' has no group");
        spec.Form("group", TextForms.IsDNS1123Subdomain);
        spec.Report(Fault.Invalid, "version", !spec.Has("version"), "it has to be a version, like 'v1'");
        spec.Form("version", TextForms.IsDNS1035Label);
        Priority(spec, "groupPriorityMinimum", LargestGroupPriority);
        Priority(spec, "versionPriority", LargestVersionPriority);
        CheckService(spec);
    }

    private static void Priority(Part spec, string key, int most)
    {
        var number = spec.Number(key).Or(0);
        if (!(number > 0 & number <= most).IsTrue)
        {
            spec.OutOfRange(key, !(number > 0) | number > most, $"it has to be a number from 1 to {most}");
        }
    }

    private static void CheckService(Part spec)
    {
        var isLocal = !spec["service"].Exists;
        var isInsecure = spec.IsTrue("insecureSkipTLSVerify");
        spec.Report(Fault.Invalid, "caBundle", isLocal & spec.Has("caBundle"), "it may only be set where there is a service");
        spec.Report(Fault.Invalid, "insecureSkipTLSVerify", isLocal & isInsecure, "it may only be set where there is a service");
        spec.Report(Fault.Invalid, "insecureSkipTLSVerify", isInsecure & spec.Has("caBundle"), "it cannot be true beside 'caBundle'");
        if (spec["service"] is Mapping)
        {
            spec.Child("service").Required("name", "the service needs a name");
            spec.Child("service").Required("namespace", "the service needs a namespace");
        }
    }
}
