using System.Globalization;
using System.Text.RegularExpressions;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>
/// A class with [Manifest] members that share parts under many names and change them, made up at random of code templates. A template is C# with typed
/// holes; what fills a hole is in scope there and has its type, so every program compiles. See <see cref="RandomAliasLanguage"/> for the templates.
/// </summary>
internal sealed partial class RandomAliasProgram
{
    private const int MaximalDepth = 3;

    private static readonly string[] Words =
        ["alpha", "nginx:1.0", "nginx:1.27", "redis:7.2", "nginx:latest", "Always", "IfNotPresent", "gamma", "delta", "ghcr.io/x/y:main", "omega"];

    private readonly Random _random;
    private readonly Func<string, bool> _isMuted;
    private readonly List<string> _members = [];
    private readonly List<string> _below = [];
    private readonly List<Variable> _statics = [];
    private readonly List<(string Signature, string Name, bool IsLeaf)> _helpers = [];
    private readonly bool _hasStatics;
    private readonly bool _hasCoin;
    private readonly bool _hasUnknown;
    private readonly bool _hasShared;
    private Function _function = new("void", IsIterator: false, Depth: 0);
    private List<Variable> _scope = [];
    private int _names;
    private int _depth;
    private int _nesting;
    private int _budget;
    private bool _isLeaf;
    private bool _isInLoop;

    /// <summary>Makes a program.</summary>
    /// <param name="seed">What decides everything in it.</param>
    /// <param name="number">What its name has in it.</param>
    /// <param name="isMuted">The templates that it does not use: programs that have everything have little of each.</param>
    public RandomAliasProgram(int seed, int number, Func<string, bool> isMuted)
    {
        _random = new(seed);
        Name = $"P{number.ToString(CultureInfo.InvariantCulture)}";
        var mute = _random.Next();
        var share = _random.NextDouble() * 0.8;
        _isMuted = text => isMuted(text) || Hash(text, mute) < share;
        _hasStatics = Chance(0.4);
        _hasCoin = Chance(0.1);
        _hasUnknown = Chance(0.1);
        _hasShared = Chance(0.25);
        Count = _hasStatics ? _random.Next(1, 5) : 1;
        for (var i = 0; i < Count; i++)
        {
            AddManifest($"Value{i}");
        }

        Code = $"public static class {Name}\n{{\n{string.Join("\n", _members.Concat(_below).Select(m => "    " + m))}\n}}\n";
    }

    public string Name { get; }

    /// <summary>How many [Manifest] members it has.</summary>
    public int Count { get; }

    public string Code { get; }

    /// <summary>Whether it tosses no coin and calls no unknown code.</summary>
    public bool IsKnowable => !Code.Contains("Toss.", StringComparison.Ordinal) && !Code.Contains("Unknown.", StringComparison.Ordinal);

    /// <summary>Whether there is, besides, nothing that members change for each other.</summary>
    public bool IsClosed => IsKnowable && _statics.Count == 0 && !Code.Contains("Registry.", StringComparison.Ordinal) && !Code.Contains("Makers.", StringComparison.Ordinal);

    /// <summary>A number from 0 to 1 that a text has with a seed, in every process the same.</summary>
    public static double Hash(string text, int seed)
    {
        var hash = 2166136261u ^ (uint)seed;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 16777619;
        }

