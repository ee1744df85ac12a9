namespace K8sSharpManifests.Core.Patterns;

/// <content>What stands in parentheses: groups, their names, and flags.</content>
internal sealed partial class GoRegexWriter
{
    private const string LooksAroundFault = "it cannot look ahead or behind: '(?=', '(?!', '(?<' and '(?>' are not known to RE2";

    private void Group(List<(string Pattern, int Repeats)> atoms)
    {
        var flags = _flags;
        _at++;
        var opening = "(";
        if (Takes('?'))
        {
            if (StartsWith("P<") || StartsWith("<"))
            {
                Name();
            }
            else
            {
                opening = "(?:";
                if (!ReadFlags(out var isGroup) || !isGroup)
                {
                    return;
                }
            }
        }

        var (pattern, repeats) = Alternatives();
        _flags = flags;
        if (!IsFinished() && !Takes(')'))
        {
            Fail("a ')' is missing");
        }

        atoms.Add(($"{opening}{pattern})", repeats));
    }

    private void Name()
    {
        var isLookbehind = StartsWith("<=") || StartsWith("<!");
        var start = text.IndexOf('<', _at) + 1;
        var end = text.IndexOf('>', start);
        var name = end < 0 ? "" : text.Substring(start, end - start);
        if (isLookbehind)
        {
            Fail(LooksAroundFault);
        }
        else if (name.Length == 0 || !name.All(c => c < 0x80 && CodePoints.Word.Contains(c)))
        {
            Fail("a group has no proper name");
        }
        else if (!_names.Add(name))
        {
            Fail($"two groups have the name '{name}'");
        }

        _at = end + 1;
    }

    // What stands after "(?": flags, and ')' for what follows or ':' for a group.
    private bool ReadFlags(out bool isGroup)
    {
        isGroup = false;
        var (flags, isOff, isSeen) = (_flags, false, true);
        while (_at < text.Length)
        {
            var c = text[_at++];
            switch (c)
            {
                case 'i' or 'm' or 's' or 'U':
                    var flag = c switch { 'i' => Flags.IgnoresCase, 'm' => Flags.Multiline, 's' => Flags.DotIsAll, _ => Flags.IsLazy };
                    flags = isOff ? flags & ~flag : flags | flag;
                    isSeen = true;
                    break;
                case '-' when !isOff:
                    isOff = true;
                    isSeen = false;
                    break;
                case ':' or ')' when isSeen:
                    _flags = flags;
                    isGroup = c == ':';
                    return true;
                default:
                    Fail(c is '=' or '!' or '>' ? LooksAroundFault : $"'(?{c}' means nothing in it");
                    return false;
            }
        }

        Fail("a ')' is missing");
        return false;
    }
}
