using K8sSharpManifests.Cel.Operators;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Cel.Evaluation;

/// <content>Macros: calls that bind names, or look at how their argument is written.</content>
/// <remarks>Upstream: cel-go's parser/macro.go, ext/comprehensions.go, ext/bindings.go and cel/library.go (optMap, orValue).</remarks>
internal sealed partial class CelCompiler
{
    private Code? Macro(CelCall call)
    {
        if (call.Target is null)
        {
            return call is { Function: "has", Arguments: [CelSelect { IsOptional: false } select] } ? Has(select) : null;
        }

        if (call is { Target: CelName { Name: "cel" }, Function: "bind", Arguments: [CelName variable, _, _] } && !_bound.Contains("cel"))
        {
            return Bind(call.Arguments[1], variable.Name, call.Arguments[2]);
        }

        var two = call.Arguments is [CelName, CelName, _] or [CelName, CelName, _, _] && !(call is { Function: "map", Arguments.Count: 3 });
        return call.Function switch
        {
            "all" when call.Arguments.Count == (two ? 3 : 2) => Quantifier(call, two, CelBool.False),
            "exists" when call.Arguments.Count == (two ? 3 : 2) => Quantifier(call, two, CelBool.True),
            "exists_one" or "existsOne" when call.Arguments.Count == (two ? 3 : 2) => ExactlyOne(call, two),
            "filter" when call.Arguments is [CelName, _] => Listed(call, false, call.Arguments[1], null),
            "map" when call.Arguments is [CelName, _] => Listed(call, false, null, call.Arguments[1]),
            "map" when call.Arguments is [CelName, _, _] => Listed(call, false, call.Arguments[1], call.Arguments[2]),
            "transformList" when call.Arguments is [CelName, CelName, _] => Listed(call, true, null, call.Arguments[2]),
            "transformList" when call.Arguments is [CelName, CelName, _, _] => Listed(call, true, call.Arguments[2], call.Arguments[3]),
            "transformMap" when two => Mapped(call, false),
            "transformMapEntry" when two => Mapped(call, true),
            "sortBy" when call.Arguments is [CelName, _] => SortBy(call),
            "optMap" when call.Arguments is [CelName, _] => OptionalMap(call, false),
            "optFlatMap" when call.Arguments is [CelName, _] => OptionalMap(call, true),
            "orValue" when call.Arguments is [_] => OrValue(call, false),
            "or" when call.Arguments is [_] => OrValue(call, true),
            _ => null,
        };
    }

    private Code Has(CelSelect select)
    {
        var of = Compile(select.Of);
        var field = select.Field;
        return frame => Selection.HasField(of(frame), field);
    }

    private Code Bind(CelNode init, string name, CelNode body)
    {
        var value = Compile(init);
        var slot = Enter(name);
        var code = Compile(body);
        Leave(1);
        return frame =>
        {
            frame.Locals[slot] = value(frame);
            return code(frame);
        };
    }

    private int Enter(string name)
    {
        _bound.Add(name);
        Slots = Math.Max(Slots, _bound.Count);
        return _bound.Count - 1;
    }

    private void Leave(int count) => _bound.RemoveRange(_bound.Count - count, count);

    // The code of what a macro runs for each item, with the names that it binds.
    private Loop Enter(CelCall call, bool hasTwoNames)
    {
        var range = Compile(call.Target!);
        var first = Enter(((CelName)call.Arguments[0]).Name);
        var second = hasTwoNames ? Enter(((CelName)call.Arguments[1]).Name) : -1;
        return new(range, first, second);
    }

    private void Leave(Loop loop) => Leave(loop.Second < 0 ? 1 : 2);

    private Code Quantifier(CelCall call, bool two, CelBool deciding)
    {
        var loop = Enter(call, two);
        var predicate = Compile(call.Arguments[call.Arguments.Count - 1]);
        Leave(loop);
        return frame => loop.Run(frame, out var isOpen, out var rounds) ?? Decide(rounds, isOpen);

        CelValue Decide(IEnumerable<Frame> rounds, bool isOpen)
        {
            CelValue result = isOpen ? CelUnknown.Data : CelBool.Of(!deciding.Value);
            foreach (var round in rounds)
            {
                result = Join(result, predicate(round), deciding);
                if (result == deciding)
                {
                    break;
                }
            }

            return result;
        }
    }

    private Code ExactlyOne(CelCall call, bool two)
    {
        var loop = Enter(call, two);
        var predicate = Compile(call.Arguments[call.Arguments.Count - 1]);
        Leave(loop);
        return frame => loop.Run(frame, out var isOpen, out var rounds) ?? Count(rounds, isOpen);

        CelValue Count(IEnumerable<Frame> rounds, bool isOpen)
        {
            CelValue? failure = isOpen ? CelUnknown.Data : null;
            var count = 0;
            foreach (var round in rounds)
            {
                var fits = predicate(round);
                count += fits == CelBool.True ? 1 : 0;
                failure = fits is CelBool ? failure : Failures.FirstOf(failure, fits.IsFailure ? fits : CelError.NoSuchOverload);
            }

            return failure ?? CelBool.Of(count == 1);
        }
    }

