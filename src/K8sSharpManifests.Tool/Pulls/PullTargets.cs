using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Tool.Images;
using K8sSharpManifests.Tool.Manifests;
using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Pulls;

/// <summary>Groups images by what would be the same pull: the same image with the same credentials in the same order.</summary>
/// <param name="whyUnseen">Why a Secret that a pod names is not seen, to follow its name; null for that it is not among the manifests.</param>
/// <param name="isForbidden">Whether a Secret that a pod names may not be read; null for that none is kept from us.</param>
internal sealed class PullTargets(Func<PullSecret, string?>? whyUnseen = null, Func<PullSecret, bool>? isForbidden = null)
{
    private const string NotGiven = "is not among the manifests";

    private readonly Dictionary<string, PullTarget> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Secret, string UserName, string Password), RegistryLogin> _logins = [];
    private readonly Dictionary<RegistryLogin, int> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is to be checked, by image.</summary>
    public IReadOnlyList<PullTarget> All => [.. _targets.Values.OrderBy(target => target.Image, StringComparer.Ordinal)];

    /// <summary>Adds an image of a container.</summary>
    /// <param name="image">The image.</param>
    public void Add(ContainerImage image)
    {
        var (reference, isNever) = (image.Reference, image.Policy.Name == "Never");
        var name = reference?.ToString() ?? image.Written;
        IReadOnlyList<RegistryLogin> logins = [];
        IReadOnlyList<string> missing = [];
        IReadOnlyList<string> forbidden = [];
        EmittedSecret? broken = null;
        if (reference is not null && !isNever)
        {
            var credentials = PullCredentials.Of(image.Pod, reference, item => whyUnseen?.Invoke(item) ?? NotGiven);
            logins = [.. credentials.Items.Select(item => Login(item.Secret, item.Credential.UserName, item.Credential.Password))];
            broken = credentials.Broken;
            forbidden = [.. (image.Pod?.EffectivePullSecrets.Items ?? []).Where(item => isForbidden?.Invoke(item) == true).Select(item => $"{image.Namespace}/{item.Name.Text()}").Distinct()];
            missing = [.. credentials.Missing, .. image.UnseenAccount is { } account ? new[] { $"the ServiceAccount '{account}' {NotGiven}, and may have pull secrets" } : []];
        }

        var there = !isNever ? ""
            : image.State is { Name: "Running" } ? "a container runs from it"
            : reference is not null && image.Options.IsPreloaded(reference) ? "the nodes are given it (k8s_preloaded_images)"
            : "";
        var isVolume = image.Role == ImageRole.Volume;
        var key = string.Join('\n', [name, $"{isNever} {isVolume} {there}", string.Join(' ', logins.Select(login => _numbers[login])), .. forbidden, .. missing]);
        if (!_targets.TryGetValue(key, out var target))
        {
            _targets.Add(key, target = new(name, reference, image.Fault)
            {
                IsNeverPulled = isNever,
                ThereBecause = there,
                HasNodeCredentials = reference is not null && image.Options.HasNodeCredentials(reference),
                Logins = logins,
                MissingLogins = missing,
                ForbiddenSecrets = forbidden,
                BrokenSecret = broken is null ? "" : $"the kubelet pulls no image of the pod, since it cannot read the Secret '{broken.Name}': {broken.Fault}",
                KubeletError = broken?.KubeletError ?? "",
                IsVolume = isVolume,
            });
        }

        target.Uses.Add(image);
    }

    // One object for the same login, so that its tokens are found again.
    private RegistryLogin Login(string secret, string userName, string password)
    {
        if (!_logins.TryGetValue((secret, userName, password), out var login))
        {
            _logins.Add((secret, userName, password), login = RegistryLogin.Password($"the Secret '{secret}'", userName, password));
            _numbers.Add(login, _numbers.Count);
        }

        return login;
    }
}
