using System.Text;

namespace K8sSharpManifests.Tool.Tests.Explain;

public sealed class ExplainPlaceTests
{
    private const string Password = "hunter2-that-nobody-sees";

    private static readonly string Auth = Convert.ToBase64String(Encoding.UTF8.GetBytes($"robot:{Password}"));

    private const string Web =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              imagePullSecrets:
              - name: reg
              - name: opaque
              - name: gone
              initContainers:
              - name: migrate
                image: nginx
              containers:
              - name: web
                image: ghcr.io/acme/web:latest
                imagePullPolicy: IfNotPresent

        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {selector: {app: web}, ports: [{port: 80}]}

        """;

    private static string Secrets =>
        $$$$"""
        apiVersion: v1
        kind: Secret
        metadata: {name: reg, namespace: shop}
        type: kubernetes.io/dockerconfigjson
        stringData:
          .dockerconfigjson: '{"auths": {"ghcr.io/other": {"auth": "{{{{Auth}}}}"}, "ghcr.io": {"auth": "{{{{Auth}}}}"}, "*.eu.acme.io": {"auth": "{{{{Auth}}}}"}, "quay.io": {"auth": "{{{{Auth}}}}"}, "ghcr.io:5000": {"auth": "{{{{Auth}}}}"}, "https://index.docker.io/v1/": {"auth": "{{{{Auth}}}}"}}}'
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: opaque, namespace: shop}
        stringData: {username: robot}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: spare, namespace: shop}
        type: kubernetes.io/dockerconfigjson
        stringData: {.dockerconfigjson: '{"auths": {"ghcr.io/acme": {"auth": "{{{{Auth}}}}"}}}'}

        """;

    private static LintFolder Folder(bool hasColor = false) => new LintFolder { HasColor = hasColor }.Write("deploy/web.yaml", Web).Write("deploy/secrets.yaml", Secrets);

    [Fact]
    public void LineOfAnImage_ExplainsIt()
    {
        using var folder = Folder();
        var ran = folder.Run("explain", "deploy/web.yaml:19");
        Assert.Equal((0, "'k8ssharp explain K8S106' tells more of the rule.\n"), (ran.ExitCode, ran.Error));
        Assert.Equal(
            """
            Deployment shop/web (apps/v1, from line 1): spec.template.spec.containers[0].image

            Container 'web' (spec.template.spec.containers[0])
              image:      ghcr.io/acme/web:latest
              registry:   ghcr.io
              repository: acme/web
              tag:        latest
              digest:     none, so the tag may be another image tomorrow
              in full:    ghcr.io/acme/web:latest
              policy:     IfNotPresent: as written
              written:    IfNotPresent
              means:      a node that has some image of this name starts that, however old it is
              secret:     Secret 'reg', named by the pod
                          no match ghcr.io/other: the repository acme/web does not begin with its path
                          matches  ghcr.io: host, port and the start of the path are the same
                          no match *.eu.acme.io: its host has not as many labels as ghcr.io, and a '*' stands for exactly one
                          no match quay.io: it is another host than ghcr.io
                          no match ghcr.io:5000: the port differs from that of ghcr.io: it has to be the same, or none in both
                          no match https://index.docker.io/v1/: its host has not as many labels as ghcr.io, and a '*' stands for exactly one
              secret:     Secret 'opaque', named by the pod: it is of type Opaque, which the kubelet does not look into
              secret:     Secret 'gone', named by the pod: it is not among the manifests that were read: --with names more
              secret:     Secret 'spare', which the pod does not name
                          matches  ghcr.io/acme: host, port and the start of the path are the same
              tried:      Secret 'reg', key 'ghcr.io'

            Findings
              19:16: warning K8S106: 'ghcr.io/acme/web:latest' can go stale: with IfNotPresent a node that has pulled it once keeps that image, and other nodes run newer ones

            """,
            ran.Output);

        // As lint writes it, with the column.
        Assert.Equal(ran, folder.Run("explain", "deploy/web.yaml:19:16"));
        Assert.Equal(ran with { Error = "" }, folder.Run("explain", "deploy/web.yaml:19", "-q"));
    }

    [Fact]
    public void OtherLines_ExplainWhatTheyAreAbout()
    {
        using var folder = Folder();
        Assert.Equal(
            """
            Init container 'migrate' (spec.template.spec.initContainers[0])
              image:      nginx
              registry:   docker.io (filled in: the text names no host)
              repository: library/nginx (library/ is filled in, as for each name of one segment)
              tag:        none, which is latest
              digest:     none, so the tag may be another image tomorrow
              in full:    docker.io/library/nginx
              policy:     Always: no tag, which is latest
              written:    nothing
              means:      each start asks the registry which image it is now, and fetches what the node does not have
            """,
            Part(folder.Run("explain", "deploy/web.yaml:15"), 2, 10));

        // The list of secrets is about all containers of the pod.
        var secrets = folder.Run("explain", "deploy/web.yaml:12").Output;
        Assert.StartsWith("Deployment shop/web (apps/v1, from line 1): spec.template.spec.imagePullSecrets[1].name\n\nInit container 'migrate'", secrets, StringComparison.Ordinal);
        Assert.Contains("\nContainer 'web' ", secrets, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nFindings\n  12:15: error K8S114: 'opaque' is a Secret of type Opaque, which the kubelet does not pull with: make it with K8s.RegistrySecret, or private images end in ErrImagePull\n",
            secrets, StringComparison.Ordinal);
        Assert.Equal(
            "Deployment shop/web (apps/v1, from line 1): spec.replicas\nNo container is at this line; there are some at lines 15, 18.\n\nNo rule finds anything at this line.\n",
            folder.Run("explain", "deploy/web.yaml:5").Output);
        Assert.Equal("Service shop/web (v1, from line 23): spec\n\nNo rule finds anything at this line.\n", folder.Run("explain", "deploy/web.yaml:26").Output);
        Assert.Equal(new Ran(2, "", "k8ssharp: deploy/web.yaml:22 is in no Kubernetes object, and no rule finds anything there.\n"), folder.Run("explain", "deploy/web.yaml:22"));
    }

    [Fact]
    public void SecretThatTheKubeletCannotRead_LeavesNothingToTry()
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("ghcr.io/acme/web:1", "  imagePullSecrets: [{name: reg}]\n")).Write(
            "s.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: reg}\ntype: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: '{\"auths\":{\"a.io\":{\"auth\":\"%\"},\"ghcr.io\":{\"auth\":\"dTpw\"}}}'}\n");
        Assert.Contains(
            """
              secret:     Secret 'reg', named by the pod: it cannot be read by the kubelet, which then pulls no image of the pod: its entry for 'a.io' has an 'auth' that is not the base64 of user:password
                          matches  ghcr.io: host, port and the start of the path are the same
              tried:      nothing: the kubelet cannot read the Secret 'reg', and then pulls no image of the pod

            """,
            folder.Run("explain", "a.yaml:6").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void EachLine_IsOfOneContainer()
    {
        using var folder = new LintFolder().Write("list.yaml", "kind: List\napiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: one}\n  spec:\n    containers:\n    - name: a\n      image: a:1\n\n    - name: b\n      image: b:1\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: two}\n  spec: {containers: [{name: c, image: 'c:1'}]}\n");
        Assert.Equal(
            ["1 -", "4 Pod one:", "9 Pod one:a", "10 Pod one:a", "11 Pod one:ab", "12 Pod one:b", "13 Pod one:b", "14 Pod two:", "17 Pod two:c"],
            new[] { 1, 4, 9, 10, 11, 12, 13, 14, 17 }.Select(line => $"{line} {At(folder.Run("explain", $"list.yaml:{line}", "--format", "json"))}"));
    }

    private static string At(Ran ran)
    {
        if (ran.ExitCode != 0)
        {
            return "-";
        }

        using var json = System.Text.Json.JsonDocument.Parse(ran.Output);
        var images = json.RootElement.GetProperty("images").EnumerateArray().Select(image => image.GetProperty("written").GetString()![..1]);
        return $"{json.RootElement.GetProperty("kind")} {json.RootElement.GetProperty("name")}:{string.Concat(images)}";
    }

    [Fact]
    public void ServiceAccount_GivesItsSecrets()
    {
        using var folder = new LintFolder().Write("web.yaml", LintFolder.Pod("ghcr.io/acme/web:1.4.2", "  serviceAccountName: puller\n")).Write("cluster/secrets.yaml", Secrets.Replace(", namespace: shop", "", StringComparison.Ordinal))
            .Write("cluster/account.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: puller}\nimagePullSecrets: [{name: reg}, {name: spare}]\n");
        Assert.Equal("  tried:      what the ServiceAccount 'puller' names, which is not among the manifests that were read", Part(folder.Run("explain", "web.yaml:6"), 12, 1));
        var ran = folder.Run("explain", "web.yaml:6", "--with", "cluster/");
        Assert.Contains("  secret:     Secret 'spare', named by the ServiceAccount/puller\n              matches  ghcr.io/acme: ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("  tried:      Secret 'spare', key 'ghcr.io/acme'\n  then:       Secret 'reg', key 'ghcr.io'\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoReference_IsExplainedAsWell()
    {
        using var folder = new LintFolder().Write("web.yaml", LintFolder.Pod("ghcr.io/Acme/web:1"));
        Assert.Equal(
            """
            Container 'web' (spec.containers[0])
              image:      ghcr.io/Acme/web:1
              fault:      this is no image reference: write the repository in lowercase; the kubelet says InvalidImageName
              policy:     IfNotPresent: default where there is no tag to read
              written:    nothing
              means:      a node that has it starts it without asking the registry
            """,
            Part(folder.Run("explain", "web.yaml:6"), 2, 6));
    }

    [Fact]
    public void NeighbourThatIsBroken_IsToldAndLeftOut()
    {
        using var folder = Folder().Write("deploy/broken.yaml", "apiVersion: v1\nkind: [\n");
        var ran = folder.Run("explain", "deploy/web.yaml:19", "-q");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("Secret 'reg', named by the pod: it is not among the manifests that were read", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("k8ssharp: so what lies beside deploy/web.yaml is not taken into account: --with names what is applied with it.\n", ran.Error, StringComparison.Ordinal);
        Assert.StartsWith("k8ssharp: deploy/broken.yaml:3:1: K8S915: ", ran.Error, StringComparison.Ordinal);
        Assert.Equal(2, folder.Run("explain", "deploy/web.yaml:19", "--with", "deploy/broken.yaml").ExitCode);
    }

    [Theory]
    [InlineData("web.yaml", "'web.yaml' is a file: name a line of it, 'web.yaml:12'.")]
    [InlineData("none.yaml:3", "'none.yaml' is not there.")]
    [InlineData("web.yaml:99", "'web.yaml' has no line 99: it ends with line 7.")]
    [InlineData("web.yaml:0", "'web.yaml' has no line 0: it ends with line 7.")]
    [InlineData("Shop.cs:12", "'Shop.cs' is C#: name a line of the YAML that the build writes of it. What the rules say of C#, the build says at its lines.")]
    [InlineData("Web:1", "'Web:1' is no rule, no FILE:LINE of a file that is there, and no image reference: write the repository in lowercase.")]
    public void WrongPlace_CannotRun(string what, string message)
    {
        using var folder = new LintFolder().Write("web.yaml", LintFolder.Pod("web:1"));
        Assert.Equal(new Ran(2, "", $"k8ssharp: {message}\n"), folder.Run("explain", what));
    }

    [Fact]
    public void Json_HasAllOfIt()
    {
        using var folder = new LintFolder().Write("web.yaml", LintFolder.Pod("web", "  imagePullSecrets: [{name: reg}]\n"))
            .Write("reg.yaml", $"apiVersion: v1\nkind: Secret\nmetadata: {{name: reg}}\ntype: kubernetes.io/dockerconfigjson\nstringData: {{.dockerconfigjson: '{{\"auths\": {{\"ghcr.io\": {{\"auth\": \"{Auth}\"}}}}}}'}}\n");
        Assert.Equal(
            """{"file":"web.yaml","line":6,"apiVersion":"v1","kind":"Pod","namespace":null,"name":"web","path":"spec.containers[0].image","images":[{"container":"container 'web'","path":"spec.containers[0]","written":"web","fault":null,"image":"docker.io/library/web","registry":"docker.io","registryFilledIn":true,"repository":"library/web","tag":null,"digest":null,"writtenPolicy":null,"policy":"Always","reason":"no tag, which is latest","credentials":[{"name":"Secret 'reg'","from":"pod","fault":null,"keys":[{"key":"ghcr.io","matches":false,"why":"it is another host than docker.io"}]}],"tried":["without credentials, which the kubelet does where no secret has any for it"]}],"findings":[{"line":6,"column":12,"rule":"K8S105","severity":"warning","path":"spec.containers[0].image","message":"'web' has no tag, so the kubelet adds ':latest', and each start pulls what that is then: two pods can run different code; name a version"}]}""" + "\n",
            folder.Run("explain", "web.yaml:6", "--format", "json").Output);
    }

    [Fact]
    public void Page_HasTheKeysOfTheJson()
    {
        using var folder = Folder();
        foreach (var what in new[] { "K8S106", "deploy/web.yaml:19", "ghcr.io/acme/web" })
        {
            Documented.HasKeys("explain.md", folder.Run("explain", what, "--format", "json").Output);
        }
    }

    // What the page shows of a line is said of such a line.
    [Fact]
    public void Page_ShowsWhatTheToolSays()
    {
        using var folder = Folder();
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "explain.md")).ReplaceLineEndings("\n");
        const string Mark = "$ k8ssharp explain deploy/web.yaml:19\n";
        var start = page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        var shown = page[start..page.IndexOf("```", start, StringComparison.Ordinal)].Split('\n');
        var said = folder.Run("explain", "deploy/web.yaml:19").Output.Split('\n');
        Assert.All(shown, line => Assert.Contains(line, said));
    }

    [Fact]
    public void Credentials_AreNeverShown()
    {
        using var folder = Folder(hasColor: true);
        folder.Write(".docker/config.json", $$$$"""{"auths": {"ghcr.io": {"auth": "{{{{Auth}}}}"}}}""");
        foreach (var arguments in new string[][] { ["deploy/web.yaml:19"], ["deploy/web.yaml:12", "--format", "json"], ["ghcr.io/acme/web", "--with", "deploy"], ["deploy/secrets.yaml:6"], ["deploy/secrets.yaml:6", "--format", "json"] })
        {
            var ran = folder.Run(["explain", .. arguments]);
            Assert.Equal(0, ran.ExitCode);
            Assert.DoesNotContain(Password, ran.Output + ran.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(Auth, ran.Output + ran.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("robot", ran.Output + ran.Error, StringComparison.Ordinal);
        }
    }

    // Users write them before the host, of registries and of images.
    [Fact]
    public void PasswordBeforeAHost_IsNotShown()
    {
        var config = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($$$$"""{"auths": {"https://ann:{{{{Password}}}}@ghcr.io/v1/": {}, "bob:{{{{Password}}}}@ghcr.io": {"username": "bob", "password": "x"}}}"""));
        using var folder = new LintFolder()
            .Write(".docker/config.json", $$$$"""{"auths": {"https://ann:{{{{Password}}}}@ghcr.io": {"auth": "eDp4"}}}""")
            .Write("a.yaml", LintFolder.Pod($"ann:{Password}@ghcr.io/acme/web:1"))
            .Write("b.yaml", $"apiVersion: v1\nkind: Pod\nmetadata: {{name: web}}\nspec:\n  imagePullSecrets: [{{name: reg}}]\n  containers:\n  - {{name: web, image: 'ghcr.io/acme/web:1'}}\n---\napiVersion: v1\nkind: Secret\nmetadata: {{name: reg}}\ntype: kubernetes.io/dockerconfigjson\ndata: {{.dockerconfigjson: {config}}}\n");
        foreach (var format in new[] { "text", "json" })
        {
            foreach (var what in new[] { "a.yaml:7", "b.yaml:7", "b.yaml:13", "ghcr.io/acme/web:1", $"ann:{Password}@ghcr.io/acme/web:1", $"https://ann:{Password}@ghcr.io/acme/web" })
            {
                var ran = folder.Run("explain", what, "--format", format, "--with", "b.yaml");
                Assert.DoesNotContain(Password, ran.Output + ran.Error, StringComparison.Ordinal);
            }
        }

        Assert.Contains("***@ghcr.io", folder.Run("explain", "ghcr.io/acme/web:1", "--with", "b.yaml").Output, StringComparison.Ordinal);
        Assert.Contains("***@ghcr.io", folder.Run("explain", "b.yaml:7").Output, StringComparison.Ordinal);
        Assert.Contains("***@ghcr.io", folder.Run("explain", "a.yaml:7").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ImageAlone_HasTheLoginsOfThisMachineByTheirKeys()
    {
        using var folder = Folder();
        folder.Write(".docker/config.json", $$$$"""{"auths": {"ghcr.io": {"auth": "{{{{Auth}}}}"}, "quay.io": {"auth": "{{{{Auth}}}}"}}, "credHelpers": {"ghcr.io": "gh"}}""");
        folder.Write(".editorconfig", "root = true\n[*.yaml]\nk8s_private_registries = ghcr.io/acme/*\n");
        Assert.Equal(
            $$"""
            ghcr.io/acme/web:1.4.2
              registry:   ghcr.io
              repository: acme/web
              tag:        1.4.2
              digest:     none, so the tag may be another image tomorrow
              in full:    ghcr.io/acme/web:1.4.2
              policy:     IfNotPresent: default for a tag
              means:      a node that has it starts it without asking the registry
              logins:     Docker configuration {{Path.Combine(folder.FullPath, ".docker", "config.json")}}
                          matches  docker-credential-gh: the credential helper, which is asked for ghcr.io
                          no match quay.io: it is another host than ghcr.io
                          matches  ghcr.io: host, port and the start of the path are the same
              tried:      the pod's pull secrets
              then:       without credentials, which the kubelet does where no secret has any for it; ghcr.io is not known to serve anyone (k8s_public_registries)

            """,
            folder.Run("explain", "ghcr.io/acme/web:1.4.2").Output);
        var with = folder.Run("explain", "ghcr.io/acme/web:1.4.2", "--with", "deploy").Output;
        Assert.Contains("  secret:     Secret 'spare'\n              matches  ghcr.io/acme: ", with, StringComparison.Ordinal);
        Assert.Contains("  tried:      the pod's pull secrets, if it names one of those that match\n", with, StringComparison.Ordinal);
    }

    private static string Part(Ran ran, int first, int count) => string.Join('\n', ran.Output.Split('\n').Skip(first).Take(count));
}
