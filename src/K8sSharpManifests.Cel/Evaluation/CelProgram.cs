using System.Collections.Concurrent;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Cel.Evaluation;

/// <summary>An expression that has been read.</summary>
internal sealed class CelProgram
{
    private const int MostKept = 5000;

    private static readonly ConcurrentDictionary<string, CelProgram> Kept = new(StringComparer.Ordinal);

    private readonly Code? _code;
    private readonly int _slots;

    private CelProgram(string text)
    {
        if (CelParser.Parse(text, out var fault) is not { } node)
        {
            Reason = fault is null ? "it nests too deeply" : $"it is no expression of CEL: {fault}";
            return;
        }

        var compiler = new CelCompiler();
        _code = compiler.Compile(node);
        _slots = compiler.Slots;
        Reason = compiler.Reason;
        UsesOldSelf = compiler.UsesOldSelf;
    }

    /// <summary>Why it cannot be run; null where it can.</summary>
    public string? Reason { get; }

    /// <summary>Whether it speaks of oldSelf.</summary>
    public bool UsesOldSelf { get; }

    /// <summary>Reads an expression.</summary>
    public static CelProgram Of(string text)
    {
        if (Kept.TryGetValue(text, out var program))
        {
            return program;
        }

        program = new(text);
        if (Kept.Count < MostKept)
        {
            Kept.TryAdd(text, program);
        }

        return program;
    }

    /// <summary>Runs it.</summary>
    /// <returns>Its value; a failure where it has none.</returns>
    public CelValue Run(CelValue self, CelValue? oldSelf = null)
    {
        if (Reason is not null)
        {
            return CelUnknown.Because(Reason);
        }

        try
        {
            return _code!(new Frame(self, oldSelf, _slots));
        }
        catch (TooManyStepsException)
        {
            return CelUnknown.Because("it takes too many steps");
        }
    }
}
