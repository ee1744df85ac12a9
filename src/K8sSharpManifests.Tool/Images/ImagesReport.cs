using System.Globalization;
using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Output;

namespace K8sSharpManifests.Tool.Images;

/// <summary>Writes images and how they are pulled: for people, and in forms that other programs read.</summary>
/// <param name="images">The images.</param>
/// <param name="isOfCluster">Whether there are states to tell.</param>
internal sealed class ImagesReport(IReadOnlyList<ContainerImage> images, bool isOfCluster)
{
    private const string Separator = ";";
    private const int ShownDigits = 12;

    /// <summary>The formats.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["table", "json", "csv", "yaml"];

    /// <summary>What tells an image from the others, in a list of manifests.</summary>
    public static string Key(ContainerImage image) => string.Join('\n', image.Environment, image.Namespace, image.Object, Role(image), image.Container, image.Written, image.Place);

    /// <summary>Writes.</summary>
    /// <param name="format">One of the formats.</param>
    /// <param name="output">Where to.</param>
    public void Write(string format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                Records.WriteJson(output, images.Select(Record));
                break;
            case "yaml":
                Records.WriteYaml(output, images.Select(Record));
                break;
            case "csv":
                WriteCsv(output);
                break;
            default:
                WriteTable(output);
                break;
        }
    }

    private void WriteTable(TextWriter output)
    {
        if (images.Count == 0)
        {
            return;
        }

        var columns = new List<(string Header, Func<ContainerImage, string> Cell)>();
        if (images.Any(image => image.Environment.Length > 0))
        {
            columns.Add(("ENVIRONMENT", image => image.Environment));
        }

        columns.AddRange([
            ("NAMESPACE", image => image.Namespace),
            ("OBJECT", image => image.Object),
            ("CONTAINER", image => image.Role == ImageRole.Container ? image.Container : $"{image.Container} ({Role(image)})"),
            ("IMAGE", image => image.Reference is { } reference ? Shortened(reference) : image.Written.Length == 0 ? "" : $"'{image.Written}' (no image reference)"),
            ("WRITTEN", image => image.WrittenPolicy),
            ("POLICY", image => image.Policy.ToString()),
            ("PULL SECRETS", Secrets),
            ("DIGEST", image => image.Reference?.Digest is null ? "no" : "yes")]);
        if (isOfCluster)
        {
            columns.Add(("STATE", image => image.State is { } state ? state.Reason.Length > 0 ? $"{state.Name}: {state.Reason}" : state.Name : ""));
            columns.Add(("RESTARTS", image => image.State?.Restarts.ToString(CultureInfo.InvariantCulture) ?? ""));
        }

        TextTable.Write(output, [.. columns.Select(column => column.Header)], [.. images.Select(image => columns.Select(column => column.Cell(image)).ToList())]);
    }

    // A digest is to be seen, and nobody reads it to its end.
    private static string Shortened(ImageReference image)
    {
        var text = image.ToString();
        return image.Digest is { } digest ? text[..(text.Length - digest.Length + digest.IndexOf(':', StringComparison.Ordinal) + 1 + ShownDigits)] + "…" : text;
    }

    private static string Secrets(ContainerImage image) => string.Join(
        ", ", [.. image.PullSecrets.Select(secret => $"{secret.Name} ({secret.From})"), .. image.UnseenAccount is { } account ? new[] { $"? (ServiceAccount/{account})" } : []]);

    private void WriteCsv(TextWriter output)
    {
        var columns = new (string Header, Func<ContainerImage, string> Cell)[]
        {
            ("environment", image => image.Environment),
            ("namespace", image => image.Namespace),
            ("object", image => image.Object),
            ("container", image => image.Container),
            ("type", Role),
            ("written", image => image.Written),
            ("image", image => image.Reference?.ToString() ?? ""),
            ("digest", image => image.Reference?.Digest ?? ""),
            ("writtenPolicy", image => image.WrittenPolicy),
            ("policy", image => image.Policy.Name),
            ("reason", image => image.Policy.Reason),
            ("pullSecrets", image => string.Join(Separator, image.PullSecrets.Select(secret => secret.Name))),
            ("pullSecretsFrom", image => string.Join(Separator, image.PullSecrets.Select(secret => secret.From))),
            ("state", image => image.State?.Name ?? ""),
            ("stateReason", image => image.State?.Reason ?? ""),
            ("stateMessage", image => image.State?.Message ?? ""),
            ("restarts", image => image.State?.Restarts.ToString(CultureInfo.InvariantCulture) ?? ""),

            // At the end, since whoever counts columns knows the others by their numbers.
            ("unseenServiceAccount", image => image.UnseenAccount ?? ""),
        };
        Records.WriteCsv(output, [.. columns.Select(column => column.Header)], images.Select(image => columns.Select(column => column.Cell(image)).ToList()));
    }

    // The same keys for each image, so that nobody has to ask whether one is there.
    private static Mapping Record(ContainerImage image) => Records.Of(
        ("environment", Records.Text(image.Environment)),
        ("namespace", Records.Text(image.Namespace)),
        ("object", Records.Text(image.Object)),
        ("container", Records.Text(image.Container)),
        ("type", Scalar.String(Role(image))),
        ("written", Records.Text(image.Written)),
        ("image", Records.Text(image.Reference?.ToString())),
        ("digest", Records.Text(image.Reference?.Digest)),
        ("writtenPolicy", Records.Text(image.WrittenPolicy)),
        ("policy", Scalar.String(image.Policy.Name)),
        ("reason", Scalar.String(image.Policy.Reason)),
        ("pullSecrets", Records.List(image.PullSecrets.Select(secret => Records.Of(("name", Scalar.String(secret.Name)), ("from", Scalar.String(secret.From)))))),
        ("unseenServiceAccount", Records.Text(image.UnseenAccount)),
        ("state", image.State is not { } state ? Scalar.Null : Records.Of(
            ("name", Records.Text(state.Name)), ("reason", Records.Text(state.Reason)), ("message", Records.Text(state.Message)), ("restarts", Scalar.Number(state.Restarts)))));

    private static string Role(ContainerImage image) => image.Role.ToString().ToLowerInvariant();
}
