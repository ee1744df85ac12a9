using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>
/// Takes things out: items out of a collection expression or an initialiser, with what separates them, members and entries out of initialisers, and the calls that
/// add or set them out of their chain.
/// </summary>
internal sealed class Remover(JudgedProject project, Dsl dsl, CancellationToken cancellationToken)
{
    /// <summary>The ways to remove the item of a list, the best first; none where it stands in no list.</summary>
    public IEnumerable<Edit> Item(ExpressionSyntax item, FixChange change, DocumentId file)
    {
        var model = project.Compilation.GetSemanticModel(item.SyntaxTree);
        var list = change.Place.Parent?.Key ?? "";
        return DoesNothingElse(item, model) ? Edits(item, Spans(), file) : [];

        IEnumerable<TextSpan[]> Spans() => item switch
        {
            InvocationExpressionSyntax added when Adds(added) => Calls(added, model, isWanted: true),
            { Parent: ExpressionElementSyntax { Parent: CollectionExpressionSyntax around } element } =>
                [[SpanOf(around.Elements, element, around.OpenBracketToken, around.CloseBracketToken)]],
            { Parent: InitializerExpressionSyntax around } => [[SpanOf(around.Expressions, item, around.OpenBraceToken, around.CloseBraceToken)]],
            { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax around } } => Calls(around, model, Adds(around)),
            _ => [],
        };

