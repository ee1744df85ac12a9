using K8sSharpManifests.Core;

namespace K8sSharpManifests.Yaml;

/// <summary>Makes Kubernetes objects of documents, as kubectl's resource builder does: what has items is a list, whatever its kind, and gives them.</summary>
/// <param name="problems">Takes what is no object.</param>
/// <param name="schema">What is known of the API; null for Kubernetes itself.</param>
internal sealed class ObjectList(List<YamlProblem> problems, ApiSchema? schema)
{
    public List<YamlRoot> Objects { get; } = [];

    public void Add(Node root)
    {
        if (Header(root, YamlProblemKind.Foreign) is not { } header)
        {
            return;
        }

        if (header.Fields["items"] is Missing or Scalar { Kind: ScalarKind.Null })
        {
            AddObject(header.Fields, "");
        }
        else if (header.Fields["items"] is Sequence items)
        {
            // An item without a kind has the one that the list's name tells.
            var kind = header.Kind.EndsWith("List", StringComparison.Ordinal) ? header.Kind.Substring(0, header.Kind.Length - "List".Length) : header.Kind;
            for (var i = 0; i < items.Count; i++)
            {
                AddItem(items.Items[i], TreePath.Item("items", i), kind, header.Fields["apiVersion"]);
            }
        }
        else
        {
            Report(
                header.Fields["items"],
                "the field 'items' makes a list of this, and is none: write the objects below it with a hyphen each, or take it away.");
        }
    }

    private void AddItem(Node item, string path, string kind, Node apiVersion)
    {
        if (item is Mapping fields && kind.Length > 0 && Text(fields["kind"]) is "")
        {
            item = fields.WithTypeMeta(apiVersion is Missing ? Scalar.String("", fields.Origin) : apiVersion, Scalar.String(kind, fields.Origin));
        }

        if (Header(item, YamlProblemKind.NotAnObject) is not { } header)
        {
            return;
        }

        if (header.Fields["items"] is Sequence)
        {
            Report(item, "a list stands in a list, which kubectl refuses: put its items into the outer one.");
        }
        else
        {
            AddObject(header.Fields, path);
        }
    }

    private void AddObject(Mapping fields, string path)
    {
        if (Text(fields["apiVersion"]) is not "")
        {
            Objects.Add(new(Typing.Object(fields, schema), path));
            return;
        }

        // A lone word 'kind' has many meanings: the values of charts have some.
        var isForeign = path.Length == 0 && fields["apiVersion"] is Missing && fields["metadata"] is Missing && fields["spec"] is Missing;
        Report(
            fields["apiVersion"] is Missing ? fields : fields["apiVersion"],
            "this has no apiVersion, so Kubernetes cannot tell what it is: write one, such as v1 or apps/v1.",
            isForeign ? YamlProblemKind.Foreign : YamlProblemKind.NotAnObject);
    }

    private (Mapping Fields, string Kind)? Header(Node root, YamlProblemKind withoutHeader)
    {
        if (root is not Mapping fields)
        {
            Report(root, "a Kubernetes object is a mapping with apiVersion and kind, and this is none.", withoutHeader);
        }
        else if (Text(fields["kind"]) is not { Length: > 0 } kind)
        {
            Report(
                fields["kind"] is Missing ? root : fields["kind"], "this has no kind, so Kubernetes cannot tell what it is: write apiVersion and kind.",
                fields["kind"] is Missing && fields["apiVersion"] is Missing ? withoutHeader : YamlProblemKind.NotAnObject);
        }
        else if (Text(fields["apiVersion"]) is null)
        {
            Report(fields["apiVersion"], "apiVersion has to be a string: put it into quotes.");
        }
        else
        {
            return (fields, kind);
        }

        return null;
    }

    // Go reads a null into a string as none.
    private static string? Text(Node node) => node switch
    {
        Scalar { Kind: ScalarKind.String } scalar => scalar.Text,
        Missing or Scalar { Kind: ScalarKind.Null } => "",
        _ => null,
    };

    private void Report(Node node, string message, YamlProblemKind kind = YamlProblemKind.NotAnObject)
    {
        var origin = (YamlOrigin)node.Origin!;
        problems.Add(new(kind, origin.File, origin.Span, message));
    }
}
