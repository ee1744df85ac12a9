namespace K8sSharpManifests.FluentApi.Emit;

/// <summary>The singular of a list's name, for its Add method. A test holds a snapshot of all of them.</summary>
internal static class Singular
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["HostAliases"] = "HostAlias",
        ["Tls"] = "Tls",
    };

    public static string Of(string plural)
    {
        if (Exceptions.TryGetValue(plural, out var singular))
        {
            return singular;
        }

        bool Ends(string suffix) => plural.EndsWith(suffix, StringComparison.Ordinal);
        string Cut(int count) => plural.Substring(0, plural.Length - count);

        return Ends("ies") ? Cut(3) + "y"
            : Ends("sses") || Ends("ches") || Ends("shes") || Ends("xes") ? Cut(2)
            : Ends("ss") || Ends("us") || !Ends("s") ? plural
            : Cut(1);
    }
}
