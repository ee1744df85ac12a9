using System.Globalization;

namespace K8sSharpManifests.Core.Rules.Validity.Cel;

/// <summary>Reads an expression of CEL.</summary>
/// <remarks>Source: the CEL specification's grammar and cel-go's parser/gen/CEL.g4 and parser/parser.go (reservedIds).</remarks>
internal sealed partial class CelParser
{
    // No expression that somebody wrote is nearly that deep. Whether the server takes a deeper one is left to it.
    private const int MaxDepth = 60;

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    };

    private static readonly string[] Comparisons = ["<", "<=", ">=", ">", "==", "!="];

    private readonly List<CelToken> _tokens;
    private int _at;
    private int _depth;

    private CelParser(List<CelToken> tokens) => _tokens = tokens;

    /// <summary>What is wrong; null for nothing.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether CEL keeps a word for itself.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);

    private bool IsTooDeep { get; set; }

    private CelToken Here => _tokens[_at];

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="fault">What is wrong with it; null for nothing.</param>
    /// <returns>The expression; null where something is wrong, or where it is too deep to tell.</returns>
    public static CelNode? Parse(string text, out string? fault)
    {
        var lexer = new CelLexer(text);
        var tokens = lexer.Tokens();
        if (lexer.Fault is not null)
        {
            fault = lexer.Fault;
            return null;
        }

        var parser = new CelParser(tokens);
        var node = parser.Expression();
        if (parser.Fault is null && parser.Here.Kind != CelTokenKind.End)
        {
            parser.Unexpected();
        }

        fault = parser.IsTooDeep ? null : parser.Fault;
        return parser.IsTooDeep || parser.Fault is not null ? null : node;
    }

    private CelNode Expression()
    {
        if (++_depth > MaxDepth)
        {
            IsTooDeep = true;
            return Fail("it is too deep");
        }

        var node = Binary(0);
        if (Takes("?"))
        {
            var ifTrue = Binary(0);
            Expect(":");
            node = new CelChoice(node, ifTrue, Expression());
        }

        _depth--;
        return node;
    }

    private CelNode Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (Fault is null && OperatorOf(level) is { } op)
        {
            _at++;
            left = new CelOperation(op, left, Binary(level + 1));
        }

        return left;
    }

    private string? OperatorOf(int level) =>
        Here.Kind == CelTokenKind.Operator && Array.IndexOf(Levels[level], Here.Text) >= 0 ? Here.Text
        : ReferenceEquals(Levels[level], Comparisons) && Here is { Kind: CelTokenKind.Name, Text: "in" } ? "in"
        : null;

    private CelNode Unary()
    {
        if (Here.Is("!") || Here.Is("-"))
        {
            var op = Here.Text;
            if (++_depth > MaxDepth)
            {
                IsTooDeep = true;
                return Fail("it is too deep");
            }

            _at++;
            var isNumber = Here.Kind is CelTokenKind.Int or CelTokenKind.Double;

            // '!' and '-' do not stand before each other.
            var operand = Here.Is(op == "!" ? "-" : "!") ? op == "!" ? Unary() : Unexpected() : Unary();
            _depth--;
            return op == "-" && isNumber && operand is CelLiteral number ? number with { Written = "-" + number.Written } : new CelOperation(op, operand, null);
        }

        return Member(Primary());
    }

    private CelNode Member(CelNode node)
    {
        while (Fault is null)
        {
            if (Takes("."))
            {
                var isOptional = Takes("?");
                if (Here.Kind is not (CelTokenKind.Name or CelTokenKind.QuotedName) || Here.Text is "in" or "true" or "false" or "null")
                {
                    return Unexpected();
                }

                var (name, isQuoted) = (Here.Text, Here.Kind == CelTokenKind.QuotedName);
                _at++;
                node = !isOptional && !isQuoted && Takes("(") ? new CelCall(node, name, Arguments(")"))
                    : !isOptional && Here.Is("{") && IsTypeName(node) ? Object(new CelSelect(node, name, false, isQuoted))
                    : new CelSelect(node, name, isOptional, isQuoted);
            }
            else if (Takes("["))
            {
                var isOptional = Takes("?");
                var key = Expression();
                Expect("]");
                node = new CelIndex(node, key, isOptional);
            }
            else
            {
                break;
            }
        }

        return node;
    }

    private static bool IsTypeName(CelNode node) => node is CelName || (node is CelSelect { IsOptional: false } select && IsTypeName(select.Of));

    private CelNode Primary()
    {
        var token = Here;
        switch (token.Kind)
        {
            case CelTokenKind.Name when token.Text is "true" or "false":
                return Literal(CelType.Bool);
            case CelTokenKind.Name when token.Text == "null":
                return Literal(CelType.Null);
            case CelTokenKind.Name:
                return Named();
            case CelTokenKind.Int:
                return IsTooLarge(token.Text) ? Fail($"{token.Text} is too large a number") : Literal(CelType.Int);
            case CelTokenKind.Uint:
                return Literal(CelType.Uint);
            case CelTokenKind.Double:
                return Literal(CelType.Double);
            case CelTokenKind.String:
                return Literal(CelType.String);
            case CelTokenKind.Bytes:
                return Literal(CelType.Bytes);
        }

        if (Takes("."))
        {
            return Here.Kind == CelTokenKind.Name ? Named() : Unexpected();
        }

        if (Takes("("))
        {
            var inner = Expression();
            Expect(")");
            return inner;
        }

        return Takes("[") ? new CelList(Arguments("]", mayEndWithComma: true)) : Takes("{") ? Map() : Unexpected();
    }

    private CelNode Named()
    {
        var name = Here.Text;
        if (Reserved.Contains(name))
        {
            return name == "in" ? Unexpected() : Fail($"'{name}' is a word that CEL keeps for itself");
        }

        _at++;
        return Takes("(") ? new CelCall(null, name, Arguments(")")) : Here.Is("{") ? Object(new CelName(name)) : new CelName(name);
    }

    private CelNode Literal(CelType type)
    {
        return new CelLiteral(type, _tokens[_at++].Text);
    }

    // The least number of 64 bits has no positive of its own.
    private static bool IsTooLarge(string text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text.Substring(2).TrimStart('0').Length > 16
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number > 1UL << 63 : true;

    private bool Takes(string op)
    {
        if (!Here.Is(op))
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string op)
    {
        if (!Takes(op) && Fault is null)
        {
            Fail(Here.Kind == CelTokenKind.End ? $"a '{op}' is missing at its end" : $"a '{op}' is missing before '{Here.Text}'");
        }
    }

    private CelNode Unexpected() => Fail(Here.Kind == CelTokenKind.End ? "something is missing at its end" : $"'{Here.Text}' cannot stand where it does");

    private CelNode Fail(string fault)
    {
        Fault ??= fault;
        return new CelLiteral(CelType.Unsure, "");
    }

    private static readonly string[][] Levels = [["||"], ["&&"], Comparisons, ["+", "-"], ["*", "/", "%"]];
}
