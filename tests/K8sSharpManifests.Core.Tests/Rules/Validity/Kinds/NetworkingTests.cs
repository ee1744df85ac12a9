namespace K8sSharpManifests.Core.Tests.Rules.Validity.Kinds;

/// <summary>What is refused of networking kinds, each with the finding that it has, or with none where the API server takes it or nobody can know.</summary>
public sealed class NetworkingTests
{
    [Theory]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], clusterIP: 10.0.0.1, clusterIPs: [10.0.0.2]}", "K8S218 clusterIPs: its first address has to be that of clusterIP")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], clusterIP: None, clusterIPs: [None, 10.0.0.1]}", "K8S218 clusterIPs: 'None' stands alone")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], clusterIPs: [10.0.0.1]}", "K8S218 clusterIPs: it has to be empty where clusterIP is")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], type: NodePort, clusterIP: None}", "K8S218 clusterIP: a Service of this type has an address, and cannot be 'None'")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], type: NodePort, clusterIP: None, clusterIPs: [None]}", "K8S218 clusterIPs[0]: a Service of this type has an address, and cannot be 'None'")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 'fd00::1', 10.0.0.2]}", "K8S218 clusterIPs: it has at most 2 addresses, one of each family")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 'fd00::1'], ipFamilyPolicy: PreferDualStack}")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 10.0.0.2], ipFamilyPolicy: PreferDualStack}", "K8S218 clusterIPs: it has one address of each family")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1], ipFamilies: [IPv6]}", "K8S218 clusterIPs[0]: it is not of the family that stands there in ipFamilies")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], clusterIP: 10.0.0.1, ipFamilies: [!unknown ]}")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], ipFamilies: [IPv4, IPv4]}", "K8S218 ipFamilies[1]: each family stands there once")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], clusterIP: 10.0.0.1, ipFamilies: [IPv6]}", "K8S218 clusterIP: it is not of the family that stands there in ipFamilies")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1], ipFamilies: [IPv4]}")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], clusterIP: 010.0.0.1}", "K8S218 clusterIP: its numbers cannot begin with 0")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], type: NodePort, externalTrafficPolicy: local}", "K8S218 externalTrafficPolicy: it has to be one of 'Cluster', 'Local'; did you mean 'Local'?")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], type: !unknown , clusterIP: None}")]
    [InlineData("V1ServiceSpec {ports: [{port: 80}], externalIPs: [224.0.0.1, 'ff02::1']}", "K8S218 externalIPs[0]: it cannot be in the link-local multicast range (224.0.0.0/24, ff02::/16)", "K8S218 externalIPs[1]: it cannot be in the link-local multicast range (224.0.0.0/24, ff02::/16)")]
    [InlineData("{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a, annotations: {kubernetes.io/ingress.class: b}}, spec: {ingressClassName: c, defaultBackend: {service: {name: a, port: {number: 80}}}}}", "K8S225 metadata.annotations.kubernetes.io/ingress.class: it has to be that of ingressClassName; leave the annotation out")]
    [InlineData("{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a, annotations: {kubernetes.io/ingress.class: c}}, spec: {ingressClassName: c, defaultBackend: {service: {name: a, port: {number: 80}}}}}")]
    [InlineData("{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a}, addressType: IPv4, endpoints: [{addresses: [10.0.0.1], hints: {forZones: [{name: a}, {name: a}]}}]}", "K8S218 endpoints[0].hints.forZones[1].name: each stands there once")]
    [InlineData("{apiVersion: networking.k8s.io/v1, kind: IPAddress, metadata: {name: '2001:DB8::1'}, spec: {parentRef: {resource: services, name: a}}}", "K8S201 metadata.name: it has to be the address as everybody writes it: '2001:db8::1'")]
    [InlineData("{apiVersion: networking.k8s.io/v1, kind: ServiceCIDR, metadata: {name: a}, spec: {cidrs: [10.0.0.0/24, 'fd00::/64', 10.1.0.0/24]}}", "K8S225 spec.cidrs: it can have two blocks at most")]
    [InlineData("{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a}, addressType: FQDN, endpoints: [{addresses: [a.<b*64>]}]}", "K8S218 endpoints[0].addresses[0]: each of its parts has at most 63 characters")]
    [InlineData("{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: a}, addressType: IPv4, endpoints: [], ports: [{port: 80}, {port: 81}]}", "K8S218 ports[1].name: each port has a name of its own, or none where it is the only one")]
    [InlineData("{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: a}, spec: {controller: a.io/b, parameters: {}}}", "K8S218 spec.parameters.kind: parameters are named by kind and name", "K8S218 spec.parameters.name: parameters are named by kind and name")]
    [InlineData("{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: a}, spec: {controller: a.io/b, parameters: {kind: A, name: b, scope: Namespace}}}", "K8S218 spec.parameters.namespace: with the scope 'Namespace' they lie in one")]
    [InlineData("{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: a}, spec: {controller: a.io/b, parameters: {kind: A, name: b, namespace: c}}}", "K8S218 spec.parameters.namespace: with the scope 'Cluster' they lie in none")]
    [InlineData("{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: a}, spec: {controller: 'a.io/b c'}}", "K8S218 spec.controller: its path has characters that a URL's path cannot have")]
    [InlineData("V1IngressSpec {rules: [{http: {paths: []}}]}", "K8S218 rules[0].http.paths: a rule has one path at least")]
    [InlineData("V1IngressSpec {defaultBackend: {service: {port: {number: 80}}}}", "K8S218 defaultBackend.service.name: it has to be the name of a Service")]
    [InlineData("V1IngressSpec {defaultBackend: {resource: {}}}", "K8S204 defaultBackend.resource.kind: a resource is named by its kind and its name", "K8S204 defaultBackend.resource.name: a resource is named by its kind and its name")]
    [InlineData("V1NetworkPolicySpec {podSelector: {}, policyTypes: [Ingress, Egress, Ingress]}", "K8S218 policyTypes: it has at most two: 'Ingress' and 'Egress'")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: a, annotations: {service.kubernetes.io/topology-mode: a, service.kubernetes.io/topology-aware-hints: b}}, spec: {ports: [{port: 80}]}}", "K8S225 metadata.annotations.service.kubernetes.io/topology-mode: it has to be that of 'service.kubernetes.io/topology-aware-hints', where both are there")]
    public void Object_IsRefusedWhereItIsWrong(string fragment, params string[] findings) =>
        Assert.Equal(findings.Select(Refused.Full), Refused.Findings(fragment).Select(finding => Refused.Told(finding)));
}
