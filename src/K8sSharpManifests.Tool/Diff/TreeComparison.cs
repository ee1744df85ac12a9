using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>Compares two manifests of one object by what they mean: quantities, defaults, the order of keys and of lists with keys do not count.</summary>
internal sealed class TreeComparison
{
    /// <summary>Where kubectl keeps what it has applied.</summary>
    public const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    private readonly List<FieldChange> _changes = [];
    private readonly bool _isSecret;

    private TreeComparison(bool isSecret) => _isSecret = isSecret;

    /// <summary>Compares.</summary>
    /// <param name="before">The object as it was.</param>
    /// <param name="after">The object as it is.</param>
    /// <returns>What differs, in the order of the object as it is.</returns>
    public static IReadOnlyList<FieldChange> Changes(Mapping before, Mapping after)
    {
        var (old, now) = (Prepared(before), Prepared(after));
        var comparison = new TreeComparison(SecretWords.IsSecret(now));
        comparison.InMappings(old, now, null, "");
        var refused = Immutability.Refused(old, now);
        return [.. comparison._changes.Select(change => change with { IsRefused = refused.Any(field => field.Covers(change.Path)) })];
    }

    /// <summary>An object as the server keeps it: the texts of a Secret in its data, and without what kubectl notes for itself.</summary>
    public static Mapping Prepared(Mapping root)
    {
        var metadata = root.Get("metadata") as Mapping ?? new Mapping([]);
        if (metadata.Type is null)
        {
            metadata = Typing.As(metadata, ApiSchema.Kubernetes.Type("V1ObjectMeta")!);
        }

        if (metadata.Get("annotations") is Mapping annotations)
        {
            metadata = metadata.With("annotations", annotations.Without(LastApplied));
        }

        root = root.With("metadata", metadata);
        if (SecretWords.IsSecret(root) && root.Get("stringData") is Mapping texts)
        {
            var data = root.Get("data") as Mapping ?? new Mapping([]);
            data = texts.Entries.Aggregate(data, (result, entry) => result.With(entry.Key, Scalar.String(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(entry.Value.Text())), entry.Value.Origin)));
            root = root.Without("stringData").With("data", data);
        }

