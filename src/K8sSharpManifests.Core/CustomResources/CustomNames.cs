using System.Text;

namespace K8sSharpManifests.Core.CustomResources;

/// <summary>
/// How custom resources, their fields and the texts of their fields are called in C#. It is the one place that says so: the generator writes these names, and the evaluator, the fixes and the
/// reader look for them. A name follows from what it stands for and what stands beside it, so that another definition, or a field that is added, changes none.
/// </summary>
internal static class CustomNames
{
    /// <summary>The namespace of the records and of the constants.</summary>
    public const string Namespace = "K8sSharpManifests.CustomResources";

    /// <summary>The property for fields that the schema does not have, where it keeps those.</summary>
    public const string OtherFields = "OtherFields";

    /// <summary>What every record has from object and from the compiler.</summary>
    public static readonly IReadOnlyList<string> OfRecords =
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", "EqualityContract", "PrintMembers", "Clone", OtherFields];

    /// <summary>What the record of a kind has beside its fields: no such record can be called so.</summary>
    public static readonly IReadOnlyList<string> OfResources = [.. OfRecords, "ApiVersion", "Kind", "Metadata", "KubeApiVersion", "KubeKind", "KubeGroup", "KubePluralName"];

    private static readonly Dictionary<char, string> Symbols = new()
    {
        ['!'] = "Not",
        ['='] = "Equal",
        ['~'] = "Tilde",
        ['*'] = "Star",
        ['<'] = "Less",
        ['>'] = "Greater",
        ['+'] = "Plus",
        ['-'] = "Minus",
        ['/'] = "Slash",
        ['.'] = "Dot",
        ['$'] = "Dollar",
        ['%'] = "Percent",
        ['&'] = "And",
        ['|'] = "Or",
        ['_'] = "Underscore",
        ['@'] = "At",
        ['#'] = "Hash",
        ['?'] = "Question",
        [':'] = "Colon",
        [','] = "Comma",
        [' '] = "Space",
    };

    /// <summary>The names that a member of a record cannot have.</summary>
    /// <param name="rootName">The name of the kind's record.</param>
    /// <param name="isResource">Whether it is that record itself.</param>
    public static IReadOnlyCollection<string> Taken(string rootName, bool isResource) => [.. isResource ? OfResources : OfRecords, rootName];

    /// <summary>A word as a member's or a type's name, as far as it alone tells: each part of it with a capital.</summary>
    /// <param name="text">A key, a kind, or a text that a field may hold.</param>
    public static string Member(string text)
    {
        var name = new StringBuilder();
        var isStart = true;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                isStart = true;
                continue;
            }

            name.Append(isStart ? char.ToUpperInvariant(c) : c);
            isStart = false;
        }

        if (name.Length == 0)
        {
            foreach (var c in text)
            {
                name.Append(Symbols.TryGetValue(c, out var word) ? word : "Symbol");
            }
        }

        // A letter of a script without capitals may begin a name; a digit may not.
        return name.Length == 0 ? "Empty" : char.IsLetter(name[0]) ? name.ToString() : "N" + name;
    }

    /// <summary>The names of a record's members, or of a class's constants.</summary>
    /// <param name="keys">The keys, or the texts.</param>
    /// <param name="taken">Names that none of them can have.</param>
    /// <returns>The name of each key. Of several that would have one name, the one that is written like it has it, and the others, in the order of their letters, have a number.</returns>
    public static IReadOnlyDictionary<string, string> Members(IEnumerable<string> keys, IReadOnlyCollection<string> taken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var used = new HashSet<string>(taken, StringComparer.Ordinal);
        foreach (var key in keys.Distinct(StringComparer.Ordinal).OrderBy(Distance).ThenBy(key => key, StringComparer.Ordinal))
        {
            var plain = Member(key);
            names.Add(key, Unused(used, taken.Contains(plain) ? plain + "Property" : plain));
        }

        return names;
    }

    /// <summary>The name, with a number where it is used already.</summary>
    /// <param name="used">The names that are used; it becomes one of them.</param>
    /// <param name="name">The name that one would like.</param>
    /// <param name="taken">Names that it cannot have.</param>
    public static string Unused(HashSet<string> used, string name, ICollection<string>? taken = null)
    {
        var free = name;
        for (var number = 2; taken?.Contains(free) == true || !used.Add(free); number++)
        {
            free = FormattableString.Invariant($"{name}{number}");
        }

        return free;
    }

    // How far a key is from the name that it would have.
    private static int Distance(string key) => Member(key) is var name && key == name ? 0 : string.Equals(key, name, StringComparison.OrdinalIgnoreCase) ? 1 : 2;
}
