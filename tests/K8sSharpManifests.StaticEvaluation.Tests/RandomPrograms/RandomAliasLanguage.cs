namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>The templates of random programs with aliases, by the short name of the type that they have.</summary>
internal static partial class RandomAliasLanguage
{
    /// <summary>The types by the short names that holes have.</summary>
    public static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["t"] = "string",
        ["n"] = "int",
        ["b"] = "bool",
        ["C"] = "V1Container",
        ["P"] = "V1Pod",
        ["S"] = "V1PodSpec",
        ["M"] = "V1ObjectMeta",
        ["E"] = "V1EnvVar",
        ["Cs"] = "IList<V1Container>",
        ["Cl"] = "List<V1Container>",
        ["Ca"] = "V1Container[]",
        ["Ts"] = "IList<string>",
        ["Tl"] = "List<string>",
        ["Ta"] = "string[]",
        ["Es"] = "IList<V1EnvVar>",
        ["D"] = "IDictionary<string, string>",
        ["Dd"] = "Dictionary<string, string>",
        ["Tc"] = "(V1Container Con, string Text)",
        ["Tn"] = "(V1Container, int)",
        ["Tr"] = "(string Repo, int N)",
        ["Tx"] = "(V1Container Con, (string Repo, int N) Part)",
        ["Xa"] = "(V1Container Con, string Text)[]",
        ["Box"] = "Box",
        ["Pair"] = "Pair",
        ["Copied"] = "Copied",
        ["Spot"] = "Spot",
        ["Sa"] = "Spot[]",
        ["Dot"] = "Dot",
        ["Kc"] = "Cell<V1Container>",
        ["Kt"] = "Cell<string>",
        ["Ks"] = "Cell<Spot>",
        ["Kx"] = "Cell<(V1Container Con, string Text)>",
        ["Shape"] = "Shape",
        ["Mark"] = "IMark",
        ["Sum"] = "Sum",
        ["Child"] = "Child",
        ["Cd"] = "Dictionary<string, V1Container>",
        ["Trio"] = "Trio",
        ["Source"] = "Source",
        ["Hider"] = "Hider",
        ["Xl"] = "List<(V1Container Con, string Text)>",
        ["Ll"] = "List<List<V1Container>>",
        ["Cj"] = "V1Container[][]",
        ["Cm"] = "Dictionary<string, List<V1Container>>",
        ["Qu"] = "Queue<V1Container>",
        ["St"] = "Stack<V1Container>",
        ["Lz"] = "Lazy<V1Container>",
        ["O"] = "object",
        ["Al"] = "List<Action<V1Container>>",
        ["Fl"] = "Func<V1Container>[]",
        ["Kd"] = "V1Deployment",
        ["Td"] = "(IDictionary<string, string> Left, IDictionary<string, string> Right)",
        ["Tp"] = "(V1Pod First, V1Pod Second)",
        ["Ml"] = "Mine.List<V1Container>",
        ["Own"] = "«:Own»",
        ["Q"] = "IEnumerable<V1Container>",
        ["Ac"] = "Action<V1Container>",
        ["Fc"] = "Func<V1Container, V1Container>",
        ["F0"] = "Func<V1Container>",
        ["A0"] = "Action",
        ["Ft"] = "Func<string, string>",
        ["As"] = "Action<V1PodSpec>",
        ["Fp"] = "Func<V1Pod, V1Pod>",
    };

    /// <summary>What may call what calls it.</summary>
    public static readonly IReadOnlySet<string> Delegates = new HashSet<string> { "Ac", "Fc", "F0", "A0", "Ft", "As", "Fp", "Al", "Fl", "Lz" };

    /// <summary>What is not assigned to: a query that reads the variable that holds it would have no end.</summary>
    public static readonly IReadOnlySet<string> Fixed = new HashSet<string> { "Q", "Al", "Fl", "Lz" };

    /// <summary>How a variable, @, is shown in what a member returns: as containers, and as texts.</summary>
    public static readonly IReadOnlyDictionary<string, (string[] Containers, string[] Texts)> Shown = new Dictionary<string, (string[], string[])>
    {
        ["t"] = ([], ["@"]),
        ["n"] = ([], ["$\"{@}\""]),
        ["b"] = ([], ["@ ? \"yes\" : \"no\""]),
        ["C"] = (["@"], []),
        ["P"] = ([".. @.Spec.Containers"], ["@.Metadata.Name", "@.Metadata.Labels[\"k\"]"]),
        ["S"] = ([".. @.Containers"], ["@.ServiceAccountName ?? \"none\""]),
        ["M"] = ([], ["@.Name", "@.Labels[\"k\"]"]),
        ["E"] = (["new() { Name = \"env\", Env = [@] }"], []),
        ["Cs"] = ([".. @"], []),
        ["Cl"] = ([".. @"], []),
        ["Ca"] = ([".. @"], []),
        ["Ts"] = (["new() { Name = \"args\", Args = @ }"], []),
        ["Tl"] = (["new() { Name = \"args\", Args = @ }"], []),
        ["Ta"] = (["new() { Name = \"args\", Args = @ }"], []),
        ["Es"] = (["new() { Name = \"env\", Env = @ }"], []),
        ["D"] = (["new() { Name = \"map\", Args = [.. @.Keys, .. @.Values] }"], []),
        ["Dd"] = (["new() { Name = \"map\", Args = [.. @.Keys, .. @.Values] }"], []),
        ["Tc"] = (["@.Con"], ["@.Text"]),
        ["Tn"] = (["@.Item1"], ["$\"{@.Item2}\""]),
        ["Tr"] = ([], ["@.Repo", "$\"{@.N}\""]),
        ["Tx"] = (["@.Con"], ["@.Part.Repo", "$\"{@.Part.N}\""]),
        ["Xa"] = (["@[0].Con"], ["@[0].Text"]),
        ["Box"] = (["@.Con", ".. @.Items"], ["@.Text", "$\"{@.N}\"", "@.Slot", "@.Trimmed"]),
        ["Pair"] = (["@.Con", ".. @.More"], ["@.Text", "@.Labels[\"k\"]"]),
        ["Copied"] = (["@.Con"], ["@.Text", "$\"{@.N}\""]),
        ["Spot"] = (["@.Con"], ["@.Text", "$\"{@.N}\""]),
        ["Sa"] = (["@[0].Con"], ["@[0].Text", "$\"{@[0].N}\""]),
        ["Dot"] = (["@.Con"], ["@.Text", "$\"{@.N}\""]),
        ["Kc"] = (["@.Value", "@.Old"], []),
        ["Kt"] = ([], ["@.Value", "@.Old"]),
        ["Ks"] = (["@.Value.Con"], ["@.Value.Text", "@.Old.Text"]),
        ["Kx"] = (["@.Value.Con"], ["@.Value.Text", "@.Old.Text"]),
        ["Shape"] = ([], ["@.Text"]),
        ["Sum"] = ([], ["@.Text", "$\"{@.N}\""]),
        ["Child"] = (["@.Kept", "@.First"], ["@.Text"]),
        ["Cd"] = ([".. @.Values"], ["string.Join(\"+\", @.Keys)"]),
        ["Trio"] = (["@.Con", "@.Third"], ["@.Text", "$\"{@.N}\""]),
        ["Source"] = (["@.Last ?? new() { Name = \"nothing\" }"], []),
        ["Hider"] = (["@.Kept"], ["@.Text", "@.Note"]),
        ["Xl"] = (["@[0].Con", "@[^1].Con"], ["@[0].Text"]),
        ["Ll"] = ([".. @[0]", ".. @[^1]"], []),
        ["Cj"] = ([".. @[0]"], []),
        ["Cm"] = ([".. @[\"k\"]"], []),
        ["Qu"] = ([".. @"], []),
        ["St"] = ([".. @"], []),
        ["Lz"] = (["@.Value"], []),
        ["O"] = ([], ["@ is V1Container { Name: var shown@ } ? shown@ : \"no container\"", "@ is Spot { Text: var text@ } ? text@ : \"no spot\""]),
        ["Kd"] = ([".. @.Spec.Template.Spec.Containers"], ["@.Metadata.Name"]),
        ["Td"] = ([], ["@.Left[\"k\"]", "@.Right[\"k\"]"]),
        ["Tp"] = ([".. @.First.Spec.Containers", ".. @.Second.Spec.Containers"], ["@.Second.Metadata.Name"]),
        ["Ml"] = ([".. @"], []),
        ["Own"] = (["@.Con", "@.Kept", "@.Got"], ["@.Text", "$\"{@.N}\"", "@.Set"]),
        ["Q"] = ([".. @.Take(3)"], []),
        ["F0"] = (["@()"], []),
        ["Ft"] = ([], ["@(\"shown\")"]),
    };

    /// <summary>Parts of what exists, by their type: the type of what they are part of, and the code, where $ is that.</summary>
    public static readonly ILookup<string, (string Root, string Template)> Paths = Table(
        "C: S $.Containers[0]; P $.Spec.Containers[0]; P $.Spec.Containers[^1]; Cs $[0]; Cs $[^1]; Cl $[0]; Cl $.Last(); Ca $[0]; Ca $[^1]; Tc $.Con; Tc $.Item1; "
            + "Tn $.Item1; Tx $.Con; Xa $[0].Con; Box $.Con; Box $[0]; Box $.Items[^1]; Box $.Marked; Pair $.Con; Pair $.More[0]; Copied $.Con; Spot $.Con; "
            + "Sa $[0].Con; Dot $.Con; Kc $.Value; Kc $.Old; Kc $.Ref(); Ks $.Value.Con; Kx $.Value.Con; Child $.Kept; Child $.First; Cd $[\"k\"]; Ca Do.First($); "
            + "Cs $.First(); Q $.First(); Q $.Last(); Trio $.Third; Trio $.Con; Hider $.Kept; Xl $[0].Con; Ll $[0][0]; Cj $[0][0]; Cm $[\"k\"][0]; Own $.Con; "
            + "Own $.Kept; Own $.Got; Own $[0]; Ml $.First(); Qu $.Peek(); St $.Peek(); Lz $.Value",
        "t: Own $.Text; Own $.Set; C $.Image; C $.Name; M $.Name; P $.Metadata.Name; E $.Value; Ts $[0]; Tl $[^1]; Ta $[0]; D $[\"k\"]; Dd $[\"k\"]; "
            + "M $.Labels[\"k\"]; Tc $.Text; Tc $.Item2; Tr $.Repo; Tx $.Part.Repo; Xa $[0].Text; Box $.Text; Box $.Slot; Box $.Image; Box $.Trimmed; Pair $.Text; "
            + "Copied $.Text; Spot $.Text; Sa $[0].Text; Dot $.Text; Kt $.Value; Kt $.Old; Kt $.Ref(); Ks $.Value.Text; Kx $.Value.Text; Shape $.Text; Shape $.Last; "
            + "Mark $.Last; Sum $.Text; Child $.Text; Kd $.Metadata.Name; C Do.Name($); C ($?.Image ?? \"none-none\")",
        "n: Own $.N; Cs $.Count; Cl $.Count; Ts $.Count; Ta $.Length; Ca $.Length; D $.Count; t $.Length; Box $.N; Tn $.Item2; Tr $.N; Tx $.Part.N; Spot $.N; "
            + "Sa $[0].N; Dot $.N; Sum $.N; Copied $.N; Ks $.Value.N",
        "P: Tp $.First; Tp $.Second",
        "S: P $.Spec; Kd $.Spec.Template.Spec",
        "M: P $.Metadata",
        "Cs: S $.Containers; P $.Spec.Containers; Ll $[0]; Cm $[\"k\"]; Cl $; Box $.Items; Pair $.More",
        "Cl: Box $.Items; Pair $.More; Ll $[0]; Ll $[^1]; Cm $[\"k\"]",
        "Ts: Tl $",
        "D: M $.Labels; P $.Metadata.Labels; Dd $; Pair $.Labels; Td $.Left; Td $.Right",
        "Tr: Tx $.Part",
        "Tc: Xa $[0]; Kx $.Value; Xl $[0]",
        "Spot: Ks $.Value; Sa $[0]",
        "Mark: Shape $; Hider $",
        "Shape: Hider $",
        "Pair: Trio $",
        "Q: Own $; Ml $; Cs $; Cl $; Ca $; Qu $; St $; Cj $[0]",
        "Ca: Cj $[0]");

    /// <summary>Places to assign to, as paths; a root that begins with = is a variable itself.</summary>
    public static readonly ILookup<string, (string Root, string Template)> Places = Table(
        "C: S $.Containers[0]; P $.Spec.Containers[0]; Cs $[0]; Cl $[^1]; Ca $[0]; Ca $[^1]; =Tc $.Con; =Tc $.Item1; =Tn $.Item1; =Tx $.Con; Xa $[0].Con; "
            + "Box $.Con; Box $[0]; Box $.Items[0]; =Spot $.Con; Sa $[0].Con; =Dot $.Con; Kc $.Value; Kc $.Ref(); Ks $.Value.Con; Kx $.Value.Con; Child $.First; "
            + "Cd $[\"k\"]; Ca Do.First($); Pair $.More[0]; C $.Stamped; Own $.Con; Own $.Kept; Own $.Got; Ll $[0][0]; Cj $[0][0]; Cm $[\"k\"][0]; Hider $.Kept",
        "t: C $.Image; C $.Image; C $.Name; P $.Spec.Containers[0].Image; P $.Metadata.Name; M $.Name; E $.Value; Ts $[0]; Tl $[^1]; Ta $[0]; Own $.Text; "
            + "Own $.Set; D $[\"k\"]; Dd $[\"k\"]; M $.Labels[\"k\"]; =Tc $.Text; =Tr $.Repo; =Tx $.Part.Repo; Xa $[0].Text; Box $.Text; Box $.Slot; Box $.Image; "
            + "Box $.Trimmed; Box $.Con.Image; Pair $.Text; Pair $.Labels[\"k\"]; =Spot $.Text; =Spot $.Image; Sa $[0].Text; =Dot $.Text; Kt $.Value; Kt $.Ref(); "
            + "Ks $.Value.Text; Ks $.Ref().Text; Kx $.Value.Text; Kx $.Ref().Text; Shape $.Text; Sum $.Text; Ta Do.First($)",
        "P: =Tp $.First; =Tp $.Second",
        "n: Own $.N; Box $.N; =Tn $.Item2; =Tr $.N; =Tx $.Part.N; =Spot $.N; Sa $[0].N; =Dot $.N; Sum $.N; Copied $.N; Ks $.Value.N",
        "Cw: Cd $[\"x\"]; Cd $[\"y\"]; Cd $[\"k\"]",
        "tw: D $[\"x\"]; Dd $[\"y\"]; M $.Labels[\"x\"]; P $.Metadata.Labels[\"y\"]; Pair $.Labels[\"x\"]; C $.ImagePullPolicy; P $.Metadata.NamespaceProperty; "
            + "S $.ServiceAccountName; P $.Spec.ServiceAccountName",
        "S: P $.Spec",
        "M: P $.Metadata",
        "Cs: S $.Containers; P $.Spec.Containers",
        "D: M $.Labels; P $.Metadata.Labels; =Td $.Left; =Td $.Right",
        "Tr: =Tx $.Part",
        "Tc: Xa $[0]; Kx $.Value; Xl $[0]",
        "Spot: Ks $.Value; Sa $[0]",
        "Cl: Ll $[0]; Cm $[\"k\"]",
        "Ca: Cj $[0]",
        "Ac: Box $.Hook");

    /// <summary>Places that a reference can refer to.</summary>
    public static readonly ILookup<string, (string Root, string Template)> Referable = Table(
        "C: Own $.Con; Ca $[0]; Ca $[^1]; Box $.Con; =Tc $.Con; =Tn $.Item1; =Tx $.Con; Xa $[0].Con; =Spot $.Con; Sa $[0].Con; Kc $.Value; Kc $.Ref(); "
            + "Ks $.Value.Con; Kx $.Value.Con; Child $.First; Ca Do.First($); Cj $[0][0]; Ca Do.Slot($, 1)",
        "t: Own $.Text; Ta $[0]; Box $.Slot; =Tc $.Text; =Tr $.Repo; =Tx $.Part.Repo; Xa $[0].Text; =Spot $.Text; Sa $[0].Text; Kt $.Value; Kt $.Ref(); "
            + "Ks $.Value.Text; Kx $.Value.Text; Shape $.Text; Sum $.Text",
        "n: Box $.N; =Tn $.Item2; =Tr $.N; =Tx $.Part.N; =Spot $.N; Sa $[0].N; Sum $.N; Ks $.Value.N",
        "Tc: Xa $[0]; Kx $.Value",
        "Tr: =Tx $.Part",
        "Spot: Ks $.Value; Sa $[0]",
        "Ac: Box $.Hook");

    private static readonly Dictionary<(bool IsPlace, string Type), HashSet<string>> Reaching = [];

    /// <summary>The types of variables that have something of a type in them, or a place for it.</summary>
    public static IReadOnlySet<string> Roots(bool isPlace, string type)
    {
        lock (Reaching)
        {
            if (Reaching.TryGetValue((isPlace, type), out var known))
            {
                return known;
            }

            var roots = new HashSet<string>(isPlace ? Places[type].Concat(Referable[type]).Select(p => p.Root.TrimStart('=')) : [type]);
            for (var depth = 0; depth < 2; depth++)
            {
                roots.UnionWith([.. roots.SelectMany(r => Paths[r]).Select(p => p.Root)]);
            }

            return Reaching[(isPlace, type)] = roots;
        }
    }

    private static ILookup<string, (string Root, string Template)> Table(params string[] lines) => lines
        .SelectMany(l => l[(l.IndexOf(':') + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => (Type: l[..l.IndexOf(':')], Path: p)))
        .ToLookup(p => p.Type, p => (p.Path[..p.Path.IndexOf(' ')], p.Path[(p.Path.IndexOf(' ') + 1)..]));
}
