using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>
/// Says how a fix could be written in the code at hand, as changes of its text, so that all else stays as the user laid it out. It proposes; whether the code makes then what the fix says, the
/// <see cref="FixVerifier"/> finds out.
/// </summary>
internal sealed class FixRenderer(JudgedProject project, CancellationToken cancellationToken)
{
    private readonly Dsl _dsl = new(project.Compilation);

    /// <summary>The ways to write a fix, the best first.</summary>
    public IEnumerable<Edit> Render(FoundFinding found, Fix fix)
    {
        if (found.Origin.Location.SourceTree is not { } tree || project.File(tree) is not { } file)
        {
            return [];
        }

        switch (fix.Kind)
        {
            case FixKind.Remove:
                return InMember(fix.Current, found) is { } item ? new ItemRemover(project, _dsl, cancellationToken).Remove(item, fix, file) : [];
            case FixKind.Decode:
                return InMember(fix.Current, found) is { } bytes ? Decode(bytes, file) : [];
            case FixKind.Set when fix.Current is Scalar && Current(fix, found) is { } current && IsText(current, ((Scalar)fix.Current).Text):
                // A value that is wrong wherever it goes is put right where it was written.
                if (ReferenceEquals(fix.Current, found.Finding.At) && new ValueFlow(project, _dsl, fix.Key, cancellationToken).Literal(current) is { } literal)
                {
                    return new ValueFlow(project, _dsl, fix.Key, cancellationToken).IsOnlyForField(literal) && project.File(literal.SyntaxTree) is { } declared
                        ? [new(declared, [new(literal.Span, Written(fix, literal))], null)]
                        : [];
                }

                if (InMember(fix.Current, found) == current && new ValueFlow(project, _dsl, fix.Key, cancellationToken).IsOnlyForField(current, isOnlyUse: false))
                {
                    return [new(file, [new(current.Span, Written(fix, current))], current)];
                }

                break;
        }

        return (fix.Kind == FixKind.Append || !ReferenceEquals(fix.Current, found.Finding.At)) && InMember(fix.Owner, found) is { } owner ? Add(fix, owner, file) : [];
    }

    private IEnumerable<Edit> Add(Fix fix, ExpressionSyntax owner, DocumentId file)
    {
        var model = ModelOf(owner);
        var chains = new ChainWriter(model, _dsl, cancellationToken);
        var method = Dsl.MethodName(fix);
        var end = chains.End(owner, method);
        if (owner is BaseObjectCreationExpressionSyntax creation && end == creation)
        {
            return Edits(new InitializerWriter(model, cancellationToken).Write(creation, fix, Constant(fix, creation)));
        }

        end ??= chains.Configuration(owner, method);
        if (end is null)
        {
            return Edits(chains.AddConfiguration(owner, method, $".{method}({Value(fix, owner)})"));
        }

        if (fix.Kind == FixKind.Set && chains.Existing(end, method) is { } argument)
        {
            return IsText(argument, fix.Current is Scalar current ? current.Text : "") ? Edits([new(argument.Span, Value(fix, argument))]) : [];
        }

        return Edits(chains.Append(end, $".{method}({Value(fix, end)})"));

        IEnumerable<Edit> Edits(IReadOnlyList<TextChange> changes) => changes.Count == 0 ? [] : [new(file, changes, owner)];
    }

