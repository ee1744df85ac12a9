using System.Collections.Immutable;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>A type that is none of k8s.Models, as the ObjectReader sees it when the code runs: its form, and its members as the client's serializer names them.</summary>
internal sealed class OwnShape : IFormedType
{
    private readonly ITypeSymbol _type;
    private readonly Lazy<ImmutableArray<OwnMember>> _written;
    private readonly ITypeSymbol? _items;

    public OwnShape(ITypeSymbol type)
    {
        _type = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        (Form, _items) = ReadForm();
        _written = new(() => Form == TypeForm.Members ? [.. ReadMembers(_type).OrderBy(m => m.Order)] : []);
    }

    public string Name => Show(_type);

    public TypeForm Form { get; }

    public IFormedType? Items => _items is null ? null : new OwnShape(_items);

    public IEnumerable<(string Member, string? Key, IFormedType Type)> Members =>
        Written.Select(m => (m.Symbol.Name, m.Key, m.HasConverter ? Json.Instance : (IFormedType)new OwnShape(m.Type)));

    /// <summary>The members that are written, in their order.</summary>
    public ImmutableArray<OwnMember> Written => _written.Value;

    /// <summary>Whether the type says how it is written, so that its members do not tell.</summary>
    public bool IsDescribed => Has(_type, "JsonConverterAttribute") || Has(_type, "JsonDerivedTypeAttribute") || Has(_type, "JsonPolymorphicAttribute");

    /// <summary>Whether a type is one that its author writes: of no framework, and none of the models.</summary>
    public static bool IsOwn(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } && !IsModels(type) && !IsFramework(type);

    /// <summary>Whether a member or type has an attribute of the serializer.</summary>
    public static bool Has(ISymbol symbol, string attribute) => Attribute(symbol, attribute) is not null;

    private static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == name && a.AttributeClass.ContainingNamespace?.ToDisplayString() == "System.Text.Json.Serialization");

    private static bool IsModels(ITypeSymbol type) => type is { DeclaringSyntaxReferences.IsEmpty: true, ContainingNamespace: { Name: "Models", ContainingNamespace: { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true } } };

    private static bool IsFramework(ITypeSymbol type) => type.ContainingAssembly is { } assembly
        && TypeForms.IsFramework(string.Concat(assembly.Identity.PublicKeyToken.Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture))));

    private static string Show(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Show(array.ElementType) + "[]",
        { SpecialType: SpecialType.System_String } => "string",
        { SpecialType: SpecialType.System_Boolean } => "bool",
        { SpecialType: SpecialType.System_Int32 } => "int",
        { SpecialType: SpecialType.System_Int64 } => "long",
        { SpecialType: SpecialType.System_Double } => "double",
        { SpecialType: SpecialType.System_Object } => "object",
        INamedTypeSymbol { TypeArguments.IsEmpty: false } generic => $"{generic.Name}<{string.Join(", ", generic.TypeArguments.Select(Show))}>",
        _ => type.Name,
    };

    private (TypeForm Form, ITypeSymbol? Items) ReadForm()
    {
        if (_type.TypeKind is TypeKind.TypeParameter or TypeKind.Error or TypeKind.Dynamic)
        {
            return (TypeForm.Any, null);
        }

        if (IsModels(_type) || _type.TypeKind == TypeKind.Enum || _type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } || Has(_type, "JsonConverterAttribute"))
        {
            return (TypeForm.Value, null);
        }

        var name = $"{_type.ContainingNamespace?.ToDisplayString()}.{_type.MetadataName}";
        var isOpen = _type.TypeKind == TypeKind.Interface || _type.SpecialType == SpecialType.System_Object;
        var own = TypeForms.Of(name, IsFramework(_type), isOpen);
        if (own == TypeForm.Value)
        {
            return (own, null);
        }

        var sequence = Interface("System.Collections.Generic.IEnumerable<T>");
        var pair = sequence?.TypeArguments[0] is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 } pairs ? pairs : null;
        if ((Interface("System.Collections.Generic.IDictionary<TKey, TValue>") ?? Interface("System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>") ?? pair)?.TypeArguments is [var key, var value])
        {
            return key.SpecialType == SpecialType.System_String ? (TypeForm.Dictionary, value) : (TypeForm.OtherKeys, null);
        }

        return Interface("System.Collections.IDictionary") is not null ? (TypeForm.Dictionary, null)
            : Interface("System.Collections.IEnumerable") is not null || _type is IArrayTypeSymbol ? (TypeForm.List, sequence?.TypeArguments[0])
            : _type.TypeKind is TypeKind.Delegate or TypeKind.Pointer or TypeKind.FunctionPointer || _type.IsRefLikeType ? (TypeForm.None, null)
            : (own, null);
    }

    private INamedTypeSymbol? Interface(string name) => _type is INamedTypeSymbol { TypeKind: TypeKind.Interface } self && self.OriginalDefinition.ToDisplayString() == name ? self
        : _type.AllInterfaces.FirstOrDefault(i => i.OriginalDefinition.ToDisplayString() == name);

    private static IEnumerable<OwnMember> ReadMembers(ITypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var declaring = type; declaring is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; declaring = declaring.BaseType)
        {
            var members = declaring.GetMembers();
            foreach (var member in members.OfType<IPropertySymbol>().Cast<ISymbol>().Concat(members.OfType<IFieldSymbol>()))
            {
                var isWritten = member switch
                {
                    IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: { } getter } property =>
                        property.ExplicitInterfaceImplementations.IsEmpty && (getter.DeclaredAccessibility == Accessibility.Public || Has(property, "JsonIncludeAttribute")),
                    IFieldSymbol { IsStatic: false, AssociatedSymbol: null } field => Has(field, "JsonIncludeAttribute"),
                    _ => false,
                };
                if (isWritten && seen.Add(member.Name) && OwnMember.Of(member) is { } written)
                {
                    yield return written;
                }
            }
        }
    }

    // What a converter of the user's own writes is JSON.
    private sealed class Json : IFormedType
    {
        public static readonly Json Instance = new();

        public string Name => "JSON";

        public TypeForm Form => TypeForm.Value;

        public IFormedType? Items => null;

        public IEnumerable<(string Member, string? Key, IFormedType Type)> Members => [];
    }
}

