using System.Globalization;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What the API's schema says of a field, ready for the check of a value.</summary>
internal sealed class FieldFacts
{
    // K8S107 tells of them.
    private const string PullPolicies = "ImagePullPolicy";

    private readonly string[]? _values;
    private readonly Func<string, string?>? _form;
    private readonly bool _hasBounds;

    public FieldFacts(ApiField field)
    {
        Field = field;
        IsRequired = RequiredFields.Contains(field);
        _values = field.Values is { IsClosed: true } values && values.Name != PullPolicies ? [.. ValuesOf(field, values)] : null;
        _form = TextForms.Of(field.Format);
        _hasBounds = field.Minimum is not null || field.Maximum is not null;
    }

    public ApiField Field { get; }

    /// <summary>Whether the API server refuses an object without it.</summary>
    public bool IsRequired { get; }

    /// <summary>What to say where it is missing.</summary>
    public string Because => $"{WithArticle(Kind)} needs one";

    private string Kind => Field.Owner.Kind?.Name ?? TypeNames.Spoken(Field.Owner.Name);

    /// <summary>Says whether the API server can read the value.</summary>
    public void Decode(Part owner, Node node) => Decode(owner, null, node, Field.Shape);

    /// <summary>Says what is wrong with the value, where that can be read.</summary>
    public void Check(Part owner, Node node)
    {
        if (JsonTypes.Fault(node, Field.Shape) is null)
        {
            Check(owner, null, node, Field.Shape);
        }
    }

    private void Decode(Part owner, TreePlace? place, Node node, ApiShape shape)
    {
        if (JsonTypes.Fault(node, shape) is { } fault)
        {
            // What is in a Secret is not shown, and of base64 that is none, K8S120 tells.
            var at = place ?? Place(owner);
            if (!Part.IsSecret(at))
            {
                owner.Report(WrongType.Rule, at, Truth.True, fault);
            }
            else if (shape.Kind != ApiShapeKind.Bytes || node is not Scalar { Kind: ScalarKind.String })
            {
                owner.Report(WrongType.Rule, at, Truth.True, "it has to be a text; put it in quotes, as it is written");
            }
        }
        else if (node is Sequence && shape.Kind == ApiShapeKind.List)
        {
            place ??= Place(owner);
            foreach (var item in place.Items)
            {
                if (item.Node is not Scalar { Kind: ScalarKind.Null })
                {
                    Decode(owner, item, item.Node, shape.Items!);
                }
            }
        }
        else if (node is Mapping map && shape.Kind == ApiShapeKind.Map)
        {
            place ??= Place(owner);
            foreach (var entry in map.EntryArray)
            {
                if (entry.Value is not Scalar { Kind: ScalarKind.Null })
                {
                    Decode(owner, place.Entry(entry), entry.Value, shape.Items!);
                }
            }
        }
    }

    private void Check(Part owner, TreePlace? place, Node node, ApiShape shape)
    {
        switch (node)
        {
            case Sequence list when shape.Kind == ApiShapeKind.List:
                CheckList(owner, place ?? Place(owner), list, shape);
                break;
            case Mapping map when shape.Kind == ApiShapeKind.Map && HasFacts:
                var entries = place ?? Place(owner);
                foreach (var entry in map.EntryArray)
                {
                    if (entry.Value is not Scalar { Kind: ScalarKind.Null })
                    {
                        Check(owner, entries.Entry(entry), entry.Value, shape.Items!);
                    }
                }

                break;
            case Scalar or Unknown:
                CheckScalar(owner, place, node);
                break;
        }
    }

    private void CheckList(Part owner, TreePlace place, Sequence list, ApiShape shape)
    {
        if (Field.MaxItems is { } most && list.Count > most)
        {
            owner.Report(Fault.OutOfRange, place, Truth.True, $"it has {list.Count} items, and at most {most} are allowed");
        }

        if (HasFacts)
        {
            foreach (var item in place.Items)
            {
                if (item.Node is not Scalar { Kind: ScalarKind.Null })
                {
                    Check(owner, item, item.Node, shape.Items!);
                }
                else if (Nothing(shape.Items!) is { } nothing)
                {
                    CheckScalar(owner, item, nothing);
                }
            }
        }
    }

    // What the API server makes of a null in a list of simple values.
    private static Scalar? Nothing(ApiShape items) => items.Kind == ApiShapeKind.String ? Scalar.String("") : items.IsNumber ? Scalar.Number(0) : null;

    // Of a list or a dictionary of anything there is nothing to ask.
    private bool HasFacts => _values is not null || _form is not null || _hasBounds || Field.MaxLength is not null || Field.MaxBytes is not null;

    private void CheckScalar(Part owner, TreePlace? place, Node node)
    {
        if (node is Unknown)
        {
            if (_values is not null)
            {
                owner.Report(Fault.NotSupported, place ?? Place(owner), Truth.Unknown, "");
            }

            if (_form is not null || Field.MaxLength is not null || Field.MaxBytes is not null)
            {
                owner.Report(Fault.Invalid, place ?? Place(owner), Truth.Unknown, "");
            }

            if (_hasBounds)
            {
                owner.Report(Fault.OutOfRange, place ?? Place(owner), Truth.Unknown, "");
            }

            return;
        }

        var scalar = (Scalar)node;
        if (scalar.Kind == ScalarKind.Number && _hasBounds && BoundsFault(scalar.Text) is { } outside)
        {
            owner.Report(Fault.OutOfRange, place ?? Place(owner), Truth.True, outside);
        }
        else if (scalar.Kind == ScalarKind.String && (scalar.Text.Length > 0 || place is not null || (Field.IsPointer && !UnsupportedValues.AllowsEmpty(Field))))
        {
            if (_values is not null && Array.IndexOf(_values, scalar.Text) < 0)
            {
                var at = place ?? Place(owner);
                owner.Report(Fault.NotSupported, at, Truth.True, ValidityRules.Supported(_values, scalar.Text), ValidityRules.Respelt(at, scalar.Text, _values));
            }
            else if ((_form?.Invoke(scalar.Text) ?? LengthFault(scalar.Text)) is { } because)
            {
                var at = place ?? Place(owner);
                owner.Report(Fault.Invalid, at, Truth.True, because, TextForms.Lowered(at, scalar.Text, _form));
            }
        }
    }

    private string? BoundsFault(string text) =>
        !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? null
        : number < Field.Minimum || number > Field.Maximum ? (Field.Minimum, Field.Maximum) switch
        {
            ({ } least, { } most) => $"it has to be a number from {least} to {most}",
            ({ } least, null) => $"it has to be at least {least}",
            (_, { } most) => $"it has to be at most {most}",
            _ => null,
        }
        : null;

    private string? LengthFault(string text) =>
        Field.MaxLength is { } characters && text.Length > characters ? TextForms.TooLong(text.Length, characters)
        : Field.MaxBytes is { } bytes && System.Text.Encoding.UTF8.GetByteCount(text) > bytes ? $"it has {System.Text.Encoding.UTF8.GetByteCount(text)} bytes, and at most {bytes} are allowed"
        : null;

    private TreePlace Place(Part owner) => owner.Place.Child(Field.Key);

    private static IEnumerable<string> ValuesOf(ApiField field, EnumField values) => UnsupportedValues.Without(field, values.Constants.Select(c => c.Value));

    private static string WithArticle(string noun) => ("AEIO".IndexOf(char.ToUpperInvariant(noun[0])) >= 0 ? "an " : "a ") + noun;
}
