using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace K8sSharpManifests.Tool.Tests.Diff;

/// <summary>Objects with secrets wherever people put them. Each has a mark of its own, so that a leak says which it is.</summary>
internal sealed class PlantedSecrets
{
    private const char Mark = '§';

    // Of variables their names, and what stands in them whatever they are called.
    private static readonly (string Name, string Value)[] Variables =
    [
        ("DB_PASS", "§"), ("DBPASSWORD", "§"), ("PWD_HASH_SALT", "§"), ("AppSecret", "§"), ("api_key", "§"), ("APIKEY", "§"), ("SENTRY_DSN", "§"), ("SLACK_WEBHOOK_URL", "https://acme.io/§"), ("AUTH", "§"), ("JWT_SIG", "§"),
        ("PGPASSWORD", "§"), ("SESSION_COOKIE", "§"), ("OTP", "§"), ("ConnectionStrings__Shop", "§"), ("GITHUB_PAT", "§"), ("PRIVATE_KEY", "§"),
        ("A", "Server=db;User Id=sa;Pwd=§"), ("A", "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=§;EndpointSuffix=core.windows.net"), ("A", "https://x.blob.core.windows.net/c?sv=2024&sig=§"),
        ("A", "https://hooks.slack.com/services/T0/B0/§"), ("A", "https://discord.com/api/webhooks/1/§"), ("A", "https://api.telegram.org/bot1234:§/send"), ("A", "Basic §"), ("A", "Bearer §"), ("A", "token §"),
        ("A", "ghp_§"), ("A", "github_pat_§"), ("A", "glpat-§"), ("A", "xoxb-§"), ("A", "AKIA§QXMPL7"), ("A", "AIza§Sy0"), ("A", "sk-proj-§abcd"), ("A", "sk_live_§"), ("A", "npm_§"), ("A", "dop_v1_§"), ("A", "hvs.§"),
        ("A", "eyJ§.eyJzdWIi.sig"), ("A", "postgres://ann:§@db:5432/x"), ("A", "redis://:§@redis"), ("A", "mysql ann:§@tcp(db:3306)/x"), ("A", "https://§@sentry.io/1"), ("A", "amqp://ann:p/§@mq"), ("A", "ann:§@ghcr.io/acme/web:1"),
        ("A", "-----BEGIN RSA PRIVATE KEY-----\n§\n-----END RSA PRIVATE KEY-----"), ("A", "{\"password\":\"§\"}"), ("A", "{\"auths\":{\"ghcr.io\":{\"auth\":\"§\"}}}"), ("A", "$2y$10$§"), ("A", "{SHA}§="), ("A", "fK9§vQ2xLm8TzR4w"),
        ("A", "wJalrXUtnFEMI/K7MDENG/bPxRfiCY§EXA"), ("A", "P@ss§w0rd!1"), ("A", "3f2504e0-4f89-41d3-9a0c-0305e82c3301 §"), ("A", "username=ann password=§"), ("JAVA_OPTS", "-Xmx512m -Djavax.net.ssl.trustStorePassword=§"),
        ("A", "host=db port=5432 passphrase '§'"), ("A", "https://acme.io/cb?code=§"), ("A", "https://acme.io/x?access_token=§&y=1"), ("A", "AccessKeyId AKIDX SecretAccessKey §"), ("A", "https://ann:§@acme.io"), ("A", "root:§"), ("A", "tok_§"), ("SMTP_PASSCODE", "§"), ("MYSQL_ROOT_PW", "§"), ("A", "jdbc:postgresql://db/x?user=ann&password=§"), ("A", "https://sts/x?X-Amz-Signature=§"), ("A", "otpauth://totp/x?secret=§"),
    ];

    private static readonly string[][] Arguments =
    [
        ["-u", "ann:§"], ["-a", "§"], ["-H", "Authorization: Basic §"], ["-p", "§"], ["-p§X1"], ["-uann:§"], ["--password", "§"], ["--api-token=§"], ["--header", "X-Api-Key: §"], ["requirepass", "§"], ["login", "--password-stdin", "§"],
        ["sh", "-c", "mysql -u root -p§X1 shop"], ["sh", "-c", "redis-cli -a § ping"], ["sh", "-c", "curl -u ann:§ https://acme.io"], ["sh", "-c", "curl -H 'X-Auth-Token: §' https://acme.io"], ["sh", "-c", "export PGPASSWORD=§; psql"],
        ["sh", "-c", "echo § | docker login --password-stdin; echo password §"], ["--set", "auth.password=§"], ["--set-string=db.password=§"], ["-e", "DB_PASS=§"], ["--from-literal=password=§"], ["-Dspring.datasource.password=§"],
        ["--user", "ann:§"], ["--proxy-user=ann:§"], ["--env=DB_PASSWORD", "§"], ["--password", "", "§"], ["sh", "-c", "echo ann:§ | chpasswd"], ["htpasswd", "-b", "f", "ann", "§"], ["sshpass", "-p", "§", "ssh"],
    ];

