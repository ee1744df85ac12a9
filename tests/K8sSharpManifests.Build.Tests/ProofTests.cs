using System.Text;

namespace K8sSharpManifests.Build.Tests;

/// <summary>What the compiler has proved, compared with what runs, and emitted without running anything.</summary>
public sealed class ProofTests(PackageFixture package)
{
    private const string Web = """[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "nginx:1.27").WithNamespace("shop");""";
    private const string Elsewhere = """[Manifest] public static IEnumerable<k8s.IKubernetesObject> More => [External.Secret("cred"), K8s.Pod("more").AddContainer("more", "registry.acme.io/a:1").AddImagePullSecret("cred"), K8s.Namespace("shop")];""";
    private const string Named = """[Manifest] public static V1ConfigMap Named => K8s.ConfigMap("named").AddData("at", System.Environment.CurrentDirectory);""";
    private const string Secret = """[Manifest] public static V1Secret Db => K8s.Secret("db").AddStringData("password", "hunter2");""";

    [Fact]
    public async Task WhatIsProved_IsCountedAndTheRestNamed()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(Web, Elsewhere, Named, Secret);

        var result = await project.Build("-v:detailed");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Acme: 5 manifests → bin/Debug/net10.0/manifests (3 proved at compile time)", result.Lines);
        var column = Named.IndexOf("System.Environment", StringComparison.Ordinal) + 1;
        var secret = Secret.IndexOf("Secret(", StringComparison.Ordinal) + 1;
        Assert.Equal(
            [
                $"Shop.cs(6,38): Acme.Shop.Named is not proved at compile time: 'System.Environment.CurrentDirectory', at Shop.cs(6,{column}), is known only when it runs",
                $"Shop.cs(7,35): Acme.Shop.Db is not proved at compile time: it gives a Secret, at Shop.cs(7,{secret}), whose values are not shown: its YAML is compiled into the assembly only where all of it is known and .editorconfig says k8s_secret_constants = true",
            ],
            result.Lines.Where(line => line.Contains("is not proved", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ObjectsWithoutACrd_AreProvedAndEmittedEitherWay()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(
            """[Manifest] public static UntypedObject Widget => K8s.Object("example.com/v1", "Widget", "w").WithSpec(new Dictionary<string, object> { ["template"] = new V1PodTemplateSpec { Spec = new() { Containers = [new() { Name = "c", Image = "nginx:1.27" }] } } });""",
            """[Manifest] public static V1ConfigMap Patched => K8s.ConfigMap("patched").Patch("novel['a.b']", 1);""");
        const string widget =
            """
            apiVersion: example.com/v1
            kind: Widget
            metadata:
              name: w
            spec:
              template:
                spec:
                  containers:
                  - name: c
                    image: nginx:1.27

            """;

        var result = await project.Build();

        Assert.Empty(result.Problems);
        Assert.Contains("Acme: 2 manifests → bin/Debug/net10.0/manifests (2 proved at compile time)", result.Lines);
        var emitted = project.Emitted();
        Assert.Contains("kind: ConfigMap\nmetadata:\n  name: patched\nnovel:\n  a.b: 1\n", emitted, StringComparison.Ordinal);
        Assert.Contains(widget, emitted, StringComparison.Ordinal);
        var constant = await project.Build("-p:ManifestEmit=static");
        Assert.Empty(constant.Problems);
        Assert.Equal(emitted, project.Emitted());

        project.WriteShop("""[Manifest] public static UntypedObject Widget => K8s.Object("example.com/v1", "Widget", "w").With("spec.hook", (Action)(() => { }));""");
        Assert.StartsWith(
            "Shop.cs(4,40): error K8S905: Acme.Shop.Widget gives an object that cannot be written: 'spec.hook' is a Action, which has no form in a manifest: ",
            Assert.Single((await project.Build()).Problems), StringComparison.Ordinal);
        Assert.Equal(emitted, project.Emitted());
    }

    // What names a volume mount is not written first any more, and JSON has its hexadecimal digits in lower case.
    [Fact]
    public async Task EvaluatorThatIsBroken_IsFoundOut()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.Write("Directory.Build.targets",
            """
            <Project>
              <Target Name="UseBrokenEvaluator" BeforeTargets="CoreCompile">
                <ItemGroup>
                  <_Ours Include="@(Analyzer)" Condition="$([System.String]::Copy('%(Filename)').StartsWith('K8sSharpManifests'))" />
                  <Analyzer Remove="@(_Ours)" />
                  <Analyzer Include="broken/*.dll" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        const string mounted = """[Manifest] public static V1Pod Mounted => K8s.Pod("mounted").AddContainer("a", "b:1").MountEmptyDir("tmp", "/tmp");""";
        const string cred = """[Manifest] public static V1Secret Cred => K8s.RegistrySecret("cred", "ghcr.io", "u", "a+b");""";
        project.WriteShop(Web, mounted, cred);
        project.Write(".editorconfig", "[*.cs]\nk8s_secret_constants = true\n");
        Assert.Equal(0, (await project.Run("restore")).ExitCode);
        var analyzers = Path.Combine(project.Folder, "..", "packages", "k8ssharpmanifests", PackageFixture.Version, "analyzers", "dotnet", "cs");
        Directory.CreateDirectory(Path.Combine(project.Folder, "broken"));
        foreach (var file in Directory.GetFiles(analyzers))
        {
            File.Copy(file, Path.Combine(project.Folder, "broken", Path.GetFileName(file)));
        }

        BreakIn("Core", "V1VolumeMount", "V1VolumeXXXXX");
        BreakIn("StaticEvaluation", "X4", "x4");

        var result = await project.Build();

        const string differences = "obj/Debug/net10.0/k8s.differences/";
        const string wayOut = "what it gives is emitted; the two texts are {0}.proved.yaml and {0}.ran.yaml: please report this, it should not happen unless code changes what the language takes for fixed";
        Assert.Equal(
            [
                $"Shop.cs(5,32): warning K8S901: Acme.Shop.Mounted gives something else than what the compiler has proved, of the expression at Shop.cs(5,{mounted.IndexOf("\"/tmp\"", StringComparison.Ordinal) + 1}): line 10 (spec.containers[0].volumeMounts[0].mountPath) was proved as '- mountPath: /tmp' and came as '- name: tmp'; "
                    + string.Format(System.Globalization.CultureInfo.InvariantCulture, wayOut, differences + "Acme_Shop_Mounted"),
                $"Shop.cs(6,35): warning K8S901: Acme.Shop.Cred gives something else than what the compiler has proved, of the expression at Shop.cs(6,{cred.IndexOf("RegistrySecret", StringComparison.Ordinal) + 1}); "
                    + string.Format(System.Globalization.CultureInfo.InvariantCulture, wayOut, differences + "Acme_Shop_Cred"),
            ],
            result.Problems);
        Assert.Contains("Acme: 3 manifests → bin/Debug/net10.0/manifests (1 proved at compile time)", result.Lines);
        const string before = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: mounted\nspec:\n  containers:\n  - name: a\n    image: b:1\n    volumeMounts:\n";
        const string after = "  volumes:\n  - name: tmp\n    emptyDir: {}\n";
        Assert.Equal(before + "    - mountPath: /tmp\n      name: tmp\n" + after, File.ReadAllText(Path.Combine(project.Folder, differences, "Acme_Shop_Mounted.proved.yaml")));
        Assert.Equal(before + "    - name: tmp\n      mountPath: /tmp\n" + after, File.ReadAllText(Path.Combine(project.Folder, differences, "Acme_Shop_Mounted.ran.yaml")));
        Assert.Contains("    - name: tmp\n      mountPath: /tmp\n", project.Emitted(), StringComparison.Ordinal);

        // Where warnings are errors, it is one.
        Assert.Equal(1, (await project.Build("-p:TreatWarningsAsErrors=true")).ExitCode);

        // By a word of the same length.
        void BreakIn(string assembly, string old, string replacement)
        {
            var path = Path.Combine(project.Folder, "broken", $"K8sSharpManifests.{assembly}.dll");
            File.WriteAllBytes(path, Replace(File.ReadAllBytes(path), old, replacement));
        }
    }

    [Fact]
    public async Task StaticEmission_WritesTheSameBytesAndRunsNothing()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<NoWarn>$(NoWarn);CA2255</NoWarn>"));
        project.WriteShop(Web, Elsewhere, "[System.Runtime.CompilerServices.ModuleInitializer] internal static void Ran() => System.IO.File.WriteAllText(\"ran\", \"\");");
        var ran = Path.Combine(project.Folder, "ran");

        var ordinary = await project.Build();
        Assert.Equal((0, 0), (ordinary.ExitCode, ordinary.Problems.Count));
        Assert.True(File.Exists(ran));
        var emitted = project.Emitted();
        File.Delete(ran);
        Directory.Delete(project.Manifests, recursive: true);

        var result = await project.Build("-p:ManifestEmit=static");
        Assert.Equal((0, 0), (result.ExitCode, result.Problems.Count));
        Assert.Contains("Acme: 3 manifests → bin/Debug/net10.0/manifests (nothing was run)", result.Lines);
        Assert.Equal(emitted, project.Emitted());
        Assert.False(File.Exists(ran));

        // An assembly that cannot run.
        project.WriteShop(Web, "static Shop() => throw new System.InvalidOperationException();");
        Assert.Equal(1, (await project.Build()).ExitCode);
        Assert.Equal(0, (await project.Build("-p:ManifestEmit=static")).ExitCode);
        Assert.Contains("60-pod-shop-web.yaml", project.Emitted(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaticEmission_StopsAtWhatIsNotProved()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(Web, Named, Secret, Elsewhere.Replace("External.Secret(\"cred\"), ", "", StringComparison.Ordinal));

        var result = await project.Build("-p:ManifestEmit=static");

        var column = Named.IndexOf("System.Environment", StringComparison.Ordinal) + 1;
        var secret = Secret.IndexOf("Secret(", StringComparison.Ordinal) + 1;
        Assert.Equal(
            [
                $"Shop.cs(5,38): error K8S910: Acme.Shop.Named cannot be emitted without running it: 'System.Environment.CurrentDirectory', at Shop.cs(5,{column}), is known only when it runs",
                $"Shop.cs(6,35): error K8S910: Acme.Shop.Db cannot be emitted without running it: it gives a Secret, at Shop.cs(6,{secret}), whose values are not shown: its YAML is compiled into the assembly only where all of it is known and .editorconfig says k8s_secret_constants = true",
            ],
            result.Problems);
        Assert.Equal("", project.Emitted());

        // The rules look at what is emitted so, too.
        project.WriteShop(Web, Elsewhere.Replace("External.Secret(\"cred\"), ", "", StringComparison.Ordinal));
        Assert.Contains(": warning K8S113: 'cred'", Assert.Single((await project.Build("-p:ManifestEmit=static")).Problems), StringComparison.Ordinal);
    }

    // Strings of an assembly are UTF-16.
    private static byte[] Replace(byte[] file, string old, string replacement)
    {
        var (sought, written) = (Encoding.Unicode.GetBytes(old), Encoding.Unicode.GetBytes(replacement));
        for (var start = 0; file.AsSpan(start).IndexOf(sought) is >= 0 and var next; start += next + sought.Length)
        {
            written.CopyTo(file, start + next);
        }

        return file;
    }
}
