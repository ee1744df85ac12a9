using K8sSharpManifests.StaticEvaluation;

namespace K8sSharpManifests.Generators;

/// <summary>All that the generator writes.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Configuration">What the build shall say about the configuration.</param>
internal sealed record Catalog(EquatableArray<CatalogItem> Items, EquatableArray<ConfigurationHandover> Configuration);

/// <summary>A line of the configuration that says nothing sensible; the texts are those of CatalogProblem.</summary>
/// <param name="File">The file, relative to the project's folder; empty where none is known.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Id">The rule.</param>
/// <param name="Severity">What it weighs.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record ConfigurationHandover(string File, int Line, int Column, string Id, string Severity, string Text);

/// <summary>An entry of the catalog. Like all models of the pipeline it is strings and numbers, compares by value, and keeps nothing of a compilation alive.</summary>
/// <param name="Member">The member, its file relative to the project's folder.</param>
/// <param name="Handover">What the compiler stage tells the build about it.</param>
internal sealed record CatalogItem(ManifestMember Member, MemberHandover Handover);

/// <summary>What the compiler stage tells the build about a member; the texts are those of CatalogEntry.</summary>
/// <param name="Objects">What it knows of the member's objects.</param>
/// <param name="Reported">What it has reported already.</param>
/// <param name="Severities">The severities that are not the rules' own.</param>
/// <param name="Options">The options of the rules that are set.</param>
internal sealed record MemberHandover(
    EquatableArray<ObjectHandover> Objects,
    EquatableArray<string> Reported,
    EquatableArray<string> Severities,
    EquatableArray<string> Options);

/// <summary>What the compiler stage knows of an object; the texts are those of CatalogObject.</summary>
/// <param name="Index">Where it stands in what the member gives; -1 where that is not known.</param>
/// <param name="Kind">Its kind; empty where that is not known.</param>
/// <param name="Name">Its name; empty where that is not known.</param>
/// <param name="Decided">The findings that the build shall not repeat.</param>
/// <param name="Places">Where nodes stand that the compiler stage could not judge.</param>
internal sealed record ObjectHandover(int Index, string Kind, string Name, EquatableArray<string> Decided, EquatableArray<string> Places);
