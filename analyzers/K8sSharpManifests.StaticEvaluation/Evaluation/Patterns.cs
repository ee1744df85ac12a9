using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Patterns, and the variables that they declare.</summary>
internal static class Patterns
{
    /// <summary>Whether a value matches; null where that is not known. Variables are bound in any case: they are used where it matches.</summary>
    public static bool? Match(Value value, IPatternOperation pattern, Evaluation evaluation, Frame frame)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation constant:
                return Texts.AreEqual(value, evaluation.Evaluate(constant.Value, frame));
            case IRelationalPatternOperation { Value: var bound } relation:
                return Compare(value, evaluation.Evaluate(bound, frame), relation.OperatorKind);
            case INegatedPatternOperation negated:
                return !Match(value, negated.Pattern, evaluation, frame);
            case IBinaryPatternOperation binary:
                var left = Match(value, binary.LeftPattern, evaluation, frame);
                var right = Match(value, binary.RightPattern, evaluation, frame);
                return binary.OperatorKind == BinaryOperatorKind.And ? left & right : left | right;
            case IDeclarationPatternOperation declaration:
                Bind(declaration.DeclaredSymbol, value, frame);
                return declaration.MatchesNull ? true : MatchType(value, declaration.MatchedType, declaration.InputType);
            case ITypePatternOperation type:
                return MatchType(value, type.MatchedType, type.InputType);
            case IRecursivePatternOperation recursive:
                Bind(recursive.DeclaredSymbol, value, frame);
                return MatchMembers(value, recursive, evaluation, frame);
            default:
                return null;
        }
    }

    /// <summary>Whether a value is one of a case in a switch statement.</summary>
    public static bool? Match(Value value, ICaseClauseOperation clause, Evaluation evaluation, Frame frame)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                return Texts.AreEqual(value, evaluation.Evaluate(single.Value, frame));
            case IPatternCaseClauseOperation pattern:
                var matches = Match(value, pattern.Pattern, evaluation, frame);
                return matches == true && pattern.Guard is not null ? Conditions.Known(evaluation.Evaluate(pattern.Guard, frame)) : matches;
            default:
                return null;
        }
    }

    private static bool? Compare(Value left, Value right, BinaryOperatorKind relation) =>
        (left, right) is (ConstantValue { Constant: int a }, ConstantValue { Constant: int b })
            ? relation switch
            {
                BinaryOperatorKind.LessThan => a < b,
                BinaryOperatorKind.LessThanOrEqual => a <= b,
                BinaryOperatorKind.GreaterThan => a > b,
                BinaryOperatorKind.GreaterThanOrEqual => a >= b,
                _ => null,
            }
            : null;

    private static void Bind(ISymbol? variable, Value value, Frame frame)
    {
        if (variable is not null)
        {
            frame.Set(variable, value);
        }
    }

    private static bool? MatchMembers(Value value, IRecursivePatternOperation pattern, Evaluation evaluation, Frame frame)
    {
        var result = MatchType(value, pattern.MatchedType, pattern.InputType);
        if (result == false)
        {
            return false;
        }

        var count = pattern.DeconstructionSubpatterns.Length;
        for (var i = 0; i < count; i++)
        {
            result &= Match(Assignments.Part(value, i, count) ?? new UnknownValue(value.Origin), pattern.DeconstructionSubpatterns[i], evaluation, frame);
        }

        foreach (var member in pattern.PropertySubpatterns)
        {
            var part = member.Member is IPropertyReferenceOperation { Property: var property }
                ? Members.Read(value, property)
                : new UnknownValue();
            result &= Match(part, member.Pattern, evaluation, frame);
        }

        return result;
    }

    /// <summary>Whether a value is of a type; null where that is not known. A test for the type that it has by its declaration is one for null.</summary>
    public static bool? MatchType(Value value, ITypeSymbol? type, ITypeSymbol input)
    {
        if (Conditions.IsNull(value) is not false)
        {
            return value is NullValue ? false : null;
        }

        var declared = input is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : input;
        return SymbolEqualityComparer.Default.Equals(type, declared) ? true : null;
    }
}
