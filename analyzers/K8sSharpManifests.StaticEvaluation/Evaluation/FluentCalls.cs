using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What a fluent method says that it does: the operation, and the keys from the object that it extends.</summary>
internal sealed record FluentMeaning(string Operation, ImmutableArray<string> Path)
{
    /// <summary>The keys of a path: a dot in a key has a mark before it, and so has such a mark.</summary>
    public static ImmutableArray<string> Keys(string path)
    {
        var (keys, key) = (ImmutableArray.CreateBuilder<string>(), new StringBuilder());
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '.')
            {
                keys.Add(key.ToString());
                key.Clear();
                continue;
            }

            i += path[i] == '\\' && i + 1 < path.Length ? 1 : 0;
            key.Append(path[i]);
        }

        keys.Add(key.ToString());
        return keys.ToImmutable();
    }
}

/// <summary>
/// Applies fluent methods by their attributes, as the generated bodies do it at run time: each object on the way to the field is a new one, which shares all other parts
/// with the one that it is a copy of.
/// </summary>
internal static class FluentCalls
{
    public static Value Apply(ImmutableArray<FluentMeaning> meanings, Call call, Evaluation evaluation, SourceOrigin? caller)
    {
        var arguments = call.Arguments;
        if (arguments.Length < 2 || StateOf(arguments[0], evaluation.Facts.Models.Of(call.Frame.Resolve(call.Method.Parameters[0].Type)), evaluation) is null)
        {
            return evaluation.Unknowns.Call(arguments, caller);
        }

        var self = arguments[0];
        foreach (var meaning in meanings)
        {
            self = new Change(meaning, call, evaluation, caller).Apply(self);
        }

        return self;
    }

    /// <summary>What an object holds: an unknown one is one of which nothing is known yet.</summary>
    private static RecordState? StateOf(Value value, ModelType? type, Evaluation evaluation) => value switch
    {
        Reference { Target.State: RecordState { Model: not null } known } => known,
        Reference { Target.State: RecordState { Type: { } own } known } when OwnObjects.IsKind(own) => known,
        ChoiceValue choice => evaluation.Heap.StateOf(choice) as RecordState,
        UnknownValue when type is not null => RecordState.OfUnknown(type),
        _ => null,
    };

    /// <summary>One field's change.</summary>
    private sealed class Change(FluentMeaning meaning, Call call, Evaluation evaluation, SourceOrigin? caller)
    {
        private Value _argument = call.Arguments[call.Arguments.Length - 1];

        private readonly ITypeSymbol _parameterType = call.Method.Parameters[call.Arguments.Length - 1].Type;

        public Value Apply(Value self) => StateOf(self, evaluation.Facts.Models.Of(call.Method.Parameters[0].Type), evaluation) is not { } state ? Lost(self)
            : meaning.Operation is not ("SetAt" or "Patch") && (state.Model is not null || OwnObjects.TypeMeta(state.Type!, meaning.Path[0]) is not null) ? Step(state, self.Origin ?? caller, 0)
            : meaning.Operation is "SetAt" or "Patch" && FieldValues.Add(state, meaning, call, evaluation, caller) is { } changed ? evaluation.Heap.New(changed, self.Origin ?? caller)
            : evaluation.Unknowns.Call(call.Arguments, caller);

        private Value Step(RecordState owner, SourceOrigin? origin, int index)
        {
            // An object of the user's own has these behind the client's interfaces.
            var own = owner.Model is null ? OwnObjects.TypeMeta(owner.Type!, meaning.Path[index]) : null;
            var key = own is null ? meaning.Path[index] : Members.KeyOf(own);
            var field = owner.Model?.ByKey(key);
            if (index + 1 < meaning.Path.Length && meaning.Path[index + 1] == "*")
            {
                return evaluation.Heap.New(Default(owner, key, [.. meaning.Path.Skip(index + 2)]), origin);
            }

            // What the type begins with: a boolean that nobody has set is false.
            var current = owner.Field(key);
            if (index == meaning.Path.Length - 1)
            {
                var changed = Changed(owner, key, field, current);
                return evaluation.Heap.New(owner.With(key, changed), origin);
            }

            var model = evaluation.Facts.Models.Of(own?.Type ?? field?.Type);
            var part = current is NullValue && model is not null ? RecordState.Of(model) : StateOf(current, model, evaluation);
            return evaluation.Heap.New(owner.With(key, part is null ? Lost(current) : Step(part, current is NullValue ? caller : current.Origin ?? caller, index + 1)), origin);
        }

