using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Core.Tests.Rules.Validity.Texts;

/// <summary>Expressions of CEL: what certainly cannot be read or run, and what may be.</summary>
public sealed class CelExpressionTests
{
    private static readonly Dictionary<string, CelType> Variables = new()
    {
        ["self"] = CelType.ObjectOf(new Dictionary<string, CelType>
        {
            ["name"] = CelType.String,
            ["count"] = CelType.Int,
            ["isOn"] = CelType.Bool,
            ["tags"] = CelType.ListOf(CelType.String),
            ["sizes"] = CelType.MapOf(CelType.String, CelType.Int),
        }),
        ["object"] = CelType.Dynamic,
    };

    [Theory]
    [InlineData("self.name == 'a'")]
    [InlineData("self.count > 1 && !self.isOn || self.name.startsWith(\"a\")")]
    [InlineData("self.tags.all(t, t.size() < 10)")]
    [InlineData("self.tags.exists_one(t, t == self.name)")]
    [InlineData("self.sizes['a'] == 1")]
    [InlineData("'a' in self.sizes && 'b' in self.tags")]
    [InlineData("has(self.name)")]
    [InlineData("object.spec.replicas <= 5")]
    [InlineData("object.anything[0].at.all == null")]
    [InlineData("self.isOn ? self.count == 1 : self.name == 'b'")]
    [InlineData("-1 < self.count")]
    [InlineData("self.count == 0x1F || 1.5e3 > 2.0 || 1u == 1u")]
    [InlineData("r'\\d' == self.name || b'a' == b'b' || '''a\nb''' == self.name")]
    [InlineData("self.name.matches('^[a-z]+$')")]
    [InlineData("[1, 2].size() == 2 && {'a': 1}.size() == 1")]
    [InlineData("duration('1h') > duration('1m')")]
    [InlineData("quantity('1Gi').isGreaterThan(quantity('1Mi'))")]
    [InlineData("self.?name.orValue('') == ''")]
    [InlineData("size(self.tags) == 1 && size(self.sizes) == 1 && size('a') == 1 && size(object.a) == 1")]
    [InlineData("self.sizes.all(k, k == 'a') && object.a.exists(v, v > 1)")]
    [InlineData("math.greatest(1, 2) == 2")]
    [InlineData("self.`name` == 'a'")]
    [InlineData("true // that is a comment")]
    [InlineData(" \n true")]
    public void Expression_ThatCanBeRun_HasNoFault(string text) => Assert.Null(CelExpression.Fault(text, Variables, CelKind.Bool));

    [Theory]
    [InlineData("", "something is missing at its end")]
    [InlineData("self.name ==", "something is missing at its end")]
    [InlineData("(self.isOn", "a ')' is missing at its end")]
    [InlineData("self.isOn)", "')' cannot stand where it does")]
    [InlineData("self.name = 'a'", "'=' means nothing in CEL")]
    [InlineData("self.isOn and self.isOn", "'and' cannot stand where it does")]
    [InlineData("self.name == 'a", "the text that begins with 'a has no end")]
    [InlineData("'\\q' == 'a'", "'\\q' means nothing in a text")]
    [InlineData("self.isOn ? 1", "a ':' is missing at its end")]
    [InlineData("if", "'if' is a word that CEL keeps for itself")]
    [InlineData("99999999999999999999 > 1", "99999999999999999999 is too large a number")]
    [InlineData("self. == 1", "'==' cannot stand where it does")]
    [InlineData("self.`name == 1", "a '`' is missing")]
    public void Text_ThatCannotBeRead_HasAFault(string text, string fault) => Assert.Equal($"it is no expression of CEL: {fault}", CelExpression.Fault(text, Variables));

    [Theory]
    [InlineData("other == 1", "there is no 'other' to refer to; there is 'self', 'object'")]
    [InlineData("self.nam == 'a'", "there is no field 'nam'")]
    [InlineData("self.name.first == 1", "'first' cannot be a field of a text")]
    [InlineData("self.tags['a'] == 'b'", "a list has no item under a text")]
    [InlineData("self.count['a']", "a whole number has no items")]
    [InlineData("self.name == 1", "'==' cannot compare a text with a whole number")]
    [InlineData("self.tags > self.tags", "'>' cannot compare a list with a list")]
    [InlineData("self.name && self.isOn", "'&&' stands between what is true or false, and not a text and true or false")]
    [InlineData("!self.name", "'!' stands before what is true or false, and not a text")]
    [InlineData("self.name - 'a' == ''", "'-' cannot stand between a text and a text")]
    [InlineData("self.name + 1 == ''", "'+' cannot stand between a text and a whole number")]
    [InlineData("size(self.count) > 0", "'size' cannot be called with a whole number")]
    [InlineData("self.isOn.size() > 0", "'size' cannot be called with true or false")]
    [InlineData("self.name.startsWith(1)", "'startsWith' cannot be called with a text and a whole number")]
    [InlineData("self.name.all(c, true)", "'all' cannot be called with a text")]
    [InlineData("1 == 1u", "'==' cannot compare a whole number with a whole number without a sign")]
    [InlineData("1 in self.tags", "'in' cannot look for a whole number in a list")]
    [InlineData("self.isOn ? 1 : 'a'", "it is either a whole number or a text, and has to be one of them")]
    [InlineData("self.count ? true : false", "what stands before '?' has to be true or false, and not a whole number")]
    [InlineData("[1, 'a'].size() == 2", "a list holds a whole number and a text, and has to hold one of them")]
    [InlineData("self.name.startsWit('a')", "there is no function 'startsWit'")]
    [InlineData("has(1)", "'has' asks for a field, like has(object.spec)")]
    [InlineData("self.name.matches('(')", "the pattern '(' is none: a ')' is missing")]
    public void Expression_ThatCannotBeRun_HasAFault(string text, string fault) => Assert.Equal($"it is no expression of CEL that can be run: {fault}", CelExpression.Fault(text, Variables));

    [Theory]
    [InlineData("self.count", "it has to give true or false, and gives a whole number")]
    [InlineData("object.spec", "it has to give true or false, and gives a value of any type")]
    [InlineData("null", "it has to give true or false, and gives null")]
    [InlineData("object.spec == 1", null)]
    [InlineData("self.tags.map(t, t)", null)]
    public void Result_HasToBeOfAType(string text, string? fault) => Assert.Equal(fault, CelExpression.Fault(text, Variables, CelKind.Bool));

    [Fact]
    public void Used_NamesTheVariables() => Assert.Equal(["object", "self"], CelExpression.Judge("self.tags.all(t, t == object.name)", Variables).Used!.Order());

    [Fact]
    public void DeepExpression_IsLeftToTheServer() => Assert.Null(CelExpression.Fault(new string('(', 100) + "1" + new string(')', 99), Variables));
}
