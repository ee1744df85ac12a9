using System.Text;
using K8sSharpManifests.Emission.Secrets;

namespace K8sSharpManifests.Host;

/// <summary>What manifests print, which a detailed log of the build holds: without the secrets that stand in one piece of it. The console is opened when something is printed: most runs print nothing.</summary>
/// <param name="secrets">What must not be printed.</param>
internal sealed class PrintedOutput(RunSecrets secrets) : TextWriter
{
    private readonly Lazy<StreamWriter> _output = new(() => new(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });

    public override Encoding Encoding => _output.Value.Encoding;

    public override void Write(char value) => _output.Value.Write(value);

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value) => _output.Value.Write(secrets.Redact(value ?? ""));

    public override void WriteLine(string? value) => Write(value + NewLine);
}
