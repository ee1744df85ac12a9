using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The names by which code hands over a quantity: without one of them no text in a file becomes one.</summary>
internal static class QuantityNames
{
    /// <summary>The class of the models.</summary>
    public const string Class = "ResourceQuantity";

    /// <summary>The DSL's method that reads a text as the API server does.</summary>
    public const string Parse = "ParseQuantity";

    /// <summary>The models' properties that hold quantities, and the DSL's methods that take some.</summary>
    public static readonly IReadOnlyList<string> Members =
    [
        Class, Parse,
        "Allocatable", "AllocatedResources", "Available", "AverageValue", "Capacity", "CapacityMultiplier", "Consumed", "ConsumedCapacity", "DefaultProperty", "DefaultRequest",
        "DeviceMultiplier", "Divisor", "Hard", "Limits", "Max", "MaxLimitRequestRatio", "MaximumVolumeSize", "Min", "Overhead", "PerContainer", "PerPod", "PodFixed", "Quantity", "Requests",
        "SizeLimit", "Step", "Tolerance", "Total", "Usage", "Used", "ValidValues", "Value",
        "AddCapacity", "AddDefault", "AddDefaultRequest", "AddHard", "AddLimit", "AddMax", "AddMaxLimitRequestRatio", "AddMin", "AddOverhead", "AddPodFixed", "AddRequest", "AddValidValue",
        "MountEmptyDir", "PersistentVolumeClaim", "WithAverageValue", "WithCapacity", "WithCapacityMultiplier", "WithDefault", "WithDefaultRequest", "WithDeviceMultiplier", "WithDivisor", "WithHard",
        "WithLimits", "WithMax", "WithMaxLimitRequestRatio", "WithMaximumVolumeSize", "WithMin", "WithOverhead", "WithPerContainer", "WithPerPod", "WithPodFixed", "WithRequests", "WithSizeLimit",
        "WithStep", "WithTolerance", "WithValidValues", "WithValue",
    ];

    /// <summary>The names that a file declares with the class in their declaration: by them other files hand over a quantity.</summary>
    public static IEnumerable<string> Declared(SyntaxNode root)
    {
        foreach (var token in root.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == Class))
        {
            for (var node = token.Parent; node is not (null or BlockSyntax or ArrowExpressionClauseSyntax or BaseNamespaceDeclarationSyntax); node = node.Parent)
            {
                switch (node)
                {
                    case FieldDeclarationSyntax field:
                        foreach (var variable in field.Declaration.Variables)
                        {
                            yield return variable.Identifier.ValueText;
                        }

                        break;
                    case MethodDeclarationSyntax method:
                        yield return method.Identifier.ValueText;
                        break;
                    case PropertyDeclarationSyntax property:
                        yield return property.Identifier.ValueText;
                        break;
                    case DelegateDeclarationSyntax function:
                        yield return function.Identifier.ValueText;
                        break;
                    case BaseTypeDeclarationSyntax type:
                        yield return type.Identifier.ValueText;
                        break;
                    case UsingDirectiveSyntax { Alias: { } alias }:
                        yield return alias.Name.Identifier.ValueText;
                        break;
                }
            }
        }
    }
}
