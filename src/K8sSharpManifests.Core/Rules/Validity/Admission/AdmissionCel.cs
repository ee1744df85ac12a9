using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Core.Rules.Validity.Admission;

/// <summary>What the expressions of webhooks and admission policies can refer to.</summary>
/// <remarks>Upstream: apiserver's pkg/admission/plugin/cel/compile.go (BuildRequestType, mustBuildEnvs) and composition.go.</remarks>
internal static class AdmissionCel
{
    private static readonly CelType Kind = CelType.ObjectOf(Texts("group", "version", "kind"));
    private static readonly CelType Resource = CelType.ObjectOf(Texts("group", "version", "resource"));

    private static readonly CelType Request = CelType.ObjectOf(new Dictionary<string, CelType>(StringComparer.Ordinal)
    {
        ["kind"] = Kind,
        ["resource"] = Resource,
        ["subResource"] = CelType.String,
        ["requestKind"] = Kind,
        ["requestResource"] = Resource,
        ["requestSubResource"] = CelType.String,
        ["name"] = CelType.String,
        ["namespace"] = CelType.String,
        ["operation"] = CelType.String,
        ["userInfo"] = CelType.ObjectOf(new Dictionary<string, CelType>(StringComparer.Ordinal)
        {
            ["username"] = CelType.String,
            ["uid"] = CelType.String,
            ["groups"] = CelType.ListOf(CelType.String),
            ["extra"] = CelType.MapOf(CelType.String, CelType.ListOf(CelType.String)),
        }),
        ["dryRun"] = CelType.Bool,
        ["options"] = CelType.Dynamic,
    });

    private static readonly IReadOnlyDictionary<string, CelType>[] Environments = [.. Enumerable.Range(0, 4).Select(i => Make((i & 1) != 0, (i & 2) != 0))];

    /// <summary>What an expression can refer to, but for variables.</summary>
    /// <param name="hasParameters">Whether the policy has parameters.</param>
    /// <param name="hasAuthorizer">Whether it can ask whether somebody is allowed something.</param>
    public static IReadOnlyDictionary<string, CelType> Environment(bool hasParameters, bool hasAuthorizer) => Environments[(hasParameters ? 1 : 0) + (hasAuthorizer ? 2 : 0)];

    /// <summary>The same with the variables of a policy.</summary>
    public static IReadOnlyDictionary<string, CelType> With(IReadOnlyDictionary<string, CelType> environment, Func<string, CelType?> variable) =>
        new Dictionary<string, CelType>((Dictionary<string, CelType>)environment, StringComparer.Ordinal) { ["variables"] = CelType.ObjectOf(variable) };

    private static Dictionary<string, CelType> Make(bool hasParameters, bool hasAuthorizer)
    {
        var environment = new Dictionary<string, CelType>(StringComparer.Ordinal)
        {
            ["object"] = CelType.Dynamic,
            ["oldObject"] = CelType.Dynamic,
            ["request"] = Request,
            ["namespaceObject"] = CelType.Unsure,
        };
        if (hasParameters)
        {
            environment.Add("params", CelType.Dynamic);
        }

        if (hasAuthorizer)
        {
            environment.Add("authorizer", CelType.Unsure);
        }

        return environment;
    }

    private static Dictionary<string, CelType> Texts(params string[] names) => names.ToDictionary(name => name, _ => CelType.String, StringComparer.Ordinal);
}
