using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace K8sSharpManifests.YamlParsers;

/// <summary>A parser that is a program of its own. One process reads a whole stream of documents.</summary>
/// <param name="name">The name that people know it by.</param>
/// <param name="install">How one gets it.</param>
/// <param name="isAbsent">Whether a message of the program says that the parser is what is missing.</param>
/// <param name="commands">The programs that may have it, each with its arguments.</param>
internal sealed class ExternalParser(string name, string install, Func<string, bool> isAbsent, params string[][] commands) : YamlParser
{
    private string[]? _command;

    /// <summary>Whether a parser that is missing is a failure.</summary>
    public static bool IsCI { get; } = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>kubectl without a cluster: a patch that changes nothing.</summary>
    public static ExternalParser Kubectl { get; } = OfKubectl("patch", "--type=json", "-p", "[]");

    /// <summary>kubectl where it knows the kinds, and reads their fields into Kubernetes' own types.</summary>
    public static ExternalParser KubectlTypes { get; } = OfKubectl("set", "env", "READ=back");

    /// <summary>js-yaml, from the folder node_modules beside this file.</summary>
    public static ExternalParser JsYaml { get; } = new(
        "js-yaml", "install Node.js, and run npm install in tests/YamlParsers", error => error.Contains("Cannot find module 'js-yaml'"), ["node", Beside("parse.cjs")]);

    /// <summary>PyYAML, of the python3 that is first on the path or of Debian's.</summary>
    public static ExternalParser PyYaml { get; } = new(
        "PyYAML", "install Debian's python3-yaml, or run pip install pyyaml", error => error.Contains("No module named 'yaml'"),
        ["python3", Beside("parse.py")], ["/usr/bin/python3", Beside("parse.py")]);

    private static ExternalParser OfKubectl(params string[] command) =>
        new("kubectl", "see kubernetes.io/docs/tasks/tools", _ => false, ["kubectl", .. command, "--local", "-f", "-", "-o", "json"]);

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override bool HasDoublesOnly => name == "js-yaml";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<JsonElement>> ReadAsync(byte[] yaml)
    {
        foreach (var command in _command is null ? commands : [_command])
        {
            if (await RunAsync(command, yaml) is { } json)
            {
                _command = command;
                return Documents(json);
            }
        }

        var message = $"{name} is not installed: {install}.";
        Assert.SkipUnless(IsCI, message);
        throw new InvalidOperationException(message);
    }

    /// <summary>What the program answers; null where it is not there or lacks the parser.</summary>
    private async Task<byte[]?> RunAsync(string[] command, byte[] input)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = TryStart(start);
        if (process is null)
        {
            return null;
        }

        var cancellation = TestContext.Current.CancellationToken;
        using var output = new MemoryStream();
        var copied = process.StandardOutput.BaseStream.CopyToAsync(output, cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its error says why.
        }

        await Task.WhenAll(copied, process.WaitForExitAsync(cancellation));
        if (process.ExitCode == 0)
        {
            return output.ToArray();
        }

        var error = await errors;
        return isAbsent(error) ? null : throw new InvalidDataException($"{name} does not read the document: {error}\n{Encoding.UTF8.GetString(input)}");
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

    private static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);
}
