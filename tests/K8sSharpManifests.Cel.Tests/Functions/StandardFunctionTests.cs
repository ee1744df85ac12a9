namespace K8sSharpManifests.Cel.Tests.Functions;

/// <summary>Conversions, and functions of times.</summary>
public sealed class StandardFunctionTests
{
    [Theory]
    [InlineData("int('-12') == -12 && int(3.9) == 3 && int(-3.9) == -3 && int(5u) == 5 && int(timestamp('1970-01-01T00:01:00Z')) == 60")]
    [InlineData("uint('12') == 12u && uint(3.9) == 3u && double('1e3') == 1000.0 && double(1) == 1.0 && double('NaN') != double('NaN')")]
    [InlineData("string(1) == '1' && string(1.5) == '1.5' && string(1e6) == '1e+06' && string(123456.0) == '123456' && string(0.00001) == '1e-05' && string(1.0) == '1' && string(true) == 'true'")]
    [InlineData("string(b'abc') == 'abc' && bytes('abc') == b'abc' && bool('true') && !bool('F')")]
    [InlineData("type(1) == int && type(1u) == uint && type('a') == string && type([]) == list && type({}) == map && type(null) == null_type && type(int) == type && type(b'') == bytes && type(1.0) == double && type(true) == bool")]
    [InlineData("type(timestamp(0)) == google.protobuf.Timestamp && type(duration('1s')) == google.protobuf.Duration && type(ip('1.2.3.4')) == net.IP")]
    [InlineData("size('ab') == 2 && 'a😀'.size() == 2 && size([1]) == 1 && size({'a': 1}) == 1 && size(b'abc') == 3")]
    [InlineData("base64.encode(b'hello') == 'aGVsbG8=' && base64.decode('aGVsbG8=') == b'hello' && base64.decode('aGVsbG8') == b'hello'")]
    public void Conversion_GivesTheValue(string expression) => Assert.Equal("true", Evaluated.Outcome(expression));

    [Theory]
    [InlineData("int('a') == 1", "type conversion error from 'string' to 'int'")]
    [InlineData("int(1e19) == 1", "integer overflow")]
    [InlineData("uint(-1) == 1u", "unsigned integer overflow")]
    [InlineData("double('a') == 1.0", "type conversion error from 'string' to 'double'")]
    [InlineData("bool('yes')", "type conversion error from 'string' to 'bool'")]
    [InlineData("string(b'\\xff') == ''", "invalid UTF-8 in bytes, cannot convert to string")]
    [InlineData("duration('1') == duration('1s')", "type conversion error from 'string' to 'google.protobuf.Duration'")]
    [InlineData("timestamp('2023-02-29T00:00:00Z') == timestamp(0)", "type conversion error from 'string' to 'google.protobuf.Timestamp'")]
    [InlineData("timestamp('0000-01-01T00:00:00Z') == timestamp(0)", "timestamp overflow")]
    [InlineData("timestamp('9999-12-31T23:59:59Z') + duration('1s') == timestamp(0)", "timestamp overflow")]
    [InlineData("duration('2562047h') + duration('1h') == duration('1s')", "duration overflow")]
    [InlineData("size(dyn(1)) == 1", "no such overload")]
    public void Conversion_ThatCannot_IsAnError(string expression, string error) => Assert.Equal(error, Evaluated.Outcome(expression));

    [Theory]
    [InlineData("duration('1h30m') == duration('5400s') && duration('1.5h') > duration('1h') && -duration('1s') == duration('-1s') && string(duration('1m1.5s')) == '61.5s'")]
    [InlineData("duration('90m').getHours() == 1 && duration('90m').getMinutes() == 90 && duration('1.5s').getSeconds() == 1 && duration('1.5s').getMilliseconds() == 1500")]
    [InlineData("timestamp('2023-12-25T10:20:30.5Z').getFullYear() == 2023 && timestamp('2023-12-25T10:20:30Z').getMonth() == 11 && timestamp('2023-12-25T10:20:30Z').getDate() == 25 && timestamp('2023-12-25T10:20:30Z').getDayOfMonth() == 24")]
    [InlineData("timestamp('2023-12-25T10:20:30.5Z').getDayOfWeek() == 1 && timestamp('2023-12-31T00:00:00Z').getDayOfYear() == 364 && timestamp('2023-12-25T10:20:30.5Z').getMilliseconds() == 500")]
    [InlineData("timestamp('2023-12-25T00:00:00Z').getHours('-08:00') == 16 && timestamp('2023-12-25T00:00:00Z').getDate('-08:00') == 24 && timestamp('2023-07-01T00:00:00Z').getHours('Europe/Berlin') == 2")]
    [InlineData("timestamp('2023-01-01T02:00:00+02:00') == timestamp('2023-01-01T00:00:00Z') && string(timestamp('2023-01-01T00:00:00.120Z')) == '2023-01-01T00:00:00.12Z'")]
    [InlineData("timestamp('2023-01-02T00:00:00Z') - timestamp('2023-01-01T00:00:00Z') == duration('24h') && timestamp('2023-01-01T00:00:00Z') + duration('1h') > timestamp('2023-01-01T00:00:00Z') && timestamp(0) - duration('1ns') < timestamp(0)")]
    public void Time_GivesItsParts(string expression) => Assert.Equal("true", Evaluated.Outcome(expression));
}
