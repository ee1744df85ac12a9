using System.Collections;
using System.Reflection;
using k8s;
using k8s.Models;

namespace K8sSharpManifests.Tests;

/// <summary>What leaves no trace in a manifest, for every type that the models have.</summary>
public class AbsentFieldTests
{
    [Fact]
    public void EmptyKind_IsItsApiVersionAndKindOnly()
    {
        Assert.True(ModelSamples.Kinds.Count > 60);
        Assert.All(ModelSamples.Kinds, kind =>
        {
            var entity = kind.GetCustomAttribute<KubernetesEntityAttribute>()!;
            var apiVersion = entity.Group.Length == 0 ? entity.ApiVersion : $"{entity.Group}/{entity.ApiVersion}";
            Yaml.AssertIs($"apiVersion: {apiVersion}\nkind: {entity.Kind}", (IKubernetesObject)Activator.CreateInstance(kind)!);
        });
    }

    [Fact]
    public void StatusAndServerSetMetadata_AreLeftOutOfEveryKind() => Assert.All(ModelSamples.Kinds, kind =>
    {
        var manifest = (IKubernetesObject<V1ObjectMeta>)Activator.CreateInstance(kind)!;
        manifest.Metadata = Metadata();
        if (kind.GetProperty("Status") is { } status)
        {
            status.SetValue(manifest, ModelSamples.Create(status.PropertyType, new Random(1)));
        }

        Assert.Equal(["apiVersion", "kind", "metadata"], ObjectReader.Read(manifest).Entries.Select(e => e.Key));
        Assert.EndsWith("\nmetadata:\n  name: web\n  ownerReferences:\n  - uid: owner\n", Yaml.Of(manifest), StringComparison.Ordinal);
    });

    [Fact]
    public void ServerSetMetadata_IsLeftOutOfEveryTemplate() => Assert.All(FieldsOf(p => p.PropertyType == typeof(V1ObjectMeta)), field =>
    {
        var tree = ModelSamples.Read(With(field.Property, Metadata()));

        Assert.Equal(["name", "ownerReferences"], Assert.IsType<Core.Mapping>(tree["metadata"]).Entries.Select(e => e.Key));
    });

    [Fact]
    public void RequiredNumberThatIsZero_IsLeftOutUnlessZeroIsAValue()
    {
        var numbers = FieldsOf(p => p.PropertyType == typeof(int) || p.PropertyType == typeof(long)).ToList();

        Assert.Equal(
            [
                "V1EvictionResponder.priority", "V1ISCSIPersistentVolumeSource.lun", "V1ISCSIVolumeSource.lun", "V1ResourcePool.generation",
                "V1SleepAction.seconds", "V1beta1ResourcePool.generation", "V1beta2ResourcePool.generation",
            ],
            Kept(numbers, type => Convert.ChangeType(0, type)));
        Assert.Equal(numbers.Select(n => n.Name), Kept(numbers, type => Convert.ChangeType(1, type)));
        Assert.Equal(numbers.Select(n => n.Name), Kept(numbers, type => Convert.ChangeType(-1, type)));
    }

    [Fact]
    public void OptionalNumberThatIsZero_IsKept()
    {
        var numbers = FieldsOf(p => Nullable.GetUnderlyingType(p.PropertyType) is { } type && (type == typeof(int) || type == typeof(long) || type == typeof(double)))
            .ToList();

        Assert.True(numbers.Count > 100);
        Assert.Equal(numbers.Select(n => n.Name), Kept(numbers, type => Convert.ChangeType(0, Nullable.GetUnderlyingType(type)!)));
    }

    [Fact]
    public void EmptyString_IsKept()
    {
        var texts = FieldsOf(p => p.PropertyType == typeof(string)).ToList();

        Assert.True(texts.Count > 500);
        Assert.Equal(texts.Select(t => t.Name), Kept(texts, _ => ""));
    }

    [Fact]
    public void NullInACollection_IsLeftOutUnlessTheFieldHoldsAnyJson()
    {
        var collections = FieldsOf(p => IsCollection(p.PropertyType) && p.PropertyType.GetGenericArguments()[^1] is var item
            && (!item.IsValueType || Nullable.GetUnderlyingType(item) is not null)).ToList();

        Assert.Equal(Kept(collections, Empty).Append("V1JSONSchemaProps.enum").Order(StringComparer.Ordinal), Kept(collections, type =>
        {
            var collection = Empty(type);
            if (collection is IDictionary map)
            {
                map.Add("null", null);
            }
            else
            {
                ((IList)collection).Add(null);
            }

            return collection;
        }));
    }

