using System.Text;

namespace K8sSharpManifests.Tool.Tests;

/// <summary>A folder of its own, in which a command runs in this process.</summary>
internal sealed class LintFolder : IDisposable
{
    /// <summary>A configuration that shuts out those above, of which the machine may have some.</summary>
    public const string Root = "root = true\n";

    private readonly string _path = Directory.CreateTempSubdirectory("k8ssharp").FullName;

    public LintFolder()
    {
        Write(".editorconfig", Root);
        Variables["DOCKER_CONFIG"] = Path.Combine(_path, ".docker");
    }

    /// <summary>Its full path.</summary>
    public string FullPath => _path;

    /// <summary>What the standard input gives.</summary>
    public string Input { get; init; } = "";

    public bool HasColor { get; init; }

    /// <summary>The environment; the Docker configuration is in a folder of its own.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>A Pod of one container, and no line of it is ever another one: the image is on line 6.</summary>
    public static string Pod(string image, string more = "") => $"apiVersion: v1\nkind: Pod\nmetadata: {{name: web}}\nspec:\n  containers:\n  - image: {image}\n    name: web\n{more}";

    public LintFolder Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public LintFolder Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    /// <summary>Runs <c>k8ssharp lint</c>.</summary>
    public Ran Lint(params string[] arguments) => Run(["lint", .. arguments]);

    public Ran Run(params string[] arguments) => Run(TestContext.Current.CancellationToken, arguments);

    public Ran Run(CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            Output = output,
            Error = error,
            Folder = _path,
            ServiceAccountFolder = Path.Combine(_path, "serviceaccount"),
            HasColor = HasColor,
            Variable = Variables.GetValueOrDefault,
        };
        var exitCode = CommandLine.Run(arguments, terminal, cancellationToken).GetAwaiter().GetResult();
        return new(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}

/// <summary>What a command has done.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error)
{
    /// <summary>File, line, column, severity and rule of each finding.</summary>
    public string[] Findings => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Select(line => string.Join(' ', line.Split(' ')[..3].Select(part => part.TrimEnd(':'))))];

    /// <summary>The ids of the findings.</summary>
    public string Ids => string.Join(' ', Findings.Select(finding => finding.Split(' ')[^1]));

    public string Summary => Output.TrimEnd('\n').Split('\n')[^1];
}
