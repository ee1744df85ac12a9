using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>A field of a model.</summary>
internal sealed class ModelProperty
{
    private ModelProperty(ModelType owner, IPropertySymbol symbol, string key)
    {
        Name = symbol.Name;
        Key = key;
        Type = symbol.Type;
        IsMap = Type is INamedTypeSymbol { Name: "IDictionary", TypeArguments.Length: 2 };
        IsList = Type is INamedTypeSymbol { Name: "IList", TypeArguments.Length: 1 };
        HoldsBytes = Type is IArrayTypeSymbol
            || (Type is INamedTypeSymbol { TypeArguments: [.., IArrayTypeSymbol] });
        HoldsQuantities = Type is INamedTypeSymbol { Name: "ResourceQuantity" } or INamedTypeSymbol { TypeArguments: [.., { Name: "ResourceQuantity" }] };
        IsIgnored = !owner.IsCustom && ServerSetFields.Contains(owner.Name, owner.Kind is not null, key);
        OmitsZero = !owner.IsCustom && Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && !KeptValues.KeepsZero(owner.Name, key);
        HoldsAny = (owner.IsCustom ? Innermost(Type) : IsList ? ((INamedTypeSymbol)Type).TypeArguments[0] : Type).SpecialType == SpecialType.System_Object;
        KeepsNulls = HoldsAny || (owner.IsCustom && (IsList || IsMap));
        OmitsEmpty = !owner.IsCustom && (IsList || IsMap || ModelTypes.IsModel(Type)) && !KeptValues.KeepsEmpty(owner.Name, key, IsList || IsMap ? null : Type.Name);
    }

    /// <summary>The C# name, like <c>NamespaceProperty</c>.</summary>
    public string Name { get; }

    /// <summary>The name in JSON and YAML, like <c>namespace</c>.</summary>
    public string Key { get; }

    public ITypeSymbol Type { get; }

    /// <summary>Where it stands in a manifest among the fields of its record, from 0.</summary>
    public int Position { get; set; }

    public bool IsMap { get; }

    public bool IsList { get; }

    /// <summary>Whether its values are bytes, which a manifest has as base64 text, not as a list of numbers.</summary>
    public bool HoldsBytes { get; }

    /// <summary>Whether it is a quantity, or a list or dictionary of them.</summary>
    public bool HoldsQuantities { get; }

    /// <summary>Whether no manifest sets it.</summary>
    public bool IsIgnored { get; }

    /// <summary>Whether it is a number whose 0 means that nobody set it.</summary>
    public bool OmitsZero { get; }

    /// <summary>Whether it holds any JSON, where null is a value too.</summary>
    public bool HoldsAny { get; }

    /// <summary>Whether null is an item of it like another: so it is in any JSON, and in the lists and dictionaries of custom resources.</summary>
    public bool KeepsNulls { get; }

    /// <summary>Whether it is a list, dictionary or record that leaves no trace when it is empty.</summary>
    public bool OmitsEmpty { get; }

    /// <summary>What it holds where nothing sets it.</summary>
    public Value Initial => Constants.Default(Type, origin: null);

    private static ITypeSymbol Innermost(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "IList" or "IDictionary", TypeArguments: [.., var items] } ? Innermost(items) : type;

    public static ModelProperty? From(ModelType owner, IPropertySymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "JsonPropertyNameAttribute" && attribute.ConstructorArguments is [{ Value: string key }])
            {
                return new(owner, symbol, key);
            }
        }

        return null;
    }
}
