using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What a fluent method says that it does: the operation, and the keys from the object that it extends.</summary>
internal sealed record FluentMeaning(string Operation, ImmutableArray<string> Path);

/// <summary>Applies fluent methods by their attributes, as the generated bodies do it at run time.</summary>
internal static class FluentCalls
{
    public static Value Apply(
        ImmutableArray<FluentMeaning> meanings, IMethodSymbol method, IReadOnlyList<Value> arguments, Evaluation evaluation, SourceOrigin? caller)
    {
        if (arguments.Count < 2 || AsObject(arguments[0], evaluation.Facts.Models.Of(method.Parameters[0].Type), caller) is not { } self)
        {
            return new UnknownValue(caller);
        }

        foreach (var meaning in meanings)
        {
            var change = new Change(meaning, method, arguments, evaluation, caller);
            self = change.Apply(self);
        }

        return self;
    }

    /// <summary>An object to change: an unknown one is one of which nothing is known yet.</summary>
    private static ObjectValue? AsObject(Value value, ModelType? type, SourceOrigin? caller) => value switch
    {
        ObjectValue { Model: not null } known => known,
        UnknownValue when type is not null => new ObjectValue(type, isOpen: true, value.Origin ?? caller),
        _ => null,
    };

    /// <summary>One field's change.</summary>
    private sealed class Change(
        FluentMeaning meaning, IMethodSymbol method, IReadOnlyList<Value> arguments, Evaluation evaluation, SourceOrigin? caller)
    {
        private readonly Value _argument = arguments[arguments.Count - 1];

        private readonly ITypeSymbol _parameterType = method.Parameters[arguments.Count - 1].Type;

        public ObjectValue Apply(ObjectValue self) => Step(self, 0);

        private ObjectValue Step(ObjectValue owner, int index)
        {
            var key = meaning.Path[index];
            var field = owner.Model?.ByKey(key);
            if (index + 1 < meaning.Path.Length && meaning.Path[index + 1] == "*")
            {
                return Default(owner, key, [.. meaning.Path.Skip(index + 2)]);
            }

            var current = owner.Field(key);
            if (index == meaning.Path.Length - 1)
            {
                return owner.With(key, Changed(owner, key, field, current));
            }

            var part = AsObject(current is NullValue ? New(field?.Type) : current, evaluation.Facts.Models.Of(field?.Type), caller);
            return owner.With(key, part is null ? new UnknownValue(caller) : Step(part, index + 1));
        }

        private Value Changed(ObjectValue owner, string key, ModelProperty? field, Value current)
        {
            switch (meaning.Operation)
            {
                case "Set" when _parameterType.TypeKind == TypeKind.Delegate:
                    return Configured(current);
                case "Set" when field?.IsList == true:
                    return _argument is ListValue list
                        ? new ListValue([.. list.Items.Select(item => WithDefaults(owner, key, item))], list.IsOpen, list.Origin)
                        : _argument is NullValue ? _argument : new ListValue([], isOpen: true, _argument.Origin);
                case "Set" when field?.IsMap == true:
                    return Collections.ToMap(_argument);
                case "Set":
                    return _argument;
                case "Append":
                    var item = _parameterType.TypeKind == TypeKind.Delegate ? Configured(NullValue.Instance) : _argument;
                    var items = current switch
                    {
                        ListValue known => known,
                        NullValue => new ListValue([], isOpen: false, caller),
                        _ => new ListValue([], isOpen: true, caller),
                    };
                    return items.Add(WithDefaults(owner, key, item));
                case "Put":
                    return Put(current);
                default:
                    return new UnknownValue(caller);
            }
        }

        private Value Put(Value current)
        {
            var map = current switch
            {
                MapValue known => known,
                NullValue => new MapValue([], isOpen: false, caller),
                _ => new MapValue([], isOpen: true, caller),
            };
            if (arguments.Count < 3 || arguments[1] is not ConstantValue { Constant: string key })
            {
                return map.PutUnknown();
            }

            var before = Fields.Find(map.Entries, key) ?? (map.IsOpen ? new UnknownValue(caller) : NullValue.Instance);
            return map.Put(key, _parameterType.TypeKind == TypeKind.Delegate ? Configured(before) : _argument);
        }

        /// <summary>What the lambda makes of what is there, or of an empty object.</summary>
        private Value Configured(Value current)
        {
            if (_argument is not FunctionValue function || _parameterType is not INamedTypeSymbol { TypeArguments: [var type, ..] })
            {
                return new UnknownValue(caller);
            }

            var start = AsObject(current is NullValue ? New(type) : current, evaluation.Facts.Models.Of(type), caller) ?? current;
            return evaluation.Invoke(function, [start], caller);
        }

        private Value New(ITypeSymbol? type) =>
            evaluation.Facts.Models.Of(type) is { } model ? new ObjectValue(model, isOpen: false, caller) : new UnknownValue(caller);

        /// <summary>Remembers a default, and gives it to the items that are there.</summary>
        private ObjectValue Default(ObjectValue owner, string list, ImmutableArray<string> path)
        {
            var item = new ItemDefault(list, path, _argument);
            var changed = owner.With(item);
            return owner.Field(list) is ListValue { Items: var items } known
                ? changed.With(list, new ListValue([.. items.Select(i => WithDefault(i, item.Path, item.Value))], known.IsOpen, known.Origin))
                : changed;
        }

        private static Value WithDefaults(ObjectValue owner, string list, Value item)
        {
            foreach (var known in owner.Defaults)
            {
                item = known.List == list ? WithDefault(item, known.Path, known.Value) : item;
            }

            // An object that comes from code which is not seen may remember defaults, too.
            return owner.IsOpen && item is ObjectValue value ? value.Open() : item;
        }

        private static Value WithDefault(Value item, ImmutableArray<string> path, Value value) =>
            item is ObjectValue target && path is [var key] && target.Find(key) is null or NullValue && value is not NullValue
                ? target.With(key, target.IsOpen && target.Find(key) is null ? new UnknownValue(value.Origin) : value)
                : item;
    }
}
