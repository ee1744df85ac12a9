using System.Text;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>A path such as <c>.spec.replicas</c> or <c>.spec['a.b']</c> from a schema to one in it.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apiserver/schema/cel/validation.go (ValidFieldPath, unescapeSingleQuote).</remarks>
internal sealed class FieldPath
{
    private readonly string _text;
    private int _at;

    private FieldPath(string text) => _text = text;

    /// <summary>What is wrong with it; null for nothing that is certain.</summary>
    public string? Fault { get; private set; }

    /// <summary>The schema to which it leads; null where nobody knows.</summary>
    public Part? Schema { get; private set; }

    /// <summary>Whether it leads through a dictionary whose values have no schema.</summary>
    public bool IsUntyped { get; private set; }

    /// <summary>The names on the way.</summary>
    public IReadOnlyList<string> Names => _names;

    private readonly List<string> _names = [];

    /// <summary>Follows a path.</summary>
    /// <param name="text">The path.</param>
    /// <param name="schema">Where it begins.</param>
    /// <param name="mayIndex">Whether it may use <c>['name']</c>.</param>
    public static FieldPath Parse(string text, Part schema, bool mayIndex)
    {
        var path = new FieldPath(text) { Schema = schema };
        path.Follow(mayIndex);
        if (path.Fault is not null)
        {
            path.Schema = null;
        }

        return path;
    }

    private void Follow(bool mayIndex)
    {
        while (Fault is null && Next() is { } token)
        {
            if (token == "[")
            {
                if (!mayIndex)
                {
                    Fault = "it cannot use '[…]'; write '.name'";
                    return;
                }

                if (Next() is not { Length: >= 2 } quoted || quoted[0] != '\'' || quoted[quoted.Length - 1] != '\'')
                {
                    Fault = "within '[…]' it needs a name in single quotes, like .spec['my.name']";
                    return;
                }

                Step(Unescaped(quoted.Substring(1, quoted.Length - 2)));
                if (Fault is null && Next() != "]")
                {
                    Fault = "it lacks a ']'";
                }
            }
            else if (token == ".")
            {
                if (Next() is { } name)
                {
                    Step(name);
                }
                else
                {
                    Fault = "nothing follows its last '.'";
                }
            }
            else
            {
                Fault = $"it has to be made of '.name', like .spec.replicas; before '{token}' a '.' is missing";
            }
        }
    }

    private void Step(string name)
    {
        _names.Add(name);
        if (Schema is not { } schema)
        {
            return;
        }

        var properties = schema.Place.Child("properties").Node;
        if (properties is Mapping { Count: > 0 } or Mapping { IsOpen: true } or Unknown)
        {
            var isProperty = properties is Mapping map ? map[name].Exists : Truth.Unknown;
            if (isProperty.IsFalse)
            {
                Fault = $"the schema has no field '{name}' there";
            }

            Schema = isProperty.IsTrue ? schema.Child("properties").Child(name) : null;
        }
        else if (schema.Exists("additionalProperties") is var hasValues && hasValues.IsFalse)
        {
            Fault = $"the schema has no field '{name}' there";
        }
        else
        {
            IsUntyped |= schema["additionalProperties"] is Scalar;
            Schema = schema.Schema("additionalProperties");
        }
    }

    private string? Next()
    {
        if (_at >= _text.Length)
        {
            return null;
        }

        var start = _at;
        if (_text[start] == '\'')
        {
            for (_at = start + 1; _at < _text.Length; _at++)
            {
                if (_text[_at] == '\'' && _text[_at - 1] != '\\')
                {
                    _at++;
                    break;
                }
            }

            return _text.Substring(start, _at - start);
        }

        if (_text[_at] is '.' or '[' or ']')
        {
            return _text.Substring(_at++, 1);
        }

        while (_at < _text.Length && _text[_at] is not ('.' or '[' or ']'))
        {
            _at++;
        }

        return _text.Substring(start, _at - start);
    }

    private string Unescaped(string quoted)
    {
        if (quoted.IndexOf('\\') < 0)
        {
            return quoted;
        }

        var text = new StringBuilder();
        for (var i = 0; i < quoted.Length; i++)
        {
            // Other escapes are rare enough to be left to the server.
            text.Append(quoted[i] == '\\' && i + 1 < quoted.Length ? quoted[++i] : quoted[i]);
        }

        return text.ToString();
    }
}
