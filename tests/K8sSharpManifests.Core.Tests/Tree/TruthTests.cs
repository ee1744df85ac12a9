namespace K8sSharpManifests.Core.Tests.Tree;

public class TruthTests
{
    // T, F and U: a row is left, right, left and right, left or right.
    [Theory]
    [InlineData("TTTT")]
    [InlineData("TFFT")]
    [InlineData("TUUT")]
    [InlineData("FTFT")]
    [InlineData("FFFF")]
    [InlineData("FUFU")]
    [InlineData("UTUT")]
    [InlineData("UFFU")]
    [InlineData("UUUU")]
    public void Operators_AreKleenes(string row)
    {
        Assert.Equal(Of(row[2]), Of(row[0]) & Of(row[1]));
        Assert.Equal(Of(row[3]), Of(row[0]) | Of(row[1]));
    }

    [Theory]
    [InlineData('T', 'F')]
    [InlineData('F', 'T')]
    [InlineData('U', 'U')]
    public void Negation_LeavesTheUnknownUnknown(char value, char expected) => Assert.Equal(Of(expected), !Of(value));

    [Theory]
    [InlineData("", 'F', 'T')]
    [InlineData("FF", 'F', 'F')]
    [InlineData("FU", 'U', 'F')]
    [InlineData("FUT", 'T', 'F')]
    [InlineData("TT", 'T', 'T')]
    [InlineData("TU", 'T', 'U')]
    public void AnyAndAll_AreOrAndAndOverTheItems(string items, char any, char all)
    {
        Assert.Equal(Of(any), Truth.Any(items, Of));
        Assert.Equal(Of(all), Truth.All(items, Of));
    }

    [Fact]
    public void Default_IsUnknown()
    {
        Assert.True(default(Truth).IsUnknown);
        Assert.False(default(Truth).IsTrue);
        Assert.False(default(Truth).IsFalse);
        Assert.Equal("Unknown", default(Truth).ToString());
    }

    [Fact]
    public void Boolean_IsKnown()
    {
        Truth truth = true;

        Assert.True(truth.IsTrue & ((Truth)false).IsFalse);
        Assert.Equal(("True", "False"), (truth.ToString(), ((Truth)false).ToString()));
    }

    private static Truth Of(char c) => c switch { 'T' => Truth.True, 'F' => Truth.False, _ => Truth.Unknown };
}
