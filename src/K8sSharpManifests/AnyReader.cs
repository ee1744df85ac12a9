using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using K8sSharpManifests.Core;

namespace K8sSharpManifests;

/// <summary>
/// Reads what may be anything: fields that hold any JSON, objects without a type, objects of the user's own classes. It knows where it is, and what it is in, so that
/// what has no form in a manifest is refused with its place, and a cycle is one.
/// </summary>
internal sealed class AnyReader
{
    // The objects around the one at hand. They are few: a scan beats a hash.
    private readonly List<object> _around = [];
    private string _place = "";
    private string? _member;

    /// <summary>Reads a manifest's object.</summary>
    public Mapping ReadObject(IKubernetesObject value) => ObjectReader.ReadKind(value) is { } kind ? kind
        : CustomParts.ReadResource(value) is { } custom ? custom
        : value is UntypedObject untyped ? ReadUntyped(untyped)
        : value.GetType().Assembly == typeof(V1Pod).Assembly ? throw new NotSupportedException(ObjectReader.Refusal(value.GetType()))
        : ReadOwn(value);

    /// <summary>Reads a value; null where it says that there is none.</summary>
    public Node? Read(object value) => value switch
    {
        string text => Scalar.String(text),
        bool known => Scalar.Boolean(known),
        Enum member => OwnType.NameOf(member) is { } name ? Scalar.String(name) : new Scalar(ScalarKind.Number, member.ToString("D")),
        sbyte or byte or short or ushort or int or uint or long => Scalar.Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong or decimal => new Scalar(ScalarKind.Number, Convert.ToString(value, CultureInfo.InvariantCulture)!),
        float number => ObjectReader.Number(number, number.ToString("R", CultureInfo.InvariantCulture)),
        double number => ObjectReader.Number(number),
        byte[] bytes => Scalar.String(Convert.ToBase64String(bytes)),
        DateTime time => ObjectReader.ReadTime(time, "", ""),
        DateTimeOffset time => ObjectReader.ReadTime(time.UtcDateTime, "", ""),
        TimeSpan span => Scalar.String(System.Xml.XmlConvert.ToString(span)),
        Guid or Uri => Scalar.String(value.ToString()!),
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        JsonElement element => ReadJson(element),
        JsonNode node => ReadJson(node),
        ResourceQuantity quantity => ObjectReader.ReadValue(quantity),
        IntOrString number => ObjectReader.ReadValue(number),
        _ => Within(value),
    };

    private Node Within(object value)
    {
        if (_around.Any(outer => ReferenceEquals(outer, value)))
        {
            throw Fail($"is in itself: a manifest has no cycles, so put a copy there, or leave it out{(_member is null ? "" : " with [JsonIgnore]")}");
        }

        if (_around.Count >= Node.MaxDepth)
        {
            throw Fail($"nests deeper than {Node.MaxDepth} levels, which is more than a manifest can hold");
        }

        _around.Add(value);
        var node = ReadWithin(value);
        _around.RemoveAt(_around.Count - 1);
        return node;
    }

    private Node ReadWithin(object value)
    {
        var type = value.GetType();
        if (value is IKubernetesObject model)
        {
            return At(() => ObjectReader.Read(model));
        }

        if (value is IManifestPart part)
        {
            return At(() => CustomParts.Read(part));
        }

        if (type.Assembly == typeof(V1Pod).Assembly && !type.IsArray)
        {
            return At(() => ObjectReader.ReadPart(value)) ?? throw Refuse(type, TypeForm.None);
        }

        if (type == typeof(object))
        {
            return new Mapping([]);
        }

        var own = OwnType.Of(type);
        return own.Form switch
        {
            TypeForm.Value => At(() => ReadJson(own.ToJson(value))),
            TypeForm.Dictionary => ReadDictionary((IEnumerable)value),
            TypeForm.List => ReadList((IEnumerable)value),
            TypeForm.Members => new Mapping(ReadMembers(value, own)),
            _ => throw Refuse(type, own.Form),
        };
    }

    private static Mapping ReadUntyped(UntypedObject value)
    {
        var root = new Mapping(value.Metadata is { } metadata && ObjectReader.ReadV1ObjectMeta(metadata) is { Count: > 0 } read ? [new("metadata", read)] : []);
        return WithSettings(TypeMeta(root, value, value.ApiVersion, value.Kind, "K8s.Object takes both"), value);
    }

    private Mapping ReadOwn(IKubernetesObject value)
    {
        var own = OwnType.Of(value.GetType());
        if (TypeForms.Problem(own) is { } problem)
        {
            throw new NotSupportedException(problem);
        }

        if (own.Form != TypeForm.Members)
        {
            throw new NotSupportedException($"{own.Name} is written as a {(own.Form == TypeForm.Value ? "value by a converter of its own" : "list or dictionary")}, and a manifest is an object with fields: give it properties");
        }

        _around.Add(value);
        var entity = own.Entity;
        var fields = new Mapping([.. ReadMembers(value, own).Where(e => e.Key != "status" && !(e.Key == "metadata" && e.Value is Mapping { Count: 0 }))]);
        var root = TypeMeta(
            fields, value, value.ApiVersion ?? (entity is null ? null : entity.Group is { Length: > 0 } group ? $"{group}/{entity.ApiVersion}" : entity.ApiVersion), value.Kind ?? entity?.Kind,
            "set them, or give the class [KubernetesEntity(Group = …, ApiVersion = …, Kind = …)]");
        return FieldSetting.Apply(root, [], out _);
    }

