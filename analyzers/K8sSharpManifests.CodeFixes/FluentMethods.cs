using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.CodeFixes;

/// <summary>What a fluent method says that it does: the operation, and the field from the object that it extends.</summary>
internal readonly record struct FluentMeaning(string Operation, string Path)
{
    // By their names in the DSL's FluentOperation, which is another assembly's.
    public const string Set = "Set";
    public const string Append = "Append";
    public const string Put = "Put";
}

/// <summary>The DSL's methods by what their attributes say that they do: their names follow English, which nobody should guess.</summary>
internal sealed class FluentMethods
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, FluentMethods> Known = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, FluentMethods> Custom = new();
    private static readonly string[] Classes = ["K8sSharpManifests.Fluent", "K8sSharpManifests.Preview.PreviewFluent"];

    // A method of everything that has metadata is at the empty name.
    private readonly ILookup<string, IMethodSymbol> _byType;
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<FluentMeaning>> _meanings = new(SymbolEqualityComparer.Default);

    private FluentMethods(IAssemblySymbol? dsl, bool isCustom = false) => _byType = (isCustom ? CustomClasses(dsl!) : Classes.Select(name => dsl?.GetTypeByMetadataName(name)).OfType<INamedTypeSymbol>())
        .SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>()
        .Where(method => method is { IsExtensionMethod: true, DeclaredAccessibility: Accessibility.Public })
        .ToLookup(method => method.Parameters[0].Type is INamedTypeSymbol type ? type.Name : "", StringComparer.Ordinal);

    /// <summary>Those of an assembly; none where it is not referenced.</summary>
    public static FluentMethods Of(IAssemblySymbol? dsl) => dsl is null ? new(null) : Known.GetValue(dsl, assembly => new(assembly));

    /// <summary>The methods of a model, not reduced, that do something to a field.</summary>
    public IEnumerable<IMethodSymbol> With(ITypeSymbol type, string operation, string path) =>
        OfType(type).Concat(_byType[""]).Where(method => Meanings(method).Contains(new(operation, path)));

    /// <summary>The methods of a model of one name: those with a meaning, and the short forms beside them.</summary>
    public IEnumerable<IMethodSymbol> Named(ITypeSymbol type, string name) => OfType(type).Where(method => method.Name == name);

    /// <summary>What a method does; nothing is known of a short form.</summary>
    public IReadOnlyList<FluentMeaning> Meanings(IMethodSymbol method) => _meanings.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, Read);

    /// <summary>Whether a method, or one of which it is a short form, does something to a field of that key, wherever that is.</summary>
    public bool Does(IMethodSymbol method, string operation, string key)
    {
        var own = (method.ReducedFrom ?? method).OriginalDefinition;
        return own.Parameters is [{ Type: var type }, ..] && Named(type, own.Name).Prepend(own).Any(m => Meanings(m).Any(IsMeant));

        bool IsMeant(FluentMeaning meaning) =>
            meaning.Operation == operation && (meaning.Path == key || meaning.Path.EndsWith("." + key, StringComparison.Ordinal));
    }

    // Those of a custom resource stand where its record does.
    private IEnumerable<IMethodSymbol> OfType(ITypeSymbol type) =>
        KnownTypes.IsOfCustomResource(type) ? Custom.GetValue(type.ContainingAssembly, assembly => new(assembly, isCustom: true))._byType[type.Name] : _byType[type.Name];

    private static IEnumerable<INamedTypeSymbol> CustomClasses(IAssemblySymbol assembly) =>
        assembly.GlobalNamespace.GetNamespaceMembers().Where(n => n.Name == "K8sSharpManifests").SelectMany(n => n.GetTypeMembers()).Where(KnownTypes.HasCustomMethods);

    private static IReadOnlyList<FluentMeaning> Read(IMethodSymbol method) =>
    [
        .. from attribute in method.GetAttributes()
           where attribute is { AttributeClass: { Name: "FluentMethodAttribute", ContainingNamespace.Name: "K8sSharpManifests" } }
               && attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Enum }, { Value: string }]
           let operation = attribute.ConstructorArguments[0]
           let named = operation.Type!.GetMembers().OfType<IFieldSymbol>()
               .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, operation.Value))
           where named is not null
           select new FluentMeaning(named.Name, (string)attribute.ConstructorArguments[1].Value!),
    ];
}
