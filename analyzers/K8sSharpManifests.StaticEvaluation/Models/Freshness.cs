using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Tells which methods call the lambda that they take with a new object only, as AddContainer does: what the lambda does to that, nobody else sees.</summary>
internal sealed class Freshness(CompilationFacts facts)
{
    private readonly ConcurrentDictionary<IParameterSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a lambda that is given for a parameter gets a new object each time.</summary>
    public bool IsGivenNew(IMethodSymbol method, IParameterSymbol? parameter) => IsGivenNew(method, parameter, []);

    private bool IsGivenNew(IMethodSymbol method, IParameterSymbol? parameter, ImmutableList<IParameterSymbol> callers)
    {
        if (parameter is null)
        {
            return false;
        }

        var meanings = facts.Fluent(method);
        if (meanings.Length > 0)
        {
            return meanings.All(m => m.Operation == "Append");
        }

        parameter = parameter.OriginalDefinition;
        if (_known.TryGetValue(parameter, out var known))
        {
            return known;
        }

        // A helper that calls itself is judged by its other calls.
        if (callers.Contains(parameter, SymbolEqualityComparer.Default))
        {
            return true;
        }

        var declared = facts.Embedded.TwinOf(method) ?? method.OriginalDefinition;
        known = !Invocations.IsReplaceable(declared) && declared.Parameters.Length > parameter.Ordinal && facts.BodyOf(declared) is { } body
            && body.DescendantsAndSelf().OfType<IParameterReferenceOperation>()
                .Where(use => SymbolEqualityComparer.Default.Equals(use.Parameter, declared.Parameters[parameter.Ordinal]))
                .All(use => IsForNew(use, callers.Add(parameter)));

        // What rests on such a call is not the whole truth for a search that begins here.
        if (callers.IsEmpty)
        {
            _known.TryAdd(parameter, known);
        }

        return known;
    }

    private bool IsForNew(IOperation use, ImmutableList<IParameterSymbol> callers) => use.Parent switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } argument => IsGivenNew(call.TargetMethod, argument.Parameter, callers),
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance == use => call.Arguments.All(a => a.Value is IObjectCreationOperation),
        IBinaryOperation or IIsPatternOperation => true,
        _ => false,
    };
}
