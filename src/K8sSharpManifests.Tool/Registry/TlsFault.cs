using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>Why there is no encrypted connection.</summary>
internal enum TlsFault
{
    /// <summary>There is one, or something else is wrong.</summary>
    None,

    /// <summary>The certificate has expired, or is not valid yet.</summary>
    Expired,

    /// <summary>The certificate is for another host.</summary>
    WrongHost,

    /// <summary>Nobody whom this machine trusts has signed the certificate.</summary>
    UnknownAuthority,

    /// <summary>Something else is wrong with the certificate.</summary>
    Certificate,

    /// <summary>The server speaks no TLS there.</summary>
    NotSpoken,

    /// <summary>The two cannot agree.</summary>
    Other,
}

/// <summary>A certificate is not to be trusted.</summary>
internal sealed class CertificateException : AuthenticationException
{
    private CertificateException(TlsFault fault, string message) : base(message) => Fault = fault;

    /// <summary>Why.</summary>
    public TlsFault Fault { get; }

    /// <summary>What is wrong with a certificate; null for nothing.</summary>
    /// <param name="certificate">The certificate; null where the server showed none.</param>
    /// <param name="chain">What it was traced back through.</param>
    /// <param name="errors">What the runtime says.</param>
    public static CertificateException? Of(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var fault = TlsFaults.Of(certificate, chain, errors);
        var text = fault != TlsFault.Expired ? null
            : certificate is X509Certificate2 own && OutOfTime(own) is { } time ? $"its certificate {time}"
            : chain?.ChainElements.Select(element => OutOfTime(element.Certificate)).FirstOrDefault(found => found is not null) is { } above ? $"a certificate that it is signed by {above}"
            : null;
        return fault == TlsFault.None ? null : new(fault, text ?? TlsFaults.Text(fault)!);
    }

    /// <summary>Since when a certificate is not valid any more, or from when it will be, to follow its name; null where it is valid now.</summary>
    public static string? OutOfTime(X509Certificate2 certificate) =>
        certificate.NotAfter.ToUniversalTime() is var end && end < DateTime.UtcNow ? string.Create(CultureInfo.InvariantCulture, $"has expired on {end:yyyy-MM-dd HH:mm:ss} UTC")
        : certificate.NotBefore.ToUniversalTime() is var start && start > DateTime.UtcNow ? string.Create(CultureInfo.InvariantCulture, $"is not valid before {start:yyyy-MM-dd HH:mm:ss} UTC")
        : null;
}

/// <summary>Judges certificates as the runtime does, and says what is wrong.</summary>
internal static class TlsFaults
{
    /// <summary>What is wrong with a certificate, the first that Go would name: its time, its host, its authority (Verify in crypto/x509/verify.go).</summary>
    /// <param name="certificate">The certificate; null where the server showed none.</param>
    /// <param name="chain">What it was traced back through.</param>
    /// <param name="errors">What the runtime says.</param>
    public static TlsFault Of(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return TlsFault.None;
        }

        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        return certificate is null ? TlsFault.Certificate
            : status.HasFlag(X509ChainStatusFlags.NotTimeValid) ? TlsFault.Expired
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? TlsFault.WrongHost
            : (status & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0 ? TlsFault.UnknownAuthority
            : TlsFault.Certificate;
    }

    /// <summary>Whether it is about the certificate.</summary>
    public static bool IsAboutCertificate(TlsFault fault) => fault is TlsFault.Expired or TlsFault.WrongHost or TlsFault.UnknownAuthority or TlsFault.Certificate;

    /// <summary>What to tell of it, to follow a colon; null where the runtime's own words say more.</summary>
    public static string? Text(TlsFault fault) => fault switch
    {
        TlsFault.Expired => "its certificate has expired, or is not valid yet",
        TlsFault.WrongHost => "its certificate is for another host",
        TlsFault.UnknownAuthority => "its certificate is signed by nobody whom this machine trusts",
        TlsFault.Certificate => "its certificate is not to be trusted",
        TlsFault.NotSpoken => "it speaks no TLS",
        _ => null,
    };
}
