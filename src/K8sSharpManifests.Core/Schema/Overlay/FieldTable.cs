namespace K8sSharpManifests.Core;

/// <summary>A table of what is known of fields, written as a line for each type: <c>V1DeploymentSpec replicas=1 revisionHistoryLimit=10</c>.</summary>
internal static class FieldTable
{
    /// <summary>Reads the lines.</summary>
    public static Dictionary<string, string> Read(params string[] rows)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var words = row.Split(' ');
            for (var i = 1; i < words.Length; i++)
            {
                var equals = words[i].IndexOf('=');
                table.Add($"{words[0]}.{words[i].Substring(0, equals)}", words[i].Substring(equals + 1));
            }
        }

        return table;
    }

    /// <summary>What is said of a field; null for nothing.</summary>
    public static string? Find(Dictionary<string, string> table, string type, string key) => table.TryGetValue($"{type}.{key}", out var value) ? value : null;
}
