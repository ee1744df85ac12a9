using System.CommandLine;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Tool;

/// <summary>A command whose help says more than its options.</summary>
internal interface IHelpful
{
    /// <summary>What follows the list of options in the help.</summary>
    string MoreHelp { get; }
}

/// <summary>What commands have in common.</summary>
internal static class CommandParts
{
    /// <summary>A count with what it counts: <c>1 object</c>, <c>2 objects</c>.</summary>
    public static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    /// <summary>Takes nothing but some words for an option.</summary>
    public static void AcceptOnly(Option<string> option, string[] values)
    {
        option.CompletionSources.Add(values);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !values.Contains(token.Value))
            {
                result.AddError($"{option.Name}: '{token.Value}' is none of {string.Join(", ", values)}.");
            }
        });
    }

    /// <summary>What is no option is taken for a path; behind '--' all are paths.</summary>
    /// <param name="command">The command, with its options.</param>
    /// <param name="paths">Its paths.</param>
    /// <param name="escaped">What stands behind '--'.</param>
    public static void RefuseUnknownOptions(Command command, Argument<string[]> paths, Func<IReadOnlyList<string>> escaped) => paths.Validators.Add(result =>
    {
        foreach (var text in result.Tokens.Select(token => token.Value).Where(text => text.Length > 1 && text[0] == '-').Except(escaped()))
        {
            var near = Spelling.Nearest(text, [.. command.Options.Select(option => option.Name)]);
            result.AddError($"There is no option '{text}'{(near is null ? "." : $": did you mean {near}?")} A path that begins so is written ./{text}");
        }
    });
}
