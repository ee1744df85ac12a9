using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Makes a program that fails smaller while it still fails: without members, statements, items; with a part of an expression instead of the whole.</summary>
internal static class RandomAliasShrinker
{
    private static readonly Func<SyntaxNode, bool>[] Kinds =
    [
        n => n is MemberDeclarationSyntax,
        n => n is StatementSyntax or ElseClauseSyntax or SwitchSectionSyntax,
        n => n is ExpressionSyntax or CollectionElementSyntax,
    ];

    /// <summary>The smaller program, and what is wrong of it; null where the classes do not fail alone.</summary>
    public static (string Code, IReadOnlyList<string> Differences)? Shrink(IReadOnlyList<string> classes, bool isReversed, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        for (var size = classes.Count / 2; size > 0; size /= 2)
        {
            for (var start = 0; start < classes.Count && classes.Count > 1 && clock.Elapsed < time; start += size)
            {
                string[] fewer = [.. classes.Take(start), .. classes.Skip(start + size)];
                if (fewer.Length > 0 && Differences(string.Join("\n", fewer), isReversed).Count > 0)
                {
                    (classes, start) = (fewer, start - size);
                }
            }
        }

        var code = string.Join("\n", classes);
        if (Differences(code, isReversed) is not { Count: > 0 } differences)
        {
            return null;
        }

        var root = Parse(code);
        for (var found = true; found && clock.Elapsed < time;)
        {
            found = false;

            // What is large first: what goes with it need not be tried.
            foreach (var kind in Kinds)
            {
                for (var index = 0; Part(root, kind, index) is { } part && clock.Elapsed < time; index++)
                {
                    foreach (var smaller in Smaller(root, part))
                    {
                        if (clock.Elapsed < time && Differences(smaller, isReversed) is { Count: > 0 } still)
                        {
                            (root, differences, found) = (Parse(smaller), still, true);
                            index--;
                            break;
                        }
                    }
                }
            }
        }

        return (root.NormalizeWhitespace().ToFullString(), differences);
    }

    private static IReadOnlyList<string> Differences(string code, bool isReversed)
    {
        try
        {
            return [.. RandomAliasBatch.Compare([code], isReversed).SelectMany(o => o.Differences)];
        }
        catch (DoesNotCompileException)
        {
            return [];
        }
    }

    private static SyntaxNode Parse(string code) => CSharpSyntaxTree.ParseText(code).GetRoot();

    private static SyntaxNode? Part(SyntaxNode root, Func<SyntaxNode, bool> isWanted, int index) =>
        root.DescendantNodes().Where(n => isWanted(n) && !IsLoopHead(n) && !IsInConversion(n)).OrderByDescending(n => n.Span.Length).ElementAtOrDefault(index);

    /// <summary>What keeps a loop finite stays.</summary>
    private static bool IsLoopHead(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<ExpressionSyntax>().Any(e => e.Parent is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    /// <summary>With a part instead of the whole, a conversion easily converts by itself, and no process survives that.</summary>
    private static bool IsInConversion(SyntaxNode node) => node.Ancestors().OfType<ConversionOperatorDeclarationSyntax>().Any();

    private static IEnumerable<string> Smaller(SyntaxNode root, SyntaxNode part)
    {
        switch (part)
        {
            case BaseTypeDeclarationSyntax { Parent: CompilationUnitSyntax }:
                break;
            case MemberDeclarationSyntax or SwitchSectionSyntax or ElseClauseSyntax or CollectionElementSyntax:
            case ExpressionSyntax { Parent: InitializerExpressionSyntax }:
            case StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax }:
                if (root.RemoveNode(part, SyntaxRemoveOptions.KeepNoTrivia) is { } without)
                {
                    yield return without.ToFullString();
                }

                if (part is StatementSyntax)
                {
                    foreach (var inner in part.ChildNodes().SelectMany<SyntaxNode, BlockSyntax>(n => n is BlockSyntax own ? [own] : n.ChildNodes().OfType<BlockSyntax>()))
                    {
                        yield return Replaced(root, part, inner.ToString());
                    }

                    if (part is BlockSyntax { Parent: BlockSyntax } block)
                    {
                        yield return Replaced(root, block, block.Statements.ToFullString());
                    }
                }

                break;
        }

        if (part is ExpressionSyntax and not InitializerExpressionSyntax)
        {
            foreach (var inner in part.DescendantNodes().OfType<ExpressionSyntax>().Where(e => e is not TypeSyntax or IdentifierNameSyntax).Take(6))
            {
                yield return Replaced(root, part, inner.ToString());
            }
        }
    }

    private static string Replaced(SyntaxNode root, SyntaxNode part, string text) => root.ToFullString().Remove(part.SpanStart, part.Span.Length).Insert(part.SpanStart, text);
}