        private Value Changed(RecordState owner, string key, ModelProperty? field, Value current)
        {
            if (field?.HoldsQuantities == true && _parameterType.SpecialType == SpecialType.System_String)
            {
                _argument = Conversions.ParsedQuantity(_argument, caller);
            }

            switch (meaning.Operation)
            {
                case "Set" when _parameterType.TypeKind == TypeKind.Delegate:
                    return Configured(current);
                case "Set" when field?.IsList == true:
                    return _argument is NullValue ? _argument : Items(owner, key);
                case "Set" when field?.IsMap == true:
                    return _argument is NullValue ? _argument : Maps.Of(_argument, isSet: false, new("", "", call, evaluation, caller ?? evaluation.Origin(call.Operation, call.Frame)));
                case "Set":
                    return _argument;
                case "Append" when _parameterType.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T:
                    return AppendAll(current);
                case "Append":
                    var item = _parameterType.TypeKind == TypeKind.Delegate ? Configured(NullValue.Instance) : _argument;
                    var items = ListOf(current);
                    return evaluation.Heap.New(items.With(items.Items.Add(WithDefaults(owner, key, item))), current.Origin ?? caller);
                case "Put":
                    return Put(current);
                default:
                    return evaluation.Unknowns.Call(call.Arguments, caller);
            }
        }

        private Reference AppendAll(Value current)
        {
            var (added, isOpen) = evaluation.Sequences.List(_argument, call.Operation, call.Frame);
            var items = ListOf(current);
            return evaluation.Heap.New(new ListState([.. items.Items, .. added], items.IsOpen || isOpen, isArray: false), current.Origin ?? caller);
        }

        private Value Items(RecordState owner, string key)
        {
            var (items, isOpen) = evaluation.Sequences.List(_argument, call.Operation, call.Frame);
            return evaluation.Heap.New(new ListState([.. items.Select(item => WithDefaults(owner, key, item))], isOpen, isArray: false), _argument.Origin);
        }

        private ListState ListOf(Value current) => current switch
        {
            Reference { Target.State: ListState known } => new(known.Items, known.IsOpen, isArray: false),
            NullValue => new([], isOpen: false, isArray: false),
            ChoiceValue { MayBeNull: false } choice when evaluation.Heap.StateOf(choice) is ListState joined => joined,
            _ => Open(current),
        };

        private ListState Open(Value current)
        {
            evaluation.Heap.Escape(current);
            return new([], isOpen: true, isArray: false);
        }

        private MapState OpenMap(Value current)
        {
            evaluation.Heap.Escape(current);
            return (MapState)MapState.Empty().Forgotten();
        }

        private Value Put(Value current)
        {
            var map = current switch
            {
                // The new one has no gaps, whatever was removed from the old one.
                Reference { Target.State: MapState known } => known.With(known.Entries, known.HasOthers, known.IsUncertain),
                NullValue => MapState.Empty(),
                _ => OpenMap(current),
            };
            if (call.Arguments.Length < 3 || call.Arguments[1] is not ConstantValue { Constant: string } key)
            {
                map.Parts.Append(_argument).ToList().ForEach(evaluation.Heap.Escape);
                return evaluation.Heap.New(map.PutUnknown(), current.Origin ?? caller);
            }

            var before = map.Find(key.Constant)?.Value ?? (map.IsOpen ? new UnknownValue(caller) : NullValue.Instance);
            var value = _parameterType.TypeKind == TypeKind.Delegate ? Configured(before) : _argument;
            return evaluation.Heap.New(map.Put(key, value), current.Origin ?? caller);
        }

        /// <summary>What the lambda makes of what is there, or of an empty object. It gets the very object that is there.</summary>
        private Value Configured(Value current)
        {
            var type = _parameterType is INamedTypeSymbol { TypeArguments: [var first, ..] } ? evaluation.Facts.Models.Of(first) : null;
            Value New() => type is null ? new UnknownValue(caller) : evaluation.Heap.New(RecordState.Of(type), caller);
            var start = current switch
            {
                NullValue => New(),
                ChoiceValue { MayBeNull: true } choice => evaluation.Heap.Join(Conditions.NotNull(choice), New(), choice.Reason),

                // One of which nothing is known yet. What the lambda sets in it, others see too.
                UnknownValue when type is not null => Symbolic(type),
                _ => current,
            };
            return evaluation.Calls.Invoke(_argument, [start], call.Operation, call.Frame);
        }

