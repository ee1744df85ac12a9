using System.Text.RegularExpressions;
using K8sSharpManifests.Core;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace K8sSharpManifests.Host;

/// <summary>Reads what the <see cref="YamlWriter"/> wrote back into trees. It leaves a string plain only where no parser takes it for anything else, so what looks like a number is one.</summary>
internal static partial class YamlReader
{
    /// <summary>The documents of a stream, as objects that know their types.</summary>
    public static IReadOnlyList<Mapping> Read(string yaml)
    {
        var documents = new List<Mapping>();
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        while (parser.TryConsume<DocumentStart>(out _))
        {
            documents.Add(Typing.Object((Mapping)ReadNode(parser)));
            parser.Consume<DocumentEnd>();
        }

        return documents;
    }

    private static Node ReadNode(Parser parser)
    {
        if (parser.TryConsume<MappingStart>(out _))
        {
            var entries = new List<KeyValuePair<string, Node>>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                entries.Add(new(parser.Consume<YamlDotNet.Core.Events.Scalar>().Value, ReadNode(parser)));
            }

            return new Mapping([.. entries]);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<Node>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadNode(parser));
            }

            return new Sequence([.. items]);
        }

        return ReadScalar(parser.Consume<YamlDotNet.Core.Events.Scalar>());
    }

    private static Core.Scalar ReadScalar(YamlDotNet.Core.Events.Scalar scalar) =>
        scalar.Style != ScalarStyle.Plain ? Core.Scalar.String(scalar.Value)
        : scalar.Value switch
        {
            "null" => new(ScalarKind.Null, scalar.Value),
            "true" or "false" => new(ScalarKind.Boolean, scalar.Value),
            var text => Number().IsMatch(text) ? new(ScalarKind.Number, text) : Core.Scalar.String(text),
        };

    [GeneratedRegex("^-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?$")]
    private static partial Regex Number();
}
