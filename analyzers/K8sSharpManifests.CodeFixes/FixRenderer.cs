using System.Globalization;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.CodeFixes;

/// <summary>
/// Says how a fix could be written in the code at hand, as changes of its text, so that all else stays as the user laid it out. It proposes; whether the code makes then what the fix says, the
/// <see cref="FixVerifier"/> finds out.
/// </summary>
internal sealed class FixRenderer(JudgedProject project, CancellationToken cancellationToken)
{
    // Of several changes each can be written in some ways, and each combination is tried.
    private const int MostWays = 24;

    // Each way that does not hold costs an evaluation of the file, and the first ones are the best.
    private const int MostCalls = 6;

    private readonly Dsl _dsl = new(project.Compilation);

    /// <summary>The ways to write a fix, the best first: each has an edit for each of the changes.</summary>
    public IEnumerable<IReadOnlyList<Edit>> Render(FoundFinding found, Fix fix)
    {
        if (found.Origin.Location.SourceTree is not { } tree || project.File(tree) is not { } file)
        {
            return [];
        }

        var ways = fix.Changes.Select(change => Render(found, change, file)).ToList();
        if (ways is [var only])
        {
            return only.Select(edit => (IReadOnlyList<Edit>)[edit]);
        }

        IEnumerable<IReadOnlyList<Edit>> none = [[]];
        return ways.Aggregate(none, (all, more) => all.SelectMany(_ => more, (some, edit) => (IReadOnlyList<Edit>)[.. some, edit]))
            .Select(edits => Edit.Together(edits, document => project.Tree(document).GetText(cancellationToken))).Take(MostWays);
    }

    /// <summary>The ways to make one change.</summary>
    private IEnumerable<Edit> Render(FoundFinding found, FixChange change, DocumentId file)
    {
        switch (change.Kind)
        {
            case FixKind.Remove:
                return Remove(found, change, file);
            case FixKind.Set when change.Place.Shape?.Kind == ApiShapeKind.Bytes:
                return InMember(change.Current, found) is { } bytes ? Decode(bytes, file) : [];
            case FixKind.Set when change.Current is Scalar scalar && Current(change, found) is { } current && IsValue(current, scalar):
                // A value that is wrong wherever it goes is put right where it was written.
                if (ReferenceEquals(scalar, found.Finding.At) && new ValueFlow(project, _dsl, change.Place.Key, cancellationToken).Literal(current) is { } literal)
                {
                    return new ValueFlow(project, _dsl, change.Place.Key, cancellationToken).IsOnlyForField(literal) && project.File(literal.SyntaxTree) is { } declared
                        ? Replace(change, literal, declared, null)
                        : [];
                }

                if (InMember(scalar, found) == current && new ValueFlow(project, _dsl, change.Place.Key, cancellationToken).IsOnlyForField(current, isOnlyUse: false))
                {
                    return Replace(change, current, file, current);
                }

                break;
        }

        return change.Kind == FixKind.Append || !ReferenceEquals(change.Current, found.Finding.At) ? Add(found, change, file) : [];
    }

    private IEnumerable<Edit> Add(FoundFinding found, FixChange change, DocumentId file)
    {
        var levels = FixLevel.Of(change);
        foreach (var level in levels)
        {
            if (InMember(level.Node, found) is { } made)
            {
                var isInnermost = ReferenceEquals(level.Node, change.At);
                foreach (var edit in Add(made, isInnermost ? levels : [.. levels.SkipWhile(l => l != level)], change, isInnermost, new(file, [], made)))
                {
                    yield return edit;
                }
            }
        }
    }

