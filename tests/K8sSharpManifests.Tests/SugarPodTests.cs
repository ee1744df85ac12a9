using k8s.Models;

namespace K8sSharpManifests.Tests;

public class SugarPodTests
{
    [Fact]
    public void Container_SleepsBeforeItStops() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
        spec:
          containers:
          - name: a
            image: a:1
            lifecycle:
              preStop:
                sleep:
                  seconds: 10
              stopSignal: SIGINT
        """,
        K8s.Pod("p").AddContainer("a", "a:1", c => c.WithLifecycle(l => l.WithStopSignal(StopSignal.SigInt)).SleepBeforeStop(10)));

    [Fact]
    public void CapabilitiesAndHosts_AreAppended() => Yaml.AssertIs(
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
              capabilities:
                add:
                - SYS_TIME
                drop:
                - ALL
                - NET_RAW
          hostAliases:
          - ip: 10.0.0.1
            hostnames:
            - db
            - db.acme.io
          - ip: 10.0.0.2
            hostnames:
            - cache
        """,
        K8s.Pod("p")
            .AddContainer("a", "a:1", c => c.DropCapabilities("ALL").AddCapability("SYS_TIME").DropCapabilities("NET_RAW"))
            .AddHostAlias("10.0.0.1", "db", "db.acme.io")
            .AddHostAlias("10.0.0.2", "cache"));

    [Fact]
    public void ServiceAccount_TakesSecretsByNameAndAsObjects() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
        imagePullSecrets:
        - name: a
        - name: b
        """,
        K8s.ServiceAccount("web").AddImagePullSecret("a").AddImagePullSecret(K8s.RegistrySecret("b", "ghcr.io", "u", "p")));

    [Fact]
    public void RestrictedWorkload_RestrictsThePodAndAllItsContainers() => Yaml.AssertIs(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: job
        spec:
          jobTemplate:
            spec:
              template:
                metadata:
                  labels:
                    app: job
                spec:
                  containers:
                  - name: before
                    image: a:1
                    securityContext:
                      allowPrivilegeEscalation: false
                      capabilities:
                        drop:
                        - ALL
                      privileged: false
                      readOnlyRootFilesystem: true
                  - name: after
                    image: b:1
                    securityContext:
                      allowPrivilegeEscalation: false
                      capabilities:
                        add:
                        - NET_BIND_SERVICE
                        drop:
                        - ALL
                      privileged: false
                      readOnlyRootFilesystem: true
                  initContainers:
                  - name: own
                    image: c:1
                    securityContext:
                      allowPrivilegeEscalation: false
                      capabilities:
                        drop:
                        - ALL
                      privileged: false
                      readOnlyRootFilesystem: false
                  restartPolicy: OnFailure
                  securityContext:
                    runAsNonRoot: true
                    seccompProfile:
                      type: RuntimeDefault
          schedule: "@daily"
        """,
        K8s.CronJob("job", "@daily")
            .AddContainer("before", "a:1")
            .Restrict()
            .AddContainer("after", "b:1", c => c.AddCapability("NET_BIND_SERVICE"))
            .AddInitContainer("own", "c:1", c => c.Restrict(writableRoot: true)));

    [Fact]
    public void RestrictedWorkload_MayWriteToItsRoot()
    {
        var pod = K8s.Pod("p").Restrict(writableRoot: true).WithContainers(new V1Container { Name = "a" });

        Assert.False(pod.Spec.Containers[0].SecurityContext.ReadOnlyRootFilesystem);
    }

    [Fact]
    public void WhatAContainerSays_StaysAsItSays()
    {
        var pod = K8s.Pod("p").AddContainer("a", "a:1", c => c.WithSecurityContext(s => s.WithRunAsUser(5).WithPrivileged(true))).Restrict();

        Assert.Equal((5, true, false), (pod.Spec.Containers[0].SecurityContext.RunAsUser, pod.Spec.Containers[0].SecurityContext.Privileged, pod.Spec.Containers[0].SecurityContext.AllowPrivilegeEscalation));
    }

    [Fact]
    public void DefaultSecurityContext_GivesEachFieldThatIsNotSetAtEveryLevel()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var full = (V1SecurityContext)ModelSamples.Create(typeof(V1SecurityContext), new Random(seed));
            var bare = new V1SecurityContext
            {
                AppArmorProfile = full.AppArmorProfile is null ? null : new(),
                Capabilities = full.Capabilities is null ? null : new(),
                SeLinuxOptions = full.SeLinuxOptions is null ? null : new(),
                SeccompProfile = full.SeccompProfile is null ? null : new(),
                WindowsOptions = full.WindowsOptions is null ? null : new(),
            };

            var filled = K8s.Pod("p").AddContainer(new V1Container { Name = "a", SecurityContext = bare }).WithDefaultSecurityContext(full);

            Assert.Equal(Yaml.Of(K8s.Pod("p").AddContainer(new V1Container { Name = "a", SecurityContext = full })), Yaml.Of(filled));
        }
    }

    [Fact]
    public void DefaultSecurityContext_IsTakenAwayByNull()
    {
        var pod = K8s.Pod("p").Restrict().WithDefaultSecurityContext(null).WithDefaultImagePullPolicy("Always").AddContainer("a", "a:1");

        Assert.Equal((null, "Always"), (pod.Spec.Containers[0].SecurityContext, pod.Spec.Containers[0].ImagePullPolicy));
    }

    [Fact]
    public void BothDefaults_AreRemembered()
    {
        var pod = K8s.Pod("p").Restrict().WithDefaultImagePullPolicy("Always").AddContainer("a", "a:1");

        Assert.Equal((true, "Always"), (pod.Spec.Containers[0].SecurityContext.ReadOnlyRootFilesystem, pod.Spec.Containers[0].ImagePullPolicy));
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public void StepUnderACondition_IsTakenWhereItHolds(bool condition, int replicas) =>
        Assert.Equal(replicas, K8s.Deployment("d").WithReplicas(1).When(condition, d => d.WithReplicas(3)).Spec.Replicas);

    [Fact]
    public void Namespace_HasNoSpec() => Yaml.AssertIs(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
        """,
        K8s.Namespace("shop"));
}
