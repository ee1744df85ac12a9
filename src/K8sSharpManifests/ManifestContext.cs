using System.Globalization;
using System.Text;
using K8sSharpManifests.Core;

namespace K8sSharpManifests;

/// <summary>What a build tells a manifest method that asks for it with its parameter, and what the method reads through it: the build knows of that, and runs again when it changes.</summary>
/// <param name="environment">The environment that manifests are made for, like <c>prod</c>; empty where the build names none.</param>
/// <param name="values">The values that the build is given, by their names; null for none.</param>
/// <param name="files">The files that the project names by the item ManifestFile, relative to its folder, with forward slashes; null for none.</param>
/// <param name="containerImages">The images of the projects that it names by the item ManifestContainer, by the projects' names, the first one being its own under the empty name; null for none.</param>
/// <param name="secrets">The secrets, by their names; null for none.</param>
public sealed class ManifestContext(
    string environment,
    IReadOnlyDictionary<string, string>? values = null,
    IReadOnlyList<string>? files = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? containerImages = null,
    IReadOnlyDictionary<string, string>? secrets = null)
{
    /// <summary>Makes a context whose secrets others read as well.</summary>
    internal ManifestContext(
        string environment, IReadOnlyDictionary<string, string>? values, IReadOnlyList<string>? files, IReadOnlyDictionary<string, IReadOnlyList<string>>? containerImages, ManifestSecrets secrets)
        : this(environment, values, files, containerImages) => Secrets = secrets;

    /// <summary>
    /// The environment that manifests are made for: each of the MSBuild property ManifestEnvironments in turn, or the one that ManifestEnvironment names; empty where neither is set.
    /// </summary>
    public string Environment
    {
        get
        {
            Inputs.IsEnvironmentRead = true;
            return environment;
        }
    }

    /// <summary>What was read so far.</summary>
    internal ManifestInputs Inputs { get; } = new(values);

    /// <summary>The secrets, and who has read them.</summary>
    internal ManifestSecrets Secrets { get; } = new(secrets);

    /// <summary>Reads a text file, which becomes an input of the build.</summary>
    /// <param name="path">Its path, relative to the project's folder, whatever the current directory is by now.</param>
    /// <returns>Its text, as UTF-8 unless it begins with another encoding's mark. Its newlines are <c>\n</c>, whatever a checkout made of them.</returns>
    /// <exception cref="FileNotFoundException">It is not there; the message names the full path.</exception>
    /// <exception cref="InvalidDataException">It is not text in that encoding; the message names the path.</exception>
    public string ReadText(string path) => Decode(path, ReadBytes(path));

    /// <summary>Reads a file where it is text, which becomes an input of the build.</summary>
    /// <param name="path">Its path, as <see cref="ReadText"/> takes it.</param>
    /// <returns>What <see cref="ReadText"/> gives; null for a file that is no text in UTF-8, or has a NUL in it, as data have.</returns>
    /// <exception cref="FileNotFoundException">It is not there; the message names the full path.</exception>
    public string? FindText(string path)
    {
        try
        {
            // What begins with the mark of another encoding would reach the pod in one that it does not expect.
            var content = ReadBytes(path);
            return !HasMarkOfOtherEncoding(content) && Decode(path, content) is var text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Decode(string path, byte[] content)
    {
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        reader.Peek();
        var marked = reader.CurrentEncoding;

        // Decoders put a replacement character where there is no text, and nobody would see it in the manifest.
        var encoding = Encoding.GetEncoding(marked.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        var start = content.AsSpan().StartsWith(marked.Preamble) ? marked.Preamble.Length : 0;
        try
        {
            return encoding.GetString(content, start, content.Length - start).Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException($"The file '{path}' is no text in {marked.WebName.ToUpperInvariant()}: save it in UTF-8, or read it with File.ReadAllBytes where it holds data", e);
        }
    }

    // UTF-16 of either order; UTF-32 begins as one of them, or with two zeros, which are no text.
    private static bool HasMarkOfOtherEncoding(byte[] content) => content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..];

    /// <summary>Reads a file of any sort, which becomes an input of the build.</summary>
    /// <param name="path">Its path, as <see cref="ReadText"/> takes it.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="FileNotFoundException">It is not there; the message names the full path.</exception>
    public byte[] ReadBytes(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Inputs.ReadFile(path);
    }

    /// <summary>The files of the project that match a pattern, of those that it names by the item <c>&lt;ManifestFile Include="config/**" /&gt;</c>.</summary>
    /// <param name="pattern">The pattern, like <c>config/*.json</c>: a star stands for any characters of a name, a question mark for one, and two stars for any number of folders.</param>
    /// <returns>Their paths, relative to the project's folder, with forward slashes, in ordinal order; at least one.</returns>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public IReadOnlyList<string> Files(string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        string[] found = [.. (files ?? []).Where(path => FilePattern.Matches(pattern, path))];
        return found.Length > 0 ? found : throw new FileNotFoundException(
            $"No ManifestFile of the project matches '{pattern}': add <ManifestFile Include=\"{pattern}\" /> to an ItemGroup of the project file, and look whether the files are there");
    }

    /// <summary>Reads an environment variable of the build, which becomes an input of it; not a property, as <c>-p:</c> sets. What a member sets before is not seen.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its value; null where it is not set, or empty.</returns>
    public string? Variable(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Inputs.ReadVariable(name);
    }

    /// <summary>
    /// A value that the build is given by an item of the project, <c>&lt;ManifestValue Include="imageTag" Value="1.4.2" /&gt;</c>, or on the command line, <c>-p:ManifestValues=imageTag=1.4.2</c>,
    /// which goes before the project's. It is an input of the build.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ManifestValueException">It is not given, or empty.</exception>
    public string Value(string name) => Find(name) ?? throw Missing(name);

    /// <summary>A value that the build is given, read as a number, a bool or another type that is read from text, in the invariant culture.</summary>
    /// <typeparam name="T">The type, like <c>int</c>.</typeparam>
    /// <param name="name">Its name.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ManifestValueException">It is not given, or empty, or no text of a <typeparamref name="T"/>.</exception>
    public T Value<T>(string name)
        where T : IParsable<T> => Find(name) is { } text ? Parse<T>(name, text) : throw Missing(name);

    /// <summary>A value that the build is given, or another one where it is not given, or empty.</summary>
    /// <typeparam name="T">The type, like <c>int</c>; a text is read as one in the invariant culture.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="fallback">The value where none is given.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ManifestValueException">It is no text of a <typeparamref name="T"/>.</exception>
    public T Value<T>(string name, T fallback)
        where T : IParsable<T> => Find(name) is { } text ? Parse<T>(name, text) : fallback;

    /// <summary>
    /// The image that the .NET SDK makes of a project's container (<c>dotnet publish -t:PublishContainer</c>), by its registry, repository and first tag as the SDK computes them:
    /// <c>ghcr.io/acme/shop-api:1.4.2</c>. A build that publishes the containers (<c>-p:ManifestPublishContainers=true</c>) writes the digest behind it that was pushed.
    /// </summary>
    /// <param name="project">
    /// The name of a project that this one names, <c>&lt;ManifestContainer Include="../Shop.Api/Shop.Api.csproj" /&gt;</c>: <c>Shop.Api</c>; or none for this project itself.
    /// </param>
    /// <returns>The reference.</returns>
    /// <exception cref="InvalidOperationException">The project does not name that one, or is no container itself.</exception>
    public string ContainerImage(string project = "") => ContainerImages(project)[0];

    /// <summary>The images of a project's container, one for each tag that the .NET SDK gives it (<c>ContainerImageTags</c>).</summary>
    /// <param name="project">The name of a project, as <see cref="ContainerImage"/> takes it.</param>
    /// <returns>The references, in the order of the tags; at least one.</returns>
    /// <exception cref="InvalidOperationException">The project does not name that one, or is no container itself.</exception>
    public IReadOnlyList<string> ContainerImages(string project = "")
    {
        ArgumentNullException.ThrowIfNull(project);
        return containerImages?.GetValueOrDefault(project) ?? throw new UnknownContainerException(project, [.. containerImages?.Keys.Where(name => name.Length > 0) ?? []]);
    }

    /// <summary>
    /// A secret, read while manifests are made: from the environment variable of its name, where two underscores stand for each colon, or else from the project's user secrets,
    /// <c>dotnet user-secrets set "Db:Password" "…"</c>. It is in no message and no file of the build but the manifests themselves, which only their owner may read; and members that read one run in each
    /// build, since nothing of it is kept to compare with.
    /// </summary>
    /// <param name="name">Its name, like <c>Db:Password</c>, which the environment variable <c>Db__Password</c> gives.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ManifestSecretException">It is not given, or empty; or the user secrets cannot be read.</exception>
    public string Secret(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Secrets.Read(name);
    }

    private string? Find(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Inputs.ReadValue(name);
    }

    private ManifestValueException Missing(string name) => new(name, Inputs.HasValue(name) ? $"The value '{name}' is given, but empty" : $"The value '{name}' is not given");

    // A separator of thousands would be skipped, and "1,5" be 15.
    private static T Parse<T>(string name, string text)
        where T : IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out var value) && !(default(T) is double or float or decimal && text.Contains(',', StringComparison.Ordinal))
            ? value
            : throw new ManifestValueException(name, $"The value '{name}' is '{text}', which is no {NameOf(typeof(T))}");

    private static string NameOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool: true or false",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Double => "double: digits, with a point before the decimals",
        TypeCode.Single => "float: digits, with a point before the decimals",
        TypeCode.Decimal => "decimal: digits, with a point before the decimals",
        _ => type.Name,
    };
}
