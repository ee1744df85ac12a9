namespace K8sSharpManifests.Yaml;

/// <summary>A comment.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">The column of its <c>#</c>, from 1.</param>
/// <param name="Text">What follows the <c>#</c>, without blanks around it.</param>
/// <param name="IsAlone">Whether nothing else stands on the line.</param>
public sealed record YamlComment(int Line, int Column, string Text, bool IsAlone);
