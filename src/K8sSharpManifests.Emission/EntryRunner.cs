using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using k8s;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Emission;

/// <summary>Runs the user's members. Whatever they do wrong is an error at the member, and the next one still runs.</summary>
/// <param name="members">What runs each entry's member, in the entries' order.</param>
/// <param name="context">What a member that takes a parameter is given.</param>
/// <param name="findings">Takes the errors.</param>
/// <param name="observer">Is told which member runs; null where nobody asks.</param>
/// <param name="add">Takes each object, with its index in what its member gives.</param>
/// <param name="ownsProcess">Whether nothing else runs in this process, so that all of its threads may be set up.</param>
internal sealed class EntryRunner(
    IReadOnlyList<Func<ManifestContext, object?>> members,
    ManifestContext context,
    FindingList findings,
    IEmissionObserver? observer,
    Action<CatalogEntry, int, IKubernetesObject> add,
    bool ownsProcess)
{
    private const string MembersMethod = "Members";

    /// <summary>Loads an assembly and runs its members. What goes wrong with that is an error, too.</summary>
    public static void Run(
        Func<Assembly> load,
        AssemblyCatalog catalog,
        ManifestContext context,
        FindingList findings,
        IEmissionObserver? observer,
        Action<CatalogEntry, int, IKubernetesObject> add,
        bool ownsProcess)
    {
        if (catalog.Entries.Count == 0)
        {
            return;
        }

        Func<ManifestContext, object?>[] members;
        try
        {
            var type = load().GetType($"{AssemblyCatalog.Namespace}.{AssemblyCatalog.TypeName}", throwOnError: true)!;
            members = (Func<ManifestContext, object?>[])type.GetMethod(MembersMethod, BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, null)!;
        }
        catch (Exception e)
        {
            // Module initialisers run here, and references may be missing: anything can come.
            findings.Threw(null, e);
            return;
        }

        new EntryRunner([.. catalog.Members.Select(number => members[number])], context, findings, observer, add, ownsProcess).Run(catalog.Entries);
    }

    public void Run(IReadOnlyList<CatalogEntry> entries)
    {
        var folder = Directory.GetCurrentDirectory();
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            observer?.Runs(entry);
            context.Secrets.Reader = entry;

            // A number or date that a manifest turns into text must not depend on who builds; nor a path, nor either of them on what the member before has set.
            Directory.SetCurrentDirectory(folder);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            if (ownsProcess)
            {
                CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
            }

            IEnumerator? rest = null;
            for (var index = 0; TryNext(entry, members[i], ref rest, out var value); index++)
            {
                Add(entry, index, value);
            }
        }

        context.Secrets.Reader = null;
    }

    private void Add(CatalogEntry entry, int index, object? value)
    {
        switch (value)
        {
            case IKubernetesObject found:
                add(entry, index, found);
                break;
            case null:
                // Nothing here; and the next one keeps its place.
                break;
            default:
                findings.ErrorAt(EmissionRule.CannotBeEmitted, entry, $"gives a {value.GetType()}, which is no Kubernetes object");
                break;
        }
    }

    // Whoever enumerates the one that holds no array, not even an empty one, is thrown at. It is a null in another form.
    private static bool IsDefaultArray(object? value) =>
        value is IStructuralComparable && value.GetType() is { IsConstructedGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
        && value.Equals(Activator.CreateInstance(type));

    // All that the user's code does happens in here, each step of a lazy sequence too. What is taken is let go again: only its tree is kept.
    private bool TryNext(CatalogEntry entry, Func<ManifestContext, object?> member, ref IEnumerator? rest, out object? value)
    {
        value = null;
        try
        {
            if (rest is null)
            {
                value = member(context);
                value = IsDefaultArray(value) ? null : value;
                if (value is not IEnumerable sequence || value is IKubernetesObject)
                {
                    rest = Array.Empty<object>().GetEnumerator();
                    return true;
                }

                rest = sequence.GetEnumerator();
            }

            if (rest.MoveNext())
            {
                value = rest.Current;
                return true;
            }

            (rest as IDisposable)?.Dispose();
            return false;
        }
        catch (Exception e)
        {
            findings.Threw(entry, e);
            return false;
        }
    }
}
