namespace K8sSharpManifests.Cel.Tests;

/// <summary>Operators and macros, as the CEL specification and cel-go's tests have them.</summary>
public sealed class OperatorTests
{
    [Theory]
    [InlineData("1 + 2 * 3 == 7 && 7 / 2 == 3 && -7 / 2 == -3 && -7 % 3 == -1")]
    [InlineData("1 == 1.0 && 1u == 1 && 1 < 1.5 && 2u > 1 && -1 < 1u && 9223372036854775807 < 1e19")]
    [InlineData("-9223372036854775808 < 0 && --1 == 1 && 0xFF == 255 && 18446744073709551615u > 0u && -0x10 == -16")]
    [InlineData("0.1 + 0.2 != 0.3 && 1.0 / 0.0 > 1e308 && !(0.0 / 0.0 == 0.0 / 0.0)")]
    [InlineData("'a' + 'b' == 'ab' && b'a' + b'b' == b'ab' && [1] + [2] == [1, 2]")]
    [InlineData("'a' < 'b' && 'Z' < 'a' && '\\U0001F600' > '\\uFFFD' && b'a' < b'b' && false < true")]
    [InlineData("dyn(1) != dyn('1') && dyn([1]) != dyn(1) && {'a': 1} == {'a': 1.0} && {'a': 1} != {'b': 1} && [1, 2] != [2, 1]")]
    [InlineData("2 in [1, 2u, 3.0] && !('a' in []) && 'a' in {'a': null} && 1.0 in [1]")]
    [InlineData("true || 1 / 0 == 1")]
    [InlineData("1 / 0 == 1 || true")]
    [InlineData("!(1 / 0 == 1 && false)")]
    [InlineData("(true ? 1 : 1 / 0) == 1")]
    [InlineData("null == null && dyn(null) != dyn(1)")]
    [InlineData("[1, 2, 3][1] == 2 && {'a': 1}['a'] == 1 && {'a': 1}.a == 1 && [1, 2][1u] == 2 && [1, 2][1.0] == 2")]
    [InlineData("has({'a': 1}.a) && !has({'a': 1}.b)")]
    [InlineData("'\\x41\\101\\u0041\\n'.size() == 4 && r'\\n'.size() == 2 && b'\\xff'.size() == 1 && 'ÿ'.size() == 1 && bytes('ÿ').size() == 2")]
    [InlineData("'''a\n'b'''.size() == 4 && \"\"\"a\"b\"\"\" == 'a\"b'")]
    public void Operator_GivesWhatTheSpecificationSays(string expression) => Assert.Equal("true", Evaluated.Outcome(expression));

    [Theory]
    [InlineData("9223372036854775807 + 1 > 0", "integer overflow")]
    [InlineData("-9223372036854775808 - 1 > 0", "integer overflow")]
    [InlineData("9223372036854775807 * 2 > 0", "integer overflow")]
    [InlineData("-(-9223372036854775808) > 0", "integer overflow")]
    [InlineData("0u - 1u > 0u", "unsigned integer overflow")]
    [InlineData("1 / 0 > 0", "division by zero")]
    [InlineData("1 % 0 > 0", "modulus by zero")]
    [InlineData("dyn(1) + dyn(1.0) > 0", "no such overload")]
    [InlineData("dyn('a') < dyn(1)", "no such overload")]
    [InlineData("dyn(1) && true", "no such overload")]
    [InlineData("dyn(1) ? true : false", "no such overload")]
    [InlineData("!dyn(1)", "no such overload")]
    [InlineData("0.0 / 0.0 < 1.0", "NaN values cannot be ordered")]
    [InlineData("[1][1] == 1", "index out of bounds: 1")]
    [InlineData("[1][-1] == 1", "index out of bounds: -1")]
    [InlineData("{'a': 1}.b == 1", "no such key: b")]
    [InlineData("{'a': 1}['b'] == 1", "no such key: b")]
    [InlineData("1 / 0 == 1 || false", "division by zero")]
    [InlineData("[1, 1 / 0].size() == 2", "division by zero")]
    public void Operator_ThatCannot_IsAnError(string expression, string error) => Assert.Equal(error, Evaluated.Outcome(expression));

