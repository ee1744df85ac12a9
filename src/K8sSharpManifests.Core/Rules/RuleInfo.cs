using System.Globalization;
using System.Text;

namespace K8sSharpManifests.Core.Rules;

/// <summary>What is fixed about a rule: its id, how much it weighs, and what it says.</summary>
/// <param name="id">The id, such as <c>K8S106</c>. One that was ever shipped never means anything else.</param>
/// <param name="severity">The severity by default.</param>
/// <param name="title">What is wrong in a few words; the title of the rule's page as well.</param>
/// <param name="message">The message, with <c>{0}</c>, <c>{1}</c> … for the arguments of a finding.</param>
public sealed class RuleInfo(string id, Severity severity, string title, string message)
{
    private const string PagesUri = "https://github.com/K8sSharpManifests/K8sSharpManifests/blob/main/docs/rules/";

    /// <summary>The id, such as <c>K8S106</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The severity by default.</summary>
    public Severity Severity { get; } = severity;

    /// <summary>What is wrong in a few words.</summary>
    public string Title { get; } = title;

    /// <summary>The message, with <c>{0}</c>, <c>{1}</c> … for the arguments of a finding.</summary>
    public string Message { get; } = message;

    /// <summary>The family that it belongs to, such as <c>K8s.Images</c>: .editorconfig can set the severity of all of one at once.</summary>
    public string Category => CategoryOf(Id);

    /// <summary>Whether only the source can tell: the models keep no trace of what is wrong.</summary>
    public bool IsLostInObjects { get; init; }

    /// <summary>Whether it tells what the API server refuses.</summary>
    public bool IsValidity => Id["K8S".Length] == '2' && Severity == Severity.Error;

    /// <summary>The rule's page.</summary>
    public string HelpLink => PageOf(Id);

    /// <summary>The category of a rule or of another diagnostic of ours, which follows from its id.</summary>
    /// <param name="id">The id, such as <c>K8S902</c>.</param>
    /// <returns>The category.</returns>
    public static string CategoryOf(string id) => id["K8S".Length] switch
    {
        '1' => "K8s.Images",
        '2' => "K8s.Validity",
        '3' => "K8s.Security",
        '4' => "K8s.Reliability",
        '5' => "K8s.References",
        '6' => "K8s.Versions",
        '7' => "K8s.DotNet",
        _ => "K8s.Usage",
    };

    /// <summary>The page of a rule or of another diagnostic of ours.</summary>
    /// <param name="id">The id, such as <c>K8S902</c>.</param>
    /// <returns>The page's address.</returns>
    public static string PageOf(string id) => PagesUri + id + ".md";

    /// <summary>The message with its arguments, on one line whatever they hold.</summary>
    /// <param name="arguments">The arguments of a finding.</param>
    /// <returns>The text.</returns>
    public string Format(IReadOnlyList<string> arguments) => string.Format(CultureInfo.InvariantCulture, Message, OnOneLine(arguments));

    /// <summary>The arguments as the message takes them: on one line whatever they hold, and without credentials, which an image or an address may have.</summary>
    /// <param name="arguments">The arguments of a finding.</param>
    /// <returns>What to format the message with.</returns>
    public object[] OnOneLine(IReadOnlyList<string> arguments)
    {
        var texts = new object[arguments.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = OnOneLine(ForeignText.WithoutSecrets(arguments[i]));
        }

        return texts;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Title}";

    // A line break in a value would tear the build's message apart, which is read line by line.
    private static string OnOneLine(string text)
    {
        StringBuilder? result = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029')
            {
                result ??= new StringBuilder(text, 0, i, text.Length + 8);
                result.Append(text[i] switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", var c => $"\\u{(int)c:x4}" });
            }
            else
            {
                result?.Append(text[i]);
            }
        }

        return result?.ToString() ?? text;
    }
}
