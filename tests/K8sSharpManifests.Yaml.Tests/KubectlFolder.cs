using System.Diagnostics;
using System.Text.Json;

namespace K8sSharpManifests.Yaml.Tests;

/// <summary>
/// kubectl without a cluster, reading a folder of files in one process: a patch that changes nothing. It reads kinds that it does not know as the data that they are, goes
/// on after a file that it refuses, and says which one that was.
/// </summary>
internal static class KubectlFolder
{
    /// <summary>What kubectl makes of files.</summary>
    /// <param name="first">The number of the first.</param>
    /// <param name="files">Their texts. Each document that can be read has the file's number as its name, as <see cref="Name"/> gives it.</param>
    /// <returns>For each file its documents, and what kubectl says against it; empty for nothing.</returns>
    public static async Task<IReadOnlyList<(IReadOnlyList<JsonElement> Documents, string Error)>> ReadAsync(int first, IReadOnlyList<byte[]> files)
    {
        var folder = Directory.CreateTempSubdirectory("kubectl");
        try
        {
            for (var i = 0; i < files.Count; i++)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, Name(first + i) + ".yaml"), files[i]);
            }

            var (output, errors) = await RunAsync(folder.FullName);
            var documents = Documents(output).ToLookup(NameOf);
            var faults = errors.Split('\n').Where(line => line.Contains(folder.FullName, StringComparison.Ordinal))
                .ToLookup(line => line[(line.IndexOf(folder.FullName, StringComparison.Ordinal) + folder.FullName.Length + 1)..][..Name(0).Length]);
            return [.. files.Select((_, i) => ((IReadOnlyList<JsonElement>)[.. documents[Name(first + i)]], string.Join('\n', faults[Name(first + i)])))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The name of a file's objects.</summary>
    public static string Name(int index) => $"n{index:D6}";

    private static string NameOf(JsonElement json) => json.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("name", out var name) ? name.ToString() : "";

    private static async Task<(byte[] Output, string Errors)> RunAsync(string folder)
    {
        var start = new ProcessStartInfo("kubectl", ["patch", "--type=json", "-p", "[]", "--local", "-f", folder, "-o", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return (output.ToArray(), await errors);
    }

    private static List<JsonElement> Documents(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 512 });
        var documents = new List<JsonElement>();
        while (reader.Read())
        {
            documents.Add(JsonElement.ParseValue(ref reader));
        }

        return documents;
    }
}
