using System.Text;

namespace K8sSharpManifests.Host;

/// <summary>What manifests print as errors goes where all goes that they print. The console is opened when something is printed: most runs print nothing.</summary>
internal sealed class PrintedError : TextWriter
{
    public override Encoding Encoding => Console.Out.Encoding;

    public override void Write(char value) => Console.Out.Write(value);

    public override void Write(char[] buffer, int index, int count) => Console.Out.Write(buffer, index, count);

    public override void Write(string? value) => Console.Out.Write(value);

    public override void Flush() => Console.Out.Flush();
}
