namespace K8sSharpManifests.Cel.Values;

/// <summary>The sum of an empty list of which nobody has said what it holds: a number's zero, or no time at all, as what it meets asks for.</summary>
internal sealed class CelAnyZero : CelValue
{
    public static readonly CelAnyZero Value = new();

    public override string TypeName => "int";

    public override bool IsZero => true;

    /// <summary>The value, as zero of the type of another where it is one of these.</summary>
    public static CelValue Adapted(CelValue value, CelValue other) => value is not CelAnyZero ? value : other switch
    {
        CelUint => new CelUint(0),
        CelDouble => new CelDouble(0),
        CelDuration or CelTimestamp => new CelDuration(0),
        _ => new CelInt(0),
    };
}
