using K8sSharpManifests.Tool.Tests.Registry;

namespace K8sSharpManifests.Build.Tests;

/// <summary>The images of the containers that the .NET SDK makes: their names, and their digests once they are pushed, to a real registry.</summary>
public sealed class ContainersTests(PackageFixture package)
{
    private const string Push = "-p:ManifestPublishContainers=true";
    private const string Program = "System.Console.WriteLine(\"hello\");";

    private static readonly string Deploy = UserProject.ProjectFile(properties: "<ManifestOutputPath>deploy</ManifestOutputPath>", items: """<ManifestContainer Include="../Shop.Api/Shop.Api.csproj" />""");

    [Fact]
    public async Task ImageOfAProject_IsWhatTheSdkCallsIt()
    {
        var (shop, api) = Shop("<ContainerRegistry>ghcr.io</ContainerRegistry><ContainerRepository>acme/shop-api</ContainerRepository><Version>1.4.2</Version><ContainerImageTags>$(Version);latest</ContainerImageTags>");
        shop.WriteShop(
            """[Manifest] public static V1Pod Api(ManifestContext context) => K8s.Pod("api").AddContainer("api", context.ContainerImage("Shop.Api"))""",
            """    .AddAnnotation("tags", string.Join(" ", context.ContainerImages("Shop.Api")));""");

        var built = await shop.Build();

        Assert.Empty(built.Problems);
        Assert.Equal("Acme: 1 manifest → deploy (1 proved at compile time)", built.Lines[^1]);
        Assert.Equal("ghcr.io/acme/shop-api:1.4.2", Image(shop));
        Assert.Contains("tags: ghcr.io/acme/shop-api:1.4.2 ghcr.io/acme/shop-api:latest\n", Emitted(shop), StringComparison.Ordinal);
        Assert.True(await IsSkipped(shop));

        // Nothing of the other project was built for that; what it says of itself is an input.
        Assert.False(Directory.Exists(Path.Combine(api, "bin")));
        WriteApi(api, "<ContainerRegistry>ghcr.io</ContainerRegistry><ContainerRepository>acme/shop</ContainerRepository><Version>1.4.3</Version><ContainerImageTags>$(Version);latest</ContainerImageTags>");
        Assert.Empty((await shop.Build()).Problems);
        Assert.Equal("ghcr.io/acme/shop:1.4.3", Image(shop));
        Assert.Empty((await shop.Build("-p:Version=2.0.0")).Problems);
        Assert.Equal("ghcr.io/acme/shop:2.0.0", Image(shop));

        // As the SDK has it where a project says nothing, or something that is no repository.
        WriteApi(api, "<AssemblyName>Shop API</AssemblyName>");
        Assert.Contains("K8S104: 'shop-api:latest'", Assert.Single((await shop.Build()).Problems), StringComparison.Ordinal);
        Assert.Equal("shop-api:latest", Image(shop));
    }

    [Fact]
    public async Task ImageOfTheProjectItself_IsKnownWhereItIsAContainer()
    {
        var properties = "<OutputType>Exe</OutputType><Version>1.4.2</Version><ContainerImageTag>$(Version)</ContainerImageTag><ManifestOutputPath>deploy</ManifestOutputPath>";
        var project = package.NewProject(UserProject.ProjectFile(properties: properties + "<ContainerRegistry>ghcr.io</ContainerRegistry>"));
        project.Write("Program.cs", Program);
        project.WriteShop("""[Manifest] public static V1Pod Own(ManifestContext context) => K8s.Pod("own").AddContainer("own", context.ContainerImage());""");

        Assert.Empty((await project.Build()).Problems);
        Assert.Equal("ghcr.io/acme:1.4.2", Image(project));

        // What the build makes itself is not pinned before.
        project.Write("images.lock.json", "{\n  \"version\": 1,\n  \"images\": {}\n}\n");
        Assert.Empty((await project.Build()).Problems);

        project.Write("Acme.csproj", UserProject.ProjectFile(properties: properties));
        Assert.Equal(
            ["Shop.cs(4,64): error K8S926: Acme.Shop.Own asks for a container's image, and the project is no container that the build knows of: set ContainerRepository in it, and ContainerRegistry, or add <ManifestContainer Include=\"$(MSBuildProjectFile)\" />; of a program that is a single file it is not known: make a project of that"],
            (await project.Build()).Problems);
        Assert.Equal("ghcr.io/acme:1.4.2", Image(project));

        project.Write("Acme.csproj", UserProject.ProjectFile(properties: properties, items: """<ManifestContainer Include="$(MSBuildProjectFile)" />"""));
        Assert.Empty((await project.Build()).Problems);
        Assert.Equal("acme:1.4.2", Image(project));
    }

