using System.Globalization;
using k8s;
using k8s.Models;

namespace K8sSharpManifests.Tests;

/// <summary>The same objects are the same bytes wherever the build runs. Alone, since a time zone is the whole process's.</summary>
[CollectionDefinition(DisableParallelization = true)]
[Collection(typeof(DeterminismTests))]
public class DeterminismTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("sv-SE")]
    public void OtherCulture_ChangesNothing(string culture)
    {
        var expected = Manifests();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture) { NumberFormat = { NegativeSign = "\u2212", NumberDecimalSeparator = "," } };
            Assert.Equal(expected, Manifests());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/St_Johns")]
    [InlineData("Europe/Berlin")]
    public void OtherTimeZone_ChangesNothing(string zone)
    {
        var lease = new V1Lease
        {
            Spec = new() { AcquireTime = new DateTime(2026, 7, 1, 3, 4, 5, DateTimeKind.Utc), RenewTime = new DateTime(2026, 7, 1, 3, 4, 5, DateTimeKind.Unspecified) },
        };
        var expected = Manifests();
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            SetTimeZone(zone);
            Assert.NotEqual(TimeSpan.Zero, TimeZoneInfo.Local.GetUtcOffset(new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc)));
            Assert.Equal(expected, Manifests());
            Yaml.AssertIs(
                """
                apiVersion: coordination.k8s.io/v1
                kind: Lease
                spec:
                  acquireTime: "2026-07-01T03:04:05.000000Z"
                  renewTime: "2026-07-01T03:04:05.000000Z"
                """,
                lease);
        }
        finally
        {
            SetTimeZone(before);
        }
    }

    private static string Manifests() => string.Concat(ModelSamples.Kinds.Select(k => Yaml.Of((IKubernetesObject)ModelSamples.Create(k, new Random(k.Name.Length)))));

    private static void SetTimeZone(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}
