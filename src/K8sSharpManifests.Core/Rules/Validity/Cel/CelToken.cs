namespace K8sSharpManifests.Core.Rules.Validity.Cel;

/// <summary>What sort of word a text of CEL has.</summary>
internal enum CelTokenKind
{
    End,
    Name,
    QuotedName,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    Operator,
}

/// <summary>A word of a text of CEL.</summary>
/// <param name="Kind">What sort it is.</param>
/// <param name="Text">How it is written.</param>
internal readonly record struct CelToken(CelTokenKind Kind, string Text)
{
    public bool Is(string text) => Kind == CelTokenKind.Operator && Text == text;
}
