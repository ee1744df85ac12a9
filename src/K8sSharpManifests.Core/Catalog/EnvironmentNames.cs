namespace K8sSharpManifests.Core;

/// <summary>The environments that a project emits its manifests for, and texts that name some of them. Each has a folder of its name, so that not every text is one.</summary>
public static class EnvironmentNames
{
    /// <summary>What separates names in an attribute, and in all that is handed on: in a file of options a semicolon begins a comment.</summary>
    public const char Separator = ',';

    /// <summary>The names that a text lists.</summary>
    /// <param name="text">The names, with commas between them; null for none.</param>
    /// <returns>The names, in their order.</returns>
    public static IReadOnlyList<string> Read(string? text) =>
        text is null ? [] : [.. text.Split([Separator], StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim()).Where(name => name.Length > 0)];

    /// <summary>Whether a text that names environments names this one; one that is empty names all.</summary>
    /// <param name="text">The names, with commas between them.</param>
    /// <param name="environment">The environment; null for none in particular, which only the empty text names.</param>
    /// <returns>True where it does.</returns>
    public static bool Covers(string text, string? environment) => text.Length == 0 || (environment is not null && Read(text).Contains(environment));

    /// <summary>Which environments something is said of, for the end of a message.</summary>
    /// <param name="environments">The environments; none where it is said of all.</param>
    /// <returns>A text like <c> (in dev and prod)</c>; empty for none.</returns>
    public static string Suffix(IReadOnlyList<string> environments) => environments.Count == 0 ? "" : $" (in {Join(environments, "and")})";

    /// <summary>Names as a sentence has them.</summary>
    /// <param name="names">The names.</param>
    /// <param name="conjunction">What stands before the last one.</param>
    /// <returns>A text like <c>dev, staging and prod</c>.</returns>
    public static string Join(IReadOnlyList<string> names, string conjunction) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} {conjunction} {names[names.Count - 1]}";
}
