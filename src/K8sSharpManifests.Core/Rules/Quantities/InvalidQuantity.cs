using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Quantities;

/// <summary>The models' parser takes some of these texts for other numbers, and forgets the text: only who sees the C# can tell.</summary>
internal sealed class InvalidQuantity : Rule<RefusedQuantity>
{
    public override RuleInfo Info { get; } = new("K8S208", Severity.Error,
        title: "Invalid quantity",
        message: "'{0}' is no quantity, and the API server refuses the object: {1}")
    {
        IsLostInObjects = true,
    };

    protected override IReadOnlyList<RefusedQuantity> Subjects(JudgedTree tree) => tree.RefusedQuantities;

    protected override Truth IsViolated(RefusedQuantity quantity) => Truth.True;

    protected override Node At(RefusedQuantity quantity) => quantity.Node;

    protected override IReadOnlyList<string> MessageArguments(RefusedQuantity quantity) => [quantity.Text, QuantityGuess.Hint(quantity.Meant)];

    protected override IEnumerable<Fix> Fixes(RefusedQuantity quantity) => quantity.Meant is { } meant ? [Fix.Set(quantity, meant)] : [];
}
