using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Strings, booleans and numbers as people write them.</summary>
internal sealed class RandomTexts(RandomProgram program)
{
    private static readonly string[] Words = ["web", "api", "db", "cache", "true", "8080", "", "ünïcödé", "a b", "line\nbreak", "x/y", "0x10", "~", "a: b"];

    private static readonly string[] Images =
    [
        "nginx", "nginx:latest", "nginx:1.27", "registry.acme.io/shop/web:1.4.2", "registry.acme.io/shop/web", "localhost:5000/a:b", "ghcr.io/x/y:main",
        "ghcr.io/x/y@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "nginx:1@sha256:12", "Nginx:1", "bad image", "a:b:c", "", ":1", "quay.io/a/b:latest",
    ];

    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A string for a field.</summary>
    public string Of(string field) => Of(field switch
    {
        "Image" => program.One(Images),
        "ImagePullPolicy" => program.One("Always", "IfNotPresent", "Never", "always", ""),
        "RestartPolicy" => program.One("Always", "OnFailure", "Never"),
        _ => program.One(Words),
    }, 3);

    public string Boolean() => program.Random.Next(12) switch
    {
        0 => "Port > 80",
        1 => "Words.Contains(\"web\")",
        2 => "!string.IsNullOrEmpty(Nothing)",
        3 when program.Chance(0.02) => "Coin",
        _ => program.One("true", "false"),
    };

    public string Number() => program.Random.Next(14) switch
    {
        0 => "Port",
        1 => "Port / 101",
        2 => "Words.Length * 3 - 1",
        3 => "Settings.Db.Port",
        4 => "int.Parse(\"17\")",
        5 when program.Chance(0.02) => "(Coin ? 1 : 2)",
        6 => "Math.Max(3, Words.Length)",
        7 => "-1",
        8 => "int.MaxValue",
        _ => program.Random.Next(200).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private string Of(string value, int depth)
    {
        var quoted = Quote(value);
        if (depth == 0)
        {
            return quoted;
        }

        if (program.Scope.Count > 0 && program.Chance(0.35))
        {
            return program.One(program.Scope);
        }

        return program.Random.Next(60) switch
        {
            0 or 1 or 2 => program.Member("Const", n => $"private const string {n} = {quoted};"),
            3 or 4 => program.Member("Static", n => $"private static readonly string {n} = {Of(value, depth - 1)};"),
            5 => program.Member("Property", n => $"private static string {n} {{ get; }} = {Of(value, depth - 1)};"),
            6 => program.Member("Computed", n => $"private static string {n} => {Of(value, depth - 1)};"),
            7 or 8 => $"$\"{{{Nested(Of(value, depth - 1))}}}-{{Port}}\"",
            9 or 10 => $"({Of(value, depth - 1)} + {Of("-1", depth - 1)})",
            11 => program.Member("Config", n => $"private static class {n} {{ public const string Value = {quoted}; }}") + ".Value",
            12 => $"new Service({Of(value, depth - 1)}, Port: 1) {{ Tag = \"2\" }}.{program.One("Name", "Image", "Tag")}",
            13 => $"Suffixed({Of(value, depth - 1)})",
            14 => $"Suffixed(suffix: {Of(value, depth - 1)}, text: \"a\")",
            15 => $"Suffixed(\"a\", \"b\", {Of(value, depth - 1)}, Team)",
            16 => $"Tagged(({Of(value, depth - 1)}, \"1\"))",
            17 => $"({Of(value, depth - 1)}, 1).Item1",
            18 => $"(Port == 8080 ? {Of(value, depth - 1)} : \"other\")",
            19 => $"(Nothing ?? {Of(value, depth - 1)})",
            20 => $"(Port switch {{ 80 => \"other\", > 8000 => {Of(value, depth - 1)}, _ => Team }})",
            21 => $"string.Join(\"-\", Words.Append({Of(value, depth - 1)}))",
            22 => $"{Of(value, depth - 1)}.Trim().ToLowerInvariant()",
            23 => $"new[] {{ \"other\", {Of(value, depth - 1)} }}[1]",
            24 => $"((Func<string, string>)(s => s + {Of("!", depth - 1)}))({Of(value, depth - 1)})",
            25 => $"Settings.{program.One("Domain", "Db.Image", "Db.Name")}",
            26 => $"new Release(\"1.0\").Of({Of(value, depth - 1)})",
            27 => "nameof(Words)",
            28 => $"Same({Of(value, depth - 1)})",
            29 => $"{Of(value, depth - 1)}.Replace(\"a\", \"b\")",
            30 => program.Member("Long", n => $"private static string {n} => {Of(value, depth - 1)} is {{ Length: > 3 }} text ? text : \"short\";"),
            31 when program.Chance(0.03) => $"(Coin ? {quoted} : \"other\")",
            32 when program.Chance(0.04) => $"(Environment.GetEnvironmentVariable(\"NOT_SET\") ?? {quoted})",
            33 => $"(Coin ? {quoted} : {quoted})",
            _ => quoted,
        };
    }

    // A string in a hole of a string would need other quotes.
    private string Nested(string text) => program.Scope.Contains(text) ? text : program.Scope.Any(text.Contains) ? "Team" : program.Member("Part", n => $"private static string {n} => {text};");
}
