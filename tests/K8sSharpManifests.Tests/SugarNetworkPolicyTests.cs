using k8s.Models;

namespace K8sSharpManifests.Tests;

public class SugarNetworkPolicyTests
{
    private static V1Deployment Web => K8s.Deployment("web").WithNamespace("shop").AddContainer("web", "web:1");

    [Fact]
    public void Policy_OfAWorkload() => Yaml.AssertIs(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
          namespace: shop
        spec:
          egress:
          - ports:
            - port: 5432
            to:
            - namespaceSelector:
                matchLabels:
                  kubernetes.io/metadata.name: data
              podSelector:
                matchLabels:
                  app: db
          - ports:
            - port: 53
              protocol: UDP
            - port: 53
              protocol: TCP
          ingress:
          - from:
            - podSelector:
                matchLabels:
                  app: frontend
            ports:
            - port: 8080
            - port: metrics
          - from:
            - namespaceSelector:
                matchLabels:
                  kubernetes.io/metadata.name: monitoring
          podSelector:
            matchLabels:
              app: web
          policyTypes:
          - Ingress
          - Egress
        """,
        Web.AllowFrom(K8s.Deployment("frontend"), 8080, "metrics")
            .AllowFrom(K8s.Namespace("monitoring"))
            .AllowTo(K8s.StatefulSet("db").WithNamespace("data"), 5432)
            .AllowDns());

    [Fact]
    public void PolicyWithoutRulesOfOneKind_LeavesThatKindAlone() => Yaml.AssertIs(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
        spec:
          egress:
          - ports:
            - port: 5432
            to:
            - podSelector:
                matchLabels:
                  app: db
          podSelector:
            matchLabels:
              app: web
          policyTypes:
          - Egress
        """,
        K8s.NetworkPolicy("web").AllowTo(K8s.Service("db"), 5432));

    [Fact]
    public void Policy_OfAddresses() => Yaml.AssertIs(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
          namespace: shop
        spec:
          egress:
          - ports:
            - port: 5432
            to:
            - podSelector:
                matchLabels:
                  app: db
          - ports:
            - port: 443
            to:
            - ipBlock:
                cidr: 10.0.0.0/8
          ingress:
          - from:
            - ipBlock:
                cidr: 192.168.0.0/16
          podSelector:
            matchLabels:
              app: web
          policyTypes:
          - Egress
          - Ingress
        """,
        Web.AllowTo(K8s.StatefulSet("db"), 5432).AllowTo("10.0.0.0/8", 443).AllowFrom("192.168.0.0/16"));

    [Fact]
    public void Policy_DeniesAll() => Yaml.AssertIs(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: default-deny
        spec:
          podSelector: {}
          policyTypes:
          - Ingress
          - Egress
        """,
        K8s.NetworkPolicy("default-deny").AllowDns().DenyAll());

    [Fact]
    public void Policy_IsMadeForAllThatRunsForever()
    {
        var (other, service) = (K8s.Job("migrate"), K8s.Service("x"));

        Assert.Equal("db", K8s.StatefulSet("db").AllowTo(other, 5432).Spec.PodSelector.MatchLabels["app"]);
        Assert.Equal("log", K8s.DaemonSet("log").AllowTo(other, 1).Spec.PodSelector.MatchLabels["app"]);
        Assert.Equal("p", K8s.Pod("p").AddLabel("app", "p").AllowTo(service).Spec.PodSelector.MatchLabels["app"]);
        Assert.Equal("db", K8s.StatefulSet("db").AllowFrom(other, 5432).Spec.PodSelector.MatchLabels["app"]);
        Assert.Equal("log", K8s.DaemonSet("log").AllowFrom(K8s.CronJob("c", "@daily"), 1).Spec.PodSelector.MatchLabels["app"]);
        Assert.Equal("p", K8s.Pod("p").AddLabel("app", "p").AllowFrom(service).Spec.PodSelector.MatchLabels["app"]);
        Assert.Equal("migrate", K8s.NetworkPolicy("n").AllowFrom(other).Spec.Ingress[0].FromProperty[0].PodSelector.MatchLabels["app"]);
        Assert.Equal("r", K8s.NetworkPolicy("n").AllowFrom(K8s.ReplicaSet("r")).Spec.Ingress[0].FromProperty[0].PodSelector.MatchLabels["app"]);
        Assert.Equal("p", K8s.NetworkPolicy("n").AllowFrom(K8s.Pod("p").AddLabel("app", "p")).Spec.Ingress[0].FromProperty[0].PodSelector.MatchLabels["app"]);
        Assert.Equal("d", K8s.NetworkPolicy("n").AllowFrom(K8s.DaemonSet("d")).Spec.Ingress[0].FromProperty[0].PodSelector.MatchLabels["app"]);
    }

    /// <summary>A selector without labels would let everybody in.</summary>
    [Fact]
    public void PeerWithoutLabels_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => Web.AllowFrom(K8s.Pod("p")));
        Assert.Throws<InvalidOperationException>(() => Web.AllowFrom(K8s.ConfigMap("c")));
        Assert.Throws<InvalidOperationException>(() => new V1Deployment().AllowFrom(Web));
    }

    [Fact]
    public void Rule_HasPortsAndPeers() => Yaml.AssertIs(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
        spec:
          egress:
          - ports:
            - port: 443
            to:
            - namespaceSelector:
                matchLabels:
                  kubernetes.io/metadata.name: proxy
          ingress:
          - from:
            - podSelector:
                matchLabels:
                  app: frontend
            ports:
            - port: 8080
            - port: dns
              protocol: UDP
          podSelector:
            matchLabels:
              app: web
        """,
        K8s.NetworkPolicy("web")
            .AddIngress(i => i.AddPort(8080).AddPort("dns", Protocol.Udp).AddFrom(K8s.Deployment("frontend")))
            .AddEgress(e => e.AddPort(443).AddTo(K8s.Namespace("proxy"))));

    [Fact]
    public void Rule_HasAddresses()
    {
        Assert.Equal("10.0.0.0/8", new V1NetworkPolicyIngressRule().AddFrom("10.0.0.0/8").FromProperty[0].IpBlock.Cidr);
        Assert.Equal("10.0.0.0/8", new V1NetworkPolicyEgressRule().AddTo("10.0.0.0/8").To[0].IpBlock.Cidr);
    }
}
