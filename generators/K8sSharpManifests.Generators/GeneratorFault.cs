using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.Generators;

/// <summary>K8S914: the generator itself has failed.</summary>
internal static class GeneratorFault
{
    private const string Id = "K8S914";

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Internal error",
        "The manifests cannot be made: {0}. This is a fault of K8sSharpManifests and not of your manifests: please report it.",
        RuleInfo.CategoryOf(Id),
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleInfo.PageOf(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>An exception on one line, with the methods that it came through.</summary>
    public static string Text(Exception exception) => string.Join(" ", (exception is AggregateException { InnerException: { } first } ? first : exception).ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()).Take(5));
}
