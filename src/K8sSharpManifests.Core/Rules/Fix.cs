namespace K8sSharpManifests.Core.Rules;

/// <summary>What puts a finding right, as data: whoever shows it renders it in the user's own style.</summary>
public sealed class Fix
{
    private Fix(string title, bool isSafeForFixAll, IReadOnlyList<FixChange> changes) => (Title, IsSafeForFixAll, Changes) = (title, isSafeForFixAll, changes);

    /// <summary>What to call it on the light bulb.</summary>
    public string Title { get; }

    /// <summary>Whether it may be applied everywhere at once: nobody has to think about the value.</summary>
    public bool IsSafeForFixAll { get; }

    /// <summary>What changes in the tree: all of it, or nothing.</summary>
    public IReadOnlyList<FixChange> Changes { get; }

    /// <summary>Several changes that belong together.</summary>
    /// <param name="title">What to call them.</param>
    /// <param name="isSafeForFixAll">Whether they may be applied everywhere at once.</param>
    /// <param name="changes">The changes, in the order in which they are made.</param>
    /// <returns>The fix.</returns>
    public static Fix Of(string title, bool isSafeForFixAll, params FixChange[] changes) => new(title, isSafeForFixAll, FixChange.Together(changes));

    /// <summary>Sets what stands at a place.</summary>
    /// <param name="place">The place: of a field or an entry, whether it is there or not, or of an item.</param>
    /// <param name="value">The value: a simple one, or a tree of mappings and lists.</param>
    /// <param name="title">What to call it.</param>
    /// <param name="isSafeForFixAll">Whether it may be applied everywhere at once.</param>
    /// <returns>The fix.</returns>
    public static Fix Set(TreePlace place, Node value, string title, bool isSafeForFixAll) => Of(title, isSafeForFixAll, FixChange.Set(place, value));

    /// <summary>Sets a field below an object.</summary>
    /// <param name="subject">The object's place.</param>
    /// <param name="path">The field, from there, with dots between the keys, like <c>securityContext.runAsNonRoot</c>.</param>
    /// <param name="value">The value: a simple one, or a tree of mappings and lists.</param>
    /// <param name="title">What to call it.</param>
    /// <param name="isSafeForFixAll">Whether it may be applied everywhere at once.</param>
    /// <returns>The fix.</returns>
    public static Fix Set(TreePlace subject, string path, Node value, string title, bool isSafeForFixAll) =>
        Set(subject.Below(path), value, title, isSafeForFixAll);

    /// <summary>Puts another text in the place of one that is wrong.</summary>
    /// <param name="place">The place of the value.</param>
    /// <param name="value">The right value.</param>
    /// <param name="isSafeForFixAll">Whether it may be applied everywhere at once.</param>
    /// <returns>The fix.</returns>
    public static Fix ChangeTo(TreePlace place, Scalar value, bool isSafeForFixAll) => Set(place, value, $"Change to '{value.Text}'", isSafeForFixAll);

    /// <summary>Appends an item to a list below an object; the list is made where there is none.</summary>
    /// <param name="subject">The object's place.</param>
    /// <param name="path">The list, from there, with dots between the keys.</param>
    /// <param name="item">The item.</param>
    /// <param name="title">What to call it.</param>
    /// <param name="isSafeForFixAll">Whether it may be applied everywhere at once.</param>
    /// <returns>The fix.</returns>
    public static Fix Append(TreePlace subject, string path, Node item, string title, bool isSafeForFixAll) =>
        Of(title, isSafeForFixAll, FixChange.Append(subject.Below(path), item));

    /// <summary>Removes what stands at a place.</summary>
    /// <param name="place">The place: of a field, an entry or an item.</param>
    /// <param name="title">What to call it.</param>
    /// <param name="isSafeForFixAll">Whether it may be applied everywhere at once.</param>
    /// <returns>The fix.</returns>
    public static Fix Remove(TreePlace place, string title, bool isSafeForFixAll) => Of(title, isSafeForFixAll, FixChange.Remove(place));

    /// <summary>Removes a field below an object.</summary>
    /// <param name="subject">The object's place.</param>
    /// <param name="path">The field, from there, with dots between the keys.</param>
    /// <param name="title">What to call it.</param>
    /// <param name="isSafeForFixAll">Whether it may be applied everywhere at once.</param>
    /// <returns>The fix.</returns>
    public static Fix Remove(TreePlace subject, string path, string title, bool isSafeForFixAll) => Remove(subject.Below(path), title, isSafeForFixAll);

    /// <summary>The same fix with another name in the reference that it appends.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The fix; this one where it appends no reference.</returns>
    public Fix Named(string name) => Changes is [{ Kind: FixKind.Append, Value: Mapping item } change] && item["name"] is Scalar standIn
        ? new(Title.Replace($"'{standIn.Text}'", $"'{name}'"), IsSafeForFixAll, [FixChange.Append(change.Place, item.With("name", Scalar.String(name)))])
        : this;
}
