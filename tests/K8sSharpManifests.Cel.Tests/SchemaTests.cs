using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Cel.Tests;

/// <summary>What CEL sees of a custom resource, by its schema.</summary>
public sealed class SchemaTests
{
    private const string Schema = """
        type: object
        properties:
          text: {type: string}
          namespace: {type: string}
          a-b: {type: string}
          a.b/c__d: {type: string}
          count: {type: integer}
          ratio: {type: number}
          port: {x-kubernetes-int-or-string: true}
          when: {type: string, format: date-time}
          day: {type: string, format: date}
          ttl: {type: string, format: duration}
          raw: {type: string, format: byte}
          maybe: {type: string, nullable: true}
          any: {x-kubernetes-preserve-unknown-fields: true}
          bag: {type: object, x-kubernetes-preserve-unknown-fields: true}
          labels: {type: object, additionalProperties: {type: string}}
          tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
          ports: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name], items: {type: object, properties: {name: {type: string}, port: {type: integer}}}}
          parts: {type: array, items: {type: object, properties: {weight: {type: integer}}}}
        """;

    [Theory]
    [InlineData("has(self.text) && self.text == 'a' && !has(self.count)", "text: a")]
    [InlineData("self.__namespace__ == 'x' && self.a__dash__b == 'q' && self.a__dot__b__slash__c__underscores__d == 'z'", "{namespace: x, a-b: q, a.b/c__d: z}")]
    [InlineData("self.ratio == 1.0 && self.ratio / 2.0 == 0.5 && type(self.ratio) == double && type(self.count) == int", "{ratio: 1, count: 1}")]
    [InlineData("self.port == 80 && type(self.port) == int && self.port != 'http'", "port: 80")]
    [InlineData("self.port == '80' && type(self.port) == string", "port: '80'")]
    [InlineData("self.when > timestamp('2020-01-01T00:00:00Z') && self.day == timestamp('2021-01-01T00:00:00Z') && self.ttl == duration('1m') && self.raw == b'hello'", "{when: '2021-01-01T00:00:00Z', day: '2021-01-01', ttl: 60s, raw: aGVsbG8=}")]
    [InlineData("!has(self.maybe)", "maybe: null")]
    [InlineData("self.any == 'x'", "any: x")]
    [InlineData("!has(self.any.x)", "any: {x: 1}")]
    [InlineData("'a' in self.labels && self.labels['a'] == 'x' && self.labels.a == 'x' && self.labels.all(k, k == 'a') && self.labels.all(k, v, v == 'x')", "labels: {a: x}")]
    [InlineData("self.tags == ['b', 'a'] && self.tags + ['a', 'c'] == ['a', 'b', 'c']", "tags: [a, b]")]
    [InlineData("self.ports == self.ports.map(p, p) && (self.ports + self.ports)[1].port == 2 && size(self.ports + self.ports) == 2", "ports: [{name: a, port: 1}, {name: b, port: 2}]")]
    [InlineData("self.parts.map(p, p.weight).sum() == 3 && self.parts[1].weight == 2 && self.parts.sortBy(p, -p.weight)[0].weight == 2", "parts: [{weight: 1}, {weight: 2}]")]
    [InlineData("self.?text.orValue('none') == 'none' && self[?'text'].hasValue() == false", "count: 1")]
    public void Field_IsSeenAsItsSchemaSays(string rule, string value) => Assert.Equal("true", Evaluated.Outcome(rule, value, Schema));

    [Theory]
    [InlineData("self.text == 'a'", "count: 1", "no such key: text")]
    [InlineData("self.count == 1", "count: 1.5", "invalid data, expected int, got float64")]
    [InlineData("self.text == 'a'", "text: 1", "invalid data, expected string, got int64")]
    [InlineData("self.labels.a == 'x'", "labels: {a: null}", "invalid data, got null for schema with nullable=false")]
    [InlineData("self.bag.x == 1", "bag: {x: 1}", "no such key: x")]
    [InlineData("self.port + 1 == 81", "port: http", "no such overload")]
    [InlineData("self.unknown == 1", "{}", "not evaluated: the schema names no field 'unknown'")]
    [InlineData("has(self.unknown)", "unknown: 1", "not evaluated: the schema names no field 'unknown'")]
    [InlineData("self.ttl > duration('1s')", "ttl: 3 weeks", "not evaluated: '3 weeks' is not read as a value of the format 'duration' here")]
    public void Field_ThatCannotBeSeen_IsAnErrorOrNotEvaluated(string rule, string value, string outcome) => Assert.Equal(outcome, Evaluated.Outcome(rule, value, Schema));

