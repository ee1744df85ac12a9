using k8s.Models;

namespace K8sSharpManifests.Tests;

public class FluentTests
{
    [Fact]
    public void EveryCall_LeavesTheObjectItIsCalledOnAsItWas()
    {
        var shared = K8s.Pod("base").AddContainer("a", "a:1").AddLabel("team", "shop");

        var first = shared.WithName("first").AddContainer("b", "b:1").AddLabel("tier", "web");
        var second = shared.WithName("second");

        Assert.Equal("base", shared.Metadata.Name);
        Assert.Single(shared.Spec.Containers);
        Assert.Single(shared.Metadata.Labels);
        Assert.Equal(["a", "b"], first.Spec.Containers.Select(c => c.Name));
        Assert.Equal(["team", "tier"], first.Metadata.Labels.Keys);
        Assert.Single(second.Spec.Containers);
    }

    [Fact]
    public void GenericMetadataMethod_LeavesTheObjectItIsCalledOnAsItWas()
    {
        var original = K8s.ConfigMap("a");

        var copy = original.WithApiVersion("v9").WithKind("Other").WithMetadata(m => m.WithName("b"));

        Assert.Equal(("v1", "ConfigMap", "a"), (original.ApiVersion, original.Kind, original.Metadata.Name));
        Assert.Equal(("v9", "Other", "b"), (copy.ApiVersion, copy.Kind, copy.Metadata.Name));
    }

    [Fact]
    public void Null_IsTheValueOverloadAndClears()
    {
        var pod = K8s.Pod("p").AddContainer("a", "a:1").WithSpec(null);

        Assert.Null(pod.Spec);
    }

    [Fact]
    public void TargetTypedNew_IsTheValueOverload()
    {
        var pod = K8s.Pod("p").AddContainer(new() { Name = "a" }).WithSpec(s => s.AddVolume(new() { Name = "v" }));

        Assert.Equal("a", Assert.Single(pod.Spec.Containers).Name);
        Assert.Equal("v", Assert.Single(pod.Spec.Volumes).Name);
    }

    [Fact]
    public void Lambda_GetsWhatIsThere()
    {
        var pod = K8s.Pod("p").WithSpec(s => s.WithHostname("h")).WithSpec(s => s.WithSubdomain("s"));

        Assert.Equal(("h", "s"), (pod.Spec.Hostname, pod.Spec.Subdomain));
    }

    [Fact]
    public void List_IsReplacedByWithAndExtendedByAdd()
    {
        var container = new V1Container().AddArg("a").AddArg("b");

        Assert.Equal(["a", "b"], container.Args);
        Assert.Equal(["c", "d"], container.WithArgs("c", "d").Args);
        Assert.Null(container.WithArgs(null).Args);
    }

    [Fact]
    public void MapEntry_IsReplacedInItsPlace()
    {
        var map = K8s.ConfigMap("c").AddData("a", "1").AddData("b", "2").AddData("a", "3");

        Assert.Equal([KeyValuePair.Create("a", "3"), KeyValuePair.Create("b", "2")], map.Data);
    }

    [Fact]
    public void MapLambda_GetsWhatIsThere()
    {
        var schema = new V1JSONSchemaProps().AddProperty("a", p => p.WithType("string")).AddProperty("a", p => p.WithFormat("date"));

        Assert.Equal(("string", "date"), (schema.Properties["a"].Type, schema.Properties["a"].Format));
    }

    [Fact]
    public void AddFinalizersAndAddOwnerReferences_ChangeACopy()
    {
        var pod = K8s.Pod("p");

        V1Pod changed = pod.AddFinalizers("acme.io/keep", "acme.io/backup").AddOwnerReferences(new V1OwnerReference { Name = "o" }).AddFinalizers("last");

        Assert.Null(pod.Metadata.Finalizers);
        Assert.Equal(["acme.io/keep", "acme.io/backup", "last"], changed.Metadata.Finalizers);
        Assert.Equal("o", Assert.Single(changed.Metadata.OwnerReferences).Name);
    }

