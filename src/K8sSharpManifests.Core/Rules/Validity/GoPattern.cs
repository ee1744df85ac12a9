namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What Go's regular expressions, those of RE2, do not take: where it is certain.</summary>
internal static class GoPattern
{
    private const int MostRepeats = 1000;

    /// <summary>What is wrong with a pattern; null for nothing that is certain.</summary>
    public static string? Fault(string pattern)
    {
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    if (++i == pattern.Length)
                    {
                        return "nothing follows its last '\\'";
                    }

                    if (pattern[i] == 'Q')
                    {
                        return null;
                    }

                    if (pattern[i] is >= '1' and <= '9')
                    {
                        // An octal number is allowed from two digits on.
                        if (pattern[i] == '9' || pattern[i] == '8' || i + 1 >= pattern.Length || pattern[i + 1] is < '0' or > '7')
                        {
                            return $"it cannot refer to a group by '\\{pattern[i]}'";
                        }
                    }
                    else if (char.IsLetter(pattern[i]) && "AbBdDsSwWzaftnrvxCpPQE".IndexOf(pattern[i]) < 0)
                    {
                        return $"'\\{pattern[i]}' means nothing in it";
                    }

                    break;
                case '[':
                    var end = EndOfClass(pattern, i);
                    if (end < 0)
                    {
                        return "a ']' is missing";
                    }

                    i = end;
                    break;
                case '(':
                    depth++;
                    if (i + 2 < pattern.Length && pattern[i + 1] == '?' && (pattern[i + 2] is '=' or '!' or '>' || (pattern[i + 2] == '<' && i + 3 < pattern.Length && pattern[i + 3] is '=' or '!')))
                    {
                        return "it cannot look ahead or behind: '(?=', '(?!', '(?<' and '(?>' are not known to RE2";
                    }

                    break;
                case ')' when --depth < 0:
                    return "a '(' is missing";
                case '*' or '+' or '?' when i == 0 || pattern[i - 1] is '|' || (pattern[i - 1] == '(' && pattern[i] != '?' && !IsEscaped(pattern, i - 1)):
                    return i > 0 && IsEscaped(pattern, i - 1) ? null : $"nothing stands before its '{pattern[i]}' that could be there repeatedly";
                case '{' when Repeats(pattern, i) > MostRepeats:
                    return $"it cannot demand more than {MostRepeats} of anything";
            }
        }

        return depth > 0 ? "a ')' is missing" : null;
    }

    private static bool IsEscaped(string pattern, int at)
    {
        var count = 0;
        while (--at >= 0 && pattern[at] == '\\')
        {
            count++;
        }

        return count % 2 == 1;
    }

    private static int EndOfClass(string pattern, int start)
    {
        var i = start + 1;
        i += i < pattern.Length && pattern[i] == '^' ? 1 : 0;
        i += i < pattern.Length && pattern[i] == ']' ? 1 : 0;
        for (; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
            }
            else if (pattern[i] == '[' && i + 1 < pattern.Length && pattern[i + 1] == ':' && pattern.IndexOf(":]", i + 2, StringComparison.Ordinal) is var named and >= 0)
            {
                i = named + 1;
            }
            else if (pattern[i] == ']')
            {
                return i;
            }
        }

        return -1;
    }

    private static int Repeats(string pattern, int start)
    {
        var number = 0;
        for (var i = start + 1; i < pattern.Length && number <= MostRepeats; i++)
        {
            if (pattern[i] is >= '0' and <= '9')
            {
                number = (10 * number) + pattern[i] - '0';
            }
            else
            {
                // {2,1001} has two of them, and {,1001} is a text like another.
                return i == start + 1 ? 0 : pattern[i] == '}' ? number : pattern[i] == ',' && i + 1 < pattern.Length && pattern[i + 1] != '}' && number <= MostRepeats ? Repeats(pattern, i) : pattern[i] == ',' ? number : 0;
            }
        }

        return number;
    }
}
