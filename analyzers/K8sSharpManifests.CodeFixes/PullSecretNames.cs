using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.CodeFixes;

/// <summary>The pull secrets that a project declares, in whatever style, and that a pod could name.</summary>
internal static class PullSecretNames
{
    private const int Most = 3;

    /// <summary>Their names: those for the image's registry first, then those that may be for it, then those that live elsewhere; not more than a menu can show.</summary>
    /// <param name="pod">The finding on a pod whose image needs a secret.</param>
    /// <param name="project">The project.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static IReadOnlyList<string> For(FoundFinding pod, JudgedProject project, CancellationToken cancellationToken)
    {
        var space = NamespaceOf(pod, project, cancellationToken);
        ImageReference.TryParse(pod.Finding.Arguments.FirstOrDefault() ?? "", out var image, out _);
        var servers = Servers(project.Compilation, cancellationToken);
        var secrets =
            from file in project.Files
            from value in project.Values(file, cancellationToken)
            from secret in ProjectObjects.Of(value, project, cancellationToken)
            where secret["kind"].Is("Secret").IsTrue && (secret["type"].Is("kubernetes.io/dockerconfigjson") | secret["type"].Is("kubernetes.io/dockercfg")).IsTrue
            let name = Text(secret, "name")
            where name is not null && (space is null || Text(secret, "namespace") == space.Value.Name)
            let known = servers[name].ToList()
            let isFor = known.Any(server => image is null || new RegistryKey(server).Matches(image))
            where isFor || known.Count == 0
            orderby isFor descending
            select name;
        var external = project.External.Patterns
            .Where(p => p is { Kind: "Secret", Name: { } name } && name.IndexOf('*') < 0 && (space is null || p.Namespace is null or "*" || p.Namespace == space.Value.Name)).Select(p => p.Name!);
        return [.. secrets.Concat(external).Distinct().Take(Most)];
    }

    /// <summary>The namespace of the object that the pod is in; null where nobody knows it yet.</summary>
    private static (string? Name, bool IsKnown)? NamespaceOf(FoundFinding pod, JudgedProject project, CancellationToken cancellationToken)
    {
        var tree = pod.Root.Operation.Syntax.SyntaxTree;
        var value = project.Values(project.File(tree)!, cancellationToken).FirstOrDefault(v => v.Findings.Contains(pod));
        return value is { Root.IsMember: true } && ProjectObjects.Of(value, project, cancellationToken) is [var root] && root["metadata"] is Mapping { IsOpen: false }
            ? (Text(root, "namespace"), true)
            : null;
    }

    private static string? Text(Mapping root, string key) => root["metadata"] is Mapping metadata && metadata[key] is Scalar { Kind: ScalarKind.String } scalar ? scalar.Text : null;

    /// <summary>The registries of the secrets that the DSL makes, by the secret's name; none of one where they are not constant.</summary>
    private static ILookup<string, string> Servers(Compilation compilation, CancellationToken cancellationToken)
    {
        const string method = "RegistrySecret";
        var dsl = new Dsl(compilation);
        return (
            from tree in compilation.SyntaxTrees
            where tree.GetText(cancellationToken).ToString().Contains(method)
            let model = compilation.GetSemanticModel(tree)
            from call in tree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>()
            where dsl.Called(call, model, cancellationToken)?.Name == method
            let operation = model.GetOperation(call, cancellationToken) as IInvocationOperation
            where operation is not null
            let name = Constant(operation.Arguments.FirstOrDefault(a => a.Parameter?.Name == "name")?.Value)
            let servers = ServersOf(operation)
            where name is not null && servers.All(server => server is not null)
            from server in servers
            select (name, server)).ToLookup(pair => pair.name, pair => pair.server!);
    }

    private static IReadOnlyList<string?> ServersOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "server") is { } one ? [Constant(one.Value)]
        : call.Arguments.FirstOrDefault(a => a.Parameter?.IsParams == true)?.Value is IArrayCreationOperation { Initializer: { } list } ? [.. list.ElementValues.Select(Server)]
        : [null];

    private static string? Server(IOperation credential) =>
        (credential is IConversionOperation conversion ? conversion.Operand : credential) is ITupleOperation { Elements: [var server, ..] } ? Constant(server) : null;

    private static string? Constant(IOperation? value) => value?.ConstantValue is { HasValue: true, Value: string text } ? text : null;
}
