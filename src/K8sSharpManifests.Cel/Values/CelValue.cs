namespace K8sSharpManifests.Cel.Values;

/// <summary>A value of CEL, an error, or what is not known.</summary>
internal abstract class CelValue
{
    /// <summary>The name of its type, as CEL's <c>type</c> gives it.</summary>
    public abstract string TypeName { get; }

    /// <summary>Whether it is an error or not known, so that what is made of it is the same.</summary>
    public virtual bool IsFailure => false;

    /// <summary>Whether optional.ofNonZeroValue takes it for nothing.</summary>
    public virtual bool IsZero => false;
}

/// <summary>What stands for a value that an expression could not give: CEL hands it on, and <c>&amp;&amp;</c> and <c>||</c> may do without it.</summary>
internal sealed class CelError(string message) : CelValue
{
    public string Message { get; } = message;

    public override string TypeName => "error";

    public override bool IsFailure => true;

    public static CelError NoSuchOverload { get; } = new("no such overload");

    public static CelError NoSuchKey(string key) => new($"no such key: {key}");

    public static CelError Conversion(string from, string to) => new($"type conversion error from '{from}' to '{to}'");
}

/// <summary>A value that is not known: the data does not say it, or nobody here can compute it.</summary>
internal sealed class CelUnknown : CelValue
{
    /// <summary>What the data does not say.</summary>
    public static readonly CelUnknown Data = new(null);

    private CelUnknown(string? reason) => Reason = reason;

    /// <summary>Why it cannot be computed; null where the data does not say it.</summary>
    public string? Reason { get; }

    public override string TypeName => "unknown";

    public override bool IsFailure => true;

    public static CelUnknown Because(string reason) => new(reason);
}

/// <summary>null.</summary>
internal sealed class CelNull : CelValue
{
    public static readonly CelNull Value = new();

    public override string TypeName => "null_type";

    public override bool IsZero => true;
}

/// <summary>true or false.</summary>
internal sealed class CelBool : CelValue
{
    public static readonly CelBool True = new(true);
    public static readonly CelBool False = new(false);

    private CelBool(bool value) => Value = value;

    public bool Value { get; }

    public override string TypeName => "bool";

    public override bool IsZero => !Value;

    public static CelBool Of(bool value) => value ? True : False;
}

/// <summary>A whole number of 64 bits.</summary>
internal sealed class CelInt(long value) : CelValue
{
    public long Value { get; } = value;

    public override string TypeName => "int";

    public override bool IsZero => Value == 0;
}

/// <summary>A whole number of 64 bits without a sign.</summary>
internal sealed class CelUint(ulong value) : CelValue
{
    public ulong Value { get; } = value;

    public override string TypeName => "uint";

    public override bool IsZero => Value == 0;
}

/// <summary>A number with a fraction.</summary>
internal sealed class CelDouble(double value) : CelValue
{
    public double Value { get; } = value;

    public override string TypeName => "double";

    public override bool IsZero => Value == 0;
}

/// <summary>A text.</summary>
internal sealed class CelString(string value) : CelValue
{
    public string Value { get; } = value;

    public override string TypeName => "string";

    public override bool IsZero => Value.Length == 0;
}

/// <summary>Bytes.</summary>
internal sealed class CelBytes(byte[] value) : CelValue
{
    public byte[] Value { get; } = value;

    public override string TypeName => "bytes";

    public override bool IsZero => Value.Length == 0;
}

/// <summary>A type, which is a value too.</summary>
internal sealed class CelTypeValue(string name) : CelValue
{
    public string Name { get; } = name;

    public override string TypeName => "type";
}

/// <summary>A value, or none.</summary>
internal sealed class CelOptional : CelValue
{
    public static readonly CelOptional None = new(null);

    private CelOptional(CelValue? value) => Value = value;

    /// <summary>The value; null for none.</summary>
    public CelValue? Value { get; }

    public override string TypeName => "optional_type";

    public override bool IsZero => Value is null;

    /// <summary>An optional value; what is none is <see cref="None"/>, and a failure stays one.</summary>
    public static CelValue Of(CelValue? value) => value is null ? None : value.IsFailure ? value : new CelOptional(value);
}
