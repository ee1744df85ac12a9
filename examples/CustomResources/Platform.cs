using K8sSharpManifests.CustomResources;

namespace CustomResources;

/// <summary>A shop behind a Gateway, with a certificate, watched by Prometheus. What is not a Deployment or a Service is a custom resource, of the definitions in crds/.</summary>
[ManifestNamespace("shop")]
public static class Platform
{
    private const string Host = "shop.example.com";
    private const string TlsSecret = "shop-tls";
    private const int Port = 80;

    /// <summary>Who signs: Let's Encrypt, which proves by HTTP through the Gateway that the host is ours.</summary>
    [Manifest]
    public static Issuer LetsEncrypt => K8s.Issuer("letsencrypt")
        .WithAcme(acme => acme
            .WithServer("https://acme-v02.api.letsencrypt.org/directory")
            .WithEmail("platform@example.com")
            .WithPrivateKeySecretRef(key => key.WithName("letsencrypt-account"))
            .AddSolver(solver => solver
                .WithHttp01(http => http.WithGatewayHTTPRoute(route => route.AddParentRef(parent => parent.WithName("edge").WithKind("Gateway"))))));

    /// <summary>What is signed: the Secret that the Gateway shows to browsers.</summary>
    [Manifest]
    public static Certificate Tls => K8s.Certificate("shop")
        .WithSecretName(TlsSecret)
        .AddDnsName(Host)
        .WithIssuerRef(issuer => issuer.WithName("letsencrypt").WithKind("Issuer"))
        .WithPrivateKey(key => key.WithAlgorithm(CertificateSpecPrivateKeyAlgorithm.ECDSA).WithSize(256));

    /// <summary>The way in: HTTPS for the shop, and HTTP for who has typed no scheme.</summary>
    [Manifest]
    public static Gateway Edge => K8s.Gateway("edge")
        .WithGatewayClassName("public")
        .AddListener(http => http.WithName("http").WithProtocol("HTTP").WithPort(80))
        .AddListener(https => https
            .WithName("https")
            .WithProtocol("HTTPS")
            .WithPort(443)
            .WithHostname(Host)
            .WithTls(tls => tls.AddCertificateRef(certificate => certificate.WithName(TlsSecret))));

    /// <summary>Sends who comes by HTTP to HTTPS.</summary>
    [Manifest]
    public static HTTPRoute ToHttps => K8s.HTTPRoute("to-https")
        .AddParentRef(edge => edge.WithName("edge").WithSectionName("http"))
        .AddHostname(Host)
        .AddRule(rule => rule.AddFilter(filter => filter
            .WithType("RequestRedirect")
            .WithRequestRedirect(redirect => redirect.WithScheme("https").WithStatusCode(301))));

    /// <summary>Brings requests to the shop.</summary>
    [Manifest]
    public static HTTPRoute ToShop => K8s.HTTPRoute("shop")
        .AddParentRef(edge => edge.WithName("edge").WithSectionName("https"))
        .AddHostname(Host)
        .AddRule(rule => rule
            .AddMatch(match => match.WithPath(path => path.WithType("PathPrefix").WithValue("/")))
            .AddBackendRef(shop => shop.WithName("shop").WithPort(Port)));

    /// <summary>Tells Prometheus to look at the Service.</summary>
    [Manifest]
    public static ServiceMonitor Metrics => K8s.ServiceMonitor("shop")
        .WithSelector(selector => selector.AddMatchLabel("app", "shop"))
        .AddEndpoint(endpoint => endpoint.WithPort("http").WithPath("/metrics").WithInterval("30s"));

    /// <summary>The shop itself.</summary>
    [Manifest]
    public static V1Deployment Web => K8s.Deployment("shop")
        .WithReplicas(2)
        .AddContainer("shop", "ghcr.io/example/shop:1.4.2", container => container.AddPort(8080, "http").WithReadinessProbe(probe => probe.WithHttpGet(get => get.WithPath("/healthz").WithPort("http"))));

    /// <summary>Its address in the cluster.</summary>
    [Manifest]
    public static V1Service Service => K8s.Service("shop").AddLabel("app", "shop").AddSelector("app", "shop").AddPort(Port, targetPort: "http", name: "http");
}
