using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity.Access;

/// <summary>Roles and what binds them.</summary>
/// <remarks>Upstream: pkg/apis/rbac/validation/validation.go (ValidatePolicyRule, ValidateClusterRole, ValidateRoleBinding, ValidateClusterRoleBinding, ValidateRoleBindingSubject), pkg/apis/rbac/v1/defaults.go.</remarks>
internal sealed class RbacValidation() : Validation("V1Role", "V1ClusterRole", "V1RoleBinding", "V1ClusterRoleBinding")
{
    private const string Group = "rbac.authorization.k8s.io";

    public override void Validate(Part part)
    {
        switch (part.Type!.Name)
        {
            case "V1Role" or "V1ClusterRole":
                Role(part, part.Type.Name == "V1Role");
                break;
            default:
                Binding(part, part.Type.Name == "V1RoleBinding");
                break;
        }
    }

    private static void Role(Part role, bool isNamespaced)
    {
        foreach (var rule in role.Items("rules"))
        {
            rule.Required("verbs", "a rule has one verb at least, or '*'");
            var byUrl = rule.Has("nonResourceURLs");
            rule.Invalid("nonResourceURLs", byUrl & isNamespaced, "a Role is about objects of its namespace; a ClusterRole can have URLs");
            rule.Invalid("nonResourceURLs", byUrl & (rule.Has("apiGroups") | rule.Has("resources") | rule.Has("resourceNames")), "a rule is about resources or about URLs, not about both");
            rule.Required("apiGroups", !byUrl, "a rule about resources names their groups; \"\" is the core group");
            rule.Required("resources", !byUrl, "a rule about resources names them");
        }

        if (role.Has("aggregationRule").IsTrue)
        {
            role.Child("aggregationRule").Required("clusterRoleSelectors", "it has to select the ClusterRoles that are put together");
        }
    }

    private static void Binding(Part binding, bool isNamespaced)
    {
        var role = binding.Child("roleRef");
        role.OneOf("apiGroup", Truth.True, Group);
        string[] kinds = isNamespaced ? ["Role", "ClusterRole"] : ["ClusterRole"];
        role.Report(Fault.NotSupported, "kind", !role.Has("kind"), isNamespaced ? "it has to be 'Role' or 'ClusterRole'" : "it has to be 'ClusterRole'");
        role.OneOf("kind", Truth.True, kinds);
        role.Required("name", "it has to name the role");
        role.Form("name", TextForms.IsPathSegmentName);
        foreach (var subject in binding.Items("subjects"))
        {
            Subject(subject, isNamespaced);
        }
    }

    private static void Subject(Part subject, bool isNamespaced)
    {
        subject.Required("name", "a subject has a name");
        subject.Report(Fault.NotSupported, "kind", !subject.Has("kind"), "it has to be 'ServiceAccount', 'User' or 'Group'");
        subject.OneOf("kind", Truth.True, "ServiceAccount", "User", "Group");
        if (subject.Is("kind", "ServiceAccount").IsTrue)
        {
            subject.Form("name", TextForms.IsDNS1123Subdomain);
            subject.Report(Fault.NotSupported, "apiGroup", subject.Has("apiGroup"), "a ServiceAccount is of the core group: leave it out", Fix.Remove(subject.Place.Child("apiGroup"), "Remove 'apiGroup'", isSafeForFixAll: true));
            subject.Required("namespace", !isNamespaced, "a ServiceAccount lives in a namespace");
        }
        else
        {
            subject.OneOf("apiGroup", subject.Is("kind", "User", "Group") & !subject["apiGroup"].IsOmitted(), Group);
        }
    }
}