        return root;
    }

    private void InMappings(Mapping before, Mapping after, ApiShape? shape, string path)
    {
        var type = after.Type ?? before.Type;
        foreach (var key in after.Entries.Select(entry => entry.Key).Concat(before.Entries.Select(entry => entry.Key)).Distinct(StringComparer.Ordinal))
        {
            var field = type?.Field(key);
            if (field?.IsServerSet != true && (path.Length > 0 || key != "status"))
            {
                Compare(before.Get(key), after.Get(key), field, field?.Shape ?? (type is null ? shape?.Items : null), TreePath.Child(path, key), key, before, after);
            }
        }
    }

    // What is left out is what the server sets there: with the other fields of the object that leaves it out.
    private void Compare(Node old, Node now, ApiField? field, ApiShape? shape, string path, string key, Mapping? oldOwner, Mapping? owner)
    {
        switch (old, now)
        {
            case (Missing, Missing):
            case (Missing, _) when Meaning.IsNone(now, field, oldOwner):
            case (_, Missing) when Meaning.IsNone(old, field, owner):
            case (Scalar left, Scalar right) when Meaning.AreSame(left, right, shape) || (field is not null && Meaning.IsNone(left, field, owner) && Meaning.IsNone(right, field, owner)):
                break;
            case (Mapping left, Mapping right):
                InMappings(left, right, shape, path);
                break;
            case (Sequence left, Sequence right):
                InLists(left, right, field, shape, path);
                break;
            case (Missing, _):
                Add(path, ChangeKind.Added, old, now, key, owner);
                break;
            case (_, Missing):
                Add(path, ChangeKind.Removed, old, now, key, oldOwner);
                break;
            default:
                Add(path, ChangeKind.Changed, old, now, key, owner);
                break;
        }
    }

    private void InLists(Sequence before, Sequence after, ApiField? field, ApiShape? shape, string path)
    {
        if (ListItems.ByKey(before, field) is { } old && ListItems.ByKey(after, field) is { } now)
        {
            InKeyedLists(old, now, field!, path);
        }
        else if (field?.IsSet == true)
        {
            foreach (var item in after.Items.Where(item => !before.Items.Any(other => other.Text() == item.Text())))
            {
                Add(path, ChangeKind.Added, Missing.Value, item, "", null);
            }

            foreach (var item in before.Items.Where(item => !after.Items.Any(other => other.Text() == item.Text())))
            {
                Add(path, ChangeKind.Removed, item, Missing.Value, "", null);
            }
        }
        else
        {
            InPlainLists(before.Items, after.Items, shape?.Items, path);
        }
    }

    private void InKeyedLists(IReadOnlyList<(string Key, Mapping Item)> before, IReadOnlyList<(string Key, Mapping Item)> after, ApiField field, string path)
    {
        var (old, now) = (before.ToDictionary(item => item.Key, item => item.Item), after.Select(item => item.Key).ToHashSet(StringComparer.Ordinal));
        foreach (var (key, item) in after)
        {
            if (old.TryGetValue(key, out var other))
            {
                InMappings(other, item, null, path + key);
            }
            else
            {
                Add(path + key, ChangeKind.Added, Missing.Value, item, "", null);
            }
        }

        foreach (var (key, item) in before.Where(item => !now.Contains(item.Key)))
        {
            Add(path + key, ChangeKind.Removed, item, Missing.Value, "", null);
        }

        if (ListItems.HasOrder(field))
        {
            var (left, right) = (before.Select(item => item.Key).Where(now.Contains).ToList(), after.Select(item => item.Key).Where(old.ContainsKey).ToList());
            if (!left.SequenceEqual(right))
            {
                _changes.Add(new(path, ChangeKind.Reordered, Order(left), Order(right)));
            }
        }
    }

    // What is the same at both ends stays aside, so that an item more at the start is one item more.
    private void InPlainLists(IReadOnlyList<Node> before, IReadOnlyList<Node> after, ApiShape? shape, string path)
    {
        var (first, end) = (0, 0);
        while (first < Math.Min(before.Count, after.Count) && AreSame(before[first], after[first], shape))
        {
            first++;
        }

        while (end < Math.Min(before.Count, after.Count) - first && AreSame(before[before.Count - 1 - end], after[after.Count - 1 - end], shape))
        {
            end++;
        }

        var both = Math.Min(before.Count, after.Count) - end;
        for (var i = first; i < both; i++)
        {
            var isSecret = SecretWords.IsSecretItem(before, i) || SecretWords.IsSecretItem(after, i);
            Hiding(isSecret, () => Compare(before[i], after[i], null, shape, TreePath.Item(path, i), "", null, null));
        }

        for (var i = Math.Max(first, both); i < after.Count - end; i++)
        {
            Hiding(SecretWords.IsSecretItem(after, i), () => Add(TreePath.Item(path, i), ChangeKind.Added, Missing.Value, after[i], "", null));
        }

        for (var i = Math.Max(first, both); i < before.Count - end; i++)
        {
            Hiding(SecretWords.IsSecretItem(before, i), () => Add(TreePath.Item(path, i), ChangeKind.Removed, before[i], Missing.Value, "", null));
        }
    }

    private void Hiding(bool isSecret, Action add)
    {
        var count = _changes.Count;
        add();
        for (var i = count; isSecret && i < _changes.Count; i++)
        {
            _changes[i] = _changes[i] with { IsSecret = true };
        }
    }

    private static bool AreSame(Node before, Node after, ApiShape? shape)
    {
        var inner = new TreeComparison(isSecret: false);
        inner.Compare(before, after, null, shape, "", "", null, null);
        return inner._changes.Count == 0;
    }

    private void Add(string path, ChangeKind kind, Node before, Node after, string key, Mapping? owner)
    {
        var name = owner?.Type?.Name == "V1EnvVar" ? owner.Get("name").Text() : key;
        var isTyped = owner is { Type.Schema: null } && owner.Type.Name != "V1EnvVar";
        var isSecret = (_isSecret && path.StartsWith("data.", StringComparison.Ordinal)) || (_isSecret && path == "data")
            || new[] { before, after }.OfType<Scalar>().Any(scalar => scalar.Kind == ScalarKind.String && SecretWords.IsSecret(name, scalar.Text, isTyped));
        _changes.Add(new(path, kind, before, after) { IsSecret = isSecret });
    }

    private static Sequence Order(List<string> keys) => new([.. keys.Select(key => Scalar.String(key.Trim('[', ']')))]);
}
