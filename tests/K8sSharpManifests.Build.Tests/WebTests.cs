namespace K8sSharpManifests.Build.Tests;

public sealed class WebTests(PackageFixture package)
{
    private static readonly string[] OurFiles =
        ["K8sSharpManifests.dll", "K8sSharpManifests.Core.dll", "KubernetesClient.dll", "Fractions.dll", "YamlDotNet.dll"];

    [Fact]
    public async Task WebProject_EmitsWithoutRunningAndPublishesWithoutUs()
    {
        var project = package.NewProject(UserProject.ProjectFile("Microsoft.NET.Sdk.Web"));

        // MVC looks at the attributes and methods of all public classes that could be controllers.
        project.WriteShop(
            """
            }
            [ManifestNamespace("shop")]
            [ManifestLabel("team", "web")]
            public class Manifests
            {
            """,
            UserProject.PodMember);
        project.Write("Program.cs",
            """
            using Microsoft.AspNetCore.Mvc;
            System.IO.File.WriteAllText("main-ran", "");
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddControllers();
            var app = builder.Build();
            app.MapControllers();
            app.Run();

            [Route("/")]
            public class HelloController : ControllerBase
            {
                [HttpGet]
                public string Get() => "hello";
            }
            """);

        var build = await project.Build();
        Assert.Equal((0, 0), (build.ExitCode, build.Problems.Count));
        Assert.Equal(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: p
              namespace: shop
              labels:
                team: web
            spec:
              containers:
              - name: c
                image: nginx:1.27

            """,
            File.ReadAllText(Path.Combine(project.Manifests, "60-pod-shop-p.yaml")));
        Assert.False(File.Exists(Path.Combine(project.Folder, "main-ran")));

        Assert.Empty((await project.Run("publish", "--no-build", "-c", "Debug", "-o", "out")).Problems);
        var published = Path.Combine(project.Folder, "out");
        Assert.DoesNotContain(OurFiles, f => File.Exists(Path.Combine(published, f)));
        Assert.DoesNotContain("KubernetesClient", File.ReadAllText(Path.Combine(published, "Acme.deps.json")), StringComparison.Ordinal);
        Assert.Equal("hello", await Get(published));

        Assert.Empty((await project.Run("publish", "--no-build", "-c", "Debug", "-o", "all", "-p:ManifestPublishRuntime=true")).Problems);
        Assert.All(OurFiles, f => Assert.True(File.Exists(Path.Combine(project.Folder, "all", f)), f));
    }

    [Fact]
    public async Task OwnReferenceToTheClient_IsPublished()
    {
        var project = package.NewProject(UserProject.ProjectFile(
            properties: "<OutputType>Exe</OutputType>", items: """<PackageReference Include="KubernetesClient" Version="21.0.8" />"""));
        project.WriteShop(UserProject.PodMember);
        project.Write("Program.cs", "System.Console.WriteLine(new k8s.Models.V1Pod().Kind);");

        Assert.Empty((await project.Run("publish", "-c", "Debug", "-o", "out")).Problems);

        Assert.Equal(
            ["KubernetesClient.dll", "Fractions.dll", "YamlDotNet.dll"],
            OurFiles.Where(f => File.Exists(Path.Combine(project.Folder, "out", f))));
    }

    // The server picks a free port of the loopback interface and prints it.
    private static async Task<string> Get(string folder)
    {
        using var server = DotNet.Start(folder, "Acme.dll", "--urls", "http://127.0.0.1:0");
        try
        {
            const string mark = "Now listening on: ";
            string? line;
            do
            {
                line = await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
                Assert.True(line is not null, "The server ended.");
            }
            while (!line.Contains(mark, StringComparison.Ordinal));

            using var client = new HttpClient();
            return await client.GetStringAsync(new Uri(line[(line.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..]), TestContext.Current.CancellationToken);
        }
        finally
        {
            server.Kill();
        }
    }
}
