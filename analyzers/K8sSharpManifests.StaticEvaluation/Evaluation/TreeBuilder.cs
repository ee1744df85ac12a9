using System.Globalization;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Makes manifest nodes of values, as the run time's ObjectReader does of objects.</summary>
/// <param name="isFinished">Whether nobody completes the value later; else everything is open.</param>
/// <param name="heap">What the objects hold.</param>
/// <param name="facts">What the compilation's types are.</param>
internal sealed class TreeBuilder(bool isFinished, Heap heap, CompilationFacts facts)
{
    /// <summary>How deep a tree may be; no manifest is nearly that deep, but a loop can make one.</summary>
    private const int MaxDepth = 128;

    private int _depth;

    // Whether what is read stands in a field that holds any JSON.
    private bool _holdsAny;

    // Whether an item that is null is one: where any JSON may stand, and in lists and dictionaries of custom resources.
    private bool _keepsNulls;

    // Whether the reader refuses what is there.
    private bool _isRefused;

    /// <summary>The tree of a root: an object, or a sequence of objects. A null stands for no object, and in a sequence keeps its place.</summary>
    public Node Root(Value value) => value switch
    {
        UnknownValue => new Unknown(value.Origin),
        NullValue when isFinished => new Scalar(ScalarKind.Null, "null", value.Origin),
        _ => StateOf(value) switch
        {
            RecordState { Model: { } model } root when model.Kind is not null || model.IsUntyped => Unless(() => Kind(model, root, value.Origin), value),
            RecordState { Type: { } type } own when OwnObjects.IsKind(type) => Unless(() => new OwnObjects(this, facts).Kind(type, own, value.Origin), value),
            ListState list => new Sequence([.. list.Items.Select(Root)], IsOpen(list.IsOpen), value.Origin),
            _ => Read(value) ?? new Unknown(value.Origin),
        },
    };

    // A root that the reader refuses is none; what is in it says nothing then.
    private Node Unless(Func<Node> read, Value value)
    {
        _isRefused = false;
        var node = read();
        return _isRefused ? new Unknown(value.Origin) : node;
    }

    /// <summary>What an object holds; of several it may be, what they have in common. Null for what is none, or may be null.</summary>
    private ObjectState? StateOf(Value value) => value switch
    {
        Reference reference => reference.Target.State,
        ChoiceValue { MayBeNull: false } choice => heap.StateOf(choice),
        _ => null,
    };

    /// <summary>Whether a mapping or list may hold more than is seen.</summary>
    public bool IsOpen(bool isOpen) => isOpen || !isFinished;

    /// <summary>The reader refuses the object.</summary>
    public void Refuse() => _isRefused = true;

    /// <summary>A node where any JSON may stand; null for what leaves no trace.</summary>
    public Node? ReadAny(Value value) => ReadAs(value, holdsAny: true, keepsNulls: true);

    /// <summary>apiVersion and kind come from the type where the object does not set them.</summary>
    private Mapping Kind(ModelType model, RecordState value, SourceOrigin? origin)
    {
        var fields = Object(model, value, origin);
        Node Or(string key, string text) => Fields.Find(value.Fields, key) is null or NullValue
            ? value.IsOpen && value.Find(key) is null ? new Unknown(origin) : Scalar.String(text, origin)
            : fields[key];
        if (!model.IsUntyped)
        {
            return fields.WithTypeMeta(Or("apiVersion", model.ApiVersion!), Or("kind", model.Kind!));
        }

        _isRefused |= (fields["apiVersion"] is Missing or Scalar { Text: "" } || fields["kind"] is Missing or Scalar { Text: "" }) && isFinished;
        return WithSettings(fields.WithTypeMeta(OrUnknown("apiVersion"), OrUnknown("kind")), value);

        Node OrUnknown(string key) => fields[key] is Missing ? new Unknown(origin) : fields[key];
    }

    private Mapping WithSettings(Mapping root, RecordState value)
    {
        if (FieldValues.Of(value, heap, ReadAny) is not { } settings)
        {
            _isRefused = true;
            return root;
        }

        var result = FieldSetting.Apply(root, settings, out var problem);
        _isRefused |= problem is not null;
        return result;
    }

