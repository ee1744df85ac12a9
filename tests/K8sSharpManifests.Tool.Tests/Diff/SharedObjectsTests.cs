namespace K8sSharpManifests.Tool.Tests.Diff;

// Objects that others than the one who applies have set something in.
public sealed class SharedObjectsTests
{
    // A sidecar stands before the container, and a variable before the one of the manifest; apply leaves both where they are.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatOthersHavePutBefore_IsNoDifference(bool isByServer)
    {
        const string Managed = """{"manager":"kubectl","operation":"Apply","apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:containers":{"k:{\"name\":\"web\"}":{".":{},"f:name":{},"f:image":{},"f:env":{"k:{\"name\":\"A\"}":{".":{},"f:name":{},"f:value":{}},"k:{\"name\":\"B\"}":{".":{},"f:name":{},"f:value":{}}}}}}}}""";
        await using var cluster = await DiffOfClusterTests.Start();
        cluster.Add("pods", $$$"""
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"shop","managedFields":[{{{(isByServer ? Managed : "")}}}]},
             "spec":{"containers":[{"name":"mesh","image":"mesh:1"},{"name":"web","image":"web:1","env":[{"name":"MESH","value":"x"},{"name":"A","value":"a"},{"name":"MORE","value":"x"},{"name":"B","value":"b"}]},{"name":"log","image":"log:1"}]}}
            """);
        const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: 'web:1', env: [";
        using var folder = cluster.Folder().Write("a.yaml", Pod + "{name: A, value: a}, {name: B, value: b}]}]}\n").Write("b.yaml", Pod + "{name: B, value: b}, {name: A, value: a}]}]}\n");
        Assert.Equal(new Ran(0, "", "1 object: no difference.\n"), folder.Run("diff", "a.yaml", "--cluster"));

        // Where the manifest itself has another order, that is what apply makes of it.
        var ran = folder.Run("diff", "b.yaml", "--cluster");
        Assert.Equal((1, true), (ran.ExitCode, ran.Output.Contains("+ spec.containers[name=web].env: in the order name=MESH, name=MORE, name=B, name=A", StringComparison.Ordinal)));
    }

    // The server takes away what the manager alone has; kubectl the list that it has written.
    [Theory]
    [InlineData("", "", "")]
    [InlineData("", """{"spec":{"containers":[{"name":"web","env":[{"name":"A","value":"a"}]}]}}""", "spec.containers[name=web].env:")]
    [InlineData("\"f:env\":{\"k:{\\\"name\\\":\\\"A\\\"}\":{\".\":{},\"f:name\":{},\"f:value\":{}}}", "", "spec.containers[name=web].env[name=A]:")]
    [InlineData("\"f:args\":{}", "", "spec.containers[name=web].args:")]
    [InlineData("\"f:image\":{}", "", "")]
    [InlineData("\"f:env\":{\"k:{\\\"name\\\":\\\"B\\\"}\":{\".\":{},\"f:name\":{},\"f:value\":{}}}", "", "")]
    public async Task ListThatIsLeftOut_IsAsItWasApplied(string fields, string last, string gone)
    {
        // B is another one's as well.
        var managed = fields.Length == 0 ? "" : "{\"manager\":\"kubectl\",\"operation\":\"Apply\",\"fieldsV1\":{\"f:spec\":{\"f:containers\":{\"k:{\\\"name\\\":\\\"web\\\"}\":{\".\":{},\"f:name\":{}," + fields + "}}}}},"
            + "{\"manager\":\"other\",\"operation\":\"Update\",\"fieldsV1\":{\"f:spec\":{\"f:containers\":{\"k:{\\\"name\\\":\\\"web\\\"}\":{\"f:env\":{\"k:{\\\"name\\\":\\\"B\\\"}\":{\".\":{},\"f:name\":{},\"f:value\":{}}}}}}}}";
        var annotation = last.Length == 0 ? "{}" : $"{{\"kubectl.kubernetes.io/last-applied-configuration\":{System.Text.Json.JsonSerializer.Serialize(last)}}}";
        await using var cluster = await DiffOfClusterTests.Start();
        cluster.Add("pods", $$$"""
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"shop","annotations":{{{annotation}}},"managedFields":[{{{managed}}}]},
             "spec":{"containers":[{"name":"web","image":"web:1","args":["x"],"env":[{"name":"A","value":"a"},{"name":"B","value":"b"}]}]}}
            """);
        using var folder = cluster.Folder().Write("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: 'web:1'}]}\n");
        var ran = folder.Run("diff", "a.yaml", "--cluster");
        Assert.Equal(gone, string.Join(' ', ran.Output.Split('\n').Where(line => line.StartsWith("  - s", StringComparison.Ordinal)).Select(line => line[4..].Replace("  (must be recreated)", "", StringComparison.Ordinal))));
        Assert.Equal(gone.Length == 0 ? 0 : 1, ran.ExitCode);
    }

    // An item that was applied and is left out goes, but for what others have of it.
    [Theory]
    [InlineData(true, "spec.template.spec.containers[name=log].image:")]
    [InlineData(false, "spec.template.spec.containers[name=log]:")]
    public async Task ItemThatOthersHaveAsWell_StaysWithTheirs(bool isShared, string gone)
    {
        const string Of = "\"f:spec\":{\"f:template\":{\"f:spec\":{\"f:containers\":{\"k:{\\\"name\\\":\\\"log\\\"}\":{\".\":{},\"f:name\":{},";
        var managed = "{\"manager\":\"kubectl\",\"operation\":\"Apply\",\"fieldsV1\":{" + Of + "\"f:image\":{}}}}}}}}" + (isShared ? ",{\"manager\":\"other\",\"operation\":\"Apply\",\"fieldsV1\":{" + Of + "\"f:command\":{}}}}}}}}" : "");
        await using var cluster = await DiffOfClusterTests.Start($$$"""
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d","namespace":"shop","managedFields":[{{{managed}}}]},
             "spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"spec":{"containers":[{"name":"web","image":"web:1"},{"name":"log","image":"log:1","command":["x"]}]} } } }
            """);
        using var folder = cluster.Folder().Write("a.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {selector: {matchLabels: {a: b}}, template: {spec: {containers: [{name: web, image: 'web:1'}]}}}\n");
        Assert.Equal(gone, string.Join(' ', folder.Run("diff", "a.yaml", "--cluster").Output.Split('\n').Where(line => line.StartsWith("  - s", StringComparison.Ordinal)).Select(line => line[4..(line.IndexOf(':', StringComparison.Ordinal) + 1)])));
    }
}
