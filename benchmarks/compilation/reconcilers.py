"""What an operator does for one component: the styles that are long, for operators.py."""

from string import Template

INITIALIZED = Template('''
    public async Task Reconcile${Name}Async(Component component, CancellationToken cancellationToken)
    {
        var spec = component.Spec;
        var ns = component.Namespace;
        var labels = LabelsOf(component, "$name");
        log.Info($$"Reconciling $name {component.Name} in {ns}, generation {component.Generation}");

        var environment = new List<V1EnvVar>
        {
            new() { Name = "COMPONENT", Value = component.Name },
            new() { Name = "LOG_LEVEL", Value = "info" },
            new() { Name = "POD_IP", ValueFrom = new() { FieldRef = new() { FieldPath = "status.podIP" } } },
        };
        foreach (var (key, value) in spec.Settings)
        {
            environment.Add(new() { Name = key.ToUpperInvariant().Replace('-', '_'), Value = value });
        }

        var deployment = new V1Deployment
        {
            ApiVersion = "apps/v1",
            Kind = "Deployment",
            Metadata = new() { Name = component.Name, NamespaceProperty = ns, Labels = labels, OwnerReferences = [Owner(component)] },
            Spec = new()
            {
                Replicas = spec.Replicas ?? 2,
                Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = component.Name } },
                Strategy = new() { Type = "RollingUpdate", RollingUpdate = new() { MaxSurge = "25%", MaxUnavailable = 0 } },
                Template = new()
                {
                    Metadata = new() { Labels = labels },
                    Spec = new()
                    {
                        ServiceAccountName = component.Name,
                        SecurityContext = new() { RunAsNonRoot = true, FsGroup = 10001 },
                        Containers =
                        [
                            new()
                            {
                                Name = "$name",
                                Image = $$"{Registry}/$name:{spec.Version ?? "$tag"}",
                                ImagePullPolicy = "IfNotPresent",
                                Env = environment,
                                Ports = [new() { Name = "http", ContainerPort = $port }],
                                ReadinessProbe = Probe("/ready", "http", 5),
                                LivenessProbe = Probe("/live", "http", 20),
                                Resources = Resources$Name(spec),
                                SecurityContext = new() { AllowPrivilegeEscalation = false, ReadOnlyRootFilesystem = !spec.IsDebug },
                            },
                        ],
                    },
                },
            },
        };

        try
        {
            await client.AppsV1.CreateNamespacedDeploymentAsync(deployment, ns, cancellationToken: cancellationToken);
            Record(component, "Created", $$"{deployment.Spec.Replicas} replicas");
        }
        catch (HttpOperationException exception) when (exception.Response.StatusCode == HttpStatusCode.Conflict)
        {
            log.Warn($$"$name {component.Name} is there already", exception);
            await client.AppsV1.ReplaceNamespacedDeploymentAsync(deployment, component.Name, ns, cancellationToken: cancellationToken);
            Record(component, "Replaced", $$"{environment.Count} variables");
        }

        foreach (var port in spec.Ports.Where(p => p.IsPublic))
        {
            var service = new V1Service
            {
                Metadata = new() { Name = $$"{component.Name}-{port.Name}", NamespaceProperty = ns, Labels = labels },
                Spec = new() { Selector = new Dictionary<string, string> { ["app"] = component.Name } },
            };
            service.Spec.Ports = [new() { Name = port.Name, Port = port.Number, TargetPort = "http" }];
            service.Spec.Type = port.Number < 1024 ? "LoadBalancer" : "ClusterIP";
            await client.CoreV1.CreateNamespacedServiceAsync(service, ns, cancellationToken: cancellationToken);
        }
    }

    private static V1ResourceRequirements Resources$Name(ComponentSpec spec)
    {
        var requirements = new V1ResourceRequirements
        {
            Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("100m"), ["memory"] = new("128Mi") },
        };
        if (!spec.IsDebug)
        {
            requirements.Limits = new Dictionary<string, ResourceQuantity> { ["memory"] = new(spec.Replicas > 4 ? "256Mi" : "512Mi") };
        }

        return requirements;
    }

    private string Describe$Name(Component component)
    {
        var parts = new List<string> { component.Name, component.Spec.Version ?? "$tag" };
        parts.AddRange(component.Spec.Ports.OrderBy(p => p.Number).Select(p => $$"{p.Name}={p.Number.ToString(CultureInfo.InvariantCulture)}"));
        if (_outcomes.TryGetValue(component.Name, out var outcome))
        {
            parts.Add(outcome.State);
        }

        return string.Join(", ", parts);
    }
''')

