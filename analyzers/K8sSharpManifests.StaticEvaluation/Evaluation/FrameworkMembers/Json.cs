using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What System.Text.Json makes of dictionaries and strings with its default options: the content of registry secrets.</summary>
internal static class Json
{
    /// <summary>The bytes; null where something is not known, or of a type that is written in another way or order.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type that it is serialised as.</param>
    /// <param name="call">The call.</param>
    public static Value? Bytes(Value value, ITypeSymbol type, FrameworkCall call)
    {
        var text = new StringBuilder();
        return Append(text, value, type) ? call.Heap.New(new BytesState(Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ToString()))), call.Origin) : null;
    }

    private static bool Append(StringBuilder text, Value value, ITypeSymbol type)
    {
        switch (value, type)
        {
            case (ConstantValue { Constant: string constant }, { SpecialType: SpecialType.System_String }):
                return Append(text, constant);
            case (Reference { Target.State: MapState { IsOpen: false, IsSet: false } map }, INamedTypeSymbol { Name: "Dictionary", ContainingNamespace.Name: "Generic", TypeArguments: [{ SpecialType: SpecialType.System_String }, var item] }):
                text.Append('{');
                var isFirst = true;
                foreach (var entry in map.Entries)
                {
                    text.Append(isFirst ? "" : ",");
                    isFirst = false;
                    if (!Append(text, (string)entry.Key.Constant) || !Append(text.Append(':'), entry.Value, item))
                    {
                        return false;
                    }
                }

                text.Append('}');
                return true;
            default:
                return false;
        }
    }

    // Its encoder lets pass what is safe in HTML, and nothing beyond ASCII.
    private static bool Append(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) ? i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]) : i > 0 && char.IsHighSurrogate(value[i - 1])))
            {
                return false;
            }

            switch (c)
            {
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case < ' ' or > '~' or '"' or '&' or '\'' or '+' or '<' or '>' or '`':
                    text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
        return true;
    }
}
