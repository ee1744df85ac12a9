namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Names of objects, by their kinds, and namespaces.</summary>
public sealed class InvalidNameTests
{
    private const string Id = "K8S201";

    public static RuleRows Rows => new(Id)
    {
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}}", Expected.False },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: Web}}", Expected.True },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {}}", Expected.True },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {generateName: web-}}", Expected.False },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: my.shop}}", Expected.True },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: !unknown }}", Expected.Unknown },
        { "{apiVersion: v1, kind: ConfigMap, metadata: !open {labels: {a: b}}}", Expected.Unknown },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: !unknown }}", Expected.Unknown },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: !unknown , generateName: a_b}}", Expected.True },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: <a*253>}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: <a*254>}}", "metadata.name")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: a.b-c.1}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: a..b}}", "metadata.name")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: -a}}", "metadata.name")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: a_b}}", "metadata.name")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, generateName: a_b}}", "metadata.generateName")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: a_b, generateName: a_b}}", "metadata.generateName metadata.name")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: '1'}}", "")]
    [InlineData("{apiVersion: v1, kind: Namespace, metadata: {name: <a*63>}}", "")]
    [InlineData("{apiVersion: v1, kind: Namespace, metadata: {name: <a*64>}}", "metadata.name")]
    [InlineData("{apiVersion: v1, kind: Namespace, metadata: {name: a.b}}", "metadata.name")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: 1-web}, spec: {ports: [{port: 80}]}}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: a.b}, spec: {ports: [{port: 80}]}}", "metadata.name")]
    [InlineData("{apiVersion: batch/v1, kind: CronJob, metadata: {name: <a*52>}}", "")]
    [InlineData("{apiVersion: batch/v1, kind: CronJob, metadata: {name: <a*53>}}", "metadata.name")]
    [InlineData("{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: 'system:Reader_1'}}", "")]
    [InlineData("{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: a/b}}", "metadata.name")]
    [InlineData("{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: ..}}", "metadata.name")]
    [InlineData("{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: a%b}}", "metadata.name")]
    [InlineData("{apiVersion: networking.k8s.io/v1, kind: IPAddress, metadata: {name: 10.0.0.1}}", "")]
    [InlineData("{apiVersion: networking.k8s.io/v1, kind: IPAddress, metadata: {name: web}}", "metadata.name")]
    [InlineData("{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: shops.acme.io}, spec: {group: acme.io, names: {plural: shops}}}", "")]
    [InlineData("{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: shop.acme.io}, spec: {group: acme.io, names: {plural: shops}}}", "metadata.name")]
    [InlineData("{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: shop.acme.io}, spec: {group: !unknown , names: {plural: shops}}}", "")]
    [InlineData("{apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: {name: v1.acme.io}, spec: {group: acme.io, version: v1}}", "")]
    [InlineData("{apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: {name: v2.acme.io}, spec: {group: acme.io, version: v1}}", "metadata.name")]
    public void Name_IsJudgedByItsKind(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {generateName: Web-}}", "metadata.generateName")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {generateName: web.}}", "metadata.generateName")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {generateName: web-}}", "")]
    [InlineData("{apiVersion: v1, kind: LimitRange, metadata: {}}", "")]
    public void NameThatIsMade_IsJudgedAsItBegins(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: <a*63>}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: <a*64>}}", "metadata.namespace")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: ''}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: Shop}}", "metadata.namespace")]
    public void Namespace_IsALabel(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    // A host name is the name, a dash and the index.
    [Theory]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: <a*63>}}", "")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: <a*64>}}", "metadata.name")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: <a*64>}, spec: {manualSelector: true}}", "")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: <a*64>}, spec: {manualSelector: !unknown }}", "")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: a.b}}", "")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: a.b}, spec: {completionMode: Indexed, completions: 1}}", "metadata.name")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {generateName: a.b-}, spec: {completionMode: Indexed, completions: 1}}", "metadata.generateName")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: <a*61>}, spec: {completionMode: Indexed, completions: 10}}", "")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: <a*61>}, spec: {completionMode: Indexed, completions: 11}}", "metadata.name")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: a.b}, spec: {completionMode: Indexed, completions: 0}}", "")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: a.b}, spec: {completionMode: !unknown , completions: 1}}", "")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {generateName: <a*100>}}", "")]
    public void NameOfAJob_BecomesLabelsAndHostnames(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {name: A_B, labels: {app: web}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    public void NameOfATemplate_IsNotRead(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: Web}}", "'Web' cannot be the name or the namespace of this object, and the API server refuses it: it has to be lowercase letters, digits, '-' and '.', and to begin and to end with a letter or a digit, like 'example.com'")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {}}", "'name' cannot be the name or the namespace of this object, and the API server refuses it: ConfigMap objects need a name")]
    [InlineData("{apiVersion: v1, kind: Namespace, metadata: {name: <a*64>}}", "'<a*64>' cannot be the name or the namespace of this object, and the API server refuses it: it has 64 characters, and at most 63 are allowed")]
    [InlineData("{apiVersion: batch/v1, kind: CronJob, metadata: {name: <a*53>}}", "'<a*53>' cannot be the name or the namespace of this object, and the API server refuses it: it has 53 characters, and a CronJob's name at most 52, since its jobs have names with eleven more")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: Shop}}", "'Shop' cannot be the name or the namespace of this object, and the API server refuses it: it has to be lowercase letters, digits and '-', and to begin and to end with a letter or a digit, like 'my-name' or '123-abc'")]
    [InlineData("{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: a/b}}", "'a/b' cannot be the name or the namespace of this object, and the API server refuses it: it cannot have a '/'")]
    [InlineData("{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: shop.acme.io}, spec: {group: acme.io, names: {plural: shops}}}", "'shop.acme.io' cannot be the name or the namespace of this object, and the API server refuses it: it has to be 'shops.acme.io': the plural name and the group of what it defines")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: Web}}", "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}}", true)]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: Shop}}", "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: shop}}", true)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: My_Web}}")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {}}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