    // Its characters are not what is meant, but what they encode.
    private IEnumerable<Edit> Decode(ExpressionSyntax bytes, DocumentId file)
    {
        var model = ModelOf(bytes);
        if (bytes is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: [_], Parent: AssignmentExpressionSyntax or InitializerExpressionSyntax or ArgumentSyntax }
            || model.GetSymbolInfo(bytes, cancellationToken).Symbol is not IMethodSymbol { Name: "GetBytes", ContainingType: { Name: "Encoding" or "UTF8Encoding", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } } })
        {
            return [];
        }

        var convert = model.GetSpeculativeSymbolInfo(access.SpanStart, SyntaxFactory.ParseExpression("Convert"), SpeculativeBindingOption.BindAsExpression).Symbol;
        return [new(file, [new(access.Span, convert is INamedTypeSymbol { ContainingNamespace.Name: "System" } ? "Convert.FromBase64String" : "System.Convert.FromBase64String")], bytes)];
    }

    /// <summary>The value in the style of what it replaces.</summary>
    private string Written(Fix fix, ExpressionSyntax current) =>
        current is LiteralExpressionSyntax && !(current.Parent?.Parent?.Parent is InvocationExpressionSyntax call && _dsl.Called(call, ModelOf(call), cancellationToken)?.Name == Dsl.MethodName(fix))
            ? Dsl.Literal(Dsl.ValueOf(fix))
            : Value(fix, current);

    private string Value(Fix fix, ExpressionSyntax place) => Constant(fix, place) ?? Dsl.Literal(Dsl.ValueOf(fix));

    /// <summary>The DSL's constant for a value, such as <c>ImagePullPolicy.Always</c>; null where it has none, or the name means something else here.</summary>
    private string? Constant(Fix fix, ExpressionSyntax place)
    {
        var value = Dsl.ValueOf(fix);
        if (fix.Kind != FixKind.Set || !SyntaxFacts.IsValidIdentifier(value))
        {
            return null;
        }

        var constant = $"{Dsl.Pascal(fix.Key)}.{value}";
        var symbol = ModelOf(place).GetSpeculativeSymbolInfo(place.SpanStart, SyntaxFactory.ParseExpression(constant), SpeculativeBindingOption.BindAsExpression).Symbol;
        return symbol is IFieldSymbol { HasConstantValue: true } field && _dsl.IsOwn(field) && Equals(field.ConstantValue, value) ? constant : null;
    }

    // Parts of an expression, what an interpolation is made of and what a constant is put together from have a meaning that a literal would lose.
    private bool IsText(ExpressionSyntax expression, string text) =>
        expression is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax
        && (new ValueFlow(project, _dsl, "", cancellationToken).Literal(expression)?.Token.ValueText
            ?? (IsDeclaredInSource(expression) ? null : ModelOf(expression).GetConstantValue(expression, cancellationToken).Value as string)) == text;

    private bool IsDeclaredInSource(ExpressionSyntax name) => ModelOf(name).GetSymbolInfo(name, cancellationToken).Symbol is not { DeclaringSyntaxReferences.IsEmpty: true };

    /// <summary>The expression that gives a field its value: also where another file brings it.</summary>
    private ExpressionSyntax? Current(Fix fix, FoundFinding found)
    {
        // What a member of another file makes is reported there, too.
        if (ReferenceEquals(fix.Current, found.Finding.At) && fix.Current.Origin is SourceOrigin { Additional: [var elsewhere, ..] } && ExpressionAt(elsewhere) is { } made)
        {
            return made.Parent is EqualsValueClauseSyntax or ArrowExpressionClauseSyntax ? made : null;
        }

        return At(fix.Current, found);
    }

    /// <summary>The expression that a node comes from, as the code sees it where the finding is: what a helper makes is put right at the call that is at fault, not for all who call it.</summary>
    private ExpressionSyntax? At(Node node, FoundFinding found) => At(node, found.Origin.Location);

    private ExpressionSyntax? At(Node node, Location seenFrom) => node.Origin is SourceOrigin origin && origin.Location.SourceTree == seenFrom.SourceTree
        ? ExpressionAt((origin.SeenFrom(seenFrom.SourceSpan) ?? origin).Location)
        : null;

    /// <summary>That expression in the member that the finding is reported in, or, where that is a constant of its own, in the one that was evaluated; else null.</summary>
    private ExpressionSyntax? InMember(Node node, FoundFinding found)
    {
        if (At(node, found) is { } expression && PlaceInCode.Member(expression)?.Span.Contains(found.Origin.Location.SourceSpan) == true)
        {
            return expression;
        }

        return PlaceInCode.Member(found.Root.Operation?.Syntax) is { } member && At(node, member.GetLocation()) is { } seen && PlaceInCode.Member(seen) == member ? seen : null;
    }

    private ExpressionSyntax? ExpressionAt(Location place) => project.File(place.SourceTree) is null ? null : PlaceInCode.Expression(place);

    private SemanticModel ModelOf(SyntaxNode node) => project.Compilation.GetSemanticModel(node.SyntaxTree);
}
