namespace K8sSharpManifests;

[EmbedSource]
public static partial class Fluent
{
    /// <summary>A step of a chain that is taken under a condition only: <c>.When(isProduction, d => d.WithReplicas(3))</c>.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="self">The object.</param>
    /// <param name="condition">Whether the step is taken.</param>
    /// <param name="change">Takes the object and returns the changed one.</param>
    /// <returns>What the step makes of the object, or the object as it is.</returns>
    public static T When<T>(this T self, bool condition, Func<T, T> change) where T : class => condition ? change(self) : self;
}
