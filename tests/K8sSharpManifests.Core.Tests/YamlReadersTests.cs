using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using static K8sSharpManifests.Core.Tests.Trees;

namespace K8sSharpManifests.Core.Tests;

/// <summary>The readers that people really have, where this machine has them.</summary>
public sealed class YamlReadersTests
{
    [Theory]
    [InlineData("python3", "-c", "import sys, json, yaml; sys.stdin.reconfigure(encoding='utf-8'); json.dump(yaml.safe_load(sys.stdin), sys.stdout)")]
    [InlineData("kubectl", "label", "--local", "-f", "-", "-o", "json", "read=back")]
    public async Task InstalledReader_ReadsBackEveryString(string program, params string[] arguments)
    {
        List<string> texts = [.. YamlStringTests.Table.Select(row => row.Data.Item1)];
        YamlStringTests.Awkward.Array[2000].Sample(texts.AddRange, iter: 1, threads: 1);
        var tree = Map(("apiVersion", Str("example.com/v1")), ("kind", Str("Strings")), ("metadata", Map(("name", Str("strings")))),
            ("spec", YamlStringTests.TreeOf(texts)), ("numbers", List(new Scalar(ScalarKind.Number, "1E+21"), Scalar.Number(long.MaxValue))));
        var output = await RunAsync(program, arguments, YamlWriter.Write(tree));

        using var document = JsonDocument.Parse(output);
        var spec = document.RootElement.GetProperty("spec");
        Assert.Equal(texts, Enumerable.Range(0, texts.Count).Select(i => spec.GetProperty("values").GetProperty($"k{i}").GetString()));
        Assert.Equal(texts, spec.GetProperty("items").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(texts, spec.GetProperty("deep").EnumerateArray().Select(e => e.GetProperty("x")[0].GetString()));
        Assert.Equal(texts.Distinct().Order(StringComparer.Ordinal), spec.GetProperty("keys").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        var numbers = document.RootElement.GetProperty("numbers");
        Assert.Equal(1e21, numbers[0].GetDouble());
        Assert.Equal(long.MaxValue, numbers[1].GetInt64());
    }

    private static async Task<string> RunAsync(string program, string[] arguments, byte[] input)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(arguments, start.ArgumentList.Add);
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.StandardInput.BaseStream.WriteAsync(input, TestContext.Current.CancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.SkipWhen((await errors).Contains("No module named 'yaml'", StringComparison.Ordinal), "python3 has no PyYAML");
            Assert.True(process.ExitCode == 0, await errors);
            return await output;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed");
            throw;
        }
    }
}
