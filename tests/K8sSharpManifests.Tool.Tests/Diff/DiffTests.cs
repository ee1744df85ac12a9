namespace K8sSharpManifests.Tool.Tests.Diff;

public sealed class DiffTests
{
    private const string Password = "hunter2-that-nobody-sees";

    private const string Old =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          replicas: 1
          selector: {matchLabels: {app: web}}
          strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%, maxUnavailable: 25%}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: web
                image: ghcr.io/acme/web:1
                imagePullPolicy: IfNotPresent
                resources: {limits: {cpu: 1000m, memory: 1Gi}}
                ports: [{containerPort: 80}, {containerPort: 81, protocol: TCP}]
                env: [{name: A, value: a}, {name: B, value: b}, {name: DB_PASSWORD, value: x}]
                args: [a, b, c]
              volumes: [{name: x, emptyDir: {}}, {name: y, configMap: {name: c}}]
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: s, namespace: shop}
        stringData: {password: hunter2-that-nobody-sees, other: x}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c, namespace: shop}
        data:
          a.conf: |
            one
            two
            three
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: gone, namespace: shop}
        spec: {ports: [{port: 80}]}

        """;

    // The same: comments, the order of keys and of lists with keys, quantities, defaults, and texts of Secrets.
    private const string Same =
        """
        apiVersion: v1
        data: {other: eA==, password: aHVudGVyMi10aGF0LW5vYm9keS1zZWVz}
        kind: Secret
        metadata: {namespace: shop, name: s, uid: '1', creationTimestamp: '2026-01-01T00:00:00Z'}
        type: Opaque
        ---
        kind: Deployment # comment
        apiVersion: apps/v1
        metadata: {namespace: shop, name: web, annotations: {kubectl.kubernetes.io/last-applied-configuration: '{}'}}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              securityContext: {}
              restartPolicy: Always
              volumes: [{name: y, configMap: {name: c, defaultMode: 420}}, {name: x, emptyDir: {}}]
              containers:
              - image: ghcr.io/acme/web:1
                name: web
                resources: {limits: {memory: 1024Mi, cpu: 1}}
                ports: [{containerPort: 81}, {containerPort: 80, protocol: TCP}]
                env: [{name: A, value: a}, {name: B, value: b}, {name: DB_PASSWORD, value: x}]
                args: [a, b, c]
        status: {replicas: 1}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c, namespace: shop}
        data: {a.conf: "one\ntwo\nthree\n"}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: gone, namespace: shop}
        spec: {type: ClusterIP, sessionAffinity: None, ports: [{port: 80, protocol: TCP, targetPort: 80}]}

        """;

    private const string New =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          replicas: 3
          selector: {matchLabels: {app: www}}
          template:
            metadata: {labels: {app: web}}
            spec:
              volumes: [{name: y, configMap: {name: c}}]
              containers:
              - name: web
                image: ghcr.io/acme/web:2
                resources: {limits: {cpu: 1500m, memory: 1Gi}}
                ports: [{containerPort: 80}, {containerPort: 81}]
                env: [{name: B, value: b}, {name: A, value: a}, {name: DB_PASSWORD, value: hunter2-that-nobody-sees}]
                args: [z, a, b, c]
              - {name: log, image: log, env: [{name: API_TOKEN, value: hunter2-that-nobody-sees}, {name: LEVEL, value: '1'}]}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: s, namespace: shop}
        data: {password: dHdv, more: eA==}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c, namespace: shop}
        data:
          a.conf: |
            one
            2
            three
          app.ini: 'password = hunter2-that-nobody-sees'
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: fresh, namespace: shop}
        spec: {ports: [{port: 80}]}

        """;

    [Fact]
    public void WhatMeansTheSame_IsNoDifference()
    {
        using var folder = new LintFolder().Write("old/a.yaml", Old).Write("new/b.yaml", Same);
        Assert.Equal(new Ran(0, "", "4 objects: no difference.\n"), folder.Run("diff", "new", "--against", "old"));
        Assert.Equal(new Ran(0, "", ""), folder.Run("diff", "old", "--against", "new/b.yaml", "-q"));
    }

    [Fact]
    public void Differences_AreToldObjectByObject()
    {
        using var folder = new LintFolder().Write("old/a.yaml", Old).Write("new/b.yaml", New);
        var ran = folder.Run("diff", "new", "--against", "old");
        Assert.Equal((1, "4 objects: 1 added, 3 changed, 1 removed, 1 to be recreated.\n"), (ran.ExitCode, ran.Error));
        Assert.Equal(
            """
            changed  Deployment shop/web  new/b.yaml:1  (must be recreated)
              - spec.replicas: 1
              + spec.replicas: 3
              - spec.selector.matchLabels.app: web
              + spec.selector.matchLabels.app: www  (must be recreated)
              - spec.template.spec.volumes[name=x]:
              -   name: x
              -   emptyDir: {}
              - spec.template.spec.containers[name=web].image: ghcr.io/acme/web:1
              + spec.template.spec.containers[name=web].image: ghcr.io/acme/web:2
              - spec.template.spec.containers[name=web].resources.limits.cpu: 1000m
              + spec.template.spec.containers[name=web].resources.limits.cpu: 1500m
              ~ spec.template.spec.containers[name=web].env[name=DB_PASSWORD].value: changed
              - spec.template.spec.containers[name=web].env: in the order name=A, name=B, name=DB_PASSWORD
              + spec.template.spec.containers[name=web].env: in the order name=B, name=A, name=DB_PASSWORD
              + spec.template.spec.containers[name=web].args[0]: z
              + spec.template.spec.containers[name=log]:
              +   name: log
              +   image: log
              +   env:
              +   - name: API_TOKEN
              +     value: (secret)
              +   - name: LEVEL
              +     value: "1"
            changed  Secret shop/s  new/b.yaml:20
              ~ data.password: changed
              + data.more: (secret)
              - data.other: (secret)
            changed  ConfigMap shop/c  new/b.yaml:25
              - data.a.conf, line 2: two
              + data.a.conf, line 2: 2
              + data.app.ini: (secret)
            added    Service shop/fresh  new/b.yaml:35
            removed  Service shop/gone  old/a.yaml:35

            """,
            ran.Output);
    }

    [Fact]
    public void Json_HasAnObjectALine()
    {
        using var folder = new LintFolder().Write("old/a.yaml", Old).Write("new/b.yaml", New);
        var lines = folder.Run("diff", "new", "--against", "old", "--format", "json").Output.Split('\n');
        Assert.Equal(
            """{"environment":null,"apiVersion":"v1","namespace":"shop","object":"Secret/s","change":"changed","place":"new/b.yaml:20","recreate":false,"changes":[{"path":"data.password","change":"changed","before":"(secret)","after":"(secret)","secret":true,"recreate":false},{"path":"data.more","change":"added","before":null,"after":"(secret)","secret":true,"recreate":false},{"path":"data.other","change":"removed","before":"(secret)","after":null,"secret":true,"recreate":false}],"kept":[]}""",
            lines[1]);
        Assert.Equal("""{"environment":null,"apiVersion":"v1","namespace":"shop","object":"Service/fresh","change":"added","place":"new/b.yaml:35","recreate":false,"changes":[],"kept":[]}""", lines[3]);
        Assert.Contains("""{"path":"spec.selector.matchLabels.app","change":"changed","before":"web","after":"www","secret":false,"recreate":true}""", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("args: [--user, ann, --password, a]", "args: [--user, ann, --password, b]", "  ~ spec.containers[name=web].args[3]: changed\n")]
    [InlineData("args: [--user, ann]", "args: [--user, ann, --api-token, a]", "  + spec.containers[name=web].args[2]: --api-token\n  + spec.containers[name=web].args[3]: (secret)\n")]
    [InlineData("args: ['--password=a']", "args: ['--password=b']", "  ~ spec.containers[name=web].args[0]: changed\n")]
    [InlineData("env: [{name: URL, value: 'postgres://ann:a@db/x'}]", "env: [{name: URL, value: 'postgres://ann:b@db/x'}]", "  ~ spec.containers[name=web].env[name=URL].value: changed\n")]
    [InlineData("stdin: true", "args: [--secret, a]", "  + spec.containers[name=web].args:\n  +   - --secret\n  +   - (secret)\n  - spec.containers[name=web].stdin: true\n")]
    public void WhatLooksLikeASecret_IsNotShown(string before, string after, string told)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("web:1", $"    {before}\n")).Write("b.yaml", LintFolder.Pod("web:1", $"    {after}\n"));
        Assert.Equal("changed  Pod web  b.yaml:1\n" + told, folder.Run("diff", "b.yaml", "--against", "a.yaml").Output.Replace("  (must be recreated)", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Page_HasTheKeysOfTheJson()
    {
        using var folder = new LintFolder().Write("old/a.yaml", Old).Write("new/b.yaml", New);
        Documented.HasKeys("diff.md", folder.Run("diff", "new", "--against", "old", "--format", "json").Output);
    }

    [Fact]
    public void Secrets_AreNeverShown()
    {
        using var folder = new LintFolder { HasColor = true }.Write("old/a.yaml", Old).Write("new/b.yaml", New);
        foreach (var (before, after) in new[] { ("old", "new"), ("new", "old") })
        {
            foreach (var format in new[] { "text", "json" })
            {
                var ran = folder.Run("diff", after, "--against", before, "--format", format);
                Assert.Equal(1, ran.ExitCode);
                Assert.DoesNotContain(Password, ran.Output + ran.Error, StringComparison.Ordinal);
                Assert.DoesNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Password)), ran.Output + ran.Error, StringComparison.Ordinal);
            }
        }
    }

    // Of each pair, whether the two mean the same.
    [Theory]
    [InlineData("replicas: 1", "", true)]
    [InlineData("replicas: 0", "", false)]
    [InlineData("template: {spec: {containers: [{name: a, image: 'a:1', imagePullPolicy: Always}]}}", "template: {spec: {containers: [{name: a, image: 'a:1'}]}}", false)]
    [InlineData("template: {spec: {containers: [{name: a, image: 'a:latest', imagePullPolicy: Always}]}}", "template: {spec: {containers: [{name: a, image: 'a:latest'}]}}", true)]
    [InlineData("template: {spec: {containers: [{name: a, image: 'a:1', resources: {limits: {cpu: 0.5}}}]}}", "template: {spec: {containers: [{name: a, image: 'a:1', resources: {limits: {cpu: 500m}}}]}}", true)]
    [InlineData("template: {spec: {containers: [{name: a, image: 'a:1', env: []}]}}", "template: {spec: {containers: [{name: a, image: 'a:1'}]}}", true)]
    [InlineData("template: {spec: {containers: [{name: a, image: 'a:1', env: [{name: A}]}]}}", "template: {spec: {containers: [{name: a, image: 'a:1', env: [{name: A, value: ''}]}]}}", true)]
    [InlineData("template: {spec: {volumes: [{name: a, emptyDir: {}}]}}", "template: {spec: {volumes: [{name: a}]}}", true)]
    [InlineData("template: {spec: {volumes: [{name: a, emptyDir: {}}]}}", "template: {spec: {volumes: [{name: a, emptyDir: {sizeLimit: 1Gi}}]}}", false)]
    [InlineData("template: {spec: {containers: [{name: a, image: 'a:1'}, {name: b, image: 'b:1'}]}}", "template: {spec: {containers: [{name: b, image: 'b:1'}, {name: a, image: 'a:1'}]}}", false)]
    [InlineData("template: {metadata: {labels: {a: ''}}}", "template: {metadata: {labels: {}}}", false)]
    [InlineData("template: {spec: {nodeSelector: null}}", "template: {spec: {}}", true)]
    [InlineData("template: {spec: {containers: [{name: a, image: 'a:1', readinessProbe: {httpGet: {port: 80}}}]}}", "template: {spec: {containers: [{name: a, image: 'a:1', readinessProbe: {timeoutSeconds: 1, periodSeconds: 10, httpGet: {path: /, scheme: HTTP, port: 80}}}]}}", true)]
    [InlineData("template: {spec: {containers: [{name: a, image: 'a:1', readinessProbe: {httpGet: {port: 80}}}]}}", "template: {spec: {containers: [{name: a, image: 'a:1', readinessProbe: {httpGet: {port: '80'}}}]}}", false)]
    [InlineData("template: {spec: {tolerations: [{key: a, operator: Exists}, {key: b, operator: Exists}]}}", "template: {spec: {tolerations: [{key: b, operator: Exists}, {key: a, operator: Exists}]}}", false)]
    [InlineData("template: {spec: {automountServiceAccountToken: false}}", "template: {spec: {}}", false)]
    [InlineData("template: {spec: {hostNetwork: false}}", "template: {spec: {}}", true)]
    [InlineData("template: {metadata: {finalizers: [a.io/x, b.io/y]}}", "template: {metadata: {finalizers: [b.io/y, a.io/x]}}", true)]
    [InlineData("template: {metadata: {finalizers: [a.io/x, b.io/y]}}", "template: {metadata: {finalizers: [b.io/y, a.io/z]}}", false)]
    public void Meaning_DecidesWhatIsADifference(string before, string after, bool isSame)
    {
        const string Head = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {selector: {}, ";
        using var folder = new LintFolder().Write("a.yaml", $"{Head}{before}}}\n").Write("b.yaml", $"{Head}{after}}}\n");
        Assert.Equal((isSame ? 0 : 1, isSame ? 0 : 1), (folder.Run("diff", "a.yaml", "--against", "b.yaml").ExitCode, folder.Run("diff", "b.yaml", "--against", "a.yaml").ExitCode));
    }

    // Where no type is known, what is written counts, but for its layout.
    [Fact]
    public void CustomResource_IsComparedAsItIsStored()
    {
        const string Head = "apiVersion: acme.io/v1\nkind: Shop\nmetadata: {name: s}\n";
        using var folder = new LintFolder().Write("a.yaml", Head + "spec: {size: 1, tags: [a, b], on: true}\n").Write("b.yaml", "kind: Shop\napiVersion: acme.io/v1\nmetadata: {name: s}\nspec: {on: true, tags: [a, b], size: 1}\nstatus: {x: 1}\n")
            .Write("c.yaml", Head + "spec: {size: '1', tags: [b, a], on: true, clientSecret: x}\n");
        Assert.Equal(0, folder.Run("diff", "a.yaml", "--against", "b.yaml").ExitCode);
        Assert.Equal(
            """
            changed  Shop s  c.yaml:1
              - spec.size: 1
              + spec.size: "1"
              - spec.tags[0]: a
              + spec.tags[0]: b
              - spec.tags[1]: b
              + spec.tags[1]: a
              + spec.clientSecret: (secret)

            """,
            folder.Run("diff", "c.yaml", "--against", "a.yaml").Output);
    }

    [Fact]
    public void Selection_IsThatOfBothSides()
    {
        using var folder = new LintFolder().Write("old/a.yaml", Old).Write("new/b.yaml", New);
        Assert.Equal(new Ran(0, "", "0 objects: no difference.\n"), folder.Run("diff", "new", "--against", "old", "-n", "other"));
        Assert.Equal(new Ran(0, "", "0 objects: no difference.\n"), folder.Run("diff", "new", "--against", "old", "-l", "app=web"));
    }

    [Fact]
    public void StandardInput_IsRead()
    {
        using var folder = new LintFolder { Input = Old }.Write("old.yaml", Same);
        Assert.Equal(new Ran(0, "", "4 objects: no difference.\n"), folder.Run("diff", "-", "--against", "old.yaml"));
    }

    [Fact]
    public void Color_IsForATerminal()
    {
        using var folder = new LintFolder { HasColor = true }.Write("a.yaml", LintFolder.Pod("a:1")).Write("b.yaml", LintFolder.Pod("a:2"));
        Assert.Equal(
            "\e[1mchanged  Pod web  b.yaml:1\e[0m\n\e[31m  - spec.containers[name=web].image: a:1\e[0m\n\e[32m  + spec.containers[name=web].image: a:2\e[0m\n",
            folder.Run("diff", "b.yaml", "--against", "a.yaml").Output);
    }

    [Theory]
    [InlineData("diff a.yaml", "name one of --against and --cluster: what the manifests are compared with.")]
    [InlineData("diff a.yaml --against b --cluster", "name one of --against and --cluster: what the manifests are compared with.")]
    [InlineData("diff a.yaml --against b --context x", "--context and --kubeconfig are for --cluster.")]
    [InlineData("diff a.yaml --against b --format xml", "--format: 'xml' is none of text, json.")]
    [InlineData("diff a.yaml --cluster --agianst b", "There is no option '--agianst': did you mean --against? A path that begins so is written ./--agianst")]
    public void WrongLine_CannotRun(string line, string message)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("web:1"));
        var ran = folder.Run(line.Split(' '));
        Assert.Equal((2, "", $"k8ssharp: {message}"), (ran.ExitCode, ran.Output, ran.Error.Split('\n')[0]));
    }

    [Fact]
    public void WhatCannotBeCompared_IsTrouble()
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("web:1")).Write("b.yaml", "apiVersion: v1\nkind: [\n").Write("c.yaml", LintFolder.Pod("web:1") + "---\n" + LintFolder.Pod("web:2")).Write("empty/x.txt", "");
        Assert.Equal(new Ran(2, "", "k8ssharp: 'none' is not there.\n"), folder.Run("diff", "a.yaml", "--against", "none"));
        Assert.Equal((2, ""), folder.Run("diff", "a.yaml", "--against", "b.yaml") is var broken ? (broken.ExitCode, broken.Output) : default);
        Assert.Equal((2, ""), folder.Run("diff", "a.yaml", "--against", "empty") is var empty ? (empty.ExitCode, empty.Output) : default);
        Assert.Equal(
            new Ran(2, "", "k8ssharp: c.yaml:1 and c.yaml:9 are two manifests of Pod web: take one away, or name what is to be compared.\n"), folder.Run("diff", "c.yaml", "--against", "a.yaml"));
    }
}
