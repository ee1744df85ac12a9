namespace K8sSharpManifests.Build.Tests;

/// <summary>dotnet format, which asks for all fixes of a rule by way of any one of its findings.</summary>
public sealed class FormatTests(PackageFixture package)
{
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    // Of some rules there are findings without a fix, or with one that somebody has to think about.
    private static readonly (string Before, string After)[] Members =
    [
        (Pod("A", "\"nginx:1.27 \""), Pod("A", "\"nginx:1.27\"")),
        Same(Pod("B", "\"nginx 1.27\"")),
        (Pod("C", "\"quay.io/Acme/web:1\""), Pod("C", "\"quay.io/acme/web:1\"")),
        Same(Pod("D", "\"AcmeCorp/web:1\"")),
        Same(Pod("E", "\"nginx:latest\"")),
        (Pod("F", "\"nginx:latest\"", "\"IfNotPresent\""), Pod("F", "\"nginx:latest\"", "ImagePullPolicy.Always")),
        Same(Pod("G", "\"nginx:1.27\"", "\"IfNotPresnt\"")),
        (Pod("H", "\"nginx:1.27\"", "\"always\""), Pod("H", "\"nginx:1.27\"", "ImagePullPolicy.Always")),
        (Pod("I", "\"nginx:1.27\"", "\"Never\""), Pod("I", "\"nginx:1.27\"", "ImagePullPolicy.IfNotPresent")),
        Same(Pod("J", "\"nginx:latest\"", "\"Never\"")),
        (Pod("K", $"\"nginx{Digest}\"", "\"Always\""), Pod("K", $"\"nginx{Digest}\"", "ImagePullPolicy.IfNotPresent")),
        (Pod("L", $"\"nginx:latest{Digest}\""), Pod("L", $"\"nginx{Digest}\"")),
        Same(Pod("M", "\"registry.acme.io/web:1\"")),
        (Pod("N", "\"nginx:1.27\"", null, ".AddImagePullSecret(\"hub\").AddImagePullSecret(\"hub\").AddImagePullSecret(\"hub\")"), Pod("N", "\"nginx:1.27\"", null, ".AddImagePullSecret(\"hub\")")),
        (Secret("System.Text.Encoding.UTF8.GetBytes"), Secret("Convert.FromBase64String")),
    ];

    [Fact]
    public async Task EveryCertainFix_IsAppliedInOneRunAndTheSameEachTime()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop([.. Members.Select(m => m.Before)]);
        await project.Build();
        project.WriteShop([.. Members.Select(m => m.After)]);
        var expected = File.ReadAllText(Path.Combine(project.Folder, "Shop.cs"));
        for (var i = 0; i < 10; i++)
        {
            project.WriteShop([.. Members.Select(m => m.Before)]);

            var format = await project.Run("format", "analyzers", "--no-restore", "--severity", "info");

            Assert.True(format.ExitCode == 0, string.Join("\n", format.Lines));
            Assert.Equal(expected, File.ReadAllText(Path.Combine(project.Folder, "Shop.cs")));
        }
    }

    private static (string Before, string After) Same(string member) => (member, member);

    private static string Pod(string name, string image, string? policy = null, string more = "") =>
        $"""    [Manifest] public static V1Pod {name} => K8s.Pod("{name.ToLowerInvariant()}").AddContainer("c", {image}{(policy is null ? "" : $", c => c.WithImagePullPolicy({policy})")}){more};""";

    private static string Secret(string bytes) =>
        $$"""    [Manifest] public static V1Secret S => new() { Metadata = new() { Name = "s" }, Data = new Dictionary<string, byte[]> { ["user"] = {{bytes}}("dGhlIHVzZXIgbmFtZQ==") } };""";
}