    [Theory]
    [InlineData("self.text == 'a'", "unknown")]
    [InlineData("has(self.text)", "unknown")]
    [InlineData("self.count == 1 || self.text == 'a'", "true")]
    [InlineData("self.count == 2 && self.text == 'a'", "false")]
    [InlineData("self.tags.all(t, t == 'a')", "unknown")]
    [InlineData("self.tags.all(t, t == 'b')", "false")]
    [InlineData("self.tags.exists(t, t == 'a')", "true")]
    [InlineData("self.tags.exists(t, t == 'b')", "unknown")]
    [InlineData("'a' in self.tags", "true")]
    [InlineData("'b' in self.tags", "unknown")]
    [InlineData("self.tags.size() == 1", "unknown")]
    [InlineData("self.tags[0] == 'a'", "unknown")]
    [InlineData("self.tags == ['a']", "unknown")]
    [InlineData("self.tags.exists_one(t, t == 'a')", "unknown")]
    [InlineData("self.labels.a == 'x'", "true")]
    [InlineData("has(self.labels.b)", "unknown")]
    [InlineData("self.labels.all(k, k == 'b')", "false")]
    [InlineData("size(self.labels) == 1", "unknown")]
    [InlineData("self.parts == [{'weight': 1}]", "unknown")]
    [InlineData("self.parts == []", "false")]
    [InlineData("self.parts.map(p, p.weight).sum() == 1", "unknown")]
    [InlineData("self.text == 'a' || 1 / 0 == 1", "unknown")]
    public void Value_ThatIsNotKnown_DecidesNothing(string rule, string outcome)
    {
        var value = new Mapping([
            new("text", Unknown.Value),
            new("count", Scalar.Number(1)),
            new("tags", new Sequence([Scalar.String("a")], isOpen: true)),
            new("labels", new Mapping([new("a", Scalar.String("x"))], isOpen: true)),
            new("parts", new Sequence([new Mapping([new("weight", Unknown.Value)])])),
        ]);
        Assert.Equal(outcome, Evaluated.Outcome(rule, value, Evaluated.Schema(Schema)));
    }

    [Fact]
    public void Root_HasItsNameAndKind()
    {
        var schema = Evaluated.Schema("{type: object, properties: {metadata: {type: object}, spec: {type: object}}}", isRoot: true);
        var value = Evaluated.Tree("{apiVersion: a/v1, kind: A, metadata: {name: x, labels: {a: b}}}");
        Assert.Equal("true", Evaluated.Outcome("self.metadata.name == 'x' && self.kind == 'A' && !has(self.metadata.generateName) && !has(self.spec)", value, schema));
        Assert.Equal("not evaluated: the schema names no field 'labels'", Evaluated.Outcome("has(self.metadata.labels)", value, schema));
    }

    [Theory]
    [InlineData("self.count < 2", "", "", CelOutcome.Holds, null)]
    [InlineData("self.count > 2", "at least three", "", CelOutcome.Fails, "at least three")]
    [InlineData("self.count > 2", "", "", CelOutcome.Fails, "failed rule: self.count > 2")]
    [InlineData("self.count > 2", "at least three", "'not ' + string(self.count)", CelOutcome.Fails, "not 1")]
    [InlineData("self.count > 2", "at least three", "self.text", CelOutcome.Fails, "at least three")]
    [InlineData("self.count > 2", "at least three", "'a\\nb'", CelOutcome.Fails, "at least three")]
    [InlineData("self.text == ''", "a text", "", CelOutcome.Errs, "no such key: text evaluating rule: a text")]
    [InlineData("self.text == ''", "", "", CelOutcome.Errs, "no such key: text evaluating rule: self.text == ''")]
    [InlineData("dyn(self.count) == 'a' || dyn(self.count) + 'a' == ''", "m", "", CelOutcome.Errs, "'no such overload': call arguments did not match a supported operator, function or macro signature for rule: m")]
    [InlineData("self == oldSelf", "", "", CelOutcome.Holds, null)]
    [InlineData("authorizer.x()", "", "", CelOutcome.NotEvaluated, "there is no 'authorizer' to refer to")]
    public void Rule_SaysWhatTheServerSays(string rule, string message, string expression, CelOutcome outcome, string? text) =>
        Assert.Equal(new CelResult(outcome, text), new CelRules().Evaluate(new(rule, message, expression), Evaluated.Tree("count: 1"), Evaluated.Schema(Schema)));

    [Fact]
    public void OldSelf_ThatIsOptional_IsNoneOnCreate() =>
        Assert.Equal(new CelResult(CelOutcome.Holds), new CelRules().Evaluate(new("!oldSelf.hasValue() && self.count == 1", IsOldSelfOptional: true), Evaluated.Tree("count: 1"), Evaluated.Schema(Schema)));
}
