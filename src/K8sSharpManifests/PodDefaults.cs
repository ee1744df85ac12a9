using System.Diagnostics.CodeAnalysis;
using k8s.Models;

namespace K8sSharpManifests;

/// <summary>
/// A pod's spec that remembers what the containers that are still to come shall have. It is a V1PodSpec to everyone else, and its containers are complete
/// at any time, so nothing has to be resolved later.
/// </summary>
internal sealed record PodDefaults : V1PodSpec
{
    [SetsRequiredMembers]
    private PodDefaults(V1PodSpec original, string? imagePullPolicy) : base(original) => ImagePullPolicy = imagePullPolicy;

    private string? ImagePullPolicy { get; }

    /// <summary>The spec with a default pull policy, in the containers that it has and for those that it will get.</summary>
    public static V1PodSpec WithImagePullPolicy(V1PodSpec self, string? policy)
    {
        var defaults = new PodDefaults(self, policy);
        return defaults with
        {
            Containers = Fluent.Copy(Apply(defaults, self.Containers)),
            InitContainers = Fluent.Copy(Apply(defaults, self.InitContainers)),
        };
    }

    /// <summary>A container as the spec wants it.</summary>
    public static V1Container Apply(V1PodSpec self, V1Container item) =>
        self is PodDefaults { ImagePullPolicy: { } policy } && item is { ImagePullPolicy: null } ? item with { ImagePullPolicy = policy } : item;

    /// <summary>Containers as the spec wants them.</summary>
    [return: NotNullIfNotNull(nameof(items))]
    public static IEnumerable<V1Container>? Apply(V1PodSpec self, IEnumerable<V1Container>? items) => items?.Select(item => Apply(self, item));
}

public static partial class Fluent
{
    /// <summary>
    /// Sets the pull policy of every container and init container that does not set its own: of those that the pod has and of those that are added later, so
    /// the order of the calls does not matter.
    /// </summary>
    /// <param name="self">The pod's spec.</param>
    /// <param name="policy">See <see cref="ImagePullPolicy"/>.</param>
    /// <returns>A changed copy.</returns>
    [FluentMethod(FluentOperation.Default, "containers.*.imagePullPolicy")]
    [FluentMethod(FluentOperation.Default, "initContainers.*.imagePullPolicy")]
    public static V1PodSpec WithDefaultImagePullPolicy(this V1PodSpec self, string? policy) => PodDefaults.WithImagePullPolicy(self, policy);
}
