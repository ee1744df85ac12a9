using System.Diagnostics.CodeAnalysis;
using k8s.Models;
using K8sSharpManifests.Core;

namespace K8sSharpManifests;

public static partial class K8s
{
    /// <summary>
    /// Reads a quantity as the API server does. The models' own conversion takes some texts for other numbers: <c>(ResourceQuantity)"1,5Gi"</c> is 15Gi.
    /// The fluent methods that take a text read it by this.
    /// </summary>
    /// <param name="text">Like <c>250m</c>, <c>1.5</c> or <c>64Mi</c>.</param>
    /// <returns>The quantity; null where the text is.</returns>
    /// <exception cref="FormatException">The text is no quantity.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public static ResourceQuantity? ParseQuantity(string? text) => text is null ? null
        : Quantity.TryParse(text.Trim(), out var quantity) ? new ResourceQuantity(quantity.ToString())
        : throw new FormatException($"'{text}' is no quantity: {QuantityGuess.Hint(QuantityGuess.Of(text))}");
}
