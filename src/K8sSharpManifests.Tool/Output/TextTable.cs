namespace K8sSharpManifests.Tool.Output;

/// <summary>Columns that are as wide as what stands in them, for people.</summary>
internal static class TextTable
{
    private const string Gap = "  ";
    private const string Nothing = "-";

    /// <summary>Writes a table.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="headers">What the columns are called.</param>
    /// <param name="rows">The rows, with a cell for each column; an empty one is shown as a dash.</param>
    public static void Write(TextWriter output, IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = headers.Select((header, column) => rows.Select(row => Shown(row[column]).Length).Append(header.Length).Max()).ToArray();
        WriteRow(output, headers, widths);
        foreach (var row in rows)
        {
            WriteRow(output, [.. row.Select(Shown)], widths);
        }
    }

    private static void WriteRow(TextWriter output, IReadOnlyList<string> cells, int[] widths) =>
        output.Write(string.Join(Gap, cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd() + "\n");

    private static string Shown(string cell) => cell.Length == 0 ? Nothing : PlainText.OnOneLine(cell);
}
