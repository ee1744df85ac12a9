using k8s.Models;

namespace K8sSharpManifests.Tests;

public class SugarVolumeTests
{
    [Fact]
    public void Mounts_OfObjects() => Yaml.AssertIs(
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
            - name: certificates
              mountPath: /etc/tls
              readOnly: true
            - name: data
              mountPath: /data
              readOnly: true
              subPath: web
          volumes:
          - name: settings
            configMap:
              name: settings
          - name: certificates
            secret:
              secretName: tls
          - name: data
            persistentVolumeClaim:
              claimName: data
        """,
        K8s.Pod("p").AddContainer("a", "a:1")
            .MountConfigMap(K8s.ConfigMap("settings"), "/etc/settings")
            .MountSecret(K8s.Secret("tls"), "/etc/tls", name: "certificates")
            .MountClaim(K8s.PersistentVolumeClaim("data", "1Gi"), "/data", subPath: "web", readOnly: true));

    [Fact]
    public void OneFileOfAConfigMap_IsMountedBesideOthers() => Yaml.AssertIs(
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
              - name: a
                image: a:1
                volumeMounts:
                - name: settings
                  mountPath: /app/appsettings.Production.json
                  readOnly: true
                  subPath: appsettings.Production.json
                - name: settings
                  mountPath: /app/log.json
                  readOnly: true
                  subPath: log.json
              - name: b
                image: b:1
                volumeMounts:
                - name: settings
                  mountPath: /app/log.json
                  readOnly: true
                  subPath: log.json
              volumes:
              - name: settings
                configMap:
                  name: settings
        """,
        K8s.Deployment("web").AddContainer("a", "a:1").AddContainer("b", "b:1")
            .MountConfigMap("settings", "/app/appsettings.Production.json", container: "a", subPath: "appsettings.Production.json")
            .MountConfigMap("settings", "/app/log.json", subPath: "log.json"));

    [Fact]
    public void KeysAndMode_OfASecretAndAConfigMap() => Yaml.AssertIs(
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
            - name: tls
              mountPath: /etc/tls
              readOnly: true
            - name: scripts
              mountPath: /scripts
              readOnly: true
          volumes:
          - name: tls
            secret:
              defaultMode: 256
              items:
              - key: tls.crt
                path: server.pem
              secretName: tls
          - name: scripts
            configMap:
              defaultMode: 493
              items:
              - key: run
                path: run.sh
              name: scripts
        """,
        K8s.Pod("p").AddContainer("a", "a:1")
            .MountSecret("tls", "/etc/tls", items: [new() { Key = "tls.crt", Path = "server.pem" }], defaultMode: "0400")
            .MountConfigMap("scripts", "/scripts", items: [new() { Key = "run", Path = "run.sh" }], defaultMode: "0755"));

    [Fact]
    public void OneVolume_IsSharedByContainers() => Yaml.AssertIs(
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
              mountPath: /out
          - name: b
            image: b:1
            volumeMounts:
            - name: tmp
              mountPath: /in
          volumes:
          - name: tmp
            emptyDir:
              sizeLimit: 64Mi
        """,
        K8s.Pod("p").AddContainer("a", "a:1").AddContainer("b", "b:1")
            .MountEmptyDir("tmp", "/out", container: "a", sizeLimit: "64Mi")
            .MountEmptyDir("tmp", "/in", container: "b"));

