using K8sSharpManifests.Core.Patterns;

namespace K8sSharpManifests.Core.Rules.Validity.Cel;

/// <summary>
/// What is certainly wrong with an expression of CEL: names that are not there, fields that an object has not, and operators between what cannot be compared. What is not certain
/// is not told.
/// </summary>
/// <remarks>Source: the CEL specification and cel-go's checker/checker.go, with the options of apiserver's pkg/cel/environment/base.go.</remarks>
internal sealed class CelChecker(IReadOnlyDictionary<string, CelType> variables)
{
    private readonly List<string> _bound = [];

    /// <summary>The first fault; null for none.</summary>
    public string? Fault { get; private set; }

    /// <summary>The names of variables that are used.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>The type of an expression.</summary>
    public CelType Check(CelNode node) => node switch
    {
        CelLiteral literal => literal.Type,
        CelName name => Name(name.Name),
        CelSelect select => Select(select),
        CelIndex index => Index(index),
        CelCall call => Call(call),
        CelOperation { Right: { } right } operation => Binary(operation.Operator, Check(operation.Left), Check(right)),
        CelOperation operation => Unary(operation.Operator, Check(operation.Left)),
        CelChoice choice => Choice(choice),
        CelOptionalItem item => Optional(item),
        CelList list => List(list),
        CelMap map => Map(map),
        CelObject made => Object(made),
        _ => CelType.Unsure,
    };

    private CelType Name(string name)
    {
        if (_bound.Contains(name))
        {
            return CelType.Unsure;
        }

        if (variables.TryGetValue(name, out var type))
        {
            Used.Add(name);
            return type;
        }

        return CelFunctions.IsTypeName(name) || CelFunctions.IsNamespace(name) ? CelType.Unsure : Fail($"there is no '{name}' to refer to; there is {string.Join(", ", variables.Keys.Select(v => $"'{v}'"))}");
    }

    private CelType Select(CelSelect select)
    {
        var of = Check(select.Of);
        if (select.IsOptional)
        {
            return CelType.Unsure;
        }

        switch (of.Kind)
        {
            case CelKind.Dynamic:
                return CelType.Dynamic;
            case CelKind.Map:
                return of.Value!;
            case CelKind.Object:
                return of.Field(select.Field) ?? (select.IsQuoted ? CelType.Unsure : Fail($"there is no field '{select.Field}'"));
            default:
                return of.IsSimple || of.Kind == CelKind.List ? Fail($"'{select.Field}' cannot be a field of {of}") : CelType.Unsure;
        }
    }

    private CelType Index(CelIndex index)
    {
        var of = Check(index.Of);
        var key = Check(index.Key);
        if (of.IsSimple || (of.Kind == CelKind.List && key.IsKnown && !key.IsNumber) || (of.Kind == CelKind.Map && key.IsOtherThan(of.Key!)))
        {
            return Fail(of.IsSimple ? $"{of} has no items" : $"{of} has no item under {key}");
        }

        return index.IsOptional ? CelType.Unsure : of.Kind == CelKind.Dynamic ? CelType.Dynamic : of.Value ?? CelType.Unsure;
    }

    private CelType Call(CelCall call)
    {
        var isNamespaced = call.Target is { } target && RootOf(target) is { } root && !_bound.Contains(root) && !variables.ContainsKey(root) && CelFunctions.IsNamespace(root);
        if (isNamespaced)
        {
            CheckArguments(call);
            return CelType.Unsure;
        }

        var of = call.Target is null ? null : Check(call.Target);

        if (!CelFunctions.IsKnown(call.Function, call.Target is not null))
        {
            return Fail($"there is no function '{call.Function}'");
        }

        var argument = CheckArguments(call);
        if (!CelFunctions.IsFor(call.Function, of ?? argument) || (of is not null && !CelFunctions.IsWith(call.Function, argument)))
        {
            return Fail($"'{call.Function}' cannot be called with {string.Join(" and ", new[] { of, argument }.OfType<CelType>())}");
        }

        if (call is { Target: null, Function: "has" } && call.Arguments is not [CelSelect])
        {
            return Fail("'has' asks for a field, like has(object.spec)");
        }

        // The server tries patterns that are written out before anything runs.
        return call.Function == "matches" && call.Arguments.LastOrDefault() is CelLiteral { PlainText: { } pattern } && GoRegex.Of(pattern).Fault is { } patternFault
            ? Fail($"the pattern '{pattern}' is none: {patternFault}") : CelFunctions.Result(call.Function);
    }

    // Macros bind the names that they begin with. It gives the type of the only argument; null where there are more, or none.
    private CelType? CheckArguments(CelCall call)
    {
        var count = _bound.Count;
        CelType? type = null;
        var isBinding = CelFunctions.IsMacro(call.Function);
        foreach (var argument in call.Arguments)
        {
            isBinding &= argument is CelName && _bound.Count < count + 2 && !ReferenceEquals(argument, call.Arguments[call.Arguments.Count - 1]);
            if (isBinding)
            {
                _bound.Add(((CelName)argument).Name);
            }
            else
            {
                type = Check(argument);
            }
        }

        _bound.RemoveRange(count, _bound.Count - count);
        return call.Arguments.Count == 1 ? type : null;
    }

