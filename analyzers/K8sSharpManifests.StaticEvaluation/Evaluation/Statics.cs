using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Static fields and properties that nobody can set. What they begin with is found when they are first read, as old as everything; but of what hangs on them nothing is
/// known that any code of the compilation writes to such a member or collection (see <see cref="WrittenNames"/>): who did so first is not known.
/// </summary>
internal sealed class Statics(Evaluation evaluation)
{
    private readonly Dictionary<ISymbol, Value> _known = new(SymbolEqualityComparer.Default);
    private readonly Stack<ISymbol> _initialising = new();
    private readonly List<HeapObject> _objects = [];
    private readonly HashSet<HeapObject> _lost = [];
    private readonly HashSet<ISymbol> _touched = new(SymbolEqualityComparer.Default);

    /// <summary>Reads a static member.</summary>
    public Value Read(ISymbol member, IOperation operation, Frame frame)
    {
        if (member is IFieldSymbol { ContainingType.SpecialType: SpecialType.System_String, Name: "Empty" })
        {
            return new ConstantValue("", evaluation.Origin(operation, frame));
        }

        return Read(member, evaluation.CallSite(operation.Syntax, frame)) ?? new UnknownValue(evaluation.Origin(operation, frame));
    }

    /// <summary>What a member holds after its class was initialised; null where that is not known.</summary>
    public Value? Read(ISymbol member, SourceOrigin? caller)
    {
        Touch(member.ContainingType);
        if (_known.TryGetValue(member, out var known))
        {
            return known;
        }

        // One that somebody sets, one for each type argument, or one of a class whose static constructor may do anything.
        // Initialisers of the same class write what is read-only elsewhere.
        if (evaluation.Facts.Written.IsWritten(member.Name, [member.ContainingType.Name]) || member.ContainingType.IsGenericType || member.ContainingType.ContainingType?.IsGenericType == true
            || member.ContainingType.StaticConstructors.Any(c => !c.IsImplicitlyDeclared) || IsAttributed(member))
        {
            return null;
        }

        if (evaluation.Facts.BodyOf(member) is not { } initializer)
        {
            return null;
        }

        if (_initialising.Count > 0 && !IsBefore(member))
        {
            return null;
        }

        // Its own initialiser may read it.
        _known[member] = new UnknownValue(caller);
        _initialising.Push(member);

        // Whichever way reads it first: it is the same for all, and so is what others may have written to it by now.
        var value = evaluation.Heap.Apart(() =>
        {
            var made = evaluation.Evaluate(initializer, evaluation.NewFrame(null, initializer, caller));
            Settle(made, member);
            Forget();
            return made;
        });
        _initialising.Pop();

        // What was read too early was not yet what it will be.
        if (_initialising.Count > 0 && value is UnknownValue)
        {
            _known.Remove(member);
        }
        else
        {
            _known[member] = value;
        }

        return value;
    }

    /// <summary>A class is used: where its static constructor or initialisers run code, they may do so now, with all that other code has.</summary>
    public void Touch(INamedTypeSymbol type)
    {
        if (!type.DeclaringSyntaxReferences.IsEmpty && _touched.Add(type.OriginalDefinition) && evaluation.Facts.RunsStaticCode(type.OriginalDefinition))
        {
            evaluation.Heap.ForgetEscaped();
        }
    }

    /// <summary>Code that is not understood has run: it may have written what any code of the compilation writes.</summary>
    public void Forget()
    {
        foreach (var target in _objects)
        {
            Spoil(target);
        }
    }

    /// <summary>A thread has its own, and a field may be set through such attributes.</summary>
    private static bool IsAttributed(ISymbol member) => member.GetAttributes().Any(a => a.AttributeClass is { Name: "ThreadStaticAttribute" });

    /// <summary>
    /// Whether a member has its value while that of another one is found: in the same class it must come before that. Two classes that need each other begin with either,
    /// and nobody knows with which.
    /// </summary>
    private bool IsBefore(ISymbol member)
    {
        var now = _initialising.Peek();
        return SymbolEqualityComparer.Default.Equals(now.ContainingType, member.ContainingType)
            ? now.DeclaringSyntaxReferences is [var place] && member.DeclaringSyntaxReferences is [var then] && then.SyntaxTree == place.SyntaxTree && then.Span.Start < place.Span.Start
            : !_initialising.Any(i => SymbolEqualityComparer.Default.Equals(i.ContainingType, member.ContainingType))
                && !_initialising.Any(i => evaluation.Facts.InitializersName(member.ContainingType, i.ContainingType));
    }