    [Fact]
    public void FoldersOfTheNode_AreNamedAfterTheirPaths() => Yaml.AssertIs(
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: log
        spec:
          selector:
            matchLabels:
              app: log
          template:
            metadata:
              labels:
                app: log
            spec:
              containers:
              - name: a
                image: a:1
                volumeMounts:
                - name: var-log
                  mountPath: /logs
                  readOnly: true
                - name: run-containerd-sock
                  mountPath: /run/c.sock
                - name: node
                  mountPath: /host
              - name: b
                image: b:1
                volumeMounts:
                - name: var-log
                  mountPath: /logs
                  readOnly: true
                  subPath: pods
              volumes:
              - name: var-log
                hostPath:
                  path: /var/log
              - name: run-containerd-sock
                hostPath:
                  path: /run/containerd.sock
                  type: Socket
              - name: node
                hostPath:
                  path: /
        """,
        K8s.DaemonSet("log").AddContainer("a", "a:1")
            .MountHostPath("/var/log", "/logs", readOnly: true)
            .MountHostPath("/run/containerd.sock", "/run/c.sock", type: HostPathType.Socket)
            .MountHostPath("/", "/host", name: "node")
            .AddContainer("b", "b:1", c => c.AddVolumeMount("var-log", "/logs", subPath: "pods", readOnly: true)));

    [Fact]
    public void RootOfTheNode_IsNamedRoot() =>
        Assert.Equal("root", K8s.Pod("p").AddContainer("a", "a:1").MountHostPath("/", "/host").Spec.Volumes[0].Name);

    /// <summary>The API rejects two volumes of a name, and one for the other would be the wrong files.</summary>
    [Fact]
    public void AnotherVolumeOfThatName_IsRefused()
    {
        var pod = K8s.Pod("p").AddContainer("a", "a:1").MountConfigMap("web", "/a").MountEmptyDir("tmp", "/tmp").AddVolume(v => v.WithName("host").WithHostPath(h => h.WithPath("/")));

        Assert.Throws<InvalidOperationException>(() => pod.MountSecret("web", "/b"));
        Assert.Throws<InvalidOperationException>(() => pod.MountConfigMap("other", "/b", name: "web"));
        Assert.Throws<InvalidOperationException>(() => pod.MountConfigMap("web", "/b", items: [new() { Key = "k", Path = "p" }]));
        Assert.Throws<InvalidOperationException>(() => pod.MountConfigMap("web", "/b", defaultMode: "0400"));
        Assert.Throws<InvalidOperationException>(() => pod.MountClaim("web", "/b"));
        Assert.Throws<InvalidOperationException>(() => pod.MountEmptyDir("web", "/b"));
        Assert.Throws<InvalidOperationException>(() => pod.MountEmptyDir("tmp", "/b", medium: StorageMedium.Memory));
        Assert.Throws<InvalidOperationException>(() => pod.MountEmptyDir("tmp", "/b", sizeLimit: "1Gi"));
        Assert.Throws<InvalidOperationException>(() => pod.MountHostPath("/etc", "/b", name: "host"));
        Assert.Throws<InvalidOperationException>(() => pod.MountHostPath("/", "/b", name: "host", type: HostPathType.Directory));
        Assert.Throws<InvalidOperationException>(() => pod.AddVolume(v => v.WithName("nfs").WithNfs(n => n.WithPath("/a").WithServer("s"))).MountVolume(new V1Volume { Name = "nfs" }, "/b"));
        Assert.Single(pod.MountHostPath("/", "/b", name: "host").Spec.Volumes, v => v.Name == "host");
    }

    [Fact]
    public void ModeThatIsNotOctal_IsRefused() =>
        Assert.Throws<FormatException>(() => K8s.Pod("p").AddContainer("a", "a:1").MountSecret("s", "/s", defaultMode: "0800"));

    [Fact]
    public void ClaimTemplates_AreAddedAndMountedInOneGo() => Yaml.AssertIs(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: db
        spec:
          selector:
            matchLabels:
              app: db
          serviceName: db
          template:
            metadata:
              labels:
                app: db
            spec:
              containers:
              - name: db
                image: db:1
                volumeMounts:
                - name: data
                  mountPath: /var/lib/db
              - name: agent
                image: agent:1
          volumeClaimTemplates:
          - apiVersion: v1
            kind: PersistentVolumeClaim
            metadata:
              name: data
            spec:
              accessModes:
              - ReadWriteOnce
              resources:
                requests:
                  storage: 10Gi
              storageClassName: fast
          - apiVersion: v1
            kind: PersistentVolumeClaim
            metadata:
              name: log
            spec:
              accessModes:
              - ReadWriteOnce
              resources:
                requests:
                  storage: 1Gi
        """,
        K8s.StatefulSet("db").AddContainer("db", "db:1").AddContainer("agent", "agent:1")
            .AddVolumeClaimTemplate("data", "10Gi", "/var/lib/db", container: "db", storageClass: "fast")
            .AddVolumeClaimTemplate("log", "1Gi"));

    [Fact]
    public void ClaimTemplateWithoutContainer_IsNotMounted() =>
        Assert.Throws<InvalidOperationException>(() => K8s.StatefulSet("db").AddVolumeClaimTemplate("data", "10Gi", "/data"));
}
