using K8sSharpManifests.Tool.Tests.Cluster;
using Microsoft.AspNetCore.Http;

namespace K8sSharpManifests.Tool.Tests.Diff;

public sealed class DiffOfClusterTests
{
    private const string Web =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: web
                image: ghcr.io/acme/web:1.4.2
                env: [{name: A, value: a}]

        """;

    // As the server has it, with what it has filled in and what others have set.
    private const string Stored =
        """
        {"apiVersion":"apps/v1","kind":"Deployment",
         "metadata":{"name":"web","namespace":"shop","uid":"1","resourceVersion":"7","generation":3,"creationTimestamp":"2026-01-01T00:00:00Z",
           "annotations":{"deployment.kubernetes.io/revision":"3"LAST},"managedFields":[MANAGED]},
         "spec":{"replicas":5,"revisionHistoryLimit":10,"progressDeadlineSeconds":600,"selector":{"matchLabels":{"app":"web"}},
           "strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%","maxUnavailable":"25%"}},
           "template":{"metadata":{"creationTimestamp":null,"labels":{"app":"web"}},
             "spec":{"restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","schedulerName":"default-scheduler","securityContext":{},
               "containers":[{"name":"web","image":"IMAGE","imagePullPolicy":"POLICY","terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","resources":{},"env":[{"name":"A","value":"a"}EXTRA]},
                             {"name":"injected","image":"mesh:1","imagePullPolicy":"IfNotPresent","resources":{}}]}}},
         "status":{"replicas":5}}
        """;

    [Fact]
    public async Task PolicyThatWasStoredForLatest_Stays()
    {
        await using var cluster = await Start(Live("ghcr.io/acme/web:latest", "Always"));
        using var folder = cluster.Folder().Write("web.yaml", Web);
        var ran = folder.Run("diff", "web.yaml", "--cluster");
        Assert.Equal(
            """
            changed  Deployment web  web.yaml:1
              - spec.template.spec.containers[name=web].image: ghcr.io/acme/web:latest
              + spec.template.spec.containers[name=web].image: ghcr.io/acme/web:1.4.2
              = spec.replicas: stays 5: the manifest leaves it out, and somebody else has set it; a new object would get 1
              = spec.template.spec.containers[name=web].imagePullPolicy: stays Always, which the API server has stored for 'ghcr.io/acme/web:latest': the manifest leaves it out, and apply does not change it. For 'ghcr.io/acme/web:1.4.2' it should be IfNotPresent: write 'imagePullPolicy: IfNotPresent' beside web.yaml:11

            """,
            ran.Output);
        Assert.Equal((1, "1 object: 1 changed, 2 left as stored.\n"), (ran.ExitCode, ran.Error));
        Assert.Equal(["/apis/apps/v1", "/apis/apps/v1/namespaces/shop/deployments/web"], cluster.Requests);
    }

    [Fact]
    public async Task AfterwardsToo_ItIsADifference()
    {
        await using var cluster = await Start(Live("ghcr.io/acme/web:1.4.2", "Always"));
        using var folder = cluster.Folder().Write("web.yaml", Web);
        var ran = folder.Run("diff", "web.yaml", "--cluster", "--format", "json");
        Assert.Equal((1, "1 object: 2 left as stored.\n"), (ran.ExitCode, ran.Error));
        Assert.Equal(
            """{"environment":null,"apiVersion":"apps/v1","namespace":null,"object":"Deployment/web","change":"kept","place":"web.yaml:1","recreate":false,"changes":[],"kept":[{"path":"spec.replicas","stays":"5","meant":"1","message":"stays 5: the manifest leaves it out, and somebody else has set it; a new object would get 1"},{"path":"spec.template.spec.containers[name=web].imagePullPolicy","stays":"Always","meant":"IfNotPresent","message":"stays Always, which was stored for an image before: the manifest leaves it out, and apply does not change it. For 'ghcr.io/acme/web:1.4.2' it should be IfNotPresent: write 'imagePullPolicy: IfNotPresent' beside web.yaml:11"}]}""" + "\n",
            ran.Output);

        // Where that plugin is, it is what it has to be.
        folder.Write(".editorconfig", "root = true\n[*.yaml]\nk8s_always_pull = required\n");
        Assert.Equal((0, "1 object: 1 left as stored.\n"), folder.Run("diff", "web.yaml", "--cluster") is var always ? (always.ExitCode, always.Error) : default);
    }

    [Fact]
    public async Task WhatOnlyTheServerSets_IsNoDifference()
    {
        await using var cluster = await Start(Live("ghcr.io/acme/web:1.4.2", "IfNotPresent"));
        using var folder = cluster.Folder().Write("web.yaml", Web.Replace("spec:\n  selector", "spec:\n  replicas: 5\n  selector", StringComparison.Ordinal));
        Assert.Equal(new Ran(0, "", "1 object: no difference.\n"), folder.Run("diff", "web.yaml", "--cluster"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatWasAppliedAndIsLeftOut_Goes(bool isByServer)
    {
        const string Applied = """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"replicas":5,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"web","image":"ghcr.io/acme/web:latest","imagePullPolicy":"Always","env":[{"name":"A","value":"a"},{"name":"B","value":"b"}]}]}}}}""";
        const string Managed = """
            {"manager":"kubectl","operation":"Apply","apiVersion":"apps/v1","fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:replicas":{},"f:selector":{},"f:template":{"f:spec":{"f:containers":{"k:{\"name\":\"web\"}":{".":{},"f:name":{},"f:image":{},"f:imagePullPolicy":{},"f:env":{"k:{\"name\":\"A\"}":{".":{},"f:name":{},"f:value":{}},"k:{\"name\":\"B\"}":{".":{},"f:name":{},"f:value":{}}}}}}}}}},
            {"manager":"kube-controller-manager","operation":"Update","apiVersion":"apps/v1","subresource":"status","fieldsType":"FieldsV1","fieldsV1":{"f:status":{}}}
            """;
        var live = Live(
            "ghcr.io/acme/web:latest", "Always", isByServer ? "" : $",\"kubectl.kubernetes.io/last-applied-configuration\":{System.Text.Json.JsonSerializer.Serialize(Applied)}", isByServer ? Managed : "",
            ",{\"name\":\"B\",\"value\":\"b\"},{\"name\":\"C\",\"value\":\"c\"}");
        await using var cluster = await Start(live);
        using var folder = cluster.Folder().Write("web.yaml", Web);

        // The variable C and the container 'injected' are somebody else's, and stay.
        Assert.Equal(
            """
            changed  Deployment web  web.yaml:1
              - spec.template.spec.containers[name=web].image: ghcr.io/acme/web:latest
              + spec.template.spec.containers[name=web].image: ghcr.io/acme/web:1.4.2
              - spec.template.spec.containers[name=web].env[name=B]:
              -   name: B
              -   value: b
              - spec.template.spec.containers[name=web].imagePullPolicy: Always
              - spec.replicas: 5

            """,
            folder.Run("diff", "web.yaml", "--cluster").Output);
    }

    [Fact]
    public async Task ObjectsOfAllKinds_AreFoundByDiscovery()
    {
        await using var cluster = await Start(Live("ghcr.io/acme/web:1.4.2", "IfNotPresent"));
        cluster.Add("secrets", """{"metadata":{"name":"s","namespace":"other"},"type":"Opaque","data":{"password":"b25l"}}""")
            .Add("clusterroles", """{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"r"},"rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}]}""")
            .Add("shops", """{"apiVersion":"acme.io/v1","kind":"Shop","metadata":{"name":"x","namespace":"shop"},"spec":{"size":1,"kept":true}}""");
        using var folder = cluster.Folder().Write(
            "all.yaml",
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: s, namespace: other}
            stringData: {password: two}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: r}
            rules: [{apiGroups: [''], resources: [pods], verbs: [get, list]}]
            ---
            apiVersion: acme.io/v1
            kind: Shop
            metadata: {name: x}
            spec: {size: 2}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: fresh}

            """);
        var ran = folder.Run("diff", "all.yaml", "--cluster");
        Assert.Equal((1, "4 objects: 1 added, 3 changed.\n"), (ran.ExitCode, ran.Error));
        Assert.Equal(
            """
            changed  Secret other/s  all.yaml:1
              ~ data.password: changed
            changed  ClusterRole r  all.yaml:6
              + rules[0].verbs[1]: list
            changed  Shop x  all.yaml:11
              - spec.size: 1
              + spec.size: 2
            added    ConfigMap fresh  all.yaml:16

            """,
            ran.Output);
        Assert.Equal(
            [
                "/api/v1", "/api/v1/namespaces/other/secrets/s", "/api/v1/namespaces/shop/configmaps/fresh", "/apis/acme.io/v1", "/apis/acme.io/v1/namespaces/shop/shops/x",
                "/apis/rbac.authorization.k8s.io/v1", "/apis/rbac.authorization.k8s.io/v1/clusterroles/r",
            ],
            cluster.Requests.Order(StringComparer.Ordinal));
    }

    // As kube-apiserver stores them, with all that it fills in.
    [Theory]
    [InlineData(
        "statefulsets",
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          serviceName: db
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec:
              containers:
              - name: db
                image: db:1
                resources: {requests: {cpu: 0.5, memory: 1Gi}}
                env: [{name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}]
                volumeMounts: [{name: data, mountPath: /data}]
              volumes:
              - name: token
                projected: {sources: [{serviceAccountToken: {path: token}}, {configMap: {name: ca}}]}
          volumeClaimTemplates:
          - metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1024Mi}}}
        """,
        """
        {"apiVersion":"apps/v1","kind":"StatefulSet","metadata":{"name":"db","namespace":"shop","uid":"1","generation":1},
         "spec":{"persistentVolumeClaimRetentionPolicy":{"whenDeleted":"Retain","whenScaled":"Retain"},"podManagementPolicy":"OrderedReady","replicas":1,"revisionHistoryLimit":10,"selector":{"matchLabels":{"app":"db"}},"serviceName":"db",
           "template":{"metadata":{"creationTimestamp":null,"labels":{"app":"db"}},"spec":{"containers":[{"env":[{"name":"NODE","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"spec.nodeName"}}}],"image":"db:1","imagePullPolicy":"IfNotPresent","name":"db",
             "resources":{"requests":{"cpu":"500m","memory":"1Gi"}},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","volumeMounts":[{"mountPath":"/data","name":"data"}]}],
             "dnsPolicy":"ClusterFirst","restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30,
             "volumes":[{"name":"token","projected":{"defaultMode":420,"sources":[{"serviceAccountToken":{"expirationSeconds":3600,"path":"token"}},{"configMap":{"name":"ca"}}]}}]}},
           "updateStrategy":{"rollingUpdate":{"partition":0},"type":"RollingUpdate"},
           "volumeClaimTemplates":[{"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"creationTimestamp":null,"name":"data"},"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}},"volumeMode":"Filesystem"},"status":{"phase":"Pending"}}]},
         "status":{"replicas":1}}
        """)]
    [InlineData(
        "services",
        "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: NodePort, selector: {app: web}, ports: [{port: 80, targetPort: http}, {name: dns, port: 53, protocol: UDP}]}\n",
        """
        {"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"shop","uid":"1"},
         "spec":{"clusterIP":"10.0.0.1","clusterIPs":["10.0.0.1"],"externalTrafficPolicy":"Cluster","internalTrafficPolicy":"Cluster","ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack",
           "ports":[{"nodePort":30080,"port":80,"protocol":"TCP","targetPort":"http"},{"name":"dns","nodePort":30053,"port":53,"protocol":"UDP","targetPort":53}],"selector":{"app":"web"},"sessionAffinity":"None","type":"NodePort"},"status":{"loadBalancer":{}}}
        """)]
    [InlineData(
        "jobs",
        "apiVersion: batch/v1\nkind: Job\nmetadata: {name: once}\nspec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: a:1}]}}}\n",
        """
        {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"once","namespace":"shop","uid":"1","labels":{"controller-uid":"1"}},
         "spec":{"backoffLimit":6,"completionMode":"NonIndexed","completions":1,"manualSelector":false,"parallelism":1,"podReplacementPolicy":"TerminatingOrFailed","selector":{"matchLabels":{"batch.kubernetes.io/controller-uid":"1"}},"suspend":false,
           "template":{"metadata":{"creationTimestamp":null,"labels":{"batch.kubernetes.io/controller-uid":"1","job-name":"once"}},"spec":{"containers":[{"image":"a:1","imagePullPolicy":"IfNotPresent","name":"a","resources":{},
             "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"Never","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}}
        """)]
    [InlineData(
        "rolebindings",
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b}\nsubjects: [{kind: ServiceAccount, name: a, namespace: shop}, {kind: User, name: ann}]\nroleRef: {kind: Role, name: r}\n",
        """
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":"b","namespace":"shop"},"subjects":[{"kind":"ServiceAccount","name":"a","namespace":"shop"},{"apiGroup":"rbac.authorization.k8s.io","kind":"User","name":"ann"}],
         "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"r"}}
        """)]
    [InlineData(
        "networkpolicies",
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec: {podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 80}]}]}\n",
        """
        {"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"p","namespace":"shop"},"spec":{"podSelector":{},"policyTypes":["Ingress"],"ingress":[{"ports":[{"port":80,"protocol":"TCP"}]}]}}
        """)]
    public async Task WhatIsStoredAsItWasApplied_IsNoDifference(string resource, string manifest, string stored)
    {
        await using var cluster = await Start();
        cluster.Add(resource, stored);
        using var folder = cluster.Folder().Write("a.yaml", manifest);
        Assert.Equal(new Ran(0, "", "1 object: no difference.\n"), folder.Run("diff", "a.yaml", "--cluster"));
        Assert.Equal(new Ran(0, "", "1 object: no difference.\n"), folder.Run("diff", "a.yaml", "--cluster", "-n", "shop"));
    }

    // One source of a volume, and one strategy, take the place of another.
    [Fact]
    public async Task SourceOfAVolume_IsReplaced()
    {
        await using var cluster = await Start();
        cluster.Add("statefulsets", """{"apiVersion":"apps/v1","kind":"StatefulSet","metadata":{"name":"db","namespace":"shop"},"spec":{"replicas":1,"selector":{},"serviceName":"db","template":{"metadata":{},"spec":{"containers":[],"volumes":[{"name":"x","emptyDir":{}}]}}}}""");
        using var folder = cluster.Folder().Write("a.yaml", "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {serviceName: db, selector: {}, template: {spec: {containers: [], volumes: [{name: x, configMap: {name: c}}]}}}\n");
        Assert.Equal(
            """
            changed  StatefulSet db  a.yaml:1
              + spec.template.spec.volumes[name=x].configMap:
              +   name: c
              - spec.template.spec.volumes[name=x].emptyDir:
              -   {}

            """,
            folder.Run("diff", "a.yaml", "--cluster").Output);
    }

    [Fact]
    public async Task KindWithoutNamespaces_HasNone()
    {
        await using var cluster = await Start();
        cluster.Add("clusterroles", """{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"r"},"rules":[]}""");
        using var folder = cluster.Folder().Write("a.yaml", "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r, namespace: shop}\nrules: []\n").Write("b.yaml", "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules: []\n");
        Assert.Equal(0, folder.Run("diff", "a.yaml", "--cluster").ExitCode);
        Assert.Equal(new Ran(0, "", "1 object: no difference.\n"), folder.Run("diff", "b.yaml", "--cluster", "-n", "shop"));
    }

    [Fact]
    public async Task WhatCannotBeRead_IsTrouble()
    {
        await using var cluster = await Start(Live("ghcr.io/acme/web:1.4.2", "Always"));
        cluster.Refuse("deployments", message: "deployments.apps \"web\" is forbidden");
        using var folder = cluster.Folder().Write("web.yaml", Web).Write("other.yaml", "apiVersion: other.io/v1\nkind: Thing\nmetadata: {name: t}\n").Write("job.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: j-}\n");
        Assert.Equal(
            new Ran(
                2,
                "",
                "k8ssharp: job.yaml:1: Job j-*: it has no name, so nobody can say which object it is (generateName makes a new one each time).\n"
                + "k8ssharp: other.yaml:1: Thing t: the cluster does not know the kind Thing of other.io/v1, so nothing of it can be applied: install its definition, or correct the apiVersion.\n"
                + "k8ssharp: web.yaml:1: Deployment web: the context 'test' may not read the Deployment 'shop/web': deployments.apps \"web\" is forbidden\n"
                + "3 objects: 3 not compared.\n"),
            folder.Run("diff", "web.yaml", "other.yaml", "job.yaml", "--cluster"));
    }

    // What could not be asked is no "no difference", and the others are compared.
    [Theory]
    [InlineData(403, "Forbidden")]
    [InlineData(500, "InternalError")]
    public async Task ObjectThatCannotBeRead_IsNoSuccess(int status, string reason)
    {
        await using var cluster = await Start(Live("ghcr.io/acme/web:1.4.2", "IfNotPresent"));
        cluster.Add("configmaps", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c","namespace":"shop"},"data":{"a":"x"}}""").Refuse("secrets", status, reason, "not today");
        using var folder = cluster.Folder().Write("a.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: x}\n");
        foreach (var format in new[] { "text", "json" })
        {
            var ran = folder.Run("diff", "a.yaml", "--cluster", "--format", format);
            Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
            Assert.StartsWith("k8ssharp: a.yaml:1: Secret s: the c", ran.Error.Replace("the context", "the c", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.EndsWith("not today\n2 objects: 1 not compared.\n", ran.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ClusterThatIsDown_IsToldOnce()
    {
        await using var cluster = await Start();
        cluster.Instead = async context =>
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync("");
            return true;
        };
        using var folder = cluster.Folder().Write("a.yaml", string.Join("---\n", Enumerable.Range(0, 5).Select(i => $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: c{i}}}\n")));
        Assert.Equal(
            new Ran(2, "", $"k8ssharp: a.yaml:1: ConfigMap c0, a.yaml:5: ConfigMap c1, a.yaml:9: ConfigMap c2 and 2 more: the cluster at {cluster.Address} does not list the resources of v1: status 500\n5 objects: 5 not compared.\n"),
            folder.Run("diff", "a.yaml", "--cluster"));
    }

    [Fact]
    public async Task FieldThatCannotBeChanged_IsMarked()
    {
        await using var cluster = await Start(Live("ghcr.io/acme/web:1.4.2", "IfNotPresent"));
        using var folder = cluster.Folder().Write("web.yaml", Web.Replace("spec:\n  selector: {matchLabels: {app: web}}", "spec:\n  replicas: 5\n  selector: {matchLabels: {app: web, tier: front}}", StringComparison.Ordinal));
        Assert.Equal(
            "changed  Deployment web  web.yaml:1  (must be recreated)\n  + spec.selector.matchLabels.tier: front  (must be recreated)\n",
            folder.Run("diff", "web.yaml", "--cluster").Output);
    }

    private static string Live(string image, string policy, string last = "", string managed = "", string extra = "") => Stored
        .Replace("IMAGE", image, StringComparison.Ordinal).Replace("POLICY", policy, StringComparison.Ordinal).Replace("LAST", last, StringComparison.Ordinal).Replace("MANAGED", managed, StringComparison.Ordinal)
        .Replace("EXTRA", extra, StringComparison.Ordinal);

    // With what a server says of its resources.
    internal static async Task<TestCluster> Start(string? deployment = null)
    {
        var cluster = (await TestCluster.Start()).Add("deployments", deployment ?? Live("x", "Always"));
        cluster.Instead = async context =>
        {
            var resources = context.Request.Path.Value switch
            {
                "/api/v1" => """{"name":"pods","kind":"Pod","namespaced":true},{"name":"secrets","kind":"Secret","namespaced":true},{"name":"configmaps","kind":"ConfigMap","namespaced":true},{"name":"services","kind":"Service","namespaced":true}""",
                "/apis/apps/v1" => """{"name":"statefulsets","kind":"StatefulSet","namespaced":true},{"name":"deployments/scale","kind":"Deployment","namespaced":true},{"name":"deployments","kind":"Deployment","namespaced":true}""",
                "/apis/batch/v1" => """{"name":"jobs","kind":"Job","namespaced":true}""",
                "/apis/rbac.authorization.k8s.io/v1" => """{"name":"clusterroles","kind":"ClusterRole","namespaced":false},{"name":"rolebindings","kind":"RoleBinding","namespaced":true}""",
                "/apis/networking.k8s.io/v1" => """{"name":"networkpolicies","kind":"NetworkPolicy","namespaced":true}""",
                "/apis/acme.io/v1" => """{"name":"shops","kind":"Shop","namespaced":true}""",
                "/apis/other.io/v1" => "",
                _ => null,
            };
            if (resources is null)
            {
                return false;
            }

            context.Response.StatusCode = resources.Length == 0 ? 404 : 200;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(resources.Length == 0
                ? """{"kind":"Status","apiVersion":"v1","status":"Failure","message":"the server could not find the requested resource","reason":"NotFound","code":404}"""
                : $$"""{"kind":"APIResourceList","apiVersion":"v1","groupVersion":"x","resources":[{{resources}}]}""");
            return true;
        };
        return cluster;
    }
}
