using System.Text.RegularExpressions;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>
/// What the API server calls the place of a fault, where that is not its path in the manifest: its validation sees the internal types, and leaves some indexes out. Whoever compares with what
/// a server or kubectl says needs that name.
/// </summary>
internal static class ServerPath
{
    private const string Definition = "CustomResourceDefinition";

    private static readonly Rewrite[] Rewrites =
    [
        // Upstream: pkg/apis/core/validation/validation.go passes the list's path where it means the item's.
        new("volumeMounts[", @"\.volumeMounts\[\d+\]\.(subPath|mountPropagation|recursiveReadOnly)$", ".volumeMounts.$1"),
        new("httpHeaders[", @"\.httpHeaders\[\d+\]\.name$", ".httpHeaders"),
        new("downwardAPI.items[", @"\.downwardAPI\.items\[\d+\]\.", ".downwardAPI."),
        new("accessModes[", @"\.accessModes\[\d+\]$", ".accessModes"),
        new("volumeLifecycleModes[", @"\.volumeLifecycleModes\[\d+\]$", ".volumeLifecycleModes"),
        new("trategy.type", @"^spec\.(strategy|updateStrategy)\.type$", "spec.$1", "Deployment DaemonSet StatefulSet"),
        new("spec.scopes[", @"^spec\.scopes\[\d+\]$", "spec.scopes"),
        new("scopeSelector.matchExpressions[", @"\.scopeSelector\.matchExpressions\[\d+\]", ".scopeSelector.matchExpressions"),
        new("metadata.ownerReferences[", @"^metadata\.ownerReferences\[\d+\]", "metadata.ownerReferences"),
        new("resourceRules[", @"\.resourceRules\[\d+\]\.operations\[\d+\]$", ".resourceRules.operations", "MutatingAdmissionPolicy MutatingAdmissionPolicyBinding"),

        // And it names some fields as the internal types do, or not at all.
        new("gcePersistentDisk.", @"\.gcePersistentDisk\.", ".persistentDisk."),
        new("csi.nodePublishSecretRef.", @"\.csi\.nodePublishSecretRef\.name$", ".csi.name", "Pod Deployment StatefulSet DaemonSet ReplicaSet ReplicationController Job CronJob PodTemplate"),
        new("metadata.uid", @"\.metadata\.uid$", ".metadata.uID"),
        new("spec.taints[", @"^spec\.taints\[", "metadata.taints[", "Node"),
        new("spec.loadBalancerSourceRanges", @"^spec\.loadBalancerSourceRanges", "spec.LoadBalancerSourceRanges", "Service"),
        new("overhead.podFixed", @"^overhead\.podFixed", "overhead.limits", "RuntimeClass"),

        // Of apiextensions.k8s.io the internal version is that of v1beta1.
        new("spec.conversion.webhook.", @"^spec\.conversion\.webhook\.clientConfig", "spec.conversion.webhookClientConfig", Definition),
        new("spec.conversion.webhook.", @"^spec\.conversion\.webhook\.conversionReviewVersions", "spec.conversion.conversionReviewVersions", Definition),
    ];

    private static readonly Regex OfVersion = new(@"^spec\.versions\[\d+\]\.(schema|selectableFields|subresources|additionalPrinterColumns)(?![a-zA-Z])", RegexOptions.CultureInvariant);

    /// <summary>The name of a place.</summary>
    public static string Of(TreePlace place)
    {
        var path = place.Path;
        var root = place.Root.Node;
        var kind = root is Mapping { Type.Kind: { } known } ? known.Name : "";
        foreach (var rewrite in Rewrites)
        {
            path = rewrite.Apply(path, kind);
        }

        return kind == Definition ? InDefinition(path, root) : path;
    }

    // What all versions have alike, the server has once.
    private static string InDefinition(string path, Node definition)
    {
        var match = OfVersion.Match(path);
        if (!match.Success || definition.Get("spec").Get("versions") is not Sequence versions)
        {
            return path;
        }

        var key = match.Groups[1].Value;
        var first = Text(versions.Items[0].Get(key));
        return versions.Items.All(version => Text(version.Get(key)) == first) ? $"spec.{(key == "schema" ? "validation" : key)}{path.Substring(match.Length)}" : path;
    }

    private static string Text(Node node) => node switch
    {
        Mapping mapping => "{" + string.Join(",", mapping.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Key + ":" + Text(e.Value))) + "}",
        Sequence list => "[" + string.Join(",", list.Items.Select(Text)) + "]",
        Scalar scalar => scalar.Kind + scalar.Text,
        _ => "",
    };

    private sealed class Rewrite(string part, string pattern, string replacement, string kinds = "")
    {
        private readonly Regex _pattern = new(pattern, RegexOptions.CultureInvariant);
        private readonly string[] _kinds = kinds.Split([' '], StringSplitOptions.RemoveEmptyEntries);

        public string Apply(string path, string kind) =>
            path.IndexOf(part, StringComparison.Ordinal) >= 0 && (_kinds.Length == 0 || Array.IndexOf(_kinds, kind) >= 0) ? _pattern.Replace(path, replacement) : path;
    }
}
