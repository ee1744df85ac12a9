namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>A program's own class: whatever runs without a call that one sees has made-up code in it.</summary>
internal sealed partial class RandomAliasProgram
{
    private static readonly Variable[] Fields = [new("Con", "C"), new("Text", "t"), new("N", "n")];
    private static readonly Variable Value = new("value", "C");
    private static readonly Variable Given = new("given", "C");

    private string? _own;
    private bool _isMakingOwn;

    /// <summary>A type's name in code.</summary>
    private string TypeName(string type) => type == "Own" ? _own ??= AddOwn() : RandomAliasLanguage.Types[type];

    private string AddOwn()
    {
        var outer = (_scope, _function, _isLeaf, _isInLoop, _nesting, _depth);

        // It is used where a delegate may be held, so it calls none.
        (_function, _isLeaf, _isInLoop, _nesting, _depth, _isMakingOwn) = (new("void", IsIterator: false, Depth: 1), true, false, 1, 1, true);
        _scope = [new("con", "C", CanAssign: false), new("text", "t", CanAssign: false)];
        var name = $"Own{_names++}";
        var kept = Expression("C");
        var parent = Chance(0.5) ? $"Parent{name}" : null;
        var code = string.Join(" ", OwnMembers(name).OrderBy(_ => _random.Next()).Take(_random.Next(4, 10)).Prepend($"public V1Container Kept {{ get; set; }} = {kept};"));
        code += parent is null ? $" public void Run(V1Container given) {{ {In("void", Given)} }}" : $" protected override void Touch(V1Container given) {{ {In("void", Given)} }}";
        foreach (var (member, plain) in Plain(name).Where(p => !code.Contains(p.Member, StringComparison.Ordinal)))
        {
            code += $" {plain}";
        }

        _members.Add($"private sealed class {name}(V1Container con, string text) : {(parent is null ? "" : $"{parent}(con), ")}IEnumerable<V1Container>, IDisposable "
            + $"{{ public V1Container Con = con; public string Text = text; public int N; {code} "
            + "System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }");
        if (parent is not null)
        {
            _scope = [Given];
            _members.Add($"private abstract class {parent} {{ protected {parent}(V1Container given) {{ {Body("void")} Touch(given); }} "
                + $"public void Run(V1Container given) {{ {In("void", [Given], isInstance: false)} Touch(given); }} protected abstract void Touch(V1Container given); }}");
        }

        (_scope, _function, _isLeaf, _isInLoop, _nesting, _depth) = outer;
        _isMakingOwn = false;
        return name;
    }

    /// <summary>The members that every such class has, where none with made-up code stands for it.</summary>
    private static IEnumerable<(string Member, string Plain)> Plain(string name) =>
    [
        (" GetEnumerator()", "public IEnumerator<V1Container> GetEnumerator() { yield return Con; }"),
        (" Dispose()", "public void Dispose() => N++;"),
        (" Add(V1Container given)", "public void Add(V1Container given) => Con = given;"),
        (" Got {", "public V1Container Got { get => Con; set => Con = value; }"),
        (" Set {", "public string Set { get; set; } = \"unset\";"),
        (" Deconstruct(", "public void Deconstruct(out V1Container con, out string text) { con = Con; text = Text; }"),
        (" operator +", $"public static {name} operator +({name} own, V1Container given) {{ own.Con = given; return own; }}"),
        (" implicit ", $"public static implicit operator V1Container({name} own) => own.Con;"),
        (" this[", "public V1Container this[int index] => Con;"),
    ];

    private IEnumerable<string> OwnMembers(string name)
    {
        Variable[] own = [.. Fields.Select(f => f with { Name = $"own.{f.Name}" }), Given];
        yield return $"public V1Container Got {{ get {{ {In("C")} }} set {{ {In("void", Value)} }} }}";
        yield return $"public string Set {{ get; set {{ {In("void", Value with { Type = "t" })} field = value + \"-set\"; }} }} = \"unset\";";
        yield return $"public void Deconstruct(out V1Container con, out string text) {{ con = Con; text = Text; {In("void")} con = Con; text = Text; }}";
        yield return $"public override string ToString() {{ {In("t")} }}";
        yield return $"public void Dispose() {{ {In("void")} }}";
        yield return $"public void Add(V1Container given) {{ {In("void", Given)} }}";
        yield return $"public IEnumerator<V1Container> GetEnumerator() {{ {In("yield")} }}";
        yield return $"public static {name} operator +({name} own, V1Container given) {{ {In("none", own, isInstance: false)} return own; }}";
        yield return $"public static implicit operator V1Container({name} own) {{ {In("C", own[..3], isInstance: false)} }}";
        yield return $"public V1Container this[int index] {{ get {{ {In("C", Given with { Name = "index", Type = "n" })} }} }}";
    }

    /// <summary>A body where some variables are in scope, and the fields of the object unless it is static.</summary>
    private string In(string returns, params Variable[] variables) => In(returns, variables, isInstance: true);

    private string In(string returns, Variable[] variables, bool isInstance)
    {
        _scope = [.. isInstance ? Fields : [], .. variables];
        return Body(returns);
    }
}
