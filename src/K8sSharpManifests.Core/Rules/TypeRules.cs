using System.Collections.Concurrent;
using K8sSharpManifests.Core.Rules.Validity;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>The rules that have anything to say of the mappings of one type.</summary>
/// <remarks>No tuples, and no collections of values: in the host, each of those is code that has to be compiled when it starts.</remarks>
internal sealed class TypeRules
{
    private static readonly ConcurrentDictionary<ApiType, TypeRules> OfTypes = new();

    private readonly List<SubjectRules> _subjects = [];
    private readonly List<FieldRules> _fields = [];
    private readonly Validation[] _validations;
    private readonly SchemaFacts _facts;

    private TypeRules(ApiType type)
    {
        foreach (var rule in RuleCatalog.Rules)
        {
            if (rule is ISubjectRule { On: var on } && on.Types.Contains(type.Name))
            {
                (_subjects.Find(s => s.Type == on) ?? Added(on)).Rules.Add(rule);
            }
        }

        _validations = [.. RuleCatalog.Validations.Where(v => v.Types.Contains(type.Name))];
        _facts = new(type);
        foreach (var field in type.Fields)
        {
            var rules = field.IsServerSet ? [] : RuleCatalog.ValueRules.Where(rule => rule.Concerns(field)).ToArray();
            if (rules.Length > 0)
            {
                _fields.Add(new(field, rules));
            }
        }
    }

    /// <summary>The rules for a type. They are found once.</summary>
    public static TypeRules For(ApiType type) => OfTypes.TryGetValue(type, out var known) ? known : OfTypes.GetOrAdd(type, new TypeRules(type));

    /// <summary>Has the rules judge a mapping of the type.</summary>
    public void Judge(TreePlace place, Judgement judgement)
    {
        foreach (var subject in _subjects)
        {
            subject.Type.Judge(place, subject.Rules, judgement);
        }

        foreach (var field in _fields)
        {
            // Most fields are absent, and then there is no place to make.
            if (place.Node.Get(field.Field.Key) is not Missing)
            {
                field.Judge(place.Child(field.Field.Key), judgement);
            }
        }

        // What cannot be read, nobody judges. Then the meanings: what the schema says of the same place is said already.
        var part = new Part(place, judgement);
        _facts.Decode(part);
        foreach (var validation in _validations)
        {
            validation.Validate(part);
        }

        _facts.Check(part);
    }

    /// <summary>Has the rules judge a mapping in a custom resource: what the API server refuses there, the definition says, and not the type.</summary>
    public void JudgeInCustomResource(TreePlace place, Judgement judgement)
    {
        foreach (var subject in _subjects)
        {
            subject.Type.Judge(place, subject.InCustomResources, judgement);
        }

        foreach (var field in _fields)
        {
            var value = place.Child(field.Field.Key);
            if (value.Node is not Missing && !judgement.HasValidityAt(value, field.Rules[0].Info))
            {
                field.Judge(value, judgement);
            }
        }
    }

    /// <summary>Says what of a mapping cannot be decoded, and nothing else.</summary>
    public void Decode(TreePlace place, Judgement judgement) => _facts.Decode(new(place, judgement));

    private SubjectRules Added(SubjectType type)
    {
        var added = new SubjectRules(type);
        _subjects.Add(added);
        return added;
    }

    private sealed class SubjectRules(SubjectType type)
    {
        public SubjectType Type { get; } = type;

        public List<Rule> Rules { get; } = [];

        // Found once: a resource of an operator may have hundreds of such mappings.
        public List<Rule> InCustomResources => field ??= [.. Rules.Where(rule => !rule.Info.IsValidity)];
    }

    private sealed class FieldRules(ApiField field, ValueRule[] rules)
    {
        public ApiField Field { get; } = field;

        public ValueRule[] Rules { get; } = rules;

        public void Judge(TreePlace place, Judgement judgement)
        {
            switch (place.Node)
            {
                case Sequence when Field.Shape.Kind is ApiShapeKind.List or ApiShapeKind.Map:
                    foreach (var item in place.Items)
                    {
                        Judge(item, judgement);
                    }

                    break;
                case Mapping map when Field.Shape.Kind is ApiShapeKind.List or ApiShapeKind.Map:
                    foreach (var entry in map.EntryArray)
                    {
                        Judge(place.Entry(entry), judgement);
                    }

                    break;
                default:
                    var value = new FieldValue(place, Field);
                    foreach (var rule in Rules)
                    {
                        rule.Judge(value, judgement);
                    }

                    break;
            }
        }
    }
}
