using System.Text.RegularExpressions;

namespace K8sSharpManifests.Core.Rules.Validity.Workloads;

/// <summary>The names of time zones, as IANA's database has them.</summary>
/// <remarks>Upstream: pkg/apis/batch/validation/validation.go (validateTimeZone). The API server carries the database itself.</remarks>
internal static class TimeZones
{
    private static readonly Regex Characters = new(@"^[A-Za-z\.\-_0-9+]+\z", RegexOptions.CultureInvariant);
    private static readonly Lazy<string[]> Names = new(Read);

    /// <summary>What is wrong with the name of a time zone; null for nothing.</summary>
    public static string? Fault(string name)
    {
        if (name.Length == 0)
        {
            return "it cannot be empty; leave it out for the time zone of the controller";
        }

        if (string.Equals(name, "Local", StringComparison.OrdinalIgnoreCase))
        {
            return "it has to be the name of a time zone, like 'Europe/Berlin'";
        }

        if (name.Split('/').All(part => part is not ("." or "..") && !part.StartsWith("-", StringComparison.Ordinal) && Characters.IsMatch(part)) && Array.BinarySearch(Names.Value, name, StringComparer.Ordinal) >= 0)
        {
            return null;
        }

        return Spelling.Nearest(name, Names.Value) is { } near ? $"there is no time zone of that name; did you mean '{near}'?" : "there is no time zone of that name; names are like 'Europe/Berlin' or 'UTC'";
    }

    private static string[] Read()
    {
        using var stream = typeof(TimeZones).Assembly.GetManifestResourceStream("K8sSharpManifests.TimeZones.txt");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
    }
}
