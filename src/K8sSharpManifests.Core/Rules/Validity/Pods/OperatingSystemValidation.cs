using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What a pod cannot have on the operating system that it names, and Windows' containers in the host's processes.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateLinux, validateWindows, validatePodResources, validateWindowsHostProcessPod).</remarks>
internal sealed class OperatingSystemValidation() : Validation(PodParts.Spec)
{
    private static readonly string[] OfPod = ["hostUsers", "shareProcessNamespace", "resources"];

    private static readonly string[] OfPodSecurity =
    [
        "appArmorProfile", "seLinuxOptions", "seccompProfile", "fsGroup", "fsGroupChangePolicy", "sysctls", "runAsUser", "runAsGroup", "supplementalGroups", "supplementalGroupsPolicy", "seLinuxChangePolicy",
    ];

    private static readonly string[] OfSecurity =
    [
        "appArmorProfile", "seLinuxOptions", "seccompProfile", "capabilities", "readOnlyRootFilesystem", "privileged", "allowPrivilegeEscalation", "procMount", "runAsUser", "runAsGroup",
    ];

    public override void Validate(Part part)
    {
        var os = part.Node.Get("os").Get("name");
        var (isWindows, isLinux) = (os.Is("windows"), os.Is("linux"));
        if (!isWindows.IsFalse)
        {
            Windows(part, isWindows);
        }

        if (!isLinux.IsFalse)
        {
            const string Because = "a Linux pod cannot have options of Windows";
            part.Child("securityContext").Forbidden("windowsOptions", isLinux, Because);
            foreach (var container in PodParts.Containers(part))
            {
                container.Child("securityContext").Forbidden("windowsOptions", isLinux, Because);
            }
        }

        HostProcesses(part);
    }

    private static void Windows(Part spec, Truth isWindows)
    {
        const string Because = "a Windows pod cannot have it";
        foreach (var key in OfPod)
        {
            spec.Forbidden(key, isWindows, Because);
        }

        spec.Report(Fault.Forbidden, "hostPID", isWindows & spec.IsTrue("hostPID"), Because);
        spec.Report(Fault.Forbidden, "hostIPC", isWindows & spec.IsTrue("hostIPC"), Because);
        foreach (var key in OfPodSecurity)
        {
            spec.Child("securityContext").Forbidden(key, isWindows, Because);
        }

        foreach (var container in PodParts.Containers(spec))
        {
            var security = container.Child("securityContext");
            if (security.Node is Missing)
            {
                continue;
            }

            foreach (var key in OfSecurity)
            {
                security.Forbidden(key, isWindows, Because);
            }
        }
    }

    private static void HostProcesses(Part spec)
    {
        var ofPod = HostProcess(spec);
        var (any, all) = (Truth.False, Truth.True);
        foreach (var container in PodParts.Containers(spec))
        {
            var own = HostProcess(container);
            var isHost = own is Missing ? IsTrue(ofPod) : IsTrue(own);
            any |= isHost;
            all &= isHost;
            if (own is Scalar { Kind: ScalarKind.Boolean } mine && ofPod is Scalar { Kind: ScalarKind.Boolean } its && mine.Text != its.Text)
            {
                container.Child("securityContext").Child("windowsOptions").Invalid("hostProcess", Truth.True, $"it has to be the same as the pod's, which is {its.Text}");
            }
        }

        if (any.IsFalse)
        {
            return;
        }

        spec.Report(Fault.Invalid, spec.Place, any & !all, "either all of its containers run in the host's processes ('hostProcess') or none");
        spec.Invalid("hostNetwork", any & !spec.IsTrue("hostNetwork"), "containers in the host's processes ('hostProcess') need the host's network; it has to be true", Fix.Set(spec.Place, "hostNetwork", Scalar.True, "Set 'hostNetwork: true'", isSafeForFixAll: false));
    }

    private static Node HostProcess(Part part) => part.Node.Get("securityContext").Get("windowsOptions").Get("hostProcess");

    private static Truth IsTrue(Node node) => node is Unknown ? Truth.Unknown : node is Scalar { Kind: ScalarKind.Boolean, Text: "true" };
}
