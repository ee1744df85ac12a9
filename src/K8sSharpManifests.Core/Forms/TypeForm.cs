namespace K8sSharpManifests.Core;

/// <summary>What form values of a C# type have in a manifest.</summary>
internal enum TypeForm
{
    /// <summary>A single value, a model, or JSON.</summary>
    Value,

    /// <summary>Whatever the object at hand is: the type says nothing.</summary>
    Any,

    /// <summary>A list.</summary>
    List,

    /// <summary>A dictionary from texts.</summary>
    Dictionary,

    /// <summary>The members of a type that is nobody's but the user's.</summary>
    Members,

    /// <summary>A dictionary with other keys.</summary>
    OtherKeys,

    /// <summary>None.</summary>
    None,
}

/// <summary>A type as compiler and run time see it: what decides whether it can be emitted asks both the same.</summary>
internal interface IFormedType
{
    /// <summary>What messages call it.</summary>
    string Name { get; }

    /// <summary>Its form.</summary>
    TypeForm Form { get; }

    /// <summary>The type of its items or values; null where nobody knows.</summary>
    IFormedType? Items { get; }

    /// <summary>The members that are written, each with the key under which, or without one where its entries are.</summary>
    IEnumerable<(string Member, string? Key, IFormedType Type)> Members { get; }
}

/// <summary>Decides which types have a form in a manifest: K8S902 asks it while one types, and the ObjectReader when it reads.</summary>
internal static class TypeForms
{
    /// <summary>What a message says a value may be.</summary>
    public const string WayOut = "use texts, booleans, numbers, lists, dictionaries with text keys, types of k8s.Models or classes of your own, or leave it out with [JsonIgnore]";

    // A member of a type in a member of that type, and so on.
    private const int MaxDepth = 32;

    private static readonly HashSet<string> Values = new(StringComparer.Ordinal)
    {
        "System.String", "System.Boolean", "System.SByte", "System.Byte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64",
        "System.Single", "System.Double", "System.Decimal", "System.DateTime", "System.DateTimeOffset", "System.TimeSpan", "System.Guid", "System.Uri",
        "System.Text.Json.JsonElement", "System.Text.Json.Nodes.JsonNode", "System.Text.Json.Nodes.JsonObject", "System.Text.Json.Nodes.JsonArray", "System.Text.Json.Nodes.JsonValue",
    };

    private static readonly HashSet<string> FrameworkKeys = new(StringComparer.Ordinal) { "b77a5c561934e089", "b03f5f7f11d50a3a", "cc7b13ffcd2ddd51", "7cec85d7bea7798e", "adb9793829ddae60" };

    /// <summary>Whether an assembly is the framework's.</summary>
    /// <param name="token">Its public key's token, in hexadecimal digits.</param>
    public static bool IsFramework(string token) => FrameworkKeys.Contains(token);

    /// <summary>The form of a type that has none of a list or dictionary.</summary>
    /// <param name="fullName">Its name with the namespace.</param>
    /// <param name="isFramework">Whether the framework has it.</param>
    /// <param name="isOpen">Whether it says nothing of the object at hand: object, or an interface.</param>
    public static TypeForm Of(string fullName, bool isFramework, bool isOpen) =>
        Values.Contains(fullName) ? TypeForm.Value : isOpen && (!isFramework || fullName == "System.Object") ? TypeForm.Any : isFramework ? TypeForm.None : TypeForm.Members;

    /// <summary>What of a type has no form in a manifest.</summary>
    /// <param name="type">The type of an object.</param>
    /// <returns>The member, its place and the way out; null where all has one, as far as types tell.</returns>
    public static string? Problem(IFormedType type) => Problem(type, "", null, [], 0);

    /// <summary>What a message says of a value without a form.</summary>
    /// <param name="place">Its place in the object; empty for the object itself.</param>
    /// <param name="member">The member that holds it; null for none.</param>
    /// <param name="type">Its type.</param>
    /// <param name="form">The type's form.</param>
    public static string Refusal(string place, string? member, string type, TypeForm form)
    {
        var subject = place.Length == 0 ? "it" : $"'{place}'";
        var holder = member is null ? "" : $" ({member})";
        return form == TypeForm.OtherKeys
            ? $"{subject}{holder} is a {type}, whose keys are no texts, and those of a manifest are: use a dictionary with string keys"
            : $"{subject}{holder} is a {type}, which has no form in a manifest: {WayOut}";
    }

    private static string? Problem(IFormedType type, string place, string? member, HashSet<string> around, int depth)
    {
        switch (type.Form)
        {
            case TypeForm.None or TypeForm.OtherKeys:
                return Refusal(place, member, type.Name, type.Form);
            case TypeForm.List when type.Items is { } items && depth < MaxDepth:
                return Problem(items, place + "[]", member, around, depth + 1);
            case TypeForm.Dictionary when type.Items is { } values && depth < MaxDepth:
                return Problem(values, place + "[*]", member, around, depth + 1);
            case TypeForm.Members when depth < MaxDepth && around.Add(type.Name):
                foreach (var (name, key, inner) in type.Members)
                {
                    if (Problem(inner, key is null ? place : TreePath.Child(place, key), $"{type.Name}.{name}", around, depth + 1) is { } problem)
                    {
                        return problem;
                    }
                }

                return null;
            default:
                return null;
        }
    }
}
