namespace K8sSharpManifests.Core.Rules;

/// <summary>What the root of a tree is. Only the front end can tell: a fragment has no kind.</summary>
public enum TreeShape
{
    /// <summary>A Kubernetes object, with its kind.</summary>
    Object,

    /// <summary>A pod's specification that stands in no object yet.</summary>
    PodSpec,

    /// <summary>A pod template that stands in no object yet.</summary>
    PodTemplateSpec,

    /// <summary>A container that stands in no pod yet.</summary>
    Container,

    /// <summary>Any other part of an object that stands in none yet.</summary>
    Part,
}
