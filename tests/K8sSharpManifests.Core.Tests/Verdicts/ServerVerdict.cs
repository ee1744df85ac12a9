using System.Text.Json;
using System.Text.RegularExpressions;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Tests;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Core.Tests.Verdicts;

/// <summary>What a kube-apiserver says of an object, and what the rules say of it.</summary>
/// <param name="Kind">The object's kind.</param>
/// <param name="From">Where the object comes from, or what was changed in it.</param>
/// <param name="IsAccepted">Whether the server takes it.</param>
/// <param name="Fields">The fields that the server names.</param>
/// <param name="Findings">What the rules say that the server refuses.</param>
internal sealed partial record ServerVerdict(string Kind, string From, bool IsAccepted, IReadOnlyList<string> Fields, IReadOnlyList<Finding> Findings)
{
    // Of other families, these two tell what the server refuses as well. And K8S101 tells of each image that no node can pull, of which the server only refuses those with blanks at an end.
    private static readonly string[] OfOtherFamilies = ["K8S107", "K8S120"];
    private const string MalformedImage = "K8S101";

    /// <summary>The file that has them, where it is on this machine.</summary>
    public static string Objects { get; } = Path.Combine(Repository.Root, "..", "shared", "verdicts", "api.jsonl");

    /// <summary>How the list of exceptions calls it.</summary>
    public string Name => $"{Kind}: {From.Trim()}{(Fields.Count > 0 ? $": {Fields[0]}" : "")}";

    public bool IsFound => Findings.Count > 0;

    /// <summary>Whether one of the findings is at a field that the server names.</summary>
    public bool IsFoundThere => Findings.Any(finding => Fields.Contains(Plain(finding.Field)));

    /// <summary>Reads a line of the file and has the rules judge its document.</summary>
    public static ServerVerdict Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var document = json.RootElement.GetProperty("doc");
        var read = TreeReader.ReadObjects(document.GetRawText());
        var context = new JudgeContext();
        var isAccepted = json.RootElement.GetProperty("accepted").GetBoolean();
        return new(
            document.GetProperty("kind").GetString()!,
            json.RootElement.GetProperty("from").GetString()!,
            isAccepted,
            [.. json.RootElement.GetProperty("errors").EnumerateArray().Select(error => Plain(error.GetProperty("field").GetString()!))],
            [.. read.Roots.SelectMany(root => Judge.Run(root, context)).Where(finding => finding.Info.IsValidity || OfOtherFamilies.Contains(finding.Info.Id) || (!isAccepted && finding.Info.Id == MalformedImage))]);
    }

    // The server writes the key of a dictionary with brackets or with a dot, as each function does.
    private static string Plain(string field) => Brackets().Replace(field, match => int.TryParse(match.Groups[1].Value, out _) ? match.Value : "." + match.Groups[1].Value).TrimStart('.');

    [GeneratedRegex(@"\[([^\]]*)\]")]
    private static partial Regex Brackets();
}
