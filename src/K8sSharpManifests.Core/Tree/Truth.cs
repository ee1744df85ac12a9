namespace K8sSharpManifests.Core;

/// <summary>
/// Kleene's three-valued truth: what a rule says of a tree that may hold unknown values. Only <see cref="True"/> is ever reported,
/// so a rule needs no case for the unknown: it follows from the operators.
/// </summary>
public readonly struct Truth : IEquatable<Truth>
{
    // Unknown is the default, between the two others, so that "and" is the minimum and "or" the maximum.
    private readonly sbyte _value;

    private Truth(sbyte value) => _value = value;

    /// <summary>It holds.</summary>
    public static Truth True => new(1);

    /// <summary>It may hold or not: a value it depends on is not known.</summary>
    public static Truth Unknown => default;

    /// <summary>It does not hold.</summary>
    public static Truth False => new(-1);

    /// <summary>Whether this is <see cref="True"/>.</summary>
    public bool IsTrue => _value > 0;

    /// <summary>Whether this is <see cref="False"/>.</summary>
    public bool IsFalse => _value < 0;

    /// <summary>Whether this is <see cref="Unknown"/>.</summary>
    public bool IsUnknown => _value == 0;

    /// <summary>A known truth.</summary>
    /// <param name="value">Whether it holds.</param>
    public static implicit operator Truth(bool value) => value ? True : False;

    /// <summary>And: False where either is False, else Unknown where either is Unknown.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static Truth operator &(Truth left, Truth right) => left._value < right._value ? left : right;

    /// <summary>Or: True where either is True, else Unknown where either is Unknown.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static Truth operator |(Truth left, Truth right) => left._value > right._value ? left : right;

    /// <summary>Not: Unknown stays Unknown.</summary>
    /// <param name="value">What is negated.</param>
    public static Truth operator !(Truth value) => new((sbyte)-value._value);

    /// <summary>Whether two truths are the same of the three.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static bool operator ==(Truth left, Truth right) => left._value == right._value;

    /// <summary>Whether two truths are not the same of the three.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static bool operator !=(Truth left, Truth right) => left._value != right._value;

    /// <summary>"Or" over all items; False for none.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="predicate">What is asked of each.</param>
    /// <returns>The truth.</returns>
    public static Truth Any<T>(IEnumerable<T> items, Func<T, Truth> predicate)
    {
        var result = False;
        foreach (var item in items)
        {
            result |= predicate(item);
            if (result.IsTrue)
            {
                break;
            }
        }

        return result;
    }

    /// <summary>"And" over all items; True for none.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="predicate">What is asked of each.</param>
    /// <returns>The truth.</returns>
    public static Truth All<T>(IEnumerable<T> items, Func<T, Truth> predicate) => !Any(items, item => !predicate(item));

    /// <inheritdoc/>
    public bool Equals(Truth other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Truth other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value;

    /// <inheritdoc/>
    public override string ToString() => _value switch { > 0 => nameof(True), < 0 => nameof(False), _ => nameof(Unknown) };
}
