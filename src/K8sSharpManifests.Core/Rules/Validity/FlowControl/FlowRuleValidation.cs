namespace K8sSharpManifests.Core.Rules.Validity.FlowControl;

/// <summary>The requests and the senders that a rule of a flow schema is about.</summary>
/// <remarks>
/// Upstream: pkg/apis/flowcontrol/validation/validation.go (ValidateFlowSchemaPolicyRulesWithSubjects, ValidateFlowSchemaSubject, ValidateServiceAccountSubject,
/// ValidateFlowSchemaResourcePolicyRule, ValidateFlowSchemaNonResourcePolicyRule, ValidateNonResourceURLPath).
/// </remarks>
internal sealed class FlowRuleValidation() : Validation("V1PolicyRulesWithSubjects", "Flowcontrolv1Subject", "V1ServiceAccountSubject", "V1ResourcePolicyRule", "V1NonResourcePolicyRule")
{
    private const string Any = "*";

    private static readonly string[] Verbs = ["get", "list", "create", "update", "delete", "deletecollection", "patch", "watch", "proxy"];
    private static readonly string[] Kinds = ["User", "Group", "ServiceAccount"];

    public override void Validate(Part part)
    {
        switch (part.Type!.Name)
        {
            case "V1PolicyRulesWithSubjects":
                part.Report(Fault.Required, part.Place, !part.Has("resourceRules") & !part.Has("nonResourceRules"), "a rule needs 'resourceRules' or 'nonResourceRules'");
                break;
            case "Flowcontrolv1Subject":
                CheckSubject(part);
                break;
            case "V1ServiceAccountSubject":
                part.Form("name", text => text == Any ? null : TextForms.IsDNS1123Subdomain(text));
                part.Form("namespace", TextForms.IsDNS1123Label);
                break;
            case "V1ResourcePolicyRule":
                CheckVerbs(part);
                Alone(part, "apiGroups");
                Alone(part, "resources");
                CheckNamespaces(part);
                break;
            default:
                CheckVerbs(part);
                CheckUrls(part);
                break;
        }
    }

    private static void CheckSubject(Part part)
    {
        if (!part.Has("kind").IsTrue)
        {
            return;
        }

        foreach (var kind in Kinds)
        {
            var key = char.ToLowerInvariant(kind[0]) + kind.Substring(1);
            part.Report(Fault.Required, key, part.Is("kind", kind) & !part[key].Exists, $"the kind '{kind}' needs it");
            part.Report(Fault.Forbidden, key, part.Is("kind", Kinds) & !part.Is("kind", kind) & part[key].Exists, $"it may only be set where the kind is '{kind}'");
        }
    }

    private static void CheckVerbs(Part part)
    {
        Alone(part, "verbs");
        if (part["verbs"] is Sequence { IsOpen: false } list && !list.Any(item => item.Is(Any)).IsTrue)
        {
            var isOther = list.Any(item => item is Unknown ? Truth.Unknown : !Truth.Any(Verbs, item.Is));
            part.Report(Fault.NotSupported, "verbs", isOther & !list.Any(item => item.Is(Any)), "each has to be one of 'get', 'list', 'create', 'update', 'delete', 'deletecollection', 'patch', 'watch', 'proxy'");
        }
    }

    private static void Alone(Part part, string key)
    {
        if (part[key] is Sequence { Count: > 1 } list)
        {
            part.Invalid(key, list.Any(item => item.Is(Any)), "where '*' is in it, it stands for all others, which cannot be there");
        }
    }

    private static void CheckNamespaces(Part part)
    {
        part.Report(Fault.Required, "namespaces", !part.Has("namespaces") & !part.IsTrue("clusterScope"), "it has to name a namespace or '*', or 'clusterScope' has to be true");
        Alone(part, "namespaces");
        if (part["namespaces"] is Sequence list && list.Any(item => item.Is(Any)).IsFalse)
        {
            part.ItemsForm("namespaces", TextForms.IsDNS1123Label);
        }
    }

    private static void CheckUrls(Part part)
    {
        Alone(part, "nonResourceURLs");
        if (part["nonResourceURLs"] is Sequence list && list.Any(item => item.Is(Any)).IsFalse)
        {
            part.ItemsForm("nonResourceURLs", UrlFault);
        }
    }

    private static string? UrlFault(string path)
    {
        var star = path.IndexOf('*');
        return path.Length == 0 ? "it cannot be empty"
            : path[0] != '/' ? "it has to begin with '/'"
            : path.IndexOf(' ') >= 0 ? "it cannot have a blank"
            : path.IndexOf("//", StringComparison.Ordinal) >= 0 ? "nothing stands between two of its '/'"
            : star >= 0 && (star != path.Length - 1 || path[star - 1] != '/') ? "a '*' can only stand at its end, after '/'"
            : null;
    }
}
