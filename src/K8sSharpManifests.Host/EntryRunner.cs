using System.Collections;
using System.Globalization;
using k8s;

namespace K8sSharpManifests.Host;

/// <summary>Runs the user's members. Whatever they do wrong is an error at the member, and the next one still runs.</summary>
/// <param name="context">What a member that takes a parameter is given.</param>
/// <param name="messages">Takes the errors.</param>
/// <param name="add">Takes each object, with its index in what its member gives.</param>
internal sealed class EntryRunner(ManifestContext context, MessageFile messages, Action<CatalogEntry, int, IKubernetesObject> add)
{
    public void Run(IReadOnlyList<CatalogEntry> entries)
    {
        foreach (var entry in entries)
        {
            messages.Announce(entry);
            var values = Values(entry);
            for (var i = 0; i < values.Count; i++)
            {
                switch (values[i])
                {
                    case IKubernetesObject found:
                        add(entry, i, found);
                        break;
                    case null:
                        messages.Error(HostRule.CannotBeEmitted, entry, "gives null: return an empty sequence where there is nothing to emit");
                        break;
                    case var value:
                        messages.Error(HostRule.CannotBeEmitted, entry, $"gives a {value.GetType()}, which is no Kubernetes object");
                        break;
                }
            }
        }
    }

    // All that the user's code does happens in here, the enumeration of lazy sequences too.
    private List<object?> Values(CatalogEntry entry)
    {
        // A number or date that a manifest turns into text must not depend on who builds; nor on what the member before has set.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            return entry.Read(context) is var value && value is IEnumerable sequence and not IKubernetesObject
                ? [.. sequence.Cast<object?>()]
                : [value];
        }
        catch (Exception e)
        {
            messages.Threw(entry, e);
            return [];
        }
    }
}
