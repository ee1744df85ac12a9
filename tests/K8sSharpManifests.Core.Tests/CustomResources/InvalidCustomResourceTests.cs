using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Core.Tests.Rules;

namespace K8sSharpManifests.Core.Tests.CustomResources;

/// <summary>What the API server says of a custom resource by the schema of its definition.</summary>
public sealed class InvalidCustomResourceTests
{
    private const string Pattern = "{type: object, required: [a], properties: {a: {type: string, pattern: '^x'}}}";

    public static RuleRows Rows => new("K8S229")
    {
        { "{a: xyz}", Expected.False },
        { "{a: abc}", Expected.True },
        { "{a: !unknown }", Expected.Unknown },
        { "!open {}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string spec, Expected expected)
    {
        var verdicts = Judge.All(Widgets.Widget(spec, Widgets.Schema(Pattern)), new()).Verdicts.Where(v => v.Info.Id == "K8S229").Select(v => v.Truth).ToArray();
        Assert.Equal(expected == Expected.False ? [] : [expected == Expected.True ? Truth.True : Truth.Unknown], verdicts);
    }

    [Theory]
    [InlineData("{type: object, properties: {a: {type: string}}}", "{a: x}", "")]
    [InlineData("{type: object, properties: {a: {type: string}}}", "{a: 1}", "K8S228:spec.a")]
    [InlineData("{type: object, properties: {a: {type: integer}}}", "{a: 1.0}", "")]
    [InlineData("{type: object, properties: {a: {type: integer}}}", "{a: 1.5}", "K8S228:spec.a")]
    [InlineData("{type: object, properties: {a: {type: integer, format: int32}}}", "{a: 2147483648}", "K8S224:spec.a")]
    [InlineData("{type: object, properties: {a: {type: array, items: {type: boolean}}}}", "{a: [true, 'true']}", "K8S228:spec.a[1]")]
    [InlineData("{type: object, properties: {a: {x-kubernetes-int-or-string: true}}}", "{a: [1]}", "K8S228:spec.a")]
    [InlineData("{type: object, properties: {a: {x-kubernetes-int-or-string: true}}}", "{a: 50%}", "")]
    public void Type_IsThatOfTheSchema(string schema, string spec, string said) => Assert.Equal(said, Widgets.Said(schema, spec));

    [Theory]
    [InlineData("{type: object, properties: {a: {type: string}}}", "{b: x}", "K8S227:spec.b")]
    [InlineData("{type: object, properties: {a: {type: string}}, x-kubernetes-preserve-unknown-fields: true}", "{b: x}", "")]
    [InlineData("{type: object, additionalProperties: {type: string}}", "{b: x}", "")]
    [InlineData("{type: object, additionalProperties: true}", "{b: {c: 1}}", "")]
    [InlineData("{type: object}", "{b: x}", "K8S227:spec.b")]
    [InlineData("{type: object, properties: {a: {type: array, items: {type: object, properties: {m1: {type: string}}}}}}", "{a: [{m1: x, m: y}]}", "K8S227:spec.a[0].m")]
    [InlineData("{type: object, x-kubernetes-preserve-unknown-fields: true, properties: {a: {type: object}}}", "{a: {b: 1}, c: {d: 2}}", "K8S227:spec.a.b")]
    [InlineData("{type: object, x-kubernetes-embedded-resource: true, properties: {a: {type: string}}}", "{apiVersion: v1, kind: X, metadata: {name: x}, a: x, b: w}", "K8S227:spec.b")]
    public void FieldThatTheDefinitionDoesNotHave_IsUnknown(string schema, string spec, string said) => Assert.Equal(said, Widgets.Said(schema, spec));

    [Theory]
    [InlineData("{type: object, required: [a], properties: {a: {type: string}}}", "{}", "K8S204:spec.a")]
    [InlineData("{type: object, required: [a], properties: {a: {type: string}}}", "{a: ''}", "")]
    [InlineData("{type: object, required: [a], properties: {a: {type: string}}}", "{a: null}", "K8S204:spec.a")]
    [InlineData("{type: object, required: [a], properties: {a: {type: string, nullable: true}}}", "{a: null}", "")]
    [InlineData("{type: object, required: [a], properties: {a: {type: string, default: x}}}", "{}", "")]
    [InlineData("{type: object, required: [a], properties: {a: {type: string, default: x}}}", "{a: null}", "")]
    [InlineData("{type: object, required: [a], properties: {a: {type: object, default: {}, required: [b], properties: {b: {type: string}}}}}", "{}", "K8S204:spec.a.b")]
    [InlineData("{type: object, properties: {a: {type: array, items: {type: string}}}}", "{a: [null]}", "K8S228:spec.a[0]")]
    [InlineData("{type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}", "{metadata: {name: x}}", "K8S204:spec.apiVersion K8S204:spec.kind")]
    public void RequiredField_HasToBeThereAfterDefaulting(string schema, string spec, string said) => Assert.Equal(said, Widgets.Said(schema, spec));

    [Theory]
    [InlineData("{type: object, properties: {a: {type: string, enum: [x, w]}}}", "{a: z}", "K8S222:spec.a")]
    [InlineData("{type: object, properties: {a: {type: string, enum: [x, w]}}}", "{a: w}", "")]
    [InlineData("{type: object, properties: {a: {type: integer, enum: [1, 2]}}}", "{a: 1.0}", "")]
    [InlineData("{type: object, properties: {a: {type: integer, minimum: 1}}}", "{a: 0}", "K8S224:spec.a")]
    [InlineData("{type: object, properties: {a: {type: integer, minimum: 1}}}", "{a: 1}", "")]
    [InlineData("{type: object, properties: {a: {type: integer, minimum: 1, exclusiveMinimum: true}}}", "{a: 1}", "K8S224:spec.a")]
    [InlineData("{type: object, properties: {a: {type: number, maximum: 1.5}}}", "{a: 1.6}", "K8S224:spec.a")]
    [InlineData("{type: object, properties: {a: {type: number, multipleOf: 0.1}}}", "{a: 0.3}", "")]
    [InlineData("{type: object, properties: {a: {type: integer, multipleOf: 5}}}", "{a: 12}", "K8S224:spec.a")]
    [InlineData("{type: object, properties: {a: {type: string, maxLength: 2}}}", "{a: abc}", "K8S224:spec.a")]
    [InlineData("{type: object, properties: {a: {type: string, maxLength: 2}}}", "{a: '😀😀'}", "")]
    [InlineData("{type: object, properties: {a: {type: string, minLength: 1}}}", "{a: ''}", "K8S224:spec.a")]
    [InlineData("{type: object, properties: {a: {type: array, maxItems: 1, items: {type: string}}}}", "{a: [x, w]}", "K8S224:spec.a")]
    [InlineData("{type: object, minProperties: 1, x-kubernetes-preserve-unknown-fields: true}", "{}", "K8S224:spec")]
    [InlineData("{type: object, properties: {a: {type: array, x-kubernetes-list-type: set, items: {type: string}}}}", "{a: [x, w, x]}", "K8S205:spec.a[2]")]
    [InlineData("{type: object, properties: {a: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [n], items: {type: object, properties: {n: {type: string, default: d}}}}}}", "{a: [{n: d}, {}]}", "K8S205:spec.a[1]")]
    public void Values_AreThoseThatTheSchemaAllows(string schema, string spec, string said) => Assert.Equal(said, Widgets.Said(schema, spec));

    [Theory]
    [InlineData("{type: string, pattern: '^[a-z]+$'}", "abc", "")]
    [InlineData("{type: string, pattern: '^[a-z]+$'}", "Abc", "K8S229:spec.a")]
    [InlineData("{type: string, pattern: '^[a-z]+$'}", "\"abc\\n\"", "K8S229:spec.a")]
    [InlineData("{type: string, pattern: 'b'}", "abc", "")]
    [InlineData("{type: string, pattern: '^\\d$'}", "٣", "K8S229:spec.a")]
    [InlineData("{type: string, pattern: '^[$&]+$'}", "$&", "")]
    [InlineData("{type: string, format: date-time}", "'2026-01-31T12:00:00Z'", "")]
    [InlineData("{type: string, format: date-time}", "yesterday", "K8S229:spec.a")]
    [InlineData("{type: string, format: date}", "'2026-02-30'", "K8S229:spec.a")]
    [InlineData("{type: string, format: duration}", "1h30m", "")]
    [InlineData("{type: string, format: duration}", "soon", "K8S229:spec.a")]
    [InlineData("{type: string, format: ipv4}", "10.1.2.300", "K8S229:spec.a")]
    [InlineData("{type: string, format: ipv6}", "'2001:db8::1'", "")]
    [InlineData("{type: string, format: cidr}", "10.0.0.0/33", "K8S229:spec.a")]
    [InlineData("{type: string, format: uuid4}", "123e4567-e89b-12d3-a456-426614174000", "K8S229:spec.a")]
    [InlineData("{type: string, format: byte}", "'%'", "K8S229:spec.a")]
    [InlineData("{type: string, format: uri}", "example", "K8S229:spec.a")]
    [InlineData("{type: string, format: hostname}", "a..b", "")]
    [InlineData("{type: string, format: nobody-knows}", "x", "")]
    public void Text_HasPatternAndFormat(string schema, string value, string said) => Assert.Equal(said, Widgets.Said($"{{type: object, properties: {{a: {schema}}}}}", $"{{a: {value}}}"));

    private const string Two = "properties: {a: {type: string}, b: {type: string}}";

    [Theory]
    [InlineData("oneOf: [{required: [a]}, {required: [b]}]", "{a: x}", "")]
    [InlineData("oneOf: [{required: [a]}, {required: [b]}]", "{}", "K8S229:spec")]
    [InlineData("oneOf: [{required: [a]}, {required: [b]}]", "{a: x, b: w}", "K8S229:spec")]
    [InlineData("anyOf: [{required: [a]}, {required: [b]}]", "{a: x, b: w}", "")]
    [InlineData("anyOf: [{required: [a]}, {required: [b]}]", "{}", "K8S229:spec")]
    [InlineData("not: {required: [a]}", "{a: x}", "K8S229:spec")]
    [InlineData("not: {required: [a]}", "{}", "")]
    [InlineData("allOf: [{properties: {a: {minLength: 2}}}]", "{a: x}", "K8S224:spec.a")]
    [InlineData("not: {required: [a]}", "!unknown ", "")]
    [InlineData("oneOf: [{required: [a]}, {required: [b]}]", "!open {a: x}", "")]
    [InlineData("not: {properties: {a: {pattern: '^x'}}}", "{a: !unknown }", "")]
    [InlineData("anyOf: [{properties: {a: {pattern: '^x'}}}, {required: [b]}]", "{a: !unknown }", "")]
    public void Combination_HoldsAsFarAsItIsKnown(string schema, string spec, string said) => Assert.Equal(said, Widgets.Said($"{{type: object, {Two}, {schema}}}", spec));

    [Theory]
    [InlineData("{type: object, properties: {replicas: {type: integer}}}", "{replica: 1}", "'replica' is a field that the API does not have here: did you mean 'replicas'?")]
    [InlineData("{type: object, properties: {a: {type: string, pattern: '^x'}}}", "{a: w}", "'w' is not as the definition of the custom resource demands, and the API server refuses the object: it has to match the pattern '^x'")]
    [InlineData("{type: object, properties: {a: {type: string, enum: [One, Two]}}}", "{a: one}", "'one' is a value that the API server does not know: it has to be one of 'One', 'Two'; did you mean 'One'?")]
    [InlineData("{type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}", "{}", "'spec' is not as the definition of the custom resource demands, and the API server refuses the object: it is nothing of what 'oneOf' allows: 'a', or 'b'")]
    [InlineData("{type: object, properties: {a: {type: object, properties: {b: {type: string}}, enum: [{b: x}, {b: w}]}}}", "{a: {b: z}}", "'a' is a value that the API server does not know: it has to be one of '{\"b\":\"x\"}', '{\"b\":\"w\"}'")]
    [InlineData("{type: object, properties: {a: {type: array, items: {type: integer}, enum: [[1], null]}}}", "{a: [2]}", "'a' is a value that the API server does not know: it has to be one of '[1]', 'null'")]
    [InlineData("{type: object, properties: {a: {type: array, x-kubernetes-list-type: set, items: {type: string}}}}", "{a: [x, x]}", "'x' is there twice, and the API server refuses the object: each stands there once")]
    [InlineData("{type: object, properties: {a: {type: string, pattern: '^x', format: ipv4}}}", "{a: w}", "'w' is not as the definition of the custom resource demands, and the API server refuses the object: it has to match the pattern '^x'; it has to be an IPv4 address, like 10.9.8.7")]
    public void Message_SaysWhatWouldBeRight(string schema, string spec, string message) => Assert.Equal(message, Widgets.Message(schema, spec));

    [Theory]
    [InlineData("subresources: {status: {}}, ", "")]
    [InlineData("", "K8S228:status.count")]
    public void Status_IsNotLookedAtWhereItIsAResourceOfItsOwn(string version, string said) => Assert.Equal(said, Widgets.Said("{type: object}", "{}", version, ", status: {count: x}"));

    [Fact]
    public void Metadata_IsJudgedLikeThatOfEveryOtherObject()
    {
        var widget = Typing.Object((Mapping)YamlTree.Parse("{apiVersion: example.com/v1, kind: Widget, metadata: {name: Web, labels: {a: '-'}, label: x}}"), Widgets.Schema("{type: object}"));
        Assert.Equal(["K8S201:metadata.name", "K8S202:metadata.labels", "K8S227:metadata.label"], Judge.Run(widget, new()).Select(f => $"{f.Info.Id}:{f.Path}"));
    }

    private const string Template =
        "{type: object, properties: {template: {type: object, properties: {metadata: {type: object, properties: {labels: {type: object, additionalProperties: {type: string}}}}, spec: {type: object, properties: {containers: "
        + "{type: array, items: {type: object, properties: {name: {type: string}, image: {type: string}, imagePullPolicy: {type: string}, command: {type: array, items: {type: string}}}}}, restartPolicy: {type: string}}}}}}}";

    [Fact]
    public void PodTemplateInside_IsAPodTemplate()
    {
        const string Spec = "{template: {spec: {containers: [{name: WEB, image: 'web:latest', imagePullPolicy: IfNotPresent}], restartPolicy: Nope}}}";
        var widget = Widgets.Widget(Spec, Widgets.Schema(Template));
        Assert.Equal("V1PodTemplateSpec", (((widget["spec"] as Mapping)!)["template"] as Mapping)!.Type!.Name);

        // What the definition does not say, its server does not refuse: the name of the container may be anything.
        Assert.Equal(["K8S106:spec.template.spec.containers[0]"], Judge.Run(widget, new()).Select(f => $"{f.Info.Id}:{f.Path}"));
    }

    private const string Resources =
        "{type: object, properties: {resources: {type: object, properties: {limits: {type: object, additionalProperties: {anyOf: [{type: integer}, {type: string}], x-kubernetes-int-or-string: true, "
        + "pattern: '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$'}}, "
        + "requests: {type: object, additionalProperties: {anyOf: [{type: integer}, {type: string}], x-kubernetes-int-or-string: true}}}}, size: {type: string, pattern: '^[0-9]+$'}}}";

    [Theory]
    [InlineData("{resources: {limits: {cpu: 5mm}}}", "K8S208:spec.resources.limits.cpu")]
    [InlineData("{resources: {limits: {cpu: 5m, memory: 1GB}}}", "K8S208:spec.resources.limits.memory")]
    [InlineData("{resources: {limits: {cpu: 5m}}}", "")]
    [InlineData("{size: 5mm}", "K8S229:spec.size")]
    public void QuantityThatIsNone_IsOneFinding(string spec, string said) => Assert.Equal(said, Widgets.Said(Resources, spec));

    [Fact]
    public void UnknownPart_IsAnUnknownVerdict()
    {
        var schema = Widgets.Schema("{type: object, required: [a], properties: {a: {type: string}}}");
        var judged = Judge.All(Widgets.Widget("!open {}", schema), new());
        Assert.Empty(judged.Findings);
        Assert.Contains(judged.Verdicts, v => v.Info.Id == "K8S229" && v.Truth.IsUnknown);
    }
}