        hash ^= hash >> 15;
        hash *= 2246822519;
        return ((hash ^ (hash >> 13)) & 0xffffff) / (double)0x1000000;
    }

    private bool Chance(double chance) => _random.NextDouble() < chance;

    private T One<T>(params IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    private string Fresh(string type) => $"{char.ToLowerInvariant(type[0])}{(_names++).ToString(CultureInfo.InvariantCulture)}";

    private void AddManifest(string name)
    {
        var size = _random.Next(1, 5);
        _budget = size * 18;
        _function = new("P", IsIterator: false, Depth: 0, IsOnce: true);
        _scope = [];
        switch (_random.Next(_hasStatics ? 10 : 8))
        {
            case 0:
                _members.Add($"[Manifest] public static V1Pod {name} {{ get {{ {Beginning()}{Statements(size * 2)} return {Result()}; }} }}");
                break;
            case 1:
                _members.Add($"[Manifest] public static V1Pod {name} => {Expression("P")};");
                break;
            case 2:
                _function = _function with { Returns = "none" };
                _members.Add($"[Manifest] public static V1Pod[] {name}() {{ {Beginning()}{Statements(size * 2)} return [{Result()}, {Existing("P")}]; }}");
                break;
            case 3:
                _function = _function with { Returns = "none", IsIterator = true };
                _members.Add($"[Manifest] public static IEnumerable<IKubernetesObject> {name}() {{ {Beginning()}{Statements(size * 2)} yield return {Result()}; }}");
                break;
            case 4:
                _function = _function with { Returns = "Kd" };
                _members.Add($"[Manifest] public static V1Deployment {name}() {{ {Beginning()}{Statements(size * 2)} var shown = {Result()}; "
                    + $"return new V1Deployment {{ Metadata = shown.Metadata, Spec = new() {{ Template = new() {{ Metadata = {Existing("M")}, Spec = shown.Spec }} }} }}; }}");
                break;
            case 8:
                _members.Add($"[Manifest] public static readonly V1Pod {name} = {Expression("P")};");
                break;
            case 9:
                _members.Add($"[Manifest] public static V1Pod {name} {{ get; }} = {Expression("P")};");
                break;
            default:
                _members.Add($"[Manifest] public static V1Pod {name}() {{ {Beginning()}{Statements(size * 2)} return {Result()}; }}");
                break;
        }
    }

    /// <summary>A few things to share and to change.</summary>
    private string Beginning() => string.Concat(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Expand(RandomAliasLanguage.Declare(One(RandomAliasLanguage.Owners("C")))) + " "));

    /// <summary>What a member returns: mostly an object that shows what many variables hold, so that no wrong value stays hidden.</summary>
    private string Result()
    {
        if (Chance(0.25))
        {
            return Existing("P");
        }

        var (containers, annotations) = (new List<string>(), new List<string>());
        foreach (var variable in _scope.Concat(_statics.Where(_ => Chance(0.3))).OrderBy(_ => _random.Next()).Take(9))
        {
            if (RandomAliasLanguage.Shown.TryGetValue(variable.Type, out var shown))
            {
                containers.AddRange(shown.Containers.Select(s => s.Replace("@", variable.Name, StringComparison.Ordinal)));
                annotations.AddRange(shown.Texts.Select((s, i) => $"[\"{variable.Name}.{i}\"] = {s.Replace("@", variable.Name, StringComparison.Ordinal)}"));
            }
        }

        if (containers.Count == 0)
        {
            containers.Add(Existing("C"));
        }

        return $"new V1Pod {{ Metadata = new() {{ Name = \"shown\", Annotations = new Dictionary<string, string> {{ {string.Join(", ", annotations)} }}, Labels = {Existing("D")} }}, "
            + $"Spec = new() {{ Containers = [{string.Join(", ", containers)}] }} }}";
    }

    private string Expression(string type)
    {
        _depth++;
        _budget--;
        var code = _depth > MaximalDepth || _budget < 0
            ? (Chance(0.9) ? Path(type, 1) : null) ?? Expand(RandomAliasLanguage.Expressions[type][0])
            : Chance(0.55) && Path(type, 0) is { } path ? path : Expand(Choose(RandomAliasLanguage.Expressions[type]));
        _depth--;
        return code;
    }

    /// <summary>Something that has a name already, or is a part of what has one.</summary>
    private string Existing(string type) => Path(type, 0) ?? (_hasStatics && Chance(0.5) ? Static(type) : Expand(RandomAliasLanguage.Expressions[type][0]));

    private string? Path(string type, int depth)
    {
        var variables = Variables(type).ToList();
        if (_hasStatics && _depth < MaximalDepth && _budget > 0 && Chance(0.04) && !(type == "Own" && _isMakingOwn))
        {
            return Static(type);
        }

        return variables.Count > 0 && (depth > 2 || Chance(0.6)) ? One(variables).Name
            : depth > 2 ? null
            : FromRoot(RandomAliasLanguage.Paths, type, root => Path(root, depth + 1)) ?? (variables.Count > 0 ? One(variables).Name : null);
    }

    /// <summary>What can be assigned to, or what a reference can refer to.</summary>
    private string Place(string type, bool isReferable)
    {
        if (type[^1] == 'w')
        {
            // Places that hold nothing before.
            return FromRoot(RandomAliasLanguage.Places, type, root => Path(root, 1)) ?? Place(type[..^1], isReferable);
        }

        var variables = _scope.Concat(_statics).Where(v => v.Type == type && v.CanAssign).ToList();
        if (variables.Count > 0 && Chance(0.45))
        {
            return One(variables).Name;
        }

        var places = isReferable ? RandomAliasLanguage.Referable : RandomAliasLanguage.Places;
        return FromRoot(places, type, root => root[0] == '=' ? VariableOf(root[1..]) : Path(root, 1))
            ?? (variables.Count > 0 ? One(variables).Name
                : _hasStatics && Chance(0.5) ? Static(type, mustAssign: true)
                : $"new Cell<{TypeName(type)}>({Expand(RandomAliasLanguage.Expressions[type][0])}).Value");
    }

    private string? VariableOf(string type) => _scope.Concat(_statics).Where(v => v.Type == type && v.CanAssign).ToList() is { Count: > 0 } variables ? One(variables).Name : null;

    private string? FromRoot(ILookup<string, (string Root, string Template)> table, string type, Func<string, string?> find)
    {
        var reachable = table[type].Where(p => IsThere((IsPlace: false, p.Root.TrimStart('='))) && !_isMuted(p.Template)).ToList();
        foreach (var (root, template) in reachable.OrderBy(_ => _random.Next()).Take(4))
        {
            if (find(root) is { } found)
            {
                return template.Replace("$", found, StringComparison.Ordinal);
            }
        }

        return null;
    }

    /// <summary>Delegates in variables may call delegates; what is put where a delegate may find it later must not, or it could call itself without end.</summary>
    private IEnumerable<Variable> Variables(string type) => _isLeaf && RandomAliasLanguage.Delegates.Contains(type)
        ? []
        : _scope.Concat(Chance(0.3) ? _statics : []).Where(v => v.Type == type);

    private string Static(string type, bool mustAssign = false)
    {
        if (_statics.Where(s => s.Type == type && (s.CanAssign || !mustAssign)).ToList() is { Count: > 0 } known && Chance(0.7) && !(_isLeaf && RandomAliasLanguage.Delegates.Contains(type)))
        {
            return One(known).Name;
        }

        var isDelegate = RandomAliasLanguage.Delegates.Contains(type);
        var outer = (_scope, _function, _isLeaf, _isInLoop, _nesting);
        (_scope, _function, _isLeaf, _isInLoop, _nesting) = ([], new("void", IsIterator: false, _function.Depth + 1), _isLeaf || isDelegate, false, 2);
        var value = Expression(type);
        (_scope, _function, _isLeaf, _isInLoop, _nesting) = outer;
        var name = $"Kept{_names++}";
        var isReadonly = !mustAssign && (Chance(0.5) || RandomAliasLanguage.Fixed.Contains(type));
        var field = $"private static {(isReadonly ? "readonly " : "")}{TypeName(type)} {name} = {value};";

        // What is initialised below what reads it is null or 0 there.
        var isBelow = type is "t" or "n" && Chance(0.15);
        (isBelow ? _below : _members).Insert(isBelow ? _below.Count : StaticPlace(), field);
        _statics.Add(new(name, type, !isReadonly));
        return name;
    }

    private int StaticPlace() => _members.FindLastIndex(m => m.StartsWith("private static", StringComparison.Ordinal) && m.EndsWith(';')) + 1;

    private sealed record Variable(string Name, string Type, bool CanAssign = true, bool CanCapture = true);

    private sealed record Function(string Returns, bool IsIterator, int Depth, bool MayYield = false, bool IsOnce = false);

    [GeneratedRegex("«([^»]*)»")]
    private static partial Regex Hole { get; }
}
