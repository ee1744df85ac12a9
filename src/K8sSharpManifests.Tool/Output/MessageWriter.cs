using System.Text;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tool.Output;

/// <summary>What is said about a run. Whatever a message is made of, no credential gets out with it.</summary>
/// <param name="inner">Where to.</param>
internal sealed class MessageWriter(TextWriter inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => inner.Write(value);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    /// <inheritdoc/>
    public override void Write(string? value) => inner.Write(ForeignText.WithoutSecrets(value ?? ""));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => inner.WriteLine(ForeignText.WithoutSecrets(value ?? ""));

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();
}
