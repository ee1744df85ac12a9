using System.Text;
using k8s;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Emission.Tests.Secrets;

/// <summary>Which objects hold a secret, and what is said of them.</summary>
public sealed class SecretObjectTests
{
    private const string Password = "hunter2-and-more";

    private static readonly CatalogEntry Reader = new("Acme.Shop.Reader", "Shop.cs", 7, 5);
    private static readonly CatalogEntry Other = new("Acme.Shop.Other", "Shop.cs", 9, 5);

    [Fact]
    public void MemberThatReads_GivesSecretObjectsOnly()
    {
        using var run = Run((Reader, Objects), (Other, _ => K8s.ConfigMap("c")));

        Assert.Equal([("a", true), ("b", true), ("c", false)], Marked(run));

        static IEnumerable<IKubernetesObject> Objects(ManifestContext context)
        {
            // As lazily as an iterator runs.
            yield return K8s.ConfigMap("a");
            yield return K8s.Secret("b").AddStringData("length", $"{context.Secret("password").Length}");
        }
    }

    // An object of the user's own is read after its member has given it.
    [Fact]
    public void SecretThatIsReadWithTheObject_IsTheMembers()
    {
        using var run = Run((Reader, context => new Late(context)), (Other, _ => K8s.ConfigMap("c")));

        Assert.Equal([("late", true), ("c", false)], Marked(run));
    }

