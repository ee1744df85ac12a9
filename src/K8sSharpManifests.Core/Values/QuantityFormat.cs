namespace K8sSharpManifests.Core;

/// <summary>Which family of suffixes a <see cref="Quantity"/> is written with.</summary>
public enum QuantityFormat
{
    /// <summary>n u m, none, k M G T P E: steps of 1000, as in <c>500m</c>.</summary>
    DecimalSI,

    /// <summary>Ki Mi Gi Ti Pi Ei: steps of 1024, as in <c>512Mi</c>.</summary>
    BinarySI,

    /// <summary>e3 e6 e9 and so on, as in <c>12e6</c>.</summary>
    DecimalExponent,
}
