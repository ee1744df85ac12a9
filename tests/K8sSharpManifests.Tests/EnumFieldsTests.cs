using System.Reflection;
using k8s.Models;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.Tests;

/// <summary>The table of enum-like fields against the models, and the constants that are generated from it.</summary>
public class EnumFieldsTests
{
    private static readonly Assembly Dsl = typeof(K8s).Assembly;

    /// <summary>Fields whose description leaves out some texts or all: their constants are those of the API's validation.</summary>
    private static readonly string[] Undescribed =
    [
        // It names no text at all.
        "V1PersistentVolumeClaimSpec.AccessModes", "V1PersistentVolumeSpec.AccessModes", "V1HostPathVolumeSource.Type", "V1Secret.Type",
        "V1LimitRangeItem.Type", "V1ResourceQuotaSpec.Scopes", "V1ScopedResourceSelectorRequirement.ScopeName", "V1Lifecycle.StopSignal",
        "V1ObjectFieldSelector.FieldPath", "V1ResourceFieldSelector.Resource", "V1JSONSchemaProps.Type", "V1CustomResourceColumnDefinition.Type",
        "V1PodAffinityTerm.TopologyKey", "V2HPAScalingPolicy.Type", "Flowcontrolv1Subject.Kind", "V1RoleRef.Kind", "V1PolicyRule.Verbs",

        // It names only the default.
        "V1PersistentVolumeClaimSpec.VolumeMode", "V1PersistentVolumeSpec.VolumeMode", "V1StorageClass.ReclaimPolicy", "V1StorageClass.VolumeBindingMode",
        "V1CSIDriverSpec.FsGroupPolicy", "V1ContainerResizePolicy.RestartPolicy", "V1HTTPGetAction.Scheme", "V1VolumeMount.MountPropagation",
        "V1SecurityContext.ProcMount", "V1StatefulSetUpdateStrategy.Type", "V1PodFailurePolicyOnPodConditionsPattern.Status",
        "V2HPAScalingRules.SelectPolicy",

        // It names only the text that it has most to say about.
        "V1EmptyDirVolumeSource.Medium", "V1Container.RestartPolicy", "V1ServiceSpec.TrafficDistribution", "V1TopologySpreadConstraint.TopologyKey",

        // It writes "Read Only" and "Read Write".
        "V1AzureDiskVolumeSource.CachingMode",

        // Newer than Kubernetes 1.36, whose description this is.
        "V1GRPCAction.Mode",
    ];

    public static TheoryData<string> Names => [.. EnumFields.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Field_IsAStringOrAListOfStringsOfTheModels(string name)
    {
        var entry = Entry(name);

        Assert.NotEmpty(entry.Fields);
        Assert.All(entry.Fields, f => Assert.True(ApiDescriptions.Property(f)?.PropertyType is { } type && (type == typeof(string) || type == typeof(IList<string>)), f));
    }

    [Fact]
    public void Fields_BelongToOneEntryEach()
    {
        Assert.Equal([], Repeated(EnumFields.All.SelectMany(e => e.Fields)));
        Assert.All(EnumFields.All, e => Assert.All(e.Fields, f => Assert.Same(e, EnumFields.Of(f.Split('.')[0], f.Split('.')[1]))));
        Assert.Null(EnumFields.Of("V1Container", "Image"));
    }

    [Fact]
    public void ClassNames_AreUniqueAndValid()
    {
        Assert.Equal([], Repeated(EnumFields.All.Select(e => e.Name)));
        Assert.Equal([], EnumFields.All.Select(e => e.Name).Where(n => !IsName(n)));
    }

    /// <summary>A name that the models or the implicit usings have too would be ambiguous in every user's file.</summary>
    [Fact]
    public void ClassNames_AreNoNamesOfTheNamespacesThatUsersImport()
    {
        string[] imported =
        [
            "k8s", "k8s.Models", "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
            "System.Threading.Tasks",
        ];
        Assembly[] assemblies =
        [
            typeof(V1Pod).Assembly, typeof(object).Assembly, typeof(Uri).Assembly, typeof(Enumerable).Assembly, typeof(HttpClient).Assembly,
            typeof(Console).Assembly,
        ];
        var taken = assemblies.SelectMany(a => a.GetExportedTypes()).Where(t => imported.Contains(t.Namespace)).Select(t => t.Name).ToHashSet();

        Assert.Equal([], EnumFields.All.Select(e => e.Name).Where(taken.Contains));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Constants_AreUniqueAndNamedAfterTheirTexts(string name)
    {
        var entry = Entry(name);

        Assert.NotEmpty(entry.Constants);
        Assert.Equal([], Repeated(entry.Constants.Select(c => c.Name)));
        Assert.Equal([], Repeated(entry.Constants.Select(c => c.Value)));
        Assert.Equal([], entry.Constants.Select(c => c.Name).Where(n => !IsName(n) || n == entry.Name));

        // Where C# forbids the text as a name, the name still has its letters; a prefix like kubernetes.io/ may be missing. Two texts need another name:
        // without its prefix, bootstrap.kubernetes.io/token would only be called Token.
        Assert.Equal([], entry.Constants
            .Where(c => c.Value is not ("*" or "bootstrap.kubernetes.io/token"))
            .Where(c => !Letters(c.Value).EndsWith(c.Name, StringComparison.OrdinalIgnoreCase))
            .Select(c => c.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ConstantNames_ArePascalCase(string name) =>
        Assert.Equal([], Entry(name).Constants.Select(c => c.Name).Where(n => n.Zip(n.Skip(1), n.Skip(2)).Any(t => char.IsUpper(t.First) && char.IsUpper(t.Second) && char.IsUpper(t.Third))));

    [Theory]
    [MemberData(nameof(Names))]
    public void Summaries_AreSentences(string name)
    {
        var entry = Entry(name);

        Assert.Equal([], entry.Constants.Select(c => c.Summary).Append(entry.Summary).Where(s => !char.IsUpper(s[0]) || !s.EndsWith('.')));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GeneratedClass_HasTheTablesConstants(string name)
    {
        var entry = Entry(name);
        var type = Dsl.GetType("K8sSharpManifests." + name);

        Assert.True(type is { IsPublic: true, IsAbstract: true, IsSealed: true });
        Assert.Equal(
            entry.Constants.Select(c => (c.Name, c.Value)),
            type.GetFields().Select(f => (f.Name, (string)f.GetRawConstantValue()!)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Constants_StandInTheApisOwnDescriptionOfTheirFields(string name)
    {
        if (ApiDescriptions.Instance is not { } descriptions)
        {
            Assert.Skip(ApiDescriptions.Absent);
            return;
        }

        var entry = Entry(name);
        var undescribed = entry.Fields.Where(f => entry.Constants.Any(c => !descriptions.Of(f).Contains(c.Value, StringComparison.Ordinal)));

        // Both ways, so that the list of exceptions does not outlive its reasons.
        Assert.Equal(Undescribed.Where(entry.Fields.Contains).Order(StringComparer.Ordinal), undescribed.Order(StringComparer.Ordinal));
    }

    private static EnumField Entry(string name) => EnumFields.All.Single(e => e.Name == name);

    private static IEnumerable<string> Repeated(IEnumerable<string> texts) => texts.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key);

    // No keyword begins with a capital.
    private static bool IsName(string text) => SyntaxFacts.IsValidIdentifier(text) && char.IsUpper(text[0]);

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));
}
