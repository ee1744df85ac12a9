using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>Semantic versions.</summary>
/// <remarks>Upstream: apiserver's pkg/cel/library/semverlib.go, version 1.</remarks>
internal static class SemverFunctions
{
    public static void Register()
    {
        FunctionTable.AddGlobal("semver", arguments => Parse(arguments, out var version) ? version is null ? new CelError("it is no semantic version") : new CelSemver(version) : CelError.NoSuchOverload);
        FunctionTable.AddGlobal("isSemver", arguments => Parse(arguments, out var version) ? CelBool.Of(version is not null) : CelError.NoSuchOverload);
        Add("major", version => new CelInt((long)version.Major));
        Add("minor", version => new CelInt((long)version.Minor));
        Add("patch", version => new CelInt((long)version.Patch));
        AddPair("isGreaterThan", order => CelBool.Of(order > 0));
        AddPair("isLessThan", order => CelBool.Of(order < 0));
        AddPair("compareTo", order => new CelInt(order));
    }

    private static bool Parse(CelValue[] arguments, out SemanticVersion? version)
    {
        version = arguments switch
        {
            [CelString text] => SemanticVersion.Parse(text.Value),
            [CelString text, CelBool isLenient] => isLenient.Value ? SemanticVersion.ParseLenient(text.Value) : SemanticVersion.Parse(text.Value),
            _ => null,
        };
        return arguments is [CelString] or [CelString, CelBool];
    }

    private static void Add(string name, Func<SemanticVersion, CelValue> function) => FunctionTable.AddMember(name, arguments => arguments is [CelSemver version] ? function(version.Value) : CelError.NoSuchOverload);

    private static void AddPair(string name, Func<int, CelValue> function) =>
        FunctionTable.AddMember(name, arguments => arguments is [CelSemver left, CelSemver right] ? function(left.Value.CompareTo(right.Value)) : CelError.NoSuchOverload);
}
