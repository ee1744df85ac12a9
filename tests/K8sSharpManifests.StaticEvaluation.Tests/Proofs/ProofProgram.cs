namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Members of a class, some of them [Manifest]: what is proved of those must be what running them gives.</summary>
/// <param name="Name">What the program is about; the rows of faults that were found once begin with B and a number.</param>
/// <param name="Code">The members.</param>
/// <param name="Throws">Whether a [Manifest] member throws when it runs, in one order or the other. What it would have made cannot be compared.</param>
internal sealed record ProofProgram(string Name, string Code, bool Throws = false)
{
    /// <summary>What all programs see.</summary>
    public const string Shared = """
        global using static SharedHelpers;

        public static class SharedHelpers
        {
            public static V1Pod Pod(string name, string image) => new()
            {
                Metadata = new() { Name = name, Labels = new Dictionary<string, string> { ["app"] = name } },
                Spec = new() { Containers = [new() { Name = name, Image = image }] },
            };
        }
        """;

    /// <summary>One [Manifest] method with these statements, and whatever else the class has.</summary>
    public static ProofProgram Body(string name, string statements, string members = "", bool throws = false) =>
        new(name, $"[Manifest] public static V1Pod A() {{ {statements} }}\n{members}", throws);

    /// <summary>One [Manifest] method that gives a pod, to which these statements do something on the way.</summary>
    public static ProofProgram OnPod(string name, string statements, string members = "", bool throws = false) =>
        Body(name, $"var pod = Pod(\"p\", \"nginx:1.0\"); {statements} return pod;", members, throws);

    /// <summary>One [Manifest] method that gives a pod whose image is a text.</summary>
    public static ProofProgram Text(string name, string expression, string members = "", bool throws = false) =>
        Body(name, $"return Pod(\"p\", {expression});", members, throws);

    /// <summary>The program as a file. A namespace of its own keeps its extension methods from the others.</summary>
    public string File(int number) =>
        $"namespace N{number};\n\npublic static class P{number}\n{{\n{Code.Replace("OwnClass", $"P{number}", StringComparison.Ordinal)}\n}}\n";
}