    [Fact]
    public void AddFinalizerAndAddOwnerReference_AreTheClients()
    {
        var pod = K8s.Pod("p");

        bool added = pod.AddFinalizer("acme.io/keep");
        pod.AddOwnerReference(new V1OwnerReference { Name = "o" });

        Assert.True(added);
        Assert.Equal("acme.io/keep", Assert.Single(pod.Metadata.Finalizers));
        Assert.Equal("o", Assert.Single(pod.Metadata.OwnerReferences).Name);
    }

    [Fact]
    public void PodMethod_WorksOnEverythingThatHoldsAPod()
    {
        V1PodSpec[] specs =
        [
            K8s.Pod("w").AddContainer("a", "a:1").Spec,
            K8s.Deployment("w").AddContainer("a", "a:1").Spec.Template.Spec,
            K8s.StatefulSet("w").AddContainer("a", "a:1").Spec.Template.Spec,
            K8s.DaemonSet("w").AddContainer("a", "a:1").Spec.Template.Spec,
            K8s.ReplicaSet("w").AddContainer("a", "a:1").Spec.Template.Spec,
            K8s.ReplicationController("w").AddContainer("a", "a:1").Spec.Template.Spec,
            K8s.Job("w").AddContainer("a", "a:1").Spec.Template.Spec,
            K8s.CronJob("w").AddContainer("a", "a:1").Spec.JobTemplate.Spec.Template.Spec,
        ];

        Assert.All(specs, spec => Assert.Equal("a:1", Assert.Single(spec.Containers).Image));
    }

    [Fact]
    public void NameOnTwoLevels_IsTheNearestOnes()
    {
        var job = K8s.Job("j").WithActiveDeadlineSeconds(60);

        Assert.Equal(60, job.Spec.ActiveDeadlineSeconds);
        Assert.Null(job.Spec.Template.Spec.ActiveDeadlineSeconds);
    }

    [Fact]
    public void SpecMethod_WorksOnTheKind()
    {
        Assert.Equal(3, K8s.Deployment("w").WithReplicas(3).Spec.Replicas);
        Assert.Equal(2, K8s.CronJob("c").WithBackoffLimit(2).Spec.JobTemplate.Spec.BackoffLimit);
        Assert.Equal("LoadBalancer", K8s.Service("s").WithType("LoadBalancer").Spec.Type);
    }

    [Fact]
    public void PodLabel_GoesToTheTemplateAndNeverToTheSelector()
    {
        var deployment = K8s.Deployment("w").AddPodLabel("tier", "web").AddPodAnnotation("note", "x");

        Assert.Equal(["app", "tier"], deployment.Spec.Template.Metadata.Labels.Keys);
        Assert.Equal(["app"], deployment.Spec.Selector.MatchLabels.Keys);
        Assert.Equal("x", deployment.Spec.Template.Metadata.Annotations["note"]);
        Assert.Null(deployment.Metadata.Labels);
    }

    private static readonly Dictionary<string, Func<V1Deployment, V1Deployment>> Orders = new()
    {
        ["first"] = d => d.WithDefaultImagePullPolicy("Always").AddContainer("a", "a:1").AddInitContainer("i", "i:1").AddContainer(Own()),
        ["last"] = d => d.AddContainer("a", "a:1").AddInitContainer("i", "i:1").AddContainer(Own()).WithDefaultImagePullPolicy("Always"),
        ["between"] = d => d.AddContainer("a", "a:1").WithDefaultImagePullPolicy("Always").AddInitContainer("i", "i:1").AddContainer(_ => Own()),
        ["before replacing"] = d =>
            d.WithDefaultImagePullPolicy("Always").WithInitContainers(new V1Container { Name = "i" }).WithContainers(new() { Name = "a" }, Own()),
    };

    public static TheoryData<string> OrdersOfDefaultPullPolicy => [.. Orders.Keys];

    [Theory]
    [MemberData(nameof(OrdersOfDefaultPullPolicy))]
    public void DefaultPullPolicy_HoldsWhateverTheOrderOfTheCalls(string order)
    {
        var spec = Orders[order](K8s.Deployment("w")).WithServiceAccountName("later").Spec.Template.Spec;

        Assert.Equal(["Always", "Never"], spec.Containers.Select(c => c.ImagePullPolicy));
        Assert.Equal("Always", Assert.Single(spec.InitContainers).ImagePullPolicy);
    }

    private static V1Container Own() => new() { Name = "own", ImagePullPolicy = "Never" };
}
