using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// What the code of a compilation writes to objects that it has not just made, by names alone: the members that it assigns, and the collections that it changes. Static
/// members lead to objects that all code shares, and who was first is not known. Whoever is in doubt here is taken for a writer.
/// </summary>
internal sealed class WrittenNames
{
    // An editor makes a compilation for every key that is pressed, but only one of its files is another then.
    private static readonly ConditionalWeakTable<SyntaxTree, OfFile> Files = new();

    /// <summary>Methods of the framework's collections that change what they are called on, or what they are given.</summary>
    private static readonly HashSet<string> Mutators =
    [
        "Add", "AddRange", "Insert", "InsertRange", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "RemoveWhere", "Clear", "Sort", "Reverse", "TryAdd", "SetValue", "Fill", "Copy", "CopyTo",
        "Push", "Pop", "Enqueue", "Dequeue", "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith", "EnsureCapacity", "TrimExcess", "Resize", "Shuffle", "AsSpan", "AsMemory", "SetCount",
        "Append", "AppendLine", "AppendFormat", "AppendJoin", "Replace", "GetValueRefOrAddDefault", "GetValueRefOrNullRef", "Swap", "Overwrite", "Set", "CreateSpan", "GetReference",
    ];

    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _collections = new(StringComparer.Ordinal);
    private readonly bool _anyList;
    private readonly bool _anyArray;

    public WrittenNames(Compilation compilation, CancellationToken cancellationToken)
    {
        // The client's own extensions change what they are called on.
        var changing = compilation.GetTypeByMetadataName("k8s.Models.ModelExtensions")?.GetMembers().OfType<IMethodSymbol>().Select(m => m.Name) ?? [];
        var extensions = new HashSet<string>(changing, StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = Files.GetValue(tree, t => new OfFile(t.GetRoot(cancellationToken)));
            _members.UnionWith(file.Members);
            _collections.UnionWith(file.Collections);
            _anyList |= file.AnyList;
            _anyArray |= file.AnyArray;
            if (file.Called.Overlaps(extensions))
            {
                _members.UnionWith(["Metadata", "Labels", "Annotations", "Finalizers", "OwnerReferences"]);
                _collections.UnionWith(["Labels", "Annotations", "Finalizers", "OwnerReferences"]);
            }
        }
    }

    /// <summary>Whether a member of this name is assigned.</summary>
    public bool IsWritten(string member) => _members.Contains(member);

    /// <summary>Whether a collection that goes by this name is changed.</summary>
    public bool ChangesCollection(string member) => _collections.Contains(member);

    /// <summary>Whether collections are changed of which the code does not say where they come from.</summary>
    public bool ChangesAnyCollection(bool isArray) => isArray ? _anyArray : _anyList;

