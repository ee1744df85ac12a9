using System.Text;

namespace K8sSharpManifests.Core.CustomResources;

/// <summary>
/// The names in C# of a custom resource's record, and of the records and classes of constants of its parts: each is called by its place, like <c>CertificateSpecPrivateKey</c>.
/// A part that stands in several places with one schema, under keys with one last word, is one record, called by what the keys have in common alone, like <c>PrometheusTlsConfig</c>. They are
/// found when somebody asks: who judges does without.
/// </summary>
/// <param name="rootName">The name of the kind's record.</param>
/// <param name="longerNames">The names of other kinds' records that begin with this one.</param>
/// <param name="sharesParts">Whether parts of one schema are one record: they are, but where somebody measures what that saves.</param>
internal sealed class CustomTypeNames(string rootName, IReadOnlyCollection<string> longerNames, bool sharesParts = true)
{
    private readonly HashSet<ApiType> _firsts = [];
    private Dictionary<ApiType, string>? _types;
    private Dictionary<ApiField, string>? _values;

    /// <summary>The name of the kind's record.</summary>
    public string RootName { get; } = rootName;

    /// <summary>The kind's type.</summary>
    public ApiType Root { get; set; } = null!;

    /// <summary>The name of a type's record.</summary>
    public string Of(ApiType type)
    {
        if (type == Root)
        {
            return RootName;
        }

        Find();
        return _types!.TryGetValue(type, out var name) ? name : type.Name;
    }

    /// <summary>Whether a part is the first of those that are one record.</summary>
    public bool IsFirst(ApiType type)
    {
        Find();
        return type == Root || _firsts.Contains(type);
    }

    /// <summary>The name of the class with the texts that a field may hold; null where it may hold any.</summary>
    public string? OfValues(ApiField field)
    {
        Find();
        return _values!.TryGetValue(field, out var name) ? name : null;
    }

    /// <summary>The texts that a field of a part, or an item of it, may hold; empty where any will do.</summary>
    public static IReadOnlyList<string> Values(ApiField field)
    {
        var schema = field.Owner.Schema?.Property(field.Key);
        while (schema is not null && (schema.Items ?? schema.AdditionalProperties) is { } inner)
        {
            schema = inner;
        }

        return schema is { Type: "string", Enum.Count: > 0 } ? [.. schema.Enum.OfType<Scalar>().Where(s => s.Kind == ScalarKind.String).Select(s => s.Text).Distinct()] : [];
    }

    private void Find()
    {
        if (_values is not null)
        {
            return;
        }

        var (types, values, used) = (new Dictionary<ApiType, string>(), new Dictionary<ApiField, string>(), new HashSet<string>(StringComparer.Ordinal) { RootName });
        var (texts, counts, named) = (new Dictionary<ApiType, string>(), new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        var common = new Dictionary<string, string>(StringComparer.Ordinal);
        Count(Root);
        Add(Root, RootName, 1);
        (_types, _values) = (types, values);

        void Count(ApiType type)
        {
            foreach (var (field, part) in Parts(type))
            {
                var text = texts[part] = sharesParts ? SchemaText(field, part) : part.Name;
                counts[text] = counts.TryGetValue(text, out var count) ? count + 1 : 1;
                common[text] = common.TryGetValue(text, out var known) ? Common(known, field.ClrName) : field.ClrName;
                Count(part);
            }
        }

        void Add(ApiType type, string name, int places)
        {
            foreach (var field in type.Fields.Where(f => !f.IsServerSet && f.Shape.Innermost.Type?.Schema is null && Values(f).Count > 0))
            {
                values[field] = Unused(name + field.ClrName, null);
            }

            foreach (var (field, part) in Parts(type))
            {
                var text = texts[part];
                var count = counts[text];
                if (!named.TryGetValue(text, out var own))
                {
                    // One that is in several places only because what it is in is, goes by that.
                    own = Unused(count > places ? RootName + common[text] : name + field.ClrName, part);
                    named.Add(text, own);
                    types[part] = own;
                    Add(part, own, count);
                    _firsts.Add(part);
                }
                else
                {
                    Same(part, own);
                }
            }
        }

        // A part that is there already, and so all in it.
        void Same(ApiType type, string name)
        {
            types[type] = name;
            foreach (var (_, part) in Parts(type))
            {
                Same(part, named[texts[part]]);
            }
        }

        // Another kind's record may be called as this one's with a part. No kind has an underscore, so that no other part is called so either.
        string Unused(string name, ApiType? part)
        {
            if (longerNames.Any(longer => name.StartsWith(longer, StringComparison.Ordinal)))
            {
                name = RootName + "_" + name.Substring(RootName.Length);
            }

            // No member may be called as its type is.
            var free = name;
            for (var number = 2; (part is not null && (CustomNames.OfRecords.Contains(free) || part.Fields.Any(f => f.ClrName == free))) || !used.Add(free); number++)
            {
                free = FormattableString.Invariant($"{name}{number}");
            }

            return free;
        }
    }

    private static IEnumerable<(ApiField Field, ApiType Part)> Parts(ApiType type) =>
        from field in type.Fields
        where !field.IsServerSet && field.Shape.Innermost.Type?.Schema is not null
        select (field, field.Shape.Innermost.Type);

    // The last words that two names have in common: HeaderModifier of RequestHeaderModifier and ResponseHeaderModifier.
    private static string Common(string left, string right)
    {
        var length = 0;
        while (length < left.Length && length < right.Length && LastWord(left, left.Length - length) is var word && word == LastWord(right, right.Length - length))
        {
            length += word.Length;
        }

        return left.Substring(left.Length - length);
    }

    private static string LastWord(string name, int end)
    {
        var start = end - 1;
        while (start > 0 && !(char.IsUpper(name[start]) && (!char.IsUpper(name[start - 1]) || (start + 1 < end && char.IsLower(name[start + 1])))))
        {
            start--;
        }

        return name.Substring(start, end - start);
    }

    // All that the schema says, but for descriptions: two that say the same are judged alike.
    private static string SchemaText(ApiField field, ApiType part)
    {
        var text = new StringBuilder(LastWord(field.ClrName, field.ClrName.Length)).Append('\n');
        Append(part.Schema!.Node);
        CoreTypes(part);
        return text.ToString();

        // Which type of Kubernetes a field has, words may tell, too.
        void CoreTypes(ApiType type)
        {
            foreach (var inner in type.Fields.Select(f => f.Shape.Innermost.Type).OfType<ApiType>())
            {
                if (inner.Schema is null)
                {
                    text.Append(' ').Append(inner.Name);
                }
                else
                {
                    CoreTypes(inner);
                }
            }
        }

        void Append(Node node)
        {
            switch (node)
            {
                case Mapping mapping:
                    text.Append('{');
                    foreach (var entry in mapping.Entries)
                    {
                        if (entry.Key != "description" || entry.Value is not Scalar)
                        {
                            text.Append(entry.Key.Length).Append(':').Append(entry.Key);
                            Append(entry.Value);
                        }
                    }

                    text.Append('}');
                    break;
                case Sequence list:
                    text.Append('[');
                    foreach (var item in list.Items)
                    {
                        Append(item);
                    }

                    text.Append(']');
                    break;
                case Scalar scalar:
                    text.Append((int)scalar.Kind).Append(scalar.Text.Length).Append(':').Append(scalar.Text);
                    break;
            }
        }
    }
}
