using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>A field of a model.</summary>
internal sealed class ModelProperty
{
    /// <summary>What the API server sets and never reads from a manifest.</summary>
    private static readonly HashSet<string> ServerSetMetadata =
    [
        "creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid",
    ];

    /// <summary>
    /// Required numbers in which 0 is a value like another; in all others the ObjectReader takes 0 for "not set". The same list as in the reader's generator:
    /// the test that compares both front ends over these fields fails where they differ.
    /// </summary>
    private static readonly HashSet<string> ZeroIsAValue =
    [
        "V1ISCSIPersistentVolumeSource.lun", "V1ISCSIVolumeSource.lun", "V1SleepAction.seconds", "V1EvictionResponder.priority",
        "V1alpha1TargetResponder.priority", "V1ResourcePool.generation", "V1beta1ResourcePool.generation", "V1beta2ResourcePool.generation",
    ];

    private ModelProperty(ModelType owner, IPropertySymbol symbol, string key)
    {
        Name = symbol.Name;
        Key = key;
        Type = symbol.Type;
        IsMap = Type is INamedTypeSymbol { Name: "IDictionary", TypeArguments.Length: 2 };
        IsList = Type is INamedTypeSymbol { Name: "IList", TypeArguments.Length: 1 };
        HoldsBytes = Type is IArrayTypeSymbol
            || (Type is INamedTypeSymbol { TypeArguments: [.., IArrayTypeSymbol] });
        IsIgnored = (owner.Name == "V1ObjectMeta" && ServerSetMetadata.Contains(key)) || (owner.Kind is not null && key == "status");
        OmitsZero = Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && !ZeroIsAValue.Contains($"{owner.Name}.{key}");
    }

    /// <summary>The C# name, like <c>NamespaceProperty</c>.</summary>
    public string Name { get; }

    /// <summary>The name in JSON and YAML, like <c>namespace</c>.</summary>
    public string Key { get; }

    public ITypeSymbol Type { get; }

    public bool IsMap { get; }

    public bool IsList { get; }

    /// <summary>Whether its values are bytes, which a manifest has as base64 text, not as a list of numbers.</summary>
    public bool HoldsBytes { get; }

    /// <summary>Whether no manifest sets it.</summary>
    public bool IsIgnored { get; }

    /// <summary>Whether it is a number whose 0 means that nobody set it.</summary>
    public bool OmitsZero { get; }

    /// <summary>What it holds where nothing sets it.</summary>
    public Value Initial => Constants.Default(Type, origin: null);

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
