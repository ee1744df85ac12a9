using K8sSharpManifests.Cel.Functions;
using K8sSharpManifests.Cel.Operators;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Cel.Evaluation;

/// <summary>A part of an expression, ready to run.</summary>
internal delegate CelValue Code(Frame frame);

/// <summary>Makes an expression that can run of one that is parsed, and says what in it nobody here can run.</summary>
internal sealed partial class CelCompiler
{
    // Each level is a call in a call, when it is made and when it runs.
    private const int MostLevels = 800;

    private readonly List<string> _bound = [];
    private int _level;

    /// <summary>Why the expression cannot be run; null where it can.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether it speaks of oldSelf.</summary>
    public bool UsesOldSelf { get; private set; }

    /// <summary>How many names are bound at once.</summary>
    public int Slots { get; private set; }

    public Code Compile(CelNode node)
    {
        if (_level >= MostLevels)
        {
            return CannotRun("it nests too deeply");
        }

        _level++;
        var code = Level(node);
        _level--;
        return code;
    }

    private Code Level(CelNode node)
    {
        switch (node)
        {
            case CelLiteral literal:
                return Literals.Value(literal) is { } value ? _ => value : CannotRun($"{literal.Written} is too large a number");
            case CelName name:
                return Name(name.Name);
            case CelSelect select:
                return Select(select);
            case CelIndex index:
                return Index(index);
            case CelCall call:
                return Call(call);
            case CelOperation operation:
                return Operation(operation);
            case CelChoice choice:
                return Choice(choice);
            case CelList list:
                return List(list);
            case CelMap map:
                return Map(map);
            default:
                return CannotRun("objects of a type are not made here");
        }
    }

    private Code CannotRun(string reason)
    {
        Reason ??= reason;
        return _ => CelUnknown.Because(reason);
    }

    private Code Name(string name)
    {
        var slot = _bound.LastIndexOf(name);
        if (slot >= 0)
        {
            return frame => frame.Locals[slot];
        }

        switch (name)
        {
            case "self":
                return frame => frame.Self;
            case "oldSelf":
                UsesOldSelf = true;
                return frame => frame.OldSelf ?? CelUnknown.Data;
            default:
                var type = new CelTypeValue(name);
                return CelFunctions.IsTypeName(name) ? _ => type : CannotRun($"there is no '{name}' to refer to");
        }
    }

    private Code Select(CelSelect select)
    {
        if (select.IsQuoted)
        {
            return CannotRun($"Kubernetes' CEL has no names in '`', like '`{select.Field}`'");
        }

        if (PathOf(select) is "google.protobuf.Timestamp" or "google.protobuf.Duration" or "net.IP" or "net.CIDR" or "kubernetes.URL" or "kubernetes.Quantity" or "kubernetes.Semver" or "kubernetes.NamedFormat")
        {
            var type = new CelTypeValue(PathOf(select)!);
            return _ => type;
        }

        var of = Compile(select.Of);
        var field = select.Field;
        return select.IsOptional ? frame => Selection.OptionalField(of(frame), field) : frame => Selection.Field(of(frame), field);
    }

    private Code Index(CelIndex index)
    {
        var (of, key) = (Compile(index.Of), Compile(index.Key));
        Func<CelValue, CelValue, CelValue> item = index.IsOptional ? Selection.OptionalItem : Selection.Item;
        return frame =>
        {
            var (value, at) = (of(frame), key(frame));
            return Failures.FirstOf(value, at) ?? item(value, at);
        };
    }

    private Code Operation(CelOperation operation)
    {
        var left = Compile(operation.Left);
        if (operation.Right is null)
        {
            return operation.Operator == "!" ? frame => Not(left(frame)) : frame => Arithmetic.Negate(left(frame));
        }

        var right = Compile(operation.Right);
        var op = operation.Operator;
        return op switch
        {
            "&&" => frame => Logic(left, right, frame, CelBool.False),
            "||" => frame => Logic(left, right, frame, CelBool.True),
            "==" => frame => Equality.Equal(left(frame), right(frame)),
            "!=" => frame => Not(Equality.Equal(left(frame), right(frame))),
            "in" => frame => Equality.Contains(right(frame), left(frame)),
            "<" => frame => Ordered(left(frame), right(frame), order => order < 0),
            "<=" => frame => Ordered(left(frame), right(frame), order => order <= 0),
            ">" => frame => Ordered(left(frame), right(frame), order => order > 0),
            ">=" => frame => Ordered(left(frame), right(frame), order => order >= 0),
            _ => frame => Arithmetic.Compute(op, left(frame), right(frame)),
        };
    }

