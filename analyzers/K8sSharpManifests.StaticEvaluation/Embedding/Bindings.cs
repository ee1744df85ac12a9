using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What the compiler made of a body: the symbols, types, conversions and constants that stand nowhere in the text. Two bodies of one text in which these are the same do the same.</summary>
internal static class Bindings
{
    /// <summary>What a body's operations are bound to, in their order, with the code of each.</summary>
    /// <param name="body">The body.</param>
    /// <param name="model">The model that it is from.</param>
    /// <param name="moved">The assembly of embedded text, where the body is from such.</param>
    /// <returns>A text for each operation.</returns>
    public static IEnumerable<(string Text, SyntaxNode Code)> Of(IOperation body, SemanticModel model, IAssemblySymbol? moved)
    {
        TextSpan named = default;
        foreach (var operation in body.DescendantsAndSelf())
        {
            // Of what nameof names, nothing is left but the text.
            if (named.Contains(operation.Syntax.Span))
            {
                continue;
            }

            named = operation is INameOfOperation ? operation.Syntax.Span : default;
            var constant = operation.ConstantValue is { HasValue: true } known ? "=" + Constant(known.Value) : "";
            var bound = string.Join(" ", Symbols(operation, model).Where(s => s is not null).Select(s => SymbolText.Of(s, moved)));
            yield return ($"{operation.Kind} {bound}: {SymbolText.Of(operation.Type, moved)}{constant} {Details(operation)}".Trim(), operation.Syntax);
        }
    }

    /// <summary>A hash of what a body is bound to.</summary>
    public static string Hash(IEnumerable<(string Text, SyntaxNode Code)> bindings) => string.Concat(
        SourceText.From(string.Join("\n", bindings.Select(b => b.Text)), Encoding.UTF8, SourceHashAlgorithm.Sha256).GetChecksum()
            .Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));

    /// <summary>The hashes of members, by the members, as they stand in the attributes.</summary>
    public static Dictionary<string, string> Read(IEnumerable<string> texts)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in texts.SelectMany(t => t.Split('\n')))
        {
            if (line.IndexOf(' ') is > 0 and var space)
            {
                hashes[line.Substring(space + 1)] = line.Substring(0, space);
            }
        }

        return hashes;
    }

    private static IEnumerable<ISymbol?> Symbols(IOperation operation, SemanticModel model) => operation switch
    {
        IInvocationOperation o => [o.TargetMethod, o.ConstrainedToType],
        IObjectCreationOperation o => [o.Constructor],
        IMemberReferenceOperation o => [o.Member, o.ConstrainedToType],
        IArgumentOperation o => [o.Parameter, o.InConversion.MethodSymbol, o.OutConversion.MethodSymbol],
        IConversionOperation o => [o.OperatorMethod, o.ConstrainedToType],
        IBinaryOperation o => [o.OperatorMethod, o.ConstrainedToType],
        IUnaryOperation o => [o.OperatorMethod, o.ConstrainedToType],
        IIncrementOrDecrementOperation o => [o.OperatorMethod],
        ICompoundAssignmentOperation o => [o.OperatorMethod, o.InConversion.MethodSymbol, o.OutConversion.MethodSymbol],
        ICoalesceOperation o => [o.ValueConversion.MethodSymbol],
        IRangeOperation o => [o.Method],
        ICollectionExpressionOperation o => [o.ConstructMethod],
        ISpreadOperation o => [o.ElementType, o.ElementConversion.MethodSymbol],
        IWithOperation o => [o.CloneMethod],
        IIsTypeOperation o => [o.TypeOperand],
        ITypeOfOperation o => [o.TypeOperand],
        IRecursivePatternOperation o => [o.InputType, o.NarrowedType, o.DeconstructSymbol],
        IListPatternOperation o => [o.InputType, o.LengthSymbol, o.IndexerSymbol],
        ISlicePatternOperation o => [o.SliceSymbol],
        IPatternOperation o => [o.InputType, o.NarrowedType],
        IVariableDeclaratorOperation o => [o.Symbol.Type],
        ICatchClauseOperation o => [o.ExceptionType],
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax code } => Deconstructions(model.GetDeconstructionInfo(code)),
        IForEachLoopOperation { Syntax: CommonForEachStatementSyntax code } => Enumeration(code, model),
        _ => [],
    };

    private static IEnumerable<ISymbol?> Enumeration(CommonForEachStatementSyntax code, SemanticModel model)
    {
        var info = model.GetForEachStatementInfo(code);
        return
        [
            info.GetEnumeratorMethod, info.CurrentProperty, info.MoveNextMethod, info.DisposeMethod, info.ElementType, info.ElementConversion.MethodSymbol, info.CurrentConversion.MethodSymbol,
            .. code is ForEachVariableStatementSyntax variables ? Deconstructions(model.GetDeconstructionInfo(variables)) : [],
        ];
    }

    private static IEnumerable<ISymbol?> Deconstructions(DeconstructionInfo info) => [info.Method, info.Conversion?.MethodSymbol, .. info.Nested.SelectMany(Deconstructions)];

    private static string Details(IOperation operation) => operation switch
    {
        IInvocationOperation { IsVirtual: true } => "virtual",
        IArgumentOperation o => o.ArgumentKind.ToString(),
        IConversionOperation o => $"{(o.IsChecked ? "checked " : "")}{Conversion(o.Conversion)}",
        IBinaryOperation o => $"{(o.IsChecked ? "checked " : "")}{(o.IsLifted ? "lifted" : "")}",
        IUnaryOperation o => $"{(o.IsChecked ? "checked " : "")}{(o.IsLifted ? "lifted" : "")}",
        IIncrementOrDecrementOperation o => $"{(o.IsChecked ? "checked " : "")}{(o.IsLifted ? "lifted" : "")}",
        ICompoundAssignmentOperation o => $"{(o.IsChecked ? "checked " : "")}{(o.IsLifted ? "lifted" : "")}",
        _ => "",
    };

    private static string Conversion(CommonConversion conversion) =>
        conversion.IsIdentity ? "identity" : conversion.IsUserDefined ? "user-defined" : conversion.IsNumeric ? "numeric" : conversion.IsReference ? "reference" : conversion.IsNullable ? "nullable" : "";

    // The text of a fraction is not the same in all runtimes that compilers run on.
    private static string Constant(object? value) => value switch
    {
        null => "null",
        double number => BitConverter.DoubleToInt64Bits(number).ToString(CultureInfo.InvariantCulture),
        float number => BitConverter.DoubleToInt64Bits(number).ToString(CultureInfo.InvariantCulture),
        char c => ((int)c).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