        private Reference Symbolic(ModelType type)
        {
            var unknown = evaluation.Heap.New(RecordState.OfUnknown(type), caller);
            evaluation.Heap.Escape(unknown);
            return unknown;
        }

        private UnknownValue Lost(Value value)
        {
            evaluation.Heap.Escape(value);
            return new(caller);
        }

        /// <summary>Remembers a default, and gives it to the items that are there.</summary>
        private RecordState Default(RecordState owner, string list, ImmutableArray<string> path)
        {
            var item = new ItemDefault(list, path, _argument);
            var changed = owner.With(item);
            return owner.Field(list) is Reference { Target.State: ListState known } reference
                ? changed.With(list, evaluation.Heap.New(new ListState([.. known.Items.Select(i => WithDefault(i, item.Path, item.Value))], known.IsOpen, isArray: false), reference.Origin))
                : owner.Field(list) is NullValue ? changed : changed.With(list, Lost(owner.Field(list)));
        }

        private Value WithDefaults(RecordState owner, string list, Value item)
        {
            foreach (var known in owner.Defaults)
            {
                item = known.List == list ? WithDefault(item, known.Path, known.Value) : item;
            }

            // An object that comes from code which is not seen may remember defaults, too.
            return owner.IsOpen && item is Reference { Target.State: RecordState { Model: not null } state } reference
                ? evaluation.Heap.New(OpenAtEveryLevel(state), reference.Origin)
                : item;
        }

        private RecordState OpenAtEveryLevel(RecordState state) => state.Fields
            .Where(f => f.Value is Reference { Target.State: RecordState { Model: not null } })
            .Aggregate(state.Open(), (open, f) => open.With(f.Key, evaluation.Heap.New(OpenAtEveryLevel((RecordState)((Reference)f.Value).Target.State), f.Value.Origin)));

        private Value WithDefault(Value item, ImmutableArray<string> path, Value value)
        {
            if (value is NullValue || path is not [var key])
            {
                return item;
            }

            if (item is not Reference { Target.State: RecordState state } reference)
            {
                return item is NullValue ? item : Lost(item);
            }

            var own = state.Find(key);
            var filled = Filled(state, key, value);
            if (own is ConstantValue && ReferenceEquals(filled, own))
            {
                return item;
            }

            // Where it is not known whether there is something to fill in, the item may be a copy or itself.
            var changed = evaluation.Heap.New(state.With(key, filled), reference.Origin);
            return value is UnknownValue or ChoiceValue || own is UnknownValue or ChoiceValue || (own is null && state.IsOpen) ? evaluation.Heap.Join(changed, item, value.Origin) : changed;
        }

        /// <summary>What a field holds when it is given a value where it has none, and an object in it the fields that it does not have.</summary>
        private Value Filled(RecordState owner, string key, Value value)
        {
            switch (owner.Find(key))
            {
                case NullValue or null when value is not UnknownValue && (!owner.IsOpen || owner.Find(key) is not null):
                    return value;
                case Reference { Target.State: RecordState { Model: not null } own } reference:
                    if (value is Reference { Target.State: RecordState other })
                    {
                        var start = other.IsOpen ? OpenAtEveryLevel(own) : own;
                        own = other.Fields.Where(f => f.Value is not NullValue).Aggregate(start, (filled, f) => filled.With(f.Key, Filled(filled, f.Key, f.Value)));
                    }
                    else
                    {
                        own = OpenAtEveryLevel(own);
                        evaluation.Heap.Escape(value);
                    }

                    return evaluation.Heap.New(own, reference.Origin);
                case { } set and not (NullValue or UnknownValue or ChoiceValue):
                    return set;
                case var unknown:
                    // It may hold the value itself.
                    evaluation.Heap.Escape(value);
                    return unknown is ChoiceValue ? Lost(unknown) : unknown as UnknownValue ?? new UnknownValue(value.Origin);
            }
        }
    }
}
