using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>Values that may be none. What stands in for none, or is made of a value, is evaluated only where it is asked for: those are macros.</summary>
/// <remarks>Upstream: cel-go's cel/library.go (OptionalTypes).</remarks>
internal static class OptionalFunctions
{
    public static void Register()
    {
        FunctionTable.AddGlobal("optional.of", arguments => arguments is [var value] ? CelOptional.Of(value) : CelError.NoSuchOverload);
        FunctionTable.AddGlobal("optional.none", arguments => arguments.Length == 0 ? CelOptional.None : CelError.NoSuchOverload);
        FunctionTable.AddGlobal("optional.ofNonZeroValue", arguments => arguments is [var value] ? value.IsZero ? CelOptional.None : CelOptional.Of(value) : CelError.NoSuchOverload);
        FunctionTable.AddGlobal("optional.unwrap", Unwrap);
        FunctionTable.AddMember("unwrapOpt", Unwrap);
        FunctionTable.AddMember("hasValue", arguments => arguments is [CelOptional optional] ? CelBool.Of(optional.Value is not null) : CelError.NoSuchOverload);
        FunctionTable.AddMember("value", arguments => arguments is [CelOptional optional] ? optional.Value ?? new CelError("optional.none() dereference") : CelError.NoSuchOverload);
        FunctionTable.AddMember("first", arguments => arguments is [CelListValue list] ? CelOptional.Of(list.Items.FirstOrDefault()) : CelError.NoSuchOverload);
        FunctionTable.AddMember("last", arguments => arguments is [CelListValue list] ? CelOptional.Of(list.Items.LastOrDefault()) : CelError.NoSuchOverload);
    }

    private static CelValue Unwrap(CelValue[] arguments) => arguments is not [CelListValue list] ? CelError.NoSuchOverload
        : list.Items.FirstOrDefault(i => i is not CelOptional) is { } other ? other.IsFailure ? other : new CelError($"value {Texts.Show(other)} is not optional")
        : new CelMadeList([.. list.Items.Select(i => ((CelOptional)i).Value).OfType<CelValue>()]);
}
