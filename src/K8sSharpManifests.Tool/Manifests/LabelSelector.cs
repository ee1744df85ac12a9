using System.Globalization;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tool.Manifests;

/// <summary>A label selector, as <c>kubectl -l</c> takes it: <c>app=web,tier!=test,env in (prod, staging),!canary,weight&gt;10</c>.</summary>
/// <remarks>The grammar and what a requirement matches are those of Parse and Requirement.Matches in labels/selector.go (k8s.io/apimachinery).</remarks>
internal sealed class LabelSelector
{
    private const string Separators = ",()";

    private readonly List<Requirement> _requirements = [];

    private LabelSelector()
    {
    }

    private enum Operator
    {
        Exists,
        DoesNotExist,
        In,
        NotIn,
        GreaterThan,
        LessThan,
    }

    /// <summary>Reads a selector.</summary>
    /// <param name="text">The text; one without any requirement selects everything.</param>
    /// <returns>The selector.</returns>
    /// <exception cref="FormatException">It is none; the message says why, to follow the text.</exception>
    public static LabelSelector Parse(string text)
    {
        var selector = new LabelSelector();
        var tokens = new Tokens(text);
        while (tokens.Next.Length > 0)
        {
            selector._requirements.Add(Read(tokens));
            if (tokens.Next.Length > 0)
            {
                tokens.Take(",");
                _ = tokens.Next.Length > 0 ? true : throw new FormatException("a label is missing after the last comma");
            }
        }

        return selector;
    }

    /// <summary>Whether it selects what has some labels.</summary>
    /// <param name="labelOf">The value of a label; null where there is none.</param>
    public bool Matches(Func<string, string?> labelOf) => _requirements.TrueForAll(requirement => Matches(requirement, labelOf(requirement.Key)));

    // As upstream, what has no such label is not in a set, too.
    private static bool Matches(Requirement requirement, string? value) => requirement.Operator switch
    {
        Operator.Exists => value is not null,
        Operator.DoesNotExist => value is null,
        Operator.In => value is not null && requirement.Values.Contains(value),
        Operator.NotIn => value is null || !requirement.Values.Contains(value),
        Operator.GreaterThan => Number(value) > Number(requirement.Values[0]),
        _ => Number(value) < Number(requirement.Values[0]),
    };

    private static Requirement Read(Tokens tokens)
    {
        if (tokens.Next == "!")
        {
            tokens.Take("!");
            return new(Key(tokens), Operator.DoesNotExist, []);
        }

        var key = Key(tokens);
        switch (tokens.Next)
        {
            case "" or ",":
                return new(key, Operator.Exists, []);
            case "=" or "==":
                tokens.Take(tokens.Next);
                return new(key, Operator.In, [Value(tokens)]);
            case "!=":
                tokens.Take("!=");
                return new(key, Operator.NotIn, [Value(tokens)]);
            case "in" or "notin":
                var isIn = tokens.Take(tokens.Next) == "in";
                return new(key, isIn ? Operator.In : Operator.NotIn, Values(tokens));
            case ">" or "<":
                var isGreater = tokens.Take(tokens.Next) == ">";
                var value = Value(tokens);
                return Number(value) is null ? throw new FormatException($"'{value}' is no whole number, which '>' and '<' compare")
                    : new(key, isGreater ? Operator.GreaterThan : Operator.LessThan, [value]);
            default:
                throw new FormatException($"after '{key}' comes '{tokens.Next}', and should come =, ==, !=, in (…), notin (…), > or <, or a comma");
        }
    }

    private static string Key(Tokens tokens)
    {
        var key = tokens.Take();
        return MetadataSyntax.IsLabelKey(key) ? key : throw new FormatException(key.Length == 0 ? "a label is missing" : $"'{key}' cannot be the name of a label");
    }

    private static string Value(Tokens tokens)
    {
        var value = tokens.Next is "" or "," ? "" : tokens.Take();
        return Checked(value);
    }

    private static List<string> Values(Tokens tokens)
    {
        tokens.Take("(");
        var values = new List<string>();
        while (true)
        {
            values.Add(Checked(tokens.Next is "," or ")" ? "" : tokens.Take()));
            if (tokens.Next != ",")
            {
                break;
            }

            tokens.Take(",");
        }

        tokens.Take(")");
        return values;
    }

    private static string Checked(string value) => MetadataSyntax.IsLabelValue(value) ? value : throw new FormatException($"'{value}' cannot be the value of a label");

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record Requirement(string Key, Operator Operator, IReadOnlyList<string> Values);

    private sealed class Tokens
    {
        private const string Symbols = "=!<>";

        private readonly string _text;
        private int _position;

        public Tokens(string text)
        {
            _text = text;
            Advance();
        }

        /// <summary>The next token; empty at the end.</summary>
        public string Next { get; private set; } = "";

        public string Take()
        {
            var token = Next;
            Advance();
            return token;
        }

        public string Take(string expected) =>
            Next == expected ? Take() : throw new FormatException(Next.Length == 0 ? $"'{expected}' is missing at its end" : $"'{Next}' stands where '{expected}' should");

        private void Advance()
        {
            while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
            {
                _position++;
            }

            var start = _position;
            if (start < _text.Length)
            {
                var c = _text[_position++];
                if (Symbols.Contains(c, StringComparison.Ordinal))
                {
                    // '!' before a label, '!=' and '==' before a value.
                    _position += c is '=' or '!' && _position < _text.Length && _text[_position] == '=' ? 1 : 0;
                }
                else if (!Separators.Contains(c, StringComparison.Ordinal))
                {
                    while (_position < _text.Length && !char.IsWhiteSpace(_text[_position]) && !Symbols.Contains(_text[_position], StringComparison.Ordinal) && !Separators.Contains(_text[_position], StringComparison.Ordinal))
                    {
                        _position++;
                    }
                }
            }

            Next = _text[start.._position];
        }
    }
}
