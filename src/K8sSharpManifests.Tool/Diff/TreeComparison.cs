using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Tool.Secrets;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>Compares two manifests of one object by what they mean: quantities, defaults, the order of keys and of lists with keys do not count.</summary>
internal sealed class TreeComparison
{
    /// <summary>Where kubectl keeps what it has applied.</summary>
    public const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    private readonly List<FieldChange> _changes = [];
    private readonly ShownValues _shown;

    private TreeComparison(ShownValues shown) => _shown = shown;

    /// <summary>Compares.</summary>
    /// <param name="before">The object as it was.</param>
    /// <param name="after">The object as it is.</param>
    /// <returns>What differs, in the order of the object as it is.</returns>
    public static IReadOnlyList<FieldChange> Changes(Mapping before, Mapping after)
    {
        var (old, now) = (ServerDefaults.Fill(Prepared(before)), ServerDefaults.Fill(Prepared(after)));
        var comparison = new TreeComparison(ShownValues.Of(old, now));
        comparison.InMappings(old, now, null, "");
        var fixedFields = Immutability.FixedFields(old, now);
        return [.. comparison._changes.Select(change => change with { IsRefused = fixedFields.Any(field => field.Covers(change.Path, change.Kind == ChangeKind.Added)) })];
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
        if (root.Type?.Name == "V1Secret" && root.Get("stringData") is Mapping texts)
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
                Compare(before.Get(key), after.Get(key), field, field?.Shape ?? (type is null ? shape?.Items : null), TreePath.Child(path, SecretText.Key(key)), before, after);
            }
        }
    }

    // What is left out is what the server sets there: with the other fields of the object that leaves it out.
    private void Compare(Node old, Node now, ApiField? field, ApiShape? shape, string path, Mapping? oldOwner, Mapping? owner)
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
                Add(path, ChangeKind.Added, old, now);
                break;
            case (_, Missing):
                Add(path, ChangeKind.Removed, old, now);
                break;
            default:
                Add(path, ChangeKind.Changed, old, now);
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
                Add(path, ChangeKind.Added, Missing.Value, item);
            }

            foreach (var item in before.Items.Where(item => !after.Items.Any(other => other.Text() == item.Text())))
            {
                Add(path, ChangeKind.Removed, item, Missing.Value);
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
                InMappings(other, item, null, path + SecretText.Key(key));
            }
            else
            {
                Add(path + SecretText.Key(key), ChangeKind.Added, Missing.Value, item);
            }
        }

        foreach (var (key, item) in before.Where(item => !now.Contains(item.Key)))
        {
            Add(path + SecretText.Key(key), ChangeKind.Removed, item, Missing.Value);
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
            Compare(before[i], after[i], null, shape, TreePath.Item(path, i), null, null);
        }

        for (var i = Math.Max(first, both); i < after.Count - end; i++)
        {
            Add(TreePath.Item(path, i), ChangeKind.Added, Missing.Value, after[i]);
        }

        for (var i = Math.Max(first, both); i < before.Count - end; i++)
        {
            Add(TreePath.Item(path, i), ChangeKind.Removed, before[i], Missing.Value);
        }
    }

    private static bool AreSame(Node before, Node after, ApiShape? shape)
    {
        var inner = new TreeComparison(ShownValues.Of());
        inner.Compare(before, after, null, shape, "", null, null);
        return inner._changes.Count == 0;
    }

    // What a change holds may be shown: what may not is not in it.
    private void Add(string path, ChangeKind kind, Node before, Node after) =>
        _changes.Add(new(path, kind, _shown.Of(before), _shown.Of(after)) { IsSecret = _shown.IsHidden(before) || _shown.IsHidden(after) });

    private static Sequence Order(List<string> keys) => new([.. keys.Select(key => Scalar.String(SecretText.Key(key.Trim('[', ']'))))]);
}
