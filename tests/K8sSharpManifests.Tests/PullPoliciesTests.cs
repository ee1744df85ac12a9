namespace K8sSharpManifests.Tests;

/// <summary>What the build of examples/PullPolicies wrote: this project depends on that one, so it has just been built.</summary>
public class PullPoliciesTests
{
    private static readonly string Manifests = Path.Combine(Repository.Root, "examples", "PullPolicies", "manifests");

    [Fact]
    public void RightVersions_AreWhatOneWouldWriteByHand()
    {
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
        Assert.Equal(expected.ReplaceLineEndings("\n"), File.ReadAllText(Path.Combine(Manifests, name)));
}
