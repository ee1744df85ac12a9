using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace K8sSharpManifests.Host.Publishing;

/// <summary>The methods, fields and types that a method's code names.</summary>
internal static class IlTokens
{
    private const int Prefix = 0xFE;

    private static readonly OperandType?[] Short = new OperandType?[256];
    private static readonly OperandType?[] Long = new OperandType?[256];

    static IlTokens()
    {
        foreach (var field in typeof(OpCodes).GetFields())
        {
            if (field.GetValue(null) is OpCode code)
            {
                (code.Size == 1 ? Short : Long)[code.Value & 0xFF] = code.OperandType;
            }
        }
    }

    /// <summary>Reads a body.</summary>
    /// <param name="code">Its bytes.</param>
    /// <exception cref="BadImageFormatException">There is an instruction that nobody knows.</exception>
    public static List<EntityHandle> Of(BlobReader code)
    {
        var tokens = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            int first = code.ReadByte();
            switch (first == Prefix ? Long[code.ReadByte()] : Short[first])
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.ReadByte();
                    break;
                case OperandType.InlineVar:
                    code.ReadInt16();
                    break;
                case OperandType.InlineI or OperandType.InlineBrTarget or OperandType.ShortInlineR or OperandType.InlineString or OperandType.InlineSig:
                    code.ReadInt32();
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.ReadInt64();
                    break;
                case OperandType.InlineSwitch:
                    code.Offset += 4 * code.ReadInt32();
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    tokens.Add((EntityHandle)MetadataTokens.Handle(code.ReadInt32()));
                    break;
                default:
                    throw new BadImageFormatException($"unknown instruction {first:x2}");
            }
        }

        return tokens;
    }
}
