using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>Where subjects of one sort are: at the mappings of some types.</summary>
internal abstract class SubjectType(IReadOnlyList<string> types)
{
    /// <summary>The names of the API's types, like <c>V1ServicePort</c>.</summary>
    public IReadOnlyList<string> Types { get; } = types;

    /// <summary>Has rules judge the subjects at a mapping of one of the types.</summary>
    public abstract void Judge(TreePlace place, IReadOnlyList<Rule> rules, Judgement judgement);
}

/// <summary>Where the subjects of a view are. It stands beside the view, and nothing else has to know of it.</summary>
/// <param name="types">The names of the API's types at whose mappings they are.</param>
/// <param name="find">The subjects of such a mapping.</param>
internal sealed class SubjectType<T>(IReadOnlyList<string> types, Func<TreePlace, JudgeContext, IEnumerable<T>> find) : SubjectType(types)
    where T : class, ISubject
{
    /// <summary>One subject for each mapping.</summary>
    public SubjectType(IReadOnlyList<string> types, Func<TreePlace, JudgeContext, T> view) : this(types, (place, context) => [view(place, context)])
    {
    }

    public override void Judge(TreePlace place, IReadOnlyList<Rule> rules, Judgement judgement)
    {
        foreach (var subject in find(place, judgement.Context))
        {
            foreach (var rule in rules)
            {
                ((Rule<T>)rule).Judge(subject, judgement);
            }
        }
    }
}
