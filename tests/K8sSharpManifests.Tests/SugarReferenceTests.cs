using k8s.Models;

namespace K8sSharpManifests.Tests;

/// <summary>Where an object's name is asked for, the object itself will do.</summary>
public class SugarReferenceTests
{
    private static V1ServiceAccount Account => K8s.ServiceAccount("web").WithNamespace("shop");

    [Fact]
    public void Pod_WithSecretsConfigMapsAndAccount() => Yaml.AssertIs(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
              - name: web
                image: web:1
                env:
                - name: PASSWORD
                  valueFrom:
                    secretKeyRef:
                      key: password
                      name: db
                - name: MODE
                  valueFrom:
                    configMapKeyRef:
                      key: mode
                      name: settings
                      optional: true
                - name: COUNT
                  value: "1"
                - name: OFFSET
                  value: "-2"
                - name: LARGE
                  value: "5000000000"
                - name: "ON"
                  value: "true"
                - name: "OFF"
                  value: "false"
                envFrom:
                - prefix: DB_
                  secretRef:
                    name: db
                - configMapRef:
                    name: settings
              imagePullSecrets:
              - name: regcred
              serviceAccountName: web
        """,
        K8s.Deployment("web")
            .AddContainer("web", "web:1", c => c
                .AddEnvFromSecret("PASSWORD", K8s.Secret("db"), "password")
                .AddEnvFromConfigMap("MODE", K8s.ConfigMap("settings"), key: "mode", optional: true)
                .AddAllEnvFromSecret(K8s.Secret("db"), prefix: "DB_")
                .AddAllEnvFromConfigMap(K8s.ConfigMap("settings"))
                .AddEnv("COUNT", 1).AddEnv("OFFSET", -2).AddEnv("LARGE", 5_000_000_000).AddEnv("ON", true).AddEnv("OFF", false))
            .AddImagePullSecret(K8s.RegistrySecret("regcred", "r", "u", "p"))
            .WithServiceAccount(Account));

    [Fact]
    public void Number_IsTheSameInEveryCulture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("sv-SE");
            Assert.Equal("-1", new V1Container().AddEnv("A", -1).Env[0].Value);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void NullForANameOrAnObject_IsANull()
    {
        Assert.Null(K8s.Pod("p").WithServiceAccount(null).Spec.ServiceAccount);
        Assert.Null(new V1Container().AddEnv("A", null!).Env[0].Value);
        Assert.Null(K8s.RoleBinding("r").WithRoleRef(null).RoleRef);
    }

    [Fact]
    public void ObjectWithoutName_IsNoReference() =>
        Assert.Contains("The Secret has no name", Assert.Throws<InvalidOperationException>(() => K8s.Pod("p").AddImagePullSecret(new V1Secret())).Message, StringComparison.Ordinal);

    [Fact]
    public void Ingress_ToServices() => Yaml.AssertIs(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
        spec:
          rules:
          - host: shop.example
            http:
              paths:
              - backend:
                  service:
                    name: web
                    port:
                      name: http
                path: /
                pathType: Prefix
          - http:
              paths:
              - backend:
                  service:
                    name: api
                    port:
                      number: 8080
                path: /api
                pathType: Prefix
          - host: shop.example
            http:
              paths:
              - backend:
                  service:
                    name: admin
                    port:
                      number: 8443
                path: /admin
                pathType: Exact
          tls:
          - hosts:
            - shop.example
            secretName: certificate
        """,
        K8s.Ingress("shop")
            .AddRule("shop.example", "/", K8s.Deployment("web").Expose(80, "http"))
            .AddRule(null, "/api", K8s.Service("api").AddPort(8080).AddPort(9090))
            .AddRule("shop.example", "/admin", K8s.Deployment("admin").Expose(80), 8443, PathType.Exact)
            .AddTls(K8s.Secret("certificate"), "shop.example"));

    [Fact]
    public void Ingress_ToADefaultService() => Yaml.AssertIs(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
        spec:
          defaultBackend:
            service:
              name: web
              port:
                name: http
        """,
        K8s.Ingress("shop").WithDefaultBackend(K8s.Deployment("web").Expose(80, "http")));

    [Fact]
    public void IngressToAServiceWithoutPort_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => K8s.Ingress("i").AddRule(null, "/", K8s.Service("s")));

    [Fact]
    public void Role_WithItsRules() => Yaml.AssertIs(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: reader
        rules:
        - apiGroups:
          - ""
          resources:
          - configmaps
          - pods/log
          verbs:
          - get
          - list
        - apiGroups:
          - apps
          resourceNames:
          - web
          resources:
          - deployments
          verbs:
          - "*"
        """,
        K8s.Role("reader").AddRule(apiGroups: [""], resources: ["configmaps", "pods/log"], verbs: [Verb.Get, Verb.List]).AddRule(["apps"], ["deployments"], ["*"], resourceNames: ["web"]));

    [Fact]
    public void ClusterRole_WithItsRules() => Yaml.AssertIs(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: reader
        rules:
        - apiGroups:
          - ""
          resources:
          - nodes
          verbs:
          - get
        """,
        K8s.ClusterRole("reader").AddRule([""], ["nodes"], ["get"]));

    [Fact]
    public void RoleBinding_OfARole() => Yaml.AssertIs(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: reader
          namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: reader
        subjects:
        - name: web
          kind: ServiceAccount
          namespace: shop
        """,
        K8s.RoleBinding("reader", K8s.Role("reader").WithNamespace("shop"), Account));

    [Fact]
    public void RoleBinding_OfAClusterRole() => Yaml.AssertIs(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: viewer
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
        - name: web
          kind: ServiceAccount
          namespace: shop
        - name: other
          kind: ServiceAccount
        """,
        K8s.RoleBinding("viewer", K8s.ClusterRole("view"), Account).AddSubject(K8s.ServiceAccount("other")));

    [Fact]
    public void RoleBinding_OfNames() => Yaml.AssertIs(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: reader
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: reader
        subjects:
        - name: web
          kind: ServiceAccount
        """,
        K8s.RoleBinding("reader", role: "reader", serviceAccount: "web"));

    [Fact]
    public void ClusterRoleBinding_OfAClusterRole() => Yaml.AssertIs(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: viewer
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
        - name: web
          kind: ServiceAccount
          namespace: shop
        - name: other
          kind: ServiceAccount
        """,
        K8s.ClusterRoleBinding("viewer", K8s.ClusterRole("view"), Account).AddSubject(K8s.ServiceAccount("other")));
}
