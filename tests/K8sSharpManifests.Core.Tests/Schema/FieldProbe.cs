using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Schema;

/// <summary>What the rules take and refuse in a field, as they say it of values that are put there one after the other.</summary>
internal static class FieldProbe
{
    private const string Wrong = "no such value";

    // Each of them is wrong in some form, and right in another.
    private static readonly string[] Texts =
    [
        "", "a", "A", "a b", "a_b", "a.b", "a.b/c", "a/b", "/a", "a/../b", "..a", "a=b", "-a", "1", "1.2.3.4", "01.2.3.4", "a:1", "http://a", "25%", "80", new('a', 16), new('a', 64), new('a', 254),
    ];

    /// <summary>A line for each rule of a field; none for a field of which the rules say nothing.</summary>
    public static IEnumerable<string> Lines(ApiField field)
    {
        if (Refused(field, null) is { } absent)
        {
            yield return $"{field}: {absent} absent";
        }

        if (field.Shape.Kind == ApiShapeKind.List && Refused(field, new Sequence([])) is { } empty)
        {
            yield return $"{field}: {empty} an empty list";
        }

        if (field.MaxItems is { } most && Refused(field, Items(field.Shape.Items!, most + 1)) is { } tooMany && Refused(field, Items(field.Shape.Items!, most)) is null)
        {
            yield return $"{field}: {tooMany} more than {most} items";
        }

        foreach (var line in field.Values is { IsClosed: true } values ? Values(field, values) : Values(field))
        {
            yield return line;
        }
    }

    private static Sequence Items(ApiShape items, int count) =>
        new([.. Enumerable.Range(0, count).Select(Node (i) => items.Kind == ApiShapeKind.String ? Scalar.String($"a{i}") : items.IsNumber ? Scalar.Number(i) : new Mapping([], type: items.Type))]);

    private static IEnumerable<string> Values(ApiField field, EnumField values)
    {
        if (Refused(field, In(field.Shape, Scalar.String(Wrong))) is { } id)
        {
            yield return $"{field}: {id} all but {string.Join(", ", values.Constants.Select(c => c.Value).Where(text => Refused(field, In(field.Shape, Scalar.String(text))) is null))}";
        }
    }

    private static IEnumerable<string> Values(ApiField field) => Candidates(field)
        .Select(value => (value.Text, Id: Refused(field, In(field.Shape, value))))
        .Where(value => value.Id is not null)
        .GroupBy(value => value.Id)
        .Select(refused => $"{field}: {refused.Key} {string.Join(" ", refused.Select(value => Shown(value.Text)))}");

    private static IEnumerable<Scalar> Candidates(ApiField field)
    {
        var kind = field.Shape.Innermost.Kind;
        if (kind is ApiShapeKind.Int32 or ApiShapeKind.Int64 or ApiShapeKind.IntOrString)
        {
            long?[] edges = [-1, 0, 1, field.Minimum - 1, field.Minimum, field.Maximum, field.Maximum + 1];
            foreach (var number in edges.OfType<long>().Distinct().Order().Where(n => kind == ApiShapeKind.Int64 || n is >= int.MinValue and <= int.MaxValue))
            {
                yield return Scalar.Number(number);
            }
        }

        if (kind is ApiShapeKind.String or ApiShapeKind.IntOrString)
        {
            var longest = field.MaxLength ?? field.MaxBytes;
            foreach (var text in Texts.Concat(longest is { } length ? [new string('a', length), new string('a', length + 1)] : []).Distinct())
            {
                yield return Scalar.String(text);
            }
        }
    }

    private static Node In(ApiShape shape, Scalar value) => shape.Kind switch
    {
        ApiShapeKind.List => new Sequence([In(shape.Items!, value)]),
        ApiShapeKind.Map => new Mapping([new("a", In(shape.Items!, value))]),
        _ => value,
    };

    // The rule that refuses a value, at the field or in it.
    private static string? Refused(ApiField field, Node? value)
    {
        var root = Typing.As(value is null ? new Mapping([]) : new Mapping([new(field.Key, value)]), field.Owner);
        return Judge.Run(root, new JudgeContext()).FirstOrDefault(f => f.Info.IsValidity && IsIn(f.Path, field.Key))?.Info.Id;
    }

    private static bool IsIn(string path, string key) => path == key || path.StartsWith(key + ".", StringComparison.Ordinal) || path.StartsWith(key + "[", StringComparison.Ordinal);

    private static string Shown(string text) => text.Length > 15 && text.All(c => c == 'a') ? $"a*{text.Length}" : text.Length == 0 || text.Contains(' ') ? $"'{text}'" : text;
}