    public static TheoryData<string> Holders =>
    [
        Password,
        $"Server=db;Password={Password};",
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"auths\":{\"ghcr.io\":{\"auth\":\"" + Convert.ToBase64String(Encoding.UTF8.GetBytes("me:" + Password)) + "\"}}}")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("x" + Password)))),
    ];

    // What a member keeps in a static field, another one gives.
    [Theory]
    [MemberData(nameof(Holders))]
    public void ObjectThatHoldsWhatAnotherMemberHasRead_IsSecret(string text)
    {
        using var run = Run(
            (Reader, context => Nothing(context.Secret("password"))),
            (Other, _ => new[] { K8s.ConfigMap("a").AddData("key", text), K8s.ConfigMap("b").AddData(text, "x"), K8s.ConfigMap("c").AddData("key", "hunter2") }));

        Assert.Equal([("a", true), ("b", true), ("c", false)], Marked(run));
    }

    [Fact]
    public void ShortSecret_IsHeldWhereItStandsAlone()
    {
        using var run = Run(
            new Dictionary<string, string> { ["password"] = "ab" },
            (Reader, context => Nothing(context.Secret("password"))),
            (Other, _ => new[] { K8s.ConfigMap("x").AddData("key", "ab"), K8s.ConfigMap("y").AddData("key", "about"), K8s.ConfigMap("z").AddBinaryData("key", "ab"u8.ToArray()) }));

        Assert.Equal([("x", true), ("y", false), ("z", true)], Marked(run));
    }

    [Fact]
    public void ExceptionOfAReader_IsNotQuoted()
    {
        using var run = Run(
            (Reader, context => throw new InvalidOperationException($"'{context.Secret("password")[..3]}' is no password")),
            (Other, _ => throw new InvalidOperationException($"'{Password}' is no password, and 'hun' may be one")));

        Assert.Equal(
            [
                "Shop.cs(7,5): error K8S903: Acme.Shop.Reader threw InvalidOperationException, whose message is not shown, because a secret was read",
                "Shop.cs(9,5): error K8S903: Acme.Shop.Other threw InvalidOperationException: '***' is no password, and 'hun' may be one",
            ],
            Lines(run));
    }

    // One that has it from a field, where a reader has kept it, is no reader.
    [Fact]
    public void ExceptionWithAPartOfASecret_IsNotQuoted()
    {
        using var run = Run((Reader, context => context.Secret("password") is { } ? null : null), (Other, _ => int.Parse(Password[1..8], System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(["Shop.cs(9,5): error K8S903: Acme.Shop.Other threw FormatException, whose message is not shown, because a secret was read"], Lines(run));
    }

    [Fact]
    public void QuantityOfAReader_IsNotQuoted()
    {
        using var run = Run((Reader, context => K8s.Pod("p").AddContainer("c", "nginx:1.27", c => c.WithRequests(cpu: context.Secret("password")[..3]))));

        Assert.Equal(["Shop.cs(7,5): error K8S208: A text is no quantity, whose message is not shown, because a secret was read (in Acme.Shop.Reader)"], Lines(run));
    }

    [Fact]
    public void ObjectOfAReaderThatCannotBeWritten_IsNotQuoted()
    {
        using var run = Run((Reader, context => K8s.ConfigMap("c").AddData(context.Secret("password")[..3], "\ud83d")));
        run.Files();

        Assert.Equal(["Shop.cs(7,5): error K8S905: Acme.Shop.Reader gives an object that cannot be written: YamlWriteException, whose message is not shown, because a secret was read"], Lines(run));
    }

    [Fact]
    public void SameObjectTwice_IsNamedWithoutTheSecret()
    {
        using var run = Run((Reader, context => new[] { K8s.ConfigMap(context.Secret("password")), K8s.ConfigMap(context.Secret("password")) }));

        Assert.Equal(["Shop.cs(7,5): error K8S904: Acme.Shop.Reader gives ConfigMap '***' twice"], Lines(run));
    }

    [Fact]
    public void SecretThatIsNotGiven_IsOneErrorWithTheWaysToGiveIt()
    {
        using var run = Run(
            new Dictionary<string, string> { ["empty"] = "" },
            (Reader, context => K8s.ConfigMap(context.Secret("Db:Password"))),
            (Other, context => K8s.ConfigMap(context.Secret("Db:Password"))),
            (Other, context => K8s.ConfigMap(context.Secret("empty"))));

        const string init = " in the project's folder after 'dotnet user-secrets init'";
        Assert.Equal(
            [
                $"""Shop.cs(7,5): error K8S928: Acme.Shop.Reader asks for a secret: The secret 'Db:Password' is not given: set the environment variable Db__Password, or run 'dotnet user-secrets set "Db:Password" "…"'{init}""",
                $"""Shop.cs(9,5): error K8S928: Acme.Shop.Other asks for a secret: The secret 'empty' is given, but empty: set the environment variable empty, or run 'dotnet user-secrets set "empty" "…"'{init}""",
            ],
            Lines(run));
    }

    // The rules quote values, keys and names; of an object with a secret, nothing but the API's own fields.
    [Fact]
    public void FindingInASecretObject_QuotesNothingOfIt()
    {
        using var run = Run((Reader, context => Pod(context.Secret("password"))));
        Review(run);

        Assert.Equal(
            [
                "Shop.cs(7,5): error K8S101: Malformed image reference at 'spec.containers[0].image'; no value is shown, because a secret is among them (Pod 'p' of Acme.Shop.Reader)",
                "Shop.cs(7,5): error K8S202: Invalid label, annotation, taint or finalizer at 'metadata.labels'; no value is shown, because a secret is among them (Pod 'p' of Acme.Shop.Reader)",
            ],
            Lines(run).Order(StringComparer.Ordinal));

        // As many as it would have without.
        using var open = Run((Other, _ => Pod("hunter2-and-more")));
        Review(open);
        Assert.Equal(["K8S101", "K8S202"], open.Lines().Select(line => line.Split(": error ")[1].Split(':')[0]).Order(StringComparer.Ordinal));

        static IKubernetesObject Pod(string secret) => K8s.Pod("p").AddLabel(secret[..5] + "!", "x").AddContainer("c", "nginx:" + secret[..3] + "/");
    }

    // The registries of a pull secret are told at the pod that pulls with it.
    [Fact]
    public void FindingThatQuotesASecretObjectElsewhere_QuotesNothing()
    {
        static IKubernetesObject Pod(string image) => K8s.Pod("p").AddContainer("c", image).AddImagePullSecret("cred");

        using var run = Run(
            (Reader, context => K8s.RegistrySecret("cred", context.Secret("password")[..5] + ".example.com", "me", "x")),
            (Other, _ => Pod("registry.acme.io/web:latest")));
        Review(run);

        Assert.Equal(
            [
                "Shop.cs(9,5): warning K8S104",
                "Shop.cs(9,5): warning K8S116: Pull secrets for other registries at 'spec.containers[0].image'; no value is shown, because a secret is among them (Pod 'p' of Acme.Shop.Other)",
            ],
            Lines(run).Select(line => line.Split(": 'registry.acme.io/web:latest' ")[0]).Order(StringComparer.Ordinal));
    }

    private static object? Nothing(string _) => null;

    private static EmissionRun Run(params (CatalogEntry Entry, Func<ManifestContext, object?> Member)[] members) => Run(new Dictionary<string, string> { ["password"] = Password }, members);

    private static EmissionRun Run(Dictionary<string, string> secrets, params (CatalogEntry Entry, Func<ManifestContext, object?> Member)[] members) =>
        new EmissionRun(options => options with { Secrets = new(secrets) }).Run([.. members.Select(m => m.Entry)], [.. members.Select(m => m.Member)]);

    private static (string, bool)[] Marked(EmissionRun run)
    {
        run.Findings.Secrets.Mark(run.Objects.Objects);
        return [.. run.Objects.Objects.Select(o => (o.Identity.Name, o.HoldsSecret))];
    }

    private static void Review(EmissionRun run)
    {
        Marked(run);
        new Review(run.Findings, Core.Rules.RuleOptions.Default).Run(run.Objects.Objects, run.Objects.External);
    }

    // The test's own file stands for the member's where an exception has its line.
    private static string[] Lines(EmissionRun run) => [.. run.Lines().Select(line => line.Contains("SecretObjectTests.cs", StringComparison.Ordinal) ? AtMember(line) : line)];

    private static string AtMember(string line) => (line.Contains(Reader.Member, StringComparison.Ordinal) ? "Shop.cs(7,5)" : "Shop.cs(9,5)") + line[line.IndexOf(": error", StringComparison.Ordinal)..];

    private sealed class Late(ManifestContext context) : IKubernetesObject<V1ObjectMeta>
    {
        public string ApiVersion { get; set; } = "example.com/v1";

        public string Kind { get; set; } = "Late";

        public V1ObjectMeta Metadata { get; set; } = new() { Name = "late" };

        public string Length => $"{context.Secret("password").Length}";
    }
}