    [Theory]
    [InlineData("<TargetFrameworks>net10.0</TargetFrameworks><TargetFramework></TargetFramework>", Api, "The ManifestContainer 'Shop.Api.csproj' has several TargetFrameworks, and the .NET SDK makes a container of one: give the item that one, <ManifestContainer Include=\"…\" TargetFramework=\"net10.0\" />")]
    [InlineData("<OutputType>Library</OutputType>", Api, "The ManifestContainer 'Shop.Api.csproj' is no container: the .NET SDK makes one of an application, or of a library with EnableSdkContainerSupport set to true")]
    [InlineData("<AutoGenerateImageTag>true</AutoGenerateImageTag>", Api, "'Shop.Api.csproj' has AutoGenerateImageTag, by which its image has another tag in each build: set ContainerImageTag instead, to $(Version) for example")]
    [InlineData("", """<ManifestContainer Include="../Shop.Ap/Shop.Api.csproj" />""", "ManifestContainer is '…', and there is no such project: name the project file of the container, like ../Shop.Api/Shop.Api.csproj")]
    [InlineData("", """<ManifestContainer Include="../Shop.Api/Shop.Api.csproj" Name="a,b" />""", "A ManifestContainer is called 'a,b', which has a comma, '=', '|', ';' or '#' in it: give the item another Name, by which context.ContainerImage is asked")]
    public async Task ContainerThatIsNone_IsAnError(string properties, string item, string message)
    {
        var (shop, _) = Shop(properties);
        shop.Write("Acme.csproj", Deploy.Replace(Api, item, StringComparison.Ordinal));
        shop.WriteShop(UserProject.PodMember);

        var problem = Assert.Single((await shop.Build()).Problems.Distinct());

        Assert.Matches("^(Acme.csproj|.*Shop.Api.csproj) : ", problem);
        Assert.Equal("error K8S907: " + message, System.Text.RegularExpressions.Regex.Replace(problem.Split(" : ", 2)[1], @"ManifestContainer is '[^']*'| \[.*\]$", match => match.Value[0] == ' ' ? "" : "ManifestContainer is '…'"));
        Assert.False(Directory.Exists(Path.Combine(shop.Folder, "deploy")));
    }

