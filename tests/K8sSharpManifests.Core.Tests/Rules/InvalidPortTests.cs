using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class InvalidPortTests
{
    private const string Id = "K8S207";

    public static RuleRows Rows => new(Id)
    {
        { "{containerPort: 80, name: http}", Expected.False },
        { "{containerPort: 80, name: HTTP}", Expected.True },
        { "{containerPort: 65536, name: !unknown }", Expected.True },
        { "{containerPort: !unknown , name: http}", Expected.Unknown },
        { "{containerPort: 80, name: !unknown }", Expected.Unknown },
        { "!open {containerPort: 80}", Expected.False },
        { "!open {name: http}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Port_IsJudged(string port, Expected expected)
    {
        var verdicts = Judge.All(YamlTree.Parse(port, "V1ContainerPort"), Verify.Defaults).Verdicts.Where(v => v.Info.Id == Id);
        Assert.Equal(expected.ToString(), Truth.Any(verdicts, v => v.Truth).ToString());
    }

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("{containerPort: 1}", "")]
    [InlineData("{containerPort: 65535, name: http}", "")]
    [InlineData("{containerPort: 65536}", "containerPort")]
    [InlineData("{containerPort: -1, hostPort: 65536}", "containerPort hostPort")]
    [InlineData("{containerPort: 80, hostPort: 0}", "")]
    [InlineData("{containerPort: 80, name: ''}", "")]
    [InlineData("{containerPort: 80, name: a}", "")]
    [InlineData("{containerPort: 80, name: 1-a}", "")]
    [InlineData("{containerPort: 80, name: abcdefghijklmno}", "")]
    [InlineData("{containerPort: 80, name: abcdefghijklmnop}", "name")]
    [InlineData("{containerPort: 80, name: HTTP}", "name")]
    [InlineData("{containerPort: 80, name: http_alt}", "name")]
    [InlineData("{containerPort: 80, name: a--b}", "name")]
    [InlineData("{containerPort: 80, name: -a}", "name")]
    [InlineData("{containerPort: 80, name: a-}", "name")]
    [InlineData("{containerPort: 80, name: '8080'}", "name")]
    [InlineData("{containerPort: !unknown , name: !unknown }", "")]
    [InlineData("!open {containerPort: 0}", "containerPort")]
    public void ContainerPort_IsJudged(string port, string wrong) =>
        Assert.Equal(wrong, Fields(YamlTree.Parse($"{{apiVersion: v1, kind: Pod, spec: {{initContainers: [{{ports: [{port}]}}]}}}}"), "spec.initContainers[0].ports[0]."));

    [Theory]
    [InlineData("{port: 80}", "")]
    [InlineData("{port: 0}", "port")]
    [InlineData("{port: 70000, nodePort: 70000}", "nodePort port")]
    [InlineData("{port: 80, name: abcdefghijklmnopqrstuvwxyz--0}", "")]
    [InlineData("{port: 80, name: '8080'}", "")]
    [InlineData("{port: 80, name: Http}", "name")]
    [InlineData("{port: 80, name: a.b}", "name")]
    [InlineData("{port: 80, targetPort: 0}", "")]
    [InlineData("{port: 80, targetPort: ''}", "")]
    [InlineData("{port: 80, targetPort: http}", "")]
    [InlineData("{port: 80, targetPort: '8080'}", "targetPort")]
    [InlineData("{port: 80, targetPort: a-very-long-port-name}", "targetPort")]
    [InlineData("{port: 80, targetPort: 65536}", "targetPort")]
    public void ServicePort_IsJudged(string port, string wrong) =>
        Assert.Equal(wrong, Fields(YamlTree.Parse($"{{apiVersion: v1, kind: Service, spec: {{ports: [{port}]}}}}"), "spec.ports[0]."));

    [Theory]
    [InlineData("ports: [{port: 80}, {port: 81, name: a}]", "spec.ports[0].name")]
    [InlineData("ports: [{port: 80, name: a}, {port: 81, name: a}]", "spec.ports[1].name")]
    [InlineData("ports: [{port: 80, name: a}, {port: 80, name: b}]", "spec.ports[1]")]
    [InlineData("ports: [{port: 53, name: a}, {port: 53, name: b, protocol: UDP}]", "")]
    [InlineData("ports: [{port: 80, name: a}, {port: !unknown , name: b}]", "")]
    [InlineData("ports: [{port: 80, nodePort: 30080}]", "spec.ports[0].nodePort")]
    [InlineData("type: NodePort, ports: [{port: 80, nodePort: 30080}]", "")]
    [InlineData("type: !unknown , ports: [{port: 80, nodePort: 30080}]", "")]
    [InlineData("type: NodePort, ports: [{port: 80, name: a, nodePort: 30080}, {port: 81, name: b, nodePort: 30080}]", "spec.ports[1].nodePort")]
    public void PortsOfAService_AreJudgedTogether(string spec, string wrong) =>
        Assert.Equal(wrong, Fields(YamlTree.Parse($"{{apiVersion: v1, kind: Service, spec: {{{spec}}}}}"), ""));

    [Fact]
    public void NamesOfAContainersPorts_AreThereOnce() =>
        Assert.Equal("ports[1].name", Fields(YamlTree.Parse("{name: web, ports: [{containerPort: 80, name: a}, {containerPort: 81, name: a}, {containerPort: 82}, {containerPort: 83}]}", "V1Container"), ""));

    [Fact]
    public void PartOfAService_IsJudgedAsItStands() =>
        Assert.Equal("name", Fields(YamlTree.Parse("{name: HTTP, port: 80}", "V1ServicePort"), ""));

    [Theory]
    [InlineData("HTTP", "'HTTP' makes no port that the API server takes: only lowercase letters, digits and '-' are allowed", "http")]
    [InlineData("abcdefghijklmnop", "'abcdefghijklmnop' makes no port that the API server takes: it has 16 characters, and at most 15 are allowed", "")]
    public void Name_IsFixedWhereOnlyItsCapitalsAreWrong(string name, string message, string changed)
    {
        var finding = Assert.Single(Judge.Run(YamlTree.Parse($"{{name: {name}, containerPort: 80}}", "V1ContainerPort"), Verify.Defaults), f => f.Info.Id == Id);
        Assert.Equal((message, "name", changed), (finding.Message, finding.At.Origin, string.Concat(finding.Fixes.Select(f => f.Changes[0].Value))));
    }

    private static string Fields(Node root, string prefix) =>
        string.Join(' ', Judge.Run(root, Verify.Defaults).Where(f => f.Info.Id == Id).Select(f => f.Path[prefix.Length..]).Order(StringComparer.Ordinal));
}
