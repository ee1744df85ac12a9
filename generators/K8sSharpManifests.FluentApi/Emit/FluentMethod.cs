namespace K8sSharpManifests.FluentApi.Emit;

/// <summary>
/// One extension method on a record: enough to write it there, and to write its forwards on the kinds that hold such a record.
/// </summary>
/// <param name="Name">The method's name.</param>
/// <param name="Parameters">The parameter list after <c>self</c>, as C#; empty or without a leading comma.</param>
/// <param name="Arguments">The same as arguments.</param>
/// <param name="Body">What it returns, or what it puts into <see cref="Field"/>, as an expression over <c>self</c> and the parameters.</param>
/// <param name="Documentation">The lines of its XML comment, without the slashes.</param>
internal sealed record FluentMethod(string Name, string Parameters, string Arguments, string Body, IReadOnlyList<string> Documentation)
{
    /// <summary>Set, Append or Put; null for sugar, whose meaning is its source text.</summary>
    public string? Operation { get; init; }

    /// <summary>The field that it works on, from the record, like <c>containers</c>.</summary>
    public string? Path { get; init; }

    /// <summary>The C# name of the property in a copy of <c>self</c> that takes the value of the body; null where the body is what is returned.</summary>
    public string? Field { get; init; }

    /// <summary>
    /// Which overload wins where an argument fits several: a value over a lambda, so that <c>WithSpec(null)</c> and <c>AddContainer(new() { … })</c> are not
    /// ambiguous, and a name over an object.
    /// </summary>
    public int Priority { get; init; }

    /// <summary>The comment, the attributes and the method.</summary>
    public void WriteTo(SourceWriter writer, string type)
    {
        WriteHead(writer, "");
        var signature = $"public static {type} {Name}(this {type} self{(Parameters.Length > 0 ? ", " + Parameters : "")})";
        if (Field is null)
        {
            writer.Line($"{signature} => {Body};");
        }
        else if (Operation is null)
        {
            // Analyzers read this text, so it is as one writes it by hand.
            writer.Line($"{signature} => self with {{ {Field} = {Body} }};");
        }
        else
        {
            // The same, but copied as a block of memory, where "with" calls a copy constructor of up to forty fields, and has the JIT compile it first.
            writer.Open(signature);
            writer.Line("var copy = Clone(self);");
            writer.Line($"copy.{Field} = {Body};");
            writer.Line("return copy;");
            writer.Close();
        }

        writer.Line();
    }

    /// <summary>The same as a generic method on everything that has metadata, for a method of the metadata.</summary>
    public void WriteForMetadataTo(SourceWriter writer)
    {
        WriteHead(writer, "metadata.");
        writer.Line($"public static T {Name}<T>(this T self, {Parameters}) where T : class, IMetadata<V1ObjectMeta> => self.WithMetadata((self.Metadata ?? new()).{Name}({Arguments}));");
        writer.Line();
    }

    private void WriteHead(SourceWriter writer, string path)
    {
        foreach (var line in Documentation)
        {
            writer.Line("/// " + line);
        }

        if (Operation is not null)
        {
            writer.Line($"[FluentMethod(FluentOperation.{Operation}, \"{path}{Path}\")]");
        }

        if (Priority != 0)
        {
            writer.Line($"[OverloadResolutionPriority({Priority})]");
        }
    }

    /// <summary>The same method on a type that holds the record.</summary>
    /// <param name="path">Where the record stands in that type, with a trailing dot, like <c>spec.</c>.</param>
    /// <param name="field">The property of that type that takes the changed record; null where the body is the changed object.</param>
    /// <param name="body">The forwarding expression, in which <c>{0}</c> stands for the call on the record.</param>
    public FluentMethod Lift(string path, string? field, string body) => this with
    {
        Path = Path is null ? null : path + Path,
        Field = field,
        Body = body.Replace("{0}", $"{Name}({Arguments})"),
    };
}
