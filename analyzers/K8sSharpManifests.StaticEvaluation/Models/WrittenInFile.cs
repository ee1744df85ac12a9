using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What a file writes to objects that it has not just made, as far as syntax tells.</summary>
internal sealed class WrittenInFile
{
    // An editor makes a compilation for every key that is pressed, but only one of its files is another then.
    private static readonly ConditionalWeakTable<SyntaxTree, WrittenInFile> Files = new();

    /// <summary>Methods of the framework's collections that change what they are called on, or what they are given.</summary>
    private static readonly HashSet<string> Mutators =
    [
        "Add", "AddRange", "Insert", "InsertRange", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "RemoveWhere", "Clear", "Sort", "Reverse", "TryAdd", "SetValue", "Fill", "Copy", "CopyTo",
        "Push", "Pop", "Enqueue", "Dequeue", "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith", "EnsureCapacity", "TrimExcess", "Resize", "Shuffle", "AsSpan", "AsMemory", "SetCount",
        "GetValueRefOrAddDefault", "GetValueRefOrNullRef", "Swap", "Overwrite", "Set", "CreateSpan", "GetReference",
    ];

    /// <summary>Methods that only read what they are called on, or what they are given.</summary>
    private static readonly HashSet<string> Readers =
    [
        "Select", "SelectMany", "Where", "Contains", "ContainsKey", "Any", "All", "Count", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "ToList", "ToArray",
        "ToDictionary", "ToHashSet", "Zip", "Concat", "Take", "Skip", "Distinct", "OrderBy", "OrderByDescending", "Order", "Index", "Aggregate", "Sum", "Max", "Min", "Join", "Length", "TryGetValue",
        "IndexOf", "Keys", "Values", "Append", "Prepend",
    ];

    private readonly SyntaxNode _root;
    private readonly Lazy<ILookup<string, IdentifierNameSyntax>> _names;

    private WrittenInFile(SyntaxNode root)
    {
        _root = root;
        _names = new(() => _root.DescendantNodes().OfType<IdentifierNameSyntax>().ToLookup(n => n.Identifier.ValueText));
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax, Left: var left }:
                    Write(left);
                    break;

