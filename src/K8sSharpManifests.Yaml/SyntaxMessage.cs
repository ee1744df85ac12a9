namespace K8sSharpManifests.Yaml;

/// <summary>What a parser says of broken YAML, with the way out.</summary>
internal static class SyntaxMessage
{
    /// <summary>The message.</summary>
    /// <param name="fault">What the parser says.</param>
    /// <param name="text">The lines of the chunk.</param>
    /// <param name="index">Where it got stuck.</param>
    /// <returns>The sentence, and the way out.</returns>
    public static string Of(string fault, string text, int index)
    {
        var what = fault.Trim().TrimEnd('.');
        what = what.Length > 1 && char.IsUpper(what[0]) && char.IsLower(what[1]) ? char.ToLowerInvariant(what[0]) + what.Substring(1) : what;
        var start = index <= 0 || index > text.Length ? 0 : text.LastIndexOf('\n', index - 1) + 1;
        var hint = text.Substring(start).TrimStart(' ').StartsWith("\t", StringComparison.Ordinal)
            ? "indent with spaces, not with tabs"
            : "look at the indentation and the quotes here and in the line above; a text that holds ': ' or ' #', or starts with one of "
                + "[]{}*&!|>%@`\"', has to stand in quotes";
        return $"kubectl cannot read this as YAML, {what}: {hint}.";
    }
}
