using System.Globalization;
using System.Text;

namespace K8sSharpManifests.Core;

/// <summary>Writes a tree as JSON, without blanks, for what only programs read.</summary>
internal static class JsonText
{
    /// <summary>The JSON of a node. What is not known, or absent, is null.</summary>
    public static string Of(Node node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Node node)
    {
        switch (node)
        {
            case Mapping mapping:
                text.Append('{');
                for (var i = 0; i < mapping.Count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    AppendString(text, mapping.EntryArray[i].Key);
                    text.Append(':');
                    Append(text, mapping.EntryArray[i].Value);
                }

                text.Append('}');
                break;
            case Sequence list:
                text.Append('[');
                for (var i = 0; i < list.Items.Count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    Append(text, list.Items[i]);
                }

                text.Append(']');
                break;
            case Scalar { Kind: ScalarKind.String } scalar:
                AppendString(text, scalar.Text);
                break;
            case Scalar scalar:
                text.Append(scalar.Text);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (c < ' ')
            {
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        text.Append('"');
    }
}
