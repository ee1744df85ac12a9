using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Generators.CustomResources;
using K8sSharpManifests.Yaml;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>How much is written of the largest definition that there is.</summary>
public sealed class CustomResourceSizeTests
{
    [Fact]
    public void Prometheus_IsAFractionOfWhatANaiveGenerationIs()
    {
        var file = CustomSource.Folder().FirstOrDefault(f => f.Path.EndsWith("prometheuses.monitoring.coreos.com.yaml", StringComparison.Ordinal));
        Assert.SkipWhen(file is null, "The definition is not there.");
        var definition = TreeReader.ReadObjects(file!.GetText(TestContext.Current.CancellationToken)!.ToString()).Roots.Select(CustomDefinition.Read).OfType<CustomDefinition>().Single();
        var kind = new NamedKind("", definition.Versions[0].Name, "Prometheus", default);

        var lines = Lines(hasCoreParts: true);
        var naive = Lines(hasCoreParts: false);

        TestContext.Current.SendDiagnosticMessage($"Prometheus: {lines} lines, {naive} with a type for each part");
        Assert.True(lines < 0.25 * naive, $"{lines} of {naive}");

        int Lines(bool hasCoreParts) => ResourceEmitter.Emit(definition, kind, hasExtensions: true, TestContext.Current.CancellationToken, hasCoreParts).File.Text.Count(c => c == '\n');
    }
}
