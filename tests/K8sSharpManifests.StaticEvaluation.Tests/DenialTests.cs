using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Whatever kind of operation the interpreter does not know, nothing is known afterwards that it can reach.</summary>
public partial class DenialTests
{
    /// <summary>Kinds that no C# makes: Visual Basic's, those of the control flow graph, and parts that what is around them looks at.</summary>
    private static readonly string[] NeverAlone =
    [
        "None", "Invalid", "Stop", "End", "RaiseEvent", "OmittedArgument", "AggregateQuery", "ReDim", "ReDimClause", "PlaceholderOperation", "NoPiaObjectCreation", "ConstructorBodyOperation", "MethodBodyOperation",
        "FlowCapture", "FlowCaptureReference", "IsNull", "CaughtException", "StaticLocalInitializationSemaphore", "FlowAnonymousFunction", "VariableDeclarator", "VariableDeclaration", "VariableInitializer", "Argument",
        "CatchClause", "SwitchCase", "CaseClause", "InterpolatedStringText", "Interpolation", "TupleLiteral", "ConstantPattern", "MemberInitializer", "ArrayInitializer", "SwitchExpressionArm", "PropertySubpattern",
    ];

    /// <summary>Code that is not understood, and that may change the container <c>c</c>.</summary>
    public static TheoryData<string> Denied { get; } =
    [
        "dynamic d = c; d.Image = \"b\";",
        "dynamic d = c; Take(d);",
        "dynamic d = c; d[0] = 1;",
        "dynamic d = c; d();",
        "dynamic d = new object(); d.Keep = c;",
        "dynamic d = typeof(object); var e = d.Make(c) + c;",
        "TypedReference r = __makeref(c); __refvalue(r, V1Container) = new();",
        "unsafe { delegate*<V1Container, void> f = &Take; f(c); }",
        "var a = new V1Container[1, 1] { { c } }; a[0, 0].Image = \"b\";",
        "System.Linq.Expressions.Expression<Func<V1Container>> e = () => c; e.Compile()().Image = \"b\";",
        "Event += () => c.Image = \"b\"; Event();",
        "Action f = () => c.Image = \"b\"; f += () => { }; f();",
        "FormattableString s = $\"{c}\"; Take((V1Container)s.GetArgument(0)!);",
        "System.Runtime.CompilerServices.StrongBox<V1Container> b = new(c); b.Value!.Image = \"b\";",
        "Span<V1Container> s = [c]; s[0].Image = \"b\";",
        "foreach (var e in System.Collections.Immutable.ImmutableArray.Create(c)) e.Image = \"b\";",
    ];

    [Theory]
    [MemberData(nameof(Denied))]
    public void CodeThatIsNotUnderstood_LeavesNothingKnown(string statements)
    {
        var compilation = Code.Compile(Code.Manifest("V1Pod", "new() { Spec = new() { Containers = [Made()] } }", $$"""
            private static event Action? Event;
            private static void Take(V1Container it) => it.Image = "b";
            private static V1Container Made() { var c = new V1Container { Image = "a" }; {{statements}} return c; }
            """));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);

        Assert.DoesNotContain("image: a", Dump.Of(Assert.Single(Evaluate.Roots(compilation), r => r.Root.IsFinished).Tree), StringComparison.Ordinal);
    }

    /// <summary>As an operation of a kind that does not exist yet would be treated, whatever is in it.</summary>
    [Fact]
    public void EveryOperation_ForgetsAllThatItNames_WhereItIsDenied()
    {
        var compilation = Cases.Compilations[1];
        var tree = compilation.SyntaxTrees[1];
        var model = compilation.GetSemanticModel(tree);
        var facts = new CompilationFacts(compilation, TestContext.Current.CancellationToken);
        var kinds = new HashSet<OperationKind>();
        foreach (var operation in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().Select(n => model.GetOperation(n, TestContext.Current.CancellationToken)).OfType<IOperation>().Distinct())
        {
            var evaluation = new Evaluation(facts, tree, null, TestContext.Current.CancellationToken);
            var frame = evaluation.NewFrame(null, operation, null);
            var named = operation.DescendantsAndSelf().Select(o => o switch { ILocalReferenceOperation l => l.Local, IParameterReferenceOperation p => p.Parameter, _ => (ISymbol?)null })
                .OfType<ISymbol>().Distinct<ISymbol>(SymbolEqualityComparer.Default).ToList();
            var held = new List<HeapObject>();
            foreach (var variable in named)
            {
                var inner = evaluation.Heap.New(new TextState("known"), null);
                var outer = evaluation.Heap.New(new ListState([inner], isOpen: false, isArray: false), null);
                evaluation.Heap.Set(frame, variable, outer);
                held.AddRange([inner.Target, outer.Target]);
            }

            Assert.IsType<UnknownValue>(evaluation.Unknowns.Deny(operation, frame));

            Assert.All(named, variable => Assert.IsType<UnknownValue>(frame.Find(variable)));
            Assert.All(held, target => Assert.True(target.State.IsForgotten));
            kinds.Add(operation.Kind);
        }

        Assert.True(kinds.Count > 60, $"{kinds.Count} kinds of operation.");
    }

    /// <summary>Each kind that the floor's compiler knows, or the newest one here, has an arm, is denied by the default arm, or never stands alone.</summary>
    [Fact]
    public void EveryKindOfOperation_IsRunOrDenied()
    {
        var folder = Path.Combine(Code.Repository, "analyzers", "K8sSharpManifests.StaticEvaluation");
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(folder, "Evaluation"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var arms = Arm().Matches(source).Select(m => m.Groups["kind"].Value).ToHashSet();
        var kinds = Enum.GetNames<OperationKind>().Concat(NewestKinds()).Distinct().ToList();

        // All else is denied: each switch over operations ends in Deny.
        var denied = kinds.Where(kind => !arms.Contains(kind) && !NeverAlone.Contains(kind)).ToList();
        Assert.True(kinds.Count > 120, $"{kinds.Count} kinds.");
        Assert.Contains("DynamicInvocation", denied);
        Assert.Contains("default:\n                return Unknowns.Deny(operation, frame);", source, StringComparison.Ordinal);
        Assert.Contains("default:\n                return Deny(statement, frame);", source, StringComparison.Ordinal);
        Assert.Contains("_ => evaluation.Unknowns.Deny(operation, frame),", source, StringComparison.Ordinal);
    }

    /// <summary>The kinds of the compiler that the SDK brings.</summary>
    private static IEnumerable<string> NewestKinds()
    {
        var sdk = Directory.GetDirectories(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "sdk")).Order(StringComparer.Ordinal).Last();
        using var reader = new PEReader(File.OpenRead(Path.Combine(sdk, "Roslyn", "bincore", "Microsoft.CodeAnalysis.dll")));
        var metadata = reader.GetMetadataReader();
        var kinds = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Single(t => metadata.GetString(t.Name) == nameof(OperationKind));
        return [.. kinds.GetFields().Select(metadata.GetFieldDefinition).Select(f => metadata.GetString(f.Name)).Where(n => n != "value__")];
    }

    [GeneratedRegex(@"OperationKind\.(?<kind>\w+)|\bI(?<kind>\w+)Operation\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Arm();
}
