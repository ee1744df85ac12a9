using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>Quantities.</summary>
/// <remarks>Upstream: apiserver's pkg/cel/library/quantity.go.</remarks>
internal static class QuantityFunctions
{
    public static void Register()
    {
        FunctionTable.AddGlobal("quantity", arguments => arguments is [CelString text] ? Parse(text.Value) : CelError.NoSuchOverload);
        FunctionTable.AddGlobal("isQuantity", arguments => arguments is [CelString text] ? CelBool.Of(!Quantity.IsRefused(text.Value)) : CelError.NoSuchOverload);
        FunctionTable.AddGlobal("sign", Sign);
        FunctionTable.AddMember("sign", Sign);
        Add("isInteger", quantity => CelBool.Of(quantity.AsInt64() is not null));
        Add("asInteger", quantity => quantity.AsInt64() is { } number ? new CelInt(number) : new CelError("cannot convert value to integer"));
        Add("asApproximateFloat", quantity => new CelDouble(quantity.ToDouble()));
        AddPair("isGreaterThan", (left, right) => CelBool.Of(left > right));
        AddPair("isLessThan", (left, right) => CelBool.Of(left < right));
        AddPair("compareTo", (left, right) => new CelInt(Math.Sign(left.CompareTo(right))));
        AddPair("add", (left, right) => new CelQuantity(Quantity.Sum(left, right)));
        AddPair("sub", (left, right) => new CelQuantity(Quantity.Sum(left, -right)));
    }

    private static CelValue Sign(CelValue[] arguments) => arguments is [CelQuantity quantity] ? new CelInt(quantity.Value.CompareTo(default)) : CelError.NoSuchOverload;

    private static CelValue Parse(string text) =>
        Quantity.TryParse(text.Trim(), out var quantity) ? new CelQuantity(quantity)
        : Quantity.IsRefused(text) ? new CelError("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")
        : CelUnknown.Because($"'{text}' is not read as a quantity here");

    private static void Add(string name, Func<Quantity, CelValue> function) => FunctionTable.AddMember(name, arguments => arguments is [CelQuantity quantity] ? function(quantity.Value) : CelError.NoSuchOverload);

    // Whole numbers stand for quantities only in sums.
    private static void AddPair(string name, Func<Quantity, Quantity, CelValue> function) => FunctionTable.AddMember(name, arguments => arguments switch
    {
        [CelQuantity left, CelQuantity right] => function(left.Value, right.Value),
        [CelQuantity left, CelInt right] when name is "add" or "sub" => function(left.Value, Quantity.From(right.Value, QuantityFormat.DecimalExponent)),
        _ => CelError.NoSuchOverload,
    });
}
