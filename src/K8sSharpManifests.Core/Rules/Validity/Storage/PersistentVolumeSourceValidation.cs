namespace K8sSharpManifests.Core.Rules.Validity.Storage;

/// <summary>The sources that only a PersistentVolume has.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (validateCSIPersistentVolumeSource, validatePVSecretReference, validateFlexPersistentVolumeSource, validateGlusterfsPersistentVolumeSource,
/// validateCinderPersistentVolumeSource, validateAzureFilePV, validateLocalVolumeSource, validateStorageOSPersistentVolumeSource).
/// </remarks>
internal sealed class PersistentVolumeSourceValidation() : Validation(
    "V1CSIPersistentVolumeSource", "V1FlexPersistentVolumeSource", "V1GlusterfsPersistentVolumeSource", "V1CinderPersistentVolumeSource", "V1AzureFilePersistentVolumeSource", "V1LocalVolumeSource",
    "V1StorageOSPersistentVolumeSource")
{
    private static readonly string[] Secrets = ["controllerPublishSecretRef", "controllerExpandSecretRef", "nodePublishSecretRef", "nodeExpandSecretRef"];

    public override void Validate(Part source)
    {
        switch (source.Type!.Name)
        {
            case "V1CSIPersistentVolumeSource":
                source.Form("driver", PodForms.DriverName);
                foreach (var key in Secrets)
                {
                    Secret(source, key, mayBeAnyName: false);
                }

                break;
            case "V1FlexPersistentVolumeSource":
                FlexOptions(source);
                break;
            case "V1GlusterfsPersistentVolumeSource":
                source.Form("endpointsNamespace", TextForms.IsDNS1123Label);
                source.Invalid("endpointsNamespace", source["endpointsNamespace"].Is(""), "it cannot be empty; leave it out");
                break;
            case "V1AzureFilePersistentVolumeSource":
                source.Report(Fault.Required, "secretNamespace", source["secretNamespace"].Is(""), "it cannot be empty; leave it out");
                break;
            case "V1LocalVolumeSource":
                source.Form("path", PodForms.NoBacksteps);
                break;
            case "V1StorageOSPersistentVolumeSource":
                source.Required("volumeName", "it has to name the volume");
                source.Form("volumeName", TextForms.IsDNS1123Label);
                source.Form("volumeNamespace", TextForms.IsDNS1123Label);
                Secret(source, "secretRef", mayBeAnyName: true);
                break;
            default:
                Secret(source, "secretRef", mayBeAnyName: true);
                break;
        }
    }

    /// <summary>Options of a driver cannot be named like those of Kubernetes.</summary>
    public static void FlexOptions(Part source)
    {
        foreach (var option in source.Entries("options"))
        {
            var domain = "." + option.Key.Split('/')[0].ToLowerInvariant();
            if (domain.EndsWith(".kubernetes.io", StringComparison.Ordinal) || domain.EndsWith(".k8s.io", StringComparison.Ordinal))
            {
                source.Report(Fault.Invalid, option.Place, Truth.True, "the names of kubernetes.io and k8s.io are Kubernetes' own");
            }
        }
    }

    private static void Secret(Part source, string key, bool mayBeAnyName)
    {
        if (!source.Has(key).IsTrue)
        {
            return;
        }

        var secret = source.Child(key);
        secret.Required("name", "a Secret is named by name and namespace");
        secret.Required("namespace", "a Secret is named by name and namespace");
        if (!mayBeAnyName)
        {
            secret.Form("name", TextForms.IsDNS1123Subdomain);
            secret.Form("namespace", TextForms.IsDNS1123Label);
        }
    }
}
