using static K8sSharpManifests.Core.Tests.Trees;

namespace K8sSharpManifests.Core.Tests;

public sealed class BindingSubjectsTests
{
    private static readonly ManifestDefaults Shop = new("shop", [], []);

    [Theory]
    [InlineData("RoleBinding", null, "shop")]
    [InlineData("RoleBinding", "own", "own")]
    [InlineData("ClusterRoleBinding", null, "shop")]
    [InlineData("ClusterRoleBinding", "own", "shop")]
    public void ServiceAccountWithoutNamespace_GetsTheBindings(string kind, string? own, string expected)
    {
        var given = Binding(Str(kind), own is null ? Map(("name", Str("b"))) : Map(("name", Str("b")), ("namespace", Str(own))), Account(), Account("other"));

        var subjects = (Sequence)Shop.Apply(given)["subjects"];

        Assert.Equal([expected, "other"], subjects.Items.Select(s => ((Scalar)((Mapping)s)["namespace"]).Text));
        Assert.Equal(["name", "kind", "namespace"], ((Mapping)subjects.Items[0]).Entries.Select(e => e.Key));
    }

    [Fact]
    public void BindingsOwnNamespace_IsEnough()
    {
        var given = Binding(Str("RoleBinding"), Map(("namespace", Str("own"))), Account());

        Assert.Equal("own", ((Scalar)((Mapping)((Sequence)ManifestDefaults.None.Apply(given)["subjects"]).Items[0])["namespace"]).Text);
    }

    [Fact]
    public void OtherSubjects_StayAsTheyAre()
    {
        var given = Binding(Str("RoleBinding"), Map(("namespace", Str("own"))), Map(("kind", Str("User")), ("name", Str("ann"))));
        Assert.Same(given, ManifestDefaults.None.Apply(given));

        var nowhere = Binding(Str("ClusterRoleBinding"), Map(("name", Str("b"))), Account());
        Assert.Same(nowhere, ManifestDefaults.None.Apply(nowhere));

        var other = Binding(Str("Other"), Map(("namespace", Str("own"))), Account());
        Assert.Same(other, ManifestDefaults.None.Apply(other));
    }

    [Fact]
    public void WhatIsUnknown_StaysUnknown()
    {
        Assert.IsType<Unknown>(NamespaceOf(Binding(Unknown.Value, Map(("namespace", Str("own"))), Account())));
        Assert.IsType<Unknown>(NamespaceOf(Binding(Str("RoleBinding"), Unknown.Value, Account())));
        Assert.IsType<Unknown>(NamespaceOf(Binding(Str("RoleBinding"), Map(("namespace", Unknown.Value)), Account())));
        Assert.IsType<Unknown>(NamespaceOf(Binding(Str("RoleBinding"), Map(("namespace", Str("own"))), Map(("kind", Unknown.Value)))));

        var open = Binding(Str("RoleBinding"), Map(("namespace", Str("own"))), OpenMap(("kind", Str("ServiceAccount"))));
        Assert.Same(open, ManifestDefaults.None.Apply(open));

        static Node NamespaceOf(Mapping binding) => ((Mapping)((Sequence)Shop.Apply(binding)["subjects"]).Items[0])["namespace"];
    }

    private static Mapping Account(string? @namespace = null) => @namespace is null
        ? Map(("name", Str("a")), ("kind", Str("ServiceAccount")))
        : Map(("name", Str("a")), ("kind", Str("ServiceAccount")), ("namespace", Str(@namespace)));

    private static Mapping Binding(Node kind, Node metadata, params Node[] subjects) =>
        Map(("apiVersion", Str("rbac.authorization.k8s.io/v1")), ("kind", kind), ("metadata", metadata), ("subjects", List(subjects)));
}
