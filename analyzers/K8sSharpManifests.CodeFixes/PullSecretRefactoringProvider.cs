using System.Composition;
using K8sSharpManifests.Core;
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
        var (document, token) = (context.Document, context.CancellationToken);
        if (await document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not { } root || root.FindToken(context.Span.Start).Parent is not { } node
            || await JudgedProject.Of(document.Project, token).ConfigureAwait(false) is not { } project || !project.Files.Contains(document.Id))
        {
            return;
        }

        var model = project.Compilation.GetSemanticModel(root.SyntaxTree);
        var dsl = new Dsl(project.Compilation);
        if (node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } name && IsPullSecret(name, model, dsl, token) && !IsDeclared(name.Token.ValueText, project, token)
            && SecretDeclaration.Of(name, model) is { } declaration)
        {
            Offer($"Declare '{name.Token.ValueText}' as a secret that lives elsewhere", declaration.Change, after => SecretDeclaration.IsMember(declaration.Name, after, document.Id, token));
        }

        if (node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>(c => model.GetTypeInfo(c, token).Type is { Name: "V1Secret", ContainingNamespace.Name: "Models" }) is { } secret
            && RegistrySecret(secret, project, model, token) is { } registry)
        {
            Offer("Make it a registry secret", new(secret.Span, registry), null);
        }

        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => dsl.Called(call, model, token)?.Name == "RegistrySecret") is { } made && AnotherRegistry(made, model) is { } more)
        {
            Offer("Add another registry", more, null);
        }

        void Offer(string title, TextChange change, Func<JudgedProject, bool>? isRight)
        {
            if (new FixVerifier(project, token).Written([new(document.Id, [change], null)]) is { } after && isRight?.Invoke(after) != false)
            {
                var text = after.Tree(document.Id).GetText(token);
                context.RegisterRefactoring(CodeAction.Create(title, _ => Task.FromResult(document.WithText(text)), title));
            }
        }
    }

    private static TextChange? AnotherRegistry(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (model.GetOperation(call) is not IInvocationOperation { TargetMethod: var method, Arguments: var arguments })
        {
            return null;
        }

        const string another = $"(\"{RegistryToFill}\", {UserToFill}, {PasswordToFill})";
        if (method.Parameters.Length != 4)
        {
            return arguments.Any(a => a.ArgumentKind == ArgumentKind.ParamArray) ? ChainWriter.Insert(call.ArgumentList.Arguments.Last().Span.End, ", " + another) : null;
        }

        // In another order than they were written they may give something else.
        var isInOrder = !arguments.Where((argument, i) => argument.Parameter?.Ordinal != i).Any() || arguments.All(a => a.Value.ConstantValue.HasValue);
        return isInOrder ? new(call.ArgumentList.Span, $"({Argument("name")}, ({Argument("server")}, {Argument("user")}, {Argument("password")}), {another})") : null;

        string Argument(string parameter) => arguments.First(a => a.Parameter?.Name == parameter).Syntax.FirstAncestorOrSelf<ArgumentSyntax>()!.Expression.ToString();
    }

    private static bool IsPullSecret(LiteralExpressionSyntax name, SemanticModel model, Dsl dsl, CancellationToken cancellationToken) => name.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => dsl.Called(call, model, cancellationToken)?.Name == "AddImagePullSecret",
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Name" } } => name.Ancestors().OfType<AssignmentExpressionSyntax>()
            .Any(a => dsl.IsField(model.GetSymbolInfo(a.Left, cancellationToken).Symbol, "imagePullSecrets")),
        _ => false,
    };

    private static bool IsDeclared(string name, JudgedProject project, CancellationToken cancellationToken) =>
        project.External.Patterns.Any(p => p.Kind == "Secret" && p.Name == name)
        || ProjectObjects.Emitted(project, cancellationToken).Any(o => o["kind"].Is("Secret").IsTrue && o["metadata"] is Mapping metadata && metadata["name"].Is(name).IsTrue);

    /// <summary>Whether a pod of the project pulls with a secret of a name.</summary>
    private static bool IsPulledWith(string name, JudgedProject project, CancellationToken cancellationToken)
    {
        return ProjectObjects.Emitted(project, cancellationToken).Any(Names);

        bool Names(Node node) => node switch
        {
            Mapping mapping => mapping.Entries.Any(e => (e.Key == "imagePullSecrets" && e.Value is Sequence list && list.Items.Any(i => i is Mapping item && item["name"].Is(name).IsTrue)) || Names(e.Value)),
            Sequence sequence => sequence.Items.Any(Names),
            _ => false,
        };
    }

    /// <summary>The call that makes the secret, where nothing else is set on it; null where something would be lost.</summary>
    private static string? RegistrySecret(BaseObjectCreationExpressionSyntax secret, JudgedProject project, SemanticModel model, CancellationToken cancellationToken)
    {
        var isForPulling = false;
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
                    isForPulling |= model.GetConstantValue(named.Right, cancellationToken).Value is string text && IsPulledWith(text, project, cancellationToken);
                    break;
                case "StringData" when made.Count == 2:
                    user = Entry(made, "username");
                    password = Entry(made, "password");
                    break;

                // What is in there is of no use, or nobody would want it made anew.
                case "StringData" or "Data" when (Entry(made, ".dockerconfigjson") ?? Entry(made, ".dockercfg")) is not null && made.Count == 1:
                    isForPulling = true;
                    user = UserToFill;
                    password = PasswordToFill;
                    break;
                default:
                    return null;
            }
        }

        // Users and passwords are for many things.
        return !isForPulling || name is null || user is null || password is null ? null : $"{Dsl.Type("K8s", secret.SpanStart, model)}.RegistrySecret({name}, \"{RegistryToFill}\", user: {user}, password: {password})";
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
