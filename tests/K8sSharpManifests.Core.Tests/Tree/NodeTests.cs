namespace K8sSharpManifests.Core.Tests.Tree;

public class NodeTests
{
    private static readonly KeyValuePair<string, Node>[] Entries = [new("image", Scalar.String("a:1")), new("tty", Scalar.True)];

    [Fact]
    public void AbsentKeyOfAClosedMapping_IsMissing()
    {
        var node = new Mapping(Entries)["name"];

        Assert.IsType<Missing>(node);
        Assert.Equal((Truth.False, Truth.False), (node.Exists, node.Is("a")));
    }

    [Fact]
    public void AbsentKeyOfAnOpenMapping_IsUnknown()
    {
        var node = new Mapping(Entries, isOpen: true)["name"];

        Assert.IsType<Unknown>(node);
        Assert.Equal((Truth.Unknown, Truth.Unknown), (node.Exists, node.Is("a")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PresentKey_IsItsNodeInAnyMapping(bool isOpen)
    {
        var node = new Mapping(Entries, isOpen)["image"];

        Assert.Equal((Truth.True, Truth.True, Truth.False), (node.Exists, node.Is("a:1"), node.Is("A:1")));
    }

    [Fact]
    public void ScalarThatIsNoString_IsNoText()
    {
        Assert.Equal(Truth.False, Scalar.True.Is("true"));
        Assert.Equal(Truth.False, Scalar.Number(80).Is("80"));
    }

    [Fact]
    public void With_ReplacesInPlaceOrAppendsAndLeavesTheOriginal()
    {
        var origin = new object();
        var mapping = new Mapping(Entries, isOpen: true, origin);

        var replaced = mapping.With("image", Scalar.String("b"));
        var appended = mapping.With("name", Scalar.String("n"));

        Assert.Equal(["image", "tty"], replaced.Entries.Select(e => e.Key));
        Assert.True(replaced["image"].Is("b").IsTrue);
        Assert.Equal(["image", "tty", "name"], appended.Entries.Select(e => e.Key));
        Assert.True(mapping["image"].Is("a:1").IsTrue);
        Assert.Equal((true, origin), (appended.IsOpen, appended.Origin));
    }

    [Theory]
    [InlineData(false, "False", "True")]
    [InlineData(true, "Unknown", "Unknown")]
    public void SequenceThatMayHoldMore_KnowsNeitherNoneNorAll(bool isOpen, string any, string all)
    {
        var sequence = new Sequence([Scalar.String("a"), Scalar.String("b")], isOpen);

        Assert.Equal(any, sequence.Any(n => n.Is("c")).ToString());
        Assert.Equal(all, sequence.All(n => n.Exists).ToString());
        Assert.Equal(Truth.True, sequence.Any(n => n.Is("a")));
        Assert.Equal(Truth.False, sequence.All(n => n.Is("a")));
    }
}
