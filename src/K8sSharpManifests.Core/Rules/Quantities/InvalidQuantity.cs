using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Quantities;

/// <summary>The models' parser takes some of these texts for other numbers, and forgets the text: only who sees the C# can tell.</summary>
internal sealed class InvalidQuantity : ValueRule
{
    public override RuleInfo Info { get; } = new("K8S208", Severity.Error,
        title: "Invalid quantity",
        message: "'{0}' is no quantity, and the API server refuses the object: {1}")
    {
        IsLostInObjects = true,
    };

    public override bool Concerns(ApiField field) => field.Shape.Innermost.Kind == ApiShapeKind.Quantity;

    protected override Truth IsViolated(FieldValue value) => value.Node is Unknown ? Truth.Unknown : value.Node is Scalar { Kind: ScalarKind.String } scalar && Quantity.IsRefused(scalar.Text);

    protected override IReadOnlyList<string> MessageArguments(FieldValue value) => [value.Text, QuantityGuess.Hint(QuantityGuess.Of(value.Text))];

    protected override IEnumerable<Fix> Fixes(FieldValue value) =>
        from meant in new[] { QuantityGuess.Of(value.Text), QuantityGuess.Exact(value.Text) }
        where meant is not null
        select Fix.ChangeTo(value.Place, Scalar.Quantity(meant.Text), meant.IsCertain);
}
