namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Where a webhook is: by its URL, or by the Service before it.</summary>
/// <remarks>Upstream: apiserver's pkg/util/webhook/validation.go (ValidateWebhookURL, ValidateWebhookService) and its callers.</remarks>
internal sealed class WebhookClientValidation() : Validation("Admissionregistrationv1WebhookClientConfig", "Apiextensionsv1WebhookClientConfig")
{
    public override void Validate(Part part)
    {
        var hasUrl = part["url"].Exists;
        var hasService = part["service"].Exists;
        part.Report(Fault.Required, part.Place, (hasUrl & hasService) | (!hasUrl & !hasService), "it needs either a 'url' or a 'service', and not both");
        if (part["url"] is Scalar { Kind: ScalarKind.String } url && hasService.IsFalse && UrlFault(url.Text) is { } fault)
        {
            part.Report(Fault.Invalid, "url", Truth.True, fault);
        }

        if (part["service"] is Mapping && hasUrl.IsFalse)
        {
            part.Child("service").Form("path", PathFault);
        }
    }

    private static string? UrlFault(string text)
    {
        var scheme = text.IndexOf(':');
        if (scheme <= 0 || !text.Substring(0, scheme).Equals("https", StringComparison.OrdinalIgnoreCase))
        {
            return "it has to begin with 'https://'";
        }

        var rest = text.Substring(scheme + 1);
        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            return "it has to name a host: 'https://host/path'";
        }

        var end = rest.IndexOfAny(['/', '?', '#'], 2);
        var host = end < 0 ? rest.Substring(2) : rest.Substring(2, end - 2);
        return host.IndexOf('@') >= 0 ? "it cannot name a user"
            : host.Length == 0 ? "it has to name a host: 'https://host/path'"
            : text.IndexOf('#') is var hash and >= 0 && hash < text.Length - 1 ? "it cannot have a fragment ('#…')"
            : text.IndexOf('?') is var question and >= 0 && question < text.Length - 1 && text[question + 1] != '#' ? "it cannot have a query ('?…')"
            : text.Any(char.IsControl) || host.IndexOf(' ') >= 0 ? "it has characters that a URL cannot have"
            : PortFault(host);
    }

    private static string? PortFault(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') && host.Skip(colon + 1).Any(c => c is < '0' or > '9') ? "its port has to be a number" : null;
    }

    private static string? PathFault(string text)
    {
        if (text is "/")
        {
            return null;
        }

        if (text[0] != '/')
        {
            return "it has to begin with '/'";
        }

        var path = text.EndsWith("/", StringComparison.Ordinal) ? text.Substring(1, text.Length - 2) : text.Substring(1);
        foreach (var segment in path.Split('/'))
        {
            if (segment.Length == 0)
            {
                return "nothing stands between two of its '/'";
            }

            if (TextForms.IsDNS1123Subdomain(segment) is { } fault)
            {
                return $"'{segment}' cannot be a part of it: {fault}";
            }
        }

        return null;
    }
}
