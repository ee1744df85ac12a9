using K8sSharpManifests.Core;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Scalar = K8sSharpManifests.Core.Scalar;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace K8sSharpManifests.Yaml;

// What the events mean: values, keys, anchors and merge keys (go-yaml's decode.go).
internal sealed partial class DocumentReader
{
    private readonly Stack<Collection> _open = new();
    private readonly Dictionary<string, AnchoredNode> _anchors = new(StringComparer.Ordinal);
    private readonly AliasBudget _budget = new();
    private Node? _root;

    private void TakeScalar(YamlScalar scalar)
    {
        var span = Span(scalar);
        var anchor = AnchorOf(scalar, span);
        var isPlain = scalar.Style == ScalarStyle.Plain;
        var tag = TagOf(scalar);
        if (_isBroken || !Count(0, span))
        {
            return;
        }

        if (ScalarResolver.Resolve(tag, scalar.Value, isPlain, out var value) is { } fault)
        {
            Break(span, fault);
            return;
        }

        var isMergeKey = scalar.Value == "<<" && ((tag.Length == 0 && isPlain) || tag is "!" or ScalarResolver.MergeTag);
        if (anchor is not null)
        {
            anchor.Scalar = value;
        }

        if (TakeKey(value, span, isMergeKey))
        {
            // An alias of the key is a value like another.
            if (anchor is not null)
            {
                anchor.Node = new Scalar(value.Kind, value.Text ?? "", new YamlOrigin(_file, span));
            }

            return;
        }

        var isKept = _options.KeepsNumbers && value.Kind == ScalarKind.Number && isPlain && JsonNumber.TryRead(scalar.Value, out _);
        if ((isKept ? scalar.Value : value.Text) is not { } text)
        {
            Break(span, $"'{scalar.Value}' is a number that JSON, and so Kubernetes, does not have: put it into quotes if it is a text.");
            return;
        }

        var node = Tagged(tag, new Scalar(value.Kind, text, new YamlOrigin(_file, span, PendingKey())));
        if (anchor is not null)
        {
            anchor.Node = node;
        }

        Add(node, span, isAlias: false, nodes: 1, height: 0);
    }

    private void TakeAlias(AnchorAlias alias)
    {
        var span = Span(alias);
        var name = alias.Value.Value;
        if (!_anchors.TryGetValue(name, out var anchor))
        {
            Break(span, $"the alias *{name} has no anchor &{name} before it in this document: put a text that starts with '*' into quotes.");
        }
        else if (anchor.Node is not { } node)
        {
            Break(span, $"the alias *{name} stands inside the node that it repeats, which has no end: write out what shall stand here.");
        }
        else if (_open.Count + anchor.Height > Node.MaxDepth)
        {
            Break(span, Messages.TooDeep);
        }
        else if (Count(anchor.Nodes, span) && (anchor.Scalar is { } scalar ? !TakeKey(scalar, span, isMergeKey: false) : !IsKeyNext(span)) && !_isBroken)
        {
            Add(Moved(node, new(_file, span, PendingKey())), span, isAlias: true, anchor.Nodes + 1, anchor.Height);
        }
    }

