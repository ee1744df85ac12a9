using System.Text;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

/// <summary>Objects that a build emits, in the namespace "shop" if they do not say otherwise, and what the rules about pull secrets say of a pod there.</summary>
internal static class EmittedSet
{
    private const string Config = "kubernetes.io/dockerconfigjson";

    public static readonly JudgeContext Seen = Context([
        Registry("good", Config, "{.dockerconfigjson: '{\"auths\": {\"registry.acme.io\": {\"username\": \"u\", \"password\": \"p\"}}}'}"),
        Registry("hub", Config, "{.dockerconfigjson: '{\"auths\": {\"https://index.docker.io/v1/\": {\"auth\": \"dTpw\"}}}'}"),
        Registry("legacy", "kubernetes.io/dockercfg", "{.dockercfg: '{\"registry.acme.io\": {\"auth\": \"dTpw\"}}'}"),
        $"{{kind: Secret, metadata: {{name: bytes, namespace: shop}}, type: {Config}, data: {{.dockerconfigjson: {Encoded("{\"auths\": {\"registry.acme.io\": {\"auth\": \"dTpw\"}}}")}}}}}",
        "{kind: Secret, metadata: {name: opaque, namespace: shop}, type: Opaque, stringData: {username: u, password: p}}",
        "{kind: Secret, metadata: {name: untyped, namespace: shop}}",
        "{kind: Secret, metadata: {name: tls, namespace: shop}, type: kubernetes.io/tls}",
        Registry("no-key", Config, "{config.json: '{}'}"),
        Registry("legacy-key", Config, "{.dockercfg: '{\"registry.acme.io\": {\"auth\": \"dTpw\"}}'}"),
        Registry("no-json", Config, "{.dockerconfigjson: 'u:p'}"),
        Registry("json-list", Config, "{.dockerconfigjson: '[]'}"),
        Registry("no-auths", Config, "{.dockerconfigjson: '{\"registry.acme.io\": {\"auth\": \"dTpw\"}}'}"),
        Registry("empty-auths", Config, "{.dockerconfigjson: '{\"auths\": {}}'}"),
        Registry("no-password", Config, "{.dockerconfigjson: '{\"auths\": {\"registry.acme.io\": {\"username\": \"u\"}}}'}"),
        Registry("no-colon", Config, "{.dockerconfigjson: '{\"auths\": {\"registry.acme.io\": {\"auth\": \"dXA=\"}}}'}"),
        Registry("no-base64", Config, "{.dockerconfigjson: '{\"auths\": {\"registry.acme.io\": {\"auth\": \"u:p\"}}}'}"),
        Registry("redacted", Config, "{.dockerconfigjson: REDACTED}"),
        Registry("starred", Config, "{.dockerconfigjson: '{\"auths\": {\"registry.acme.io\": {\"auth\": \"*****\"}}}'}"),
        Registry("variable", Config, "{.dockerconfigjson: '${CONFIG}'}"),
        Registry("far", Config, "{.dockerconfigjson: '{}'}").Replace("namespace: shop", "namespace: other"),
        "{kind: ExternalSecret, metadata: {name: vaulted, namespace: shop}, spec: {target: {name: made}}}",
        "{kind: ExternalSecret, metadata: {name: made-by-name, namespace: shop}, spec: {}}",
        "{kind: ExternalSecret, metadata: {name: made-far, namespace: other}, spec: {}}",
        "{kind: SealedSecret, metadata: {name: sealed, namespace: shop}, spec: {template: {}}}",
        "{kind: ClusterExternalSecret, metadata: {name: x}, spec: {externalSecretName: everywhere}}",
        "{kind: Certificate, metadata: {name: x, namespace: shop}, spec: {secretName: certified}}",
        "{kind: Issuer, metadata: {name: x, namespace: shop}, spec: {acme: {privateKeySecretRef: {name: account}}}}",
        "{kind: VaultStaticSecret, metadata: {name: x, namespace: shop}, spec: {destination: {name: from-vault}}}",
        "{kind: ServiceAccount, metadata: {name: puller, namespace: shop}, imagePullSecrets: [{name: good}, {name: hub}]}",
        "{kind: ServiceAccount, metadata: {name: hubber, namespace: shop}, imagePullSecrets: [{name: hub}]}",
        "{kind: ServiceAccount, metadata: {name: bare, namespace: shop}}",
    ]);

    /// <summary>A rule's verdict on a pod in the namespace "shop", at the pod or at its first pull secret; the same wherever the pod's specification stands.</summary>
    public static void Row(string id, string spec, Expected expected, JudgeContext? context = null)
    {
        foreach (var place in Place.Pods.Where(place => place.Type is null))
        {
            var verdict = Judge.All(place.With(spec), context ?? Seen).Verdicts.First(v => v.Info.Id == id);
            Assert.Equal($"{place.Path}: {expected}", $"{place.Path}: {verdict.Truth}");
        }
    }

    /// <summary>What one rule finds in a pod.</summary>
    public static Finding Find(string id, string spec, JudgeContext? context = null) => Assert.Single(Judge.Run(Place.Pod.With(spec), context ?? Seen), finding => finding.Info.Id == id);

    /// <summary>What the rules about pull secrets find in a pod: their ids.</summary>
    public static string Ids(string spec, JudgeContext? context = null) =>
        Verify.Ids(Place.Pod.With(spec), context ?? Seen, ["K8S103", "K8S112", "K8S113", "K8S114", "K8S115", "K8S116", "K8S117", "K8S118", "K8S119"]);

    public static JudgeContext With(string option, string value) =>
        new(RuleOptions.Parse(key => key == option ? value : null, out _), Seen.Objects);

    public static JudgeContext Context(params string[] objects)
    {
        var nodes = objects.Select(yaml => YamlTree.Parse(yaml)).ToList();
        return new(null, ObjectIndex.Of(nodes, ExternalObjects.None));
    }

    private static string Registry(string name, string type, string data) => $"{{kind: Secret, metadata: {{name: {name}, namespace: shop}}, type: {type}, stringData: {data}}}";

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