    [Theory]
    [InlineData("[1, 2].all(x, x > 0) && [].all(x, false) && !{'a': 1, 'b': 2}.all(k, k == 'a')")]
    [InlineData("[1, 2].exists(x, x > 1) && ![].exists(x, true)")]
    [InlineData("[1, 2].exists_one(x, x > 1) && ![2, 2].exists_one(x, x > 1) && [1, 2].existsOne(x, x == 1)")]
    [InlineData("[1, 2, 3].filter(x, x > 1) == [2, 3] && {'a': 1}.filter(k, true) == ['a']")]
    [InlineData("[1, 2].map(x, x * 2) == [2, 4] && [1, 2].map(x, x > 1, x * 2) == [4]")]
    [InlineData("[0, 2].exists(x, 4 / x == 2)")]
    [InlineData("![0, 2].all(x, 4 / x == 3)")]
    [InlineData("[1, 2].all(i, x, x == i + 1) && {'a': 'A'}.all(k, v, k.upperAscii() == v) && ['a'].exists(i, v, i == 0 && v == 'a') && ['a'].existsOne(i, v, i == 0)")]
    [InlineData("[1, 2].transformList(i, x, i * x) == [0, 2] && [1, 2].transformList(i, x, i > 0, x) == [2]")]
    [InlineData("{'a': 1}.transformMap(k, v, v + 1) == {'a': 2} && ['x'].transformMap(i, v, v) == {0: 'x'} && {'a': 1, 'b': 2}.transformMap(k, v, v > 1, v) == {'b': 2}")]
    [InlineData("{'a': 'b'}.transformMapEntry(k, v, {v: k}) == {'b': 'a'}")]
    [InlineData("[[1, 2], [3]].map(l, l.map(x, x + l[0])) == [[2, 3], [6]]")]
    [InlineData("cel.bind(x, 2, x + x) == 4 && [1].all(x, cel.bind(x, 3, x == 3) && x == 1)")]
    public void Macro_GivesWhatTheSpecificationSays(string expression) => Assert.Equal("true", Evaluated.Outcome(expression));

    [Theory]
    [InlineData("[0, 2].all(x, 4 / x == 2)", "division by zero")]
    [InlineData("[0, 2].exists_one(x, 4 / x == 2)", "division by zero")]
    [InlineData("[0, 2].map(x, 4 / x).size() == 2", "division by zero")]
    [InlineData("[0, 2].filter(x, x).size() == 2", "no such overload")]
    [InlineData("dyn('a').all(x, true)", "no such overload")]
    [InlineData("['a', 'a'].transformMapEntry(i, v, {v: i}).size() == 1", "insert failed: key a already exists")]
    public void Macro_ThatCannot_IsAnError(string expression, string error) => Assert.Equal(error, Evaluated.Outcome(expression));

    [Theory]
    [InlineData("{'a': {'b': 1}}.?a.?b == optional.of(1) && {'a': 1}.?c == optional.none() && {'a': {}}.?a.b == optional.none()")]
    [InlineData("[1][?0] == optional.of(1) && [1][?1] == optional.none() && {'a': 1}[?'a'].value() == 1")]
    [InlineData("optional.none().orValue(2) == 2 && optional.of(1).orValue(1 / 0) == 1 && optional.none().or(optional.of(3)).value() == 3")]
    [InlineData("optional.of(1).optMap(x, x + 1) == optional.of(2) && optional.of(1).optFlatMap(x, optional.none()) == optional.none() && !optional.none().optMap(x, x + 1).hasValue()")]
    [InlineData("[?optional.none(), ?optional.of(1), 2] == [1, 2] && {?'a': optional.none(), ?'b': optional.of(1)} == {'b': 1}")]
    [InlineData("optional.ofNonZeroValue('') == optional.none() && optional.ofNonZeroValue('a').hasValue() && optional.none() != null")]
    [InlineData("[1, 2].first().value() == 1 && [1, 2].last().value() == 2 && ![].first().hasValue() && optional.unwrap([optional.of(1), optional.none()]) == [1] && [optional.of(1)].unwrapOpt() == [1]")]
    [InlineData("has({'a': {'b': 1}}.?a.b) && !has({}.?a.b)")]
    public void Optional_GivesWhatTheLibrarySays(string expression) => Assert.Equal("true", Evaluated.Outcome(expression));

    [Fact]
    public void Optional_WithoutAValue_CannotBeRead() => Assert.Equal("optional.none() dereference", Evaluated.Outcome("optional.none().value() == 1"));

    [Fact]
    public void Expression_ThatNestsTooDeeply_IsToldAndNotGuessed() => Assert.Equal("not evaluated: it nests too deeply", Evaluated.Outcome(string.Join(" || ", Enumerable.Repeat("false", 50_000))));

    [Fact]
    public void Chain_ThatIsLong_IsEvaluated() => Assert.Equal("false", Evaluated.Outcome(string.Join(" || ", Enumerable.Repeat("false", 700))));

    [Theory]
    [InlineData("authorizer.path('/a').check('get').allowed()", "there is no 'authorizer' to refer to")]
    [InlineData("math.greatest(1, 2) == 2", "there is no 'math' to refer to")]
    [InlineData("1 +", "it is no expression of CEL: something is missing at its end")]
    [InlineData("'abc'.reverse() == 'cba'", "Kubernetes' CEL cannot reverse a text")]
    [InlineData("9223372036854775808 > 0", "9223372036854775808 is too large a number")]
    [InlineData("'a'.matches('\\\\p{Greek}')", "of the pattern '\\p{Greek}' nobody here knows what the class '\\p{Greek}' holds")]
    [InlineData("lists.range(1000).all(a, lists.range(1000).all(b, lists.range(100).all(c, true)))", "it takes too many steps")]
    public void Expression_ThatNobodyHereCanEvaluate_IsToldAndNotGuessed(string expression, string reason) => Assert.Equal($"not evaluated: {reason}", Evaluated.Outcome(expression));
}
