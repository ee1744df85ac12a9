namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What a container may do.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateSecurityContext).</remarks>
internal sealed class SecurityContextValidation() : Validation("V1SecurityContext")
{
    public override void Validate(Part part)
    {
        if (part.Is("procMount", "Unmasked") is { IsFalse: false } isUnmasked && part.Around(PodParts.Spec) is { } spec)
        {
            part.Invalid("procMount", isUnmasked & !PodParts.HasOwnUsers(spec), "'Unmasked' needs a pod with users of its own: 'hostUsers: false'");
        }

        var isHeld = part["allowPrivilegeEscalation"] switch
        {
            Unknown => Truth.Unknown,
            Scalar { Kind: ScalarKind.Boolean, Text: "false" } => Truth.True,
            _ => Truth.False,
        };
        if (isHeld.IsFalse)
        {
            return;
        }

        part.Report(Fault.Invalid, part.Place, isHeld & part.IsTrue("privileged"), "'allowPrivilegeEscalation: false' does not go with 'privileged: true'");
        foreach (var capability in part.Child("capabilities").Items("add"))
        {
            part.Report(Fault.Invalid, part.Place, isHeld & capability.Node.Is("CAP_SYS_ADMIN"), "'allowPrivilegeEscalation: false' does not go with the capability 'CAP_SYS_ADMIN'");
        }
    }
}

/// <summary>Profiles of seccomp and AppArmor: one from a file has a path, and no other has.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateSeccompProfileField, ValidateAppArmorProfileField).</remarks>
internal sealed class ProfileValidation() : Validation("V1SeccompProfile", "V1AppArmorProfile")
{
    private const int MaxPath = 4095;

    public override void Validate(Part part)
    {
        var isLocal = part.Is("type", "Localhost");
        var isSeccomp = part.Type!.Name == "V1SeccompProfile";
        var hasPath = part.Has("localhostProfile");
        part.Report(Fault.Required, "localhostProfile", isLocal & !hasPath, "a profile of type 'Localhost' needs one");
        if ((!isLocal & hasPath & (isSeccomp ? Truth.True : part.Is("type", "RuntimeDefault", "Unconfined"))) is { IsFalse: false } isOther)
        {
            part.Invalid("localhostProfile", isOther, "it goes with 'type: Localhost' only", Fix.Remove(part.Place.Child("localhostProfile"), "Remove 'localhostProfile'", isSafeForFixAll: false));
        }

        if (isLocal.IsFalse || part["localhostProfile"] is not Scalar { Kind: ScalarKind.String, Text: var path })
        {
            return;
        }

        if (isSeccomp)
        {
            part.Invalid("localhostProfile", isLocal & PodForms.RelativePath(path) is not null, PodForms.RelativePath(path) ?? "");
        }
        else
        {
            part.Invalid("localhostProfile", isLocal & path.Trim() != path, "it cannot begin or end with a blank");
            part.Report(Fault.Required, "localhostProfile", isLocal & path.Length == 0, "a profile of type 'Localhost' needs one");
            part.Invalid("localhostProfile", isLocal & path.Length > MaxPath, TextForms.TooLong(path.Length, MaxPath));
        }
    }
}

/// <summary>What Windows containers may do.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateWindowsSecurityContextOptions).</remarks>
internal sealed class WindowsOptionsValidation() : Validation("V1WindowsSecurityContextOptions")
{
    private const int MaxCredentialSpec = 64 * 1024;

    public override void Validate(Part part)
    {
        if (part["gmsaCredentialSpec"] is Scalar { Kind: ScalarKind.String, Text: var spec })
        {
            part.Invalid("gmsaCredentialSpec", spec.Length == 0, "it cannot be empty");
            part.Invalid("gmsaCredentialSpec", spec.Length > MaxCredentialSpec, "it has more than 64 KiB");
        }
    }
}

/// <summary>The kernel parameters of a pod.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateSysctls, ValidateHostSysctl), component-helpers' node/util/sysctl/namespace.go and sysctl.go.</remarks>
internal sealed class SysctlValidation() : Validation("V1PodSecurityContext")
{
    private static readonly HashSet<string> OfIpc = ["kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced", "kernel.shm", "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.msg"];

    public override void Validate(Part part)
    {
        if (part.Has("sysctls").IsFalse)
        {
            return;
        }

        PodParts.Unique(part.Items("sysctls"), new(StringComparer.Ordinal), "each kernel parameter is set once");
        if (part.Owner is not { Type.Name: PodParts.Spec } spec)
        {
            return;
        }

        foreach (var sysctl in part.Items("sysctls"))
        {
            var name = Normalized(sysctl.Text("name"));
            var star = name.IndexOf('*');
            name = star < 0 ? name : name.Substring(0, star);
            if (name.StartsWith("net.", StringComparison.Ordinal))
            {
                sysctl.Invalid("name", spec.IsTrue("hostNetwork"), "it would change the node's network, which the pod shares ('hostNetwork')");
            }
            else if (OfIpc.Contains(name) || name.StartsWith("fs.mqueue.", StringComparison.Ordinal))
            {
                sysctl.Invalid("name", spec.IsTrue("hostIPC"), "it would change the node's IPC, which the pod shares ('hostIPC')");
            }
        }
    }

    // Where a slash comes first, slashes and dots change places.
    private static string Normalized(string name)
    {
        var separator = name.IndexOfAny(['.', '/']);
        return separator < 0 || name[separator] == '.' ? name : new([.. name.Select(c => c switch { '.' => '/', '/' => '.', _ => c })]);
    }
}
