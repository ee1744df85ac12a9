namespace K8sSharpManifests.Core.Rules.Validity.Networking;

/// <summary>An Ingress.</summary>
/// <remarks>
/// Upstream: pkg/apis/networking/validation/validation.go (ValidateIngressSpec, validateIngressTLS, validateIngressRules, validateHTTPIngressPath, validateIngressBackend,
/// validateIngressTypedLocalObjectReference, ValidateIngressCreate).
/// </remarks>
internal sealed class IngressValidation() : Validation("V1IngressSpec")
{
    private const string ClassAnnotation = "kubernetes.io/ingress.class";
    private static readonly string[] Sequences = ["//", "/./", "/../", "%2f", "%2F"];
    private static readonly string[] Suffixes = ["/..", "/."];

    public override void Validate(Part spec)
    {
        spec.Report(Fault.Invalid, spec.Place, !spec.Has("rules") & !spec.Has("defaultBackend"), "it has rules or a defaultBackend");
        if (spec.Has("defaultBackend").IsTrue)
        {
            Backend(spec.Child("defaultBackend"));
        }

        foreach (var rule in spec.Items("rules"))
        {
            rule.Form("host", text => IpAddress.TryParse(text, out _) ? "it has to be a DNS name and no IP address" : HostFault(text));
            if (rule.Has("http").IsTrue)
            {
                var http = rule.Child("http");
                http.Required("paths", "a rule has one path at least");
                foreach (var path in http.Items("paths"))
                {
                    Path(path);
                }
            }
        }

        foreach (var tls in spec.Items("tls"))
        {
            tls.ItemsForm("hosts", HostFault);
            tls.Form("secretName", TextForms.IsDNS1123Subdomain);
        }

        spec.Form("ingressClassName", TextForms.IsDNS1123Subdomain);
        spec.Invalid("ingressClassName", spec["ingressClassName"].Is(""), "it cannot be empty");
        if (spec.Owner?.Child("metadata").Child("annotations") is { } annotations && spec["ingressClassName"] is Scalar { Text: var name })
        {
            annotations.Report(Fault.Invalid, ClassAnnotation, annotations[ClassAnnotation].Exists & !annotations[ClassAnnotation].Is(name), "it has to be that of ingressClassName; leave the annotation out");
        }
    }

    private static string? HostFault(string host) => host.IndexOf('*') >= 0 ? TextForms.IsWildcardDNS1123Subdomain(host) : TextForms.IsDNS1123Subdomain(host);

    private static void Path(Part path)
    {
        path.Required("pathType", "it has to be 'Exact', 'Prefix' or 'ImplementationSpecific'");
        var type = path.Text("pathType");
        var text = path.Text("path");
        if (type is "Exact" or "Prefix" && path["path"] is not Unknown)
        {
            var fault = !text.StartsWith("/", StringComparison.Ordinal) ? "it has to begin with '/'"
                : Array.Find(Sequences, s => text.IndexOf(s, StringComparison.Ordinal) >= 0) is { } sequence ? $"it cannot have '{sequence}'"
                : Array.Find(Suffixes, s => text.EndsWith(s, StringComparison.Ordinal)) is { } suffix ? $"it cannot end in '{suffix}'"
                : null;
            path.Invalid("path", fault is not null, fault ?? "");
        }
        else if (type == "ImplementationSpecific" && text.Length > 0)
        {
            path.Invalid("path", !text.StartsWith("/", StringComparison.Ordinal), "it has to begin with '/'");
        }

        if (type is "Exact" or "Prefix" or "ImplementationSpecific")
        {
            Backend(path.Child("backend"));
        }
    }

    private static void Backend(Part backend)
    {
        var (byResource, byService) = (backend.Has("resource"), backend.Has("service"));
        backend.Report(Fault.Invalid, backend.Place, byResource & byService, "a backend is a service or a resource, not both");
        backend.Report(Fault.Invalid, backend.Place, !byResource & !byService, "a backend is a service or a resource");
        if ((byResource & !byService).IsTrue)
        {
            Resource(backend.Child("resource"));
        }

        if (!(byService & !byResource).IsTrue)
        {
            return;
        }

        var service = backend.Child("service");
        service.Required("name", "it has to be the name of a Service");
        service.Form("name", TextForms.IsDNS1123Label);
        var port = service.Child("port");
        var byName = port.Has("name");
        var number = port.Number("number");
        var byNumber = number.Exists & !number.Is(0);

        // The server names the backend.
        backend.Report(Fault.Invalid, backend.Place, byName & byNumber, "its port is a name or a number, not both");
        backend.Report(Fault.Required, backend.Place, !byName & !byNumber, "its Service needs a port, by name or by number");
        if (byNumber.IsFalse)
        {
            port.Form("name", PortName.Fault);
        }

        if (byName.IsFalse)
        {
            port.OutOfRange("number", (number < 0) | (number > 65535), "it has to be a number from 1 to 65535");
        }
    }

    private static void Resource(Part resource)
    {
        resource.Form("apiGroup", TextForms.IsDNS1123Subdomain);
        resource.Required("kind", "a resource is named by its kind and its name");
        resource.Required("name", "a resource is named by its kind and its name");
        resource.Form("kind", TextForms.IsPathSegmentName);
        resource.Form("name", TextForms.IsPathSegmentName);
    }
}
