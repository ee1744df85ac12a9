using System.Globalization;
using CsCheck;
using k8s.Models;
using K8sSharpManifests.YamlParsers;
using static K8sSharpManifests.Core.Tests.Trees;

namespace K8sSharpManifests.Core.Tests;

public sealed class QuantityTests
{
    public static readonly TheoryData<string, string> CanonicalTexts = new()
    {
        { "0", "0" }, { "-0", "0" }, { "0Ki", "0" }, { "0.0m", "0" }, { "00", "0" },
        { "1", "1" }, { "+1", "1" }, { "-1", "-1" }, { "007", "7" },
        { "1000m", "1" }, { "1500m", "1500m" }, { "1.5", "1500m" }, { "0.1", "100m" }, { "0.5m", "500u" }, { "-0.5m", "-500u" },
        { "1000", "1k" }, { "1024", "1024" }, { "1000k", "1M" }, { "128974848", "128974848" }, { "129M", "129M" }, { "0.001", "1m" },
        { "1n", "1n" }, { "1000n", "1u" }, { "0.9n", "1n" }, { "-0.9n", "-1n" }, { "1.1n", "2n" }, { "0.0000000001", "1n" }, { "1e-10", "1e-9" },
        { "1Ki", "1Ki" }, { "1023", "1023" }, { "0.5Ki", "512" }, { "0.9Ki", "921600m" }, { "1024Mi", "1Gi" }, { "1.5Gi", "1536Mi" },
        { "-1Gi", "-1Gi" }, { "-1.5Gi", "-1536Mi" }, { "0.1Gi", "107374182400m" }, { "-0.1Gi", "-107374182400m" }, { "123456789Ki", "123456789Ki" },
        { "1000Ki", "1000Ki" }, { "1Ti", "1Ti" }, { "1Pi", "1Pi" }, { "7Ei", "7Ei" }, { "1024Ki", "1Mi" }, { "0.00000000001Ki", "11n" },
        { "1e3", "1e3" }, { "1E3", "1e3" }, { "1e+3", "1e3" }, { "1e0", "1" }, { "1e1", "10" }, { "1e2", "100" }, { "1e4", "10e3" }, { "12e6", "12e6" },
        { "1e-1", "100e-3" }, { "1e-3", "1e-3" }, { "1500e-3", "1500e-3" }, { "1.5e3", "1500" }, { "1000e3", "1e6" }, { "1E", "1E" },
        { "9223372036854775807", "9223372036854775807" }, { "18446744073709551616", "18446744073709551616" },
        { "1000E", "1e21" }, { "1P", "1P" }, { "1T", "1T" }, { "1.2345", "1234500u" },
    };

    [Theory]
    [MemberData(nameof(CanonicalTexts))]
    public void Text_GivesTheCanonicalText(string text, string canonical)
    {
        Assert.True(Quantity.TryParse(text, out var quantity));
        Assert.Equal(canonical, quantity.ToString());
        Assert.True(Quantity.TryParse(canonical, out var again));
        Assert.Equal(quantity, again);
        Assert.Equal(canonical, again.ToString());
    }

    // The models refuse what has no digit before or after the point, and their decimal ends at 7.9e28.
    [Theory]
    [InlineData(".5", "500m")]
    [InlineData("1.", "1")]
    [InlineData("1.G", "1G")]
    [InlineData("1e30", "1e30")]
    [InlineData("1e1000", "10e999")]
    public void TextThatNoModelHolds_GivesTheCanonicalText(string text, string canonical) => Text_GivesTheCanonicalText(text, canonical);

    [Theory]
    [MemberData(nameof(CanonicalTexts))]
    public void ModelOfTheText_GivesTheSameCanonicalText(string text, string canonical)
    {
        Assert.Equal(canonical, FromModel(text).ToString());
    }

