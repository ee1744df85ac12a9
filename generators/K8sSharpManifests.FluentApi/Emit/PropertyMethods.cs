using K8sSharpManifests.FluentApi.Model;

namespace K8sSharpManifests.FluentApi.Emit;

/// <summary>The With and Add methods of one property.</summary>
internal static class PropertyMethods
{
    /// <summary>Lists whose items take the pod's default pull policy as they are added (see PodDefaults in the DSL).</summary>
    private static readonly HashSet<string> PodContainers = ["containers", "initContainers"];

    /// <summary>
    /// Lists to which the client itself has a method that adds an item, on everything that has metadata: that one changes the object, and code that calls it must go on doing so. Ours adds several,
    /// and is named for it. A test looks for any other such name.
    /// </summary>
    private static readonly HashSet<string> NamesOfClient = ["finalizers", "ownerReferences"];

    public static IEnumerable<FluentMethod> Of(ModelType type, ModelProperty property) => property.Shape switch
    {
        PropertyShape.Scalar when IsQuantity(property) => [Set(property, TypeText.Nullable(property.Type), "value"), Set(property, "string?", Parsed("value")) with { Priority = 1 }],
        PropertyShape.Scalar => [Set(property, TypeText.Nullable(property.Type), "value")],
        PropertyShape.Object => Object(property),
        PropertyShape.List when NamesOfClient.Contains(property.JsonName) => [AddAll(property), SetList(property, "items")],
        PropertyShape.List => List(property, isPodContainers: type.Name == "V1PodSpec" && PodContainers.Contains(property.JsonName)),
        _ => Map(property),
    };

    // A text is read as the API server reads it, which the models' own conversion does not.
    private static bool IsQuantity(ModelProperty property) => property.ElementType.Name == "ResourceQuantity";

    private static string Parsed(string text) => $"K8s.ParseQuantity({text})";

    private static FluentMethod Set(ModelProperty property, string parameterType, string value) =>
        Method(property, "With" + property.Name, "Set", parameterType + " value", "value", value);

    private static IEnumerable<FluentMethod> Object(ModelProperty property)
    {
        var model = property.Type.Name;
        yield return Set(property, model + "?", "value") with { Priority = 1 };
        yield return Method(
            property, "With" + property.Name, "Set", $"Func<{model}, {model}> configure", "configure", $"configure(self.{property.ClrName} ?? new())");
    }

    private static IEnumerable<FluentMethod> List(ModelProperty property, bool isPodContainers)
    {
        var item = TypeText.Of(property.ElementType);
        var isModel = ModelType.IsModel(property.ElementType);
        var add = "Add" + Singular.Of(property.Name);

        string Append(string value) => isPodContainers
            ? $"Append(self.{property.ClrName}, PodDefaults.Apply(self, {value}))"
            : $"Append(self.{property.ClrName}, {value})";

        yield return Method(property, add, "Append", item + " item", "item", Append("item")) with { Priority = isModel ? 1 : 0 };
        if (IsQuantity(property))
        {
            yield return Method(property, add, "Append", "string item", "item", Append(Parsed("item"))) with { Priority = 1 };
        }

        if (isModel)
        {
            yield return Method(property, add, "Append", $"Func<{item}, {item}> configure", "configure", Append("configure(new())"));
        }

        yield return SetList(property, isPodContainers ? "PodDefaults.Apply(self, items)" : "items");
    }

    private static FluentMethod AddAll(ModelProperty property) =>
        Method(property, "Add" + property.Name, "Append", $"params IEnumerable<{TypeText.Of(property.ElementType)}> items", "items", $"AppendAll(self.{property.ClrName}, items)");

    private static FluentMethod SetList(ModelProperty property, string items) =>
        Method(property, "With" + property.Name, "Set", $"params IEnumerable<{TypeText.Of(property.ElementType)}>? items", "items", $"Copy({items})");

    private static IEnumerable<FluentMethod> Map(ModelProperty property)
    {
        var value = TypeText.Of(property.ElementType);
        var isModel = ModelType.IsModel(property.ElementType);
        var add = "Add" + Singular.Of(property.Name);

        string Put(string expression) => $"Put(self.{property.ClrName}, key, {expression})";

        yield return Method(property, add, "Put", $"string key, {value} value", "key, value", Put("value")) with { Priority = isModel ? 1 : 0 };
        if (IsQuantity(property))
        {
            yield return Method(property, add, "Put", "string key, string value", "key, value", Put(Parsed("value"))) with { Priority = 1 };
        }

        if (isModel)
        {
            yield return Method(
                property, add, "Put", $"string key, Func<{value}, {value}> configure", "key, configure", Put($"configure(Get(self.{property.ClrName}, key) ?? new())"));
        }

        yield return Method(
            property, "With" + property.Name, "Set", $"IEnumerable<KeyValuePair<string, {value}>>? entries", "entries", "Copy(entries)");
    }

    private static FluentMethod Method(
        ModelProperty property, string name, string operation, string parameters, string arguments, string value) =>
        new(name, parameters, arguments, value, Documentation(property))
        {
            Field = property.ClrName,
            Operation = operation,
            Path = property.JsonName,
        };

    private static IReadOnlyList<string> Documentation(ModelProperty property) =>
        [$"<inheritdoc cref=\"{property.DocumentationId}\"/>", .. EnumEmitter.SeeAlso(property.DeclaringType, property.ClrName)];
}
