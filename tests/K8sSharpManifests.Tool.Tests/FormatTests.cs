using System.Text.Json;

namespace K8sSharpManifests.Tool.Tests;

public sealed class FormatTests
{
    // Two documents, a list, a value and an object, and a message with what formats escape.
    private const string Manifest =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
          - name: web
            image: ghcr.io/Acme/web:1
            imagePullPolicy: "100%, or: never"
        ---
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: Pod
          metadata: {name: tool}
          spec:
            imagePullSecrets:
            - {}
            containers: [{name: tool, image: "tool:latest"}]
        """;

    [Fact]
    public void Text_IsALineForEachFinding() => Assert.Equal(
        """
        a b/ä.yaml:7:12: error K8S102: 'ghcr.io/Acme/web:1' has uppercase letters in its repository path, and no repository has: the kubelet says InvalidImageName and never starts the container (spec.containers[0].image)
        a b/ä.yaml:8:22: error K8S107: '100%, or: never' is no image pull policy: the API server rejects all but Always, IfNotPresent and Never, in just this spelling (spec.containers[0].imagePullPolicy)
        a b/ä.yaml:18:7: warning K8S119: '' in imagePullSecrets does nothing: an entry without a name is skipped by the kubelet, yet it keeps the ServiceAccount's secrets away from the pod (items[0].spec.imagePullSecrets[0])
        a b/ä.yaml:19:38: warning K8S104: 'tool:latest' is another image whenever 'latest' moves: each start pulls what it is then, so two pods can run different code; name a version (items[0].spec.containers[0].image)
        2 errors, 2 warnings: 2 objects in 1 file.

        """,
        Run("text", "").Output);

    [Fact]
    public void Json_IsAnObjectForEachFinding() => Assert.Equal(
        """
        {"file":"a b/ä.yaml","document":0,"line":7,"column":12,"rule":"K8S102","severity":"error","path":"spec.containers[0].image","message":"'ghcr.io/Acme/web:1' has uppercase letters in its repository path, and no repository has: the kubelet says InvalidImageName and never starts the container"}
        {"file":"a b/ä.yaml","document":0,"line":8,"column":22,"rule":"K8S107","severity":"error","path":"spec.containers[0].imagePullPolicy","message":"'100%, or: never' is no image pull policy: the API server rejects all but Always, IfNotPresent and Never, in just this spelling"}
        {"file":"a b/ä.yaml","document":1,"line":18,"column":7,"rule":"K8S119","severity":"warning","path":"items[0].spec.imagePullSecrets[0]","message":"'' in imagePullSecrets does nothing: an entry without a name is skipped by the kubelet, yet it keeps the ServiceAccount's secrets away from the pod"}
        {"file":"a b/ä.yaml","document":1,"line":19,"column":38,"rule":"K8S104","severity":"warning","path":"items[0].spec.containers[0].image","message":"'tool:latest' is another image whenever 'latest' moves: each start pulls what it is then, so two pods can run different code; name a version"}

        """,
        Run("json").Output);

    [Fact]
    public void GitHub_IsACommandForEachFinding() => Assert.Equal(
        """
        ::error file=a b/ä.yaml,line=7,endLine=7,col=12,endColumn=30,title=K8S102%3A Uppercase letters in an image's path::'ghcr.io/Acme/web:1' has uppercase letters in its repository path, and no repository has: the kubelet says InvalidImageName and never starts the container
        ::error file=a b/ä.yaml,line=8,endLine=8,col=22,endColumn=39,title=K8S107%3A Invalid image pull policy::'100%25, or: never' is no image pull policy: the API server rejects all but Always, IfNotPresent and Never, in just this spelling
        ::warning file=a b/ä.yaml,line=18,endLine=18,col=7,endColumn=7,title=K8S119%3A Empty or repeated pull secret::'' in imagePullSecrets does nothing: an entry without a name is skipped by the kubelet, yet it keeps the ServiceAccount's secrets away from the pod
        ::warning file=a b/ä.yaml,line=19,endLine=19,col=38,endColumn=51,title=K8S104%3A Tag 'latest'::'tool:latest' is another image whenever 'latest' moves: each start pulls what it is then, so two pods can run different code; name a version

