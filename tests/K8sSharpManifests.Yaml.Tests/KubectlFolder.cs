using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using K8sSharpManifests.YamlParsers;

namespace K8sSharpManifests.Yaml.Tests;

/// <summary>
/// kubectl without a cluster, reading a folder of files in one process: a patch that changes nothing. What it does not know as a kind it reads as plain data, it goes on
/// after a file that it refuses, and says which one that was.
/// </summary>
internal static class KubectlFolder
{
    /// <summary>What kubectl makes of files, which it reads in the order of their names. Where it is not installed the test is skipped, but fails where CI=true.</summary>
    /// <param name="files">The files.</param>
    /// <param name="nameOf">The name of each file, without an ending.</param>
    /// <returns>All documents, and what kubectl says against each file; empty for nothing.</returns>
    public static async Task<(IReadOnlyList<JsonElement> Documents, IReadOnlyList<string> Errors)> ReadAsync(IReadOnlyList<byte[]> files, Func<int, string> nameOf)
    {
        var folder = Directory.CreateTempSubdirectory("kubectl");
        try
        {
            for (var i = 0; i < files.Count; i++)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, nameOf(i) + ".yaml"), files[i], TestContext.Current.CancellationToken);
            }

            var (output, errors) = await RunAsync(folder.FullName);
            var prefix = folder.FullName + Path.DirectorySeparatorChar;
            var faults = errors.Split('\n').Where(line => line.Contains(prefix, StringComparison.Ordinal)).ToLookup(line => line.Split(prefix)[1].Split(".yaml")[0]);
            return (Documents(output), [.. files.Select((_, i) => string.Join('\n', faults[nameOf(i)]))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The name of a file, and of the objects in it, by which a document is found again.</summary>
    public static string Name(int index) => $"n{index:D6}";

    /// <summary>The name of an object; empty where it has none.</summary>
    public static string NameOf(JsonElement json) =>
        json.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty("name", out var name) ? name.ToString() : "";

    private static async Task<(byte[] Output, string Errors)> RunAsync(string folder)
    {
        var start = new ProcessStartInfo("kubectl", ["patch", "--type=json", "-p", "[]", "--local", "-f", folder, "-o", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = TryStart(start);
        if (process is null)
        {
            const string Message = "kubectl is not installed: see kubernetes.io/docs/tasks/tools.";
            Assert.SkipUnless(ExternalParser.IsCI, Message);
            throw new InvalidOperationException(Message);
        }

        var cancellation = TestContext.Current.CancellationToken;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardOutput.BaseStream.CopyToAsync(output, cancellation);
        await process.WaitForExitAsync(cancellation);
        return (output.ToArray(), await errors);
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static List<JsonElement> Documents(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 2000 });
        var documents = new List<JsonElement>();
        while (reader.Read())
        {
            documents.Add(JsonElement.ParseValue(ref reader));
        }

        return documents;
    }
}