    private Code Listed(CelCall call, bool two, CelNode? filter, CelNode? transform)
    {
        var loop = Enter(call, two);
        var predicate = filter is null ? null : Compile(filter);
        var code = transform is null ? frame => frame.Locals[loop.First] : Compile(transform);
        Leave(loop);
        return frame => loop.Run(frame, out var isOpen, out var rounds) ?? Gather(rounds, isOpen, predicate, code, items => new CelMadeList(items));
    }

    private static CelValue Gather(IEnumerable<Frame> rounds, bool isOpen, Code? predicate, Code code, Func<List<CelValue>, CelValue> finish)
    {
        CelValue? failure = isOpen ? CelUnknown.Data : null;
        var items = new List<CelValue>();
        foreach (var round in rounds)
        {
            var fits = predicate?.Invoke(round) ?? CelBool.True;
            if (fits is not CelBool truth)
            {
                failure = Failures.FirstOf(failure, fits.IsFailure ? fits : CelError.NoSuchOverload);
            }
            else if (truth.Value)
            {
                var item = code(round);
                failure = item.IsFailure ? Failures.FirstOf(failure, item) : failure;
                items.Add(item);
            }
        }

        return failure ?? finish(items);
    }

    private Code Mapped(CelCall call, bool isEntry)
    {
        var loop = Enter(call, true);
        var predicate = call.Arguments.Count == 4 ? Compile(call.Arguments[2]) : null;
        var value = Compile(call.Arguments[call.Arguments.Count - 1]);
        Leave(loop);
        Code entry = isEntry ? value : frame =>
        {
            // The key is there before the value, which may be made with other loops of the same frame.
            var key = frame.Locals[loop.First];
            var made = value(frame);
            return made.IsFailure ? made : new CelMadeMap([new(key, made)]);
        };
        return frame => loop.Run(frame, out var isOpen, out var rounds) ?? Gather(rounds, isOpen, predicate, entry, Merged);
    }

    private static CelValue Merged(List<CelValue> maps)
    {
        var entries = new List<KeyValuePair<CelValue, CelValue>>();
        foreach (var item in maps)
        {
            if (item is not CelMapValue { IsOpen: false } map)
            {
                return item is CelMapValue ? CelUnknown.Data : CelError.NoSuchOverload;
            }

            foreach (var key in map.Keys)
            {
                if (entries.Exists(e => Equality.Equal(e.Key, key) == CelBool.True))
                {
                    return new CelError($"insert failed: key {Functions.Texts.Show(key)} already exists");
                }

                entries.Add(new(key, map.Find(key)!));
            }
        }

        return new CelMadeMap(entries);
    }

    private Code SortBy(CelCall call)
    {
        var loop = Enter(call, false);
        var key = Compile(call.Arguments[1]);
        Leave(loop);
        return frame =>
        {
            var items = new List<CelValue>();
            return loop.Run(frame, out var isOpen, out var rounds) ?? Gather(rounds, isOpen, null, Keyed, keys => Functions.ListFunctions.Sorted(items, keys));

            CelValue Keyed(Frame round)
            {
                items.Add(round.Locals[loop.First]);
                return key(round);
            }
        };
    }

    private Code OptionalMap(CelCall call, bool isFlat)
    {
        var target = Compile(call.Target!);
        var slot = Enter(((CelName)call.Arguments[0]).Name);
        var code = Compile(call.Arguments[1]);
        Leave(1);
        return frame =>
        {
            var value = target(frame);
            if (value is not CelOptional { Value: { } inner })
            {
                return value.IsFailure || value is CelOptional ? value : CelError.NoSuchOverload;
            }

            frame.Locals[slot] = inner;
            return isFlat ? code(frame) : CelOptional.Of(code(frame));
        };
    }

    private Code OrValue(CelCall call, bool isOptional)
    {
        var (target, other) = (Compile(call.Target!), Compile(call.Arguments[0]));
        return frame => target(frame) switch
        {
            CelOptional { Value: null } => other(frame),
            CelOptional optional => isOptional ? optional : optional.Value!,
            { IsFailure: true } failure => failure,
            _ => CelError.NoSuchOverload,
        };
    }

    /// <summary>Runs code for each item of a list, or for each key of a dictionary.</summary>
    private sealed record Loop(Code Range, int First, int Second)
    {
        /// <summary>Begins.</summary>
        /// <returns>Why there is nothing to go through; null where there is, even if it is empty.</returns>
        public CelValue? Run(Frame frame, out bool isOpen, out IEnumerable<Frame> rounds)
        {
            var range = Range(frame);
            isOpen = range is CelListValue { IsOpen: true } or CelMapValue { IsOpen: true };
            rounds = range switch
            {
                CelListValue list => Rounds(frame, list.Items.Select((item, i) => Second < 0 ? (item, item) : (new CelInt(i), item))),
                CelMapValue map => Rounds(frame, map.Keys.Select(key => (key, Second < 0 ? key : map.Find(key) ?? CelUnknown.Data))),
                _ => [],
            };
            return range.IsFailure ? range : range is CelListValue or CelMapValue ? null : CelError.NoSuchOverload;
        }

        private IEnumerable<Frame> Rounds(Frame frame, IEnumerable<(CelValue First, CelValue Second)> items)
        {
            foreach (var (first, second) in items)
            {
                frame.Step();
                frame.Locals[First] = first;
                if (Second >= 0)
                {
                    frame.Locals[Second] = second;
                }

                yield return frame;
            }
        }
    }
}
