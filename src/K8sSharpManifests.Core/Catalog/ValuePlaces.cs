using System.Globalization;
using System.Text;

namespace K8sSharpManifests.Core;

/// <summary>
/// Where the values of proved YAML stand in the member's file: one place for each value of the text, in its order. A place is <c>lines,column</c>, with the lines since the
/// one before and the column from 1; <c>=</c> is the same place again, <c>-</c> none.
/// </summary>
public static class ValuePlaces
{
    /// <summary>Writes the places of a tree.</summary>
    /// <param name="text">Takes them.</param>
    /// <param name="tree">The tree, as it is written to YAML.</param>
    /// <param name="place">The line and column of a node, both from 1; null where it has none in the file.</param>
    /// <param name="last">The place before, which the caller keeps from tree to tree: at first the member's own line and column.</param>
    public static void Append(StringBuilder text, Node tree, Func<Node, (int Line, int Column)?> place, ref (int Line, int Column) last)
    {
        switch (tree)
        {
            case Mapping { Count: > 0 } mapping:
                for (var i = 0; i < mapping.Entries.Count; i++)
                {
                    Append(text, mapping.Entries[i].Value, place, ref last);
                }

                break;
            case Sequence { Count: > 0 } sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    Append(text, sequence.Items[i], place, ref last);
                }

                break;
            default:
                text.Append(text.Length == 0 ? "" : " ");
                if (place(tree) is not { } known)
                {
                    text.Append('-');
                }
                else if (known == last)
                {
                    text.Append('=');
                }
                else
                {
                    text.Append((known.Line - last.Line).ToString(CultureInfo.InvariantCulture)).Append(',').Append(known.Column.ToString(CultureInfo.InvariantCulture));
                    last = known;
                }

                break;
        }
    }

    /// <summary>The place of the value that a line of the YAML holds, or that follows it.</summary>
    /// <param name="places">What <see cref="Append"/> has written.</param>
    /// <param name="first">The place that it began with.</param>
    /// <param name="yaml">The text, in our own block style.</param>
    /// <param name="line">The line, from 1.</param>
    /// <returns>The line and column, both from 1; null where the value has no place, or the line comes after all of them.</returns>
    public static (int Line, int Column)? Find(string places, (int Line, int Column) first, string yaml, int line)
    {
        var values = places.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var index = IndexOf(yaml, line);
        if (index >= values.Length || values[index] == "-")
        {
            return null;
        }

        var last = first;
        for (var i = 0; i <= index; i++)
        {
            if (values[i] is not ("=" or "-"))
            {
                var parts = values[i].Split(',');
                last = (last.Line + int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
            }
        }

        return last;
    }

    /// <summary>How many values stand before the one of a line.</summary>
    private static int IndexOf(string yaml, int line)
    {
        var (count, block, isValue) = (0, -1, false);
        foreach (var text in yaml.Split('\n').Take(line))
        {
            var rest = text.TrimStart(' ');
            var indent = text.Length - rest.Length;
            if (block >= 0 && (rest.Length == 0 || indent > block))
            {
                continue;
            }

            while (rest.StartsWith("- ", StringComparison.Ordinal))
            {
                block = indent;
                rest = rest.Substring(2);
                indent += 2;
            }

            isValue = rest.Length > 0 && rest != "---" && rest[0] != '#' && !rest.EndsWith(":", StringComparison.Ordinal);
            count += isValue ? 1 : 0;
            var isBlock = isValue && (rest[0] is '|' or '>' || rest.IndexOf(": |", StringComparison.Ordinal) > 0 || rest.IndexOf(": >", StringComparison.Ordinal) > 0);
            block = !isBlock ? -1 : rest[0] is '|' or '>' ? block : indent;
        }

        return isValue ? count - 1 : count;
    }
}
