using System.Globalization;
using System.Text;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core.Patterns;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>Functions of texts: those of CEL's standard, version 2 of its library for strings, and Kubernetes' find and findAll.</summary>
/// <remarks>Upstream: cel-go's ext/strings.go, and apiserver's pkg/cel/library/regex.go.</remarks>
internal static class TextFunctions
{
    public static void Register()
    {
        Add("contains", (text, other) => CelBool.Of(text.IndexOf(other, StringComparison.Ordinal) >= 0));
        Add("startsWith", (text, other) => CelBool.Of(text.StartsWith(other, StringComparison.Ordinal)));
        Add("endsWith", (text, other) => CelBool.Of(text.EndsWith(other, StringComparison.Ordinal)));
        Add("matches", Matches);
        FunctionTable.AddGlobal("matches", arguments => arguments is [CelString text, CelString pattern] ? Matches(text.Value, pattern.Value) : CelError.NoSuchOverload);
        Add("find", (text, pattern) => Found(text, pattern, 1, found => new CelString(found.Count == 0 ? "" : found[0])));
        FunctionTable.AddMember("findAll", arguments => arguments switch
        {
            [CelString text, CelString pattern] => Found(text.Value, pattern.Value, -1, CelMadeList.Of),
            [CelString text, CelString pattern, CelInt most] => Found(text.Value, pattern.Value, most.Value, CelMadeList.Of),
            _ => CelError.NoSuchOverload,
        });
        FunctionTable.AddMember("charAt", arguments => arguments is [CelString text, CelInt index] ? CharAt(Texts.CodePoints(text.Value), index.Value) : CelError.NoSuchOverload);
        FunctionTable.AddMember("indexOf", arguments => IndexOf(arguments, false));
        FunctionTable.AddMember("lastIndexOf", arguments => IndexOf(arguments, true));
        Add("lowerAscii", text => new CelString(new string([.. text.Select(c => c is >= 'A' and <= 'Z' ? (char)(c + 32) : c)])));
        Add("upperAscii", text => new CelString(new string([.. text.Select(c => c is >= 'a' and <= 'z' ? (char)(c - 32) : c)])));
        Add("trim", text => new CelString(text.Trim()));
        FunctionTable.AddMember("replace", arguments => arguments switch
        {
            [CelString text, CelString old, CelString other] => Replaced(text.Value, old.Value, other.Value, -1),
            [CelString text, CelString old, CelString other, CelInt most] => Replaced(text.Value, old.Value, other.Value, most.Value),
            _ => CelError.NoSuchOverload,
        });
        FunctionTable.AddMember("split", arguments => arguments switch
        {
            [CelString text, CelString separator] => CelMadeList.Of(Split(text.Value, separator.Value, -1)),
            [CelString text, CelString separator, CelInt most] => CelMadeList.Of(Split(text.Value, separator.Value, most.Value)),
            _ => CelError.NoSuchOverload,
        });
        FunctionTable.AddMember("substring", arguments => arguments switch
        {
            [CelString text, CelInt start] => Substring(Texts.CodePoints(text.Value), start.Value, null),
            [CelString text, CelInt start, CelInt end] => Substring(Texts.CodePoints(text.Value), start.Value, end.Value),
            _ => CelError.NoSuchOverload,
        });
        FunctionTable.AddMember("format", arguments => arguments is [CelString text, CelListValue values] ? TextFormat.Format(text.Value, values) : CelError.NoSuchOverload);
        FunctionTable.AddGlobal("strings.quote", arguments => arguments is [CelString text] ? new CelString(Texts.Quoted(text.Value)) : CelError.NoSuchOverload);
    }

    private static void Add(string name, Func<string, CelValue> function) => FunctionTable.AddMember(name, arguments => arguments is [CelString text] ? function(text.Value) : CelError.NoSuchOverload);

    private static void Add(string name, Func<string, string, CelValue> function) =>
        FunctionTable.AddMember(name, arguments => arguments is [CelString text, CelString other] ? function(text.Value, other.Value) : CelError.NoSuchOverload);

    private static CelValue Matches(string text, string pattern)
    {
        var regex = GoRegex.Of(pattern);
        return regex.IsMatch(text) is var truth && truth.IsUnknown ? NotMatched(regex, pattern) : CelBool.Of(truth.IsTrue);
    }

