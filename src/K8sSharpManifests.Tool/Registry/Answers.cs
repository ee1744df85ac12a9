using System.Globalization;
using System.Net;
using System.Text.Json;
using K8sSharpManifests.Tool.Output;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>What an answer means that is neither the wanted one nor about credentials.</summary>
internal static class Answers
{
    private const int LongestMessage = 200;

    /// <summary>The meaning.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="host">Who gave it.</param>
    /// <param name="login">Who asked.</param>
    /// <param name="token">The token that was shown; null for none.</param>
    public static RegistryAnswer Of(Reply reply, string host, RegistryLogin login, string? token = null)
    {
        var said = login.Clean(Said(reply.Body));
        said = token is null ? said : said.Replace(token, "***", StringComparison.Ordinal);
        said = said.Length == 0 ? "" : $": {said}";
        var status = string.Create(CultureInfo.InvariantCulture, $"{(int)reply.Status}");
        return reply.Status switch
        {
            HttpStatusCode.TooManyRequests => new(RegistryOutcome.RateLimited, $"{host} has had too many requests{Wait(reply.RetryAfter)}{said}"),
            >= HttpStatusCode.InternalServerError => new(RegistryOutcome.ServerError, $"{host} fails with status {status}{Wait(reply.RetryAfter)}{said}"),
            _ => new(RegistryOutcome.Protocol, $"{host} does not answer as a registry does: status {status}{said}"),
        };
    }

    // Who wants one to come back next week or next year has a time in mind, and no number of seconds.
    private static string Wait(TimeSpan? time) =>
        time is not { } wait ? ""
        : wait < TimeSpan.FromDays(1) ? string.Create(CultureInfo.InvariantCulture, $", and asks to wait for {Math.Ceiling(wait.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $", and asks to wait until {DateTime.UtcNow + wait:yyyy-MM-dd HH:mm} UTC");

    // {"errors": [{"code": "TOOMANYREQUESTS", "message": "…"}]}, as the distribution specification has it.
    private static string Said(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
            {
                var first = errors[0];
                return PlainText.OnOneLine(string.Join(' ', new[] { Text(first, "code"), Text(first, "message") }.Where(text => text.Length > 0)), LongestMessage);
            }
        }
        catch (JsonException)
        {
        }

        return "";
    }

    private static string Text(JsonElement error, string name) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
