namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Finds objects that stand in more than one place. Values are made once for each object that the code makes, so the same object is the same value.</summary>
internal static class Sharing
{
    /// <summary>Whether an object stands in several places of a value, or in one that other code sees.</summary>
    /// <param name="root">The value.</param>
    /// <param name="target">The object in it.</param>
    /// <param name="evaluation">Knows what other code sees, and counts the work; where that was enough, the answer is yes.</param>
    public static bool IsShared(Value root, Value target, Evaluation evaluation)
    {
        if (!IsObject(target))
        {
            return false;
        }

        var objects = new HashSet<Value>(Alternatives(target));
        var found = evaluation.Statics.Any(value => Occurrences(value, objects, evaluation) > 0) ? 2 : Occurrences(root, objects, evaluation);
        return found > 1 || evaluation.IsExhausted;
    }

    private static int Occurrences(Value root, HashSet<Value> objects, Evaluation evaluation)
    {
        var found = 0;
        var pending = new Stack<Value>();
        pending.Push(root);
        while (pending.Count > 0 && found < 2 && evaluation.Count())
        {
            var value = pending.Pop();
            if (IsObject(value) && Alternatives(value).Any(objects.Contains))
            {
                found++;
            }

            foreach (var part in Parts(value))
            {
                if (IsObject(part))
                {
                    pending.Push(part);
                }
            }
        }

        return found;
    }

    private static IEnumerable<Value> Parts(Value value) => value switch
    {
        ObjectValue o => o.Fields.Select(f => f.Value),
        ListValue list => list.Items,
        MapValue map => map.Entries.Select(e => e.Value),
        _ => [],
    };

    /// <summary>A value, and all that it may be.</summary>
    private static IEnumerable<Value> Alternatives(Value value)
    {
        var pending = new Stack<Value>();
        pending.Push(value);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            yield return next;
            if (next.Joined is var (left, right))
            {
                pending.Push(left);
                pending.Push(right);
            }
        }
    }

    private static bool IsObject(Value value) => value is ObjectValue or ListValue or MapValue;
}