    private static CelValue Found(string text, string pattern, long most, Func<IReadOnlyList<string>, CelValue> result)
    {
        var regex = GoRegex.Of(pattern);
        return regex.Matches(text, most) is { } found ? result(found) : NotMatched(regex, pattern);
    }

    private static CelValue NotMatched(GoRegex regex, string pattern) =>
        regex.Fault is { } fault ? new CelError($"error parsing regexp: {fault}: `{pattern}`") : CelUnknown.Because(regex.Limit is { } limit ? $"of the pattern '{pattern}' {limit}" : $"the pattern '{pattern}' takes too long");

    private static CelValue CharAt(List<string> points, long index) =>
        index < 0 || index > points.Count ? OutOfRange(index) : new CelString(index == points.Count ? "" : points[(int)index]);

    private static CelError OutOfRange(long index) => new($"index out of range: {index.ToString(CultureInfo.InvariantCulture)}");

    private static CelValue IndexOf(CelValue[] arguments, bool isLast)
    {
        if (arguments is not ([CelString _, CelString _] or [CelString _, CelString _, CelInt _]))
        {
            return CelError.NoSuchOverload;
        }

        var points = Texts.CodePoints(((CelString)arguments[0]).Value);
        var other = Texts.CodePoints(((CelString)arguments[1]).Value);
        var offset = arguments.Length == 3 ? ((CelInt)arguments[2]).Value : isLast ? Math.Max(0, points.Count - (other.Count == 0 ? 0 : 1)) : 0;
        if (offset < 0)
        {
            return OutOfRange(offset);
        }

        if (other.Count == 0)
        {
            return new CelInt(Math.Min(offset, points.Count));
        }

        if (offset >= points.Count)
        {
            return new CelInt(-1);
        }

        var start = (int)(isLast ? Math.Min(offset, points.Count - other.Count) : offset);
        for (var i = start; isLast ? i >= 0 : i <= points.Count - other.Count; i += isLast ? -1 : 1)
        {
            if (points.Skip(i).Take(other.Count).SequenceEqual(other))
            {
                return new CelInt(i);
            }
        }

        return new CelInt(-1);
    }

    private static CelString Replaced(string text, string old, string other, long most)
    {
        if (most == 0 || old == other)
        {
            return new(text);
        }

        var result = new StringBuilder();
        if (old.Length == 0)
        {
            // Before each code point, and at the end.
            var points = Texts.CodePoints(text);
            for (var i = 0; i <= points.Count; i++)
            {
                result.Append(most < 0 || i < most ? other : "").Append(i < points.Count ? points[i] : "");
            }

            return new(result.ToString());
        }

        var start = 0;
        for (var at = text.IndexOf(old, StringComparison.Ordinal); at >= 0 && most != 0; at = text.IndexOf(old, start, StringComparison.Ordinal))
        {
            result.Append(text, start, at - start).Append(other);
            start = at + old.Length;
            most--;
        }

        return new(result.Append(text, start, text.Length - start).ToString());
    }

    private static List<string> Split(string text, string separator, long most)
    {
        var parts = new List<string>();
        if (most == 0)
        {
            return parts;
        }

        if (separator.Length == 0)
        {
            parts.AddRange(Texts.CodePoints(text));
            if (most > 0 && parts.Count > most)
            {
                parts[(int)most - 1] = string.Concat(parts.Skip((int)most - 1));
                parts.RemoveRange((int)most, parts.Count - (int)most);
            }

            return parts;
        }

        var start = 0;
        for (var at = text.IndexOf(separator, StringComparison.Ordinal); at >= 0 && parts.Count + 1 != most; at = text.IndexOf(separator, start, StringComparison.Ordinal))
        {
            parts.Add(text.Substring(start, at - start));
            start = at + separator.Length;
        }

        parts.Add(text.Substring(start));
        return parts;
    }

    private static CelValue Substring(List<string> points, long start, long? end)
    {
        if (start > end)
        {
            return new CelError(string.Format(CultureInfo.InvariantCulture, "invalid substring range. start: {0}, end: {1}", start, end));
        }

        return start < 0 || start > points.Count ? OutOfRange(start)
            : end < 0 || end > points.Count ? OutOfRange(end.Value)
            : new CelString(string.Concat(points.Skip((int)start).Take((int)((end ?? points.Count) - start))));
    }
}