    private static readonly (string Name, string Value)[] Headers = [("Authorization", "§"), ("X-Api-Key", "§"), ("Cookie", "sid=§"), ("X-Whatever", "§")];

    private static readonly (string Key, string Value)[] Data =
    [
        ("password", "§"), ("db.password", "§"), ("tls.key", "§"), ("app.ini", "[db]\nuser = ann\npassword = §\n"), ("app.yaml", "db:\n  user: ann\n  password: §\n"), ("block.yaml", "db:\n  password: |\n    §\n"),
        ("app.json", "{\n  \"user\": \"ann\",\n  \"password\": \"§\"\n}"), ("split.json", "{\"password\":\n  \"§\"}"), ("web.config", "<add name=\"db\" connectionString=\"Server=db;Password=§\" />"), ("app.xml", "<db>\n  <password>\n    §\n  </password>\n</db>"),
        ("keys.xml", "<add key=\"ApiKey\" value=\"§\"/>"), ("pairs.yaml", "- name: password\n  value: §\n"), ("redis.conf", "port 6379\nrequirepass §\n"), ("netrc", "machine acme.io login ann password §"), ("pgpass", "db:5432:shop:ann:§ password"),
        ("users", "ann:$apr1$§"), ("secret.yaml", "apiVersion: v1\nkind: Secret\nstringData:\n  a: §\n"), ("list.yaml", "args:\n- --token\n- §\n"), ("list.json", "[\"--token\",\"§\"]"), ("kubeconfig", "users:\n- name: ann\n  user:\n    token: §\n"),
        ("appsettings.json", "{\"ConnectionStrings\":{\"Shop\":\"Server=db;Uid=ann;Pwd=§;\"}}"), ("log4j.properties", "log.level=info\nlog.appender.smtp.SMTPPassword=§\n"), ("nginx.conf", "proxy_set_header Authorization \"Basic §\";"),
        ("fluentd", "<match **>\n  @type s3\n  aws_sec_key §\n</match>"), ("prometheus.yml", "basic_auth:\n  username: ann\n  password: §"), ("users.acl", "user default on >§ ~* +@all"), ("init.sql", "CREATE USER ann IDENTIFIED BY '§';"), ("snmp.conf", "community §"), ("folded.yaml", "token: >-\n  §\n"), ("url", "see https://ann:§@acme.io/x for more"),
    ];

    private static readonly string[] Custom =
    [
        """{"params":[{"name":"password","value":"§"}]}""", """{"password":"§"}""", """{"credentials":{"user":"ann","what":"§"}}""", """{"passwords":["§"]}""", """{"auth":{"basic":{"x":"§"}}}""", """{"env":[{"name":"DB_PASS","value":"§"}]}""",
        """{"headers":[{"header":"X-Api-Key","content":"§"}]}""", """{"parameter":[{"key":"db.password","default":"§"}]}""", """{"clientSecret":{"value":"§"}}""", """{"args":["--token","§"]}""", """{"command":["login","-p","§"]}""",
        """{"registries":{"https://ann:§@ghcr.io":{"x":1}}}""", """{"manifest":{"apiVersion":"v1","kind":"Secret","metadata":{"name":"x"},"stringData":{"a":"§"}}}""", """{"values":"db:\n  password: §\n"}""", """{"image":"ann:§@ghcr.io/acme/web:1"}""",
        """{"url":"https://ann:§@acme.io"}""", """{"dsn":"§"}""", """{"bearerToken":"§"}""", """{"api":{"key":"§"}}""", """{"pin":123400§}""", """{"options":[{"option":"password","arg":"§"}]}""", """{"entries":[{"k":"password","v":"§"}]}""",
    ];

    private int _count;

    /// <summary>The objects, each with the name of its resource in paths.</summary>
    public IReadOnlyList<(string Resource, JsonObject Object)> Objects { get; }

