namespace K8sSharpManifests.Core.Rules.Validity.Networking;

/// <summary>An IngressClass.</summary>
/// <remarks>Upstream: pkg/apis/networking/validation/validation.go (validateIngressClassSpec, validateIngressClassParametersReference), pkg/apis/networking/v1/defaults.go.</remarks>
internal sealed class IngressClassValidation() : Validation("V1IngressClassSpec")
{
    private const int MaxController = 250;

    public override void Validate(Part spec)
    {
        spec.Required("controller", "it has to name the controller, like 'acme.io/ingress'");
        spec.Form("controller", text => text.Length > MaxController ? TextForms.TooLong(text.Length, MaxController) : TextForms.IsDomainPrefixedPath(text));
        if (!spec.Has("parameters").IsTrue)
        {
            return;
        }

        var parameters = spec.Child("parameters");
        parameters.Form("apiGroup", TextForms.IsDNS1123Subdomain);
        parameters.Invalid("apiGroup", parameters["apiGroup"].Is(""), "it cannot be empty");
        parameters.Required("kind", "parameters are named by kind and name");
        parameters.Required("name", "parameters are named by kind and name");
        parameters.Form("kind", TextForms.IsPathSegmentName);
        parameters.Form("name", TextForms.IsPathSegmentName);
        parameters.Report(Fault.Required, "namespace", parameters.Is("scope", "Namespace") & !parameters["namespace"].Exists, "with the scope 'Namespace' they lie in one");
        parameters.Report(Fault.Forbidden, "namespace", parameters.Is("scope", "Cluster") & parameters["namespace"].Exists, "with the scope 'Cluster' they lie in none");
        if (parameters.Is("scope", "Namespace").IsTrue)
        {
            parameters.Form("namespace", TextForms.IsDNS1123Label);
            parameters.Invalid("namespace", parameters["namespace"].Is(""), "it cannot be empty");
        }
    }
}