    [Fact]
    public async Task Push_IsInTheYamlByItsDigest()
    {
        using var registry = await DebianRegistry.Start();
        await registry.Push("base", "1", "base");
        var (shop, api) = Shop(Container(registry));
        shop.WriteShop("""[Manifest] public static V1Pod Api(ManifestContext context) => K8s.Pod("api").AddContainer("api", context.ContainerImage("Shop.Api"));""");
        shop.Write(".editorconfig", "root = true\n[*.cs]\nk8s_public_registries = localhost:*\n");

        // The project alone, which nobody has restored or built before.
        var built = await shop.Build(Push);
        Assert.Empty(built.Problems);
        Assert.Equal($"{registry.Host}/acme/shop-api:1.4.2@{await registry.Digest("acme/shop-api", "1.4.2")}", Image(shop));

        // By the solution, where the projects are built side by side, and the program is another one.
        await System.IO.File.WriteAllTextAsync(Path.Combine(api, "Program.cs"), "System.Console.WriteLine(\"hello again\");", TestContext.Current.CancellationToken);
        shop.Write("../Shop.slnx", "<Solution>\n  <Project Path=\"deployment/Acme.csproj\" />\n  <Project Path=\"Shop.Api/Shop.Api.csproj\" />\n</Solution>\n");
        var before = Image(shop);
        var solution = await shop.Run("build", "../Shop.slnx", "-v:m", "-tl:off", "-c", "Release", Push);
        Assert.Empty(solution.Problems);
        Assert.Equal($"{registry.Host}/acme/shop-api:1.4.2@{await registry.Digest("acme/shop-api", "1.4.2")}", Image(shop));
        Assert.NotEqual(before, Image(shop));

        // A build that does not push knows no digest.
        Assert.Empty((await shop.Build()).Problems);
        Assert.Equal($"{registry.Host}/acme/shop-api:1.4.2", Image(shop));

        // What is not pushed is not named.
        shop.WriteShop($$"""[Manifest] public static V1Pod Api(ManifestContext context) => K8s.Pod("api").AddContainer("api", "{{registry.Host}}/acme/shop-api:1.4.1");""");
        Assert.Equal(
            [$"Shop.cs(4,32): error K8S926: Acme.Shop.Api names the image '{registry.Host}/acme/shop-api:1.4.1', and this build has pushed {registry.Host}/acme/shop-api:1.4.2: use context.ContainerImage, or add the tag to the project's ContainerImageTags"],
            (await shop.Build(Push)).Problems);
        Assert.Equal($"{registry.Host}/acme/shop-api:1.4.2", Image(shop));

        Assert.Equal(
            ["Acme.csproj : error K8S907: ManifestVerify only compares, and ManifestPublishContainers pushes images: set one of them"],
            (await shop.Build(Push, "-p:ManifestVerify=true")).Problems);
    }

    // What is wrong with the manifests is known before anybody can pull what they would name.
    [Theory]
    [InlineData("", "", "Shop.cs(4,64): error K8S903: Acme.Shop.Api threw InvalidOperationException: not today", "context.Environment == \"x\" ? context.ContainerImage(\"Shop.Api\") : throw new InvalidOperationException(\"not today\")")]
    [InlineData("", "-p:ManifestValues=imageTag", "Acme.csproj : error K8S907: ManifestValues has 'imageTag'", "context.ContainerImage(\"Shop.Api\")")]
    [InlineData("", "-p:ManifestTimeout=soon", "Acme.csproj : error K8S907: ManifestTimeout is 'soon', which is no number of seconds; 0 lets a member run as long as it takes", "context.ContainerImage(\"Shop.Api\")")]
    public async Task WhatIsWrongWithTheManifests_IsSaidBeforeAnythingIsPushed(string item, string argument, string message, string image)
    {
        using var registry = await DebianRegistry.Start();
        await registry.Push("base", "1", "base");
        var (shop, _) = Shop(Container(registry));
        shop.Write("Acme.csproj", Deploy.Replace("<PackageReference", item + "<PackageReference", StringComparison.Ordinal));
        shop.WriteShop($$"""[Manifest] public static V1Pod Api(ManifestContext context) => K8s.Pod("api").AddContainer("api", {{image}});""");
        shop.Write(".editorconfig", "root = true\n[*.cs]\nk8s_public_registries = localhost:*\n");

        var built = await shop.Build([Push, .. argument.Length > 0 ? [argument] : Array.Empty<string>()]);

        Assert.StartsWith(message, Assert.Single(built.Problems), StringComparison.Ordinal);
        Assert.DoesNotContain(built.Lines, line => line.Contains("Pushed image", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(shop.Folder, "deploy")));
    }

    [Fact]
    public async Task ContainerThatReferencesItsManifests_IsAnErrorThatSaysSo()
    {
        var (shop, api) = Shop("");
        WriteApi(Path.Combine(api, "..", "Shared"), "<OutputType>Library</OutputType>", """<ProjectReference Include="../deployment/Acme.csproj" />""");
        WriteApi(api, "<ContainerRegistry>localhost:1</ContainerRegistry><ContainerImageTag>1.4.2</ContainerImageTag>", """<ProjectReference Include="../Shared/Shop.Api.csproj" />""");
        shop.WriteShop("""[Manifest] public static V1Pod Api(ManifestContext context) => K8s.Pod("api").AddContainer("api", context.ContainerImage("Shop.Api"));""");
        shop.Write(".editorconfig", "root = true\n[*.cs]\nk8s_public_registries = localhost:*\n");

        var built = await shop.Build(Push);

        Assert.Equal(
            ["Acme.csproj : error K8S907: ManifestPublishContainers builds 'Shop.Api.csproj' before its manifests, and that project references this one, so that neither can be first: take the reference to Acme.csproj out of it, and put what both need into a third project"],
            built.Problems);
    }

