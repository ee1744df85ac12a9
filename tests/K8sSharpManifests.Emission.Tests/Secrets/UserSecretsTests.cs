using K8sSharpManifests.Emission.Secrets;

namespace K8sSharpManifests.Emission.Tests.Secrets;

/// <summary>Where a secret comes from in a build.</summary>
public sealed class UserSecretsTests : IDisposable
{
    private const string Id = "acme-shop";

    private readonly string _home = Directory.CreateTempSubdirectory().FullName;

    private string File => Path.Combine(_home, ".microsoft", "usersecrets", Id, "secrets.json");

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Theory]
    [InlineData("""{ "Db:Password": "x", "Port": 5432 }""")]
    [InlineData("""{ /* as an editor leaves it */ "Db": { "Password": "x", }, "Port": "5432" }""")]
    [InlineData("""{ "db": { "password": "x" }, "PORT": 5432 }""")]
    public void FlatAndNestedKeys_AreReadAsConfigurationReadsThem(string json)
    {
        Write(json);

        var secrets = Read();

        Assert.Equal(("x", "5432"), (secrets["Db:Password"], secrets["Port"]));
    }

    [Theory]
    [InlineData("""{ "Db:Password": "hunter2" """, "are no JSON, from line 1 on")]
    [InlineData("{\n\"a\": hunter2\n}", "are no JSON, from line 2 on")]
    [InlineData("[\"hunter2\"]", "are no JSON object")]
    [InlineData("""{ "Db": { "Password": "hunter2" }, "Db:Password": "hunter3" }""", "have 'Db:Password' twice")]
    public void FileThatCannotBeRead_IsAnErrorWithoutItsContent(string json, string problem)
    {
        Write(json);
        Assert.Equal($"the user secrets in '{File}' {problem}", Assert.Throws<IOException>(Read).Message);
    }

    [Theory]
    [InlineData("../other")]
    [InlineData("..")]
    public void IdThatIsNoFolder_IsAnError(string id) => Assert.Equal(
        $"UserSecretsId is '{id}', which cannot be the name of a folder: 'dotnet user-secrets init' sets it",
        Assert.Throws<IOException>(() => UserSecrets.Read(id, Variables())).Message);

    [Fact]
    public void NoFileAndNoId_GiveNothing()
    {
        Assert.Empty(Read());
        Assert.Empty(UserSecrets.Read("", Variables()));
    }

    [Fact]
    public void OnWindows_TheyAreInTheRoamingProfile() => Assert.Equal(
        Path.Combine("roaming", "Microsoft", "UserSecrets", Id, "secrets.json"),
        UserSecrets.PathOf(Id, new Dictionary<string, string> { ["APPDATA"] = "roaming", ["HOME"] = _home }));

    [Fact]
    public void Variable_GoesBeforeTheUserSecrets_UnlessItIsEmpty()
    {
        const string name = "AcmeShop:Key";
        try
        {
            Environment.SetEnvironmentVariable("AcmeShop__Key", "of the environment");
            var given = ManifestSecrets.OfBuild(_ => throw new IOException("not asked"));
            Environment.SetEnvironmentVariable("AcmeShop__Key", "set later");
            Assert.Equal("of the environment", given.Read(name));

            Environment.SetEnvironmentVariable("AcmeShop__Key", "");
            Assert.Equal("of the file", ManifestSecrets.OfBuild(_ => new Dictionary<string, string> { [name] = "of the file" }).Read(name));
            Assert.Equal($"The secret '{name}' is not in the environment, and the disk is gone", Assert.Throws<ManifestSecretException>(() => ManifestSecrets.OfBuild(_ => throw new IOException("the disk is gone")).Read(name)).Message);
        }
        finally
        {
            Environment.SetEnvironmentVariable("AcmeShop__Key", null);
        }
    }

    private Dictionary<string, string> Variables() => new() { ["HOME"] = _home };

    private IReadOnlyDictionary<string, string> Read() => UserSecrets.Read(Id, Variables());

    private void Write(string json)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, json);
    }
}
