namespace K8sSharpManifests.Core.Rules.Validity.Cel;

/// <content>What has commas in it: arguments, lists, dictionaries and objects.</content>
internal sealed partial class CelParser
{
    private List<CelNode> Arguments(string end, bool mayEndWithComma = false)
    {
        var arguments = new List<CelNode>();
        if (Takes(end))
        {
            return arguments;
        }

        while (Fault is null)
        {
            if (mayEndWithComma && Takes(","))
            {
                Expect(end);
                break;
            }

            var isOptional = mayEndWithComma && Takes("?");
            arguments.Add(Item(isOptional));
            if (Takes(end))
            {
                break;
            }

            Expect(",");
            if (mayEndWithComma && Takes(end))
            {
                break;
            }
        }

        return arguments;
    }

    private CelNode Item(bool isOptional) => isOptional ? new CelOptionalItem(Expression()) : Expression();

    private CelNode Map()
    {
        var entries = new List<KeyValuePair<CelNode, CelNode>>();
        while (Fault is null && !Takes("}"))
        {
            if (entries.Count == 0 && Takes(","))
            {
                Expect("}");
                break;
            }

            var isOptional = Takes("?");
            var key = Expression();
            Expect(":");
            entries.Add(new(key, Item(isOptional)));
            if (!Takes(","))
            {
                Expect("}");
                break;
            }
        }

        return new CelMap(entries);
    }

    private CelNode Object(CelNode type)
    {
        var values = new List<CelNode>();
        _at++;
        while (Fault is null && !Takes("}"))
        {
            var isOptional = Takes("?");
            if (Here.Kind is not (CelTokenKind.Name or CelTokenKind.QuotedName))
            {
                return Unexpected();
            }

            _at++;
            Expect(":");
            values.Add(Item(isOptional));
            if (!Takes(","))
            {
                Expect("}");
                break;
            }
        }

        return new CelObject(type, values);
    }
}