CHANGED = Template('''
    public async Task<bool> Reconcile${Name}Async(Component component, CancellationToken cancellationToken)
    {
        var ns = component.Namespace;
        var deployment = Build$Name(component);
        deployment.Metadata.OwnerReferences = [Owner(component)];
        deployment.Metadata.Annotations ??= new Dictionary<string, string>();
        deployment.Metadata.Annotations["acme.io/generation"] = component.Generation.ToString(CultureInfo.InvariantCulture);

        var pod = deployment.Spec.Template.Spec;
        foreach (var volume in component.Spec.Volumes)
        {
            Mount$Name(pod, volume, component.Name);
        }

        if (component.Spec.NodePool is { Length: > 0 } pool)
        {
            pod.NodeSelector = new Dictionary<string, string> { ["acme.io/pool"] = pool };
            pod.Tolerations = [new() { Key = "acme.io/pool", OperatorProperty = "Equal", Value = pool, Effect = "NoSchedule" }];
        }

        if (component.Spec.IsDebug)
        {
            log.Warn($$"$name {component.Name} runs in debug mode");
            pod.Containers[0].Args = ["--debug", "--verbose"];
            pod.Containers[0].Env.Add(new() { Name = "DEBUG", Value = "true" });
        }

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                var created = await client.AppsV1.CreateNamespacedDeploymentAsync(deployment, ns, cancellationToken: cancellationToken);
                Record(component, "Created", $$"$name as {created.Metadata.Uid}, attempt {attempt}");
                return true;
            }
            catch (HttpOperationException exception) when (attempt < 3)
            {
                var delay = TimeSpan.FromSeconds(Math.Pow(2, attempt));
                log.Warn($$"$name {component.Name}: {exception.Response.StatusCode}, again in {delay.TotalSeconds} s", exception);
                await Task.Delay(delay, clock, cancellationToken);
            }
        }

        return CountFailure(component) < 5;
    }

    private static V1Deployment Build$Name(Component component)
    {
        var container = new V1Container
        {
            Name = "$name",
            Image = Registry + "/$name:$tag",
            Ports = [new() { Name = "grpc", ContainerPort = $port }],
            Env = [new() { Name = "LOG_LEVEL", Value = "info" }],
        };
        container.ImagePullPolicy = component.Spec.Version is null ? "Always" : "IfNotPresent";
        container.ReadinessProbe = new() { Grpc = new() { Port = $port }, PeriodSeconds = 5 };
        container.SecurityContext = new() { AllowPrivilegeEscalation = false };
        container.SecurityContext.Capabilities = new() { Drop = ["ALL"] };
        foreach (var setting in component.Spec.Settings.Where(s => !string.IsNullOrWhiteSpace(s.Value)))
        {
            container.Env.Add(new() { Name = setting.Key, Value = setting.Value.Trim() });
        }

        var labels = LabelsOf(component, "$name");
        var template = new V1PodTemplateSpec { Metadata = new() { Labels = labels }, Spec = new() { Containers = [container] } };
        template.Spec.TerminationGracePeriodSeconds = component.Spec.IsDebug ? 5 : 60;
        template.Spec.AutomountServiceAccountToken = false;

        var deployment = new V1Deployment
        {
            Metadata = new() { Name = component.Name, NamespaceProperty = component.Namespace, Labels = labels },
            Spec = new() { Selector = new() { MatchLabels = labels }, Template = template },
        };
        deployment.Spec.Replicas = component.Spec.Replicas;
        if (deployment.Spec.Replicas is null or 0)
        {
            deployment.Spec.Replicas = 1;
        }

        return deployment;
    }

    private static void Mount$Name(V1PodSpec pod, Volume volume, string claim)
    {
        pod.Volumes ??= [];
        pod.Volumes.Add(volume.IsReadOnly
            ? new() { Name = volume.Name, ConfigMap = new() { Name = $$"{claim}-{volume.Name}" } }
            : new() { Name = volume.Name, PersistentVolumeClaim = new() { ClaimName = $$"{claim}-{volume.Name}" } });
        foreach (var container in pod.Containers)
        {
            container.VolumeMounts ??= [];
            container.VolumeMounts.Add(new() { Name = volume.Name, MountPath = volume.MountPath, ReadOnlyProperty = volume.IsReadOnly });
        }
    }

    private async Task Claim${Name}Async(Component component, CancellationToken cancellationToken)
    {
        foreach (var volume in component.Spec.Volumes)
        {
            if (volume.IsReadOnly)
            {
                continue;
            }

            var claim = new V1PersistentVolumeClaim { Metadata = new() { Name = $$"{component.Name}-{volume.Name}" }, Spec = new() };
            claim.Spec.AccessModes = ["ReadWriteOnce"];
            claim.Spec.Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = new(volume.Size) } };
            await client.CoreV1.CreateNamespacedPersistentVolumeClaimAsync(claim, component.Namespace, cancellationToken: cancellationToken);
            log.Info($$"Claimed {volume.Size} for {component.Name}");
        }
    }
''')
