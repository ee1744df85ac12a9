using K8sSharpManifests.Core;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Trees as short text: <c>?</c> is unknown, <c>…</c> at the end of a mapping or sequence says that it is open.</summary>
internal static class Dump
{
    public static string Of(Node node) => node switch
    {
        Mapping mapping => "{" + Join([.. mapping.Entries.Select(e => $"{e.Key}: {Of(e.Value)}")], mapping.IsOpen) + "}",
        Sequence sequence => "[" + Join([.. sequence.Items.Select(Of)], sequence.IsOpen) + "]",
        Scalar { Kind: ScalarKind.String, Text: var text } => text.Length == 0 || text.Any(c => char.IsControl(c) || c is '{' or '[' or ',' or ':') || char.IsDigit(text[0]) ? $"\"{text}\"" : text,
        Scalar scalar => scalar.Text,
        _ => "?",
    };

    private static string Join(IReadOnlyList<string> parts, bool isOpen) => string.Join(", ", isOpen ? [.. parts, "…"] : parts);
}
