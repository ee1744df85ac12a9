namespace K8sSharpManifests.Cel.Tests.Functions;

/// <summary>Functions of texts, as cel-go's ext/strings_test.go and Kubernetes' regex library have them.</summary>
public sealed class TextFunctionTests
{
    [Theory]
    [InlineData("'tacocat'.charAt(3) == 'o' && 'tacocat'.charAt(7) == '' && '©αT'.charAt(0) == '©'")]
    [InlineData("'tacocat'.indexOf('') == 0 && 'tacocat'.indexOf('ac') == 1 && 'tacocat'.indexOf('none') == -1 && 'tacocat'.indexOf('a', 3) == 5 && 'ta©o©αT'.indexOf('©') == 2 && 'ta©o©αT'.indexOf('©', 3) == 4")]
    [InlineData("'tacocat'.lastIndexOf('') == 7 && 'tacocat'.lastIndexOf('at') == 5 && 'tacocat'.lastIndexOf('none') == -1 && 'tacocat'.lastIndexOf('a', 3) == 1 && 'ta©o©αT'.lastIndexOf('©', 3) == 2 && ''.lastIndexOf('a') == -1")]
    [InlineData("'12 days 12 hours'.replace('{0}', '2') == '12 days 12 hours' && '{0} days {0} hours'.replace('{0}', '2') == '2 days 2 hours' && '{0} days {0} hours'.replace('{0}', '2', 1) == '2 days {0} hours' && 'ab'.replace('', '-') == '-a-b-' && 'ab'.replace('', '-', 1) == '-ab'")]
    [InlineData("'hello world'.split(' ') == ['hello', 'world'] && 'a,b,c'.split(',', 2) == ['a', 'b,c'] && 'a,b'.split(',', 0) == [] && 'a,b'.split(',', -1) == ['a', 'b'] && 'ab©'.split('') == ['a', 'b', '©'] && ''.split(',') == ['']")]
    [InlineData("'tacocat'.substring(4) == 'cat' && 'tacocat'.substring(7) == '' && 'tacocat'.substring(0, 4) == 'taco' && 'ta©o©αT'.substring(2, 6) == '©o©α'")]
    [InlineData("' \\f\\n\\r\\t\\vtext '.trim() == 'text' && 'TacoCÆt'.lowerAscii() == 'tacocÆt' && 'tacoCαt'.upperAscii() == 'TACOCαT'")]
    [InlineData("['x', 'y'].join() == 'xy' && ['x', 'y'].join('-') == 'x-y' && [].join('-') == ''")]
    [InlineData("strings.quote('a\"\\n') == '\"a\\\\\"\\\\n\"'")]
    [InlineData("'abc'.contains('b') && 'abc'.startsWith('ab') && 'abc'.endsWith('') && !'abc'.startsWith('b')")]
    [InlineData("'hubba'.matches('ub') && matches('a\\n', 'a$') == false && 'ä'.matches('^.$') && '😀'.matches('^.$') && 'KUBE'.matches('(?i)^kube$')")]
    [InlineData("'abc 123'.find('[0-9]*') == '' && 'abc 123'.find('[0-9]+') == '123' && 'abc'.find('x') == '' && '123 abc 456'.findAll('[0-9]*') == ['123', '', '', '', '', '456'] && '123 abc 456'.findAll('[0-9]+', 1) == ['123'] && 'a'.findAll('b') == []")]
    public void Text_GivesWhatTheLibrarySays(string expression) => Assert.Equal("true", Evaluated.Outcome(expression));

    [Theory]
    [InlineData("'tacocat'.charAt(30) == ''", "index out of range: 30")]
    [InlineData("'tacocat'.indexOf('a', -1) == 0", "index out of range: -1")]
    [InlineData("'tacocat'.substring(40) == ''", "index out of range: 40")]
    [InlineData("'tacocat'.substring(2, 1) == ''", "invalid substring range. start: 2, end: 1")]
    [InlineData("['a', dyn(1)].join() == ''", "join: invalid input: 1")]
    [InlineData("dyn(1).startsWith('a')", "no such overload")]
    [InlineData("'a'.matches('(')", "error parsing regexp: a ')' is missing: `(`")]
    public void Text_ThatCannot_IsAnError(string expression, string error) => Assert.Equal(error, Evaluated.Outcome(expression));

    [Theory]
    [InlineData("'no substitution'.format([]) == 'no substitution' && '%s and %%'.format(['a']) == 'a and %'")]
    [InlineData("'%d %d'.format([1, 2u]) == '1 2' && '%b %b'.format([5, true]) == '101 1' && '%x %X %x'.format([30, 30, 'hello']) == '1e 1E 68656c6c6f' && '%o'.format([11]) == '13' && '%x'.format([-30]) == '-1e'")]
    [InlineData("'%.3f'.format([1.2349]) == '1.235' && '%.2f'.format([-1234.5]) == '-1,234.50'")]
    [InlineData("'%f'.format([10000.1234]) == '10,000.123400' && '%.0f'.format([2.0]) == '2'")]
    [InlineData("'%.6e'.format([1052.032911275]) == '1.052033\\u202f\\u00d7\\u202f10\\u2070\\u00b3'")]
    [InlineData("'%s'.format([[\"abc\", 3.14, null, [9, 8, 7, 6], timestamp('2023-02-03T23:31:20Z')]]) == '[\"abc\", 3.140000, null, [9, 8, 7, 6], timestamp(\"2023-02-03T23:31:20Z\")]'")]
    [InlineData("'%s'.format([{'key1': b'xyz', 'key5': null, 'key2': duration('2h'), 'key4': true, 'key3': 2.71}]) == '{\"key1\":b\"xyz\", \"key2\":duration(\"7200s\"), \"key3\":2.710000, \"key4\":true, \"key5\":null}'")]
    [InlineData("'%s %s %s'.format([1, 2.5, type(1)]) == '1 2.5 int'")]
    public void Format_WritesWhatTheLibrarySays(string expression) => Assert.Equal("true", Evaluated.Outcome(expression));

    [Theory]
    [InlineData("'%d'.format([1.5]) == ''", "error during formatting: decimal clause can only be used on integers, was given double")]
    [InlineData("'%s %s'.format(['a']) == ''", "index 1 out of range")]
    [InlineData("'%y'.format(['a']) == ''", "error during formatting: could not parse formatting clause: unrecognized formatting clause \"y\"")]
    public void Format_ThatCannot_IsAnError(string expression, string error) => Assert.Equal(error, Evaluated.Outcome(expression));
}
