using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>
/// A rule: one small class in one file, found by <see cref="RuleCatalog"/>. Traversal and unknown values are the business of the bases
/// and the views.
/// </summary>
internal abstract class Rule
{
    public abstract RuleInfo Info { get; }
}

/// <summary>A rule about one sort of subject.</summary>
internal abstract class Rule<T> : Rule, ISubjectRule
    where T : class, ISubject
{
    SubjectType ISubjectRule.On => On;

    public void Judge(T subject, Judgement judgement)
    {
        if (judgement.Add(Info, subject.Place, IsViolated(subject)))
        {
            judgement.Add(new(Info, At(subject), subject.Place, MessageArguments(subject), [.. Fixes(subject)]));
        }
    }

    /// <summary>Where its subjects are.</summary>
    protected abstract SubjectType<T> On { get; }

    protected abstract Truth IsViolated(T subject);

    /// <summary>Where to point: at the wrong value; where one is absent, at the object that lacks it. Asked only of a violation.</summary>
    protected abstract Node At(T subject);

    protected abstract IReadOnlyList<string> MessageArguments(T subject);

    protected virtual IEnumerable<Fix> Fixes(T subject) => [];
}

/// <summary>A rule about the subjects at mappings of some types.</summary>
internal interface ISubjectRule
{
    SubjectType On { get; }
}

/// <summary>A rule about the values of fields, by what the API's schema says of them. In a list or a dictionary it judges each value.</summary>
internal abstract class ValueRule : Rule
{
    /// <summary>Whether it has anything to say of a field. Asked once for each.</summary>
    public abstract bool Concerns(ApiField field);

    public void Judge(FieldValue value, Judgement judgement)
    {
        // What is fine is not said: nobody asks of a value whether another tree has cleared it.
        var truth = IsViolated(value);
        if (!truth.IsFalse && judgement.Add(Info, value.Place, truth))
        {
            judgement.Add(new(Info, value.Node, value.Place, MessageArguments(value), [.. Fixes(value)]));
        }
    }

    protected abstract Truth IsViolated(FieldValue value);

    protected virtual IReadOnlyList<string> MessageArguments(FieldValue value) => [value.Text];

    protected virtual IEnumerable<Fix> Fixes(FieldValue value) => [];
}