    private Mapping Object(ModelType model, RecordState value, SourceOrigin? origin)
    {
        var entries = new List<KeyValuePair<string, Node>>(value.Fields.Length);
        var positions = new List<int>(value.Fields.Length);
        foreach (var entry in value.Fields)
        {
            var field = model.ByKey(entry.Key);
            if (entry.Key != FieldValues.Key && field?.IsIgnored != true && !(field?.OmitsZero == true && entry.Value is ConstantValue { Constant: 0 or 0L }) && ReadField(field, entry.Value) is { } node)
            {
                Add(entry.Key, node, field?.Position ?? int.MaxValue);
            }
        }

        // A required boolean is false, and some required numbers are 0, where nothing sets them.
        if (!value.IsOpen)
        {
            foreach (var field in model.Properties)
            {
                if (!field.IsIgnored && !field.OmitsZero && field.Type.IsValueType && value.Find(field.Key) is null && Read(field.Initial) is Scalar initial)
                {
                    Add(field.Key, new Scalar(initial.Kind, initial.Text, origin), field.Position);
                }
            }
        }

        var result = new Mapping([.. entries], IsOpen(value.IsOpen), origin, model.ApiType);
        return model.IsUntyped || value.Find(FieldValues.Key) is null ? result : WithSettings(result, value);

        // In the order in which they are written. They are few, and mostly come so.
        void Add(string key, Node node, int position)
        {
            var index = positions.Count;
            while (index > 0 && positions[index - 1] > position)
            {
                index--;
            }

            positions.Insert(index, position);
            entries.Insert(index, new(key, node));
        }
    }

    /// <summary>The node of a field; null for what leaves no trace. An open one without anything seen in it may be empty, and so absent, in the end.</summary>
    private Node? ReadField(ModelProperty? field, Value value)
    {
        var node = ReadAs(value, field?.HoldsAny == true, field?.KeepsNulls == true);
        return field?.OmitsEmpty != true ? node : node switch
        {
            Mapping { Count: 0 } map => map.IsOpen ? new Unknown(value.Origin) : null,
            Sequence { Count: 0 } list => list.IsOpen ? new Unknown(value.Origin) : null,
            _ => node,
        };
    }

    private Node? ReadAs(Value value, bool holdsAny, bool keepsNulls)
    {
        var around = (_holdsAny, _keepsNulls);
        (_holdsAny, _keepsNulls) = (holdsAny, keepsNulls);
        var node = Read(value);
        (_holdsAny, _keepsNulls) = around;
        return node;
    }

    /// <summary>A node; null for what leaves no trace.</summary>
    private Node? Read(Value value)
    {
        if (_depth >= MaxDepth)
        {
            return new Unknown(value.Origin);
        }

        _depth++;
        var node = ReadValue(value);
        _depth--;
        return node;
    }

    private Node? ReadValue(Value value) => value switch
    {
        NullValue => null,
        Reference or ChoiceValue => StateOf(value) switch
        {
            RecordState { Model: { } model } kind when _holdsAny && (model.Kind is not null || model.IsUntyped) => Kind(model, kind, value.Origin),
            RecordState { Type: { } type } own when _holdsAny && OwnObjects.IsKind(type) => new OwnObjects(this, facts).Kind(type, own, value.Origin),
            RecordState { Type: { } type } own when _holdsAny => new OwnObjects(this, facts).Object(type, own.Fields, own.IsOpen, value.Origin),
            BoxState { Value: StructValue { Type: { } type } own } when _holdsAny => new OwnObjects(this, facts).Object(type, own.Fields, own.IsOpen, value.Origin),
            BoxState box when _holdsAny => Read(box.Value),
            RecordState { Model: { } model } known => Object(model, known, value.Origin),
            ListState list => new Sequence([.. list.Items.Select(Item).OfType<Node>()], IsOpen(list.IsOpen), value.Origin),
            MapState { IsSet: false } map when map.Entries.All(e => e.Key.Constant is string) => new Mapping(
                [.. from e in map.Entries let item = Item(e.Value) where item is not null select new KeyValuePair<string, Node>((string)e.Key.Constant, item)],
                IsOpen(map.HasOthers), value.Origin),
            BytesState { Base64: { } base64 } => Scalar.String(base64, value.Origin),
            _ => new Unknown(value is ChoiceValue { Reason: { } reason } ? reason : value.Origin),
        },
        QuantityValue quantity => Scalar.Quantity(quantity.Text, value.Origin),
        IntOrStringValue number => Scalar.IntOrString(number.Text, value.Origin),
        StructValue { Type: { } type } own when _holdsAny => new OwnObjects(this, facts).Object(type, own.Fields, own.IsOpen, value.Origin),
        ConstantValue { EnumType: { } type } constant when _holdsAny => OwnObjects.NameOf(constant, type) is { } name ? Scalar.String(name, value.Origin) : new Unknown(value.Origin),
        ConstantValue { IsEnum: false } constant => constant.Constant switch
        {
            string text => Scalar.String(text, value.Origin),
            bool flag => new Scalar(ScalarKind.Boolean, flag ? "true" : "false", value.Origin),
            int number => Scalar.Number(number, value.Origin),
            long number => Scalar.Number(number, value.Origin),
            double number when !double.IsNaN(number) && !double.IsInfinity(number) =>
                new Scalar(ScalarKind.Number, number.ToString("R", CultureInfo.InvariantCulture), value.Origin),
            _ => new Unknown(value.Origin),
        },
        _ => new Unknown(value.Origin) { IsInput = value is UnknownValue { IsInput: true } },
    };

    private Node? Item(Value value) => Read(value) ?? (_keepsNulls ? new Scalar(ScalarKind.Null, "null", value.Origin) : null);
}
