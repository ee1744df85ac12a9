namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>What is not understood, and what lies beyond a bound: unknown, and never wrong.</summary>
internal static class LimitCases
{
    public static readonly Case[] All =
    [
        new("text of the culture", "new() { Image = $\"a:{-Words.Length}\", Name = $\"{1.5}\", Args = [$\"{5:000}\", $\"{5,3}\", Port.ToString(\"N0\")] }", "{name: ?, image: ?, args: [\"005\",   5, ?]}"),
        new("text of the culture", "new() { Args = [.. Words.OrderBy(w => w)], Tty = Registry.StartsWith(\"r\") }", "{args: ?, tty: ?}"),
        new("text of the culture", "new() { Name = $\"{(double)Words.Length}\" }", "{name: ?}"),
        new("names of enum members", "new() { Image = $\"{DayOfWeek.Friday}\", Name = DayOfWeek.Friday.ToString() }", "{name: Friday, image: Friday}"),
        new("other bytes, dates and JSON", "new V1Secret { Data = new Dictionary<string, byte[]> { [\"a\"] = [1] } }", "{apiVersion: v1, kind: Secret, data: {a: ?}}", "V1Secret"),
        new("other bytes, dates and JSON", "new V1Secret { Data = new Dictionary<string, byte[]> { [\"a\"] = \"hi\"u8.ToArray(), [\"b\"] = System.Text.Encoding.Unicode.GetBytes(\"hi\"), [\"c\"] = System.Text.Encoding.UTF8.GetBytes(['h']), [\"d\"] = new System.Text.UTF8Encoding().GetBytes(\"hi\") } }", "{apiVersion: v1, kind: Secret, data: {a: ?, b: ?, c: ?, d: ?}}", "V1Secret"),
        new("other bytes, dates and JSON", "{ var b = System.Text.Encoding.UTF8.GetBytes(\"hi\"); b[0] = 65; return new() { Data = new Dictionary<string, byte[]> { [\"a\"] = b } }; }", "{apiVersion: v1, kind: Secret, data: {a: ?}}", "V1Secret"),
        new("other bytes, dates and JSON", "{ var b = System.Text.Encoding.UTF8.GetBytes(\"hi\"); Array.Reverse(b); return new() { Data = new Dictionary<string, byte[]> { [\"a\"] = b } }; }", "{apiVersion: v1, kind: Secret, data: {a: ?}}", "V1Secret"),
        new("other bytes, dates and JSON", "{ var s = new V1Secret { Data = new Dictionary<string, byte[]> { [\"a\"] = System.Text.Encoding.UTF8.GetBytes(\"hi\") } }; s.Data[\"a\"][0] = 65; return s; }", "{apiVersion: v1, kind: Secret, data: {a: ?}}", "V1Secret"),
        new("other bytes, dates and JSON", "{ var b = System.Text.Encoding.UTF8.GetBytes(\"hi\"); var c = b; c[0]++; return new() { Data = new Dictionary<string, byte[]> { [\"a\"] = b } }; }", "{apiVersion: v1, kind: Secret, data: {a: ?}}", "V1Secret"),
        new("other bytes, dates and JSON", "new() { Data = new Dictionary<string, byte[]> { [\"a\"] = Convert.FromBase64String(\"no-base64\") } }", "{apiVersion: v1, kind: Secret, data: {a: ?}}", "V1Secret", Throws: true),
        new("other bytes, dates and JSON", "new V1Secret { Data = null }", "{apiVersion: v1, kind: Secret}", "V1Secret"),
        new("other bytes, dates and JSON", "new V1Lease { Spec = new() { AcquireTime = DateTime.UnixEpoch, LeaseTransitions = 1 } }",
            "{apiVersion: coordination.k8s.io/v1, kind: Lease, spec: {acquireTime: ?, leaseTransitions: 1}}", "V1Lease"),
        new("other bytes, dates and JSON", "new V1ControllerRevision { Data = System.Text.Json.JsonDocument.Parse(\"{}\").RootElement, Revision = 1 }", "{apiVersion: apps/v1, kind: ControllerRevision, data: ?, revision: 1}", "V1ControllerRevision"),
        new("other collections", "new() { Args = [.. new HashSet<string> { \"b\", \"a\" }], Command = [.. new Queue<string>([\"c\"])] }", "{args: [b, a], command: ?}"),
        new("comparers", "new() { Resources = new() { Requests = new Dictionary<string, ResourceQuantity>(StringComparer.Ordinal) { [\"cpu\"] = \"1\" } } }", "{resources: {requests: {cpu: \"1\"}}}"),
        new("jumps", "{ var c = new V1Container(); again: c.Image += \"a\"; if (c.Image.Length < 2) goto again; return c; }", "?"),
        new("do-while", "{ var n = 0; do { n++; } while (n < 2); return new() { Name = $\"{n}\" }; }", "{name: \"2\"}"),
        new("async methods", "new() { Image = Later().Result }", "{image: ?}"),
        new("other assemblies", "new() { Image = Environment.GetEnvironmentVariable(\"NOT_SET\") ?? \"a\", Name = typeof(V1Pod).Name }", "{name: ?, image: ?}"),
        new("properties with code in an initialiser", "new() { Image = new Odd { Raised = \"r\" }.Raised, Name = new Odd { Raised = \"r\" }.Plain ?? \"none\" }", "{name: none, image: r!}"),
        new("operators and conversions of a type", "new() { Tty = new Money() == new Money(), Stdin = new Money() == null }", "{stdin: true, tty: true}"),
        new("methods of the framework as lambdas", "new() { Args = [.. Words.Select(string.IsNullOrEmpty).Select(e => $\"{e}\")] }", "{args: [False, False]}"),
        new("state that changes", "new() { Image = Settable.Image, Name = Environment.NewLine }", "{name: ?, image: ?}"),
        new("recursion without an end", "{ if (Flag()) return new() { Image = \"a\" }; return Endless(); }", "{image: ?, args: ?, …}"),
        new("helpers and lambdas in each other", "CountDown(29)", $"{{args: [{string.Join(", ", Enumerable.Range(1, 29).Select(i => $"\"{i}\""))}]}}"),
    ];
}