    private PlantedSecrets(Func<int, string> mark)
    {
        string Marked(string text) => text.Replace(Mark.ToString(), mark(_count++), StringComparison.Ordinal);
        JsonNode Env((string Name, string Value) pair) => new JsonObject { ["name"] = pair.Name == "A" ? $"A{_count}" : pair.Name, ["value"] = Marked(pair.Value) };
        JsonNode Header((string Name, string Value) pair) => new JsonObject { ["name"] = pair.Name, ["value"] = Marked(pair.Value) };
        JsonNode[] Args(string[] items) => [.. items.Select(item => item.Contains(Mark, StringComparison.Ordinal) ? Marked(item) : item).Select(item => (JsonNode)JsonValue.Create(item))];

        var pod = Of("v1", "Pod", "p");
        JsonNode[] containers = [.. Arguments.Select((items, i) => (JsonNode)new JsonObject { ["name"] = $"c{i}", ["image"] = "web:1", ["args"] = new JsonArray(Args(items)) })];
        pod["metadata"]!["annotations"] = new JsonObject { ["acme.io/password"] = Marked("§"), ["acme.io/config"] = Marked("{\"token\":\"§\"}"), ["acme.io/url"] = Marked("redis://:§@redis") };
        pod["spec"] = new JsonObject
        {
            ["containers"] = new JsonArray(
            [
                new JsonObject
                {
                    ["name"] = "web",
                    ["image"] = Marked("ann:§@ghcr.io/acme/web:1"),
                    ["env"] = new JsonArray([.. Variables.Select(Env)]),
                    ["evn"] = new JsonArray(Env(("MY_TOKEN", "§"))),
                    ["livenessProbe"] = new JsonObject { ["httpGet"] = new JsonObject { ["port"] = 80, ["path"] = Marked("/health?token=§"), ["httpHeaders"] = new JsonArray([.. Headers.Select(Header)]) } },
                    ["readinessProbe"] = new JsonObject { ["exec"] = new JsonObject { ["command"] = new JsonArray(Args(["mysqladmin", "-p", "§"])) } },
                    ["lifecycle"] = new JsonObject { ["preStop"] = new JsonObject { ["exec"] = new JsonObject { ["command"] = new JsonArray(Args(["curl", "-u", "ann:§"])) } } },
                },
                .. containers,
            ]),
            ["volumes"] = new JsonArray(new JsonObject
            {
                ["name"] = "v",
                ["csi"] = new JsonObject { ["driver"] = "x", ["volumeAttributes"] = new JsonObject { ["accountKey"] = Marked("§"), ["options"] = Marked("user=ann,password=§") } },
            }),
        };
        var config = Of("v1", "ConfigMap", "c");
        config["data"] = new JsonObject(Data.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, Marked(pair.Value))));
        var custom = Of("acme.io/v1", "Shop", "s");
        custom["spec"] = new JsonObject(Custom.Select((text, i) => KeyValuePair.Create("field" + i, JsonNode.Parse(text.Contains("00§", StringComparison.Ordinal) ? text.Replace("§", mark(_count++)[4..^1], StringComparison.Ordinal) : Marked(text)))));
        Objects = [("pods", pod), ("configmaps", config), ("shops", custom), .. new[] { ("v1", "Secret"), ("v2", "Secret"), ("acme.io/v1", "Secret"), ("v1", "secret"), ("v1", "Secert"), ("v1", "Secrets") }.Select((type, i) => ("secrets" + (i == 0 ? "" : i), Secret(type.Item1, type.Item2, "s" + i, Marked)))];
    }

    /// <summary>The marks that may stand nowhere.</summary>
    public IEnumerable<string> Marks => Enumerable.Range(0, _count).Select(First);

    /// <summary>Them.</summary>
    public static PlantedSecrets Make() => new(First);

    /// <summary>The same with other secrets.</summary>
    public static PlantedSecrets Others() => new(i => string.Create(CultureInfo.InvariantCulture, $"kram{i:000}x"));

    /// <summary>The same without anything that holds one.</summary>
    public IEnumerable<JsonObject> Bare() => Objects.Select(pair => Of((string)pair.Object["apiVersion"]!, (string)pair.Object["kind"]!, (string)pair.Object["metadata"]!["name"]!));

    /// <summary>As a file.</summary>
    public static string File(IEnumerable<JsonObject> objects) => string.Join("\n---\n", objects.Select(o => o.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))) + "\n";

    private static string First(int i) => string.Create(CultureInfo.InvariantCulture, $"mark{i:000}x");

    private static JsonObject Of(string apiVersion, string kind, string name) => new() { ["apiVersion"] = apiVersion, ["kind"] = kind, ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = "shop" } };

    private static JsonObject Secret(string apiVersion, string kind, string name, Func<string, string> marked)
    {
        var secret = Of(apiVersion, kind, name);
        secret["metadata"]!["annotations"] = new JsonObject
        {
            ["kubectl.kubernetes.io/last-applied-configuration"] = marked("{\"stringData\":{\"a\":\"§\"}}"),
            ["a"] = marked("§"),
            ["note"] = marked("{\"data\":{\"a\":\"§\"}}"),
        };
        secret["data"] = new JsonObject { ["a"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(marked("§"))), ["b"] = marked("§") };
        secret["stringData"] = new JsonObject { ["c"] = marked("§"), ["https://ann:pw@ghcr.io"] = marked("§") };
        secret["stringdata"] = new JsonObject { ["d"] = marked("§"), ["e"] = new JsonArray(marked("§")) };
        secret["note"] = marked("§");
        return secret;
    }
}
