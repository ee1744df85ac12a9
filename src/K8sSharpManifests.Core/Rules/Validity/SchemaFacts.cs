namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What the API's schema says of the fields of a type, ready for the check of an object.</summary>
internal sealed class SchemaFacts
{
    private readonly Dictionary<string, FieldFacts> _fields = new(StringComparer.Ordinal);
    private readonly List<FieldFacts> _required = [];

    public SchemaFacts(ApiType type)
    {
        foreach (var field in type.Fields)
        {
            var facts = new FieldFacts(field);
            _fields.Add(field.Key, facts);
            if (facts.IsRequired)
            {
                _required.Add(facts);
            }
        }
    }

    /// <summary>Says what is wrong with an object, a field at a time.</summary>
    public void Check(Part part)
    {
        if (part.Context.Options.TargetVersion is { } target)
        {
            CheckVersions(part, target);
        }

        foreach (var entry in ((Mapping)part.Node).EntryArray)
        {
            if (entry.Value is not Scalar { Kind: ScalarKind.Null } && _fields.TryGetValue(entry.Key, out var facts) && !facts.Field.IsServerSet)
            {
                facts.Check(part, entry.Value);
            }
        }

        foreach (var facts in _required)
        {
            part.Required(facts.Field.Key, facts.Because);
        }
    }

    /// <summary>Says which fields the API server does not know, and which values it cannot read.</summary>
    public void Decode(Part part)
    {
        foreach (var entry in ((Mapping)part.Node).EntryArray)
        {
            if (!_fields.TryGetValue(entry.Key, out var facts))
            {
                if (((Mapping)part.Node).IsExtra(entry.Key))
                {
                    continue;
                }

                part.ReportAt(UnknownField.Rule, part.Place.Child(entry.Key), part.Place.KeyOf(entry), IsUnknownField(part, entry.Key), Spelling.AmongFields(entry.Key, [.. part.Type!.Fields.Select(f => f.Key)]));
            }
            else if (entry.Value is not Scalar { Kind: ScalarKind.Null })
            {
                facts.Decode(part, entry.Value);
            }
        }
    }

    // Of a field that came later, all below it did as well. The type of a part tells nothing: some have got another name.
    private void CheckVersions(Part part, int target)
    {
        if (part.Type is { Kind: { } kind, Since: { } since } && since > target && part.Place.Parent is null)
        {
            part.ReportAt(FieldOfNewerVersion.Rule, part.Place, part.Place.Child("kind"), Truth.True, $"{kind.ApiVersion} has it since Kubernetes 1.{since}, and 'k8s_target_version' is 1.{target}");
            return;
        }

        foreach (var entry in ((Mapping)part.Node).EntryArray)
        {
            if (entry.Value is not (Scalar { Kind: ScalarKind.Null } or Missing) && _fields.TryGetValue(entry.Key, out var facts) && !facts.Field.IsServerSet && facts.Field.Since > target && !IsNewAround(part.Place, target))
            {
                part.Report(FieldOfNewerVersion.Rule, part.Place.Child(entry.Key), entry.Value is Unknown ? Truth.Unknown : Truth.True,
                    $"it is there since Kubernetes 1.{facts.Field.Since}, and 'k8s_target_version' is 1.{target}; leave it out, or raise that", Fix.Remove(part.Place.Child(entry.Key), $"Remove '{entry.Key}'", isSafeForFixAll: false));
            }
        }
    }

    private static bool IsNewAround(TreePlace place, int target)
    {
        for (var at = place; at is not null; at = at.Parent)
        {
            if (at.Shape?.Type is { Kind: not null, Since: { } kindSince } && kindSince > target)
            {
                return true;
            }

            if (at.Parent?.Node is Mapping && at.Parent.Shape?.Type?.Field(at.Key)?.Since > target)
            {
                return true;
            }
        }

        return false;
    }

    // Of a kind, these two are what tells it.
    private static Truth IsUnknownField(Part part, string key) => !(key is "apiVersion" or "kind" && part.Type!.Kind is not null) && !IsReadLeniently(part.Place);

    // Whether the API server takes an object with fields that it does not know: it reads the schemas in a schema on its own, without being strict.
    private static bool IsReadLeniently(TreePlace place)
    {
        for (var at = place; at.Parent is { } parent; at = parent)
        {
            if (NestedSchemas.MayHoldSchema(at.Key) && parent.Node is Mapping { Type.Name: NestedSchemas.TypeName })
            {
                return true;
            }
        }

        return false;
    }
}