        """,
        Run("github").Output);

    [Fact]
    public void Sarif_IsALogWithTheRules() => Assert.Equal(
        $$"""
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "k8ssharp",
                  "version": "{{typeof(CommandLine).Assembly.GetName().Version!.ToString(3)}}",
                  "informationUri": "https://github.com/K8sSharpManifests/K8sSharpManifests",
                  "rules": [
                    {
                      "id": "K8S104",
                      "shortDescription": {
                        "text": "Tag 'latest'"
                      },
                      "helpUri": "https://github.com/K8sSharpManifests/K8sSharpManifests/blob/main/docs/rules/K8S104.md",
                      "defaultConfiguration": {
                        "enabled": true,
                        "level": "warning"
                      },
                      "properties": {
                        "tags": [
                          "K8s.Images"
                        ]
                      }
                    }
                  ]
                }
              },
              "columnKind": "utf16CodeUnits",
              "results": [
                {
                  "ruleId": "K8S104",
                  "ruleIndex": 0,
                  "level": "warning",
                  "message": {
                    "text": "'tool:latest' is another image whenever 'latest' moves: each start pulls what it is then, so two pods can run different code; name a version"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "a%20b/%C3%A4.yaml"
                        },
                        "region": {
                          "startLine": 19,
                          "startColumn": 38,
                          "endLine": 19,
                          "endColumn": 51
                        }
                      },
                      "logicalLocations": [
                        {
                          "fullyQualifiedName": "items[0].spec.containers[0].image"
                        }
                      ]
                    }
                  ]
                }
              ]
            }
          ]
        }

        """,
        Run("sarif", "--select", "K8S104").Output);

    [Fact]
    public void SarifOfSeveralRules_PointsAtThem()
    {
        using var log = JsonDocument.Parse(Run("sarif", "--option", "dotnet_diagnostic.K8S104.severity=suggestion").Output);
        var run = log.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToArray();
        Assert.Equal(["K8S102", "K8S104", "K8S107", "K8S119"], rules);
        Assert.Equal(
            ["K8S102 error", "K8S107 error", "K8S119 warning", "K8S104 note"],
            run.GetProperty("results").EnumerateArray().Select(result => $"{rules[result.GetProperty("ruleIndex").GetInt32()]} {result.GetProperty("level")}"));
    }

    [Theory]
    [InlineData("json", "")]
    [InlineData("github", "")]
    [InlineData("text", "Nothing found: 1 object in 1 file.\n")]
    public void NothingFound_IsNothingToRead(string format, string expected)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("acme/web:1.4.2"));
        Assert.Equal(expected, folder.Lint("a.yaml", "--format", format).Output);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("github")]
    public void SummaryOfWhatMachinesRead_GoesToTheErrorOutput(string format) => Assert.Equal("2 errors, 2 warnings: 2 objects in 1 file.\n", Run(format).Error);

    [Fact]
    public void AbsolutePathInSarif_IsAFileUri()
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("web:latest"));
        var path = Path.Combine(folder.FullPath, "a.yaml");
        Assert.Contains($"\"uri\": \"{new Uri(path).AbsoluteUri}\"", folder.Lint(path, "--format", "sarif").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Terminal_HasColors()
    {
        using var folder = new LintFolder { HasColor = true }.Write("a.yaml", LintFolder.Pod("web:latest", "  - {name: two, image: acme/web:1.4.2,\n    imagePullPolicy: never}\n"));
        Assert.Equal(
            """
            a.yaml:6:12: *[33mwarning*[0m K8S104: 'web:latest' is another image whenever 'latest' moves: each start pulls what it is then, so two pods can run different code; name a version*[2m (spec.containers[0].image)*[0m
            a.yaml:9:22: *[31merror*[0m K8S107: 'never' is no image pull policy: the API server rejects all but Always, IfNotPresent and Never, in just this spelling*[2m (spec.containers[1].imagePullPolicy)*[0m
            1 error, 1 warning: 1 object in 1 file.

            """,
            folder.Lint("a.yaml").Output.Replace('\e', '*'));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("", "xterm", true)]
    [InlineData("1", "xterm", false)]
    [InlineData(null, "dumb", false)]
    public void Environment_MayForbidColors(string? noColor, string? term, bool expected) => Assert.Equal(expected, Terminal.MayColor(name => name == "NO_COLOR" ? noColor : term));

    private static Ran Run(string format, params string[] more)
    {
        using var folder = new LintFolder().Write("a b/ä.yaml", Manifest);
        return folder.Lint(["a b/ä.yaml", "--format", format, .. more.Where(argument => argument.Length > 0)]);
    }
}
