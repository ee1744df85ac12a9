using K8sSharpManifests.Core.Rules;
using static K8sSharpManifests.Core.Tests.Trees;

namespace K8sSharpManifests.Core.Tests.Rules;

/// <summary>What fixes of every shape make of a tree.</summary>
public sealed class FixedTreeTests
{
    private const string Pod = "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [CONTAINER]}}";

    public static TheoryData<string, string, Func<TreePlace, Fix>, string> Changes => new()
    {
        // Objects on the way are made.
        { "{name: web}", "", c => Set(c, "tty", Scalar.True), "{name: 'web', tty: true}" },
        { "{name: web}", "", c => Set(c, "securityContext.seccompProfile.type", Str("RuntimeDefault")), "{name: 'web', securityContext: {seccompProfile: {type: 'RuntimeDefault'}}}" },
        { "{name: web, securityContext: {runAsUser: 1}}", "", c => Set(c, "securityContext.runAsNonRoot", Scalar.True), "{name: 'web', securityContext: {runAsUser: 1, runAsNonRoot: true}}" },
        { "{name: web, securityContext: null}", "", c => Set(c, "securityContext.runAsUser", Scalar.Number(7)), "{name: 'web', securityContext: {runAsUser: 7}}" },

        // Quantities are as the front ends write them.
        { "{name: web}", "", c => Set(c, "resources.limits.memory", Str("1.5Gi")), "{name: 'web', resources: {limits: {memory: '1536Mi'}}}" },
        { "{name: web}", "", c => Set(c, "resources.limits", Map(("cpu", Str("1000m")))), "{name: 'web', resources: {limits: {cpu: '1'}}}" },
        { "{name: web}", "", c => Set(c, "image", Str("1000m")), "{name: 'web', image: '1000m'}" },

        // A number or a text.
        { "{name: web}", "", c => Set(c, "livenessProbe.httpGet.port", Scalar.Number(80)), "{name: 'web', livenessProbe: {httpGet: {port: 80}}}" },
        { "{name: web}", "", c => Set(c, "livenessProbe.httpGet.port", Str("http")), "{name: 'web', livenessProbe: {httpGet: {port: 'http'}}}" },

        // Objects, lists and dictionaries are set as a whole.
        { "{name: web, lifecycle: {preStop: {sleep: {seconds: 1}}}}", "", c => Set(c, "lifecycle.preStop", Map(("exec", Map(("command", List(Str("a"))))))), "{name: 'web', lifecycle: {preStop: {exec: {command: ['a']}}}}" },
        { "{name: web, args: [a]}", "", c => Set(c, "args", List(Str("b"), Str("c"))), "{name: 'web', args: ['b', 'c']}" },
        { "{name: web, args: [a, b]}", "args[1]", c => Fix.Set(c, Str("c"), "", true), "{name: 'web', args: ['a', 'c']}" },
        { "{name: web, resources: {limits: {cpu: 1, memory: 1Gi}}}", "resources.limits", c => Set(c, "cpu", Str("2")), "{name: 'web', resources: {limits: {cpu: '2', memory: '1Gi'}}}" },

        // Items are appended; a list is made where there is none.
        { "{name: web, args: [a]}", "", c => Fix.Append(c, "args", Str("b"), "", true), "{name: 'web', args: ['a', 'b']}" },
        { "{name: web}", "", c => Fix.Append(c, "securityContext.capabilities.drop", Str("ALL"), "", true), "{name: 'web', securityContext: {capabilities: {drop: ['ALL']}}}" },
        { "{name: web, env: []}", "", c => Fix.Append(c, "env", Map(("name", Str("A"))), "", true), "{name: 'web', env: [{name: 'A'}]}" },

        // What goes takes what was there only for it with it, but where an empty object says something.
        { "{name: web, tty: true}", "", c => Fix.Remove(c, "tty", "", true), "{name: 'web'}" },
        { "{name: web}", "", c => Fix.Remove(c, "securityContext.runAsUser", "", true), "{name: 'web'}" },
        { "{name: web, securityContext: {runAsUser: 0}}", "", c => Fix.Remove(c, "securityContext.runAsUser", "", true), "{name: 'web', securityContext: {}}" },
        { "{name: web, resources: {limits: {cpu: 1}}}", "", c => Fix.Remove(c, "resources.limits.cpu", "", true), "{name: 'web'}" },
        { "{name: web, resources: {limits: {cpu: 1}, requests: {cpu: 1}}}", "", c => Fix.Remove(c, "resources.limits.cpu", "", true), "{name: 'web', resources: {requests: {cpu: 1}}}" },
        { "{name: web, env: [{name: A}, {name: B}, {name: A}]}", "env[2]", c => Fix.Remove(c, "", true), "{name: 'web', env: [{name: 'A'}, {name: 'B'}]}" },
        { "{name: web, env: [{name: A}]}", "env[0]", c => Fix.Remove(c, "", true), "{name: 'web'}" },

        // Several changes are made one after the other.
        {
            "{name: web, lifecycle: {preStop: {sleep: {seconds: 1}}}}", "",
            c => Fix.Of("", true, FixChange.Remove(c.Below("lifecycle.preStop.sleep")), FixChange.Set(c.Below("lifecycle.preStop.exec.command"), List(Str("a")))),
            "{name: 'web', lifecycle: {preStop: {exec: {command: ['a']}}}}"
        },
        {
            "{name: web}", "",
            c => Fix.Of("", true, FixChange.Set(c.Below("securityContext.runAsNonRoot"), Scalar.True), FixChange.Append(c.Below("securityContext.capabilities.drop"), Str("ALL")), FixChange.Set(c.Below("securityContext.runAsUser"), Scalar.Number(1))),
            "{name: 'web', securityContext: {runAsNonRoot: true, capabilities: {drop: ['ALL']}, runAsUser: 1}}"
        },
        {
            "{name: web, env: [{name: PWD, value: /srv}, {name: A}]}", "",
            c => Fix.Of("", true, FixChange.Remove(c.Child("env").Items.First()), FixChange.Set(c.Below("workingDir"), Str("/srv"))),
            "{name: 'web', env: [{name: 'A'}], workingDir: '/srv'}"
        },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void Container_IsChangedAndNothingElse(string container, string subject, Func<TreePlace, Fix> fix, string after)
    {
        var root = YamlTree.Parse(Pod.Replace("CONTAINER", container + ", {name: other}", StringComparison.Ordinal));
        var place = At(root, $"spec.containers[0]{(subject.Length > 0 ? "." + subject : "")}");
        Assert.Equal(
            $"{{apiVersion: 'v1', kind: 'Pod', metadata: {{name: 'a'}}, spec: {{containers: [{after}, {{name: 'other'}}]}}}}",
            YamlTree.Text(FixedTree.Of(root, [fix(place)])));
    }

    [Fact]
    public void LabelWithDots_IsOneKey()
    {
        var root = YamlTree.Parse("{apiVersion: v1, kind: Pod, metadata: {name: a}}");
        var fix = Fix.Set(new TreePlace(root).Below("metadata.labels").Child("app.kubernetes.io/name"), Str("a"), "", true);
        Assert.Equal("{apiVersion: 'v1', kind: 'Pod', metadata: {name: 'a', labels: {app.kubernetes.io/name: 'a'}}}", YamlTree.Text(FixedTree.Of(root, [fix])));
    }

    // Else no rule would see them when the tree is judged again.
    [Fact]
    public void ObjectsThatAreMade_HaveTheirTypes()
    {
        var root = YamlTree.Parse(Pod.Replace("CONTAINER", "{name: web}", StringComparison.Ordinal));
        var fixes = new[]
        {
            Set(At(root, "spec.containers[0]"), "livenessProbe.httpGet", Map(("httpHeaders", List(Map(("name", Str("a"))))))),
            Fix.Append(At(root, "spec"), "volumes", Map(("name", Str("v")), ("emptyDir", Map(("sizeLimit", Str("1Gi"))))), "", true),
        };
        var types = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Collect(new(FixedTree.Of(root, fixes)));
        Assert.Equal("V1Probe", types["spec.containers[0].livenessProbe"]);
        Assert.Equal("V1HTTPGetAction", types["spec.containers[0].livenessProbe.httpGet"]);
        Assert.Equal("V1HTTPHeader", types["spec.containers[0].livenessProbe.httpGet.httpHeaders[0]"]);
        Assert.Equal("V1Volume", types["spec.volumes[0]"]);
        Assert.Equal("V1EmptyDirVolumeSource", types["spec.volumes[0].emptyDir"]);

        void Collect(TreePlace place)
        {
            if (place.Node is Mapping { Type: { } type })
            {
                types.Add(place.Path, type.Name);
            }

            foreach (var child in place.Node is Mapping mapping ? mapping.Entries.Select(e => place.Child(e.Key)) : place.Items)
            {
                Collect(child);
            }
        }
    }

    // What the front end made in it has no place in another tree.
    [Fact]
    public void FixOfAnotherTree_DoesNothing()
    {
        var (root, other) = (YamlTree.Parse("{apiVersion: v1, kind: Pod, metadata: {name: a}}"), YamlTree.Parse("{apiVersion: v1, kind: Pod, metadata: {name: a}}"));
        Assert.Equal(YamlTree.Text(root), YamlTree.Text(FixedTree.Of(root, [Set(new(other), "metadata.namespace", Str("b"))])));
    }

    [Fact]
    public void ChangeOfAnotherNode_IsMadeThere()
    {
        var (whole, part) = (YamlTree.Parse("{name: web, env: [{name: A}]}", "V1Container"), YamlTree.Parse("{name: web}", "V1Container"));
        var change = Assert.Single(Set(new(whole), "securityContext.privileged", Scalar.False).Changes);
        Assert.Equal("{name: 'web', securityContext: {privileged: false}}", YamlTree.Text(FixedTree.Of(part, [change.On(part)])));
    }

    [Fact]
    public void NamedFix_HasTheNameInValueAndTitle()
    {
        var fix = Fix.Append(new(YamlTree.Parse("{containers: []}", "V1PodSpec")), "imagePullSecrets", Map(("name", Str("regcred"))), "Add the pull secret 'regcred'", isSafeForFixAll: false).Named("hub");
        Assert.Equal(("Add the pull secret 'hub'", "{name: 'hub'}", false), (fix.Title, YamlTree.Text(fix.Changes[0].Value), fix.IsSafeForFixAll));
    }

    private static Fix Set(TreePlace subject, string path, Node value) => Fix.Set(subject, path, value, "", isSafeForFixAll: true);

    private static TreePlace At(Node root, string path)
    {
        var place = new TreePlace(root);
        while (place.Path != path)
        {
            place = (place.Node is Mapping mapping ? mapping.Entries.Select(e => place.Child(e.Key)) : place.Items).First(child => path == child.Path || path.StartsWith(child.Path + ".", StringComparison.Ordinal) || path.StartsWith(child.Path + "[", StringComparison.Ordinal));
        }

        return place;
    }
}