    /// <summary>What a file writes.</summary>
    private sealed class OfFile
    {
        public OfFile(SyntaxNode root)
        {
            foreach (var node in root.DescendantNodes())
            {
                switch (node)
                {
                    case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax, Left: var left }:
                        Write(left);
                        break;
                    case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: var operand }:
                        Write(operand);
                        break;
                    case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression, Operand: var operand }:
                        Write(operand);
                        break;
                    case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword, Expression: var given }:
                        Write(given);
                        break;
                    case RefExpressionSyntax { Expression: var referred }:
                        Write(referred);
                        break;
                    case ForEachVariableStatementSyntax { Variable: var variable }:
                        Write(variable);
                        break;
                    case InvocationExpressionSyntax call:
                        Call(call);
                        break;
                }
            }
        }

        public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Collections { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Called { get; } = new(StringComparer.Ordinal);

        public bool AnyList { get; private set; }

        public bool AnyArray { get; private set; }

        private void Call(InvocationExpressionSyntax call)
        {
            var (name, receiver) = call.Expression switch
            {
                MemberAccessExpressionSyntax access => (access.Name.Identifier.ValueText, access.Expression),
                MemberBindingExpressionSyntax binding => (binding.Name.Identifier.ValueText, call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression),
                SimpleNameSyntax simple => (simple.Identifier.ValueText, null),
                _ => ("", null),
            };
            Called.Add(name);
            if (Mutators.Contains(name))
            {
                if (receiver is not null)
                {
                    Change(receiver, isElement: false);
                }

                // Array.Sort(words) changes what it is given.
                foreach (var argument in call.ArgumentList.Arguments)
                {
                    if (name is "Sort" or "Reverse" or "Fill" or "Clear" or "Copy" or "CopyTo" or "Resize" or "Shuffle" or "AsSpan" or "AsMemory" or "SetCount" or "CreateSpan" or "GetReference"
                        or "GetValueRefOrAddDefault" or "GetValueRefOrNullRef")
                    {
                        Change(argument.Expression, isElement: name is not ("SetCount" or "GetValueRefOrAddDefault"));
                    }
                }
            }
        }

        private void Write(ExpressionSyntax place)
        {
            switch (place)
            {
                case TupleExpressionSyntax tuple:
                    foreach (var argument in tuple.Arguments)
                    {
                        Write(argument.Expression);
                    }

                    break;
                case ParenthesizedExpressionSyntax inner:
                    Write(inner.Expression);
                    break;
                case RefExpressionSyntax inner:
                    Write(inner.Expression);
                    break;
                case ConditionalExpressionSyntax choice:
                    Write(choice.WhenTrue);
                    Write(choice.WhenFalse);
                    break;
                case ElementAccessExpressionSyntax element:
                    Change(element.Expression, isElement: true);
                    break;
                case ElementBindingExpressionSyntax:
                    AnyList = AnyArray = true;
                    break;
                case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var own } when !IsInConstructor(place):
                    Members.Add(own);
                    break;
                case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }:
                    break;
                case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var variable } } access when IsNew(access, variable):
                    break;
                case MemberAccessExpressionSyntax access:
                    Members.Add(access.Name.Identifier.ValueText);
                    break;
                case MemberBindingExpressionSyntax binding:
                    Members.Add(binding.Name.Identifier.ValueText);
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var name } when !IsLocal(place, name) && !IsInConstructor(place):
                    Members.Add(name);
                    break;
            }
        }

        /// <summary>A collection changes that an expression names; where it is a local, all those that this may be.</summary>
        private void Change(ExpressionSyntax collection, bool isElement)
        {
            switch (collection)
            {
                case ParenthesizedExpressionSyntax inner:
                    Change(inner.Expression, isElement);
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand }:
                    Change(operand, isElement);
                    break;
                case MemberAccessExpressionSyntax access:
                    Collections.Add(access.Name.Identifier.ValueText);
                    break;
                case MemberBindingExpressionSyntax binding:
                    Collections.Add(binding.Name.Identifier.ValueText);
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var name } when IsLocal(collection, name):
                    if (!IsNew(collection, name))
                    {
                        AnyList = true;
                        AnyArray |= isElement;
                    }

                    break;
                case SimpleNameSyntax { Identifier.ValueText: var name }:
                    Collections.Add(name);
                    break;
                case ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax or PredefinedTypeSyntax or LiteralExpressionSyntax:
                    break;
                case InvocationExpressionSyntax call when IsBuilder(call):
                    break;
                default:
                    AnyList = true;
                    AnyArray |= isElement;
                    break;
            }
        }

        /// <summary>A chain of such calls begins somewhere.</summary>
        private bool IsBuilder(InvocationExpressionSyntax call)
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } || !Mutators.Contains(name))
            {
                return false;
            }

            Change(receiver, isElement: false);
            return true;
        }

        private static bool IsInConstructor(SyntaxNode place) =>
            place.FirstAncestorOrSelf<SyntaxNode>(n => n is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax) is ConstructorDeclarationSyntax
            or AccessorDeclarationSyntax { Keyword.RawKind: (int)SyntaxKind.InitKeyword };

        /// <summary>Whether a name is declared in the member that it is used in.</summary>
        private static bool IsLocal(SyntaxNode use, string name) => Member(use) is { } member && member.DescendantNodes().Any(n => n switch
        {
            VariableDeclaratorSyntax o => o.Identifier.ValueText == name && member is not FieldDeclarationSyntax,
            ParameterSyntax o => o.Identifier.ValueText == name,
            SingleVariableDesignationSyntax o => o.Identifier.ValueText == name,
            ForEachStatementSyntax o => o.Identifier.ValueText == name,
            _ => false,
        });

        /// <summary>Whether a local holds nothing but what the member has just made: all that it gets are new objects.</summary>
        private static bool IsNew(SyntaxNode use, string name)
        {
            if (Member(use) is not { } member)
            {
                return false;
            }

            var isDeclared = false;
            foreach (var node in member.DescendantNodes())
            {
                switch (node)
                {
                    case VariableDeclaratorSyntax o when o.Identifier.ValueText == name:
                        isDeclared = true;
                        if (o.Initializer is null ? false : !IsNew(o.Initializer.Value))
                        {
                            return false;
                        }

                        break;
                    case ParameterSyntax o when o.Identifier.ValueText == name:
                    case SingleVariableDesignationSyntax d when d.Identifier.ValueText == name:
                    case ForEachStatementSyntax f when f.Identifier.ValueText == name:
                    case ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax r } when r.Identifier.ValueText == name:
                    case RefExpressionSyntax { Expression: IdentifierNameSyntax q } when q.Identifier.ValueText == name:
                    case ArgumentSyntax { Parent: TupleExpressionSyntax, Expression: IdentifierNameSyntax p } when p.Identifier.ValueText == name:
                        return false;
                    case AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: var right } when left.Identifier.ValueText == name && !IsNew(right):
                        return false;
                }
            }

            return isDeclared;
        }

        private static bool IsNew(ExpressionSyntax value) => value switch
        {
            BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax or WithExpressionSyntax => true,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToArray" or "ToDictionary" or "ToHashSet" or "Split" } } => true,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "K8s" } } } => true,
            _ => false,
        };

        private static SyntaxNode? Member(SyntaxNode use) => use.FirstAncestorOrSelf<MemberDeclarationSyntax>();
    }
}