                // Such an initialiser changes what is there already.
                case InitializerExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: var completed } nested } initializer when nested.Right == initializer:
                    Elsewhere.Add(completed);
                    foreach (var assigned in initializer.Expressions.OfType<AssignmentExpressionSyntax>())
                    {
                        Members.Add((assigned.Left is SimpleNameSyntax { Identifier.ValueText: var member } ? member : "", assigned.Left));
                    }

                    break;
                case MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax, Name.Identifier.ValueText: var group } access when Mutators.Contains(group):
                    Elsewhere.Add(access.Expression);
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: var operand }:
                    Write(operand);
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression, Operand: var operand }:
                    Write(operand);
                    break;
                case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword or (int)SyntaxKind.InKeyword, Expression: var given }:
                    Write(given);
                    break;
                case RefExpressionSyntax { Expression: var referred }:
                    Write(referred);
                    break;
                case ForEachVariableStatementSyntax { Variable: var variable }:
                    Write(variable);
                    break;
                case MethodDeclarationSyntax method:
                    Declared.Add(method.Identifier.ValueText);
                    break;
                case InvocationExpressionSyntax call:
                    Call(call);
                    break;
            }
        }
    }

    /// <summary>The members that are assigned: the name, and the place.</summary>
    public List<(string Name, ExpressionSyntax Place)> Members { get; } = [];

    /// <summary>What holds a value of which a member is assigned, or a method called: it changes with that where it is a struct.</summary>
    public List<(string Name, ExpressionSyntax Place)> Holders { get; } = [];

    /// <summary>Elements of which a member is assigned, or a method called: their collection changes with them where they are structs.</summary>
    public List<ElementAccessExpressionSyntax> Elements { get; } = [];

    public HashSet<string> Collections { get; } = new(StringComparer.Ordinal);

    /// <summary>What goes to a method under a name that is no local's: the method, and that name.</summary>
    public HashSet<(string Method, string Name)> Given { get; } = [];

    /// <summary>The methods that it declares.</summary>
    public HashSet<string> Declared { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Called { get; } = new(StringComparer.Ordinal);

    /// <summary>The collections that are changed of which the code does not say where they come from.</summary>
    public List<ExpressionSyntax> Elsewhere { get; } = [];

    /// <summary>Whether a method of the framework that has a name leaves what it is given as it is.</summary>
    public static bool Reads(string name) => Readers.Contains(name) || name is "AddRange" or "UnionWith" or "Add" or "Append" or "Prepend" or "WriteLine" or "Write" or "Concat" or "Format" or "nameof" or "ThrowIfNull"
        or "KeepAlive" or "Equals" or "ReferenceEquals" or "Assert" or "Insert" or "Repeat" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Create" or "Of" or "Parse" or "TryParse" or "GetBytes"
        or "Replace" or "StartsWith" or "EndsWith" or "Split" or "Trim" or "PadLeft" or "Combine" or "Except" or "SequenceEqual";

    public static WrittenInFile Of(SyntaxTree tree, CancellationToken cancellationToken) => Files.GetValue(tree, t => new(t.GetRoot(cancellationToken)));

    /// <summary>Whether all places that name something only read its items.</summary>
    /// <param name="name">What they name.</param>
    /// <param name="declared">The methods that source declares: one of these names is another one than the framework's.</param>
    public bool IsOnlyRead(string name, HashSet<string> declared) => _names.Value[name].All(n => IsRead(n, declared));

    private static bool IsRead(IdentifierNameSyntax name, HashSet<string> declared)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == name ? qualified : name;
        while (whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        return whole.Parent switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } access => access.Expression == whole && Readers.Contains(member) && !declared.Contains(member),
            ElementAccessExpressionSyntax element => element.Expression == whole && !(element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element) && element.Parent is not (PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or RefExpressionSyntax
                or ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or ArgumentSyntax { Parent: TupleExpressionSyntax }),
            ForEachStatementSyntax loop => loop.Expression == whole && loop.Type is not RefTypeSyntax,
            ForEachVariableStatementSyntax loop => loop.Expression == whole,
            FromClauseSyntax or SpreadElementSyntax => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } } } =>
                !declared.Contains(method) && (method is "AddRange" or "UnionWith" or "Join" or "Concat" or "Contains" or "SequenceEqual" or "Zip" || method.StartsWith("With", StringComparison.Ordinal)),
            ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Type: GenericNameSyntax { Identifier.ValueText: "List" or "HashSet" or "Dictionary" } } } => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => true,
            LockStatementSyntax => true,
            _ => false,
        };
    }

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
        foreach (var argument in call.ArgumentList.Arguments)
        {
            var given = argument.Expression is MemberAccessExpressionSyntax qualified ? qualified.Name : argument.Expression as SimpleNameSyntax;
            if (given is not null && !Locals.IsLocal(given, given.Identifier.ValueText))
            {
                Given.Add((name, given.Identifier.ValueText));
            }
        }

        // A method of a struct may change that.
        if (receiver is not null)
        {
            WriteHolder(receiver);
        }

        if (Mutators.Contains(name))
        {
            if (receiver is not null)
            {
                Change(receiver);
            }

            // Array.Sort(words) changes what it is given.
            foreach (var argument in call.ArgumentList.Arguments)
            {
                if (name is "Sort" or "Reverse" or "Fill" or "Clear" or "Copy" or "CopyTo" or "Resize" or "Shuffle" or "AsSpan" or "AsMemory" or "SetCount" or "CreateSpan" or "GetReference"
                    or "GetValueRefOrAddDefault" or "GetValueRefOrNullRef")
                {
                    Change(argument.Expression);
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
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var asserted }:
                Write(asserted);
                break;
            case ConditionalExpressionSyntax choice:
                Write(choice.WhenTrue);
                Write(choice.WhenFalse);
                break;
            case ElementAccessExpressionSyntax element:
                Change(element.Expression);
                break;
            case ElementBindingExpressionSyntax:
                Elsewhere.Add(place.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression ?? place);
                break;
            case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var own }:
                Members.Add((own, place));
                break;
            case FieldExpressionSyntax when place.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { Identifier.ValueText: var property }:
                Members.Add((property, place));
                break;
            case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var variable } } access when Locals.IsNew(access, variable):
                break;
            case MemberAccessExpressionSyntax access:
                Members.Add((access.Name.Identifier.ValueText, place));
                WriteHolder(access.Expression);
                break;
            case MemberBindingExpressionSyntax binding:
                Members.Add((binding.Name.Identifier.ValueText, place));
                break;
            case IdentifierNameSyntax { Identifier.ValueText: var name } when !Locals.IsLocal(place, name):
                Members.Add((name, place));
                break;
        }
    }

    /// <summary>Where a struct changes, what holds it does.</summary>
    private void WriteHolder(ExpressionSyntax holder)
    {
        switch (holder)
        {
            case ElementAccessExpressionSyntax element:
                Elements.Add(element);
                break;
            case MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } access:
                Holders.Add((access.Name.Identifier.ValueText, access));
                WriteHolder(access.Expression);
                break;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var own }:
                Holders.Add((own, holder));
                break;
            case IdentifierNameSyntax { Identifier.ValueText: var name } when !Locals.IsLocal(holder, name):
                Holders.Add((name, holder));
                break;
        }
    }

    /// <summary>A collection changes that an expression names; where it is a local, all those that this may be.</summary>
    private void Change(ExpressionSyntax collection)
    {
        switch (collection)
        {
            case ParenthesizedExpressionSyntax inner:
                Change(inner.Expression);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand }:
                Change(operand);
                break;
            case MemberAccessExpressionSyntax access:
                Collections.Add(access.Name.Identifier.ValueText);
                Elsewhere.Add(collection);
                break;
            case MemberBindingExpressionSyntax binding:
                Collections.Add(binding.Name.Identifier.ValueText);
                Elsewhere.Add(collection);
                break;
            case IdentifierNameSyntax { Identifier.ValueText: var name } when Locals.IsLocal(collection, name):
                ChangeLocal(collection, name, []);
                break;
            case SimpleNameSyntax { Identifier.ValueText: var name }:
                Collections.Add(name);
                Elsewhere.Add(collection);
                break;
            case ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax or PredefinedTypeSyntax or LiteralExpressionSyntax:
                break;
            case InvocationExpressionSyntax call when IsBuilder(call):
                break;
            default:
                Elsewhere.Add(collection);
                break;
        }
    }

    /// <summary>A collection changes that a local holds: what it may be is what the local gets anywhere in the member.</summary>
    private void ChangeLocal(ExpressionSyntax use, string name, HashSet<string> seen)
    {
        if (!seen.Add(name) || Locals.IsNew(use, name))
        {
            return;
        }

        var isDeclared = false;
        foreach (var node in Locals.Member(use)!.DescendantNodes())
        {
            var value = node switch
            {
                VariableDeclaratorSyntax o when o.Identifier.ValueText == name => o.Initializer?.Value,
                AssignmentExpressionSyntax { Left: var target, Right: var right } when Locals.Bare(target) is IdentifierNameSyntax left && left.Identifier.ValueText == name => right,
                _ => null,
            };
            isDeclared |= node is VariableDeclaratorSyntax variable && variable.Identifier.ValueText == name;
            if (value is IdentifierNameSyntax other && Locals.IsLocal(use, other.Identifier.ValueText))
            {
                ChangeLocal(other, other.Identifier.ValueText, seen);
            }
            else if (value is MemberAccessExpressionSyntax or IdentifierNameSyntax)
            {
                Change(value);
            }
            else if (value is not null && !Locals.IsNew(value))
            {
                Elsewhere.Add(use);
            }
        }

        if (!isDeclared)
        {
            Elsewhere.Add(use);
        }
    }

    /// <summary>A chain of such calls begins somewhere.</summary>
    private bool IsBuilder(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } || !Mutators.Contains(name))
        {
            return false;
        }

        Change(receiver);
        return true;
    }
}
