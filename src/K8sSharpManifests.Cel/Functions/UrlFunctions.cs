using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>URLs.</summary>
/// <remarks>Upstream: apiserver's pkg/cel/library/urls.go.</remarks>
internal static class UrlFunctions
{
    public static void Register()
    {
        FunctionTable.AddGlobal("url", arguments => arguments is not [CelString text] ? CelError.NoSuchOverload
            : GoUrl.Parse(text.Value) is { } url ? new CelUrl(url) : new CelError($"URL parse error during conversion from string: parse {Texts.Quoted(text.Value)}: invalid URI for request"));
        FunctionTable.AddGlobal("isURL", arguments => arguments is [CelString text] ? CelBool.Of(GoUrl.Parse(text.Value) is not null) : CelError.NoSuchOverload);
        Add("getScheme", url => new CelString(url.Scheme));
        Add("getHost", url => new CelString(url.Host));
        Add("getHostname", url => new CelString(url.Hostname));
        Add("getPort", url => new CelString(url.Port));
        Add("getEscapedPath", url => new CelString(url.EscapedPath));
        Add("getQuery", url => new CelMadeMap([.. url.Query().Select(q => new KeyValuePair<CelValue, CelValue>(new CelString(q.Key), CelMadeList.Of(q.Value)))]));
    }

    private static void Add(string name, Func<GoUrl, CelValue> function) => FunctionTable.AddMember(name, arguments => arguments is [CelUrl url] ? function(url.Value) : CelError.NoSuchOverload);
}
