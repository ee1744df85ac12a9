using System.Text;
using K8sSharpManifests.Tool.Output;

namespace K8sSharpManifests.Tool;

/// <summary>What a command reads and writes; a test hands in its own.</summary>
internal sealed record Terminal
{
    // Written at once: thousands of findings shall not be thousands of system calls.
    private const int BufferSize = 1 << 16;

    // Longer ones nobody reads with pleasure, however wide the window is.
    private const int LongestLine = 100;
    private const int ShortestLine = 40;

    /// <summary>Opens the standard input.</summary>
    public required Func<Stream> Input { get; init; }

    /// <summary>What others read.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>What is said about the run itself.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The folder that relative paths start at.</summary>
    public required string Folder { get; init; }

    /// <summary>The environment variables.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Where Kubernetes puts what a pod's ServiceAccount has.</summary>
    public string ServiceAccountFolder { get; init; } = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>Whether colours may be written to the output.</summary>
    public bool HasColor { get; init; }

    /// <summary>How many columns a line of running text may have.</summary>
    public int Width { get; init; } = LongestLine;

    /// <summary>Whether a line may be written to the error output and taken back.</summary>
    public bool HasProgress { get; init; }

    /// <summary>What nothing that is written may tell.</summary>
    public HiddenSecrets Secrets { get; } = new();

    /// <summary>That of this process.</summary>
    public static Terminal OfProcess() => new()
    {
        Input = Console.OpenStandardInput,
        Output = Console.IsOutputRedirected ? OutputTo(Console.OpenStandardOutput()) : Console.Out,
        Error = Console.Error,
        Folder = Directory.GetCurrentDirectory(),
        Variable = Environment.GetEnvironmentVariable,
        HasColor = !Console.IsOutputRedirected && MayColor(Environment.GetEnvironmentVariable),
        Width = Console.IsOutputRedirected ? LongestLine : Math.Clamp(Console.WindowWidth, ShortestLine, LongestLine),
        HasProgress = !Console.IsErrorRedirected,
    };

    /// <summary>The same, which leaves out the <see cref="Secrets"/>.</summary>
    public Terminal WithoutSecrets() => this with { Output = Secrets.Without(Output), Error = Secrets.Without(Error) };

    /// <summary>An output that goes to a stream, and that ends the command where it cannot be written.</summary>
    internal static TextWriter OutputTo(Stream stream) => new StreamWriter(new CheckedStream(stream), new UTF8Encoding(false), BufferSize);

    /// <summary>Whether the environment leaves colours to us (no-color.org).</summary>
    internal static bool MayColor(Func<string, string?> variable) => string.IsNullOrEmpty(variable("NO_COLOR")) && variable("TERM") != "dumb";
}
