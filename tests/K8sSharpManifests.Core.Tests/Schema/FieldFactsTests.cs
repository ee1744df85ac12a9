using K8sSharpManifests.Core.Tests.Rules;

namespace K8sSharpManifests.Core.Tests.Schema;

/// <summary>
/// What the tables beside the schema say of fields, as the rules tell it: a row that is gone, or new, shows in FieldFacts.txt. Whoever changes one looks at the difference.
/// </summary>
public sealed class FieldFactsTests
{
    [Fact]
    public void EachField_RefusesWhatItRefused() => Snapshot.OfFile("FieldFacts.txt", string.Concat(ApiSchema.Kubernetes.Types
        .Select(type => (type.Name, Lines: type.Fields.Where(field => !field.IsServerSet).SelectMany(FieldProbe.Lines).ToArray()))
        .Where(type => type.Lines.Length > 0)
        .Select(type => $"{type.Name}\n{string.Concat(type.Lines.Select(line => $"  {line}\n"))}")));

    // A name that is misspelt would say nothing. A policy can be written in more versions than have each of its types.
    [Fact]
    public void EachRow_NamesAField()
    {
        var rows = FieldFormats.Fields.Concat(RequiredFields.Fields).Select(row => row.Split('.')).ToArray();
        Assert.NotEmpty(rows);
        Assert.Equal([], rows.Where(row => ApiSchema.Kubernetes.Type(row[0]) is { } type ? type.Field(row[1]) is null : !row[0].StartsWith("V1alpha1", StringComparison.Ordinal) && !row[0].StartsWith("V1beta1", StringComparison.Ordinal)).Select(row => string.Join('.', row)));
    }
}
