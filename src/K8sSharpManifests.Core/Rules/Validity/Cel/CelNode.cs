namespace K8sSharpManifests.Core.Rules.Validity.Cel;

/// <summary>A part of an expression of CEL.</summary>
internal abstract record CelNode;

/// <summary>A number, a text, true, false or null, and how it is written.</summary>
internal sealed record CelLiteral(CelType Type, string Written) : CelNode
{
    /// <summary>The text that it is; null for what is none, and where its escapes would have to be read.</summary>
    public string? PlainText
    {
        get
        {
            var isRaw = Written.Length > 0 && (Written[0] is 'r' or 'R');
            var start = isRaw ? 1 : 0;
            return Type.Kind != CelKind.String || (!isRaw && Written.IndexOf('\\') >= 0) || Written.Length < start + 2 || Written[start] == Written[start + 1] ? null : Written.Substring(start + 1, Written.Length - start - 2);
        }
    }
}

/// <summary>A name.</summary>
internal sealed record CelName(string Name) : CelNode;

/// <summary>A field of a value.</summary>
internal sealed record CelSelect(CelNode Of, string Field, bool IsOptional, bool IsQuoted) : CelNode;

/// <summary>An item of a list, or what a dictionary has under a key.</summary>
internal sealed record CelIndex(CelNode Of, CelNode Key, bool IsOptional) : CelNode;

/// <summary>A call of a function, or of one of a value.</summary>
internal sealed record CelCall(CelNode? Target, string Function, IReadOnlyList<CelNode> Arguments) : CelNode;

/// <summary>An operator with one or two operands.</summary>
internal sealed record CelOperation(string Operator, CelNode Left, CelNode? Right) : CelNode;

/// <summary>One of two values.</summary>
internal sealed record CelChoice(CelNode Condition, CelNode IfTrue, CelNode IfFalse) : CelNode;

/// <summary>An item of a list or a value of a dictionary or an object that is left out where it is none: <c>[?a]</c>.</summary>
internal sealed record CelOptionalItem(CelNode Value) : CelNode;

/// <summary>A list.</summary>
internal sealed record CelList(IReadOnlyList<CelNode> Items) : CelNode;

/// <summary>A dictionary.</summary>
internal sealed record CelMap(IReadOnlyList<KeyValuePair<CelNode, CelNode>> Entries) : CelNode;

/// <summary>An object of a type.</summary>
internal sealed record CelObject(CelNode Type, IReadOnlyList<CelNode> Values) : CelNode;