    private CelType Binary(string op, CelType left, CelType right)
    {
        switch (op)
        {
            case "&&" or "||":
                return (left.IsKnown && left.Kind != CelKind.Bool) || (right.IsKnown && right.Kind != CelKind.Bool) ? Fail($"'{op}' stands between what is true or false, and not {left} and {right}") : CelType.Bool;
            case "==" or "!=":
                return left.IsOtherThan(right) ? Fail($"'{op}' cannot compare {left} with {right}") : CelType.Bool;
            case "<" or "<=" or ">" or ">=":
                return !IsOrdered(left) || !IsOrdered(right) || (left.IsOtherThan(right) && !(left.IsNumber && right.IsNumber)) ? Fail($"'{op}' cannot compare {left} with {right}") : CelType.Bool;
            case "in":
                return right.IsSimple || (right.Kind == CelKind.List && left.IsSimple && left.IsOtherThan(right.Value!)) || (right.Kind == CelKind.Map && left.IsOtherThan(right.Key!))
                    ? Fail($"'in' cannot look for {left} in {right}") : CelType.Bool;
            default:
                return Arithmetic(op, left, right);
        }
    }

    private CelType Arithmetic(string op, CelType left, CelType right)
    {
        var isFault = !MayCompute(op, left) || !MayCompute(op, right) || (left.IsOtherThan(right) && !(IsOfTime(left) && IsOfTime(right)));
        return isFault ? Fail($"'{op}' cannot stand between {left} and {right}")
            : left.IsSimple && right.IsSimple ? left
            : left.Kind == CelKind.Dynamic && right.Kind == CelKind.Dynamic ? CelType.Dynamic
            : CelType.Unsure;
    }

    private static bool MayCompute(string op, CelType type) => !type.IsKnown || type.Kind switch
    {
        CelKind.Int or CelKind.Uint => true,
        CelKind.Double => op != "%",
        CelKind.String or CelKind.Bytes or CelKind.List => op == "+",
        CelKind.Timestamp or CelKind.Duration => op is "+" or "-",
        _ => false,
    };

    private static bool IsOrdered(CelType type) => type.Kind is not (CelKind.List or CelKind.Map or CelKind.Object);

    private static bool IsOfTime(CelType type) => type.Kind is CelKind.Timestamp or CelKind.Duration;

    private CelType Unary(string op, CelType operand) =>
        op == "!" ? operand.IsKnown && operand.Kind != CelKind.Bool ? Fail($"'!' stands before what is true or false, and not {operand}") : CelType.Bool
        : operand.IsKnown && operand.Kind is not (CelKind.Int or CelKind.Double or CelKind.Duration) ? Fail($"'-' cannot stand before {operand}")
        : operand.IsNumber ? operand : CelType.Unsure;

    private CelType Choice(CelChoice choice)
    {
        var condition = Check(choice.Condition);
        var (ifTrue, ifFalse) = (Check(choice.IfTrue), Check(choice.IfFalse));
        return condition.IsKnown && condition.Kind != CelKind.Bool ? Fail($"what stands before '?' has to be true or false, and not {condition}")
            : ifTrue.IsSimple && ifTrue.IsOtherThan(ifFalse) ? Fail($"it is either {ifTrue} or {ifFalse}, and has to be one of them")
            : ifTrue.IsSimple && ifTrue.Kind == ifFalse.Kind ? ifTrue : CelType.Unsure;
    }

    private CelType Optional(CelOptionalItem item)
    {
        Check(item.Value);
        return CelType.Unsure;
    }

    private CelType List(CelList list)
    {
        var value = CelType.Unsure;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var type = Check(list.Items[i]);
            if (i > 0 && value.IsSimple && type.IsSimple && value.Kind != type.Kind)
            {
                return Fail($"a list holds {value} and {type}, and has to hold one of them");
            }

            value = i == 0 || type.Kind == value.Kind ? type : CelType.Unsure;
        }

        return CelType.ListOf(value);
    }

    private CelType Map(CelMap map)
    {
        foreach (var entry in map.Entries)
        {
            Check(entry.Key);
            Check(entry.Value);
        }

        return CelType.MapOf(CelType.Unsure, CelType.Unsure);
    }

    private CelType Object(CelObject made)
    {
        foreach (var value in made.Values)
        {
            Check(value);
        }

        return CelType.Unsure;
    }

    private static string? RootOf(CelNode node) => node switch
    {
        CelName name => name.Name,
        CelSelect select => RootOf(select.Of),
        _ => null,
    };

    private CelType Fail(string fault)
    {
        Fault ??= fault;
        return CelType.Unsure;
    }
}
