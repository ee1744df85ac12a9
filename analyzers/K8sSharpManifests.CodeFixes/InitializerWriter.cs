using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Sets members in the initialisers of objects and dictionaries.</summary>
internal sealed class InitializerWriter(SemanticModel model, Dsl dsl, CancellationToken cancellationToken)
{
    /// <summary>The initialiser of an expression that makes an object; null where it has none, or makes none.</summary>
    public static InitializerExpressionSyntax? Of(ExpressionSyntax expression) => expression switch
    {
        BaseObjectCreationExpressionSyntax creation => creation.Initializer,
        WithExpressionSyntax copy => copy.Initializer,
        _ => null,
    };

    /// <summary>The member or entry of an initialiser that gives a key its value; null where there is none.</summary>
    public ExpressionSyntax? Member(InitializerExpressionSyntax initializer, ApiShape shape, string key) =>
        initializer.Expressions.FirstOrDefault(member => IsFor(member, shape, key));

    /// <summary>What a member gives.</summary>
    public static ExpressionSyntax? Value(ExpressionSyntax member) => member switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right,
        InitializerExpressionSyntax { Expressions: [_, var value] } => value,
        _ => null,
    };

    /// <summary>Makes a change in the object that an expression makes.</summary>
    /// <param name="made">The creation, or the copy.</param>
    /// <param name="level">The object.</param>
    /// <param name="change">The change: of a field of the object, or of one of an object in it that is not there yet.</param>
    /// <returns>None where it cannot be written so.</returns>
    public IReadOnlyList<TextChange> Write(ExpressionSyntax made, FixLevel level, FixChange change)
    {
        var outer = change.Outermost();
        var key = outer.Keys[0];
        var values = new ValueWriter(model, dsl, made.SpanStart);
        var field = level.Shape.Type?.Field(key);
        var isMap = level.Shape.Kind == ApiShapeKind.Map;
        var around = isMap ? change.Place.Parent : null;
        var named = field ?? (around is { Parent.Shape.Type: { } owner } ? owner.Field(around.Key) : null);
        if (!isMap && (field is null || model.GetTypeInfo(made, cancellationToken).Type?.GetMembers(field.ClrName) is not [IPropertySymbol]))
        {
            return [];
        }

        var initializer = Of(made);
        var shape = level.Shape.Below(key);
        if (initializer is not null && Member(initializer, level.Shape, key) is { } member)
        {
            return Value(member) is { } current ? Change(current, outer, shape, named, values) : [];
        }

        var value = outer.Kind == FixKind.Append ? new Sequence([outer.Value]) : outer.Value;
        var written = isMap ? Entry(initializer, key, value, shape, named, values)
            : values.Write(value, shape, field, areConstants: false) is { } text ? $"{field!.ClrName} = {text}" : null;
        return written is null ? []
            : initializer is null ? made is BaseObjectCreationExpressionSyntax { Initializer: null } ? [ChainWriter.Insert(made.Span.End, $" {{ {written} }}")] : []
            : initializer.Expressions.Count == 0 ? [new(TextSpan.FromBounds(initializer.OpenBraceToken.Span.End, initializer.CloseBraceToken.SpanStart), $" {written} ")]
            : ListWriter.Append(initializer.Expressions, written);
    }

    /// <summary>Changes the value that a member has.</summary>
    private static IReadOnlyList<TextChange> Change(ExpressionSyntax current, FixChange change, ApiShape? shape, ApiField? field, ValueWriter values)
    {
        if (change.Kind == FixKind.Append)
        {
            var item = values.Write(change.Value, shape?.Items, field, areConstants: false);
            return (item, current) switch
            {
                (null, _) => [],
                (_, CollectionExpressionSyntax { Elements.Count: 0 } list) => [new(TextSpan.FromBounds(list.OpenBracketToken.Span.End, list.CloseBracketToken.SpanStart), item)],
                (_, CollectionExpressionSyntax list) => values.IsAtLeast(LanguageVersion.CSharp12) ? ListWriter.Append(list.Elements, item) : [],
                (_, BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression, Expressions.Count: > 0 } list }) => ListWriter.Append(list.Expressions, item),
                (_, ArrayCreationExpressionSyntax { Initializer: { Expressions.Count: > 0 } list }) => ListWriter.Append(list.Expressions, item),
                (_, ImplicitArrayCreationExpressionSyntax { Initializer: { Expressions.Count: > 0 } list }) => ListWriter.Append(list.Expressions, item),
                _ => [],
            };
        }

        // What a call gives, or is put together of parts, has a meaning that a value would lose.
        var isValue = current is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax
            or CollectionExpressionSyntax or BaseObjectCreationExpressionSyntax;
        return isValue && values.Write(change.Value, shape, field, areConstants: current is not LiteralExpressionSyntax) is { } written ? [new(current.Span, written)] : [];
    }

    // In the style of the entries that are there.
    private static string? Entry(InitializerExpressionSyntax? initializer, string key, Node value, ApiShape? shape, ApiField? field, ValueWriter values) =>
        initializer?.Expressions is [InitializerExpressionSyntax, ..]
            ? values.Write(value, shape, field, areConstants: false) is { } written ? $"{{ {Dsl.Literal(key)}, {written} }}" : null
            : values.Entry(key, value, shape, field, areConstants: false);

    private bool IsFor(ExpressionSyntax member, ApiShape shape, string key) => member switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => shape.Type?.Field(key)?.ClrName == name.Identifier.ValueText,
        _ when shape.Kind != ApiShapeKind.Map => false,
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [var entry] } } => IsKey(entry.Expression, key),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var entry, _] } => IsKey(entry, key),
        _ => false,
    };

    private bool IsKey(ExpressionSyntax expression, string key) => model.GetConstantValue(expression, cancellationToken).Value as string == key;
}
