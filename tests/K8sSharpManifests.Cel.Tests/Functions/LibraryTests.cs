namespace K8sSharpManifests.Cel.Tests.Functions;

/// <summary>Kubernetes' own libraries and those of cel-go for lists and sets, as their documentation and tests have them.</summary>
public sealed class LibraryTests
{
    [Theory]
    [InlineData("[1, 2, 3].isSorted() && !['b', 'a'].isSorted() && [].isSorted() && [true].isSorted()")]
    [InlineData("[1, 3].sum() == 4 && [1.0, 3.0].sum() == 4.0 && ['1m', '1s'].map(d, duration(d)).sum() == duration('61s') && [].sum() == 0 && [].map(x, duration(x)).sum() < duration('1s') && 1.5 + [].sum() == 1.5")]
    [InlineData("[1, 3].max() == 3 && [3, 1].min() == 1 && ['a', 'b'].max() == 'b'")]
    [InlineData("[1, 2, 2, 3].indexOf(2) == 1 && ['a', 'b', 'b', 'c'].lastIndexOf('b') == 2 && [1].indexOf(2) == -1")]
    [InlineData("[1, 2, 3, 4].slice(1, 3) == [2, 3] && [[1], [2, [3]]].flatten() == [1, 2, [3]] && [1, [2, [3, [4]]]].flatten(2) == [1, 2, 3, [4]]")]
    [InlineData("[3, 1, 2].sort() == [1, 2, 3] && ['b', 'a'].sort() == ['a', 'b'] && [{'n': 2}, {'n': 1}].sortBy(e, e.n) == [{'n': 1}, {'n': 2}] && [1, 2].reverse() == [2, 1] && [1, 1, 2].distinct() == [1, 2] && lists.range(3) == [0, 1, 2]")]
    [InlineData("sets.contains([1, 2], [2]) && !sets.contains([1], [2]) && sets.equivalent([1, 2, 2], [2, 1]) && sets.intersects([1, 2], [2, 3]) && !sets.intersects([1], [])")]
    [InlineData("[1, 2].includes(2) && dyn(2).includes(2) && ![].includes(1)")]
    public void List_GivesWhatTheLibrarySays(string expression) => Assert.Equal("true", Evaluated.Outcome(expression));

    [Theory]
    [InlineData("[].max() == 1", "max called on empty list")]
    [InlineData("[1, 2].slice(1, 5) == []", "cannot slice(1, 5), list is length 2")]
    [InlineData("[dyn(1), dyn('a')].sort() == []", "list elements must have the same type")]
    public void List_ThatCannot_IsAnError(string expression, string error) => Assert.Equal(error, Evaluated.Outcome(expression));

    [Theory]
    [InlineData("isURL('https://user:pass@example.com:80/path?query=val#fragment') && isURL('/absolute-path') && !isURL('https://a:b:c/') && !isURL('../relative-path') && !isURL('') && isURL('mailto:a@b')")]
    [InlineData("url('https://example.com/').getScheme() == 'https' && url('/path').getScheme() == '' && url('HTTPS://A').getScheme() == 'https'")]
    [InlineData("url('https://example.com:80/').getHost() == 'example.com:80' && url('https://[::1]:80/').getHost() == '[::1]:80' && url('/path').getHost() == ''")]
    [InlineData("url('https://example.com:80/').getHostname() == 'example.com' && url('https://[::1]:80/').getHostname() == '::1' && url('https://example.com:80/').getPort() == '80' && url('https://example.com/').getPort() == ''")]
    [InlineData("url('https://example.com/path').getEscapedPath() == '/path' && url('https://example.com/with space/').getEscapedPath() == '/with%20space/' && url('https://example.com').getEscapedPath() == ''")]
    [InlineData("url('https://example.com/path?k1=a&k2=b&k2=c').getQuery() == {'k1': ['a'], 'k2': ['b', 'c']} && url('https://example.com/path?key with spaces=value with spaces').getQuery() == {'key with spaces': ['value with spaces']} && url('/a?').getQuery() == {}")]
    [InlineData("!isURL('http://a b/') && !isURL('http://a/%zz') && !isURL('http://[::1/') && !isURL(':80')")]
    public void Url_GivesItsParts(string expression) => Assert.Equal("true", Evaluated.Outcome(expression));

