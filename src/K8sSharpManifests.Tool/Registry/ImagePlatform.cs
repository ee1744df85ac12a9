using System.Globalization;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>What an image runs on: <c>linux/amd64</c>, <c>linux/arm/v7</c>.</summary>
/// <param name="Os">The operating system, as Go calls it.</param>
/// <param name="Architecture">The architecture, as Go calls it.</param>
/// <param name="Variant">The variant; empty for none.</param>
internal sealed record ImagePlatform(string Os, string Architecture, string Variant)
{
    private const string Arm = "arm";
    private const string Arm64 = "arm64";
    private const string Amd64 = "amd64";
    private const string I386 = "386";

    /// <summary>Reads a platform.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The platform; null where it is none.</returns>
    public static ImagePlatform? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length is 2 or 3 && parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            ? Of(parts[0], parts[1], parts.ElementAtOrDefault(2) ?? "") : null;
    }

    /// <summary>A platform by the names that Go has for it.</summary>
    public static ImagePlatform Of(string os, string architecture, string variant)
    {
        var name = architecture.ToLowerInvariant() switch
        {
            "x86_64" or "x86-64" => Amd64,
            "aarch64" => Arm64,
            "i386" => I386,
            "armhf" => Arm,
            var other => other,
        };
        return new(os.ToLowerInvariant(), name, variant.ToLowerInvariant());
    }

    /// <summary>Whether an image for a platform runs on this one.</summary>
    /// <param name="image">What the image is for.</param>
    /// <remarks>What containerd takes: Only in compare.go (github.com/containerd/platforms), with older variants, 32-bit ARM on arm64 and 386 on amd64.</remarks>
    public bool Runs(ImagePlatform image)
    {
        if (Os != image.Os)
        {
            return false;
        }

        if (Architecture == Arm64 && image.Architecture == Arm)
        {
            return true;
        }

        return (Architecture == image.Architecture || (Architecture == Amd64 && image.Architecture == I386))
            && (Level(image.Variant, image.Architecture) <= Level(Variant, Architecture) || image.Architecture == I386);
    }

    /// <inheritdoc/>
    public override string ToString() => Variant.Length > 0 ? $"{Os}/{Architecture}/{Variant}" : $"{Os}/{Architecture}";

    // v8 is what arm64 means, v7 what arm does, and v1 what amd64 does.
    private static int Level(string variant, string architecture) =>
        variant.StartsWith('v') && int.TryParse(variant.AsSpan(1).ToString().Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level
        : architecture switch { Arm64 => 8, Arm => 7, _ => 1 };
}
