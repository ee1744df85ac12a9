namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Services, Ingresses, NetworkPolicies and EndpointSlices.</summary>
public sealed class InvalidNetworkingTests
{
    private const string Id = "K8S218";

    public static RuleRows Rows => new(Id)
    {
        { "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}]}}", Expected.False },
        { "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {}}", Expected.True },
        { "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: []}}", Expected.True },
        { "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {clusterIP: None}}", Expected.False },
        { "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: !unknown }}", Expected.Unknown },
        { "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: !open {}}", Expected.Unknown },
        { "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: loadbalancer, ports: [{port: 80}]}}", Expected.True },
        { "V1IngressSpec {rules: [{http: {paths: [{path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}", Expected.False },
        { "V1IngressSpec {rules: [{http: {paths: [{path: 'a', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}", Expected.True },
        { "V1IngressSpec {rules: [{http: {paths: [{path: !unknown , pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}", Expected.False },
        { "V1IngressSpec {rules: [{http: {paths: [{path: /, pathType: !unknown , backend: {service: {name: web, port: {number: 80}}}}]}}]}", Expected.Unknown },
        { "V1NetworkPolicySpec {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: !unknown }}]}]}", Expected.Unknown },
        { "V1NetworkPolicySpec {podSelector: {}, ingress: [{from: [{}]}]}", Expected.True },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: ExternalName, externalName: example.com}}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: ExternalName}}", "spec.externalName")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: ExternalName, externalName: example.com.}}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: ExternalName, externalName: Example.com}}", "spec.externalName")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: ExternalName, externalName: example.com, clusterIP: None}}", "spec.clusterIP")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], externalTrafficPolicy: Local}}", "spec.externalTrafficPolicy")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: NodePort, ports: [{port: 80}], externalTrafficPolicy: Local}}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, ports: [{port: 80}], externalTrafficPolicy: Local, healthCheckNodePort: 30000}}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: NodePort, ports: [{port: 80}], externalTrafficPolicy: Local, healthCheckNodePort: 30000}}", "spec.healthCheckNodePort")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], loadBalancerSourceRanges: [10.0.0.0/8]}}", "spec.loadBalancerSourceRanges")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, ports: [{port: 80}], loadBalancerSourceRanges: [10.0.0.0/8, ' ::/0 ']}}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, ports: [{port: 80}], loadBalancerSourceRanges: [10.0.0.0/33, 10.0.0.1/8, 010.0.0.0/8, a]}}", "spec.loadBalancerSourceRanges[0] spec.loadBalancerSourceRanges[1] spec.loadBalancerSourceRanges[2] spec.loadBalancerSourceRanges[3]")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], externalIPs: [10.0.0.1, 127.0.0.1, 169.254.1.1, 010.0.0.1, '::1', '::', 'fe80::1', '::ffff:1.2.3.4', a]}}", "spec.externalIPs[1] spec.externalIPs[2] spec.externalIPs[3] spec.externalIPs[4] spec.externalIPs[5] spec.externalIPs[6] spec.externalIPs[7] spec.externalIPs[8]")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 86400}}}}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 86401}}}}", "spec.sessionAffinityConfig.clientIP.timeoutSeconds")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 0}}}}", "spec.sessionAffinityConfig.clientIP.timeoutSeconds")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], sessionAffinity: None}}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], ipFamilies: [IPv4, IPv6]}}", "spec.ipFamilyPolicy")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], ipFamilies: [IPv4, IPv6], ipFamilyPolicy: SingleStack}}", "spec.ipFamilyPolicy")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], ipFamilies: [IPv4, IPv6], ipFamilyPolicy: !unknown }}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], ipFamilies: [IPv4, IPv6], ipFamilyPolicy: PreferDualStack}}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], ipFamilies: [IPv4]}}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {clusterIP: None, ipFamilies: [IPv4, IPv6]}}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {clusterIP: None, selector: {}, ipFamilies: [IPv4, IPv6]}}", "")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {clusterIP: None, selector: {a: b}, ipFamilies: [IPv4, IPv6]}}", "spec.ipFamilyPolicy")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 'fd00::1']}}", "spec.ipFamilyPolicy")]
    public void Service_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1IngressSpec {}", "")]
    [InlineData("{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web}, spec: {}}", "spec")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: '/a//b', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}", "rules[0].http.paths[0].path")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: '/a/../b', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}", "rules[0].http.paths[0].path")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: '/a/..', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}", "rules[0].http.paths[0].path")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: '/a%2Fb', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}", "rules[0].http.paths[0].path")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: '/a/..b', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}", "")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: '/a//b', pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}]}}]}", "")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: '', pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}]}}]}", "")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: 'a', pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}]}}]}", "rules[0].http.paths[0].path")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: '', pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}]}}]}", "rules[0].http.paths[0].path")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: '/', pathType: prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}", "rules[0].http.paths[0].pathType")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: /, backend: {service: {name: web, port: {number: 80}}}}]}}]}", "rules[0].http.paths[0].pathType")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {}}]}}]}", "rules[0].http.paths[0].backend")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web}}}]}}]}", "rules[0].http.paths[0].backend")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80, name: http}}}}]}}]}", "rules[0].http.paths[0].backend")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 65536}}}}]}}]}", "rules[0].http.paths[0].backend.service.port.number")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: a.b, port: {name: HTTP}}}}]}}]}", "rules[0].http.paths[0].backend.service.name rules[0].http.paths[0].backend.service.port.name")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {resource: {kind: A, name: b}, service: {name: web, port: {number: 80}}}}]}}]}", "rules[0].http.paths[0].backend")]
    [InlineData("V1IngressSpec {defaultBackend: {service: {name: web, port: {number: 80}}}, rules: [{host: 10.0.0.1}, {host: '*.a.io'}, {host: '*'}, {host: 'a.*'}, {host: A.io}]}", "rules[0].host rules[2].host rules[3].host rules[4].host")]
    public void Ingress_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}", "")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]}", "ingress[0].from[0]")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.1/8}}]}]}", "ingress[0].from[0].ipBlock.cidr")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}]}", "")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}]}]}", "ingress[0].from[0].ipBlock.except[0]")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16]}}]}]}", "ingress[0].from[0].ipBlock.except[0]")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{from: [{ipBlock: {}}]}]}", "ingress[0].from[0].ipBlock.cidr")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{ports: [{port: 0}]}]}", "ingress[0].ports[0].port")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{ports: [{port: 1}, {port: 65535}]}]}", "")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{ports: [{port: 65536}]}]}", "ingress[0].ports[0].port")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{ports: [{port: 80, endPort: 79}]}]}", "ingress[0].ports[0].endPort")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{ports: [{port: 80, endPort: 80}]}]}", "")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{ports: [{endPort: 80}]}]}", "ingress[0].ports[0].endPort")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{ports: [{port: http, endPort: 80}]}]}", "ingress[0].ports[0].endPort")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{ports: [{port: 80, protocol: tcp}]}]}", "ingress[0].ports[0].protocol")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, policyTypes: [Ingress, Egress]}", "")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, policyTypes: [ingress]}", "policyTypes[0]")]
    public void NetworkPolicy_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web}, addressType: IPv4, endpoints: [{addresses: [10.0.0.1]}]}", "")]
    [InlineData("{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web}, addressType: IPv4, endpoints: [{addresses: ['fd00::1']}]}", "endpoints[0].addresses")]
    [InlineData("{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web}, addressType: IPv6, endpoints: [{addresses: ['fd00::1']}]}", "")]
    [InlineData("{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web}, addressType: IPv4, endpoints: [{addresses: [127.0.0.1]}]}", "endpoints[0].addresses[0]")]
    [InlineData("{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web}, addressType: IPv4, endpoints: [{addresses: [10.0.0.01]}]}", "endpoints[0].addresses[0]")]
    [InlineData("{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web}, addressType: FQDN, endpoints: [{addresses: [a.b]}]}", "")]
    [InlineData("{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web}, addressType: FQDN, endpoints: [{addresses: [a]}]}", "endpoints[0].addresses[0]")]
    [InlineData("{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web}, addressType: IPv4, endpoints: [{addresses: []}]}", "endpoints[0].addresses")]
    [InlineData("{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web}, addressType: !unknown , endpoints: [{addresses: [10.0.0.1]}]}", "")]
    public void EndpointSlice_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {}}", "'ports' is refused by the API server in a Service, an Ingress, a NetworkPolicy or an EndpointSlice: a Service that has an address has one port at least")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], externalTrafficPolicy: Local}}", "'Local' is refused by the API server in a Service, an Ingress, a NetworkPolicy or an EndpointSlice: only a Service that is reached from outside has it: of type 'NodePort' or 'LoadBalancer', or with externalIPs")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: loadbalancer, ports: [{port: 80}]}}", "'loadbalancer' is refused by the API server in a Service, an Ingress, a NetworkPolicy or an EndpointSlice: it has to be one of 'ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'; did you mean 'LoadBalancer'?")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: 'a', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}", "'a' is refused by the API server in a Service, an Ingress, a NetworkPolicy or an EndpointSlice: it has to begin with '/'")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web}}}]}}]}", "'backend' is refused by the API server in a Service, an Ingress, a NetworkPolicy or an EndpointSlice: its Service needs a port, by name or by number")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.1/8}}]}]}", "'10.0.0.1/8' is refused by the API server in a Service, an Ingress, a NetworkPolicy or an EndpointSlice: it has bits beyond its prefix; '10.0.0.0/8' is meant")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{ports: [{port: 80, endPort: 79}]}]}", "'79' is refused by the API server in a Service, an Ingress, a NetworkPolicy or an EndpointSlice: it has to be at least port")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: loadbalancer, ports: [{port: 80}]}}", "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, ports: [{port: 80}]}}", true)]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}], externalTrafficPolicy: Local}}", "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}]}}", false)]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: ExternalName, externalName: Example.com}}", "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: ExternalName, externalName: example.com}}", true)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);

    [Theory]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {}}")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.1/8}}]}]}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
