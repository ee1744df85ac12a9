namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Labels, annotations and finalizers.</summary>
public sealed class InvalidMetadataTests
{
    private const string Id = "K8S202";

    public static RuleRows Rows => new(Id)
    {
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {app: web}}}", Expected.False },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {app: 'my web'}}}", Expected.True },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {'my app': web}}}", Expected.True },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, annotations: {'my note': x}}}", Expected.True },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, annotations: {note: 'anything at all'}}}", Expected.False },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, finalizers: ['a b']}}", Expected.True },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: !unknown }}", Expected.Unknown },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {app: !unknown }}}", Expected.Unknown },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, annotations: !unknown }}", Expected.Unknown },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: !open {'a b': !unknown }}}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {a: <a*63>}}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {a: <a*64>}}}", "metadata.labels")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {<a*63>: ''}}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {<a*64>: ''}}}", "metadata.labels")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {<a*253>/<b*63>: A_b.c-1}}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {<a*254>/b: c}}}", "metadata.labels")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {Acme.io/b: c}}}", "metadata.labels")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {a/b/c: d}}}", "metadata.labels")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {/b: c}}}", "metadata.labels")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {a/: c}}}", "metadata.labels")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {a: -b}}}", "metadata.labels")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {a: b-}}}", "metadata.labels")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {_a: b}}}", "metadata.labels")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {a: null}}}", "")]
    public void Label_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, annotations: {Acme.io/A: ''}}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, annotations: {<a*64>: ''}}}", "metadata.annotations")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, annotations: {a: <b*262143>}}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, annotations: {a: <b*262144>}}}", "metadata.annotations")]
    public void Annotation_HasAnyTextUnderAKey(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, finalizers: [acme.io/a, kubernetes]}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, finalizers: [orphan, foregroundDeletion]}}", "metadata.finalizers")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, finalizers: [orphan]}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, finalizers: ['']}}", "metadata.finalizers")]
    public void Finalizers_AreJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    // The server leaves 'metadata' out where it names a template's.
    [Theory]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web, b: 'c d'}}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.labels")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {template: {metadata: {annotations: {'a b': c}}, spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.template.annotations")]
    public void Template_IsJudgedToo(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {app: 'my web'}}}", "'my web' is no label, annotation, taint or finalizer that the API server takes: it has to be letters, digits, '-', '_' and '.', and to begin and to end with a letter or a digit, or to be empty")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {'my app': web}}}", "'my app' is no label, annotation, taint or finalizer that the API server takes: it has to be letters, digits, '-', '_' and '.', and to begin and to end with a letter or a digit, like 'my-name' or 'example.com/my-name'")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {a: <a*64>}}}", "'<a*64>' is no label, annotation, taint or finalizer that the API server takes: it has 64 characters, and at most 63 are allowed")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, annotations: {a: <b*262144>}}}", "'annotations' is no label, annotation, taint or finalizer that the API server takes: all annotations together have 262145 bytes, and at most 262144 are allowed")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, finalizers: [orphan, foregroundDeletion]}}", "'finalizers' is no label, annotation, taint or finalizer that the API server takes: 'orphan' and 'foregroundDeletion' exclude each other")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);
}