    private void Settle(Value value, ISymbol member)
    {
        foreach (var target in evaluation.Heap.Reachable(value))
        {
            target.Id = 0;
            if (!target.IsStatic)
            {
                target.IsStatic = true;
                _objects.Add(target);

                // Another member has got hold of it while it was made.
                if (target.IsEscaped)
                {
                    Lose(target);
                    _lost.Add(target);
                }
            }
        }

        // What a closure counts, it counts for all who call it.
        foreach (var function in evaluation.Heap.Functions(value))
        {
            foreach (var (frame, variable, isWritten) in evaluation.Heap.Captured(function))
            {
                if (isWritten && frame.Values.Find(variable) is { } counted)
                {
                    evaluation.Heap.Escape(counted);
                    evaluation.Heap.Set(frame, variable, new UnknownValue(counted.Origin));
                }
            }
        }

        if (evaluation.Facts.Written.IsGivenAway(member.Name, evaluation.Facts.Names.IsOfDsl))
        {
            foreach (var target in evaluation.Heap.Reachable(value))
            {
                Lose(target);
            }
        }

        // A collection goes by the names that lead to it.
        if (value is Reference { Target: { State: ListState or MapState } held })
        {
            if (!_lost.Contains(held) && evaluation.Facts.Written.IsOnlyRead(member))
            {
                _objects.Remove(held);
            }
            else if (evaluation.Facts.Written.ChangesCollection(member.Name))
            {
                Lose(held);
            }
        }
    }

    private void Spoil(HeapObject target)
    {
        var written = evaluation.Facts.Written;
        switch (target.State)
        {
            case RecordState record:
                var types = TypesOf(record);
                foreach (var field in record.Fields)
                {
                    var name = record.Model?.ByKey(field.Key)?.Name ?? Name(field.Key);
                    if (field.Value is not UnknownValue && written.IsWritten(name, types))
                    {
                        Set(target, field.Key, field.Value);
                    }
                    else if (field.Value is Reference { Target: { State: ListState or MapState } collection } && written.ChangesCollection(name))
                    {
                        Lose(collection);
                    }
                }

                // What is not set yet may be, too.
                if (record.Model is { } model)
                {
                    foreach (var property in model.Properties.Where(p => record.Find(p.Key) is null && !record.IsOpen && written.IsWritten(p.Name, types)))
                    {
                        Set(target, property.Key, NullValue.Instance);
                    }
                }
                else if (!record.IsOpen && Members(record.Type).Any(m => m is IPropertySymbol or IFieldSymbol && written.IsWritten(m.Name, types)))
                {
                    evaluation.Heap.Set(target, ((RecordState)target.State).Open());
                }

                break;
            case ListState or MapState when written.ChangesCollectionOf(target.State.Parts):
                Lose(target);
                break;
            case BytesState or TextState or BoxState:
                Lose(target);
                break;
        }
    }

    private void Set(HeapObject target, string key, Value value)
    {
        evaluation.Heap.Escape(value);
        evaluation.Heap.Set(target, ((RecordState)target.State).With(key, new UnknownValue(value.Origin ?? target.Origin)));
    }

    private static HashSet<string> TypesOf(RecordState record)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        if (record.Model is { } model)
        {
            types.Add(model.Name);
        }

        for (var type = record.Type; type is not null; type = type.BaseType)
        {
            types.Add(type.Name);
        }

        return types;
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol? type)
    {
        for (; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                yield return member;
            }
        }
    }

    private void Lose(HeapObject target)
    {
        if (!target.State.IsForgotten)
        {
            evaluation.Heap.Escape(new Reference(target));
            evaluation.Heap.Set(target, target.State.Forgotten());
        }
    }

    /// <summary>The member's name in the key of a hidden member or a primary constructor's parameter.</summary>
    private static string Name(string key) => key.Substring(key.LastIndexOf('.') + 1).TrimEnd(')');
}
