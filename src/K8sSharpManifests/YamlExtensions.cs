using System.Text;
using k8s;
using K8sSharpManifests.Core;

namespace K8sSharpManifests;

/// <summary>Kubernetes objects as YAML, the way the build writes them.</summary>
public static class YamlExtensions
{
    /// <summary>
    /// The object as YAML, as the build writes it of a [Manifest] member, without the comment at its head and without what attributes around the member add:
    /// <c>Console.Write(Shop.Web.ToYaml())</c> for <c>dotnet run | kubectl apply -f -</c>.
    /// </summary>
    /// <param name="value">An object of a kind that one can apply.</param>
    /// <returns>The text, ending in a newline.</returns>
    /// <exception cref="NotSupportedException">The object's type is none that one can apply.</exception>
    public static string ToYaml(this IKubernetesObject value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return ToYaml([value]);
    }

    /// <summary>The objects as YAML, with <c>---</c> between them, as the build writes them; a null, and an <see cref="ExternalObject"/>, is nothing here.</summary>
    /// <param name="values">Objects of kinds that one can apply.</param>
    /// <returns>The text, ending in a newline; empty where there are none.</returns>
    /// <exception cref="NotSupportedException">The type of an object is none that one can apply.</exception>
    public static string ToYaml(this IEnumerable<IKubernetesObject?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var writer = new YamlWriter();
        foreach (var value in values)
        {
            if (value is not null and not ExternalObject)
            {
                writer.Append(ManifestDefaults.None.Apply(ObjectReader.Read(value)));
            }
        }

        return Encoding.UTF8.GetString(writer.ToArray());
    }
}
