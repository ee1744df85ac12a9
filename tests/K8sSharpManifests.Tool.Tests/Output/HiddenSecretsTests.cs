using K8sSharpManifests.Tool.Output;

namespace K8sSharpManifests.Tool.Tests.Output;

/// <summary>What a project's build has read as a secret is in nothing that is written.</summary>
public sealed class HiddenSecretsTests
{
    private readonly HiddenSecrets _secrets = new();
    private readonly StringWriter _written = new() { NewLine = "\n" };

    [Theory]
    [InlineData("a swordfish b\n", "a *** b\n")]
    [InlineData("c3dvcmRmaXNo\n", "***\n")]
    [InlineData("sword\nfish\n", "sword\nfish\n")]
    [InlineData("- last line of it\n", "- ***\n")]
    [InlineData("first line\nlast line of it\n", "***\n")]
    public void Line_HasNoSecret(string text, string written)
    {
        _secrets.Add(["swordfish"]);
        _secrets.Add(["first line\nlast line of it"]);
        _secrets.Without(_written).Write(text);
        Assert.Equal(written, _written.ToString());
    }

    [Fact]
    public void SecretThatIsWrittenInPieces_IsHidden()
    {
        _secrets.Add(["swordfish"]);
        var writer = _secrets.Without(_written);
        writer.Write("is sword");
        writer.Write('f');
        writer.Write("ish, or".ToCharArray());
        writer.WriteLine(" not?");
        writer.Write("swordfish");
        Assert.Equal("is ***, or not?\n", _written.ToString());
        writer.Flush();
        Assert.Equal("is ***, or not?\n***", _written.ToString());
    }

    [Fact]
    public void WithoutSecrets_AllIsWrittenAtOnce()
    {
        var writer = _secrets.Without(_written);
        writer.Write("[==  ] 1 of 2");
        Assert.Equal("[==  ] 1 of 2", _written.ToString());

        _secrets.Add([]);
        writer.Write("!");
        Assert.Equal("[==  ] 1 of 2!", _written.ToString());
    }
}
