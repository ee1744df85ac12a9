namespace K8sSharpManifests.Emission.Layouts;

/// <summary>The layouts that there are.</summary>
internal static class ManifestLayouts
{
    /// <summary>The one for whoever does not ask for another.</summary>
    public static readonly ILayout Default = new ObjectsLayout();

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ILayout> All = [Default, new SingleLayout(), new NamespacesLayout()];

    /// <summary>The one of a name; null where there is none.</summary>
    public static ILayout? Find(string name)
    {
        foreach (var layout in All)
        {
            if (string.Equals(layout.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return layout;
            }
        }

        return null;
    }
}