    private void Open(NodeEvent start, bool isMapping)
    {
        var span = Span(start);
        if (IsKeyNext(span))
        {
            return;
        }

        var anchor = AnchorOf(start, span);
        if (_open.Count == Node.MaxDepth)
        {
            Break(span, Messages.TooDeep);
        }
        else if (!_isBroken && Count(0, span))
        {
            var isFlow = start is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };
            _open.Push(new(isMapping, isFlow, TagOf(start), anchor, span, PendingKey()));
        }
    }

    private void Close(ParsingEvent end)
    {
        var collection = _open.Pop();

        // A block ends with the last node in it, and not where the parser finds that out.
        var at = (int)end.Start.Index;
        var isBracket = collection.IsFlow && at < _chunk.Text.Length && _chunk.Text[at] == (collection.IsMapping ? '}' : ']');
        var last = isBracket ? _chunk.Span(at, at + 1) : collection.Last;
        var span = collection.Start with { EndLine = last.EndLine, EndColumn = last.EndColumn };
        var origin = new YamlOrigin(_file, span, collection.Key);
        Node untagged = collection.IsMapping ? new Mapping(collection.Entries.ToArray(), origin: origin) : new Sequence(collection.Items, origin: origin);
        var node = Tagged(collection.Tag, untagged);
        if (collection.Anchor is { } anchor)
        {
            (anchor.Node, anchor.Nodes, anchor.Height) = (node, collection.Nodes, collection.Height);
        }

        Add(node, span, isAlias: false, collection.Nodes, collection.Height, collection.AreAliases);
    }

    /// <summary>Takes a scalar where a key stands.</summary>
    /// <returns>Whether one stands there.</returns>
    private bool TakeKey(ScalarValue value, YamlSpan span, bool isMergeKey)
    {
        if (_open.Count == 0 || _open.Peek() is not { IsMapping: true, PendingKey: null } mapping)
        {
            return false;
        }

        if (value.Key is null)
        {
            Break(span, value.Kind == ScalarKind.Null
                ? "a key is missing here, or is null: write one, in quotes if it shall be the text 'null', '~' or ''."
                : "this key is too large a number: put it into quotes.");
        }

        mapping.PendingKey = value.Key;
        mapping.PendingSpan = span;
        mapping.IsMerge = isMergeKey;
        mapping.Nodes += isMergeKey ? 0 : 1;
        return true;
    }

    private bool IsKeyNext(YamlSpan span)
    {
        if (_open.Count == 0 || _open.Peek() is not { IsMapping: true, PendingKey: null })
        {
            return false;
        }

        Break(
            span,
            "a mapping or a list stands here as a key, which JSON, and so Kubernetes, does not have: put a text that starts with '{' or '[' into quotes.");
        return true;
    }

    private YamlSpan? PendingKey() => _open.Count > 0 && _open.Peek() is { IsMapping: true, PendingKey: not null } mapping ? mapping.PendingSpan : null;

    private void Add(Node node, YamlSpan span, bool isAlias, long nodes, int height, List<bool>? areAliases = null)
    {
        if (_open.Count == 0)
        {
            _root = node;
            return;
        }

        var parent = _open.Peek();
        parent.Nodes += nodes;
        parent.Height = Math.Max(parent.Height, height + 1);
        parent.Last = span;
        if (!parent.IsMapping)
        {
            parent.Items.Add(node);
            parent.AreAliases.Add(isAlias);
            return;
        }

        var key = parent.PendingKey!;
        parent.PendingKey = null;
        if (parent.IsMerge)
        {
            Merge(parent, node, isAlias, areAliases, span);
        }
        else if (parent.SetOwn(key, node))
        {
            Problems.Add(new(YamlProblemKind.DuplicateKey, _file, parent.PendingSpan, Messages.DuplicateKey(key)));
        }
    }

    // Of a list, the first counts most.
    private void Merge(Collection into, Node node, bool isAlias, List<bool>? areAliases, YamlSpan span)
    {
        if (node is Mapping mapping)
        {
            Merge(into, mapping);
        }
        else if (node is Sequence list && !isAlias && areAliases is not null && list.Items.All(item => item is Mapping))
        {
            foreach (var item in list.Items.Reverse())
            {
                Merge(into, (Mapping)item);
            }
        }
        else
        {
            Break(span, "what '<<' merges is a mapping, an alias of one, or a list of these: put '<<' into quotes if it is a key of its own.");
        }
    }

    private void Merge(Collection into, Mapping mapping)
    {
        foreach (var entry in mapping.Entries)
        {
            if (into.SetMerged(entry.Key, entry.Value))
            {
                Problems.Add(new(
                    YamlProblemKind.DuplicateKey, _file, into.PendingSpan,
                    $"'<<' brings the key '{entry.Key}', which stands before it: kubectl takes the merged value, other parsers the one before. "
                    + "Put '<<' first."));
            }
        }
    }

    private AnchoredNode? AnchorOf(NodeEvent node, YamlSpan span)
    {
        if (node.Anchor.IsEmpty)
        {
            return null;
        }

        var name = node.Anchor.Value;
        if (!name.All(c => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_' or '-'))
        {
            Break(
                span,
                $"the anchor &{name} has characters that kubectl does not take: use letters of ASCII, digits, '-' and '_', "
                + "or put a text that starts with '&' into quotes.");
        }

        return _anchors[name] = new();
    }

    private static string TagOf(NodeEvent node) => node.Tag.IsEmpty ? "" : node.Tag.IsNonSpecific ? "!" : node.Tag.Value;

    private Node Tagged(string tag, Node node) => tag.Length > 0 && _options.Tags?.Invoke(tag, node) is { } other ? other : node;

    private static Node Moved(Node node, YamlOrigin origin) => node switch
    {
        Mapping mapping => new Mapping(mapping.Entries, mapping.IsOpen, origin),
        Sequence list => new Sequence(list.Items, list.IsOpen, origin),
        Scalar { IsQuantity: false } scalar => new Scalar(scalar.Kind, scalar.Text, origin),
        _ => node,
    };

    private bool Count(long aliased, YamlSpan span)
    {
        if (_budget.Take(aliased))
        {
            return true;
        }

        Break(span, "aliases make more of this document than kubectl is ready to read: write out what shall stand here.");
        return false;
    }
}