    private static Mapping TypeMeta(Mapping fields, IKubernetesObject value, string? apiVersion, string? kind, string wayOut) => apiVersion is not { Length: > 0 } || kind is not { Length: > 0 }
        ? throw new NotSupportedException($"the {value.GetType().Name} has no {(apiVersion is { Length: > 0 } ? "kind" : kind is { Length: > 0 } ? "apiVersion" : "apiVersion and kind")}: {wayOut}")
        : ObjectReader.InOrder(fields).WithTypeMeta(Scalar.String(apiVersion), Scalar.String(kind));

    /// <summary>An object with the fields that it keeps beside those of its type.</summary>
    public static Mapping WithSettings(Mapping root, IHasFieldSettings value)
    {
        var reader = new AnyReader();
        var settings = new List<FieldSetting>(value.FieldSettings.Length);
        foreach (var field in value.FieldSettings)
        {
            reader._place = field.Place.Text;
            settings.Add(new(field.Place, field.Value is { } given ? reader.Read(given) : null, field.IsPatch));
        }

        var result = FieldSetting.Apply(root, settings, out var problem);
        return problem is null ? result : throw new NotSupportedException(problem);
    }

    private KeyValuePair<string, Node>[] ReadMembers(object value, OwnType own)
    {
        var entries = new List<KeyValuePair<string, Node>>();
        var (place, outer) = (_place, _member);
        foreach (var member in own.Written)
        {
            _member = $"{own.Name}.{member.Name}";
            _place = member.Key is { } key ? TreePath.Child(place, key) : place;
            if (member.Get(value) is { } held)
            {
                if (member.Key is null)
                {
                    entries.AddRange(((Mapping)Within(held)).Entries);
                }
                else if (member.Read(held, this) is { } node)
                {
                    entries.Add(new(member.Key, node));
                }
            }
            else if (member.KeepsNull)
            {
                entries.Add(new(member.Key!, Scalar.Null));
            }
        }

        (_place, _member) = (place, outer);
        return entries.DistinctBy(e => e.Key).Count() == entries.Count ? [.. entries]
            : throw Fail($"has '{entries.GroupBy(e => e.Key).First(g => g.Count() > 1).Key}' twice, once in [JsonExtensionData]: leave one out");
    }

    // In what holds any JSON, null is a value like another.
    private Node ReadEntry(string place, object? value)
    {
        var around = _place;
        _place = place;
        var node = value is null ? null : Read(value);
        _place = around;
        return node ?? Scalar.Null;
    }

    private Sequence ReadList(IEnumerable list) => new([.. list.Cast<object?>().Select((item, i) => ReadEntry(TreePath.Item(_place, i), item))]);

    private Mapping ReadDictionary(IEnumerable map)
    {
        var entries = new List<KeyValuePair<string, Node>>();
        foreach (var (key, value) in OwnType.Entries(map))
        {
            entries.Add(key is string text ? new(text, ReadEntry(TreePath.Child(_place, text), value)) : throw Refuse(map.GetType(), TypeForm.OtherKeys));
        }

        return new(entries);
    }

    /// <summary>What a converter of the user's own writes.</summary>
    public Node ReadJson(Func<string> json) => At(() => ReadJson(json()));

    // What a JsonDocument was allowed to skip, such as comments, still stands in its raw text: then it is written anew.
    private Node ReadJson(JsonElement json) => JsonReader.Parse(json.GetRawText()) ?? ReadJson(JsonSerializer.Serialize(json));

    private Node ReadJson(JsonNode node)
    {
        try
        {
            return ReadJson(node.ToJsonString());
        }
        catch (InvalidOperationException e)
        {
            throw Fail($"holds a JsonNode that cannot be written: {e.Message} Put the JSON there as a JsonElement");
        }
    }

    private Node ReadJson(string json) => JsonReader.Parse(json) ?? throw Fail($"holds JSON that nests deeper than {Node.MaxDepth} levels, which is more than a manifest can hold");

    // What is refused further in has a place that begins here.
    private T At<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is NotSupportedException or JsonException or InvalidOperationException && _place.Length > 0)
        {
            throw new NotSupportedException($"in '{_place}', {e.Message}", e);
        }
    }

    private NotSupportedException Refuse(Type type, TypeForm form) => new(TypeForms.Refusal(_place, _member, OwnType.Show(type), form));

    private NotSupportedException Fail(string problem) => new($"{(_place.Length == 0 ? "it" : $"'{_place}'")}{(_member is null ? "" : $" ({_member})")} {problem}");
}