        bool Adds(InvocationExpressionSyntax call) => dsl.Called(call, model, cancellationToken) is { } method && dsl.Fluent.Does(method, FluentMeaning.Append, list);
    }

    /// <summary>The ways to remove what an expression gives to a field or an entry: the member, or the call that sets it.</summary>
    public IEnumerable<Edit> Value(ExpressionSyntax value, IReadOnlyList<FixLevel> levels, DocumentId file)
    {
        var model = project.Compilation.GetSemanticModel(value.SyntaxTree);
        var chains = new ChainWriter(model, dsl, cancellationToken);
        return value switch
        {
            InvocationExpressionSyntax call when chains.IsOf(call, levels) => Call(call, model, file),
            { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } member } when member.Right == value => Member(member, model, file),
            { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } entry } when entry.Expressions.Last() == value =>
                Member(entry, model, file),
            { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } when chains.IsOf(call, levels) => Call(call, model, file),

            // Of a method that takes it beside other things.
            { Parent: ArgumentSyntax { Parent: ArgumentListSyntax arguments } argument } when IsValue(value, model) =>
                Edits(value, [[SpanOf(arguments.Arguments, argument, arguments.OpenParenToken, arguments.CloseParenToken)]], file),
            _ => [],
        };
    }

    /// <summary>The ways to remove a field or an entry where an expression makes an object around it.</summary>
    public IEnumerable<Edit> Field(ExpressionSyntax made, IReadOnlyList<FixLevel> levels, DocumentId file)
    {
        var model = project.Compilation.GetSemanticModel(made.SyntaxTree);
        var chains = new ChainWriter(model, dsl, cancellationToken);
        foreach (var holder in new[] { made.Parent as WithExpressionSyntax, made })
        {
            if (holder is not null && InitializerWriter.Of(holder) is { } initializer && levels[0].Keys.Count == 1
                && new InitializerWriter(model, dsl, cancellationToken).Member(initializer, levels[0].Shape, levels[0].Keys[0]) is { } member)
            {
                foreach (var edit in Member(member, model, file))
                {
                    yield return edit;
                }
            }
        }

        foreach (var end in new[] { chains.End(made, levels), chains.Configuration(made, levels) })
        {
            if (end is not null && ChainWriter.Calls(end).FirstOrDefault(call => chains.IsOf(call, levels)) is { } call)
            {
                foreach (var edit in Call(call, model, file))
                {
                    yield return edit;
                }
            }
        }
    }

    private IEnumerable<Edit> Call(InvocationExpressionSyntax call, SemanticModel model, DocumentId file) =>
        DoesNothingElse(call, model) ? Edits(call, Calls(call, model, isWanted: true), file) : [];

    /// <summary>The member; or before that, where it is the only one of an object, that object.</summary>
    private IEnumerable<Edit> Member(ExpressionSyntax member, SemanticModel model, DocumentId file)
    {
        if (member.Parent is not InitializerExpressionSyntax initializer || InitializerWriter.Value(member) is not { } value || !IsValue(value, model))
        {
            return [];
        }

        List<ExpressionSyntax> members = [member];
        while (initializer is { Expressions.Count: 1, Parent: BaseObjectCreationExpressionSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax around } outer } })
        {
            members.Insert(0, outer);
            initializer = around;
        }

        return Edits(member, members.Select(Spans), file);

        static TextSpan[] Spans(ExpressionSyntax removed) =>
            removed.Parent is InitializerExpressionSyntax list ? [SpanOf(list.Expressions, removed, list.OpenBraceToken, list.CloseBraceToken)] : [];
    }

    private IEnumerable<Edit> Edits(ExpressionSyntax place, IEnumerable<TextSpan[]> ways, DocumentId file) => ways
        .Where(spans => spans.Length > 0 && spans.All(span => !HasComment(place.SyntaxTree.GetRoot(cancellationToken), span)))
        .Select(spans => new Edit(file, [.. spans.Select(s => new TextChange(s, ""))], place));

    /// <summary>The ways to do without a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="model">The file.</param>
    /// <param name="isWanted">Whether it is the DSL's method that does just what shall be undone; of any other, only a whole statement can go.</param>
    private IEnumerable<TextSpan[]> Calls(InvocationExpressionSyntax call, SemanticModel model, bool isWanted)
    {
        if (Statement(call, model) is { } statement)
        {
            yield return [statement];
        }

        if (!isWanted)
        {
            yield break;
        }

        if (model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { ReducedFrom: null } method)
        {
            // Called as a static method, it gives its first argument instead.
            if (call.ArgumentList.Arguments.FirstOrDefault(a => IsSelf(a, method)) is { } self)
            {
                yield return [TextSpan.FromBounds(call.SpanStart, self.Expression.SpanStart), TextSpan.FromBounds(self.Expression.Span.End, call.Span.End)];
            }

            yield break;
        }

        // A lambda that does nothing more goes with the call that it configures.
        if (call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }, Parent: LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax outer } shell } } } })
        {
            yield return [TextSpan.FromBounds(outer.Expression.Span.End, shell.Span.End)];
        }

        if (call.Expression is MemberAccessExpressionSyntax access)
        {
            yield return [TextSpan.FromBounds(access.Expression.Span.End, call.Span.End)];
        }
    }

    /// <summary>Whether what goes only names and makes values: else something would not be done any more.</summary>
    private bool DoesNothingElse(ExpressionSyntax removed, SemanticModel model) =>
        removed is InvocationExpressionSyntax call && dsl.Called(call, model, cancellationToken) is { } method
            ? call.ArgumentList.Arguments.All(argument => IsSelf(argument, method) || IsValue(argument.Expression, model))
            : IsValue(removed, model);

    private bool IsValue(ExpressionSyntax expression, SemanticModel model) => expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>().All(e => e
        is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } or TypeSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax
        or BaseObjectCreationExpressionSyntax or InitializerExpressionSyntax or ImplicitElementAccessSyntax or CollectionExpressionSyntax
        or LambdaExpressionSyntax { ExpressionBody: not null } or ParenthesizedExpressionSyntax
        or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }
        || (e is InvocationExpressionSyntax && dsl.Called(e, model, cancellationToken) is not null));

    private static bool IsSelf(ArgumentSyntax argument, IMethodSymbol method) => method.ReducedFrom is null
        && (argument.NameColon is { Name.Identifier.ValueText: var name } ? name == method.Parameters[0].Name : argument == ((ArgumentListSyntax)argument.Parent!).Arguments[0]);

    /// <summary>The lines of a statement that does nothing but the call; null where it shares them.</summary>
    private TextSpan? Statement(InvocationExpressionSyntax call, SemanticModel model)
    {
        var statement = call.Parent switch
        {
            ExpressionStatementSyntax added when call.Expression is MemberAccessExpressionSyntax { Expression: var list } && IsValue(list, model) => added,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var changed }, Parent: ExpressionStatementSyntax assigned }
                when call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var same } } && same == changed => assigned,
            _ => null,
        };
        if (statement is not { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax })
        {
            return null;
        }

        var text = statement.SyntaxTree.GetText();
        var (first, last) = (text.Lines.GetLineFromPosition(statement.SpanStart), text.Lines.GetLineFromPosition(statement.Span.End));
        return text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)).Trim().Length == 0 && text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)).Trim().Length == 0
            ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak)
            : null;
    }

    // Up to the next item, or from the one before. The only one leaves an empty list.
    private static TextSpan SpanOf<T>(SeparatedSyntaxList<T> list, T item, SyntaxToken open, SyntaxToken close)
        where T : SyntaxNode
    {
        var index = list.IndexOf(item);
        return index + 1 < list.Count ? TextSpan.FromBounds(item.SpanStart, list[index + 1].SpanStart)
            : index > 0 ? TextSpan.FromBounds(list[index - 1].Span.End, item.Span.End)
            : TextSpan.FromBounds(open.Span.End, close.SpanStart);
    }

    /// <summary>Whether a comment stands in what is removed, or beside it on its last line, where it would be taken for one on something else.</summary>
    private static bool HasComment(SyntaxNode root, TextSpan removed)
    {
        var text = root.SyntaxTree.GetText();
        var first = text.Lines.GetLineFromPosition(removed.Start);
        var last = text.Lines.GetLineFromPosition(removed.End);
        var end = last.Start > removed.Start || text.ToString(TextSpan.FromBounds(first.Start, removed.Start)).Trim().Length == 0 ? last.End : removed.End;
        var span = TextSpan.FromBounds(removed.Start, Math.Max(end, removed.End));
        return root.DescendantTrivia(span).Any(t => span.IntersectsWith(t.Span) && !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));
    }
}
