using System.Globalization;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A whole number of a tree: known, unknown, or absent. A comparison with an absent one is False.</summary>
internal readonly struct Number
{
    private readonly bool _isUnknown;

    private Number(long? value, bool isUnknown) => (Value, _isUnknown) = (value, isUnknown);

    /// <summary>The number, where it is known and there.</summary>
    public long? Value { get; }

    /// <summary>Whether it is there.</summary>
    public Truth Exists => _isUnknown ? Truth.Unknown : Value is not null;

    public static implicit operator Number(long value) => new(value, false);

    public static Truth operator <(Number left, Number right) => Compare(left, right, (a, b) => a < b);

    public static Truth operator >(Number left, Number right) => Compare(left, right, (a, b) => a > b);

    public static Truth operator <=(Number left, Number right) => Compare(left, right, (a, b) => a <= b);

    public static Truth operator >=(Number left, Number right) => Compare(left, right, (a, b) => a >= b);

    /// <summary>The number of a node. What is no whole number is absent: something else is wrong with it.</summary>
    public static Number Of(Node node) => node switch
    {
        Unknown => new(null, true),
        Scalar { Kind: ScalarKind.Number } scalar when long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => new(value, false),
        _ => default,
    };

    /// <summary>Whether it is that number.</summary>
    public Truth Is(long number) => Compare(this, number, (a, b) => a == b);

    /// <summary>The number; another one where it is absent.</summary>
    public Number Or(long otherwise) => _isUnknown || Value is not null ? this : otherwise;

    public override string ToString() => Value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static Truth Compare(Number left, Number right, Func<long, long, bool> compare) =>
        left.Exists.IsFalse || right.Exists.IsFalse ? Truth.False
        : left.Value is { } a && right.Value is { } b ? compare(a, b)
        : Truth.Unknown;
}
