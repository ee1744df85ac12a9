namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>The value of a field, or one of the values in a field's list or dictionary.</summary>
internal sealed class FieldValue(TreePlace place, ApiField field) : ISubject
{
    public TreePlace Place { get; } = place;

    /// <summary>What the API's schema says of the field.</summary>
    public ApiField Field { get; } = field;

    public Node Node => Place.Node;

    public string Text => Node.Text();
}
