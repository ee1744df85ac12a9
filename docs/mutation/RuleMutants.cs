#:package Microsoft.CodeAnalysis.CSharp
#:property TreatWarningsAsErrors=false
#:property PublishAot=false

// Turns each predicate of the rules, and each operand of its conditions, into its opposite, one at a time, and runs the rules' tests against it. What no test notices is a
// condition that nothing proves. Writes docs/mutation/README.md.
//
//     dotnet run docs/mutation/RuleMutants.cs
//
// The mutants are compiled in at once, in a copy of the sources, and an environment variable turns one of them on: a run takes a second or two for each, not a build.
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

var repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));
var copy = Directory.CreateTempSubdirectory("rule-mutants-").FullName;
try
{
    foreach (var file in Run("git", repository, "ls-files").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, file))!);
        File.Copy(Path.Combine(repository, file), Path.Combine(copy, file));
    }

    var mutants = new List<string>();
    var rules = Path.Combine(copy, "src", "K8sSharpManifests.Core", "Rules");
    foreach (var file in new[] { "Images", "PullSecrets", "Secrets" }.SelectMany(folder => Directory.GetFiles(Path.Combine(rules, folder), "*.cs")).Order(StringComparer.Ordinal)
        .Append(Path.Combine(rules, "Views", "Container.cs")))
    {
        var root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();
        File.WriteAllText(file, new Mutator(Path.GetFileNameWithoutExtension(file), mutants).Visit(root).ToFullString());
    }

    File.WriteAllText(Path.Combine(rules, "Mutants.cs"), """
        #pragma warning disable
        namespace K8sSharpManifests.Core.Rules;

        internal static class Mutants
        {
            private static readonly int Active = int.Parse(System.Environment.GetEnvironmentVariable("MUTANT") ?? "-1");

            public static Truth At(int mutant, Truth truth) => mutant == Active ? !truth : truth;

            public static bool At(int mutant, bool truth) => mutant == Active ? !truth : truth;
        }
        """);

    var tests = Path.Combine(copy, "tests", "K8sSharpManifests.Core.Tests");
    var build = Run("dotnet", tests, "build", "-v:q", "-nologo", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false");
    var dll = Path.Combine(tests, "bin", "Debug", "net10.0", "K8sSharpManifests.Core.Tests.dll");
    if (build.ExitCode != 0 || IsKilledBy(null))
    {
        Console.Error.WriteLine(build.ExitCode != 0 ? build.Output : "The tests fail without any mutant.");
        return 2;
    }

    var survivors = new List<string>();
    for (var i = 0; i < mutants.Count; i++)
    {
        var isKilled = IsKilledBy(i);
        Console.WriteLine($"{(isKilled ? "killed  " : "SURVIVED")} {mutants[i]}");
        if (!isKilled)
        {
            survivors.Add(mutants[i]);
        }
    }

    var text = new StringBuilder($"""
        # Mutants of the rules

        `dotnet run docs/mutation/RuleMutants.cs` turns each predicate of a rule, and each operand of its conditions, into its opposite, one at a time, and runs the rules' tests
        (tests/K8sSharpManifests.Core.Tests/Rules) against it. A mutant that passes them all has survived: nothing proves that condition.

        Last run: {mutants.Count} mutants, {mutants.Count - survivors.Count} killed, {survivors.Count} survived.


        """);
    text.AppendLine("| rule's class | mutants |").AppendLine("|---|---:|");
    foreach (var rule in mutants.GroupBy(m => m.Split(':')[0]))
    {
        text.AppendLine($"| {rule.Key} | {rule.Count()} |");
    }

    foreach (var survivor in survivors)
    {
        text.AppendLine().AppendLine($"Survived: {survivor}");
    }

    File.WriteAllText(Path.Combine(repository, "docs", "mutation", "README.md"), text.ToString().ReplaceLineEndings("\n"));
    Console.WriteLine($"{mutants.Count} mutants, {survivors.Count} survived");
    return survivors.Count == 0 ? 0 : 1;

    bool IsKilledBy(int? mutant) => RunMutant("dotnet", tests, [dll, "-noLogo", "-stopOnFail", "-namespace", "K8sSharpManifests.Core.Tests.Rules"], mutant).ExitCode != 0;
}
finally
{
    Directory.Delete(copy, recursive: true);
}

static (int ExitCode, string Output) Run(string program, string folder, params string[] arguments) => RunMutant(program, folder, arguments, null);

static (int ExitCode, string Output) RunMutant(string program, string folder, string[] arguments, int? mutant)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
    if (mutant is { } number)
    {
        start.Environment["MUTANT"] = number.ToString();
    }

    using var process = Process.Start(start)!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return (process.ExitCode, output);
}

static string Here([CallerFilePath] string here = "") => here;

/// <summary>Wraps what can be turned around: the results of all methods that give a Truth, the operands of their conditions, and what conditional expressions ask.</summary>
internal sealed class Mutator(string rule, List<string> mutants) : CSharpSyntaxRewriter
{
    private bool _isTruth;

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        _isTruth = node.ReturnType.ToString() == "Truth";
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        visited = visited.WithExpressionBody(Whole(node.ExpressionBody, visited.ExpressionBody));
        _isTruth = false;
        return visited;
    }

    // What several rules ask of a container stands in its view.
    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        _isTruth = node.Type.ToString() == "Truth";
        var visited = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        visited = visited.WithExpressionBody(Whole(node.ExpressionBody, visited.ExpressionBody));
        _isTruth = false;
        return visited;
    }

    // A condition of several operands is turned around as a whole by its own visit below.
    private ArrowExpressionClauseSyntax? Whole(ArrowExpressionClauseSyntax? node, ArrowExpressionClauseSyntax? visited) =>
        _isTruth && node is { Expression: not (BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseAndExpression or (int)SyntaxKind.BitwiseOrExpression } or ConditionalExpressionSyntax) }
            ? visited!.WithExpression(Mutated(node.Expression, visited.Expression))
            : visited;

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        if (!_isTruth || node.Kind() is not (SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression))
        {
            return visited;
        }

        visited = visited.WithLeft(Operand(node.Left, visited.Left)).WithRight(Operand(node.Right, visited.Right));
        return node.Parent is BinaryExpressionSyntax ? visited : Mutated(node, visited);
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;

        // What a pattern binds is used beside it.
        return _isTruth && !node.Condition.DescendantNodes().OfType<VariableDesignationSyntax>().Any()
            ? visited.WithCondition(Mutated(node.Condition, visited.Condition))
            : visited;
    }

    // Of "a & b & c" the parser makes "(a & b) & c": what is in parentheses of its making is no operand.
    private ExpressionSyntax Operand(ExpressionSyntax node, ExpressionSyntax visited) =>
        node is BinaryExpressionSyntax || node.ToString().StartsWith("Truth.", StringComparison.Ordinal) ? visited : Mutated(node, visited);

    private ExpressionSyntax Mutated(ExpressionSyntax node, ExpressionSyntax visited)
    {
        var number = mutants.Count;
        mutants.Add($"{rule}: {string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
        return SyntaxFactory.ParseExpression($"Mutants.At({number}, {visited.WithoutTrivia().ToFullString()})").WithTriviaFrom(visited);
    }
}
