using System.Net;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Cel.Values;

/// <summary>An IP address.</summary>
internal sealed class CelIp(IPAddress value) : CelValue
{
    public IPAddress Value { get; } = value;

    public override string TypeName => "net.IP";
}

/// <summary>A block of IP addresses.</summary>
internal sealed class CelCidr(IPAddress address, int prefix) : CelValue
{
    public IPAddress Address { get; } = address;

    public int Prefix { get; } = prefix;

    public override string TypeName => "net.CIDR";
}

/// <summary>A URL.</summary>
internal sealed class CelUrl(Functions.GoUrl value) : CelValue
{
    public Functions.GoUrl Value { get; } = value;

    public override string TypeName => "kubernetes.URL";
}

/// <summary>A quantity.</summary>
internal sealed class CelQuantity(Quantity value) : CelValue
{
    public Quantity Value { get; } = value;

    public override string TypeName => "kubernetes.Quantity";
}

/// <summary>A semantic version.</summary>
internal sealed class CelSemver(Functions.SemanticVersion value) : CelValue
{
    public Functions.SemanticVersion Value { get; } = value;

    public override string TypeName => "kubernetes.Semver";
}

/// <summary>A named format of texts.</summary>
internal sealed class CelFormat(string name, Func<string, bool> isValid) : CelValue
{
    public string Name { get; } = name;

    /// <summary>Whether a text has the format.</summary>
    public Func<string, bool> IsValid { get; } = isValid;

    public override string TypeName => "kubernetes.NamedFormat";
}
