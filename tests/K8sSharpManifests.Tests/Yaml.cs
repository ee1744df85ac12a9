using System.Text;
using k8s;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tests;

/// <summary>What the build would write of an object.</summary>
internal static class Yaml
{
    public static string Of(IKubernetesObject value) => Encoding.UTF8.GetString(YamlWriter.Write(ObjectReader.Read(value)));

    /// <summary>Compares with the text of a raw string, to which it adds the last newline.</summary>
    public static void AssertIs(string expected, IKubernetesObject actual) => Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", Of(actual));
}
