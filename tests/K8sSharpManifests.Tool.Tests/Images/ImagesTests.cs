namespace K8sSharpManifests.Tool.Tests.Images;

public sealed class ImagesTests
{
    private const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private const string All =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              imagePullSecrets: [{name: own}]
              initContainers: [{name: migrate, image: 'ghcr.io/acme/migrate:2', imagePullPolicy: Always}]
              containers:
              - {name: web, image: web}
              - {name: log, image: 'log:latest', imagePullPolicy: IfNotPresent}
              volumes: [{name: model, image: {reference: 'quay.io/acme/model:1'}}]
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: night, namespace: shop}
        spec:
          schedule: '@daily'
          jobTemplate: {spec: {template: {spec: {restartPolicy: Never, serviceAccountName: puller, containers: [{name: job, image: 'ghcr.io/acme/job@DIGEST'}]}}}}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: puller, namespace: shop}
        imagePullSecrets: [{name: reg}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: other}
        spec:
          serviceAccountName: elsewhere
          containers: [{name: bad, image: 'Web:1'}, {name: never, image: 'x:latest@DIGEST', imagePullPolicy: Never}]
          ephemeralContainers: [{name: debug, image: 'busybox:1.36'}]

        """;

    private static string Manifests => All.Replace("DIGEST", Digest, StringComparison.Ordinal);

    [Fact]
    public void Table_SaysHowEachImageIsPulled()
    {
        using var folder = new LintFolder().Write("a.yaml", Manifests);

        var ran = folder.Run("images", "a.yaml");

        Assert.Equal("8 containers, 7 images; 2 by digest, 2 always pulled.\n", ran.Error);
        Assert.Equal(
            """
            NAMESPACE  OBJECT          CONTAINER          IMAGE                                            WRITTEN       POLICY                                               PULL SECRETS                  DIGEST
            shop       Deployment/web  migrate (init)     ghcr.io/acme/migrate:2                           Always        Always: as written                                   own (pod)                     no
            shop       Deployment/web  web                docker.io/library/web                            -             Always: no tag, which is latest                      own (pod)                     no
            shop       Deployment/web  log                docker.io/library/log:latest                     IfNotPresent  IfNotPresent: as written                             own (pod)                     no
            shop       Deployment/web  model (volume)     quay.io/acme/model:1                             -             IfNotPresent: default for a tag                      own (pod)                     no
            shop       CronJob/night   job                ghcr.io/acme/job@sha256:aaaaaaaaaaaa…            -             IfNotPresent: default for a digest                   reg (ServiceAccount/puller)   yes
            -          Pod/other       bad                'Web:1' (no image reference)                     -             IfNotPresent: default where there is no tag to read  ? (ServiceAccount/elsewhere)  no
            -          Pod/other       never              docker.io/library/x:latest@sha256:aaaaaaaaaaaa…  Never         Never: as written                                    ? (ServiceAccount/elsewhere)  yes
            -          Pod/other       debug (ephemeral)  docker.io/library/busybox:1.36                   -             IfNotPresent: default for a tag                      ? (ServiceAccount/elsewhere)  no

            """,
            ran.Output);
        Assert.Equal(0, ran.ExitCode);
    }

    [Theory]
    [InlineData("web:1", "IfNotPresent", "default for a tag")]
    [InlineData("web:latest", "Always", "the tag is latest")]
    [InlineData("web", "Always", "no tag, which is latest")]
    [InlineData("web:latest@" + Digest, "Always", "the tag is latest")]
    [InlineData("web@" + Digest, "IfNotPresent", "default for a digest")]
    public void PolicyThatIsLeftOut_IsFilledInAsTheServerDoes(string image, string policy, string reason)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod(image));
        Assert.Contains($"\"writtenPolicy\":null,\"policy\":\"{policy}\",\"reason\":\"{reason}\"", folder.Run("images", "a.yaml", "--format", "json").Output, StringComparison.Ordinal);
        folder.Write(".editorconfig", "root = true\n[*.yaml]\nk8s_always_pull = required\n");
        Assert.Contains(
            policy == "Always" && reason.Length > 0 ? "\"policy\":\"Always\"" : "\"policy\":\"Always\",\"reason\":\"AlwaysPullImages (k8s_always_pull)\"",
            folder.Run("images", "a.yaml", "--format", "json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HasTheSameKeysForEachImage()
    {
        using var folder = new LintFolder().Write("a.yaml", Manifests);
        Assert.Equal(
            $$"""
            {"environment":null,"namespace":"shop","object":"CronJob/night","container":"job","type":"container","written":"ghcr.io/acme/job@{{Digest}}","image":"ghcr.io/acme/job@{{Digest}}","digest":"{{Digest}}","writtenPolicy":null,"policy":"IfNotPresent","reason":"default for a digest","pullSecrets":[{"name":"reg","from":"ServiceAccount/puller"}],"unseenServiceAccount":null,"state":null}
            {"environment":null,"namespace":"shop","object":"Pod/other","container":"bad","type":"container","written":"Web:1","image":null,"digest":null,"writtenPolicy":null,"policy":"IfNotPresent","reason":"default where there is no tag to read","pullSecrets":[],"unseenServiceAccount":"elsewhere","state":null}
            {"environment":null,"namespace":"shop","object":"Pod/other","container":"never","type":"container","written":"x:latest@{{Digest}}","image":"docker.io/library/x:latest@{{Digest}}","digest":"{{Digest}}","writtenPolicy":"Never","policy":"Never","reason":"as written","pullSecrets":[],"unseenServiceAccount":"elsewhere","state":null}
            {"environment":null,"namespace":"shop","object":"Pod/other","container":"debug","type":"ephemeral","written":"busybox:1.36","image":"docker.io/library/busybox:1.36","digest":null,"writtenPolicy":null,"policy":"IfNotPresent","reason":"default for a tag","pullSecrets":[],"unseenServiceAccount":"elsewhere","state":null}

            """,
            folder.Run("images", "a.yaml", "-q", "--format", "json", "-n", "shop", "-l", "app!=web").Output);
    }

    [Fact]
    public void Csv_IsQuotedWhereItMustBe()
    {
        using var folder = new LintFolder().Write(
            "a.yaml", LintFolder.Pod("web:1", "  imagePullSecrets: [{name: a}, {name: b}]\n") + "---\n" + LintFolder.Pod("'a\"b,c'", "  serviceAccountName: elsewhere\n"));
        Assert.Equal(
            "environment,namespace,object,container,type,written,image,digest,writtenPolicy,policy,reason,pullSecrets,pullSecretsFrom,state,stateReason,stateMessage,restarts,unseenServiceAccount\r\n"
            + ",,Pod/web,web,container,web:1,docker.io/library/web:1,,,IfNotPresent,default for a tag,a;b,pod;pod,,,,,\r\n"
            + ",,Pod/web,web,container,\"a\"\"b,c\",,,,IfNotPresent,default where there is no tag to read,,,,,,,elsewhere\r\n",
            folder.Run("images", "a.yaml", "--format", "csv").Output);
    }

    [Fact]
    public void ContainerWithoutImage_HasARow()
    {
        using var folder = new LintFolder().Write(
            "a.yaml",
            "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - {name: web}\n  - {name: null, image: null}\n  volumes: [{name: model, image: {pullPolicy: Always}}]\n  imagePullSecrets: [{name: reg}]\n");
        Assert.Equal(
            new Ran(
                0,
                """
                NAMESPACE  OBJECT   CONTAINER       IMAGE  WRITTEN  POLICY                                               PULL SECRETS  DIGEST
                -          Pod/web  web             -      -        IfNotPresent: default where there is no tag to read  reg (pod)     no
                -          Pod/web  -               -      -        IfNotPresent: default where there is no tag to read  reg (pod)     no
                -          Pod/web  model (volume)  -      Always   Always: as written                                   reg (pod)     no

                """,
                "3 containers, 0 images; 0 by digest, 1 always pulled.\n"),
            folder.Run("images", "a.yaml"));
        Assert.Contains("\"written\":null,\"image\":null,", folder.Run("images", "a.yaml", "--format", "json").Output, StringComparison.Ordinal);
        var pulls = folder.Run("pulls", "a.yaml");
        Assert.Equal(1, pulls.ExitCode);
        Assert.StartsWith("failed  -  (reference)\n        why:     no image is named, and the API server takes no pod for it\n        do:      name an image\n        for:     a.yaml:6, Pod 'web': web; a.yaml:7, Pod 'web':\n", pulls.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("yaml")]
    public void CredentialInAnImage_IsNotShown(string format)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("'robot:never-shown@ghcr.io/acme/web:1'"));
        foreach (var line in new[] { $"images a.yaml --format {format} -v", "pulls a.yaml -v", "pulls a.yaml --format json", "pin a.yaml", "lint a.yaml", "lint a.yaml --format sarif", "lint a.yaml --format json" })
        {
            var ran = folder.Run(line.Split(' '));
            Assert.DoesNotContain("never-shown", ran.Output + ran.Error, StringComparison.Ordinal);
            Assert.Contains("***@ghcr.io/acme/web:1", ran.Output + ran.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Yaml_HasADocumentForEachImage()
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("web:1", "  imagePullSecrets: [{name: a}]\n") + "---\n" + LintFolder.Pod("db"));
        Assert.Equal(
            """
            environment: null
            namespace: null
            object: Pod/web
            container: web
            type: container
            written: web:1
            image: docker.io/library/web:1
            digest: null
            writtenPolicy: null
            policy: IfNotPresent
            reason: default for a tag
            pullSecrets:
            - name: a
              from: pod
            unseenServiceAccount: null
            state: null
            ---
            environment: null
            namespace: null
            object: Pod/web
            container: web
            type: container
            written: db
            image: docker.io/library/db
            digest: null
            writtenPolicy: null
            policy: Always
            reason: no tag, which is latest
            pullSecrets: []
            unseenServiceAccount: null
            state: null

            """,
            folder.Run("images", "a.yaml", "--format", "yaml").Output);
    }

    // As 'kubectl apply -n' has it: what names none lands there, and with it its ServiceAccount.
    [Fact]
    public void Namespace_TakesWhatNamesNone()
    {
        using var folder = new LintFolder().Write(
            "a.yaml",
            LintFolder.Pod("web:1", "  serviceAccountName: puller\n") + "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: puller, namespace: shop}\nimagePullSecrets: [{name: reg}]\n---\n"
            + "apiVersion: v1\nkind: Pod\nmetadata: {name: x, namespace: other}\nspec: {containers: [{name: x, image: 'x:1'}]}\n");
        Assert.Equal(
            """
            NAMESPACE  OBJECT   CONTAINER  IMAGE                    WRITTEN  POLICY                           PULL SECRETS                 DIGEST
            shop       Pod/web  web        docker.io/library/web:1  -        IfNotPresent: default for a tag  reg (ServiceAccount/puller)  no

            """,
            folder.Run("images", "a.yaml", "-n", "shop").Output);
    }

    [Fact]
    public void StandardInput_IsRead()
    {
        using var folder = new LintFolder { Input = LintFolder.Pod("web:1") };
        Assert.Equal((0, "1 container, 1 image; 0 by digest, 0 always pulled.\n"), folder.Run("images", "-") is var ran ? (ran.ExitCode, ran.Error) : default);
    }

    [Fact]
    public void CustomResource_HasThePodsOfItsDefinition()
    {
        using var folder = new LintFolder()
            .Write("crd.yaml", """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: shops.acme.io}
                spec:
                  group: acme.io
                  scope: Namespaced
                  names: {kind: Shop, plural: shops}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {note: {type: string}}}}}}

                """)
            .Write("a.yaml", "apiVersion: acme.io/v1\nkind: Shop\nmetadata: {name: s}\nspec: {note: 'image: nothing:1'}\n---\n" + LintFolder.Pod("web:1"));
        Assert.Equal("1 container, 1 image; 0 by digest, 0 always pulled.\n", folder.Run("images", "a.yaml", "--crd", "crd.yaml").Error);
    }

    [Theory]
    [InlineData("images a.yaml --project x", "PATH and --project exclude each other: a project's manifests are those that it gives.")]
    [InlineData("images a.yaml --cluster", "--cluster and manifests (PATH, --project, --environment, --crd) exclude each other.")]
    [InlineData("images a.yaml --context x", "--context and --kubeconfig are for --cluster.")]
    [InlineData("images a.yaml -n shop -A", "--namespace and --all-namespaces exclude each other.")]
    [InlineData("images a.yaml -n Shop", "--namespace: 'Shop' cannot be a namespace.")]
    [InlineData("images a.yaml -l app=", null)]
    [InlineData("images a.yaml -l app=(", "--selector: 'app=(' is no label selector: '(' cannot be the value of a label.")]
    [InlineData("images a.yaml --workloads", "--workloads is for --cluster: manifests are listed whole.")]
    [InlineData("images a.yaml --format xml", "--format: 'xml' is none of table, json, csv, yaml.")]
    [InlineData("images a.yaml --namespce x", "There is no option '--namespce': did you mean --namespace? A path that begins so is written ./--namespce")]
    public void WrongLine_CannotRun(string line, string? message)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("web:1"));
        var ran = folder.Run(line.Split(' '));
        Assert.Equal(message is null ? new Ran(0, "", "k8ssharp: there is no container in what was given.\n") : new Ran(2, "", $"k8ssharp: {message}\nk8ssharp: 'k8ssharp images --help' tells more.\n"), ran);
    }

    [Fact]
    public void Help_HasExamples()
    {
        using var folder = new LintFolder();
        var ran = folder.Run("images", "--help");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("  k8ssharp images --cluster -A --workloads --format csv > images.csv\n", ran.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
