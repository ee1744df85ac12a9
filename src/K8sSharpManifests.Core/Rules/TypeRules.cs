using System.Collections.Concurrent;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>The rules that have anything to say of the mappings of one type.</summary>
internal sealed class TypeRules
{
    private static readonly ConcurrentDictionary<ApiType, TypeRules> OfTypes = new();

    private readonly (SubjectType Type, Rule[] Rules)[] _subjects;
    private readonly (ApiField Field, ValueRule[] Rules)[] _fields;

    private readonly Lazy<bool> _leadsToRules;

    private TypeRules(ApiType type)
    {
        _leadsToRules = new(() => type.Fields.Any(field => !field.IsServerSet && field.Shape.Innermost.Type is { } inner && RuleCatalog.ConcernsObjects(inner)));
        _subjects =
        [
            .. RuleCatalog.Rules.Where(rule => rule is ISubjectRule subject && subject.On.Types.Contains(type.Name))
                .GroupBy(rule => ((ISubjectRule)rule).On).Select(rules => (rules.Key, rules.ToArray())),
        ];
        _fields =
        [
            .. type.Fields.Where(field => !field.IsServerSet)
                .Select(field => (Field: field, Rules: RuleCatalog.Rules.OfType<ValueRule>().Where(rule => rule.Concerns(field)).ToArray())).Where(f => f.Rules.Length > 0),
        ];
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _subjects.Length + _fields.Length == 0;

    /// <summary>Whether one of them can judge objects, too, of which nobody sees the source.</summary>
    public bool JudgesObjects => _subjects.SelectMany(s => s.Rules).Concat(_fields.SelectMany(f => f.Rules)).Any(rule => !rule.Info.IsLostInObjects);

    /// <summary>Whether a field of the type leads to rules that can judge objects.</summary>
    public bool LeadsToRules => _leadsToRules.Value;

    /// <summary>The rules for a type. They are found once.</summary>
    public static TypeRules For(ApiType type) => OfTypes.TryGetValue(type, out var known) ? known : OfTypes.GetOrAdd(type, new TypeRules(type));

    /// <summary>Has the rules judge a mapping of the type.</summary>
    public void Judge(TreePlace place, Judgement judgement)
    {
        foreach (var (type, rules) in _subjects)
        {
            type.Judge(place, rules, judgement);
        }

        foreach (var (field, rules) in _fields)
        {
            // Most fields are absent, and then there is no place to make.
            if (place.Node.Get(field.Key) is not Missing)
            {
                Values(place.Child(field.Key), field, rules, judgement);
            }
        }
    }

    private static void Values(TreePlace place, ApiField field, ValueRule[] rules, Judgement judgement)
    {
        switch (place.Node)
        {
            case Sequence when field.Shape.Kind is ApiShapeKind.List or ApiShapeKind.Map:
                foreach (var item in place.Items)
                {
                    Values(item, field, rules, judgement);
                }

                break;
            case Mapping map when field.Shape.Kind is ApiShapeKind.List or ApiShapeKind.Map:
                foreach (var entry in map.EntryArray)
                {
                    Values(place.Entry(entry), field, rules, judgement);
                }

                break;
            default:
                foreach (var rule in rules)
                {
                    rule.Judge(new(place, field), judgement);
                }

                break;
        }
    }
}
