namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What the API server finds wrong with a value, by the kinds of upstream's field.Error.</summary>
internal enum Fault
{
    /// <summary>Nothing is there where something has to be: upstream's Required.</summary>
    Required,

    /// <summary>It is there twice: upstream's Duplicate.</summary>
    Duplicate,

    /// <summary>The API does not know it: upstream's NotSupported.</summary>
    NotSupported,

    /// <summary>A number is too small or too large, or a list too long: upstream's Invalid and TooMany.</summary>
    OutOfRange,

    /// <summary>It has the wrong form, or does not go with another value: upstream's Invalid and TooLong.</summary>
    Invalid,

    /// <summary>It may not be set here: upstream's Forbidden.</summary>
    Forbidden,
}
