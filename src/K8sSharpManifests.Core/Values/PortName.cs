namespace K8sSharpManifests.Core;

/// <summary>What the API takes for the name of a port.</summary>
/// <remarks>Upstream: apimachinery's pkg/util/validation/validation.go (IsValidPortName, IsDNS1123Label).</remarks>
internal static class PortName
{
    private const int MaxLength = 15;
    private const int MaxLabelLength = 63;

    /// <summary>What is wrong with the name of a container's port, or with one that stands for it.</summary>
    /// <returns>Null for nothing.</returns>
    public static string? Fault(string name) =>
        name.Length > MaxLength ? $"it has {name.Length} characters, and at most {MaxLength} are allowed"
        : LabelFault(name) is { } fault ? fault
        : name.IndexOf("--", StringComparison.Ordinal) >= 0 ? "it has two dashes in a row"
        : !name.Any(c => c is >= 'a' and <= 'z') ? "it has no letter"
        : null;

    /// <summary>What is wrong with the name of a Service's port, which is a DNS label.</summary>
    /// <returns>Null for nothing.</returns>
    public static string? LabelFault(string name) =>
        name.Length > MaxLabelLength ? $"it has {name.Length} characters, and at most {MaxLabelLength} are allowed"
        : !name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') ? "only lowercase letters, digits and '-' are allowed"
        : name.Length == 0 || name[0] == '-' || name[name.Length - 1] == '-' ? "it has to begin and to end with a letter or a digit"
        : null;
}
