namespace K8sSharpManifests.Core;

/// <summary>
/// A field that an object has beside those of its C# type: what <c>With</c> sets in an object without a type, and <c>Patch</c> in one of any kind. Both front ends keep them
/// as they come, and set them here, in the tree of the object.
/// </summary>
/// <param name="Place">The field.</param>
/// <param name="Value">The value; null takes the field away.</param>
/// <param name="IsPatch">Whether it is one that the API's schema does not have, and that nobody is to report for it.</param>
internal sealed record FieldSetting(FieldAddress Place, Node? Value, bool IsPatch)
{
    /// <summary>The object with its settings, and with the types of its kind.</summary>
    /// <param name="root">The object with the fields of its C# type.</param>
    /// <param name="settings">The settings, in the order in which they were made.</param>
    /// <param name="problem">What is wrong, with the place and the way out; null where nothing is.</param>
    /// <returns>The object. What is unknown in it stays unknown.</returns>
    public static Mapping Apply(Mapping root, IReadOnlyList<FieldSetting> settings, out string? problem)
    {
        problem = null;
        foreach (var isPatch in new[] { false, true })
        {
            foreach (var setting in settings.Where(s => s.IsPatch == isPatch))
            {
                var writer = new Writer(setting);
                root = (Mapping)writer.Set(root, null, 0, "");
                if ((problem ??= writer.Problem) is not null)
                {
                    return root;
                }
            }

            root = root.Type is null ? Typing.Object(root) : root;
        }

        return root;
    }

    /// <summary>What speaks against a field that is to be set in an object without a type.</summary>
    /// <param name="place">The field.</param>
    /// <returns>The problem and the way out; null for none.</returns>
    public static string? Problem(FieldAddress place) => place.Steps[0].Key switch
    {
        "apiVersion" => "'apiVersion' is not set by a path: K8s.Object and WithApiVersion take it",
        "kind" => "'kind' is not set by a path: K8s.Object and WithKind take it",
        "metadata" => $"'{place}' is not set by a path: WithName, WithNamespace, AddLabel, AddAnnotation and the other methods of the metadata do it",
        "status" => $"'{place}' is in what the API server sets itself: a manifest has no status",
        _ => null,
    };

    /// <summary>What speaks against a patch: that the type has the field.</summary>
    /// <param name="place">The field.</param>
    /// <param name="type">The object's type; null where nobody knows.</param>
    /// <returns>The problem and the way out; null for none.</returns>
    public static string? PatchProblem(FieldAddress place, ApiType? type)
    {
        if (place.Steps[0].Key == "status")
        {
            return Problem(place);
        }

        if (type is null)
        {
            return place.Steps[0].Key is not ("apiVersion" or "kind" or "metadata") ? null
                : place.Steps.Count == 1 || ApiSchema.Kubernetes.Type("V1ObjectMeta") is not { } metadata ? $"every object has '{place}': Patch is for what it does not have"
                : PatchProblem(place, metadata, 1);
        }

        return PatchProblem(place, type, 0);
    }

    private static string? PatchProblem(FieldAddress place, ApiType type, int start)
    {
        var (shape, path) = (ApiShape.Of(type), start == 0 ? "" : place.Steps[0].From(""));
        for (var i = start; i < place.Steps.Count; i++)
        {
            var step = place.Steps[i];
            var at = step.From(path);
            if (step.Key is null != (shape.Kind == ApiShapeKind.List))
            {
                return shape.Kind == ApiShapeKind.List
                    ? $"'{path}' is a list of {type.Name}: say which item, as in {path}[0] or {path}[name=web]"
                    : $"'{path}' is no list of {type.Name}, so '{at}' is nowhere";
            }

            if (shape.Kind == ApiShapeKind.Map)
            {
                // What is in a dictionary's values may be patched, an entry is its own.
                if (i == place.Steps.Count - 1)
                {
                    return $"'{path}' is a dictionary of {type.Name}: put '{step.Key}' there, with the method that adds to it or in the object itself";
                }
            }
            else if (shape.Kind is not (ApiShapeKind.List or ApiShapeKind.Object))
            {
                return $"'{path}' is a single value of {type.Name}, so nothing can be below it";
            }

            var next = shape.Kind == ApiShapeKind.List ? shape.Items : shape.Below(step.Key!);
            if (next is null && shape.Type is null && shape.Kind == ApiShapeKind.Object)
            {
                return null;
            }

            if (next is null)
            {
                return step.Key is "apiVersion" or "kind" && i == 0 ? $"every object has '{at}': Patch is for what it does not have" : null;
            }

            if (i == place.Steps.Count - 1)
            {
                return $"{type.Name} has '{at}': set it with its own method or in the object itself; Patch is for what the models do not have";
            }

            (shape, path) = (next, at);
        }

        return null;
    }