    [Fact]
    public void EmptyCollection_IsKeptOnlyWhereItDiffersFromNone()
    {
        var kept = Kept(FieldsOf(p => IsCollection(p.PropertyType)), Empty).ToHashSet();

        // Required by the schemas of older servers, as the newer ones of a type that this schema lacks; an error unlike none; deny-all, as one writes it.
        string[] otherwise =
        [
            "V1ClusterRole.rules", "V1EndpointSlice.endpoints", "V1Role.rules", "V1alpha3WorkloadSpec.podGroupTemplates", "V1beta1WorkloadSpec.podGroupTemplates",
            "V2HPAScalingRules.policies", "V1NetworkPolicySpec.egress", "V1NetworkPolicySpec.ingress",
        ];
        Assert.Empty(otherwise.Except(kept));
        Assert.SkipWhen(ApiDescriptions.Instance is null, ApiDescriptions.Absent);
        Assert.Equal(
            FieldsOf(p => IsCollection(p.PropertyType)).Where(f => ApiDescriptions.Instance!.IsRequired(f.Property)).Select(f => f.Name),
            kept.Except(otherwise).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EmptyRecord_IsKeptUnlessTheApiHoldsItByValue()
    {
        var records = FieldsOf(p => ModelSamples.Readers.ContainsKey(p.PropertyType)).ToList();
        var kept = Kept(records, Activator.CreateInstance).ToHashSet();

        Assert.Equal(
            [
                "V1Container.resources V1ResourceRequirements", "V1DaemonSetSpec.updateStrategy V1DaemonSetUpdateStrategy", "V1DeploymentSpec.strategy V1DeploymentStrategy",
                "V1EphemeralContainer.resources V1ResourceRequirements", "V1PersistentVolumeClaimSpec.resources V1VolumeResourceRequirements",
                "V1StatefulSetSpec.updateStrategy V1StatefulSetUpdateStrategy",
            ],
            records.Where(r => !kept.Contains(r.Name) && r.Key != "metadata").Select(r => $"{r.Name} {r.Property.PropertyType.Name}"));
        Assert.DoesNotContain(kept, name => name.EndsWith(".metadata", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsEmpty_IsWrittenOnlyWhereItMeansSomething() => Yaml.AssertIs(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: deny
        spec:
          egress: []
          ingress:
          - {}
          - from:
            - namespaceSelector: {}
              podSelector: {}
          podSelector: {}
        """,
        new V1NetworkPolicy
        {
            Metadata = new() { Name = "deny", Labels = new Dictionary<string, string>(), Finalizers = [] },
            Spec = new()
            {
                PodSelector = new() { MatchLabels = new Dictionary<string, string>(), MatchExpressions = [] },
                Egress = [],
                Ingress = [new() { FromProperty = [] }, new() { FromProperty = [new() { NamespaceSelector = new(), PodSelector = new() }], Ports = [] }],
                PolicyTypes = [],
            },
        });

    [Fact]
    public void PodWithEmpties_KeepsVolumesAndSelectors() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: Pod
        spec:
          affinity:
            podAntiAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
              - namespaceSelector: {}
                topologyKey: zone
          containers:
          - name: a
            args:
            - x
            securityContext: {}
          volumes:
          - name: tmp
            emptyDir: {}
        """,
        new V1Pod
        {
            Metadata = new() { Annotations = new Dictionary<string, string> { ["none"] = null! } },
            Spec = new()
            {
                Affinity = new()
                {
                    PodAntiAffinity = new()
                    {
                        RequiredDuringSchedulingIgnoredDuringExecution = [new() { NamespaceSelector = new(), Namespaces = [], TopologyKey = "zone" }],
                    },
                },
                Containers =
                [
                    new()
                    {
                        Name = "a",
                        Args = [null!, "x"],
                        Command = [],
                        Env = [null!],
                        Resources = new() { Limits = new Dictionary<string, ResourceQuantity>() },
                        SecurityContext = new(),
                    },
                    null!,
                ],
                Volumes = [new() { Name = "tmp", EmptyDir = new() }],
                NodeSelector = new Dictionary<string, string>(),
                Tolerations = [],
            },
        });

    private static V1ObjectMeta Metadata() => new()
    {
        Name = "web",
        CreationTimestamp = DateTime.UtcNow,
        DeletionGracePeriodSeconds = 1,
        DeletionTimestamp = DateTime.UtcNow,
        Generation = 2,
        ManagedFields = [new()],
        ResourceVersion = "3",
        SelfLink = "/n",
        Uid = "4",
        OwnerReferences = [new() { Uid = "owner" }],
    };

    /// <summary>The fields of all types that a manifest may have, in order of type and name.</summary>
    private static IEnumerable<(PropertyInfo Property, string Key, string Name)> FieldsOf(Func<PropertyInfo, bool> predicate) =>
        (from type in ModelSamples.Readers.Keys
         from field in ModelSamples.Fields(type)
         where predicate(field.Property) && !ObjectReaderTests.IsServerSet(type, field.Key)
         select (field.Property, field.Key, Name: $"{type.Name}.{field.Key}")).OrderBy(f => f.Name, StringComparer.Ordinal);

    /// <summary>The names of those fields that are in the tree when they hold a value.</summary>
    private static IEnumerable<string> Kept(IEnumerable<(PropertyInfo Property, string Key, string Name)> fields, Func<Type, object?> value) =>
        [.. fields.Where(f => ModelSamples.Read(With(f.Property, value(f.Property.PropertyType)))[f.Key].Exists.IsTrue).Select(f => f.Name)];

    private static object With(PropertyInfo property, object? value)
    {
        var instance = Activator.CreateInstance(property.ReflectedType!)!;
        property.SetValue(instance, value);
        return instance;
    }

    private static bool IsCollection(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IList<>) || type.GetGenericTypeDefinition() == typeof(IDictionary<,>));

    private static object Empty(Type type) => Activator.CreateInstance(
        (type.GetGenericArguments().Length == 1 ? typeof(List<>) : typeof(Dictionary<,>)).MakeGenericType(type.GetGenericArguments()))!;
}
