using System.Collections.Immutable;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Makes manifest nodes of objects of the user's own types, by their members' JSON names. What a getter with code gives is not known, unless it is a constant.</summary>
/// <param name="tree">Makes the nodes of what they hold.</param>
/// <param name="facts">What the compilation's types are.</param>
internal sealed class OwnObjects(TreeBuilder tree, CompilationFacts facts)
{
    /// <summary>Whether objects of a type are manifests.</summary>
    public static bool IsKind(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(i => i is { Name: "IKubernetesObject", ContainingNamespace: { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>The property that an object's metadata, apiVersion or kind is, where the compiler keeps its value; null for every other key.</summary>
    public static IPropertySymbol? TypeMeta(INamedTypeSymbol type, string key)
    {
        var (holder, name) = key switch { "metadata" => ("IMetadata", "Metadata"), "apiVersion" => ("IKubernetesObject", "ApiVersion"), "kind" => ("IKubernetesObject", "Kind"), _ => ("", "") };
        var declared = type.AllInterfaces.Where(i => i.Name == holder && i.ContainingNamespace is { Name: "k8s" } or { Name: "Models", ContainingNamespace.Name: "k8s" })
            .SelectMany(i => i.GetMembers(name)).FirstOrDefault();
        return declared is not null && type.FindImplementationForInterfaceMember(declared) is IPropertySymbol property && Members.IsAutomatic(property) ? property : null;
    }

    /// <summary>The text of an enum's member; null where a number or a flag may be written.</summary>
    public static string? NameOf(ConstantValue constant, INamedTypeSymbol type)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue && Equals(f.ConstantValue, constant.Constant)).ToList();
        return members is [var member] && member.GetAttributes().IsEmpty && type.GetAttributes().IsEmpty ? member.Name : null;
    }

    /// <summary>A manifest.</summary>
    public Node Kind(INamedTypeSymbol type, RecordState state, SourceOrigin? origin)
    {
        if (Object(type, state.Fields, state.IsOpen, origin) is not Mapping fields)
        {
            return new Unknown(origin);
        }

        // The same three as in the reader: status is the server's, an empty metadata says nothing, and it comes first.
        var metadata = fields["metadata"] is Mapping { Count: 0 } empty ? empty.IsOpen ? new Unknown(empty.Origin) : Missing.Value : fields["metadata"];
        var entries = fields.Entries.Where(e => e.Key is not ("status" or "metadata"));
        fields = fields.WithEntries(metadata is Missing || (metadata is Unknown && fields.Entries.All(e => e.Key != "metadata")) ? entries
            : fields.Entries.Any(e => e.Key == "metadata" && e.Value is Mapping) ? entries.Prepend(new("metadata", metadata))
            : fields.Entries.Where(e => e.Key != "status"));
        var entity = EntityOf(type);
        var (apiVersion, kind) = (TypeMeta(type, state, "ApiVersion", entity?.ApiVersion, origin), TypeMeta(type, state, "Kind", entity?.Kind, origin));
        if (apiVersion is null or Scalar { Text: "" } || kind is null or Scalar { Text: "" })
        {
            tree.Refuse();
            return fields;
        }

        return FieldSetting.Apply(fields.WithTypeMeta(apiVersion, kind), [], out _);
    }

    /// <summary>An object of the user's own; unknown where its members do not tell how it is written.</summary>
    public Node Object(INamedTypeSymbol type, ImmutableArray<KeyValuePair<string, Value>> fields, bool isOpen, SourceOrigin? origin)
    {
        var shape = new OwnShape(type);
        if (shape.Form != TypeForm.Members || shape.IsDescribed)
        {
            return new Unknown(origin);
        }

        var entries = new List<KeyValuePair<string, Node>>();
        var hasOthers = false;
        foreach (var member in shape.Written)
        {
            var value = ValueOf(member.Symbol, fields, isOpen, origin);
            if (member.Key is not { } key)
            {
                var extension = value is NullValue ? null : tree.ReadAny(value);
                hasOthers |= extension is not (null or Mapping { IsOpen: false });
                entries.AddRange((extension as Mapping)?.Entries ?? []);
            }
            else if (Member(member, value) is { } node)
            {
                entries.Add(new(key, node));
            }
        }

        // Where two are one key, the reader refuses; an open mapping of the user's own says so where its entries are not known.
        return entries.Select(e => e.Key).Distinct().Count() == entries.Count ? new Mapping(entries, tree.IsOpen(hasOthers), origin) : new Unknown(origin);
    }

    private Node? Member(OwnMember member, Value value)
    {
        switch (member.Condition)
        {
            case "WhenWritingNull" or "WhenWritingDefault" or "Never" when member.HasConverter && value is not NullValue:
                return new Unknown(value.Origin);
            case "WhenWritingDefault" when value is UnknownValue || value is StructValue || value is ConstantValue { IsEnum: true } || (value is ConstantValue && member.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T):
                return new Unknown(value.Origin);
            case "WhenWritingDefault" when member.Type.IsValueType && value is ConstantValue { Constant: false or 0 or 0L or 0d }:
                return null;
            case "Never":
                return tree.ReadAny(value) ?? (value is NullValue ? Scalar.Null : new Unknown(value.Origin));
            case "WhenWritingNull" or "WhenWritingDefault":
                return tree.ReadAny(value);
            default:
                return new Unknown(value.Origin);
        }
    }

    private Value ValueOf(ISymbol member, ImmutableArray<KeyValuePair<string, Value>> fields, bool isOpen, SourceOrigin? origin)
    {
        var isKept = member is IFieldSymbol || (member is IPropertySymbol property && (Members.IsAutomatic(property) || IsOfPrimary(property) || property.ContainingType.IsAnonymousType));
        if (isKept)
        {
            var type = (member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type;
            return Fields.Find(fields, Members.KeyOf(member)) ?? (isOpen ? new UnknownValue(origin) : Constants.Default(type, origin));
        }

        return member is IPropertySymbol { GetMethod: { } getter } && facts.BodyOf(getter) is { } body && Returned(body)?.ConstantValue is { HasValue: true, Value: { } constant } && constant is string or bool or int or long
            ? new ConstantValue(constant, origin)
            : new UnknownValue(origin);
    }

    // A record's parameter is a property, too.
    private static bool IsOfPrimary(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax;

    private static IOperation? Returned(IOperation body) => body switch
    {
        IBlockOperation { Operations: [IReturnOperation { ReturnedValue: { } value }] } => value,
        IReturnOperation { ReturnedValue: { } value } => value,
        _ => null,
    };

    private Node? TypeMeta(INamedTypeSymbol type, RecordState state, string name, string? ofEntity, SourceOrigin? origin)
    {
        var declared = type.AllInterfaces.SelectMany(i => i.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault(p => p.ContainingType.Name == "IKubernetesObject");
        var value = declared is not null && type.FindImplementationForInterfaceMember(declared) is IPropertySymbol property ? ValueOf(property, state.Fields, state.IsOpen, origin) : new UnknownValue(origin);
        return value switch
        {
            NullValue => ofEntity is null ? null : Scalar.String(ofEntity, origin),
            ConstantValue { Constant: string } => tree.ReadAny(value),
            _ => new Unknown(origin),
        };
    }

    private static (string ApiVersion, string Kind)? EntityOf(INamedTypeSymbol type)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "KubernetesEntityAttribute") is { } attribute)
            {
                string Argument(string name) => attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value as string ?? "";
                return (Argument("Group") is { Length: > 0 } group ? $"{group}/{Argument("ApiVersion")}" : Argument("ApiVersion"), Argument("Kind"));
            }
        }

        return null;
    }
}