    // The folder of 'dotnet publish -o' is the application's own.
    [Fact]
    public async Task PublishIntoAFolder_PutsNoOtherProjectThere()
    {
        using var registry = await DebianRegistry.Start();
        await registry.Push("base", "1", "base");
        var (shop, _) = Shop(Container(registry));
        shop.WriteShop("""[Manifest] public static V1Pod Api(ManifestContext context) => K8s.Pod("api").AddContainer("api", context.ContainerImage("Shop.Api"));""");
        shop.Write(".editorconfig", "root = true\n[*.cs]\nk8s_public_registries = localhost:*\n");

        var published = await shop.Run("publish", "-v:m", "-tl:off", "-o", "out", Push);

        Assert.Empty(published.Problems);
        var folder = Path.Combine(shop.Folder, "out");
        Assert.Equal(
            ["Acme.deps.json", "Acme.dll", "Acme.pdb", "manifests/60-pod-api.yaml", "manifests/Kustomization"],
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal($"{registry.Host}/acme/shop-api:1.4.2@{await registry.Digest("acme/shop-api", "1.4.2")}", Image(shop));
    }

    [Fact]
    public async Task PushThatFails_IsOneError_AndNoYamlNamesIt()
    {
        using var open = await DebianRegistry.Start();
        using var registry = await DebianRegistry.Start(isPrivate: true);
        await open.Push("base", "1", "base");
        var (shop, _) = Shop(Container(registry, open));
        shop.WriteShop("""[Manifest] public static V1Pod Api(ManifestContext context) => K8s.Pod("api").AddContainer("api", context.ContainerImage("Shop.Api"));""");
        shop.Write(".editorconfig", "root = true\n[*.cs]\nk8s_public_registries = localhost:*\n");
        shop.Variables["DOCKER_CONFIG"] = shop.Folder;

        foreach (var password in new[] { "", "wrong" })
        {
            WriteLogin(password);
            var failed = await shop.Build(Push);
            Assert.Equal(1, failed.ExitCode);
            Assert.StartsWith("error CONTAINER", Assert.Single(failed.Problems).Split(": ", 2)[1], StringComparison.Ordinal);
            Assert.False(Directory.Exists(Path.Combine(shop.Folder, "deploy")));
        }

        WriteLogin(DebianRegistry.Password);
        var built = await shop.Build(Push);
        Assert.Empty(built.Problems);
        Assert.Equal($"{registry.Host}/acme/shop-api:1.4.2@{await registry.Digest("acme/shop-api", "1.4.2")}", Image(shop));

        void WriteLogin(string password)
        {
            var login = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{DebianRegistry.User}:{password}"));
            shop.Write("config.json", password.Length == 0 ? "{}" : $"{{\"auths\":{{\"{registry.Host}\":{{\"auth\":\"{login}\"}}}}}}");
        }
    }

    [Fact]
    public async Task ContainerOfTwoProjects_IsPushedOnce()
    {
        using var registry = await DebianRegistry.Start();
        await registry.Push("base", "1", "base");
        var (shop, _) = Shop(Container(registry));
        const string Pod = """[Manifest] public static V1Pod Api(ManifestContext context) => K8s.Pod("api").AddContainer("api", context.ContainerImage("api"));""";
        shop.Write("Acme.csproj", Deploy.Replace("/Shop.Api.csproj\"", "/Shop.Api.csproj\" Name=\"api\"", StringComparison.Ordinal));
        shop.WriteShop(Pod);
        shop.Write("../other/Other.csproj", Deploy);
        shop.Write("../other/Shop.cs", "namespace Acme;\npublic static class Shop\n{\n" + Pod.Replace("\"api\"))", "\"Shop.Api\"))", StringComparison.Ordinal) + "\n}\n");
        shop.Write("../.editorconfig", "root = true\n[*.cs]\nk8s_public_registries = localhost:*\n");
        shop.Write("../Shop.slnx", "<Solution>\n  <Project Path=\"deployment/Acme.csproj\" />\n  <Project Path=\"other/Other.csproj\" />\n  <Project Path=\"Shop.Api/Shop.Api.csproj\" />\n</Solution>\n");

        var built = await shop.Run("build", "../Shop.slnx", "-v:m", "-tl:off", Push);

        Assert.Empty(built.Problems);
        Assert.Single(built.Lines, line => line.Contains("Pushed image", StringComparison.Ordinal));
        var image = $"{registry.Host}/acme/shop-api:1.4.2@{await registry.Digest("acme/shop-api", "1.4.2")}";
        Assert.Equal((image, image), (Image(shop), Image(Path.Combine(shop.Folder, "..", "other"))));
    }

    [Fact]
    public async Task ProjectThatPushesItself_HasNoManifestsInItsImage()
    {
        using var registry = await DebianRegistry.Start();
        await registry.Push("base", "1", "base");
        var project = package.NewProject(UserProject.ProjectFile("Microsoft.NET.Sdk.Web", Container(registry) + "<ManifestOutputPath>deploy</ManifestOutputPath>"));
        project.Write("Program.cs", "WebApplication.CreateBuilder(args).Build().Run();");
        project.WriteShop("""[Manifest] public static V1Pod Own(ManifestContext context) => K8s.Pod("own").AddContainer("own", context.ContainerImage());""");
        project.Write(".editorconfig", "root = true\n[*.cs]\nk8s_public_registries = localhost:*\n");

        var built = await project.Build(Push);

        Assert.Equal("", string.Join("\n", built.Problems));
        Assert.Equal($"{registry.Host}/acme/shop-api:1.4.2@{await registry.Digest("acme/shop-api", "1.4.2")}", Image(project));
        Assert.Empty(Directory.GetFiles(Path.Combine(project.Folder, "bin"), "*.yaml", SearchOption.AllDirectories));
    }

    private const string Api = """<ManifestContainer Include="../Shop.Api/Shop.Api.csproj" />""";

    private static string Container(DebianRegistry registry, DebianRegistry? ofBase = null) =>
        $"<Version>1.4.2</Version><ContainerRegistry>{registry.Host}</ContainerRegistry><ContainerRepository>acme/shop-api</ContainerRepository><ContainerImageTag>$(Version)</ContainerImageTag><ContainerBaseImage>{(ofBase ?? registry).Host}/base:1</ContainerBaseImage>";

    /// <summary>A project with manifests and one with a container, in folders side by side.</summary>
    private (UserProject Shop, string Api) Shop(string properties)
    {
        var both = package.NewProject("<Project />");
        File.Delete(Path.Combine(both.Folder, "Acme.csproj"));
        var api = Directory.CreateDirectory(Path.Combine(both.Folder, "Shop.Api")).FullName;
        WriteApi(api, properties);
        File.WriteAllText(Path.Combine(api, "Program.cs"), Program);
        return (new(Directory.CreateDirectory(Path.Combine(both.Folder, "deployment")).FullName, Deploy), api);
    }

    private static void WriteApi(string folder, string properties, string items = "") => File.WriteAllText(
        Path.Combine(Directory.CreateDirectory(folder).FullName, "Shop.Api.csproj"),
        $"<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n    <OutputType>Exe</OutputType>\n    <TargetFramework>net10.0</TargetFramework>\n    {properties}\n  </PropertyGroup>\n  <ItemGroup>{items}</ItemGroup>\n</Project>\n");

    private static async Task<bool> IsSkipped(UserProject project) =>
        (await project.Build("-v:d")).Lines.Any(l => l.StartsWith("Skipping target \"_RunKubernetesManifests\"", StringComparison.Ordinal));

    private static string Emitted(UserProject project) => UserProject.Emitted(Path.Combine(project.Folder, "deploy"));

    private static string Image(UserProject project) => Image(project.Folder);

    private static string Image(string folder) => Assert.Single(UserProject.Emitted(Path.Combine(folder, "deploy")).Split('\n'), line => line.StartsWith("    image: ", StringComparison.Ordinal)).Split("image: ")[1];
}
