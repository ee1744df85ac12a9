using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Members of the framework where the result is not known.</summary>
internal static class CaseProofsMemberFaults
{
    public static readonly ProofProgram[] All =
    [
        Body("LastOrDefault of nothing", "return Pod(\"p\", new List<string>().LastOrDefault() ?? \"x\");"),
        Body("RemoveAll by what is not known", "var l = new List<string> { \"a\" }; l.RemoveAll(s => s == Environment.MachineName); return Pod(\"p\", string.Concat(l));"),
        Body("set of a sequence whose end is not known", "return Pod(\"p\", $\"x:{new HashSet<string>(Names()).Contains(\"a\")}\");", "private static IEnumerable<string> Names() { yield return \"a\"; if (Environment.ProcessId > 0) { yield return \"b\"; } }"),
        Body("text that is too long", "return Pod(\"p\", Long.Replace(\"a\", Long).Replace(\"a\", \"aaaa\"));", "private static string Long => \"a\".PadLeft(999, 'a');"),
        Body("cast of what is not known", "return Pod(\"p\", (Get() as string) ?? \"x\");", "private static object Get() => Environment.GetEnvironmentVariable(\"NOT_SET_AT_ALL\")!;"),
    ];
}
