using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Patterns, and the variables that they declare.</summary>
internal static class Patterns
{
    /// <summary>
    /// Whether a value matches, where the compiler is free to ask each part once, and in what order it likes: where asking changes anything, it is not known what comes of it.
    /// </summary>
    /// <param name="matching">The patterns that are asked, for the variables that they declare.</param>
    /// <param name="match">Asks.</param>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="frame">The frame of the variables.</param>
    /// <param name="isChanged">Whether something was changed.</param>
    public static bool? Asked(IOperation matching, Func<bool?> match, Evaluation evaluation, Frame frame, ref bool isChanged)
    {
        bool? result = null;
        if (RunsNoCode(matching))
        {
            result = match();
            return isChanged ? null : result;
        }

        var written = evaluation.Heap.Written(() => result = match());
        var declared = matching.DescendantsAndSelf().Select(o => o switch
        {
            IDeclarationPatternOperation d => d.DeclaredSymbol,
            IRecursivePatternOperation r => r.DeclaredSymbol,
            IListPatternOperation l => l.DeclaredSymbol,
            ILocalReferenceOperation { IsDeclaration: true } l => l.Local,
            _ => null,
        }).OfType<ISymbol>().ToList();
        List<Cell> changed = [.. written.Keys.Where(c => c.Target != frame || !declared.Contains(c.Variable!, SymbolEqualityComparer.Default))];
        if (changed.Count > 0)
        {
            evaluation.Heap.Forget(changed, evaluation.Origin(matching, frame));
            isChanged = true;
        }

        return isChanged ? null : result;
    }

    /// <summary>Whether it asks only for types and constants: then it writes nothing but the variables that it declares.</summary>
    private static bool RunsNoCode(IOperation matching) => matching switch
    {
        IDiscardPatternOperation or IConstantPatternOperation or IRelationalPatternOperation or IDeclarationPatternOperation or ITypePatternOperation or ISingleValueCaseClauseOperation => true,
        INegatedPatternOperation or IBinaryPatternOperation or ISwitchExpressionArmOperation { Guard: null } or IPatternCaseClauseOperation { Guard: null } =>
            matching.ChildOperations.OfType<IPatternOperation>().All(RunsNoCode),
        _ => false,
    };

