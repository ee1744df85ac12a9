using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;
using K8sSharpManifests.Core;

namespace K8sSharpManifests;

/// <summary>A type that is none of k8s.Models: its form, and its members as the client's serializer names them.</summary>
internal sealed class OwnType : IFormedType
{
    private static readonly ConcurrentDictionary<Type, OwnType> Known = new();

    // As KubernetesJson has them. Its converters are not asked: what they write, the AnyReader does.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly Type _type;
    private readonly Lazy<OwnMember[]> _written;

    private OwnType(Type type)
    {
        _type = Nullable.GetUnderlyingType(type) ?? type;
        _written = new(() => Form == TypeForm.Members ? ReadMembers() : []);
        (Form, ItemType) = ReadForm();
    }

    public string Name => Show(_type);

    public TypeForm Form { get; }

    public IFormedType? Items => ItemType is null ? null : Of(ItemType);

    public IEnumerable<(string Member, string? Key, IFormedType Type)> Members => Written.Select(m => (m.Name, m.Key, m.HasConverter ? Of(typeof(JsonElement)) : (IFormedType)Of(m.Type)));

    /// <summary>The members that are written, in their order.</summary>
    public OwnMember[] Written => _written.Value;

    /// <summary>What the type says of its kind; null where it says nothing.</summary>
    public KubernetesEntityAttribute? Entity => _type.GetCustomAttribute<KubernetesEntityAttribute>(inherit: true);

    private Type? ItemType { get; }

    private string FullName => $"{_type.Namespace}.{_type.Name}";

    private bool IsModel => !_type.IsArray && _type.Assembly == typeof(V1Pod).Assembly && _type.Namespace == typeof(V1Pod).Namespace;

    private bool IsFramework => TypeForms.IsFramework(Convert.ToHexString(_type.Assembly.GetName().GetPublicKeyToken() ?? []).ToLowerInvariant());

    /// <summary>What is known of a type.</summary>
    public static OwnType Of(Type type) => Known.GetOrAdd(type, static t => new(t));

    /// <summary>What messages call a type.</summary>
    public static string Show(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsArray ? Show(type.GetElementType()!) + "[]"
            : type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Show))}>"
            : Type.GetTypeCode(type) switch
            {
                _ when type.IsEnum => name,
                TypeCode.String => "string",
                TypeCode.Boolean => "bool",
                TypeCode.Int32 => "int",
                TypeCode.Int64 => "long",
                TypeCode.Double => "double",
                _ => type == typeof(object) ? "object" : name,
            };
    }

    /// <summary>The text of an enum's member; null for a number that no member has.</summary>
    public static string? NameOf(Enum value)
    {
        var json = JsonSerializer.SerializeToElement(value, value.GetType(), Options);
        return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
    }

    /// <summary>The entries of a dictionary of any type.</summary>
    public static IEnumerable<(object? Key, object? Value)> Entries(IEnumerable map)
    {
        if (map is IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary)
            {
                yield return (entry.Key, entry.Value);
            }

            yield break;
        }

        foreach (var entry in map)
        {
            var type = entry.GetType();
            yield return (type.GetProperty("Key")!.GetValue(entry), type.GetProperty("Value")!.GetValue(entry));
        }
    }

    /// <summary>What the type's own converter writes.</summary>
    public string ToJson(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    private static bool HasConverter(MemberInfo member) => member.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is not null;

    private static Type? PairsOf(Type? sequence) =>
        sequence?.GetGenericArguments()[0] is { IsGenericType: true } pair && pair.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) ? pair : null;

    private Type? Interface(Type definition) => _type.IsGenericType && _type.GetGenericTypeDefinition() == definition ? _type
        : _type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition);

    private (TypeForm Form, Type? Items) ReadForm()
    {
        var isOpen = _type.IsInterface || _type == typeof(object);
        if (IsModel || _type.IsEnum || _type == typeof(byte[]) || HasConverter(_type))
        {
            return (TypeForm.Value, null);
        }

        // A text is a sequence of characters, and JSON one of JSON.
        if (TypeForms.Of(FullName, IsFramework, isOpen) == TypeForm.Value)
        {
            return (TypeForm.Value, null);
        }

        var sequence = Interface(typeof(IEnumerable<>));
        if ((Interface(typeof(IDictionary<,>)) ?? Interface(typeof(IReadOnlyDictionary<,>)) ?? PairsOf(sequence))?.GetGenericArguments() is [var key, var value])
        {
            return key == typeof(string) ? (TypeForm.Dictionary, value) : (TypeForm.OtherKeys, null);
        }

        return typeof(IDictionary).IsAssignableFrom(_type) ? (TypeForm.Dictionary, null)
            : typeof(IEnumerable).IsAssignableFrom(_type) ? (TypeForm.List, sequence?.GetGenericArguments()[0])
            : typeof(Delegate).IsAssignableFrom(_type) || _type.IsPointer || _type.IsByRefLike ? (TypeForm.None, null)
            : (TypeForms.Of(FullName, IsFramework, isOpen), null);
    }

    private OwnMember[] ReadMembers()
    {
        try
        {
            var info = Options.GetTypeInfo(_type);
            if (info.PolymorphismOptions is not null)
            {
                throw new NotSupportedException($"{Name} has [JsonDerivedType], of which a manifest has no discriminator: use a class for each shape, or [JsonConverter]");
            }

            return [.. info.Properties.Where(p => p.Get is not null).OrderBy(p => p.Order).Select(p => new OwnMember(p))];
        }
        catch (InvalidOperationException e)
        {
            throw new NotSupportedException($"{Name} cannot be written: {e.Message}", e);
        }
    }
}

/// <summary>A member of an <see cref="OwnType"/>.</summary>
internal sealed class OwnMember(JsonPropertyInfo info)
{
    /// <summary>Its C# name.</summary>
    public string Name { get; } = (info.AttributeProvider as MemberInfo)?.Name ?? info.Name;

    /// <summary>The key that it is written under; null for [JsonExtensionData], whose entries are.</summary>
    public string? Key => info.IsExtensionData ? null : info.Name;

    /// <summary>Its type.</summary>
    public Type Type => info.PropertyType;

    /// <summary>Whether a converter of the user's own writes it.</summary>
    public bool HasConverter { get; } = (info.AttributeProvider as MemberInfo)?.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is not null;

    /// <summary>Whether it is written as null where it is.</summary>
    public bool KeepsNull { get; } = (info.AttributeProvider as MemberInfo)?.GetCustomAttribute<JsonIgnoreAttribute>(inherit: false)?.Condition == JsonIgnoreCondition.Never && !info.IsExtensionData;

    /// <summary>What an object holds there; null where it is not written.</summary>
    public object? Get(object value)
    {
        var held = info.Get!(value);
        return info.ShouldSerialize?.Invoke(value, held) == false ? null : held;
    }

    /// <summary>The node of what it holds.</summary>
    public Node? Read(object held, AnyReader reader) => !HasConverter ? reader.Read(held) : reader.ReadJson(() =>
    {
        var options = new JsonSerializerOptions(info.Options);
        options.Converters.Insert(0, info.CustomConverter ?? info.Options.GetConverter(info.PropertyType));
        return JsonSerializer.Serialize(held, info.PropertyType, options);
    });
}
