using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>
/// What puts right the findings on pull secrets that only the build can know, where no diagnostic in the editor could offer it: a name is declared to live elsewhere (K8S113), a Secret becomes
/// one that the kubelet reads (K8S114, K8S115), and a registry secret gets another registry (K8S116).
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(PullSecretRefactoringProvider))]
[Shared]
public sealed class PullSecretRefactoringProvider : CodeRefactoringProvider
{
    private const string RegistryToFill = "<registry>";
    private const string UserToFill = "\"<user>\"";
    private const string PasswordToFill = "\"<password>\"";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var node = root.FindToken(context.Span.Start).Parent;
        if (node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } name && IsPullSecret(name) && Declare(name, model, text) is { } declaration)
        {
            Offer($"Declare '{name.Token.ValueText}' as a secret that lives elsewhere", declaration);
        }

        if (node?.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>(c => model.GetTypeInfo(c, context.CancellationToken).Type is { Name: "V1Secret", ContainingNamespace.Name: "Models" }) is { } secret
            && RegistrySecret(secret) is { } registry)
        {
            Offer("Make it a registry secret", new(secret.Span, registry));
        }

        if (node?.FirstAncestorOrSelf<InvocationExpressionSyntax>(IsRegistrySecret) is { } made && AnotherRegistry(made, model) is { } more)
        {
            Offer("Add another registry", more);
        }

        void Offer(string title, TextChange change) =>
            context.RegisterRefactoring(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithText(text.WithChanges(change))), title));
    }

    private static bool IsRegistrySecret(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RegistrySecret" };

    private static TextChange? AnotherRegistry(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (model.GetOperation(call) is not IInvocationOperation { TargetMethod: { ContainingType: { Name: "K8s", ContainingNamespace.Name: "K8sSharpManifests" } } method, Arguments: var arguments })
        {
            return null;
        }

        const string another = $"(\"{RegistryToFill}\", {UserToFill}, {PasswordToFill})";
        return method.Parameters.Length == 4
            ? new(call.ArgumentList.Span, $"({Argument("name")}, ({Argument("server")}, {Argument("user")}, {Argument("password")}), {another})")
            : arguments.Any(a => a.ArgumentKind == ArgumentKind.ParamArray) ? ChainWriter.Insert(call.ArgumentList.CloseParenToken.SpanStart, ", " + another)
            : null;

        string Argument(string parameter) => arguments.First(a => a.Parameter?.Name == parameter).Value.Syntax.ToString();
    }

    private static bool IsPullSecret(LiteralExpressionSyntax name) => name.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddImagePullSecret" } } } => true,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Name" } } => name.Ancestors().OfType<AssignmentExpressionSyntax>()
            .Any(a => a.Left is IdentifierNameSyntax { Identifier.ValueText: "ImagePullSecrets" }),
        _ => false,
    };

    // Before the member that names it, in the style of its line.
    private static TextChange? Declare(LiteralExpressionSyntax name, SemanticModel model, SourceText text)
    {
        if (name.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m.Parent is TypeDeclarationSyntax) is not { } member || model.GetDeclaredSymbol((TypeDeclarationSyntax)member.Parent!) is not INamedTypeSymbol type)
        {
            return null;
        }

        var words = name.Token.ValueText.Split(['-', '.'], StringSplitOptions.RemoveEmptyEntries).Select(Dsl.Pascal);
        var identifier = string.Concat(words) + "Secret";
        identifier = SyntaxFacts.IsValidIdentifier(identifier) ? identifier : "PullSecret";
        var unique = identifier;
        for (var i = 2; !type.GetMembers(unique).IsEmpty; i++)
        {
            unique = identifier + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        // Before its comments.
        var comment = member.GetLeadingTrivia().FirstOrDefault(t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));
        var start = comment == default ? member.SpanStart : comment.FullSpan.Start;
        var line = text.Lines.GetLineFromPosition(start);
        var indent = text.ToString(TextSpan.FromBounds(line.Start, start));
        var newLine = ChainWriter.NewLine(text);
        indent = indent.Trim().Length == 0 ? indent : "";
        return ChainWriter.Insert(
            start,
            $"[Manifest]{newLine}{indent}public static ExternalObject {unique} => External.Secret({Dsl.Literal(name.Token.ValueText)});{newLine}{newLine}{indent}");
    }

    /// <summary>The call that makes the secret, where nothing else is set on it; null where something would be lost.</summary>
    private static string? RegistrySecret(BaseObjectCreationExpressionSyntax secret)
    {
        string? name = null;
        string? user = null;
        string? password = null;
        foreach (var expression in secret.Initializer?.Expressions ?? default)
        {
            if (expression is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax field } member)
            {
                return null;
            }

            var made = (member.Right as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions ?? default;
            switch (field.Identifier.ValueText)
            {
                case "Type":
                    break;
                case "Metadata" when made is [AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Name" } } named]:
                    name = named.Right.ToString();
                    break;
                case "StringData" when made.Count == 2:
                    user = Entry(made, "username");
                    password = Entry(made, "password");
                    break;

                // What is in there is of no use, or nobody would want it made anew.
                case "StringData" or "Data" when (Entry(made, ".dockerconfigjson") ?? Entry(made, ".dockercfg")) is not null && made.Count == 1:
                    user = UserToFill;
                    password = PasswordToFill;
                    break;
                default:
                    return null;
            }
        }

        return name is null || user is null || password is null ? null : $"K8s.RegistrySecret({name}, \"{RegistryToFill}\", user: {user}, password: {password})";
    }

    private static string? Entry(SeparatedSyntaxList<ExpressionSyntax> entries, string key) => entries
        .Select(entry => entry switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax name }] } } set when name.Token.ValueText == key => set.Right.ToString(),
            InitializerExpressionSyntax { Expressions: [LiteralExpressionSyntax name, var value] } when name.Token.ValueText == key => value.ToString(),
            _ => null,
        })
        .FirstOrDefault(value => value is not null);
}
