using System.Text;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity.Config;

/// <summary>A Secret, and what its type demands.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (ValidateSecret). The server puts stringData over data.</remarks>
internal sealed class SecretValidation() : Validation("V1Secret")
{
    private const string Account = "kubernetes.io/service-account.name";

    public override void Validate(Part secret)
    {
        ConfigMapValidation.Keys(secret, "data");
        ConfigMapValidation.Keys(secret, "stringData");
        Size(secret);
        switch (secret.Text("type"))
        {
            case "kubernetes.io/service-account-token":
                var annotations = secret.Child("metadata").Child("annotations");
                annotations.Report(InvalidConfigData.Rule, annotations.Place.Child(Account), !annotations.Has(Account) | annotations[Account].Is(""), "a token belongs to a ServiceAccount, whose name stands there");
                break;
            case "kubernetes.io/dockercfg":
                Json(secret, ".dockercfg");
                break;
            case "kubernetes.io/dockerconfigjson":
                Json(secret, ".dockerconfigjson");
                break;
            case "kubernetes.io/basic-auth":
                var hasNeither = !Value(secret, "username").Exists & !Value(secret, "password").Exists;
                Missing(secret, "username", hasNeither, "a Secret of this type has a username or a password");
                Missing(secret, "password", hasNeither, "a Secret of this type has a username or a password");
                break;
            case "kubernetes.io/ssh-auth":
                Missing(secret, "ssh-privatekey", Value(secret, "ssh-privatekey") is Scalar { Kind: ScalarKind.Null } ? Truth.True : Value(secret, "ssh-privatekey").IsOmitted(), "a Secret of this type has it");
                break;
            case "kubernetes.io/tls":
                Missing(secret, "tls.crt", !Value(secret, "tls.crt").Exists, "a Secret of this type has it");
                Missing(secret, "tls.key", !Value(secret, "tls.key").Exists, "a Secret of this type has it");
                break;
        }
    }

    private static void Size(Part secret)
    {
        var size = 0L;
        foreach (var entry in secret.Entries("stringData"))
        {
            size += Encoding.UTF8.GetByteCount(entry.Node.Text());
        }

        foreach (var entry in secret.Entries("data"))
        {
            if (secret["stringData"].Get(entry.Key) is Core.Missing && entry.Node is Scalar { Text: var text })
            {
                size += text.Length / 4 * 3L;
            }
        }

        if (size > ConfigMapValidation.MaxSize + 2)
        {
            secret.Report(InvalidConfigData.Rule, secret.Place.Child("data"), Truth.True, $"all data together has about {size} bytes, and at most {ConfigMapValidation.MaxSize} (1 MiB) are allowed");
        }
    }

    // A key with null has no bytes, and is there.
    private static Node Value(Part secret, string key) =>
        secret["stringData"].Get(key) is var text && text is not Core.Missing ? text : secret["data"] is Mapping data ? data[key] : secret["data"];

    private static void Missing(Part secret, string key, Truth isMissing, string because) => secret.Report(InvalidConfigData.Rule, secret.Place.Child("data").Child(key), isMissing, because);

    private static void Json(Part secret, string key)
    {
        Missing(secret, key, !Value(secret, key).Exists, "a Secret of this type has it, with the registries' credentials as JSON");
        var text = secret["stringData"].Get(key) is Scalar { Kind: ScalarKind.String, Text: var plain } ? plain
            : secret["stringData"].Get(key) is Core.Missing && secret["data"].Get(key) is Scalar { Kind: ScalarKind.String, Text: var encoded } && Base64.Decode(encoded) is { } bytes ? Encoding.UTF8.GetString(bytes)
            : null;
        if (text is not null && !IsJsonObject(text))
        {
            var place = secret["stringData"].Get(key) is Core.Missing ? secret.Place.Child("data").Child(key) : secret.Place.Child("stringData").Child(key);

            // What is in a Secret is not shown.
            secret.ReportAt(InvalidConfigData.Rule, secret.Place.Child("data").Child(key), place.Parent!.Entry(new(key, new Mapping([], origin: place.Node.Origin))), Truth.True, "it has to be a JSON object");
        }
    }

    private static bool IsJsonObject(string text) => JsonReader.Parse(text) is Mapping or Scalar { Kind: ScalarKind.Null };
}
