namespace K8sSharpManifests.Core;

/// <summary>Group, version and kind of a top-level object, and how the API server calls it.</summary>
/// <param name="ApiVersion">Group and version as a manifest has them, like <c>apps/v1</c>.</param>
/// <param name="Name">The kind, like <c>Deployment</c>.</param>
/// <param name="Plural">The resource's name, like <c>deployments</c>.</param>
/// <param name="IsNamespaced">Whether its objects live in a namespace.</param>
public sealed record ApiKind(string ApiVersion, string Name, string Plural, bool IsNamespaced)
{
    /// <summary>The group; empty for the core group.</summary>
    public string Group => GroupOf(ApiVersion);

    /// <summary>The group of an apiVersion.</summary>
    /// <param name="apiVersion">The apiVersion, as in <c>apps/v1</c> or <c>v1</c>.</param>
    /// <returns>Empty for the core group.</returns>
    public static string GroupOf(string apiVersion)
    {
        var slash = apiVersion.IndexOf('/');
        return slash < 0 ? "" : apiVersion.Substring(0, slash);
    }
}
