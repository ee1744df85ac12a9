using System.Text.Json.Nodes;
using K8sSharpManifests.Tool.Tests.Cluster;
using Microsoft.AspNetCore.Http;

namespace K8sSharpManifests.Tool.Tests.Diff;

public sealed class SecretsOfDiffTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void PlantedSecrets_AreNotShown(string format)
    {
        var planted = PlantedSecrets.Make();
        using var folder = new LintFolder()
            .Write("a.yaml", PlantedSecrets.File(planted.Objects.Select(pair => pair.Object))).Write("b.yaml", PlantedSecrets.File(PlantedSecrets.Others().Objects.Select(pair => pair.Object))).Write("bare.yaml", PlantedSecrets.File(planted.Bare()));
        foreach (var (after, before) in new[] { ("a.yaml", "b.yaml"), ("b.yaml", "a.yaml"), ("a.yaml", "bare.yaml"), ("bare.yaml", "a.yaml") })
        {
            var ran = folder.Run("diff", after, "--against", before, "--format", format, "-v");
            Assert.Equal(1, ran.ExitCode);
            Check(planted, ran);
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task PlantedSecretsOfACluster_AreNotShown(string format)
    {
        var (planted, others) = (PlantedSecrets.Make(), PlantedSecrets.Others());
        await using var cluster = await TestCluster.Start();
        foreach (var (resource, stored) in planted.Objects)
        {
            cluster.Add(resource, stored.ToJsonString());
        }

        cluster.Instead = async context =>
        {
            var version = context.Request.Path.Value!.TrimStart('/').Split('/') is [_, .. var rest] ? string.Join('/', rest) : "";
            var resources = planted.Objects.Where(pair => (string)pair.Object["apiVersion"]! == version)
                .Select(pair => new JsonObject { ["name"] = pair.Resource, ["kind"] = (string)pair.Object["kind"]!, ["namespaced"] = true }).ToArray<JsonNode>();
            if (resources.Length == 0)
            {
                return false;
            }

            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(new JsonObject { ["apiVersion"] = "v1", ["kind"] = "APIResourceList", ["groupVersion"] = version, ["resources"] = new JsonArray(resources) }.ToJsonString());
            return true;
        };
        using var folder = cluster.Folder().Write("b.yaml", PlantedSecrets.File(others.Objects.Select(pair => pair.Object))).Write("bare.yaml", PlantedSecrets.File(others.Bare()));
        foreach (var file in new[] { "b.yaml", "bare.yaml" })
        {
            var ran = folder.Run("diff", file, "--cluster", "--format", format, "-v");
            Assert.InRange(ran.ExitCode, 0, 1);
            Check(planted, ran);
        }
    }

    [Theory]
    [InlineData("LOG_LEVEL", "debug")]
    [InlineData("REPLICAS", "12")]
    [InlineData("HOST", "shop-db-01.eu-west-1.rds.amazonaws.com")]
    [InlineData("ADDRESS", "auth.acme.io:8443")]
    [InlineData("UPSTREAM", "token-service.shop.svc.cluster.local:8080")]
    [InlineData("ISSUER", "https://auth.acme.io/realms/shop")]
    [InlineData("URL", "http://web.shop.svc:8080/api/v1?limit=10")]
    [InlineData("DATABASE_URL", "postgres://db.shop.svc:5432/shop?sslmode=require")]
    [InlineData("CONFIG", "/etc/shop/config.d/10-main.yaml")]
    [InlineData("DB_PASSWORD_FILE", "/run/secrets/db")]
    [InlineData("TOKEN_TTL", "15m")]
    [InlineData("SCHEDULE", "*/5 0-6 * * 1,3")]
    [InlineData("JAVA_OPTS", "-Xms256m -Xmx512m -XX:+UseG1GC -Djava.io.tmpdir=/tmp")]
    [InlineData("MEMORY", "512Mi")]
    [InlineData("ZONES", "eu-west-1a,eu-west-1b")]
    [InlineData("FEATURES", "a=true,b=false")]
    [InlineData("ENABLED", "true")]
    [InlineData("RATIO", "0.25")]
    [InlineData("BUILT", "2026-01-01T00:00:00Z")]
    [InlineData("SIDECAR_IMAGE", "ghcr.io/acme/auth-service:1.4.2")]
    [InlineData("SIDECAR_IMAGE", "ghcr.io/acme/web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("OWNER", "ann.smith@acme.io")]
    [InlineData("CLASS", "Acme.Shop.Orders.OrderReceivedHandler")]
    [InlineData("LISTEN", "0.0.0.0:8080")]
    [InlineData("CIDR", "10.0.0.0/8")]
    [InlineData("DSN_REF", "x", true)]
    [InlineData("GREETING", "Hello from the shop")]
    [InlineData("DATABASE_URL", "postgres://ann:$(DB_PASSWORD)@db/shop", true)]
    [InlineData("CACHE_IMAGE", "redis:7.2-alpine")]
    [InlineData("TIME", "10:30")]
    [InlineData("POD", "web-6d4cf56db6-x2v7q")]
    public void OrdinaryVariable_IsShown(string name, string value, bool isHidden = false)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("web:1", "    env: [{name: X, value: y}]\n")).Write("b.yaml", LintFolder.Pod("web:1", $"    env: [{{name: X, value: y}}, {{name: {name}, value: '{value}'}}]\n"));
        var output = folder.Run("diff", "b.yaml", "--against", "a.yaml", "--format", "json").Output;
        Assert.Equal(!isHidden, output.Contains($"\"{value}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[--port=8080, --log-level=debug, --v=2]")]
    [InlineData("[--config, /etc/shop/config.yaml, --leader-elect]")]
    [InlineData("[serve, -addr=:8080, -alsologtostderr, -port=80]")]
    [InlineData("[-p, '8080', -f, /etc/x.conf, -n, shop]")]
    [InlineData("['--db=postgres://db/shop', --password-file=/run/secrets/db, --kubeconfig=/etc/kube/config]")]
    [InlineData("[sh, -c, 'exec nginx -g \"daemon off;\"']")]
    [InlineData("[--namespace=$(POD_NAMESPACE), --password=$(DB_PASSWORD)]")]
    [InlineData("[sleep, '3600']")]
    public void OrdinaryArguments_AreShown(string args)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("web:1")).Write("b.yaml", LintFolder.Pod("web:1", $"    args: {args}\n"));
        Assert.DoesNotContain("(secret)", folder.Run("diff", "b.yaml", "--against", "a.yaml").Output, StringComparison.Ordinal);
    }

    // What looks for secrets would take minutes for it.
    [Fact]
    public void WordThatNobodyReads_IsNotShown()
    {
        const string Head = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: '";
        var word = string.Concat(Enumerable.Repeat("a.b-c.", 100_000));
        using var folder = new LintFolder().Write("a.yaml", $"{Head}{word}'}}\n").Write("b.yaml", $"{Head}{word}x'}}\n");
        Assert.Equal("changed  ConfigMap c  b.yaml:1\n  ~ data.a: changed\n", folder.Run("diff", "b.yaml", "--against", "a.yaml").Output);
    }

    [Fact]
    public void OrdinaryFields_AreShown()
    {
        const string Role = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules: [{apiGroups: [''], resources: [";
        const string Shop = "---\napiVersion: acme.io/v1\nkind: Shop\nmetadata: {name: s}\nspec: ";
        const string Binding = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {kind: ClusterRole, name: 'system:node'}\nsubjects: [{kind: Group, name: 'system:";
        using var folder = new LintFolder().Write("a.yaml", Role + "secrets], verbs: [get]}]\n" + Shop + "{size: 1}\n" + Binding + "a'}]\n")
            .Write("b.yaml", Role + "secrets, configmaps, tokens], verbs: [get]}]\n" + Shop + "{size: 2, image: 'ghcr.io/acme/auth:1', secretName: reg, imagePullSecrets: [{name: regcred}], schedule: '0 3 * * *', auth: {enabled: true}}\n" + Binding + "b'}]\n");
        var output = folder.Run("diff", "b.yaml", "--against", "a.yaml").Output;
        Assert.DoesNotContain("(secret)", output, StringComparison.Ordinal);
        Assert.DoesNotContain(": changed", output, StringComparison.Ordinal);
    }

    private static void Check(PlantedSecrets planted, Ran ran)
    {
        var told = ran.Output + ran.Error;
        Assert.InRange(planted.Marks.Count(), 140, 1000);
        var leaks = planted.Marks.Where(mark => told.Contains(mark, StringComparison.Ordinal) || told.Contains(mark.Replace("mark", "kram", StringComparison.Ordinal), StringComparison.Ordinal)
            || told.Contains(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(mark)), StringComparison.Ordinal));
        Assert.True(!leaks.Any(), string.Join('\n', told.Split('\n').Where(line => leaks.Any(mark => line.Contains(mark[4..], StringComparison.Ordinal))).Select(line => line.Length > 3000 ? string.Join(' ', leaks) + line[..300] : line)));
        Assert.DoesNotContain("pw@", told, StringComparison.Ordinal);
    }
}
