namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>A program's own class: whatever runs without a call that one sees has made-up code in it.</summary>
internal sealed partial class RandomAliasProgram
{
    private static readonly Variable[] Fields = [new("Con", "C", CanAssign: true, CanCapture: true), new("Text", "t", CanAssign: true, CanCapture: true), new("N", "n", CanAssign: true, CanCapture: true)];
    private static readonly Variable Value = new("value", "C", CanAssign: true, CanCapture: true);
    private static readonly Variable Given = new("given", "C", CanAssign: true, CanCapture: true);

    private string? _own;
    private bool _isMakingOwn;

    /// <summary>A type's name in code.</summary>
    private string TypeName(string type) => type == "Own" ? _own ??= AddOwn() : RandomAliasLanguage.Types[type];

    private string AddOwn()
    {
        var outer = (_scope, _function, _isLeaf, _isInLoop, _nesting, _depth);

        // It is used where a delegate may be held, so it calls none.
        (_function, _isLeaf, _isInLoop, _nesting, _depth, _isMakingOwn) = (new("void", IsIterator: false, Depth: 1), true, false, 1, 1, true);
        _scope = [new("con", "C", CanAssign: false, CanCapture: true), new("text", "t", CanAssign: false, CanCapture: true)];
        var name = $"Own{_names++}";
        var kept = Expression("C");
        var parent = Chance(0.5) ? $"Parent{name}" : null;
        var code = string.Join(" ", OwnMembers(name).OrderBy(_ => _random.Next()).Take(_random.Next(4, 10)).Prepend($"public V1Container Kept {{ get; set; }} = {kept};"));
        var runs = parent is null ? $"public void Run(V1Container given) {{ {In("void", Given)} }}" : $"protected override void Touch(V1Container given) {{ {In("void", Given)} }}";
        _members.Add($"private sealed class {name}(V1Container con, string text) : {(parent is null ? "" : $"{parent}(con), ")}IEnumerable<V1Container>, IDisposable "
            + $"{{ public V1Container Con = con; public string Text = text; public int N; {code} {runs} "
            + $"{Required(code, "GetEnumerator", () => $"public IEnumerator<V1Container> GetEnumerator() {{ yield return Con; }}")} System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); "
            + $"{Required(code, "Dispose", () => "public void Dispose() => N++;")} {Required(code, "void Add", () => "public void Add(V1Container given) => Con = given;")} "
            + $"{Required(code, "Got ", () => "public V1Container Got { get => Con; set => Con = value; }")} {Required(code, "Set ", () => "public string Set { get; set; } = \"unset\";")} "
            + $"{Required(code, "Deconstruct", () => "public void Deconstruct(out V1Container con, out string text) { con = Con; text = Text; }")} {Required(code, "operator +", () => $"public static {name} operator +({name} own, V1Container given) {{ own.Con = given; return own; }}")} "
            + $"{Required(code, "implicit", () => $"public static implicit operator V1Container({name} own) => own.Con;")} {Required(code, "this[", () => "public V1Container this[int index] => Con;")} }}");
        if (parent is not null)
        {
            _scope = [Given];
            _members.Add($"private abstract class {parent} {{ protected {parent}(V1Container given) {{ {Body("void")} Touch(given); }} public void Run(V1Container given) {{ {In("void", [Given], isInstance: false)} Touch(given); }} protected abstract void Touch(V1Container given); }}");
        }

        (_scope, _function, _isLeaf, _isInLoop, _nesting, _depth) = outer;
        _isMakingOwn = false;
        return name;
    }

    private static string Required(string code, string member, Func<string> make) => code.Contains($" {member}", StringComparison.Ordinal) ? "" : make();

    private IEnumerable<string> OwnMembers(string name)
    {
        Variable[] own = [new("own.Con", "C", CanAssign: true, CanCapture: true), new("own.Text", "t", CanAssign: true, CanCapture: true), new("own.N", "n", CanAssign: true, CanCapture: true), Given];
        yield return $"public V1Container Got {{ get {{ {In("C")} }} set {{ {In("void", Value)} }} }}";
        yield return $"public string Set {{ get; set {{ {In("void", Value with { Type = "t" })} field = value + \"-set\"; }} }} = \"unset\";";
        yield return $"public void Deconstruct(out V1Container con, out string text) {{ con = Con; text = Text; {In("void")} con = Con; text = Text; }}";
        yield return $"public override string ToString() {{ {In("t")} }}";
        yield return $"public void Dispose() {{ {In("void")} }}";
        yield return $"public void Add(V1Container given) {{ {In("void", Given)} }}";
        yield return $"public IEnumerator<V1Container> GetEnumerator() {{ {In("yield")} }}";
        yield return $"public static {name} operator +({name} own, V1Container given) {{ {In("void", own, isInstance: false)} return own; }}";
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
