namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>What a rule judges: a view of a place.</summary>
internal interface ISubject
{
    TreePlace Place { get; }
}
