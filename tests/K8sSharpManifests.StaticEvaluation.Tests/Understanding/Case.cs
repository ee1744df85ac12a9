using K8sSharpManifests.Core;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>An example of something that docs/static-evaluation.md says.</summary>
/// <param name="Name">What the example is of: the first column of the line in the page.</param>
/// <param name="Code">An expression, or the body of a method in braces.</param>
/// <param name="Expected">What is known of its value, as <see cref="Dump"/> writes it.</param>
/// <param name="Type">The value's type.</param>
/// <param name="Throws">Whether the code throws when it runs: what it would have made cannot be compared.</param>
public sealed record Case(string Name, string Code, string Expected, string Type = "V1Container", bool Throws = false)
{
    /// <summary>The members of the example with a number: the code, and a [Manifest] member that can be run, too.</summary>
    public string Members(int number)
    {
        var made = $"Made{number}()";
        var (type, value) = Type switch
        {
            "V1Container" => ("V1Pod", $"new() {{ Spec = new() {{ Containers = [{made}] }} }}"),
            "V1PodSpec" => ("V1Pod", $"new() {{ Spec = {made} }}"),
            "V1ObjectMeta" => ("V1Pod", $"new() {{ Metadata = {made} }}"),
            _ => (Type, made),
        };
        var body = Code.StartsWith('{') ? Code : $"=> {Code};";
        return $"[Manifest] public static {type} Value{number} => {value};\nprivate static {Type} Made{number}() {body}\n";
    }

    /// <summary>The value in the tree of the [Manifest] member.</summary>
    public Node Find(Node tree)
    {
        string[] path = Type switch { "V1Container" => ["spec", "containers"], "V1PodSpec" => ["spec"], "V1ObjectMeta" => ["metadata"], _ => [] };
        foreach (var key in path)
        {
            tree = tree is Mapping mapping ? mapping[key] : tree;
        }

        return Type == "V1Container" && tree is Sequence sequence ? sequence.Items[0] : tree;
    }
}
