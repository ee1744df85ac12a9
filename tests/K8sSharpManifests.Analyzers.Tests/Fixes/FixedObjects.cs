using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using k8s.Models;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.Analyzers.Tests.Fixes;

/// <summary>Runs the manifests of a project before and after fixes, and compares the pods that they really make.</summary>
internal static class FixedObjects
{
    /// <summary>What is in a pod after fixes that no fix of a mistake would put there; how many containers and lists are others.</summary>
    public static async Task<(IReadOnlyList<string> Faults, int Changed)> Compare(Project before, Project after)
    {
        var (old, now) = (await Pods(before), await Pods(after));
        Assert.Equal(old.Select(p => p.Name), now.Select(p => p.Name));
        Assert.NotEmpty(old);
        var faults = new List<string>();
        var changed = 0;
        foreach (var ((name, pod), (_, mended)) in old.Zip(now))
        {
            foreach (var (container, other) in pod.Containers.Zip(mended.Containers))
            {
                changed += container == other ? 0 : 1;
                if (other.Image != container.Image && other.Image != Image(container.Image))
                {
                    faults.Add($"{name}: image '{container.Image}' is '{other.Image}'");
                }

                if (other.ImagePullPolicy != container.ImagePullPolicy && other.ImagePullPolicy != Policy(other.Image, container.ImagePullPolicy))
                {
                    faults.Add($"{name}: policy '{container.ImagePullPolicy}' of '{container.Image}' is '{other.ImagePullPolicy}'");
                }
            }

            var (secrets, left) = (Names(pod), Names(mended));
            changed += secrets.SequenceEqual(left) ? 0 : 1;
            if (!secrets.Where(s => s.Length > 0).Distinct().SequenceEqual(left.Where(s => s.Length > 0).Distinct()))
            {
                faults.Add($"{name}: secrets {string.Join(",", secrets)} are {string.Join(",", left)}");
            }
        }

        return (faults, changed);
    }

    private static string Image(string image) => image.Trim().Replace("https://", "", StringComparison.Ordinal).Replace("/Acme/", "/acme/", StringComparison.Ordinal).Replace(":latest@", "@", StringComparison.Ordinal);

    private static string Policy(string image, string policy) => (policy, image.Contains('@', StringComparison.Ordinal), image is "nginx" or "nginx:latest") switch
    {
        ("always", _, _) => "Always",
        ("IfNotPresent", _, true) => "Always",
        ("Never", _, false) or ("Always", true, _) => "IfNotPresent",
        _ => policy,
    };

    private static string[] Names(V1PodSpec pod) => [.. (pod.ImagePullSecrets ?? []).Select(s => s.Name)];

    private static async Task<List<(string Name, V1PodSpec Pod)>> Pods(Project project)
    {
        using var image = new MemoryStream();
        var result = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        var context = new AssemblyLoadContext("fixed", isCollectible: true);
        var pods = new List<(string, V1PodSpec)>();
        foreach (var (name, value) in context.LoadFromStream(image).GetTypes().Where(t => t.Name.StartsWith("Shop", StringComparison.Ordinal)).SelectMany(Values).OrderBy(v => v.Name, StringComparer.Ordinal))
        {
            foreach (var made in value as IEnumerable ?? new[] { value })
            {
                if (made switch { V1Pod pod => pod.Spec, V1Deployment deployment => deployment.Spec.Template.Spec, _ => null } is { } spec)
                {
                    pods.Add((name, spec));
                }
            }
        }

        context.Unload();
        return pods;
    }

    // [Manifest] leaves no trace in an assembly: what gives pods and takes nothing is one.
    private static IEnumerable<(string Name, object? Value)> Values(Type type)
    {
        static bool GivesPods(Type given) => given == typeof(V1Pod) || given == typeof(V1Deployment) || given == typeof(IEnumerable<V1Pod>);
        return type.GetProperties(BindingFlags.Static | BindingFlags.Public).Where(p => GivesPods(p.PropertyType)).Select(p => (p.Name, p.GetValue(null)))
            .Concat(type.GetMethods(BindingFlags.Static | BindingFlags.Public).Where(m => !m.IsSpecialName && m.GetParameters().Length == 0 && GivesPods(m.ReturnType)).Select(m => (m.Name, m.Invoke(null, null))));
    }
}
