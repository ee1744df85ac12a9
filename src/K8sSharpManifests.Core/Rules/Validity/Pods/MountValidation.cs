namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What the containers of a pod mount, against its volumes.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (ValidateVolumeMounts, ValidateVolumeDevices, IsMatchedVolume, isMatchedDevice), pkg/apis/apps/validation/validation.go (volumesToAddForTemplates).
/// </remarks>
internal sealed class MountValidation() : Validation(PodParts.Spec)
{
    public override void Validate(Part part)
    {
        var volumes = new Volumes(part);
        foreach (var container in PodParts.Containers(part))
        {
            Check(container, volumes);
        }
    }

    private static void Check(Part container, Volumes volumes)
    {
        Dictionary<string, string>? devices = null;
        foreach (var device in container.Items("volumeDevices"))
        {
            (devices ??= new(StringComparer.Ordinal))[device.Text("name")] = device.Text("devicePath");
        }

        HashSet<string>? paths = null;
        Dictionary<string, string>? mounts = devices is null ? null : new(StringComparer.Ordinal);
        foreach (var mount in container.Items("volumeMounts"))
        {
            var (name, path) = (mount.Text("name"), mount.Text("mountPath"));
            if (mounts is not null)
            {
                mounts[name] = path;
            }

            if (name.Length > 0)
            {
                NotFound(mount, volumes, name);
                mount.Invalid("name", devices?.ContainsKey(name) == true, "the container uses it as a raw device already ('volumeDevices')");
            }

            if (path.Length > 0)
            {
                mount.Invalid("mountPath", !(paths ??= new(StringComparer.Ordinal)).Add(path), "another mount of the container has that path already");
                mount.Invalid("mountPath", devices?.ContainsValue(path) == true, "a device of the container has that path already ('volumeDevices')");
            }
        }

        if (devices is not null)
        {
            Devices(container, volumes, mounts!);
        }
    }

    private static void Devices(Part container, Volumes volumes, Dictionary<string, string> mounts)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var device in container.Items("volumeDevices"))
        {
            var (name, path) = (device.Text("name"), device.Text("devicePath"));
            if (name.Length > 0)
            {
                NotFound(device, volumes, name);
                device.Invalid("name", volumes.IsNoClaim(name), "only a volume of a claim ('persistentVolumeClaim', 'ephemeral') can be a raw device");
                device.Invalid("name", !names.Add(name), "another device of the container is this volume already");
                device.Invalid("name", mounts.ContainsKey(name), "the container mounts it already ('volumeMounts')");
            }

            if (path.Length > 0)
            {
                device.Form("devicePath", PodForms.NoBacksteps);
                device.Invalid("devicePath", !paths.Add(path), "another device of the container has that path already");
                device.Invalid("devicePath", mounts.ContainsValue(path), "a mount of the container has that path already ('volumeMounts')");
            }
        }
    }

    private static void NotFound(Part mount, Volumes volumes, string name)
    {
        var isMissing = !volumes.Has(name);
        if (isMissing.IsFalse)
        {
            return;
        }

        var near = isMissing.IsTrue ? Spelling.Nearest(name, volumes.Names) : null;
        mount.Invalid("name", isMissing, near is null ? "the pod has no volume of that name; add one to 'volumes'" : $"the pod has no volume of that name; did you mean '{near}'?",
            near is null ? [] : [Fix.ChangeTo(mount.Place.Child("name"), Scalar.String(near), isSafeForFixAll: false)]);
    }

    // What a container can mount: the pod's volumes, and in a StatefulSet those of the claim templates.
    private sealed class Volumes
    {
        private readonly Dictionary<string, Part?> _volumes = new(StringComparer.Ordinal);
        private readonly bool _mayBeMore;

        public Volumes(Part spec)
        {
            _mayBeMore = spec.MayHoldMore("volumes") || (spec.Owner is null ? true : spec.Owner.Type?.Name == "V1PodTemplateSpec" && spec.Owner.Owner is null);
            foreach (var volume in spec.Items("volumes"))
            {
                Add(volume["name"], volume, ref _mayBeMore);
            }

            if (PodParts.Workload(spec) is { Type.Name: "V1StatefulSetSpec" } set)
            {
                _mayBeMore |= set.MayHoldMore("volumeClaimTemplates");
                foreach (var claim in set.Items("volumeClaimTemplates"))
                {
                    Add(claim.Child("metadata")["name"], null, ref _mayBeMore);
                }
            }
        }

        public string[] Names => [.. _volumes.Keys];

        public Truth Has(string name) => _volumes.ContainsKey(name) ? Truth.True : _mayBeMore ? Truth.Unknown : Truth.False;

        public Truth IsNoClaim(string name) => _volumes.TryGetValue(name, out var volume) && volume is not null ? !volume.Has("persistentVolumeClaim") & !volume.Has("ephemeral") : Truth.False;

        private void Add(Node name, Part? volume, ref bool mayBeMore)
        {
            mayBeMore |= name is Unknown;
            if (name is Scalar { Text: { Length: > 0 } text })
            {
                _volumes[text] = volume;
            }
        }
    }
}

/// <summary>How a container mounts a volume.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateVolumeMounts, validateMountPropagation, validateMountRecursiveReadOnly).</remarks>
internal sealed class MountOptionsValidation() : Validation("V1VolumeMount")
{
    public override void Validate(Part part)
    {
        if ((part.Has("subPathExpr") & part.Has("subPath")) is { IsFalse: false } hasBoth)
        {
            part.Invalid("subPathExpr", hasBoth, "it cannot be set beside 'subPath'", Fix.Remove(part.Place.Child("subPath"), "Remove 'subPath'", isSafeForFixAll: false));
        }

        // A sort of mount that demands something of the container around it.
        if (part.Is("mountPropagation", "Bidirectional") is { IsFalse: false } isBidirectional && part.Owner is { Type: not null } container)
        {
            part.Report(Fault.Forbidden, "mountPropagation", isBidirectional & !container.Child("securityContext").IsTrue("privileged"), "only a privileged container can mount so; it has to be 'HostToContainer' or 'None'");
        }

        var isRecursive = part.Is("recursiveReadOnly", "Enabled", "IfPossible");
        if (!isRecursive.IsFalse)
        {
            part.Report(Fault.Forbidden, "recursiveReadOnly", isRecursive & !part.IsTrue("readOnly"), "it goes with 'readOnly: true' only", Fix.Set(part.Place, "readOnly", Scalar.True, "Set 'readOnly: true'", isSafeForFixAll: false));
            part.Report(Fault.Forbidden, "recursiveReadOnly", isRecursive & part.Has("mountPropagation") & !part.Is("mountPropagation", "None"), "it goes with no 'mountPropagation' but 'None'");
        }
    }
}
