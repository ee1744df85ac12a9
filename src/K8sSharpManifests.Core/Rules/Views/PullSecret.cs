namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>An item of a pod's imagePullSecrets.</summary>
internal sealed class PullSecret(Pod pod, TreePlace place) : ISubject
{
    public static readonly SubjectType<PullSecret> Type = new(["V1PodSpec"], (place, context) => new Pod(place, context).PullSecrets);

    private const string Kind = "Secret";

    public TreePlace Place { get; } = place;

    public Node Node => Place.Node;

    public Pod Pod { get; } = pod;

    public Node Name => Node.Get("name");

    public Truth IsNamed => !Name.IsOmitted();

    /// <summary>Whether an item before this one names the same secret.</summary>
    public Truth IsRepeated => IsNamed & Truth.Any(Before, item => item.Get("name").HasSameTextAs(Name));

    /// <summary>Whether the secret is in the cluster though the build does not emit it.</summary>
    public Truth IsExternal => Pod.Context.IsExternal(Kind, Pod.Namespace, Name);

    public Truth IsEmitted => Objects.IsEmitted(Kind, Pod.Namespace, Name);

    public Truth IsInAnotherNamespace => Objects.IsEmittedElsewhere(Kind, Pod.Namespace, Name);

    /// <summary>The secrets of the name that are emitted into other namespaces. Asked only where none is in the pod's.</summary>
    public IEnumerable<EmittedSecret> InOtherNamespaces => Objects.Named(Kind, Name).Select(Objects.Secret);

    /// <summary>The secret of the pod's namespace whose name is nearest; null where none is near.</summary>
    public string? Near => Spelling.Nearest(Name.Text(), Objects.NamesIn(Kind, Pod.Namespace));

    /// <summary>The secret where it is emitted in the pod's namespace.</summary>
    public EmittedSecret? Secret => Objects.Find(Kind, Pod.Namespace, Name) is { } secret ? Objects.Secret(secret) : null;

    /// <summary>What holds of an emitted secret; nothing where there is none, and Unknown where nobody can see.</summary>
    public Truth Is(Func<EmittedSecret, bool> predicate) => IsEmitted.IsTrue ? Secret is { } secret && predicate(secret) : IsEmitted.IsUnknown ? Truth.Unknown : Truth.False;

    private IEnumerable<Node> Before => ((Sequence)Place.Parent!.Node).Items.TakeWhile(item => !ReferenceEquals(item, Node));

    private ObjectIndex Objects => Pod.Context.Objects;
}
