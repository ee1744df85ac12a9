using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.Generators;

/// <summary>What a member emits, as far as the evaluator can prove it: all of it, or what stands in the way.</summary>
/// <param name="member">The member.</param>
/// <param name="environment">The environment that it is proved for; null where none is told apart.</param>
/// <param name="name">Where its name stands.</param>
/// <param name="hasSecrets">Whether Secrets may be compiled into the assembly.</param>
/// <param name="external">The object that the expression at a place declares to live elsewhere; null where it is none, or not known which.</param>
internal sealed class MemberProof(ManifestMember member, string? environment, Location name, bool hasSecrets, Func<Location, ExternalObjectPattern?> external)
{
    private readonly ManifestDefaults _defaults = member.Defaults(environment);
    private readonly List<ExternalObjectPattern> _external = [];
    private readonly List<string> _patched = [];
    private readonly StringBuilder _places = new();
    private int _documents;
    private readonly SyntaxTree? _file = name.SourceTree;
    private (int Line, int Column) _last = (member.Line, member.Column);
    private bool _isSecret;
    private bool _mayBeSecret;

    /// <summary>The YAML; empty where the member emits nothing; null where that is not proved.</summary>
    public string? Yaml { get; private set; }

    /// <summary>Whether what is not proved depends on nothing but what the build hands in.</summary>
    public bool IsOnlyInput { get; private set; }

    /// <summary>Where its values stand.</summary>
    public string Places => _places.ToString();

    /// <summary>The objects that live elsewhere.</summary>
    public IReadOnlyList<ExternalObjectPattern> External => _external;

    /// <summary>The fields that no type has, as the catalog has them.</summary>
    public IReadOnlyList<string> Patched => _patched;

    /// <summary>The expression in the way, on one line; empty where a Secret is.</summary>
    public string Gap => _isSecret ? "" : OneLine(Place, _mayBeSecret);

    /// <summary>Where that is.</summary>
    public Location Place { get; private set; } = name;

    /// <summary>Proves what the member emits from its value, as it was evaluated.</summary>
    public void Prove(Node value)
    {
        var writer = new YamlWriter();
        var isProved = value is not Sequence { IsOpen: true } || Stop(value);
        foreach (var item in value is Sequence sequence ? sequence.Items : [value])
        {
            isProved = isProved && Prove(item, value, writer);
        }

        Yaml = isProved ? Encoding.UTF8.GetString(writer.ToArray()) : null;
        IsOnlyInput = !isProved && IsInput(value);
    }

    private bool IsInput(Node node) => node switch
    {
        Unknown unknown => unknown.IsInput || (unknown.Origin is SourceOrigin { Location: var place } && external(place) is not null),
        Mapping mapping => !mapping.IsOpen && mapping.Entries.All(entry => IsInput(entry.Value)),
        Sequence sequence => !sequence.IsOpen && sequence.Items.All(IsInput),
        _ => true,
    };

    private bool Prove(Node item, Node around, YamlWriter writer)
    {
        if (item is Scalar { Kind: ScalarKind.Null })
        {
            return true;
        }

        if (item is Unknown { Origin: SourceOrigin { Location: var place } } && external(place) is { } pattern)
        {
            _external.Add(pattern with { Namespace = pattern.Namespace ?? member.Namespace(environment) });
            return true;
        }

        if (FirstGap(item, around) is { } gap)
        {
            // Nothing of a Secret gets into a log, nor a text of what may be one.
            _isSecret = item is Mapping { Type.Name: "V1Secret" };
            _mayBeSecret = item is not Mapping { Type: not null };
            return Stop(gap);
        }

        if (item is not Mapping root)
        {
            return Stop(item);
        }

        if (!hasSecrets && root["kind"].Is("Secret").IsTrue)
        {
            _isSecret = true;
            return Stop(root);
        }

        try
        {
            root = _defaults.Apply(root);
            writer.Append(root);
            ValuePlaces.Append(_places, root, PlaceOf, ref _last);
            _patched.AddRange(PatchedFields.Of(root).Select(field => FormattableString.Invariant($"{_documents} {field}")));
            _documents++;
            return true;
        }
        catch (YamlWriteException)
        {
            // What YAML cannot hold, the build says.
            return Stop(root);
        }
    }

    private (int Line, int Column)? PlaceOf(Node node)
    {
        if ((node.Origin as SourceOrigin)?.Location is not { SourceTree: { } tree } place || tree != _file)
        {
            return null;
        }

        var start = tree.GetText().Lines.GetLinePosition(place.SourceSpan.Start);
        return (start.Line + 1, start.Character + 1);
    }

    private bool Stop(Node gap)
    {
        Place = (gap.Origin as SourceOrigin)?.Location is { SourceTree: not null } place ? place : Place;
        return false;
    }

    /// <summary>What is not known in a tree, or the nearest around it that has a place; null where all is known. What is unknown goes before what may hold more.</summary>
    private static Node? FirstGap(Node node, Node around)
    {
        around = node.Origin is SourceOrigin ? node : around;
        switch (node)
        {
            case Unknown:
                return around;

            // What the models make of the text is another quantity, or an exception.
            case Scalar { IsQuantity: true } quantity when Quantity.IsRefused(quantity.Text):
                return around;
            case Mapping mapping:
                for (var i = 0; i < mapping.Entries.Count; i++)
                {
                    if (FirstGap(mapping.Entries[i].Value, around) is { } gap)
                    {
                        return gap;
                    }
                }

                return mapping.IsOpen ? around : null;
            case Sequence sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    if (FirstGap(sequence.Items[i], around) is { } gap)
                    {
                        return gap;
                    }
                }

                return sequence.IsOpen ? around : null;
            default:
                return null;
        }
    }

    private static IEnumerable<SyntaxToken> TextsIn(SyntaxNode node) => node.DescendantTokens()
        .Where(t => t.IsKind(SyntaxKind.StringLiteralToken) || t.IsKind(SyntaxKind.InterpolatedStringTextToken) || t.IsKind(SyntaxKind.SingleLineRawStringLiteralToken)
            || t.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) || t.IsKind(SyntaxKind.Utf8StringLiteralToken) || t.IsKind(SyntaxKind.CharacterLiteralToken));

    private static string OneLine(Location place, bool hidesTexts)
    {
        const int most = 120;
        var code = place.SourceTree?.GetText().ToString(place.SourceSpan) ?? "";
        foreach (var text in hidesTexts && place.SourceTree is { } tree ? TextsIn(tree.GetRoot().FindNode(place.SourceSpan)).Where(t => place.SourceSpan.Contains(t.Span)).Reverse() : [])
        {
            code = code.Remove(text.SpanStart - place.SourceSpan.Start, text.Span.Length).Insert(text.SpanStart - place.SourceSpan.Start, "…");
        }

        var line = string.Join(" ", code.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : line.Substring(0, most) + "…";
    }
}
