using System.Globalization;
using System.Runtime.CompilerServices;
using k8s.Models;

namespace K8sSharpManifests;

[EmbedSource]
public static partial class Fluent
{
    /// <summary>Sets an environment variable.</summary>
    /// <param name="self">The container.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value; <c>$(OTHER)</c> in it stands for another variable of the container.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container AddEnv(this V1Container self, string name, string value) =>
        self.AddEnv(new V1EnvVar { Name = name, Value = value });

    /// <summary>Sets an environment variable to a number.</summary>
    /// <param name="self">The container.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value, which the container sees in digits, like <c>8080</c>.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container AddEnv(this V1Container self, string name, long value) => self.AddEnv(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sets an environment variable to a boolean.</summary>
    /// <param name="self">The container.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value, which the container sees as <c>true</c> or <c>false</c>.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container AddEnv(this V1Container self, string name, bool value) => self.AddEnv(name, value ? "true" : "false");

    /// <summary>Sets an environment variable from a key of a secret.</summary>
    /// <param name="self">The container.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="secret">The secret or its name, in the pod's namespace.</param>
    /// <param name="key">The key in it.</param>
    /// <param name="optional">Whether the container starts without the secret or the key.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container AddEnvFromSecret(this V1Container self, string name, string secret, string key, bool? optional = null) =>
        self.AddEnv(new V1EnvVar
        {
            Name = name,
            ValueFrom = new() { SecretKeyRef = new() { Name = secret, Key = key, Optional = optional } },
        });

    /// <inheritdoc cref="AddEnvFromSecret(V1Container, string, string, string, bool?)"/>
    [OverloadResolutionPriority(-1)]
    public static V1Container AddEnvFromSecret(this V1Container self, string name, V1Secret secret, string key, bool? optional = null) =>
        self.AddEnvFromSecret(name, NameOf(secret.Metadata, "Secret"), key, optional);

    /// <summary>Sets an environment variable from a key of a config map.</summary>
    /// <param name="self">The container.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="configMap">The config map or its name, in the pod's namespace.</param>
    /// <param name="key">The key in it.</param>
    /// <param name="optional">Whether the container starts without the config map or the key.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container AddEnvFromConfigMap(this V1Container self, string name, string configMap, string key, bool? optional = null) =>
        self.AddEnv(new V1EnvVar
        {
            Name = name,
            ValueFrom = new() { ConfigMapKeyRef = new() { Name = configMap, Key = key, Optional = optional } },
        });

    /// <inheritdoc cref="AddEnvFromConfigMap(V1Container, string, string, string, bool?)"/>
    [OverloadResolutionPriority(-1)]
    public static V1Container AddEnvFromConfigMap(this V1Container self, string name, V1ConfigMap configMap, string key, bool? optional = null) =>
        self.AddEnvFromConfigMap(name, NameOf(configMap.Metadata, "ConfigMap"), key, optional);

    /// <summary>Sets an environment variable from a field of the pod.</summary>
    /// <param name="self">The container.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="fieldPath">The field, like <c>metadata.namespace</c>, <c>status.podIP</c> or <c>metadata.labels['app']</c>.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container AddEnvFromField(this V1Container self, string name, string fieldPath) =>
        self.AddEnv(new V1EnvVar { Name = name, ValueFrom = new() { FieldRef = new() { FieldPath = fieldPath } } });

    /// <summary>Sets an environment variable from a resource request or limit of the container itself.</summary>
    /// <param name="self">The container.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="resource">The resource, like <c>limits.memory</c>.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container AddEnvFromResource(this V1Container self, string name, string resource) =>
        self.AddEnv(new V1EnvVar { Name = name, ValueFrom = new() { ResourceFieldRef = new() { Resource = resource } } });

    /// <summary>Sets an environment variable for every key of a secret.</summary>
    /// <param name="self">The container.</param>
    /// <param name="secret">The secret or its name, in the pod's namespace.</param>
    /// <param name="prefix">What comes before each key in the variable's name.</param>
    /// <param name="optional">Whether the container starts without the secret.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container AddAllEnvFromSecret(this V1Container self, string secret, string? prefix = null, bool? optional = null) =>
        self.AddEnvFrom(new V1EnvFromSource { Prefix = prefix, SecretRef = new() { Name = secret, Optional = optional } });

    /// <inheritdoc cref="AddAllEnvFromSecret(V1Container, string, string?, bool?)"/>
    [OverloadResolutionPriority(-1)]
    public static V1Container AddAllEnvFromSecret(this V1Container self, V1Secret secret, string? prefix = null, bool? optional = null) =>
        self.AddAllEnvFromSecret(NameOf(secret.Metadata, "Secret"), prefix, optional);

    /// <summary>Sets an environment variable for every key of a config map.</summary>
    /// <param name="self">The container.</param>
    /// <param name="configMap">The config map or its name, in the pod's namespace.</param>
    /// <param name="prefix">What comes before each key in the variable's name.</param>
    /// <param name="optional">Whether the container starts without the config map.</param>
    /// <returns>A changed copy.</returns>
    public static V1Container AddAllEnvFromConfigMap(this V1Container self, string configMap, string? prefix = null, bool? optional = null) =>
        self.AddEnvFrom(new V1EnvFromSource { Prefix = prefix, ConfigMapRef = new() { Name = configMap, Optional = optional } });

    /// <inheritdoc cref="AddAllEnvFromConfigMap(V1Container, string, string?, bool?)"/>
    [OverloadResolutionPriority(-1)]
    public static V1Container AddAllEnvFromConfigMap(this V1Container self, V1ConfigMap configMap, string? prefix = null, bool? optional = null) =>
        self.AddAllEnvFromConfigMap(NameOf(configMap.Metadata, "ConfigMap"), prefix, optional);
}
