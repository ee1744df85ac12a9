namespace K8sSharpManifests.Analyzers;

/// <summary>Where a rule's page is.</summary>
internal static class RuleHelp
{
    private const string BaseUri = "https://github.com/K8sSharpManifests/K8sSharpManifests/blob/main/docs/rules/";

    public static string Uri(string id) => BaseUri + id + ".md";
}
