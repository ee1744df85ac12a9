namespace K8sSharpManifests.StaticEvaluation;

/// <summary>StringBuilder.</summary>
internal static class Builders
{
    public static Value? New(FrameworkCall call) => call.Arguments switch
    {
        [] or [ConstantValue { Constant: int }] => call.Heap.New(new TextState(""), call.Origin),
        [ConstantValue { Constant: string text }] => call.Heap.New(new TextState(text), call.Origin),
        _ => null,
    };

    public static Value? Call(FrameworkCall call)
    {
        if (call.Instance is not Reference { Target: { State: TextState { Text: { } text } } target })
        {
            return null;
        }

        var changed = (call.Name, call.Arguments) switch
        {
            ("Append", [ConstantValue or NullValue or IntOrStringValue]) when Texts.TextOf(call.Arguments[0]) is { } piece => text + piece,
            ("AppendJoin", [ConstantValue separator, var items]) when Texts.TextOf(separator) is { } between && call.Evaluation.Sequences.All(items, call.Call.Operation, call.Call.Frame) is { } known
                && known.All(k => Texts.TextOf(k) is not null) => text + string.Join(between, known.Select(k => Texts.TextOf(k))),
            ("Clear", []) => "",
            ("Insert", [ConstantValue { Constant: int at }, ConstantValue { Constant: string piece }]) when at >= 0 && at <= text.Length => text.Insert(at, piece),
            _ => null,
        };
        if (changed is { Length: <= Evaluation.MaxText })
        {
            call.Heap.Set(target, new TextState(changed));
            return call.Instance;
        }

        return (call.Name, call.Arguments) switch
        {
            ("ToString", []) => call.Text(text),
            ("get_Length", []) => call.Of(text.Length),
            _ => null,
        };
    }
}