    /// <summary>Sets one field in a tree.</summary>
    private sealed class Writer(FieldSetting setting)
    {
        private readonly IReadOnlyList<FieldStep> _steps = setting.Place.Steps;

        public string? Problem { get; private set; }

        /// <summary>A node with what the steps from one on set in it.</summary>
        /// <param name="node">The node.</param>
        /// <param name="shape">What may stand there; null where nobody knows.</param>
        /// <param name="index">The next step.</param>
        /// <param name="path">The node's place.</param>
        public Node Set(Node node, ApiShape? shape, int index, string path)
        {
            var step = _steps[index];
            if (node is Unknown)
            {
                return node;
            }

            if (step.Key is not { } key)
            {
                return SetItem(node, shape, step, index, path);
            }

            var isAbsent = node is Missing or Scalar { Kind: ScalarKind.Null };
            if (!isAbsent && node is not Mapping)
            {
                return Fail(node, $"'{path}' is {(node is Sequence ? "a list: say which item, as in " + path + "[0]" : "a single value, so nothing can be below it")}");
            }

            var map = node as Mapping ?? new Mapping([], origin: setting.Value?.Origin, type: shape?.Type);
            var current = map[key];
            if (index == _steps.Count - 1)
            {
                return SetKey(map, key, current, isAbsent ? node : map);
            }

            if (current is Missing && setting.Value is null)
            {
                return node;
            }

            var below = map.Type?.Field(key)?.Shape ?? (shape?.Type is null ? shape?.Below(key) : null);
            var changed = Set(current, below, index + 1, TreePath.Child(path, key));
            if (ReferenceEquals(changed, current) && current is not Unknown)
            {
                return node;
            }

            // What lies on the way to a field that the type does not know may be unknown to it as well.
            var result = map.With(key, changed);
            return setting.IsPatch && map.Type is { } type && type.Field(key) is null ? result.WithExtra(key) : result;
        }

        private Node SetKey(Mapping map, string key, Node current, Node unchanged)
        {
            if (setting.Value is not { } value)
            {
                return current is Missing ? unchanged : map.IsOpen && current is Unknown ? map.With(key, current) : map.Without(key);
            }

            // One whose value is unknown may be set or not: whoever proves, has no proof.
            if (setting.IsPatch && current is not (Missing or Unknown) && !map.IsExtra(key))
            {
                return Fail(map, $"'{setting.Place}' is set already: Patch is for what the object does not have");
            }

            return setting.IsPatch ? map.With(key, value).WithExtra(key) : map.With(key, value);
        }

        private Node SetItem(Node node, ApiShape? shape, FieldStep step, int index, string path)
        {
            var at = step.From(path);
            if (node is not Sequence list)
            {
                return node is Missing && setting.Value is null ? node : Fail(node, node is Missing or Scalar { Kind: ScalarKind.Null } ? $"there is no '{path}', so there is no item '{at}': add the item first" : $"'{path}' is no list, so there is no item '{at}'");
            }

            // Which item it is, is not known.
            if (list.IsOpen || (step.Name is not null && list.Items.Any(i => i is Unknown || (i is Mapping { IsOpen: true } open && open["name"] is Unknown) || (i is Mapping named && named["name"] is Unknown))))
            {
                return new Unknown(list.Origin);
            }

            var found = step.Name is { } name ? list.Items.ToList().FindIndex(i => i is Mapping mapping && mapping["name"].Is(name).IsTrue) : step.Index < list.Items.Count ? step.Index : -1;
            if (found < 0)
            {
                return Fail(node, $"there is no item '{at}' in what the object has there: it has {list.Items.Count} item{(list.Items.Count == 1 ? "" : "s")}");
            }

            var changed = Set(list.Items[found], shape?.Items, index + 1, at);
            return new Sequence([.. list.Items.Select((item, i) => i == found ? changed : item)], list.IsOpen, list.Origin);
        }

        private Node Fail(Node node, string problem)
        {
            Problem ??= $"'{setting.Place}' cannot be set: {problem}";
            return node;
        }
    }
}
