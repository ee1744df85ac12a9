using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// What a member gets from the build through its ManifestContext. What that gives is not known while one types, but it is the same in the next build as long as the build's inputs are.
/// </summary>
internal static class Inputs
{
    private const string ContextName = "ManifestContext";

    /// <summary>Whether a type is the DSL's ManifestContext.</summary>
    public static bool IsContext(ITypeSymbol? type) =>
        type is { Name: ContextName, ContainingNamespace: { Name: "K8sSharpManifests", ContainingNamespace.IsGlobalNamespace: true }, DeclaringSyntaxReferences.IsEmpty: true };

    /// <summary>The result of a call that depends on nothing else; null for all other calls. Neither kind changes anything.</summary>
    public static Value? Call(Call call, Evaluation evaluation, SourceOrigin origin) => Known(call, evaluation, origin) ?? Unknown(call, evaluation.Facts, origin);

    // What the compiler knows as well as the build does.
    private static Value? Known(Call call, Evaluation evaluation, SourceOrigin origin) =>
        call.Instance is not UnknownValue { IsInput: true } context || !IsContext(call.Method.ContainingType) ? null : (call.Method.Name, call.Arguments) switch
        {
            // Not an input: a build keeps nothing of a secret by which the next one could tell whether it is the same.
            ("Secret", _) => new UnknownValue(origin),
            ("get_Environment", _) when context.Environment is { } environment => new ConstantValue(environment, origin),
            ("ReadText" or "FindText", [ConstantValue { Constant: string path }]) when evaluation.ProjectInputs.Text(path) is { } text => new ConstantValue(text, origin),
            ("Files", [ConstantValue { Constant: string pattern }]) when evaluation.ProjectInputs.Paths.Where(path => FilePattern.Matches(pattern, path)).ToList() is { Count: > 0 } paths => Texts(paths, evaluation, origin),
            ("ContainerImage", [ConstantValue { Constant: string project }]) when evaluation.ProjectInputs.ContainerImages.TryGetValue(project, out var images) => new ConstantValue(images[0], origin),
            ("ContainerImages", [ConstantValue { Constant: string project }]) when evaluation.ProjectInputs.ContainerImages.TryGetValue(project, out var images) => Texts(images, evaluation, origin),
            _ => null,
        };

    private static Reference Texts(IReadOnlyList<string> texts, Evaluation evaluation, SourceOrigin origin) =>
        evaluation.Heap.New(new ListState([.. texts.Select(text => new ConstantValue(text, origin))], isOpen: false, isArray: true), origin);

    private static UnknownValue? Unknown(Call call, CompilationFacts facts, SourceOrigin origin) =>
        UnknownValue.AreInputs(call.Given) && call.Given.Any(value => value is UnknownValue) && (IsOfContext(call, facts) || IsPure(call.Method, facts)) ? new UnknownValue(origin) { IsInput = true } : null;

    // Only the build's own context tells the build what is read through it.
    private static bool IsOfContext(Call call, CompilationFacts facts) =>
        call.Instance is UnknownValue { IsInput: true } && IsContext(call.Method.ContainingType) && call.Method.Name is "ReadText" or "FindText" or "Variable" or "get_Environment" or "Value"
        && (!call.Method.IsGenericMethod || (facts.IsFramework(call.Method.ReturnType) && Unknowns.IsImmutable(call.Method.ReturnType)));

    // Texts, numbers and the like make of values what they make of them in each build; the build sees to the culture. Hash codes are another's in each process.
    private static bool IsPure(IMethodSymbol method, CompilationFacts facts) =>
        method.ContainingType?.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String
        && facts.IsFramework(method) && method.Name != "GetHashCode" && Unknowns.IsImmutable(method.ReturnType);
}