    private static CelValue Not(CelValue value) => value is CelBool truth ? CelBool.Of(!truth.Value) : value.IsFailure ? value : CelError.NoSuchOverload;

    private static CelValue Ordered(CelValue left, CelValue right, Func<int, bool> fits)
    {
        var order = Ordering.Compare(left, right, out var failure);
        return failure ?? CelBool.Of(fits(order));
    }

    // One side may decide, whatever becomes of the other.
    private static CelValue Logic(Code left, Code right, Frame frame, CelBool deciding)
    {
        var first = left(frame);
        if (first == deciding)
        {
            return first;
        }

        return Join(first, right(frame), deciding);
    }

    /// <summary>What <c>&amp;&amp;</c> and <c>||</c> make of two values.</summary>
    private static CelValue Join(CelValue first, CelValue second, CelBool deciding) =>
        first == deciding || second == deciding ? deciding
        : Failures.FirstOf(first, second) ?? (first is CelBool && second is CelBool ? second : CelError.NoSuchOverload);

    private Code Choice(CelChoice choice)
    {
        var (condition, ifTrue, ifFalse) = (Compile(choice.Condition), Compile(choice.IfTrue), Compile(choice.IfFalse));
        return frame => condition(frame) switch
        {
            CelBool { Value: true } => ifTrue(frame),
            CelBool => ifFalse(frame),
            { IsFailure: true } failure => failure,
            _ => CelError.NoSuchOverload,
        };
    }

    private Code List(CelList list)
    {
        var items = list.Items.Select(i => (Code: Compile(i is CelOptionalItem optional ? optional.Value : i), IsOptional: i is CelOptionalItem)).ToArray();
        return frame =>
        {
            var values = new List<CelValue>(items.Length);
            CelValue? failure = null;
            foreach (var (code, isOptional) in items)
            {
                var value = Unwrapped(code(frame), isOptional);
                if (value?.IsFailure == true)
                {
                    failure = Failures.FirstOf(failure, value);
                }
                else if (value is not null)
                {
                    values.Add(value);
                }
            }

            return failure ?? new CelMadeList(values);
        };
    }

    private Code Map(CelMap map)
    {
        var entries = map.Entries.Select(e => (Key: Compile(e.Key), Value: Compile(e.Value is CelOptionalItem optional ? optional.Value : e.Value), IsOptional: e.Value is CelOptionalItem)).ToArray();
        return frame =>
        {
            var values = new List<KeyValuePair<CelValue, CelValue>>(entries.Length);
            CelValue? failure = null;
            foreach (var (keyCode, valueCode, isOptional) in entries)
            {
                var (key, value) = (keyCode(frame), Unwrapped(valueCode(frame), isOptional));
                failure = Failures.FirstOf(failure, key, value);
                if (failure is null && value is not null)
                {
                    values.Add(new(key, value));
                }
            }

            return failure ?? new CelMadeMap(values);
        };
    }

    private static CelValue? Unwrapped(CelValue value, bool isOptional) =>
        !isOptional || value.IsFailure ? value : value is CelOptional optional ? optional.Value : CelError.NoSuchOverload;

    private static string? PathOf(CelNode node) => node switch
    {
        CelName name => name.Name,
        CelSelect { IsOptional: false } select => PathOf(select.Of) is { } path ? $"{path}.{select.Field}" : null,
        _ => null,
    };

    private Code Call(CelCall call)
    {
        if (Macro(call) is { } macro)
        {
            return macro;
        }

        var function = FunctionTable.Global(call.Function);
        var arguments = new List<Code>();
        if (call.Target is { } target)
        {
            if (PathOf(target) is { } path && target is CelName && !_bound.Contains(path) && FunctionTable.Global($"{path}.{call.Function}") is { } named)
            {
                function = named;
            }
            else
            {
                function = FunctionTable.Member(call.Function);
                arguments.Add(Compile(target));
            }
        }

        if (function is null)
        {
            return CannotRun($"the function '{call.Function}' is not evaluated");
        }

        arguments.AddRange(call.Arguments.Select(Compile));
        var codes = arguments.ToArray();
        return frame => FunctionTable.Run(function, codes, frame);
    }
}
