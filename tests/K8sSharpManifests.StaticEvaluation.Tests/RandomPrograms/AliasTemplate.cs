using System.Text.RegularExpressions;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>A piece of code with typed holes, and where it may stand.</summary>
/// <remarks>
/// Before the code stand, each with a colon: a weight; <c>λ</c> (it is a function that captures); <c>call</c> (it calls a delegate that something holds, or adds to what is
/// called); <c>leaf</c> (it puts a delegate where something may find it); <c>coin</c>, <c>unknown</c>; <c>loop</c> (only in loops); <c>ref</c> (not in iterators);
/// <c>yield</c> (only there); <c>once</c> (only where it runs once: in loops it would make what grows without an end).
/// Holes: <c>«C»</c> an expression; <c>«$C»</c> something that exists; <c>«&gt;Al»</c> the same, though it holds delegates; <c>«=C»</c> a place to assign to; <c>«~C»</c> a
/// place to refer to; <c>«@C|t»</c> a helper's name; <c>«#»</c> statements; <c>«#loop»</c> a loop's; <c>«#finally»</c> such without a jump; <c>«#C»</c> a body that returns;
/// <c>«^»</c> a jump out; <c>«'»</c> a text; <c>«:Own»</c> a type's name.
/// Names: <c>«+C 0»</c> declares a variable for what follows the template, <c>«-C 0»</c> one that is not assigned to, <c>«*C 0»</c> one that is not captured; <c>«!C 0»</c>,
/// <c>«&amp;C 0»</c> (assignable) and <c>«?C 0»</c> (assignable, not captured) one for the template's own blocks or what follows <c>«,»</c>, until <c>«.»</c>; <c>«0»</c> is its name.
/// </remarks>
internal sealed partial class AliasTemplate
{
    public AliasTemplate(string text)
    {
        var match = Tags.Match(text);
        var tags = match.Groups[1].Captures.Select(c => c.Value[..^1]).ToList();
        Text = text[match.Length..];
        Weight = tags.Select(t => int.TryParse(t, out var weight) ? weight : 0).Where(w => w > 0).DefaultIfEmpty(2).Single();
        IsLambda = tags.Contains("λ");
        IsCall = tags.Contains("call");
        IsLeaf = tags.Contains("leaf");
        IsCoin = tags.Contains("coin");
        IsUnknown = tags.Contains("unknown");
        IsLoop = tags.Contains("loop");
        NoIterator = tags.Contains("ref");
        IsOnce = tags.Contains("once");
        IsYield = tags.Contains("yield");
        HasCatch = Text.Contains("catch", StringComparison.Ordinal);
        IsShared = Text.Contains("Registry.", StringComparison.Ordinal) || Text.Contains("Makers.", StringComparison.Ordinal);
        HasOwn = Text.Contains("Own»", StringComparison.Ordinal) || Text.Contains("Own 0»", StringComparison.Ordinal) || Text.Contains("|Own", StringComparison.Ordinal);
        HasBlock = Text.Contains("«#", StringComparison.Ordinal);
        HasHelper = Text.Contains("«@", StringComparison.Ordinal);
        Needs = [.. Need.Matches(Text).Select(m => (m.Groups[1].Value is not ("$" or ">"), m.Groups[2].Value))];
    }

    public string Text { get; }

    public int Weight { get; }

    public bool IsLambda { get; }

    public bool IsCall { get; }

    public bool IsLeaf { get; }

    public bool IsCoin { get; }

    public bool IsUnknown { get; }

    public bool IsLoop { get; }

    public bool NoIterator { get; }

    public bool IsOnce { get; }

    public bool IsYield { get; }

    public bool HasCatch { get; }

    /// <summary>Whether it uses statics that all programs share.</summary>
    public bool IsShared { get; }

    public bool HasOwn { get; }

    public bool HasBlock { get; }

    public bool HasHelper { get; }

    /// <summary>The types of which something must exist, and whether it must be a place.</summary>
    public IReadOnlyList<(bool IsPlace, string Type)> Needs { get; }

    [GeneratedRegex("«([$=~>])(\\w+)»")]
    private static partial Regex Need { get; }

    [GeneratedRegex("^((?:[0-9]+|λ|call|leaf|coin|unknown|loop|ref|yield|once):)*")]
    private static partial Regex Tags { get; }
}
