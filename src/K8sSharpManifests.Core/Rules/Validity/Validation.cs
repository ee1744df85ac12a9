namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>
/// What the API server's validation says of the objects of some types, where that is more than the schema says: conditions between fields and lists. One class follows one function
/// of upstream's pkg/apis/*/validation or a few that belong together. What it finds gets the id of the rule that it belongs to by <see cref="ValidityRules"/>.
/// </summary>
/// <param name="types">The names of the API's types, like <c>V1Probe</c>.</param>
internal abstract class Validation(params string[] types)
{
    /// <summary>The names of the API's types at whose mappings it is asked.</summary>
    public IReadOnlyList<string> Types { get; } = types;

    /// <summary>Says what is wrong with an object.</summary>
    /// <param name="part">The object, as the API server sees it after defaulting.</param>
    public abstract void Validate(Part part);
}
