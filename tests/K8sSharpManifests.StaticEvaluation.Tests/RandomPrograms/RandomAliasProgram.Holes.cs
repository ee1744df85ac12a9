namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>How the holes of templates are filled.</summary>
internal sealed partial class RandomAliasProgram
{
    private string Statements(int most)
    {
        var mark = _scope.Count;
        var code = string.Join(" ", Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => Statement()));

        // What a function's body declares is in scope for what it returns; a block's is not beyond it.
        if (_nesting > 0)
        {
            _scope.RemoveRange(mark, _scope.Count - mark);
        }

        return code;
    }

    private string Statement()
    {
        _budget--;
        var template = Choose(RandomAliasLanguage.Statements);
        var code = "";
        foreach (var (_, type) in template.Needs.Where(n => !IsThere(n)))
        {
            // What is made only to be changed where it stands shows nothing: it gets a name first.
            var known = type[^1] == 'w' ? type[..^1] : type;
            code += Expand(RandomAliasLanguage.Declare(One(RandomAliasLanguage.Owners(known)))) + " ";
        }

        return code + Expand(template);
    }

    private AliasTemplate Choose(IReadOnlyList<AliasTemplate> templates)
    {
        var allowed = templates.Where((t, i) => i == 0 || (IsAllowed(t) && !_isMuted(t.Text))).ToList();

        if (allowed.Where(t => t.Needs.All(IsThere)).ToList() is { Count: > 0 } fitting && Chance(0.95))
        {
            allowed = fitting;
        }

        var number = _random.Next(allowed.Sum(t => t.Weight));
        return allowed.First(t => (number -= t.Weight) < 0);
    }

    private bool IsThere((bool IsPlace, string Type) need)
    {
        var roots = RandomAliasLanguage.Roots(need.IsPlace, need.Type);
        return (_hasStatics ? _scope.Concat(_statics) : _scope).Any(v => roots.Contains(v.Type) || (need.IsPlace && v.CanAssign && v.Type == need.Type));
    }

    private bool IsAllowed(AliasTemplate template) =>
        (_budget > 0 || !(template.HasBlock || template.HasHelper)) && (_nesting < 3 || !template.HasBlock) && (_function.Depth < 3 || !template.HasHelper)
        && (_hasCoin || !template.IsCoin) && (_hasUnknown || !template.IsUnknown) && (_hasShared || !template.IsShared) && !(_isLeaf && template.IsCall) && !(_isMakingOwn && template.HasOwn)
        && (_isInLoop || !template.IsLoop) && (_function.MayYield || !template.IsYield) && !(_function.IsIterator && template.NoIterator)
        && ((_function.IsOnce && !_isInLoop) || !template.IsOnce);

    private string Expand(AliasTemplate template)
    {
        var outer = (_scope, _function, _isLeaf, _isInLoop);
        if (template.IsLambda)
        {
            _scope = [.. _scope.Where(v => v.CanCapture)];
            _function = _function with { Returns = "void", IsIterator = false, MayYield = false, IsOnce = false };
            _isInLoop = false;
        }

        _isLeaf |= template.IsLeaf;
        _function = template.HasCatch ? _function with { MayYield = false } : _function;
        var mark = _scope.Count;
        var names = new string?[6];
        var (pending, later) = (new List<Variable>(), new List<Variable>());
        var code = Hole.Replace(template.Text, match => Fill(match.Groups[1].Value));
        _scope.RemoveRange(mark, _scope.Count - mark);
        (_scope, _function, _isLeaf, _isInLoop) = outer;
        _scope.AddRange(later);
        return code;

        string Fill(string hole)
        {
            var (kind, rest) = (hole[0], hole[1..]);
            switch (kind)
            {
                case >= '0' and <= '9':
                    return names[kind - '0']!;
                case '\'':
                    return $"\"{One(Words)}\"";
                case 'w' when rest == "ord":
                    return One("one", "two", "three");
                case 'd' when rest == "igit":
                    return _random.Next(1, 9).ToString(System.Globalization.CultureInfo.InvariantCulture);
                case ',':
                    _scope.AddRange(pending);
                    pending.Clear();
                    return "";
                case '.':
                    _scope.RemoveRange(mark, _scope.Count - mark);
                    return "";
                case '+' or '-' or '*' or '!' or '&' or '?':
                    var (type, number) = (rest[..rest.IndexOf(' ')], rest[^1] - '0');
                    (kind is '!' or '&' or '?' ? pending : later).Add(new(names[number] ??= Fresh(type), type, kind is '+' or '*' or '&' or '?', kind is not ('*' or '?')));
                    return names[number]!;
                case ':':
                    return TypeName(rest);
                case '#':
                    _scope.AddRange(pending);
                    pending.Clear();
                    return rest is "" or "loop" or "finally" ? Block(rest) : Body(rest);
                case '$':
                    return Existing(rest);
                case '>':
                    var wasLeaf = _isLeaf;
                    _isLeaf = false;
                    var target = Existing(rest);
                    _isLeaf = wasLeaf;
                    return target;
                case '=':
                    return Place(rest, isReferable: false);
                case '~':
                    return Place(rest, isReferable: true);
                case '%':
                    return Static(rest);
                case '@':
                    return Helper(rest);
                case '^':
                    return _function.Returns switch { "none" => _isInLoop ? "continue;" : ";", "void" => "return;", _ when _function.IsIterator => "yield break;", var returns => $"return {Expression(returns)};" };
                default:
                    return Expression(hole);
            }
        }
    }

    private string Block(string kind)
    {
        var outer = (_function, _isInLoop, _depth);
        _isInLoop = kind switch { "loop" => true, "finally" => false, _ => _isInLoop };
        _function = kind == "finally" ? _function with { Returns = "none", MayYield = false } : _function;
        _depth = Math.Min(_depth, 1);
        _nesting++;
        var code = Statements(_nesting > 1 ? 2 : 3);
        _nesting--;
        (_function, _isInLoop, _depth) = outer;
        return code;
    }

    /// <summary>The body of a function, with what it returns at its end.</summary>
    private string Body(string returns)
    {
        var outer = (_function, _isInLoop, _nesting, _depth);
        (_function, _isInLoop, _nesting, _depth) = (new(returns, returns == "yield", _function.Depth + 1, MayYield: returns == "yield"), false, Math.Max(1, _nesting), Math.Min(_depth, 2));
        var mark = _scope.Count;

        // The nesting says that the block ends with its statements, but here the value follows that they made.
        var code = string.Join(" ", Enumerable.Range(0, _random.Next(1, _function.Depth > 1 ? 3 : 4)).Select(_ => Statement()));
        code += returns switch { "void" or "none" => "", "yield" => $" yield return {Expression("C")};", _ => $" return {Expression(returns)};" };
        _scope.RemoveRange(mark, _scope.Count - mark);
        (_function, _isInLoop, _nesting, _depth) = outer;
        return code;
    }

    /// <summary>The name of a static method with a signature: what it returns, then its parameters.</summary>
    private string Helper(string signature)
    {
        var known = _helpers.Where(h => h.Signature == signature && (h.IsLeaf || !_isLeaf)).ToList();
        if (known.Count > 0 && Chance(0.5))
        {
            return One(known).Name;
        }

        var parts = signature.Split('|');
        var outer = (_scope, _nesting, _isInLoop);
        (_scope, _nesting, _isInLoop) = ([], 0, false);
        var (parameters, first) = (new List<string>(), "");
        foreach (var part in parts[1..].Where(p => p.Length > 0))
        {
            var words = part.Split(' ');
            var (passing, type) = words.Length > 1 ? (words[0], words[1]) : ("", words[0]);
            var name = Fresh(type);
            if (passing == "out")
            {
                first += $"{name} = {Expression(type)}; ";
            }

            parameters.Add($"{passing} {TypeName(type)} {name}".TrimStart());
            _scope.Add(new(name, type, passing != "in" && !RandomAliasLanguage.Fixed.Contains(type), passing is "" or "this"));
        }

        var body = Body(parts[0] == "it" ? "yield" : parts[0]);
        (_scope, _nesting, _isInLoop) = outer;
        var returns = parts[0] switch { "void" => "void", "it" => "IEnumerable<V1Container>", var type => TypeName(type) };
        var helper = $"H{_names++}";
        _members.Add($"private static {returns} {helper}({string.Join(", ", parameters)}) {{ {first}{body} }}");
        _helpers.Add((signature, helper, _isLeaf));
        return helper;
    }
}
