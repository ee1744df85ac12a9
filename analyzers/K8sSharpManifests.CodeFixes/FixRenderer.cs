using K8sSharpManifests.Analyzers;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Writes a fix in the style of the code at hand, as changes of its text, so that all else stays as the user laid it out.</summary>
internal sealed class FixRenderer(SemanticModel model, SourceText text, TextSpan finding, CancellationToken cancellationToken)
{
    private readonly SyntaxNode _root = model.SyntaxTree.GetRoot(cancellationToken);

    /// <summary>The changes; none where the fix cannot be written safely.</summary>
    public IReadOnlyList<TextChange> Render(FixData fix)
    {
        switch (fix.Kind)
        {
            case FixKind.Remove:
                return fix.Current is { } item ? ItemRemover.Remove(ExpressionAt(item) ?? OwnerAt(item)) : [];
            case FixKind.Decode:
                return fix.Current is { } bytes ? Decode(ExpressionAt(bytes) ?? OwnerAt(bytes)) : [];
            case FixKind.Set when ReplaceCurrent(fix) is { Count: > 0 } changes:
                return changes;
        }

        // A value that is wrong wherever it is used is put right where it stands, or by the user.
        return !fix.IsOwnValue && fix.Owner is { } owner && OwnerAt(owner) is { } expression && IsInMemberOfFinding(expression) ? Add(fix, expression) : [];
    }

    private IReadOnlyList<TextChange> ReplaceCurrent(FixData fix)
    {
        if (fix.Current is not { } span || ExpressionAt(span) is not { } current || !IsReplaceable(current, fix.CurrentText)
            || !(fix.IsOwnValue || IsInMemberOfFinding(current)))
        {
            return [];
        }

        switch (current.Parent)
        {
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment when assignment.Right == current:
                return Replace(current, fix, preferConstant: current is not LiteralExpressionSyntax);
            case ArgumentSyntax { Parent.Parent: ExpressionSyntax call } when model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method:
                // A default for all containers is not this one's policy.
                var isField = method.Name == MethodName(fix);
                return fix.IsOwnValue || isField || !method.DeclaringSyntaxReferences.IsEmpty
                    ? Replace(current, fix, preferConstant: isField || current is not LiteralExpressionSyntax)
                    : [];
            case EqualsValueClauseSyntax or ArrowExpressionClauseSyntax when fix.IsOwnValue:
                return Replace(current, fix, preferConstant: false);
            default:
                return [];
        }
    }

    // Its characters are not what is meant, but what they encode.
    private IReadOnlyList<TextChange> Decode(ExpressionSyntax? bytes)
    {
        if (bytes is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBytes" } access, ArgumentList.Arguments: [_] })
        {
            return [];
        }

        var convert = model.GetSpeculativeSymbolInfo(access.SpanStart, SyntaxFactory.ParseExpression("Convert"), SpeculativeBindingOption.BindAsExpression).Symbol;
        return [new(access.Span, convert is INamedTypeSymbol { ContainingNamespace.Name: "System" } ? "Convert.FromBase64String" : "System.Convert.FromBase64String")];
    }

    private IReadOnlyList<TextChange> Add(FixData fix, ExpressionSyntax owner)
    {
        var chains = new ChainWriter(model, text, cancellationToken);
        var method = MethodName(fix);
        var end = chains.End(owner, method);
        if (owner is BaseObjectCreationExpressionSyntax creation && end == creation)
        {
            return new InitializerWriter(model, text, cancellationToken).Write(creation, fix, Constant(fix, creation.SpanStart));
        }

        end ??= chains.Configuration(owner, method);
        if (end is not null)
        {
            return chains.Existing(end, method) is { } argument && fix.Kind == FixKind.Set
                ? Replace(argument, fix, preferConstant: true)
                : chains.Append(end, $".{method}({Value(fix, end.SpanStart)})");
        }

        return chains.AddConfiguration(owner, method, $".{method}({Value(fix, owner.SpanStart)})");
    }

    private IReadOnlyList<TextChange> Replace(ExpressionSyntax current, FixData fix, bool preferConstant) =>
        [new(current.Span, preferConstant ? Value(fix, current.SpanStart) : Literal(fix.Value))];

    private string Value(FixData fix, int position) => Constant(fix, position) ?? Literal(fix.Value);

    /// <summary>The DSL's constant for a value, such as <c>ImagePullPolicy.Always</c>; null where it has none, or the name means something else here.</summary>
    private string? Constant(FixData fix, int position)
    {
        if (fix.Kind != FixKind.Set || !SyntaxFacts.IsValidIdentifier(fix.Value))
        {
            return null;
        }

        var constant = $"{Pascal(fix.Key)}.{fix.Value}";
        var symbol = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(constant), SpeculativeBindingOption.BindAsExpression).Symbol;
        return symbol is IFieldSymbol { HasConstantValue: true, ContainingNamespace.Name: "K8sSharpManifests" } field && Equals(field.ConstantValue, fix.Value)
            ? constant
            : null;
    }

    // Parts of an expression, and what an interpolation is made of, have a meaning that a literal would lose.
    private bool IsReplaceable(ExpressionSyntax expression, string value) =>
        expression is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax
        && model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string constant } && constant == value;

    private bool IsInMemberOfFinding(SyntaxNode node) => Member(node) is { } member && member.Span.Contains(finding);

    private static SyntaxNode? Member(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(n => n is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax);

    private ExpressionSyntax? ExpressionAt(TextSpan span) =>
        _root.FullSpan.Contains(span) && _root.FindNode(span, getInnermostNodeForTie: true) is ExpressionSyntax expression && expression.Span == span ? expression : null;

    /// <summary>The expression that an origin means: a creation, or a call, of which an origin in a chain is only the name and the arguments.</summary>
    private ExpressionSyntax? OwnerAt(TextSpan span)
    {
        if (!_root.FullSpan.Contains(span))
        {
            return null;
        }

        ExpressionSyntax? found = null;
        for (var node = _root.FindToken(span.Start).Parent; node is not null && node.Span.End <= span.End; node = node.Parent)
        {
            var start = node switch
            {
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.SpanStart,
                MemberAccessExpressionSyntax access => access.Name.SpanStart,
                _ => node.SpanStart,
            };
            found = node is ExpressionSyntax expression && node.Span.End == span.End && start == span.Start ? expression : found;
        }

        return found;
    }

    private static string MethodName(FixData fix) => fix.Kind == FixKind.Append ? "Add" + Singular(Pascal(fix.Key)) : "With" + Pascal(fix.Key);

    private static string Singular(string name) => name.EndsWith("s", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) : name;

    internal static string Pascal(string key) => key.Length == 0 ? key : char.ToUpperInvariant(key[0]) + key.Substring(1);

    internal static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
