using K8sSharpManifests.Core;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>The images of containers are constants, and the assembly knows them.</summary>
public sealed class ContainerImageTests
{
    private const string Images = "=ghcr.io/acme/web:1.4.2|ghcr.io/acme/web:latest,Shop.Web=ghcr.io/acme/web:1.4.2|ghcr.io/acme/web:latest,Shop.Worker=worker:1.0.0";

    [Fact]
    public void Images_AreProved()
    {
        var yaml = Source.Yaml(Driver(), ("Shop.cs", Shop("""
            [Manifest] public static V1Pod Web(ManifestContext context) => K8s.Pod("web")
                .AddContainer("own", context.ContainerImage())
                .AddContainer("web", context.ContainerImage("Shop.Web"))
                .AddContainer("worker", context.ContainerImage(project: "Shop.Worker"))
                .AddAnnotation("tags", string.Join(" ", context.ContainerImages()));
            """)));

        Assert.Equal(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              annotations:
                tags: ghcr.io/acme/web:1.4.2 ghcr.io/acme/web:latest
            spec:
              containers:
              - name: own
                image: ghcr.io/acme/web:1.4.2
              - name: web
                image: ghcr.io/acme/web:1.4.2
              - name: worker
                image: worker:1.0.0
            """ + "\n",
            Assert.Single(yaml).Text);
        Assert.Equal(Images, Source.Constant(Driver(), "ContainerImages", ("Shop.cs", Shop("[Manifest] public static V1Pod Web => new();"))));
    }

    [Fact]
    public void ImageOfAnotherProject_IsNotKnown()
    {
        var entry = Assert.Single(Source.Entries(Driver(), ("Shop.cs", Shop("""[Manifest] public static V1Pod Web(ManifestContext context) => K8s.Pod("web").AddContainer("web", context.ContainerImage("Shop.Wbe"));"""))));

        Assert.NotNull(entry.Gap);
    }

    [Fact]
    public void Text_IsReadAsItIsMeant()
    {
        Assert.Equal(
            ["=ghcr.io/acme/web:1.4.2 ghcr.io/acme/web:latest", "Shop.Web=ghcr.io/acme/web:1.4.2 ghcr.io/acme/web:latest", "Shop.Worker=worker:1.0.0"],
            ContainerImages.Read(Images).Select(image => $"{image.Key}={string.Join(" ", image.Value)}"));
        Assert.Equal(["ghcr.io/acme/web:1.4.2", "ghcr.io/acme/web:latest", "docker.io/library/worker:1.0.0"], ContainerImages.Keys(ContainerImages.Read(Images)));
        Assert.Empty(ContainerImages.Read(null));
        Assert.Empty(ContainerImages.Read("a,=,b="));
    }

    private static string Shop(string members) => Source.Usings + "public static class Shop\n{\n" + members + "\n}\n";

    private static Microsoft.CodeAnalysis.CSharp.CSharpGeneratorDriver Driver() => Source.Driver(options: [("build_property._ManifestContainerImages", Images)]);
}
