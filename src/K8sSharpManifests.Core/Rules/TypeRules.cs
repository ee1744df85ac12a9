using System.Collections.Concurrent;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>The rules that have anything to say of the mappings of one type.</summary>
/// <remarks>No tuples, and no collections of values: in the host, each of those is code that has to be compiled when it starts.</remarks>
internal sealed class TypeRules
{
    private static readonly ConcurrentDictionary<ApiType, TypeRules> OfTypes = new();

    private readonly ApiType _type;
    private readonly List<SubjectRules> _subjects = [];
    private readonly List<FieldRules> _fields = [];
    private Answer? _leadsToRules;
    private Answer? _concerns;
    private Answer? _concernsObjects;

    private TypeRules(ApiType type)
    {
        _type = type;
        foreach (var rule in RuleCatalog.Rules)
        {
            if (rule is ISubjectRule { On: var on } && on.Types.Contains(type.Name))
            {
                (_subjects.Find(s => s.Type == on) ?? Added(on)).Rules.Add(rule);
            }
        }

        foreach (var field in type.Fields)
        {
            var rules = field.IsServerSet ? [] : RuleCatalog.ValueRules.Where(rule => rule.Concerns(field)).ToArray();
            if (rules.Length > 0)
            {
                _fields.Add(new(field, rules));
            }
        }
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _subjects.Count + _fields.Count == 0;

    /// <summary>Whether a field of the type leads to rules that can judge objects, of which nobody sees the source.</summary>
    public bool LeadsToRules => (_leadsToRules ??= new(_type.Fields.Any(f => !f.IsServerSet && f.Shape.Innermost.Type is { } inner && For(inner).ConcernsObjects))).IsYes;

    /// <summary>Whether a rule has anything to say of the type, or of what it leads to.</summary>
    public bool Concerns => (_concerns ??= new(LeadsTo(rules => !rules.IsEmpty))).IsYes;

    /// <summary>The same of the rules that can judge objects.</summary>
    public bool ConcernsObjects => (_concernsObjects ??= new(LeadsTo(rules => rules.JudgesObjects))).IsYes;

    private bool JudgesObjects => _subjects.Any(s => s.Rules.Any(IsOfObjects)) || _fields.Any(f => f.Rules.Any(IsOfObjects));

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
    }

    private static bool IsOfObjects(Rule rule) => !rule.Info.IsLostInObjects;

    private SubjectRules Added(SubjectType type)
    {
        var added = new SubjectRules(type);
        _subjects.Add(added);
        return added;
    }

    private bool LeadsTo(Func<TypeRules, bool> isWanted)
    {
        var seen = new HashSet<ApiType> { _type };
        var pending = new Stack<ApiType>(seen);
        while (pending.Count > 0)
        {
            var type = pending.Pop();
            if (isWanted(For(type)))
            {
                return true;
            }

            foreach (var field in type.Fields)
            {
                if (!field.IsServerSet && field.Shape.Innermost.Type is { } inner && seen.Add(inner))
                {
                    pending.Push(inner);
                }
            }
        }

        return false;
    }

    private sealed class Answer(bool isYes)
    {
        public bool IsYes { get; } = isYes;
    }

    private sealed class SubjectRules(SubjectType type)
    {
        public SubjectType Type { get; } = type;

        public List<Rule> Rules { get; } = [];
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