/// <summary>A member of an <see cref="OwnShape"/>.</summary>
/// <param name="Symbol">The property or field.</param>
/// <param name="Type">Its type.</param>
/// <param name="Key">The key that it is written under; null for [JsonExtensionData], whose entries are.</param>
/// <param name="Order">Where it stands among the others, by [JsonPropertyOrder].</param>
/// <param name="Condition">When it is left out: a name of JsonIgnoreCondition.</param>
internal sealed record OwnMember(ISymbol Symbol, ITypeSymbol Type, string? Key, int Order, string Condition)
{
    /// <summary>Whether a converter of the user's own writes it.</summary>
    public bool HasConverter => OwnShape.Has(Symbol, "JsonConverterAttribute");

    /// <summary>The member that a property or field is; null for one that is always left out.</summary>
    public static OwnMember? Of(ISymbol symbol)
    {
        var (key, order, condition) = ((string?)JsonNames.CamelCase(symbol.Name), 0, "WhenWritingNull");
        foreach (var attribute in symbol.GetAttributes().Where(a => a.AttributeClass?.ContainingNamespace?.ToDisplayString() == "System.Text.Json.Serialization"))
        {
            switch (attribute.AttributeClass!.Name)
            {
                case "JsonPropertyNameAttribute" when attribute.ConstructorArguments is [{ Value: string name }]:
                    key = name;
                    break;
                case "JsonPropertyOrderAttribute" when attribute.ConstructorArguments is [{ Value: int position }]:
                    order = position;
                    break;
                case "JsonIgnoreAttribute":
                    condition = attribute.NamedArguments.FirstOrDefault(a => a.Key == "Condition").Value is { Value: int number, Type: INamedTypeSymbol conditions }
                        ? conditions.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => Equals(f.ConstantValue, number))?.Name ?? "" : "Always";
                    break;
                case "JsonExtensionDataAttribute":
                    key = null;
                    break;
            }
        }

        var type = (symbol as IPropertySymbol)?.Type ?? ((IFieldSymbol)symbol).Type;
        return condition is "Always" or "WhenWriting" ? null : new(symbol, type, key, order, condition);
    }
}
