namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>A number or a name in a port of a container or of a Service.</summary>
internal sealed class PortValue : ISubject
{
    public static readonly SubjectType<PortValue> Type = new(["V1ContainerPort", "V1ServicePort"], Of);

    private PortValue(TreePlace place, ApiField field) => (Place, Value) = (place, new(place, field));

    public TreePlace Place { get; }

    public FieldValue Value { get; }

    /// <summary>What it is, in the words of a message.</summary>
    public string What => (Value.Field.Owner.Name, Value.Field.Key) switch
    {
        ("V1ServicePort", "name") => "the name of a Service's port",
        (_, "name") => "the name of a container's port",
        ("V1ServicePort", "targetPort") => "the target of a Service's port",
        (_, var key) => $"a {key}",
    };

    /// <summary>What the API server finds wrong with it; null for nothing.</summary>
    public string? Fault => Value.Node switch
    {
        Scalar { Kind: ScalarKind.Number } number => IsNumber(number) ? null : $"it has to be a number from {Value.Field.Minimum} to {Value.Field.Maximum}",
        Scalar { Kind: ScalarKind.String, Text: { Length: > 0 } text } => Value.Field.Format switch
        {
            "k8s-short-name" => PortName.LabelFault(text),
            "k8s-port-name" => PortName.Fault(text),
            _ => null,
        },
        _ => null,
    };

    /// <summary>The name with small letters, where nothing else is wrong with it.</summary>
    public string? InLowercase => Value.Text.ToLowerInvariant() is var text && text != Value.Text && PortName.Fault(text) is null ? text : null;

    private bool IsNumber(Scalar number) => Value.Field.Minimum is not { } least
        || (long.TryParse(number.Text, out var value) && value >= least && value <= Value.Field.Maximum);

    private static IEnumerable<PortValue> Of(TreePlace port, JudgeContext context)
    {
        foreach (var field in ((Mapping)port.Node).Type!.Fields)
        {
            if ((field.Format is not null || field.Minimum is not null) && port.Node.Get(field.Key) is not Missing)
            {
                yield return new(port.Child(field.Key), field);
            }
        }
    }
}
