using K8sSharpManifests.Tests;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>The whole API that is made of three definitions: one of an operator, one with parts of one schema, and one with the oddest names.</summary>
public sealed class CustomResourceApiTests
{
    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameOnly,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeModifiers,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    [Theory]
    [InlineData("cert-manager.io_certificates.yaml", "Certificate")]
    [InlineData("httproutes.gateway.networking.k8s.io.yaml", "HTTPRoute")]
    [InlineData("hostile.yaml", "NewExampleObject")]
    public void Api_IsAsApproved(string file, string name)
    {
        var definitions = CustomSource.Folder().Where(f => Path.GetFileName(f.Path) == file).ToArray();
        Assert.SkipWhen(definitions.Length == 0, "The definition is not there.");

        var (compilation, _, result) = CustomSource.Generate(definitions, []);
        var tree = result.GeneratedSources.Single(s => s.HintName == name + ".CustomResource.g.cs").SyntaxTree;
        var types = compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type, TestContext.Current.CancellationToken).OfType<INamedTypeSymbol>()
            .Where(t => t.ContainingType is null && t.Locations.Any(l => l.SourceTree == tree)).OrderBy(t => t.Locations[0].SourceSpan.Start);

        Snapshot.Match(name + ".txt", string.Join("\n\n", types.Select(Describe)));
    }

    private static string Describe(INamedTypeSymbol type) => string.Join('\n', type.GetMembers()
        .Where(m => m is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } and (IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }))
        .Select(m => "    " + m.ToDisplayString(Format) + (m is IFieldSymbol { IsConst: true } field ? $" = {Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatPrimitive(field.ConstantValue!, true, false)}" : ""))
        .Prepend(type.Name));
}
