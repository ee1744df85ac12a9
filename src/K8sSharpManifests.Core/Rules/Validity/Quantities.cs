namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Bounds of quantities. Of a text that is no quantity another rule speaks.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateNonnegativeQuantity, ValidatePositiveQuantityValue).</remarks>
internal static class Quantities
{
    /// <summary>A quantity that is there cannot be less than 0.</summary>
    public static void NotNegative(Part part, string key) => Validate(part, key, 0, "it has to be at least 0");

    /// <summary>A quantity that is there has to be more than 0.</summary>
    public static void Positive(Part part, string key) => Validate(part, key, 1, "it has to be more than 0");

    /// <summary>The quantity of a node; null where it is not known, or none. An entry of a dictionary that is null is zero to the API server.</summary>
    public static Quantity? Of(Node node) => node is Scalar { Kind: ScalarKind.Null } ? default(Quantity) : node is Scalar { Kind: ScalarKind.String or ScalarKind.Number } scalar && Quantity.TryParse(scalar.Text, out var quantity) ? quantity : null;

    /// <summary>Whether a quantity is less than 0.</summary>
    public static Truth IsNegative(Node node) => node is Unknown ? Truth.Unknown : Of(node) is { } quantity && quantity < default(Quantity);

    /// <summary>What is wrong with how much there is of a resource; null for nothing that is certain.</summary>
    public static string? Fault(string resource, Node node) =>
        Of(node) is not { } quantity ? null
        : quantity < default(Quantity) ? "it has to be at least 0"
        : ResourceNames.IsInteger(resource) && !quantity.IsWhole ? "it has to be a whole number"
        : null;

    private static void Validate(Part part, string key, int least, string because)
    {
        var node = part[key];
        if (node is Unknown)
        {
            part.OutOfRange(key, Truth.Unknown, "");
        }
        else if (Of(node) is { } quantity)
        {
            part.OutOfRange(key, least == 0 ? quantity < default(Quantity) : quantity <= default(Quantity), because);
        }
    }
}
