namespace K8sSharpManifests.Core.Rules.Validity.Cel;

/// <summary>What is certainly wrong with an expression of CEL, or with the value that it gives.</summary>
internal static class CelExpression
{
    /// <summary>Judges an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="variables">What it can refer to.</param>
    /// <param name="results">What it has to give; none for anything.</param>
    /// <returns>What is wrong; null for nothing that is certain.</returns>
    public static string? Fault(string text, IReadOnlyDictionary<string, CelType> variables, params CelKind[] results) => Judge(text, variables, results).Fault;

    /// <summary>The same, with what the expression is about.</summary>
    public static CelVerdict Judge(string text, IReadOnlyDictionary<string, CelType> variables, params CelKind[] results)
    {
        if (CelParser.Parse(text, out var fault) is not { } node)
        {
            return new(fault is null ? null : $"it is no expression of CEL: {fault}", null, CelType.Unsure);
        }

        var checker = new CelChecker(variables);
        var type = checker.Check(node);
        fault = checker.Fault is { } found ? $"it is no expression of CEL that can be run: {found}"
            : results.Length > 0 && (type.IsKnown || type.Kind == CelKind.Dynamic || type.Kind == CelKind.Null) && Array.IndexOf(results, type.Kind) < 0 ? $"it has to give {Named(results)}, and gives {type}"
            : null;
        return new(fault, checker.Used, type);
    }

    private static string Named(CelKind[] results) => string.Join(" or ", results.Where(r => r is not (CelKind.Dynamic or CelKind.Other)).Select(r => r switch
    {
        CelKind.Bool => "true or false",
        CelKind.String => "a text",
        CelKind.List => "a list",
        CelKind.Object => "an object",
        _ => "null",
    }));
}

/// <summary>What is said of an expression.</summary>
/// <param name="Fault">What is wrong; null for nothing that is certain.</param>
/// <param name="Used">The variables that it uses; null where it cannot be read.</param>
/// <param name="Type">The type of its value, as far as it is certain.</param>
internal sealed record CelVerdict(string? Fault, HashSet<string>? Used, CelType Type);
