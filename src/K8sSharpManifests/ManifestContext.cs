namespace K8sSharpManifests;

/// <summary>What a build tells a manifest method that asks for it with its parameter.</summary>
/// <param name="Environment">The MSBuild property ManifestEnvironment, like <c>prod</c> in <c>dotnet build -p:ManifestEnvironment=prod</c>; empty where it is not set.</param>
public sealed record ManifestContext(string Environment);
