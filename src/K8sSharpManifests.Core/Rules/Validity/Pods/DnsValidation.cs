namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Where a pod's names are resolved.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validatePodDNSConfig).</remarks>
internal sealed class DnsValidation() : Validation("V1PodDNSConfig")
{
    private const int MaxNameservers = 3;
    private const int MaxSearches = 32;
    private const int MaxCharacters = 2048;

    public override void Validate(Part part)
    {
        if (part["nameservers"] is Sequence { Count: > MaxNameservers } servers)
        {
            part.OutOfRange("nameservers", Truth.True, $"it has {servers.Count} items, and at most {MaxNameservers} are allowed");
        }

        if (part["searches"] is Sequence searches)
        {
            part.OutOfRange("searches", searches.Count > MaxSearches, $"it has {searches.Count} items, and at most {MaxSearches} are allowed");
            var characters = searches.Count - 1;
            foreach (var search in searches.Items)
            {
                characters += search is Scalar text ? text.Text.Length : 0;
            }

            part.OutOfRange("searches", characters > MaxCharacters, $"its items have {characters} characters together, with a blank between them, and at most {MaxCharacters} are allowed");
        }

        foreach (var option in part.Items("options"))
        {
            option.Report(Fault.Required, option.Place, !option.Has("name"), "an option needs a name");
        }
    }
}
