using K8sSharpManifests.Core.Rules.Validity;

namespace K8sSharpManifests.Core.Tests.Rules.Validity.Texts;

/// <summary>Names of resources, by where they stand.</summary>
public sealed class ResourceNamesTests
{
    [Theory]
    [InlineData("cpu", true, true)]
    [InlineData("memory", true, true)]
    [InlineData("ephemeral-storage", true, true)]
    [InlineData("hugepages-2Mi", true, true)]
    [InlineData("pods", false, true)]
    [InlineData("storage", false, false)]
    [InlineData("requests.cpu", false, true)]
    [InlineData("services.nodeports", false, true)]
    [InlineData("requests.hugepages-2Mi", false, false)]
    [InlineData("gpu", false, false)]
    [InlineData("nvidia.com/gpu", true, true)]
    [InlineData("kubernetes.io/x", true, true)]
    [InlineData("requests.nvidia.com/gpu", false, true)]
    [InlineData("count/jobs.batch", true, true)]
    [InlineData("NVIDIA.com/gpu", false, false)]
    [InlineData("a b", false, false)]
    [InlineData("", false, false)]
    public void Name_IsJudgedByWhatHasIt(string name, bool isOfContainers, bool isOfQuotas) =>
        Assert.Equal((isOfContainers, isOfQuotas), (ResourceNames.ContainerFault(name) is null, ResourceNames.QuotaFault(name) is null));

    [Theory]
    [InlineData("nvidia.com/gpu", true, true, false)]
    [InlineData("cpu", false, false, true)]
    [InlineData("hugepages-2Mi", false, false, false)]
    [InlineData("pods", false, true, true)]
    [InlineData("kubernetes.io/x", false, false, true)]
    [InlineData("requests.nvidia.com/gpu", false, false, false)]
    public void Name_TellsWhatMayBeAskedFor(string name, bool isExtended, bool isInteger, bool mayBeOvercommitted) =>
        Assert.Equal((isExtended, isInteger, mayBeOvercommitted), (ResourceNames.IsExtended(name), ResourceNames.IsInteger(name), ResourceNames.MayBeOvercommitted(name)));
}
