namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Fields that exclude each other, or that a kind, a type or an operating system excludes.</summary>
internal sealed class ForbiddenField : Rule
{
    public static readonly RuleInfo Rule = new("K8S226", Severity.Error,
        title: "Field that may not be set here",
        message: "'{0}' may not be set here, and the API server refuses the object: {1}");

    public override RuleInfo Info => Rule;
}
