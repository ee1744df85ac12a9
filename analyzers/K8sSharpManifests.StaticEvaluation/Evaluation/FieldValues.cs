using K8sSharpManifests.Core;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Fields that an object has by their places: what <c>With</c> sets in one without a type, and <c>Patch</c> in one of any kind.</summary>
internal static class FieldValues
{
    /// <summary>Where an object's state keeps them: no field has that name.</summary>
    public const string Key = "(fields)";

    private const string Path = "Path";
    private const string Held = "Value";
    private const string IsPatch = "IsPatch";

    /// <summary>An object with one more; null where it is not known which, or where the call throws.</summary>
    public static RecordState? Add(RecordState owner, FluentMeaning meaning, Call call, Evaluation evaluation, SourceOrigin? caller)
    {
        var isPatch = meaning.Operation == "Patch";
        var path = meaning.Path is [""] ? call.Arguments[1] is ConstantValue { Constant: string text } ? text : null : string.Join(".", meaning.Path);
        if (path is null || FieldAddress.Parse(path, out _) is not { } place || owner.Model is not { } model
            || (isPatch ? FieldSetting.PatchProblem(place, TypeOf(owner, model)) : FieldSetting.Problem(place)) is not null)
        {
            return null;
        }

        var before = owner.Field(Key);
        var list = before switch
        {
            Reference { Target.State: ListState known } => known,
            NullValue => new([], isOpen: false, isArray: false),
            _ => new([], isOpen: true, isArray: false),
        };
        evaluation.Heap.Escape(list.IsOpen ? before : null);
        var added = StructValue.Of(caller, (Path, new ConstantValue(path, caller)), (Held, call.Arguments[call.Arguments.Length - 1]), (IsPatch, new ConstantValue(isPatch, caller)));
        return owner.With(Key, evaluation.Heap.New(new ListState(list.Items.Add(added), list.IsOpen, isArray: false), caller));
    }

    /// <summary>Those of an object, with the values as nodes.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="heap">What the objects hold.</param>
    /// <param name="read">The node of a value; null for what leaves no trace.</param>
    /// <returns>None for an object without; null where it is not known which there are.</returns>
    public static IReadOnlyList<FieldSetting>? Of(RecordState owner, Heap heap, Func<Value, Node?> read)
    {
        if (owner.Find(Key) is not { } held)
        {
            return [];
        }

        var state = held is Reference { Target.State: ListState known } ? known : held is ChoiceValue { MayBeNull: false } choice ? heap.StateOf(choice) as ListState : null;
        var settings = new List<FieldSetting>();
        foreach (var item in state?.Items ?? [])
        {
            if (item is not StructValue one || one.Find(Path) is not ConstantValue { Constant: string path } || one.Find(IsPatch) is not ConstantValue { Constant: bool isPatch }
                || FieldAddress.Parse(path, out _) is not { } place)
            {
                return null;
            }

            settings.Add(new(place, read(one.Find(Held) ?? new UnknownValue()), isPatch));
        }

        return state is null || (state.IsOpen && !owner.IsOpen) ? null : settings;
    }

    private static ApiType? TypeOf(RecordState owner, ModelType model) => !model.IsUntyped ? model.ApiType
        : owner.Find("apiVersion") is ConstantValue { Constant: string apiVersion } && owner.Find("kind") is ConstantValue { Constant: string kind } ? ApiSchema.Kubernetes.Kind(apiVersion, kind)
        : null;
}
