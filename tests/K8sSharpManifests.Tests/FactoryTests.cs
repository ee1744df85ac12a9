using System.Reflection;
using System.Text;
using k8s;
using k8s.Models;

namespace K8sSharpManifests.Tests;

public class FactoryTests
{
    private static readonly MethodInfo[] Factories =
        [.. typeof(K8s).GetMethods(BindingFlags.Static | BindingFlags.Public).Where(m => m.GetParameters() is [{ Name: "name" }])];

    public static TheoryData<string> Names => [.. Factories.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Factory_SetsApiVersionKindAndName(string factory)
    {
        var made = (IKubernetesObject<V1ObjectMeta>)Factories.Single(f => f.Name == factory).Invoke(null, ["thing"])!;

        var entity = made.GetType().GetCustomAttribute<KubernetesEntityAttribute>()!;
        Assert.Equal(entity.Group.Length > 0 ? $"{entity.Group}/{entity.ApiVersion}" : entity.ApiVersion, made.ApiVersion);
        Assert.Equal((entity.Kind, "thing"), (made.Kind, made.Metadata.Name));
    }

    [Fact]
    public void NewestStableVersion_HasThePlainName() => Snapshot.Match("factories.txt", string.Join('\n', Factories
        .OrderBy(f => f.Name, StringComparer.Ordinal)
        .Select(f => $"{f.Name}: {f.ReturnType.Name}")));

    [Fact]
    public void FieldsThatTheApiRequires_AreSetAsFarAsTheNameTellsThem()
    {
        if (ApiDescriptions.Instance is not { } api)
        {
            Assert.Skip(ApiDescriptions.Absent);
            return;
        }

        Snapshot.Match("required-fields-left-to-the-user.txt", string.Join('\n', Factories
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => (f.Name, Left: api.MissingFields(ObjectReader.Read((IKubernetesObject)f.Invoke(null, ["thing"])!))))
            .Where(f => f.Left is { Count: > 0 })
            .Select(f => $"{f.Name}: {string.Join(", ", f.Left!.Order(StringComparer.Ordinal))}")));
    }

    [Fact]
    public void Workload_SelectsItsPodsByTheOneLabelApp()
    {
        var workload = K8s.StatefulSet("db");

        Assert.Equal([KeyValuePair.Create("app", "db")], workload.Spec.Selector.MatchLabels);
        Assert.Equal([KeyValuePair.Create("app", "db")], workload.Spec.Template.Metadata.Labels);
        Assert.Equal("db", workload.Spec.ServiceName);
    }

    [Fact]
    public void Job_RestartsOnFailureSinceTheApiRejectsAlways()
    {
        Assert.Equal("OnFailure", K8s.Job("j").Spec.Template.Spec.RestartPolicy);
        Assert.Equal("OnFailure", K8s.CronJob("j", "@daily").Spec.JobTemplate.Spec.Template.Spec.RestartPolicy);
    }

    [Fact]
    public void RegistrySecret_IsWhatTheKubeletReads()
    {
        var secret = K8s.RegistrySecret("regcred", "registry.acme.io", "robot", "p\"w");

        Assert.Equal("kubernetes.io/dockerconfigjson", secret.Type);
        var (key, value) = Assert.Single(secret.Data);
        Assert.Equal(".dockerconfigjson", key);
        using var json = System.Text.Json.JsonDocument.Parse(value);
        var entry = json.RootElement.GetProperty("auths").GetProperty("registry.acme.io");
        Assert.Equal("robot", entry.GetProperty("username").GetString());
        Assert.Equal("p\"w", entry.GetProperty("password").GetString());
        Assert.Equal("robot:p\"w", Encoding.UTF8.GetString(entry.GetProperty("auth").GetBytesFromBase64()));
    }

    [Fact]
    public void TlsSecret_IsOfItsTypeWithBothKeys() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: cert
        data:
          tls.crt: Y2VydA==
          tls.key: a2V5
        type: kubernetes.io/tls
        """,
        K8s.TlsSecret("cert", "cert", "key"));

    [Fact]
    public void RegistrySecret_HasCredentialsForSeveralRegistries()
    {
        var secret = K8s.RegistrySecret("regcred", ("registry.acme.io", "robot", "p"), ("ghcr.io", "u", "q"));

        Assert.Equal(
            """{"auths":{"registry.acme.io":{"username":"robot","password":"p","auth":"cm9ib3Q6cA=="},"ghcr.io":{"username":"u","password":"q","auth":"dTpx"}}}""",
            Encoding.UTF8.GetString(secret.Data[".dockerconfigjson"]));
    }
}
