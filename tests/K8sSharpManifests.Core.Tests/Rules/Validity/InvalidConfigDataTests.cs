namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>What is in ConfigMaps and Secrets.</summary>
public sealed class InvalidConfigDataTests
{
    private const string Id = "K8S219";

    public static RuleRows Rows => new(Id)
    {
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a.b: c}}", Expected.False },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {'a b': c}}", Expected.True },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a: b}, binaryData: {a: Yg==}}", Expected.True },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: !unknown }", Expected.False },
        { "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a: b}, binaryData: {a: !unknown }}", Expected.Unknown },
        { "{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/tls, data: {tls.crt: YQ==, tls.key: YQ==}}", Expected.False },
        { "{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/tls, data: {tls.crt: YQ==}}", Expected.True },
        { "{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/tls, data: !unknown }", Expected.Unknown },
        { "{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/tls, stringData: !open {tls.crt: a}}", Expected.Unknown },
        { "{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/tls, data: {tls.crt: YQ==, tls.key: !unknown }}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {<a*253>: b}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {<a*254>: b}}", "data.<a*254>")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {_A-b.c: d, .a: b}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {.: b}}", "data..")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {..: b}}", "data...")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {..a: b}}", "data...a")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a..b: c}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a/b: c}}", "data.a/b")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, binaryData: {a/b: Yg==}}", "binaryData.a/b")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, stringData: {a/b: c}}", "stringData.a/b")]
    public void Keys_AreJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a: <b*1048576>}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a: <b*1048577>}}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a: <b*524288>, c: <d*524289>}}", "")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, stringData: {a: <b*1048576>}}", "")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, stringData: {a: <b*1048580>}}", "data")]
    public void Size_HasALimit(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: Opaque}", "")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/tls}", "data.tls.crt data.tls.key")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/tls, stringData: {tls.crt: '', tls.key: ''}}", "")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/basic-auth}", "data.password data.username")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/basic-auth, stringData: {username: a}}", "")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/ssh-auth, stringData: {ssh-privatekey: a}}", "")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/ssh-auth, stringData: {ssh-privatekey: ''}}", "data.ssh-privatekey")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/dockerconfigjson}", "data..dockerconfigjson")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: '{}'}}", "")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: '[]'}}", "data..dockerconfigjson")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: a}}", "data..dockerconfigjson")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/dockercfg, data: {.dockercfg: e30=}}", "")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/dockercfg, data: {.dockercfg: YQ==}}", "data..dockercfg")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/service-account-token}", "metadata.annotations.kubernetes.io/service-account.name")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: a, annotations: {kubernetes.io/service-account.name: b}}, type: kubernetes.io/service-account-token}", "")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: !unknown }", "")]
    public void Type_DemandsKeys(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a: <b*1048577>}}", "'web' is refused by the API server in a ConfigMap or a Secret: all data together has 1048577 bytes, and at most 1048576 (1 MiB) are allowed")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {generateName: web-}, data: {a: <b*1048577>}}", "'ConfigMap' is refused by the API server in a ConfigMap or a Secret: all data together has 1048577 bytes, and at most 1048576 (1 MiB) are allowed")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {'a b': c}}", "'a b' is refused by the API server in a ConfigMap or a Secret: it has to be letters, digits, '-', '_' and '.', like 'key.name' or 'KEY_NAME'")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a: b}, binaryData: {a: Yg==}}", "'a' is refused by the API server in a ConfigMap or a Secret: binaryData has the same key")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/tls, data: {tls.crt: YQ==}}", "'tls.key' is refused by the API server in a ConfigMap or a Secret: a Secret of this type has it")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: secret}}", "'.dockerconfigjson' is refused by the API server in a ConfigMap or a Secret: it has to be a JSON object")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, type: kubernetes.io/service-account-token}", "'kubernetes.io/service-account.name' is refused by the API server in a ConfigMap or a Secret: a token belongs to a ServiceAccount, whose name stands there")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {'a b': c}}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
