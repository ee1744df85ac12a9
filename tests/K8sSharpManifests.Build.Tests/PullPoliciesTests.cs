namespace K8sSharpManifests.Build.Tests;

/// <summary>
/// Builds examples/PullPolicies, which is no part of the solution: its wrong versions are wrong on purpose, and <c>dotnet format</c> would repair them.
/// </summary>
public sealed class PullPoliciesTests
{
    private static readonly string Example = Path.Combine(PackageFixture.Repository, "examples", "PullPolicies");

    [Fact]
    public async Task Build_WarnsAsTheReadmeSaysAndWritesWhatOneWouldWriteByHand()
    {
        var (exitCode, output) = await DotNet.Run(Example, "build", "-tl:off", "--no-incremental", "--no-dependencies");

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            ["MutableTag.cs(11,51): warning K8S106", "PrivateImage.cs(23,73): warning K8S104"],
            output.Split('\n')
                .TakeWhile(l => !l.StartsWith("Build succeeded", StringComparison.Ordinal))
                .Where(l => l.Contains(": warning ", StringComparison.Ordinal))
                .Select(l => Path.GetFileName(l[..l.IndexOf(": '", StringComparison.Ordinal)])).Order(StringComparer.Ordinal));
        AssertFile(
            "60-pod-mutable-tag-right-container-pod.yaml",
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: container-pod
              namespace: mutable-tag-right
            spec:
              containers:
              - name: container-image-name
                image: container-image:1.4.2
                imagePullPolicy: IfNotPresent

            """);
        AssertFile(
            "60-pod-private-image-right-container-pod.yaml",
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: container-pod
              namespace: private-image-right
            spec:
              containers:
              - name: container-image
                image: private-registry.example.com/container-image:1.4.2
              imagePullSecrets:
              - name: container-secret

            """);
        AssertFile(
            "30-secret-private-image-right-container-secret.yaml",
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: container-secret
              namespace: private-image-right
            data:
              .dockerconfigjson: eyJhdXRocyI6eyJwcml2YXRlLXJlZ2lzdHJ5LmV4YW1wbGUuY29tIjp7InVzZXJuYW1lIjoicm9ib3QiLCJwYXNzd29yZCI6ImNoYW5nZS1tZSIsImF1dGgiOiJjbTlpYjNRNlkyaGhibWRsTFcxbCJ9fX0=
            type: kubernetes.io/dockerconfigjson

            """);
    }

    private static void AssertFile(string name, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), File.ReadAllText(Path.Combine(Example, "manifests", name)));
}
