using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Secrets;

/// <summary>Bytes are encoded when the manifest is written. Who has encoded them before gives base64 to the application that wants the password.</summary>
internal sealed class DoublyEncodedSecret : SecretValueRule
{
    public override RuleInfo Info { get; } = new("K8S122", Severity.Warning,
        title: "Secret data that is encoded twice",
        message: "'{0}' in a Secret's data is base64 before it is encoded for the manifest: the application gets base64 instead of the text; give the text itself, or set StringData");

    protected override Truth IsViolated(SecretValue value) => value.IsEncodedTwice & !value.Key.EndsWith(".b64", StringComparison.OrdinalIgnoreCase);

    protected override IEnumerable<Fix> Fixes(SecretValue value) => [Fix.Set(value.Place, Scalar.String(value.Decoded), "Decode the text", isSafeForFixAll: true)];
}
