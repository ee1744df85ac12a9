using K8sSharpManifests.Cel.Evaluation;
using K8sSharpManifests.Cel.Operators;
using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>What a function makes of its arguments, of which none is a failure or a list with items that are not seen; the target of a member is the first.</summary>
internal delegate CelValue Function(CelValue[] arguments);

/// <summary>The functions of Kubernetes' CEL, by name. Which of its overloads fits is found when it runs.</summary>
/// <remarks>Upstream: apiserver's pkg/cel/environment/base.go, with what each library of it declares.</remarks>
internal static class FunctionTable
{
    private static readonly Dictionary<string, Function> Globals = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, Function> Members = new(StringComparer.Ordinal);

    static FunctionTable()
    {
        Conversions.Register();
        TextFunctions.Register();
        ListFunctions.Register();
        TimeFunctions.Register();
        NetworkFunctions.Register();
        UrlFunctions.Register();
        QuantityFunctions.Register();
        SemverFunctions.Register();
        FormatFunctions.Register();
        OptionalFunctions.Register();
    }

    /// <summary>A function that is called on its own, like size(a) and ip.isCanonical(a); null where there is none.</summary>
    public static Function? Global(string name) => Globals.TryGetValue(name, out var function) ? function : null;

    /// <summary>A function of a value, like a.size(); null where there is none.</summary>
    public static Function? Member(string name) => Members.TryGetValue(name, out var function) ? function : null;

    public static void AddGlobal(string name, Function function) => Globals.Add(name, function);

    /// <summary>Adds a function of values. One name may be that of functions of several libraries: the first that has an overload is taken.</summary>
    public static void AddMember(string name, Function function) =>
        Members[name] = !Members.TryGetValue(name, out var other) ? function : arguments => other(arguments) is var result && result != CelError.NoSuchOverload ? result : function(arguments);

    /// <summary>Calls a function.</summary>
    public static CelValue Run(Function function, Code[] codes, Frame frame)
    {
        var arguments = new CelValue[codes.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            arguments[i] = CelAnyZero.Adapted(codes[i](frame), CelNull.Value);
        }

        return Failures.FirstOf(arguments) ?? (Array.Exists(arguments, a => a is CelListValue { IsOpen: true } or CelMapValue { IsOpen: true }) ? CelUnknown.Data : function(arguments));
    }
}
