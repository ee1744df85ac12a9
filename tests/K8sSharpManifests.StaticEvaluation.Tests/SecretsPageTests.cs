using k8s.Models;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>What docs/secrets.md shows is compiled and run.</summary>
public class SecretsPageTests
{
    [Fact]
    public void Examples_AreWhatThePageSays()
    {
        var blocks = File.ReadAllText(Path.Combine(Code.Repository, "docs", "secrets.md")).ReplaceLineEndings("\n").Split("```csharp\n").Skip(1).Select(block => block.Split("```")[0]).ToList();
        Assert.Equal(3, blocks.Count);
        var assembly = Running.Load(Code.Compile(string.Concat(blocks)));

        var secret = (V1Secret)assembly.GetType("Database")!.GetMethod("Credentials")!.Invoke(null, [new ManifestContext("", secrets: new Dictionary<string, string> { ["Db:Password"] = "x" })])!;
        Assert.Equal(("shop", "x"), (secret.StringData["user"], secret.StringData["password"]));
        Assert.Equal(
            """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata:
              name: db
            spec:
              refreshInterval: 1h
              secretStoreRef:
                kind: ClusterSecretStore
                name: vault
              target:
                name: db
              data:
              - secretKey: password
                remoteRef:
                  key: shop/db
                  property: password

            """.ReplaceLineEndings("\n"),
            Yaml("FromTheVault"));
        Assert.Equal(
            """
            apiVersion: bitnami.com/v1alpha1
            kind: SealedSecret
            metadata:
              name: db
              namespace: shop
            spec:
              encryptedData:
                password: AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq

            """.ReplaceLineEndings("\n"),
            Yaml("Sealed"));

        string Yaml(string type) => ((UntypedObject)assembly.GetType(type)!.GetProperty("Credentials")!.GetValue(null)!).ToYaml();
    }
}
