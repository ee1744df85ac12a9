using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>
/// An object of the tree as the API server validates it: after defaulting, with an empty text as none, and with an empty object where the server always has one. What is not known is
/// Unknown in every answer, so that no validation handles it by hand; where a condition is Unknown, nothing is reported, and the build decides.
/// </summary>
internal sealed class Part
{
    private readonly Judgement _judgement;
    private ApiType? _type;

    public Part(TreePlace place, Judgement judgement) => (Place, _judgement) = (place, judgement);

    public TreePlace Place { get; }

    public Node Node => Place.Node;

    public JudgeContext Context => _judgement.Context;

    /// <summary>What it is an object of; null where nobody knows.</summary>
    public ApiType? Type => _type ??= Node is Mapping { Type: { } type } ? type : Place.Shape?.Type;

    /// <summary>The key under which it stands; empty for the item of a list.</summary>
    public string Key => Place.Key;

    /// <summary>The object, or the entry or list, around it; for an item of a list, the object that has the list.</summary>
    public Part? Owner
    {
        get
        {
            var place = Place.Parent;
            while (place is { Node: Sequence })
            {
                place = place.Parent;
            }

            return place is null ? null : new(place, _judgement);
        }
    }

    /// <summary>What stands under a key, or what the schema says that the API server sets there. An explicit null is absent.</summary>
    public Node this[string key]
    {
        get
        {
            var node = Node.Get(key);
            return node is Missing or Scalar { Kind: ScalarKind.String, Text: "" } ? DefaultOf(key, node) ?? node : node;
        }
    }

