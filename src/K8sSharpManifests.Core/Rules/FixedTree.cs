using System.Text;

namespace K8sSharpManifests.Core.Rules;

/// <summary>
/// The tree that fixes ask for. Whoever writes a fix in code compares what the code makes then with this: what differs anywhere else is not what the fix says.
/// </summary>
public static class FixedTree
{
    /// <summary>Does to a tree what fixes say.</summary>
    /// <param name="root">The tree that the fixes are about.</param>
    /// <param name="fixes">The fixes; those of other trees do nothing.</param>
    /// <returns>The tree as it shall be.</returns>
    public static Node Of(Node root, IReadOnlyCollection<Fix> fixes) => fixes.Count == 0 ? root : new Rewriter(fixes).Rewrite(root);

    /// <summary>Whether two trees say the same; what is not known in one of them is not known in the other.</summary>
    /// <param name="left">A tree.</param>
    /// <param name="right">Another tree.</param>
    /// <returns>True where they do. An empty list says what an absent one does.</returns>
    public static bool AreSame(Node left, Node right) => (left, right) switch
    {
        (Scalar a, Scalar b) => a.Kind == b.Kind && a.Text == b.Text,
        (Unknown, Unknown) or (Missing, Missing) => true,
        (Sequence a, Sequence b) => a.IsOpen == b.IsOpen && a.Count == b.Count && !a.Items.Where((item, i) => !AreSame(item, b.Items[i])).Any(),
        (Mapping a, Mapping b) => a.IsOpen == b.IsOpen && Said(a) == Said(b) && a.Entries.All(e => IsNothing(e.Value) || AreSame(e.Value, b[e.Key])),
        _ => false,
    };

    private static int Said(Mapping mapping) => mapping.Entries.Count(e => !IsNothing(e.Value));

    private static bool IsNothing(Node node) => node is Sequence { Count: 0, IsOpen: false };

    private sealed class Rewriter(IReadOnlyCollection<Fix> fixes)
    {
        public Node Rewrite(Node node)
        {
            foreach (var fix in fixes)
            {
                if (fix.Kind == FixKind.Decode && ReferenceEquals(fix.Current, node) && node is Scalar scalar)
                {
                    return Scalar.String(Decoded(scalar.Text), node.Origin);
                }
            }

            switch (node)
            {
                case Sequence sequence:
                    return new Sequence([.. sequence.Items.Where(item => !fixes.Any(f => f.Kind == FixKind.Remove && ReferenceEquals(f.Current, item))).Select(Rewrite)], sequence.IsOpen, node.Origin);
                case Mapping mapping:
                    var changed = mapping.WithEntries(mapping.Entries.Select(e => new KeyValuePair<string, Node>(e.Key, Rewrite(e.Value))));
                    foreach (var fix in fixes)
                    {
                        changed = ReferenceEquals(fix.Owner, node) ? Changed(changed, fix) : changed;
                    }

                    return changed;
                default:
                    return node;
            }
        }

        private static Mapping Changed(Mapping owner, Fix fix) => fix.Kind switch
        {
            FixKind.Set => owner.With(fix.Key, fix.Value is Scalar { IsQuantity: true } quantity ? Canonical(quantity) : fix.Value),
            FixKind.Append => owner.With(fix.Key, owner[fix.Key] is Sequence list ? new Sequence([.. list.Items, fix.Value], list.IsOpen, list.Origin) : new Sequence([fix.Value])),
            _ => owner,
        };

        // The front ends write every quantity so.
        private static Scalar Canonical(Scalar quantity) => Quantity.TryParse(quantity.Text, out var value) ? Scalar.Quantity(value.ToString()) : quantity;

        // A text that is base64 of base64.
        private static string Decoded(string text)
        {
            var inner = Encoding.ASCII.GetString(Base64.Decode(text) ?? []);
            return Base64.Decode(inner) is { } bytes ? Convert.ToBase64String(bytes) : inner;
        }
    }
}