    /// <summary>Whether a value matches; null where that is not known. Variables are bound in any case: they are used where it matches.</summary>
    public static bool? Match(Value value, IPatternOperation pattern, Evaluation evaluation, Frame frame)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation constant:
                return Operators.AreSame(value, evaluation.Evaluate(constant.Value, frame));
            case IRelationalPatternOperation { Value: var limit } relation:
                return Conditions.Known(Operators.Compare(relation.OperatorKind, value, evaluation.Evaluate(limit, frame), null) ?? new UnknownValue());
            case INegatedPatternOperation negated:
                return !Match(value, negated.Pattern, evaluation, frame);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } binary:
                var left = Match(value, binary.LeftPattern, evaluation, frame);
                return left == false ? false : left & Match(value, binary.RightPattern, evaluation, frame);
            case IBinaryPatternOperation binary:
                var first = Match(value, binary.LeftPattern, evaluation, frame);
                return first == true ? true : first | Match(value, binary.RightPattern, evaluation, frame);
            case IDeclarationPatternOperation declaration:
                var bound = declaration.MatchesNull ? value : Conditions.NotNull(value);
                Bind(declaration.DeclaredSymbol, bound is Reference { Target.State: BoxState box } && frame.Resolve(declaration.MatchedType)?.IsValueType == true ? box.Value : bound, evaluation, frame);
                return declaration.MatchesNull ? true : Conversions.IsOfType(value, frame.Resolve(declaration.MatchedType), declaration.InputType, evaluation);
            case ITypePatternOperation type:
                return Conversions.IsOfType(value, frame.Resolve(type.MatchedType), type.InputType, evaluation);
            case IRecursivePatternOperation recursive:
                return MatchMembers(value, recursive, evaluation, frame);
            case IListPatternOperation list:
                return MatchItems(value, list, evaluation, frame);
            default:
                evaluation.Heap.Escape(value);
                evaluation.Unknowns.Deny(pattern, frame);
                return null;
        }
    }

    /// <summary>Whether a value is one of a case in a switch statement.</summary>
    public static bool? Match(Value value, ICaseClauseOperation clause, Evaluation evaluation, Frame frame)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                return Operators.AreSame(value, evaluation.Evaluate(single.Value, frame));
            case IPatternCaseClauseOperation pattern:
                var matches = Match(value, pattern.Pattern, evaluation, frame);
                if (matches == false || pattern.Guard is null)
                {
                    return matches;
                }

                var guard = Conditions.Known(evaluation.Evaluate(pattern.Guard, frame));
                return guard == false ? false : guard is null ? null : matches;
            default:
                evaluation.Heap.Escape(value);
                evaluation.Unknowns.Deny(clause, frame);
                return null;
        }
    }

    private static void Bind(ISymbol? variable, Value value, Evaluation evaluation, Frame frame)
    {
        if (variable is not null)
        {
            evaluation.Heap.Set(frame, variable, value);
        }
    }

    private static bool? MatchMembers(Value value, IRecursivePatternOperation pattern, Evaluation evaluation, Frame frame)
    {
        var result = Conversions.IsOfType(value, frame.Resolve(pattern.MatchedType), pattern.InputType, evaluation);
        value = Conditions.NotNull(value);
        if (value is Reference { Target.State: BoxState box } && pattern.MatchedType.IsValueType)
        {
            value = box.Value;
        }

        Bind(pattern.DeclaredSymbol, value, evaluation, frame);
        if (result == false)
        {
            return false;
        }

        var count = pattern.DeconstructionSubpatterns.Length;
        if (count > 0 || pattern.DeconstructSymbol is not null)
        {
            var parts = evaluation.Assignments.Parts(value, count, pattern.MatchedType, pattern.DeconstructSymbol as IMethodSymbol, pattern, frame);
            if (parts is null)
            {
                evaluation.Unknowns.Call([value], evaluation.Origin(pattern, frame));
            }

            for (var i = 0; i < count; i++)
            {
                result &= Match(parts is null ? new UnknownValue(value.Origin) : parts[i], pattern.DeconstructionSubpatterns[i], evaluation, frame);
                if (result == false)
                {
                    return false;
                }
            }
        }

        foreach (var member in pattern.PropertySubpatterns)
        {
            evaluation.Receivers.Push(new ValuePlace(value));
            var part = evaluation.Evaluate(member.Member, frame);
            evaluation.Receivers.Pop();
            result &= Match(part, member.Pattern, evaluation, frame);
            if (result == false)
            {
                return false;
            }
        }

        return result;
    }

    private static bool? MatchItems(Value value, IListPatternOperation pattern, Evaluation evaluation, Frame frame)
    {
        value = Conditions.NotNull(value);
        Bind(pattern.DeclaredSymbol, value, evaluation, frame);
        var items = value switch
        {
            Reference { Target.State: ListState { IsOpen: false } list } => list.Items,
            ConstantValue { Constant: string text } => [.. text.Select(c => (Value)new ConstantValue(c, value.Origin))],
            _ => default,
        };
        var slice = pattern.Patterns.IndexOf(pattern.Patterns.FirstOrDefault(p => p is ISlicePatternOperation)!);
        if (value is NullValue)
        {
            return false;
        }

        if (items.IsDefault || (slice >= 0 && ((ISlicePatternOperation)pattern.Patterns[slice]).Pattern is not null))
        {
            evaluation.Heap.Escape(value);
            evaluation.Unknowns.Deny(pattern, frame);
            return null;
        }

        if (slice < 0 ? items.Length != pattern.Patterns.Length : items.Length < pattern.Patterns.Length - 1)
        {
            return false;
        }

        bool? result = true;
        for (var i = 0; i < pattern.Patterns.Length && result != false; i++)
        {
            if (i != slice)
            {
                result &= Match(items[slice >= 0 && i > slice ? items.Length - pattern.Patterns.Length + i : i], pattern.Patterns[i], evaluation, frame);
            }
        }

        return result;
    }
}
