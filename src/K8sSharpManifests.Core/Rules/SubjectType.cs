using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>Where subjects of one sort are: at the mappings of some types.</summary>
internal abstract class SubjectType(IReadOnlyList<string> types)
{
    /// <summary>The names of the API's types, like <c>V1ServicePort</c>.</summary>
    public IReadOnlyList<string> Types { get; } = types;

    /// <summary>Has rules judge the subjects at a mapping of one of the types.</summary>
    public abstract void Judge(TreePlace place, List<Rule> rules, Judgement judgement);
}

/// <summary>Where the subjects of a view are. It stands beside the view, and nothing else has to know of it.</summary>
internal sealed class SubjectType<T> : SubjectType
    where T : class, ISubject
{
    private readonly Func<TreePlace, JudgeContext, T>? _view;
    private readonly Func<TreePlace, JudgeContext, IEnumerable<T>>? _find;

    /// <summary>One subject for each mapping.</summary>
    /// <param name="types">The names of the API's types at whose mappings they are.</param>
    /// <param name="view">The subject of such a mapping.</param>
    public SubjectType(IReadOnlyList<string> types, Func<TreePlace, JudgeContext, T> view) : base(types) => _view = view;

    /// <summary>Any number of subjects for each mapping.</summary>
    /// <param name="types">The names of the API's types at whose mappings they are.</param>
    /// <param name="find">The subjects of such a mapping.</param>
    public SubjectType(IReadOnlyList<string> types, Func<TreePlace, JudgeContext, IEnumerable<T>> find) : base(types) => _find = find;

    public override void Judge(TreePlace place, List<Rule> rules, Judgement judgement)
    {
        if (_view is not null)
        {
            Judge(_view(place, judgement.Context), rules, judgement);
            return;
        }

        foreach (var subject in _find!(place, judgement.Context))
        {
            Judge(subject, rules, judgement);
        }
    }

    private static void Judge(T subject, List<Rule> rules, Judgement judgement)
    {
        foreach (var rule in rules)
        {
            ((Rule<T>)rule).Judge(subject, judgement);
        }
    }
}