    [Theory]
    [InlineData("isIP('127.0.0.1') && isIP('::1') && !isIP('127.0.0.256') && !isIP('::ffff:1.2.3.4') && !isIP('01.2.3.4') && !isIP('fe80::1%en0') && !isIP(':::1')")]
    [InlineData("ip('192.168.0.1') == ip('192.168.0.1') && ip('2001:db8::abcd') == ip('2001:DB8::ABCD') && string(ip('2001:DB8:0:0::1')) == '2001:db8::1'")]
    [InlineData("ip.isCanonical('2001:db8::abcd') && !ip.isCanonical('2001:DB8::ABCD') && !ip.isCanonical('2001:db8:0:0:0:0:0:abcd')")]
    [InlineData("ip('127.0.0.1').family() == 4 && ip('::1').family() == 6 && ip('0.0.0.0').isUnspecified() && ip('::1').isLoopback() && ip('127.1.1.1').isLoopback()")]
    [InlineData("ip('224.0.0.1').isLinkLocalMulticast() && ip('ff02::1').isLinkLocalMulticast() && ip('169.254.169.254').isLinkLocalUnicast() && ip('fe80::1').isLinkLocalUnicast() && ip('192.168.0.1').isGlobalUnicast() && !ip('255.255.255.255').isGlobalUnicast()")]
    [InlineData("isCIDR('192.168.0.0/16') && isCIDR('::1/128') && !isCIDR('192.168.0.0/33') && !isCIDR('192.168.0.0') && !isCIDR('192.168.0.0/08')")]
    [InlineData("cidr('192.168.0.0/24').containsIP('192.168.0.1') && cidr('192.168.0.0/24').containsIP(ip('192.168.0.1')) && !cidr('192.168.0.0/24').containsIP('192.168.1.1') && !cidr('192.168.0.0/24').containsIP('::1')")]
    [InlineData("cidr('192.168.0.0/16').containsCIDR('192.168.10.0/24') && !cidr('192.168.1.0/24').containsCIDR('192.168.0.0/16') && cidr('192.168.0.0/16').containsCIDR(cidr('192.168.0.0/16'))")]
    [InlineData("cidr('192.168.1.5/24').ip() == ip('192.168.1.5') && cidr('192.168.1.5/24').masked() == cidr('192.168.1.0/24') && cidr('192.168.1.5/24').prefixLength() == 24 && string(cidr('192.168.1.5/24')) == '192.168.1.5/24'")]
    public void Address_GivesWhatTheLibrarySays(string expression) => Assert.Equal("true", Evaluated.Outcome(expression));

    [Theory]
    [InlineData("isQuantity('1.3G') && isQuantity('20Mi') && !isQuantity('20Mo') && !isQuantity('200K') && !isQuantity('Three')")]
    [InlineData("quantity('50k').asInteger() == 50000 && quantity('50k').isInteger() && !quantity('9999999999999999999999999999999999999G').isInteger() && quantity('50.703k').asApproximateFloat() == 50703.0")]
    [InlineData("quantity('50k').sub(quantity('20k')) == quantity('30k') && quantity('50k').add(20) == quantity('50020') && quantity('50k').sub(-50000) == quantity('100k')")]
    [InlineData("quantity('200M').compareTo(quantity('0.2G')) == 0 && quantity('50Mi').isLessThan(quantity('100Mi')) && quantity('50M').isGreaterThan(quantity('100k')) && sign(quantity('-1')) == -1 && quantity('1').sign() == 1")]
    [InlineData("isSemver('1.0.0') && !isSemver('hello') && !isSemver('1.0') && isSemver('v1.0', true) && isSemver('1', true) && isSemver('1.2.3-alpha.1+build') && !isSemver('01.2.3') && isSemver('01.2.3', true)")]
    [InlineData("semver('1.2.3').major() == 1 && semver('1.2.3').minor() == 2 && semver('1.2.3').patch() == 3 && semver('1.2.3').isLessThan(semver('1.2.4')) && semver('1.2.3').compareTo(semver('1.2.3')) == 0")]
    [InlineData("semver('1.0.0-alpha').isLessThan(semver('1.0.0')) && semver('1.0.0-alpha').isLessThan(semver('1.0.0-alpha.1')) && semver('1.0.0-2').isLessThan(semver('1.0.0-10')) && semver('1.0.0-1').isLessThan(semver('1.0.0-a')) && semver('1.0.0+a') == semver('1.0.0+b')")]
    public void Amount_GivesWhatTheLibrarySays(string expression) => Assert.Equal("true", Evaluated.Outcome(expression));

    [Theory]
    [InlineData("!format.dns1123Label().validate('my-label').hasValue() && format.dns1123Label().validate('My').hasValue() && !format.dns1123LabelPrefix().validate('my-').hasValue() && format.dns1035Label().validate('1a').hasValue()")]
    [InlineData("!format.dns1123Subdomain().validate('a.b').hasValue() && !format.qualifiedName().validate('example.com/a').hasValue() && format.labelValue().validate('a b').hasValue() && !format.uri().validate('http://a').hasValue()")]
    [InlineData("!format.uuid().validate('123e4567-e89b-12d3-a456-426614174000').hasValue() && format.byte().validate('a').hasValue() && !format.byte().validate('aGVsbG8=').hasValue() && !format.date().validate('2021-01-01').hasValue() && format.date().validate('2021-13-01').hasValue()")]
    [InlineData("!format.datetime().validate('2021-01-01T00:00:00Z').hasValue() && format.datetime().validate('2021-01-01').hasValue() && format.named('dns1123Label').value() == format.dns1123Label() && !format.named('x').hasValue()")]
    public void Format_TellsWhichTextsHaveIt(string expression) => Assert.Equal("true", Evaluated.Outcome(expression));

    // What is wrong with the text is said in the server's words, which are nobody else's.
    [Fact]
    public void Format_WordsOfWhatIsWrong_AreNotKnown() => Assert.Equal("unknown", Evaluated.Outcome("format.dns1123Label().validate('A').value()[0] == ''"));

    [Theory]
    [InlineData("url('a') == url('b')", "URL parse error during conversion from string: parse \"a\": invalid URI for request")]
    [InlineData("quantity('Three') == quantity('3')", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("quantity('9999999999999999999999999999999999999G').asInteger() == 1", "cannot convert value to integer")]
    [InlineData("ip('a').family() == 4", "IP Address \"a\" parse error during conversion from string")]
    public void Library_ThatCannot_IsAnError(string expression, string error) => Assert.Equal(error, Evaluated.Outcome(expression));
}