    /// <summary>kubectl decodes a Pod into Kubernetes' own types here, and prints quantities as those do; some that are not quite canonical it repeats.</summary>
    [Fact]
    public async Task CanonicalText_IsTheSameToKubernetes()
    {
        // Kubernetes reads 1000E, but has no suffix for what it is and prints "1".
        var rows = CanonicalTexts.Select(row => (Text: row.Data.Item1, Canonical: row.Data.Item2)).Where(row => row.Text != "1000E").ToList();
        Mapping Amounts(IEnumerable<string> texts) => new(texts.Select((t, i) => KeyValuePair.Create($"q{i}", (Node)Str(t))));
        var pod = Map(("apiVersion", Str("v1")), ("kind", Str("Pod")), ("spec", Map(("containers", List(Map(("name", Str("a")), ("resources", Map(
            ("requests", Amounts(rows.Select(r => r.Text))), ("limits", Amounts(rows.Select(r => r.Canonical)))))))))));

        var document = Assert.Single(await ExternalParser.KubectlTypes.ReadAsync(YamlWriter.Write(pod)));

        var resources = document.GetProperty("spec").GetProperty("containers")[0].GetProperty("resources");
        IEnumerable<string> Printed(string field) => rows.Select((_, i) => resources.GetProperty(field).GetProperty($"q{i}").GetString()!);
        Assert.Equal(rows.Select(r => r.Canonical), Printed("limits"));
        Assert.Equal(rows, rows.Zip(Printed("requests"), (row, printed) => (row.Text, Quantity.TryParse(printed, out var quantity) ? quantity.ToString() : printed)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1 Gi")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("k")]
    [InlineData("Ki")]
    [InlineData("e3")]
    [InlineData("--1")]
    [InlineData("1.1.M")]
    [InlineData("1+1.0M")]
    [InlineData("0.1mi")]
    [InlineData("0.1am")]
    [InlineData("aoeu")]
    [InlineData(".5i")]
    [InlineData("1i")]
    [InlineData("1K")]
    [InlineData("1ki")]
    [InlineData("1KI")]
    [InlineData("1GiB")]
    [InlineData("1GB")]
    [InlineData("1mi")]
    [InlineData("1g")]
    [InlineData("-3.01i")]
    [InlineData("-3.01e-")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e1.5")]
    [InlineData("1e1k")]
    [InlineData("1ee1")]
    [InlineData("1_000")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("١")]
    [InlineData("1e1001")]
    [InlineData("1e-99999999999999999999")]
    [InlineData("NaN")]
    public void TextThatIsNone_IsRefused(string text)
    {
        Assert.False(Quantity.TryParse(text, out var quantity));
        Assert.Equal(default, quantity);
    }

    /// <summary>kubectl decodes a Pod into Kubernetes' own types, or fails.</summary>
    [Theory]
    [InlineData("1,5Gi")]
    [InlineData("1/3Gi")]
    [InlineData("64 Mi")]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("128MB")]
    [InlineData("1i")]
    [InlineData("1ki")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e1.5")]
    [InlineData("5-")]
    [InlineData("1_000")]
    [InlineData("--1")]
    [InlineData("1.1.M")]
    [InlineData("٣")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("ki")]
    [InlineData("e")]
    [InlineData("e3Mi")]
    [InlineData("1e-")]
    [InlineData("1+1")]
    [InlineData("1-1")]
    [InlineData("1n1")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1E-99999999999999999999")]
    [InlineData("0e9223372036854775808")]
    [InlineData("1e-9223372036854775809")]
    [InlineData("1e++1")]
    [InlineData("1e1_0")]
    [InlineData("1e 1")]
    [InlineData("1Ei1")]
    [InlineData("1Kii")]
    [InlineData(" 64Mi ", false)]
    [InlineData("1e3", false)]
    [InlineData("+1", false)]
    [InlineData(".5", false)]
    [InlineData("5.", false)]
    [InlineData("1.G", false)]
    [InlineData("1E", false)]
    [InlineData("-1", false)]
    [InlineData("k", false)]
    [InlineData("Ki", false)]
    [InlineData("+", false)]
    [InlineData("e3", false)]
    [InlineData("1e1001", false)]
    [InlineData("1e9223372036854775807", false)]
    [InlineData("0e-9223372036854775808", false)]
    [InlineData("1e+00000000000000000000000001", false)]
    [InlineData("1E3", false)]
    [InlineData("1.Ei", false)]
    [InlineData("1e-1001", false)]
    public async Task WhatIsRefused_IsWhatKubernetesRefuses(string text, bool isRefused = true)
    {
        Assert.Equal(isRefused, Quantity.IsRefused(text));
        var pod = Map(("apiVersion", Str("v1")), ("kind", Str("Pod")), ("spec", Map(("containers", List(Map(("name", Str("a")), ("resources", Map(("limits", Map(("memory", Str(text))))))))))));
        var read = ExternalParser.KubectlTypes.ReadAsync(YamlWriter.Write(pod));
        if (isRefused)
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => read);
        }
        else
        {
            await read;
        }
    }

    [Fact]
    public void BinaryBeyondInt64_KeepsItsValueUnlikeTheModel()
    {
        Assert.True(Quantity.TryParse("8Ei", out var eight));
        Assert.Equal("8Ei", eight.ToString());
        Assert.True(Quantity.TryParse("2048Ei", out var more));
        Assert.Equal("2048Ei", more.ToString());
        Assert.Equal("9223372036854775807", FromModel("8Ei").ToString());
    }

    [Fact]
    public void BinaryWithoutSuffix_IsReadAsDecimalAsUpstreamDoes()
    {
        Assert.True(Quantity.TryParse("21889937.5Ki", out var binary));
        Assert.Equal("22415296000", binary.ToString());
        Assert.True(Quantity.TryParse("22415296000", out var plain));
        Assert.Equal("22415296k", plain.ToString());
    }

    [Fact]
    public void DecimalAndFormat_GiveTheCanonicalText()
    {
        Assert.Equal("1536Mi", Quantity.From(1610612736m, QuantityFormat.BinarySI).ToString());
        Assert.Equal("1610612736", Quantity.From(1610612736.000m, QuantityFormat.DecimalSI).ToString());
        Assert.Equal("-250m", Quantity.From(-0.25m, QuantityFormat.DecimalSI).ToString());
        Assert.Equal("1n", Quantity.From(0.0000000000000000000000000001m, QuantityFormat.DecimalSI).ToString());
        Assert.Equal("79228162514264337593543950335", Quantity.From(decimal.MaxValue, QuantityFormat.DecimalSI).ToString());
        Assert.Equal("-79228162514264337593543950335", Quantity.From(decimal.MinValue, QuantityFormat.BinarySI).ToString());
        Assert.Equal("0", default(Quantity).ToString());
    }

    [Fact]
    public void EqualValuesInOtherFormats_AreEqual()
    {
        Assert.True(Quantity.TryParse("1Ki", out var binary));
        Assert.True(Quantity.TryParse("1024", out var plain));
        Assert.True(Quantity.TryParse("1025", out var more));
        Assert.Equal(binary, plain);
        Assert.True(binary == plain && binary != more && binary < more && more > plain && binary <= plain && plain >= binary);
        Assert.Equal(binary.GetHashCode(), plain.GetHashCode());
        Assert.Equal([binary, more], new[] { more, binary }.Order());
        Assert.NotEqual(binary.Format, plain.Format);
    }

    [Fact]
    public void OtherCulture_ChangesNothing()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("sv-SE") { NumberFormat = { NegativeSign = "\u2212", NumberDecimalSeparator = "," } };
            Assert.True(Quantity.TryParse("-1.5e-3", out var quantity));
            Assert.Equal("-1500e-6", quantity.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void AnyText_GivesTheSameAsItsModelAndReadsBack()
    {
        string[] suffixes = ["", "n", "u", "m", "k", "M", "G", "T", "Ki", "Mi", "Gi", "e3", "e-3", "E2", "e-9", "e+6"];
        var texts = Gen.Select(Gen.OneOf("", "-", "+"), Gen.Long[0, 999_999_999], Gen.Int[0, 9], Gen.OneOf(suffixes), (sign, digits, point, suffix) =>
        {
            var number = digits.ToString(CultureInfo.InvariantCulture).PadLeft(point + 1, '0');
            return sign + (point == 0 ? number : number.Insert(number.Length - point, ".")) + suffix;
        });
        texts.Sample(
            text =>
            {
                Assert.True(Quantity.TryParse(text, out var quantity), text);
                var canonical = quantity.ToString();
                Assert.Equal(canonical, FromModel(text).ToString());
                Assert.True(Quantity.TryParse(canonical, out var again), canonical);
                Assert.Equal(quantity, again);
                Assert.DoesNotContain(".", canonical, StringComparison.Ordinal);
            },
            iter: 20_000,
            threads: 1);
    }

    private static Quantity FromModel(string text)
    {
        var model = new ResourceQuantity(text);
        return Quantity.From(model, model.Format switch
        {
            ResourceQuantity.SuffixFormat.BinarySI => QuantityFormat.BinarySI,
            ResourceQuantity.SuffixFormat.DecimalSI => QuantityFormat.DecimalSI,
            _ => QuantityFormat.DecimalExponent,
        });
    }
}
