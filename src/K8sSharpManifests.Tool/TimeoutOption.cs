using System.CommandLine;
using System.Globalization;

namespace K8sSharpManifests.Tool;

/// <summary>The option <c>--timeout</c> of all commands that ask somebody else.</summary>
internal static class TimeoutOption
{
    private const int LongestSeconds = 3600;

    /// <summary>Makes the option.</summary>
    public static Option<string> Make()
    {
        var option = new Option<string>("--timeout") { Description = "How many seconds one answer may take.", HelpName = "SECONDS", DefaultValueFactory = _ => "15" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Parse(token.Value) is null)
            {
                result.AddError($"--timeout: '{token.Value}' is no number of seconds from 1 to {LongestSeconds}.");
            }
        });
        return option;
    }

    /// <summary>What it says.</summary>
    /// <param name="parsed">The line.</param>
    /// <param name="option">The option.</param>
    public static TimeSpan Read(ParseResult parsed, Option<string> option) => Parse(parsed.GetRequiredValue(option))!.Value;

    private static TimeSpan? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= LongestSeconds ? TimeSpan.FromSeconds(seconds) : null;
}