    /// <summary>The objects of a kind around it, from the nearest outward.</summary>
    public Part? Around(params string[] types)
    {
        for (var part = Owner; part is not null; part = part.Owner)
        {
            if (part.Type is { } type && types.Contains(type.Name))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>The object under a key, whether it is there or not.</summary>
    public Part Child(string key) => new(Place.Child(key), _judgement);

    /// <summary>The items of a list that are seen and known, in order.</summary>
    public IEnumerable<Part> Items(string key) =>
        Node.Get(key) is Sequence ? Place.Child(key).Items.Where(item => item.Node is not Unknown).Select(item => new Part(item, _judgement)) : [];

    /// <summary>The entries of a dictionary that are seen.</summary>
    public IEnumerable<Part> Entries(string key)
    {
        if (Node.Get(key) is not Mapping map)
        {
            return [];
        }

        var place = Place.Child(key);
        return map.Entries.Select(entry => new Part(place.Entry(entry), _judgement));
    }

    /// <summary>Whether a list or a dictionary may hold more than is seen.</summary>
    public bool MayHoldMore(string key) => Node.Get(key) switch
    {
        Sequence list => list.IsOpen || list.Items.Any(item => item is Unknown),
        Mapping map => map.IsOpen,
        Unknown => true,
        _ => false,
    };

    /// <summary>Whether something is set: not an empty text, list or dictionary. An empty object is set, and so is 0.</summary>
    public Truth Has(string key) => this[key] switch
    {
        Unknown => Truth.Unknown,
        Missing => Truth.False,
        Scalar { Kind: ScalarKind.String, Text: "" } => Type?.Field(key)?.IsPointer == true,
        Sequence { Count: 0 } list => list.IsOpen ? Truth.Unknown : Truth.False,
        Mapping { Count: 0 } map when Type?.Field(key)?.Shape.Kind == ApiShapeKind.Map => map.IsOpen ? Truth.Unknown : Truth.False,
        _ => Truth.True,
    };

    /// <summary>Whether a text is one of some.</summary>
    public Truth Is(string key, params string[] texts)
    {
        var node = this[key];
        var result = Truth.False;
        foreach (var text in texts)
        {
            result |= node.Is(text);
        }

        return result;
    }

    /// <summary>Whether a boolean is true.</summary>
    public Truth IsTrue(string key) => this[key] switch
    {
        Unknown => Truth.Unknown,
        Scalar { Kind: ScalarKind.Boolean, Text: "true" } => Truth.True,
        _ => Truth.False,
    };

    /// <summary>A text that is known and there; empty for every other value.</summary>
    public string Text(string key) => this[key] is Scalar { Kind: ScalarKind.String } text ? text.Text : "";

    /// <summary>A whole number.</summary>
    public Number Number(string key) => Validity.Number.Of(this[key]);

    /// <summary>How many of some fields are set.</summary>
    /// <returns>Those that certainly are, in order, and whether there may be more.</returns>
    public (IReadOnlyList<string> Set, bool MayBeMore) SetOf(IEnumerable<string> keys)
    {
        var set = new List<string>();
        var mayBeMore = false;
        foreach (var key in keys)
        {
            var isSet = Has(key);
            mayBeMore |= isSet.IsUnknown;
            if (isSet.IsTrue)
            {
                set.Add(key);
            }
        }

        return (set, mayBeMore);
    }

    /// <summary>A field that has to be set.</summary>
    public void Required(string key, string because) => Required(key, Truth.True, because);

    /// <summary>A field that has to be set where a condition holds.</summary>
    public void Required(string key, Truth condition, string because, params Fix[] fixes) => Report(Fault.Required, key, condition & !Has(key), because, fixes);

    /// <summary>A field that must not be set where a condition holds.</summary>
    public void Forbidden(string key, Truth condition, string because)
    {
        var isFault = condition.IsFalse ? condition : condition & Has(key);
        if (!isFault.IsFalse)
        {
            Report(Fault.Forbidden, key, isFault, because, Fix.Remove(Place.Child(key), $"Remove '{key}'", isSafeForFixAll: false));
        }
    }

    /// <summary>A field of which something holds that may not.</summary>
    public void Invalid(string key, Truth isInvalid, string because, params Fix[] fixes) => Report(Fault.Invalid, key, isInvalid, because, fixes);

    /// <summary>A number that is outside of what is allowed.</summary>
    public void OutOfRange(string key, Truth isOutside, string because) => Report(Fault.OutOfRange, key, isOutside, because);

    /// <summary>A text that has to be one of some, where it is set.</summary>
    public void OneOf(string key, Truth condition, params string[] supported)
    {
        var isOther = condition & Has(key) & !Is(key, supported);
        if (!isOther.IsFalse)
        {
            Report(Fault.NotSupported, key, isOther, ValidityRules.Supported(supported, Text(key)), ValidityRules.Respelt(Place.Child(key), Text(key), supported));
        }
    }

    /// <summary>A text that has to have a form, where it is known and not empty.</summary>
    /// <param name="key">The field.</param>
    /// <param name="fault">What is wrong with a text; null for nothing.</param>
    /// <param name="rule">The rule that it belongs to; null for that of the type.</param>
    public void Form(string key, Func<string, string?> fault, RuleInfo? rule = null)
    {
        var node = this[key];
        var because = node is Scalar { Kind: ScalarKind.String, Text: { Length: > 0 } text } ? fault(text) : null;
        if (because is not null || node is Unknown)
        {
            Report(rule ?? ValidityRules.Of(Type, key, Fault.Invalid), Place.Child(key), because is not null ? Truth.True : Truth.Unknown, because ?? "", TextForms.Lowered(Place.Child(key), node.Text(), fault));
        }
    }

    /// <summary>The texts of a list, each of which has to have a form; of null, the API server makes an empty one.</summary>
    public void ItemsForm(string key, Func<string, string?> fault)
    {
        foreach (var item in Place.Child(key).Items)
        {
            if (item.Node is Unknown)
            {
                Report(Fault.Invalid, item, Truth.Unknown, "");
            }
            else if (item.Node is Scalar { Kind: ScalarKind.String or ScalarKind.Null } scalar && fault(scalar.Kind == ScalarKind.Null ? "" : scalar.Text) is { } because)
            {
                Report(Fault.Invalid, item, Truth.True, because);
            }
        }
    }

    /// <summary>A fault of a field.</summary>
    public void Report(Fault fault, string key, Truth isFault, string because, params Fix[] fixes)
    {
        if (!isFault.IsFalse)
        {
            Report(fault, Place.Child(key), isFault, because, fixes);
        }
    }

    /// <summary>A fault of a place in the object, or of the object itself.</summary>
    public void Report(Fault fault, TreePlace place, Truth isFault, string because, params Fix[] fixes)
    {
        if (!isFault.IsFalse)
        {
            Report(ValidityRules.Of(Type, place.Key, fault), place, isFault, because, fixes);
        }
    }

    /// <summary>A fault that belongs to a rule of its own, whatever the type.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="place">The place, as the API server names it.</param>
    /// <param name="isFault">Whether there is one.</param>
    /// <param name="because">What is wrong, and what would be right.</param>
    /// <param name="fixes">How it could be put right.</param>
    public void Report(RuleInfo rule, TreePlace place, Truth isFault, string because, params Fix[] fixes) => ReportAt(rule, place, null, isFault, because, fixes);

    /// <summary>The same, pointing at a node in the place: the entry of a dictionary that the API server names as a whole.</summary>
    public void ReportAt(RuleInfo rule, TreePlace place, TreePlace? at, Truth isFault, string because, params Fix[] fixes)
    {
        // What may not be there is not wrong for certain, be it an entry whose key alone is wrong.
        isFault = (at ?? place).Node is Unknown ? isFault & Truth.Unknown : isFault;
        if (isFault.IsFalse || (rule != UnknownField.Rule && rule != WrongType.Rule && UnreadFields.Contains(at ?? place)) || !_judgement.Add(rule, place, isFault) || _judgement.HasValidityAt(place, rule))
        {
            return;
        }

        var pointed = at ?? place;
        var node = pointed.Outwards.First(n => n is not Missing);
        _judgement.Add(new(rule, node, place, [rule == FieldOfNewerVersion.Rule && at is null ? place.Key : Shown(pointed), because], fixes));
    }

    // What is absent, what is no simple value, and what is in a Secret is called by its key.
    private static string Shown(TreePlace place)
    {
        const int MaxLength = 80;
        if (place.Parent is null)
        {
            return place.Node.Get("metadata").Get("name").Text() is { Length: > 0 } name ? name : place.Node.Get("kind").Text();
        }

        if (place.Node is Scalar { Text: { Length: > 0 } text } && (!IsSecret(place) || text == place.Key))
        {
            return text.Length <= MaxLength ? text : text.Substring(0, MaxLength) + "…";
        }

        return place.Key.Length > 0 ? place.Key : place.Parent.Key + place.Path.Substring(place.Parent.Path.Length);
    }

    /// <summary>Whether a place holds something that is to stay secret.</summary>
    public static bool IsSecret(TreePlace place) => place.Parent is { Key: "data" or "stringData", Parent: { Shape.Type.Name: "V1Secret" } };

    // An empty text is set where the server can tell it from none.
    private Scalar? DefaultOf(string key, Node node)
    {
        if (Type is { } type)
        {
            foreach (var field in type.Defaulted)
            {
                if (field.Key == key)
                {
                    return node is Missing || !field.IsPointer ? Default(field, field.Default!) : null;
                }
            }
        }

        return null;
    }

    private static Scalar Default(ApiField field, string text) => new(
        field.Shape.IsNumber || (field.Shape.Kind == ApiShapeKind.IntOrString && long.TryParse(text, out _)) ? ScalarKind.Number : field.Shape.Kind == ApiShapeKind.Boolean ? ScalarKind.Boolean : ScalarKind.String,
        text);
}
