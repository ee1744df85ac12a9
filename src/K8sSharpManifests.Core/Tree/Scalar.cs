using System.Globalization;

namespace K8sSharpManifests.Core;

/// <summary>What a <see cref="Scalar"/> is in JSON terms.</summary>
public enum ScalarKind
{
    /// <summary>An explicit null.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A number; the text is JSON's, in the invariant culture.</summary>
    Number,

    /// <summary>A string, whatever it looks like.</summary>
    String,
}

/// <summary>A known leaf of the tree.</summary>
public sealed class Scalar : Node
{
    /// <summary>true, without an origin.</summary>
    public static readonly Scalar True = new(ScalarKind.Boolean, "true");

    /// <summary>false, without an origin.</summary>
    public static readonly Scalar False = new(ScalarKind.Boolean, "false");

    /// <summary>An explicit null, without an origin.</summary>
    public static readonly Scalar Null = new(ScalarKind.Null, "null");

    /// <summary>Makes a scalar.</summary>
    /// <param name="kind">What it is in JSON terms.</param>
    /// <param name="text">The string itself, or the JSON text of the number, boolean or null.</param>
    /// <param name="origin">Where the value comes from.</param>
    public Scalar(ScalarKind kind, string text, object? origin = null) : base(origin)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>What the value is in JSON terms.</summary>
    public ScalarKind Kind { get; }

    /// <summary>The string itself, or the JSON text of the number, boolean or null.</summary>
    public string Text { get; }

    /// <summary>Whether the string stands where the API reads a quantity, as a front end knows by the type of the value.</summary>
    public bool IsQuantity { get; private init; }

    /// <summary>A string.</summary>
    /// <param name="text">Its value.</param>
    /// <param name="origin">Where the value comes from.</param>
    /// <returns>The scalar.</returns>
    public static Scalar String(string text, object? origin = null) => new(ScalarKind.String, text, origin);

    /// <summary>A quantity: a string in JSON.</summary>
    /// <param name="text">Its text: the canonical one, or one that the API server refuses.</param>
    /// <param name="origin">Where the value comes from.</param>
    /// <returns>The scalar.</returns>
    public static Scalar Quantity(string text, object? origin = null) => new(ScalarKind.String, text, origin) { IsQuantity = true };

    /// <summary>What the models keep as text and the API as a number or a text: a whole number exactly as C# prints one is a number, all else a text.</summary>
    /// <param name="text">The models' text.</param>
    /// <param name="origin">Where the value comes from.</param>
    /// <returns>The scalar.</returns>
    public static Scalar IntOrString(string text, object? origin = null) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == text
            ? Number(number, origin)
            : String(text, origin);

    /// <summary>A boolean.</summary>
    /// <param name="value">Its value.</param>
    /// <returns>The scalar, without an origin.</returns>
    public static Scalar Boolean(bool value) => value ? True : False;

    /// <summary>A whole number.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="origin">Where the value comes from.</param>
    /// <returns>The scalar.</returns>
    public static Scalar Number(long value, object? origin = null) =>
        new(ScalarKind.Number, value.ToString(CultureInfo.InvariantCulture), origin);

    /// <inheritdoc/>
    public override Truth Is(string text) => Kind == ScalarKind.String && Text == text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
