using System.Collections.Concurrent;
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
    private const string Anything = "*";

    private readonly Dictionary<string, List<ExpressionSyntax>> _members = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HashSet<string>> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ExpressionSyntax>> _holders = new(StringComparer.Ordinal);
    private readonly HashSet<(string Method, string Name)> _given = [];
    private readonly HashSet<string> _ofClient = new(StringComparer.Ordinal);
    private readonly HashSet<string> _collections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _items;
    private readonly ConcurrentDictionary<ISymbol, bool> _onlyRead = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly Func<SyntaxTree, SemanticModel> _modelOf;
    private readonly CancellationToken _cancellationToken;

    public WrittenNames(Compilation compilation, Func<SyntaxTree, SemanticModel> modelOf, CancellationToken cancellationToken)
    {
        // The client's own extensions change what they are called on.
        var changing = KnownTypes.Find(compilation, "k8s.Models.ModelExtensions")?.GetMembers().OfType<IMethodSymbol>().Select(m => m.Name) ?? [];
        var extensions = new HashSet<string>(changing, StringComparer.Ordinal);
        var sites = new List<ExpressionSyntax>();
        var elements = new List<ElementAccessExpressionSyntax>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = WrittenInFile.Of(tree, cancellationToken);
            foreach (var (name, place) in file.Members)
            {
                if (!_members.TryGetValue(name, out var places))
                {
                    _members.Add(name, places = []);
                }

                places.Add(place);
            }

            foreach (var (name, place) in file.Holders)
            {
                if (!_holders.TryGetValue(name, out var places))
                {
                    _holders.Add(name, places = []);
                }

                places.Add(place);
            }

            elements.AddRange(file.Elements);
            _given.UnionWith(file.Given);
            _collections.UnionWith(file.Collections);
            _declared.UnionWith(file.Declared);
            sites.AddRange(file.Elsewhere);
            if (file.Called.Overlaps(extensions))
            {
                _ofClient.UnionWith(["Metadata", "Labels", "Annotations", "Finalizers", "OwnerReferences"]);
                _collections.UnionWith(["Labels", "Annotations", "Finalizers", "OwnerReferences"]);
            }
        }

        _compilation = compilation;
        _modelOf = modelOf;
        _cancellationToken = cancellationToken;
        _items = new(() => [.. sites.Distinct().Select(ItemOf).Concat(elements.Select(ItemOfStruct)).OfType<string>().Concat(_ofClient.Count > 0 ? ["String", "V1OwnerReference"] : Array.Empty<string>())], LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Whether a member of a type is assigned.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="types">The names of the type, and of those that it derives from.</param>
    public bool IsWritten(string member, IEnumerable<string> types) => _ofClient.Contains(member)
        || (_members.TryGetValue(member, out var places) && Owners(member, places) is var owners && (owners.Contains(Anything) || owners.Overlaps(types)))
        || (_holders.TryGetValue(member, out var holders) && Owners("." + member, holders.Where(IsStruct)) is var others && (others.Contains(Anything) || others.Overlaps(types)));

    /// <summary>Whether something goes by its name to a method whose code is not seen, and which is not known to do nothing to it.</summary>
    public bool IsGivenAway(string member, Func<string, bool> isKnown) => _given.Any(g => g.Name == member && !_declared.Contains(g.Method) && !isKnown(g.Method));

    /// <summary>Whether a collection that goes by this name is changed.</summary>
    public bool ChangesCollection(string member) => _collections.Contains(member);

    /// <summary>Whether collections of such items are changed of which the code does not say where they come from.</summary>
    public bool ChangesCollectionOf(IEnumerable<Value> items) => _items.Value.Count > 0
        && (_items.Value.Contains(Anything) || !items.Any() || items.Any(i => KeyOf(i) is var key && (key == Anything || _items.Value.Contains(key))));

    /// <summary>Whether all code that names a static collection of texts or numbers only reads them: nobody gets hold of the collection.</summary>
    public bool IsOnlyRead(ISymbol member) => _onlyRead.GetOrAdd(member, m => ItemType((m as IFieldSymbol)?.Type ?? (m as IPropertySymbol)?.Type) is { } item && Unknowns.IsImmutable(item)
        && _compilation.SyntaxTrees.All(tree => WrittenInFile.Of(tree, _cancellationToken).IsOnlyRead(m.Name, _declared)));

    private HashSet<string> Owners(string key, IEnumerable<ExpressionSyntax> places) => _owners.GetOrAdd(key, _ => [.. places.Select(OwnerOf).OfType<string>()]);

    private bool IsStruct(ExpressionSyntax place) => _modelOf(place.SyntaxTree).GetTypeInfo(place, _cancellationToken).Type is { IsValueType: true, SpecialType: SpecialType.None } or ITypeParameterSymbol;

    private string? ItemOfStruct(ElementAccessExpressionSyntax element) => IsStruct(element) ? ItemOf(element.Expression) : null;

    /// <summary>The type of the items of a collection that is changed.</summary>
    private string? ItemOf(ExpressionSyntax collection) => _modelOf(collection.SyntaxTree).GetTypeInfo(collection, _cancellationToken).Type switch
    {
        null or ITypeParameterSymbol or { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Error or TypeKind.Dynamic } => Anything,
        { SpecialType: SpecialType.System_String } or { Name: "IEnumerable" or "ReadOnlySpan" } => null,
        { Name: "Span" or "Memory" or "ICollection" or "IList" } type => KeyOf(ItemType(type)),
        var type when type is IArrayTypeSymbol || type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable) => KeyOf(ItemType(type)),
        { DeclaringSyntaxReferences.IsEmpty: true } when collection.Parent is ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax => Anything,
        _ => null,
    };

    /// <summary>The type whose member is assigned; anything where that is an interface, or not known. An extension's members lead anywhere.</summary>
    private string? OwnerOf(ExpressionSyntax place) => _modelOf(place.SyntaxTree).GetSymbolInfo(place, _cancellationToken).Symbol switch
    {
        { IsStatic: false } when Locals.IsInConstructor(place) && place is SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => null,
        IParameterSymbol { ContainingSymbol.ContainingType: { } type } => type.Name,
        { ContainingType: { TypeKind: TypeKind.Class or TypeKind.Struct, IsExtension: false } type } => type.Name,
        _ => Anything,
    };

    private static ITypeSymbol? ItemType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var item] } => item,
        INamedTypeSymbol { TypeArguments: [_, var value] } => value,
        _ => null,
    };

    private static string KeyOf(ITypeSymbol? type) => type switch
    {
        null or ITypeParameterSymbol or { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Interface or TypeKind.Error or TypeKind.Dynamic } or { Name: "KeyValuePair" } => Anything,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => KeyOf(inner),
        _ when ItemType(type) is not null => Anything,
        { TypeKind: TypeKind.Class, IsSealed: false } when !type.DeclaringSyntaxReferences.IsEmpty => Anything,
        _ => type.Name,
    };

    private static string KeyOf(Value item) => item switch
    {
        ConstantValue { EnumType: { } type } => type.Name,
        ConstantValue constant => constant.Constant.GetType().Name,
        QuantityValue => "ResourceQuantity",
        IntOrStringValue => "IntOrString",
        Reference { Target.State: RecordState { Model: { } model } } => model.Name,
        Reference { Target.State: RecordState { Type: { } own } } => own.Name,
        _ => Anything,
    };
}
