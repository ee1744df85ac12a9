namespace K8sSharpManifests.Emission;

/// <summary>Tells which field a line of our own YAML is, by its indentation: the writer makes nothing but block style.</summary>
internal static class YamlPath
{
    /// <summary>The field, like <c>spec.containers[0].image</c>.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="line">The line, from 1.</param>
    /// <returns>The path; empty where the line is no field.</returns>
    public static string Of(string yaml, int line)
    {
        // A list's items stand as deep as its key, so what is deeper has the greater number: keys have even ones, items odd ones.
        var steps = new Stack<(int Depth, string Key, int Index)>();
        foreach (var text in yaml.Split('\n').Take(line))
        {
            var rest = text.TrimStart(' ');
            var indent = text.Length - rest.Length;
            while (rest.StartsWith("- ", StringComparison.Ordinal))
            {
                var index = Leave((2 * indent) + 1) + 1;
                steps.Push(((2 * indent) + 1, "", index));
                rest = rest[2..];
                indent += 2;
            }

            var colon = rest.IndexOf(':');
            if (colon > 0 && (rest.Length == colon + 1 || rest[colon + 1] == ' '))
            {
                Leave(2 * indent);
                steps.Push((2 * indent, rest[..colon], 0));
            }
        }

        return string.Concat(steps.Reverse().Select((s, i) => s.Key.Length == 0 ? $"[{s.Index}]" : i == 0 ? s.Key : "." + s.Key));

        // Ends all that is as deep, and gives the index of the item that stood there before.
        int Leave(int depth)
        {
            var index = -1;
            while (steps.TryPeek(out var top) && top.Depth >= depth)
            {
                index = top.Depth == depth ? top.Index : -1;
                steps.Pop();
            }

            return index;
        }
    }
}
