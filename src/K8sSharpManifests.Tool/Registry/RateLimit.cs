using System.Globalization;
using System.Net.Http.Headers;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>How many pulls a registry allows, and how many of them are left to whoever asks.</summary>
/// <param name="Remaining">How many are left.</param>
/// <param name="Limit">How many there are in the time.</param>
/// <param name="Window">The time.</param>
/// <remarks>Docker Hub's headers: <c>ratelimit-limit: 100;w=21600</c>, <c>ratelimit-remaining: 76;w=21600</c> (docs.docker.com/docker-hub/usage/pulls).</remarks>
internal sealed record RateLimit(int Remaining, int Limit, TimeSpan Window)
{
    /// <summary>What the headers of an answer say; null for nothing.</summary>
    public static RateLimit? Of(HttpResponseHeaders headers) =>
        Read(headers, "RateLimit-Remaining") is var (remaining, window) && Read(headers, "RateLimit-Limit") is var (limit, _) ? new(remaining, limit, window) : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Remaining} of {Limit} pulls{(Window > TimeSpan.Zero ? $" in {Window.TotalHours:0.##} h" : "")} are left");

    private static (int Count, TimeSpan Window)? Read(HttpResponseHeaders headers, string name)
    {
        if (!headers.TryGetValues(name, out var values))
        {
            return null;
        }

        var parts = values.First().Split(';');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        var window = parts.Skip(1).Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith("w=", StringComparison.Ordinal));
        return (count, int.TryParse(window?[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero);
    }
}
