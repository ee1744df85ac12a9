using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Images;

/// <summary>The field is a string to the compiler, and one of three words to the API server.</summary>
internal sealed class InvalidPullPolicy : ImageRule
{
    public override RuleInfo Info { get; } = new("K8S107", Severity.Error,
        title: "Invalid image pull policy",
        message: "'{0}' is no image pull policy: the API server rejects all but Always, IfNotPresent and Never, in just this spelling");

    protected override Truth IsViolated(ImageUse use) => use.ImagePullPolicy.Schema?.Values is { } policies
        ? !(use.ImagePullPolicy.IsOmitted | Truth.Any(policies.Constants, policy => use.ImagePullPolicy.Is(policy.Value)))
        : Truth.False;

    protected override Node At(ImageUse use) => use.ImagePullPolicy.Node;

    protected override IReadOnlyList<string> MessageArguments(ImageUse use) => [use.ImagePullPolicy.Text];

    // A difference in case alone leaves no doubt; what else is near is a guess.
    protected override IEnumerable<Fix> Fixes(ImageUse use)
    {
        var text = use.ImagePullPolicy.Text;
        if (Spelling.Nearest(text, use.ImagePullPolicy.Schema!.Values!.Constants.Select(policy => policy.Value).ToList()) is { } policy)
        {
            var isSure = string.Equals(text.Trim(), policy, StringComparison.OrdinalIgnoreCase);
            yield return Fix.ChangeTo(use.ImagePullPolicy.Place, Scalar.String(policy), isSure);
        }
    }
}