    /// <summary>The ways to make a change where an expression makes the innermost of some levels, or an object around it.</summary>
    private IEnumerable<Edit> Add(ExpressionSyntax made, IReadOnlyList<FixLevel> levels, FixChange change, bool isInnermost, Edit start)
    {
        var model = ModelOf(made);
        var chains = new ChainWriter(model, _dsl, cancellationToken);
        var initializers = new InitializerWriter(model, _dsl, cancellationToken);
        var end = chains.End(made, levels);

        // A copy keeps the origin of what it is a copy of, and has the last word.
        var copy = (end ?? made).Parent is WithExpressionSyntax with && with.Expression == (end ?? made) ? with : null;
        var isCreation = made is BaseObjectCreationExpressionSyntax or WithExpressionSyntax && (end is null || end == made);
        foreach (var holder in new[] { copy, isCreation ? made : null }.OfType<ExpressionSyntax>().Where(_ => isInnermost))
        {
            if (initializers.Write(holder, levels[0], change) is { Count: > 0 } changes)
            {
                yield return start with { Changes = changes };
            }
        }

        if (isCreation)
        {
            yield break;
        }

        var ways = end is null ? [] : chains.WaysToCall(end, levels, change).Take(MostCalls).ToList();
        if (end is not null && ways.Count > 0 && change.Kind == FixKind.Set
            && ChainWriter.Calls(end).FirstOrDefault(call => chains.IsOf(call, levels)) is { } existing)
        {
            // One more call would have the last word, and this one would be there for nothing.
            if (existing.ArgumentList.Arguments is [.., { Expression: var argument }] arguments
                && (change.Current is not Scalar scalar || IsValue(argument, scalar)) && Value(change, argument) is { } value)
            {
                // The items of a list may be arguments.
                var isList = change.Value is Sequence && arguments.All(a => a.NameColon is null);
                yield return start with { Changes = [new(isList ? arguments.Span : argument.Span, value)] };
            }

            yield break;
        }

        foreach (var way in ways.Where(way => way.IsDirect))
        {
            yield return start with { Changes = chains.Append(end!, way.Text) };
        }

        foreach (var edit in chains.Configuration(made, [levels[0]]) is { } inner ? Add(inner, levels, change, isInnermost, start) : [])
        {
            yield return edit;
        }

        foreach (var way in ways.Where(way => !way.IsDirect))
        {
            yield return start with { Changes = chains.Append(end!, way.Text) };
        }

        foreach (var (changes, lambda) in end is null ? chains.AddConfiguration(made, levels[0], change).Take(MostCalls) : [])
        {
            yield return start with { Changes = changes, Head = lambda };
        }
    }

    private IEnumerable<Edit> Remove(FoundFinding found, FixChange change, DocumentId file)
    {
        var remover = new Remover(project, _dsl, cancellationToken);
        if (change.Keys.Count == 0)
        {
            return InMember(change.Current, found) is { } item ? remover.Item(item, change, file) : [];
        }

        var levels = FixLevel.Of(change);
        var value = InMember(change.Current, found);
        return (value is null ? [] : remover.Value(value, levels, file))
            .Concat(levels.SelectMany((level, i) => InMember(level.Node, found) is { } made ? remover.Field(made, [.. levels.Skip(i)], file) : []));
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
    private IEnumerable<Edit> Replace(FixChange change, ExpressionSyntax current, DocumentId file, SyntaxNode? place)
    {
        var isOfMethod = current.Parent?.Parent?.Parent is InvocationExpressionSyntax call
            && _dsl.Called(call, ModelOf(call), cancellationToken) is { } method && _dsl.Fluent.Does(method, FluentMeaning.Set, change.Place.Key);
        var value = Value(change, current, areConstants: isOfMethod || current is not LiteralExpressionSyntax);
        return value is null ? [] : [new(file, [new(current.Span, value)], place)];
    }

    private string? Value(FixChange change, ExpressionSyntax place, bool areConstants = true)
    {
        var around = change.Place.Parent;
        while (around is { Parent: not null, Shape.Kind: ApiShapeKind.Map or ApiShapeKind.List })
        {
            around = around.Parent;
        }

        // The key next to the object that has the field.
        var key = change.Place;
        while (key.Parent is { } parent && parent != around)
        {
            key = parent;
        }

        return new ValueWriter(ModelOf(place), _dsl, place.SpanStart).Write(change.Value, change.Place.Shape, around?.Shape?.Type?.Field(key.Key), areConstants);
    }

    // Parts of an expression, what an interpolation is made of and what a constant is put together from have a meaning that a literal would lose.
    private bool IsValue(ExpressionSyntax expression, Scalar scalar)
    {
        if (expression is not (LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } or IdentifierNameSyntax or MemberAccessExpressionSyntax))
        {
            return false;
        }

        var text = new ValueFlow(project, _dsl, "", cancellationToken).Literal(expression)?.Token.ValueText
            ?? (IsDeclaredInSource(expression) ? null : ModelOf(expression).GetConstantValue(expression, cancellationToken).Value) switch
            {
                string value => value,
                bool value => value ? "true" : "false",
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => null,
            };
        return text == scalar.Text || (scalar.IsQuantity && text is not null && Quantity.TryParse(text, out var quantity) && quantity.ToString() == scalar.Text);
    }

    private bool IsDeclaredInSource(ExpressionSyntax name) =>
        name is IdentifierNameSyntax or MemberAccessExpressionSyntax && ModelOf(name).GetSymbolInfo(name, cancellationToken).Symbol is not { DeclaringSyntaxReferences.IsEmpty: true };

    /// <summary>The expression that gives a field its value: also where another file brings it.</summary>
    private ExpressionSyntax? Current(FixChange change, FoundFinding found)
    {
        // What a member of another file makes is reported there, too.
        if (ReferenceEquals(change.Current, found.Finding.At) && change.Current.Origin is SourceOrigin { Additional: [var elsewhere, ..] } && ExpressionAt(elsewhere) is { } made)
        {
            return made.Parent is EqualsValueClauseSyntax or ArrowExpressionClauseSyntax ? made : null;
        }

        return At(change.Current, found);
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
