using static K8sSharpManifests.Core.Tests.Trees;

namespace K8sSharpManifests.Core.Tests;

public sealed class ManifestDefaultsTests
{
    private static readonly ManifestDefaults Both = new("shop", [KeyValuePair.Create("team", "web"), KeyValuePair.Create("app", "shop")], []);
    private static readonly ManifestDefaults Labels = new(null, Both.Labels, []);
    private static readonly ManifestDefaults Namespace = new("shop", [], []);
    private static readonly ManifestDefaults None = new(null, [], []);

    private static Mapping PodTemplate => Map(("spec", Map(("containers", List(Map(("name", Str("web"))))))));

    [Fact]
    public void Deployment_GetsNamespaceAndLabelsButKeepsItsSelector()
    {
        var manifest = Object("apps/v1", "Deployment", Map(("name", Str("web")), ("annotations", Map(("a", Str("b")))), ("uid", Str("u"))),
            ("spec", Map(
                ("selector", Map(("matchLabels", Map(("app", Str("web")))))),
                ("template", Map(("metadata", Map(("labels", Map(("app", Str("web")))))), ("spec", Map(("containers", List()))))))));
        var before = YamlOf(manifest);
        AssertYaml(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
              annotations:
                a: b
              labels:
                team: web
                app: shop
              uid: u
            spec:
              selector:
                matchLabels:
                  app: web
              template:
                metadata:
                  labels:
                    app: web
                    team: web
                spec:
                  containers: []

            """,
            Both.Apply(manifest));
        Assert.Equal(before, YamlOf(manifest));
    }

    [Theory]
    [InlineData("apps/v1", "Deployment")]
    [InlineData("apps/v1", "StatefulSet")]
    [InlineData("apps/v1", "DaemonSet")]
    [InlineData("apps/v1", "ReplicaSet")]
    [InlineData("v1", "ReplicationController")]
    [InlineData("batch/v1", "Job")]
    public void Workload_LabelsItsTemplate(string apiVersion, string kind) => AssertYaml(
        $"""
        apiVersion: {apiVersion}
        kind: {kind}
        metadata:
          name: web
          labels:
            team: web
            app: shop
        spec:
          template:
            metadata:
              labels:
                team: web
                app: shop
            spec:
              containers:
              - name: web

        """,
        Labels.Apply(Object(apiVersion, kind, Map(("name", Str("web"))), ("spec", Map(("template", PodTemplate))))));

    [Fact]
    public void CronJob_LabelsItsJobTemplateToo() => AssertYaml(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: web
          namespace: shop
          labels:
            team: web
            app: shop
        spec:
          jobTemplate:
            metadata:
              labels:
                team: web
                app: shop
            spec:
              template:
                metadata:
                  labels:
                    team: web
                    app: shop
                spec:
                  containers:
                  - name: web

        """,
        Both.Apply(Object("batch/v1", "CronJob", Map(("name", Str("web"))),
            ("spec", Map(("jobTemplate", Map(("spec", Map(("template", PodTemplate))))))))));

    [Fact]
    public void Pod_IsLabelledOnce() => AssertYaml(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: shop
          labels:
            team: web
            app: shop
        spec:
          containers: []

        """,
        Both.Apply(Object("v1", "Pod", Map(("name", Str("web"))), ("spec", Map(("containers", List()))))));

    [Fact]
    public void ClusterScopedKind_GetsNoNamespace() => AssertYaml(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: web
          labels:
            team: web
            app: shop
        rules: []

        """,
        Both.Apply(Object("rbac.authorization.k8s.io/v1", "ClusterRole", Map(("name", Str("web"))), ("rules", List()))));

    [Fact]
    public void CustomResource_GetsTheNamespace() => AssertYaml(
        """
        apiVersion: example.com/v1
        kind: Widget
        metadata:
          name: web
          namespace: shop
        spec:
          template: {}

        """,
        Namespace.Apply(Object("example.com/v1", "Widget", Map(("name", Str("web"))), ("spec", Map(("template", Map()))))));

    [Fact]
    public void WhatTheManifestSays_Wins()
    {
        var manifest = Object("v1", "ConfigMap",
            Map(("labels", Map(("app", Str("own")), ("team", Str("own")))), ("namespace", Str("own")), ("name", Str("web"))));
        Assert.Same(manifest, Both.Apply(manifest));
    }

    [Fact]
    public void EmptyNamespaceAndNullLabels_AreNone() => AssertYaml(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          namespace: shop
          labels:
            team: web
            app: shop
          name: web

        """,
        Both.Apply(Object("v1", "ConfigMap", Map(("namespace", Str("")), ("labels", Scalar.Null), ("name", Str("web"))))));

    [Fact]
    public void NoName_PutsTheNamespaceFirst() => AssertYaml(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          namespace: shop
          generateName: web-

        """,
        Namespace.Apply(Object("v1", "ConfigMap", Map(("generateName", Str("web-"))))));

    [Fact]
    public void MissingMetadata_IsMadeOnlyWhenThereIsSomethingToAdd()
    {
        var manifest = Map(("apiVersion", Str("v1")), ("kind", Str("ConfigMap")), ("data", Map()));
        AssertYaml("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  namespace: shop\ndata: {}\n", Namespace.Apply(manifest));
        Assert.Same(manifest, None.Apply(manifest));

        var clusterScoped = Map(("apiVersion", Str("v1")), ("kind", Str("Namespace")));
        Assert.Same(clusterScoped, Namespace.Apply(clusterScoped));

        var noTemplate = Object("apps/v1", "Deployment", Map(("labels", Map(("team", Str("t")), ("app", Str("a"))))), ("spec", Map(("replicas", Scalar.Number(1)))));
        Assert.Same(noTemplate, Labels.Apply(noTemplate));
    }

    [Fact]
    public void List_GivesTheDefaultsToItsItems()
    {
        var list = Map(("apiVersion", Str("v1")), ("kind", Str("List")), ("metadata", Map()), ("items", List(
            Object("v1", "ConfigMap", Map(("name", Str("a")))),
            Object("v1", "Namespace", Map(("name", Str("b")))))));
        AssertYaml(
            """
            apiVersion: v1
            kind: List
            metadata: {}
            items:
            - apiVersion: v1
              kind: ConfigMap
              metadata:
                name: a
                namespace: shop
            - apiVersion: v1
              kind: Namespace
              metadata:
                name: b

            """,
            Namespace.Apply(list));
        Assert.Same(list, None.Apply(list));

        AssertYaml(
            "apiVersion: v1\nkind: NamespaceList\nitems:\n- metadata:\n    name: a\n",
            Namespace.Apply(Map(("apiVersion", Str("v1")), ("kind", Str("NamespaceList")), ("items", List(Map(("metadata", Map(("name", Str("a"))))))))));
        AssertYaml(
            "apiVersion: example.com/v1\nkind: AllowList\nmetadata:\n  name: a\n  namespace: shop\nitems:\n- x\n",
            Namespace.Apply(Object("example.com/v1", "AllowList", Map(("name", Str("a"))), ("items", List(Str("x"))))));
    }

    [Fact]
    public void Annotations_GoWhereLabelsGo() => AssertYaml(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: web
          annotations:
            owner: ann
            note: default
          labels:
            team: web
        spec:
          jobTemplate:
            metadata:
              annotations:
                owner: web
                note: default
              labels:
                team: web
            spec:
              template:
                metadata:
                  annotations:
                    owner: web
                    note: default
                  labels:
                    team: web
                spec:
                  containers:
                  - name: web

        """,
        new ManifestDefaults(null, [KeyValuePair.Create("team", "web")], [KeyValuePair.Create("owner", "web"), KeyValuePair.Create("note", "default")])
            .Apply(Object("batch/v1", "CronJob", Map(("name", Str("web")), ("annotations", Map(("owner", Str("ann"))))),
                ("spec", Map(("jobTemplate", Map(("spec", Map(("template", PodTemplate))))))))));

    [Fact]
    public void UnknownParts_StayUnknown()
    {
        var unknownMetadata = Object("v1", "ConfigMap", Unknown.Value);
        Assert.Same(unknownMetadata, Both.Apply(unknownMetadata));

        var openRoot = OpenMap(("apiVersion", Str("v1")), ("kind", Str("ConfigMap")));
        Assert.Same(openRoot, Both.Apply(openRoot));

        var openMetadata = Object("v1", "ConfigMap", OpenMap(("name", Str("web"))));
        Assert.Same(openMetadata, Both.Apply(openMetadata));

        var unknownNamespace = Object("v1", "ConfigMap", Map(("name", Str("web")), ("namespace", Unknown.Value)));
        Assert.Same(unknownNamespace, Namespace.Apply(unknownNamespace));

        var openLabels = Object("v1", "ConfigMap", Map(("labels", OpenMap(("app", Str("own"))))));
        Assert.Same(openLabels, Labels.Apply(openLabels));

        var unknownTemplate = Object("apps/v1", "Deployment", Map(("labels", Map(("team", Str("t")), ("app", Str("a"))))), ("spec", OpenMap()));
        Assert.Same(unknownTemplate, Labels.Apply(unknownTemplate));
    }

    [Fact]
    public void UnknownKind_LeavesTheNamespaceUndecided()
    {
        var manifest = Map(("apiVersion", Str("v1")), ("kind", Unknown.Value), ("metadata", Map(("name", Str("web")))));
        var metadata = Assert.IsType<Mapping>(Both.Apply(manifest)["metadata"]);
        Assert.IsType<Unknown>(metadata["namespace"]);
        Assert.True(Assert.IsType<Mapping>(metadata["labels"])["team"].Is("web").IsTrue);
    }

    [Fact]
    public void Origins_AreKept()
    {
        var metadata = new Mapping([KeyValuePair.Create("name", (Node)Str("web"))], origin: "here");
        var manifest = new Mapping([KeyValuePair.Create("kind", (Node)Str("X")), KeyValuePair.Create("metadata", (Node)metadata)], origin: "there");
        var applied = Both.Apply(manifest);
        Assert.Equal("there", applied.Origin);
        Assert.Equal("here", applied["metadata"].Origin);
    }

    private static Mapping Object(string apiVersion, string kind, Node metadata, params (string Key, Node Value)[] rest) =>
        Typing.Object(Map([("apiVersion", Str(apiVersion)), ("kind", Str(kind)), ("metadata", metadata), .. rest]));

    private static void AssertYaml(string expected, Mapping actual) => Assert.Equal(expected, YamlOf(actual));
}
