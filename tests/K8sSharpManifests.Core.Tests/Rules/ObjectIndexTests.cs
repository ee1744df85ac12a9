using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class ObjectIndexTests
{
    private static readonly string[] Emitted =
    [
        "{kind: Secret, metadata: {name: db, namespace: shop}}",
        "{kind: Secret, metadata: {name: nowhere}}",
        "{kind: ConfigMap, metadata: {name: db, namespace: other}}",
        "{kind: ConfigMap, metadata: {name: !unknown , namespace: shop}}",
        "{kind: ExternalSecret, metadata: {name: made, namespace: shop}, spec: {}}",
    ];

    private static ObjectIndex Seen { get; } = ObjectIndex.Of(Emitted.Select(yaml => YamlTree.Parse(yaml)), new([new("Service", "web", "shop")]));

    [Theory]
    [InlineData("Secret", "shop", "db", "True")]
    [InlineData("Secret", "other", "db", "False")]
    [InlineData("Secret", "", "nowhere", "True")]
    [InlineData("Secret", "?", "db", "Unknown")]
    [InlineData("Secret", "shop", "?", "Unknown")]
    [InlineData("Secret", "shop", "absent", "False")]
    [InlineData("ConfigMap", "shop", "any", "Unknown")]
    [InlineData("Service", "shop", "web", "False")]
    public void EmittedObject_IsFoundByKindNamespaceAndName(string kind, string objectNamespace, string name, string expected) =>
        Assert.Equal(expected, Seen.IsEmitted(kind, Node(objectNamespace), Node(name)).ToString());

    [Theory]
    [InlineData("Secret", "other", "db", "True")]
    [InlineData("Secret", "shop", "db", "False")]
    [InlineData("Secret", "", "db", "Unknown")]
    [InlineData("Secret", "shop", "nowhere", "Unknown")]
    [InlineData("Secret", "shop", "?", "Unknown")]
    public void ObjectOfAnotherNamespace_IsFound(string kind, string objectNamespace, string name, string expected) =>
        Assert.Equal(expected, Seen.IsEmittedElsewhere(kind, Node(objectNamespace), Node(name)).ToString());

    [Theory]
    [InlineData("Service", "shop", "web", "True")]
    [InlineData("Service", "", "web", "Unknown")]
    [InlineData("Service", "other", "web", "False")]
    [InlineData("Secret", "shop", "made", "True")]
    [InlineData("Secret", "other", "made", "False")]
    [InlineData("ConfigMap", "shop", "made", "False")]
    public void ObjectOfTheCluster_IsDeclaredOrMade(string kind, string objectNamespace, string name, string expected) =>
        Assert.Equal(expected, Seen.IsExternal(kind, Node(objectNamespace), Node(name)).ToString());

    [Fact]
    public void SetThatIsNotSeen_AnswersUnknown()
    {
        var (shop, db) = (Node("shop"), Node("db"));
        Assert.Equal(
            ["Unknown", "Unknown", "Unknown", "False"],
            new[]
            {
                ObjectIndex.NotSeen.IsEmitted("Secret", shop, db),
                ObjectIndex.NotSeen.IsEmittedElsewhere("Secret", shop, db),

                // An operator may make Secrets, and nothing else.
                ObjectIndex.NotSeen.IsExternal("Secret", shop, db),
                ObjectIndex.NotSeen.IsExternal("ConfigMap", shop, db),
            }.Select(t => t.ToString()));
        Assert.Null(ObjectIndex.NotSeen.Find("Secret", shop, db));
    }

    [Theory]
    [InlineData("Secret", "shop", "db", "True", "False")]
    [InlineData("Secret", "shop", "absent", "Unknown", "Unknown")]
    [InlineData("Secret", "shop", "made", "Unknown", "True")]
    [InlineData("ConfigMap", "shop", "db", "Unknown", "False")]
    public void PartOfASet_IsSureOfWhatIsThereOnly(string kind, string objectNamespace, string name, string isEmitted, string isExternal)
    {
        var part = ObjectIndex.OfPart(Emitted.Select(yaml => YamlTree.Parse(yaml)), ExternalObjects.None);
        Assert.Equal(isEmitted, part.IsEmitted(kind, Node(objectNamespace), Node(name)).ToString());
        Assert.Equal(isExternal, part.IsExternal(kind, Node(objectNamespace), Node(name)).ToString());
    }

    private static Node Node(string text) => text switch { "?" => Unknown.Value, "" => Missing.Value, _ => Scalar.String(text) };
}
