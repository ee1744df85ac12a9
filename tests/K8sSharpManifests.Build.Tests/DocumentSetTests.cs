using k8s;
using k8s.Models;
using K8sSharpManifests.Host;

namespace K8sSharpManifests.Build.Tests;

public sealed class DocumentSetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void DifferentObjectsWithOneFileName_EachGetAFile() => Assert.Equal(
        ["60-pod-a-b-c-[hash].yaml", "60-pod-a-b-c-[hash].yaml", "60-pod-a-b.yaml"],
        Run(
            new V1Pod { Metadata = new() { Name = "c", NamespaceProperty = "a-b" } },
            new V1Pod { Metadata = new() { Name = "b-c", NamespaceProperty = "a" } },
            new V1Pod { Metadata = new() { Name = "a-b" } })
        .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "-[0-9a-f]{12}", "-[hash]")));

    [Fact]
    public void OneObjectInTwoVersionsOfItsApi_IsAnError() => Assert.Equal(
        ["Shop.cs(7,5): error K8S904: Acme.Shop.All gives HorizontalPodAutoscaler 'web' twice"],
        Run(
            new V1HorizontalPodAutoscaler { Metadata = new() { Name = "web" } },
            new V2HorizontalPodAutoscaler { Metadata = new() { Name = "web" } }));

    [Fact]
    public void TextThatYamlCannotHold_IsAnError()
    {
        var line = Assert.Single(Run(new V1ConfigMap { Metadata = new() { Name = "web" }, Data = new Dictionary<string, string> { ["key"] = "half \ud83d" } }));

        Assert.StartsWith("Shop.cs(7,5): error K8S905: Acme.Shop.All gives an object that cannot be written: ", line, StringComparison.Ordinal);
        Assert.Contains("data.key", line, StringComparison.Ordinal);
    }

    // What a build prints is kept, and read by many.
    [Fact]
    public void SecretThatCannotBeWritten_KeepsItsValueOutOfTheError()
    {
        var line = Assert.Single(Run(new V1Secret { Metadata = new() { Name = "db" }, StringData = new Dictionary<string, string> { ["password"] = "hunter2 \ud83d" } }));

        Assert.Contains("stringData.password", line, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", line, StringComparison.Ordinal);
    }

    [Fact]
    public void ListObject_IsAnError() => Assert.StartsWith(
        "Shop.cs(7,5): error K8S905: Acme.Shop.All gives an object that cannot be written: ",
        Assert.Single(Run(new V1PodList { Items = [] })),
        StringComparison.Ordinal);

    // The errors where there are any, else the files' names.
    private string[] Run(params IKubernetesObject[] objects)
    {
        var responseFile = Path.Combine(_folder, "rsp");
        var messagesFile = Path.Combine(_folder, "messages");
        File.WriteAllText(responseFile, $"project={Path.Combine(_folder, "Acme.csproj")}\nmessages={messagesFile}\n");
        var messages = new MessageFile(HostOptions.Read(responseFile));
        var documents = new DocumentSet(messages);
        var entry = new CatalogEntry("Acme.Shop.All", "Shop.cs", 7, 5, _ => objects);

        new EntryRunner(new(""), messages, documents.Add).Run([entry]);
        var files = documents.Files();
        messages.Finish();

        return messages.HasErrors
            ? [.. File.ReadLines(messagesFile).Select(l => l.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))]
            : [.. files.Select(f => f.Key)];
    }
}
