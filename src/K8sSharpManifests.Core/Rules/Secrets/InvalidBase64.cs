using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Secrets;

/// <summary>Only text can be wrong here: what C# holds as bytes is encoded when it is written.</summary>
internal sealed class InvalidBase64 : SecretValueRule
{
    public override RuleInfo Info { get; } = new("K8S120", Severity.Error,
        title: "Secret data that is not base64",
        message: "'{0}' in a Secret's data is not base64, and the API server rejects the object: encode it, or move it to stringData");

    protected override Truth IsViolated(SecretValue value) => !value.IsBase64;
}
