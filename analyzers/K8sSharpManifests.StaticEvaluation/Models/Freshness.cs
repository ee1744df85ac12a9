using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Tells which methods call the lambda that they take with a new object only, as AddContainer does: what the lambda does to that, nobody else sees.</summary>
internal sealed class Freshness(CompilationFacts facts)
{
    private readonly ConcurrentDictionary<IParameterSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a lambda that is given for a parameter gets a new object each time.</summary>
    public bool IsGivenNew(IMethodSymbol method, IParameterSymbol? parameter)
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
        _known[parameter] = true;
        var declared = facts.Embedded.TwinOf(method) ?? method.OriginalDefinition;
        return _known[parameter] = !Invocations.IsReplaceable(declared) && declared.Parameters.Length > parameter.Ordinal && facts.BodyOf(declared) is { } body
            && body.DescendantsAndSelf().OfType<IParameterReferenceOperation>()
                .Where(use => SymbolEqualityComparer.Default.Equals(use.Parameter, declared.Parameters[parameter.Ordinal]))
                .All(IsForNew);
    }

    private bool IsForNew(IOperation use) => use.Parent switch
    {
        IConversionOperation conversion => IsForNew(conversion),
        IArgumentOperation { Parent: IInvocationOperation call } argument => IsGivenNew(call.TargetMethod, argument.Parameter),
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance == use => call.Arguments.All(a => a.Value is IObjectCreationOperation),
        IBinaryOperation or IIsPatternOperation => true,
        _ => false,
    };
}
