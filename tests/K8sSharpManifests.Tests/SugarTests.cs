using k8s.Models;

namespace K8sSharpManifests.Tests;

public class SugarTests
{
    [Fact]
    public void Container_WithPortsEnvironmentAndResources() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
        spec:
          containers:
          - name: web
            image: web:1.0
            env:
            - name: LEVEL
              value: info
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
            - name: NODE
              valueFrom:
                fieldRef:
                  fieldPath: spec.nodeName
            - name: MEMORY
              valueFrom:
                resourceFieldRef:
                  resource: limits.memory
            envFrom:
            - prefix: DB_
              secretRef:
                name: db
            - configMapRef:
                name: settings
            ports:
            - name: http
              containerPort: 8080
            - name: dns
              containerPort: 53
              protocol: UDP
            resources:
              limits:
                memory: 1Gi
              requests:
                cpu: 250m
                memory: 512Mi
                ephemeral-storage: 1Gi
          imagePullSecrets:
          - name: regcred
          initContainers:
          - name: migrate
            image: migrate:1.0
        """,
        K8s.Pod("p")
            .AddInitContainer("migrate", "migrate:1.0")
            .AddContainer("web", "web:1.0", c => c
                .AddPort(8080, "http")
                .AddPort(53, "dns", "UDP")
                .AddEnv("LEVEL", "info")
                .AddEnvFromSecret("PASSWORD", secret: "db", key: "password")
                .AddEnvFromConfigMap("MODE", configMap: "settings", key: "mode", optional: true)
                .AddEnvFromField("NODE", "spec.nodeName")
                .AddEnvFromResource("MEMORY", "limits.memory")
                .AddAllEnvFromSecret("db", prefix: "DB_")
                .AddAllEnvFromConfigMap("settings")
                .WithRequests(cpu: "250m", memory: "512Mi", ephemeralStorage: "1Gi")
                .WithLimits(memory: "1024Mi"))
            .AddImagePullSecret("regcred"));

    [Fact]
    public void Volumes_AreAddedAndMountedInOneGo() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
        spec:
          containers:
          - name: a
            image: a:1
            volumeMounts:
            - name: settings
              mountPath: /etc/settings
              readOnly: true
            - name: tmp
              mountPath: /tmp
            - name: data
              mountPath: /data
          - name: b
            image: b:1
            volumeMounts:
            - name: settings
              mountPath: /etc/settings
              readOnly: true
            - name: certificates
              mountPath: /etc/tls
              readOnly: true
          volumes:
          - name: settings
            configMap:
              name: settings
          - name: certificates
            secret:
              secretName: tls
          - name: tmp
            emptyDir:
              sizeLimit: 64Mi
          - name: data
            persistentVolumeClaim:
              claimName: data
        """,
        K8s.Pod("p")
            .AddContainer("a", "a:1")
            .AddContainer("b", "b:1")
            .MountConfigMap("settings", "/etc/settings")
            .MountSecret("tls", "/etc/tls", container: "b", name: "certificates")
            .MountEmptyDir("tmp", "/tmp", container: "a", sizeLimit: "64Mi")
            .MountClaim("data", "/data", container: "a"));

    [Fact]
    public void EmptyDirWithoutSettings_IsThere() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
        spec:
          containers:
          - name: a
            image: a:1
            volumeMounts:
            - name: tmp
              mountPath: /tmp
          volumes:
          - name: tmp
            emptyDir: {}
        """,
        K8s.Pod("p").AddContainer("a", "a:1").MountEmptyDir("tmp", "/tmp"));

    [Theory]
    [InlineData(null, "The volume 'tmp' has no container to be mounted in: add the containers first, then the volume.")]
    [InlineData("b", "The volume 'tmp' is to be mounted in the container 'b', which the pod does not have (yet): add the container first, then the volume.")]
    public void VolumeWithoutItsContainer_SaysWhatToDo(string? container, string message)
    {
        var pod = container is null ? K8s.Pod("p") : K8s.Pod("p").AddContainer("a", "a:1");

        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => pod.MountEmptyDir("tmp", "/tmp", container)).Message);
    }

    [Fact]
    public void Probes_OfAllFourKinds() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
        spec:
          containers:
          - name: a
            image: a:1
            livenessProbe:
              exec:
                command:
                - cat
                - /tmp/alive
            readinessProbe:
              httpGet:
                httpHeaders:
                - name: Accept
                  value: text/plain
                path: /ready
                port: http
                scheme: HTTPS
              periodSeconds: 5
            startupProbe:
              tcpSocket:
                port: 8080
          - name: b
            image: b:1
            livenessProbe:
              grpc:
                port: 9090
                service: health
        """,
        K8s.Pod("p")
            .AddContainer("a", "a:1", c => c
                .WithReadinessProbe(p => p.WithHttpGet("/ready", "http", "HTTPS").AddHttpHeader("Accept", "text/plain").WithPeriodSeconds(5))
                .WithLivenessProbe(p => p.WithExec("cat", "/tmp/alive"))
                .WithStartupProbe(p => p.WithTcpSocket(8080)))
            .AddContainer("b", "b:1", c => c.WithLivenessProbe(p => p.WithGrpc(9090, "health"))));

    [Fact]
    public void SecurityContexts_OfPodAndContainer() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
        spec:
          containers:
          - name: a
            image: a:1
            securityContext:
              allowPrivilegeEscalation: false
              capabilities:
                add:
                - NET_BIND_SERVICE
                drop:
                - ALL
              privileged: false
              readOnlyRootFilesystem: true
          securityContext:
            fsGroup: 2000
            runAsGroup: 3000
            runAsNonRoot: true
            runAsUser: 1000
            seccompProfile:
              type: RuntimeDefault
        """,
        K8s.Pod("p")
            .RunAs(user: 1000, group: 3000, fsGroup: 2000)
            .Restrict()
            .AddContainer("a", "a:1", c => c.AddCapability("NET_BIND_SERVICE").Restrict()));

    [Fact]
    public void RunAsRoot_DoesNotClaimToBeNonRoot()
    {
        var context = K8s.Pod("p").RunAs(user: 0).Spec.SecurityContext;

        Assert.Equal((0L, (bool?)null), (context.RunAsUser, context.RunAsNonRoot));
    }

    [Fact]
    public void Expose_MakesTheServiceOfTheWorkload() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
          labels:
            team: shop
        spec:
          ports:
          - name: http
            port: 80
            targetPort: http
          - name: metrics
            port: 9090
            targetPort: 9090
          selector:
            app: web
        """,
        K8s.Deployment("web").WithNamespace("shop").AddLabel("team", "shop").Expose(80, "http").AddPort(9090, 9090, "metrics"));

    [Fact]
    public void ExposeOfEveryWorkload_SelectsItsPods()
    {
        V1Service[] services =
        [
            K8s.Deployment("w").Expose(80), K8s.StatefulSet("w").Expose(80), K8s.DaemonSet("w").Expose(80), K8s.ReplicaSet("w").Expose(80),
            K8s.Pod("w").AddLabel("app", "w").Expose(80),
        ];

        Assert.All(services, s => Assert.Equal([KeyValuePair.Create("app", "w")], s.Spec.Selector));
    }

    [Fact]
    public void ExposeOfAPodWithoutLabels_SaysWhatToDo() => Assert.Equal(
        "'p' has no labels that a service could select its pods by: set them before Expose.",
        Assert.Throws<InvalidOperationException>(() => K8s.Pod("p").Expose(80)).Message);

    [Fact]
    public void Ingress_RoutesHostsAndPaths() => Yaml.AssertIs(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: nginx
          rules:
          - host: shop.example.com
            http:
              paths:
              - backend:
                  service:
                    name: web
                    port:
                      number: 80
                path: /
                pathType: Prefix
          - host: api.example.com
            http:
              paths:
              - backend:
                  service:
                    name: api
                    port:
                      name: http
                path: /v1
                pathType: Exact
          tls:
          - hosts:
            - shop.example.com
            - api.example.com
            secretName: web-tls
        """,
        K8s.Ingress("web")
            .WithIngressClassName("nginx")
            .AddRule("shop.example.com", "/", service: "web", port: 80)
            .AddRule("api.example.com", "/v1", service: "api", port: "http", pathType: "Exact")
            .AddTls("web-tls", "shop.example.com", "api.example.com"));

    [Fact]
    public void FactoriesWithMoreThanAName_SetWhatTheApiRequires()
    {
        Assert.Equal("0 3 * * *", K8s.CronJob("c", "0 3 * * *").Spec.Schedule);
        Assert.Equal("csi.example.com", K8s.StorageClass("s", "csi.example.com").Provisioner);
        Assert.Equal(1000, K8s.PriorityClass("p", 1000).Value);
        Yaml.AssertIs(
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata:
              name: web
            spec:
              maxReplicas: 10
              minReplicas: 2
              scaleTargetRef:
                apiVersion: apps/v1
                kind: Deployment
                name: web
            """,
            K8s.HorizontalPodAutoscaler("web", minReplicas: 2, maxReplicas: 10));
        Yaml.AssertIs(
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata:
              name: data
            spec:
              accessModes:
              - ReadWriteOnce
              resources:
                requests:
                  storage: 10Gi
            """,
            K8s.PersistentVolumeClaim("data", "10Gi"));
        Yaml.AssertIs(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata:
              name: read
            roleRef:
              apiGroup: rbac.authorization.k8s.io
              kind: Role
              name: reader
            subjects:
            - name: web
              kind: ServiceAccount
              namespace: shop
            """,
            K8s.RoleBinding("read", role: "reader", serviceAccount: "web", serviceAccountNamespace: "shop"));
        Assert.Equal("ClusterRole", K8s.ClusterRoleBinding("b", "view", "web", "shop").RoleRef.Kind);
    }
}
