using System.Text;
using K8sSharpManifests.Core.Rules.Validity;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>Two manifests of one object, and what of them is compared: told as findings, or gathered as the fields that cannot change.</summary>
/// <param name="before">The object as it was.</param>
/// <param name="after">The object as it is.</param>
/// <param name="findings">Takes what is told.</param>
/// <param name="fixedFields">Takes the fields instead; null where they are compared.</param>
internal sealed class ObjectChange(Node before, TreePlace after, List<Finding> findings, List<FixedField>? fixedFields)
{
    private static readonly string[] DataKeys = ["data", "binaryData", "stringData"];

    public Node Before(string path) => path.Split('.').Aggregate(before, (node, key) => node.Get(key));

    public Node After(string path) => path.Split('.').Aggregate(after.Node, (node, key) => node.Get(key));

    public bool WasTrue(string path) => Before(path) is Scalar { Kind: ScalarKind.Boolean, Text: "true" };

    public ApiType? Type(string path) => after.Below(path).Shape?.Type;

    public bool AreSet(string path) => Before(path).IsOmitted().IsFalse && After(path).IsOmitted().IsFalse;

    // Whether an item of the list before is not in the one after; or, back, the other way round.
    public bool IsLost(string path, bool isBack, params string[] ignored)
    {
        var (from, to) = isBack ? (After(path), Before(path)) : (Before(path), After(path));
        return to is Missing or Sequence { IsOpen: false } && from is Sequence { IsOpen: false } list
            && list.ItemArray.Any(item => to is not Sequence others || !others.ItemArray.Any(other => TreeDifference.Find(item, new(other), null, ignored) is null));
    }

    public void Same(string path, params string[] ignored)
    {
        if (fixedFields is not null)
        {
            fixedFields.Add(new(path, [], ignored));
            return;
        }

        var place = after.Below(path);
        Compare(Before(path), place, place.Parent!.Shape?.Type?.Field(place.Key), ignored);
    }

    // Each field by itself, so that the finding says which it is.
    public void SameBut(string path, string[] changeable, params string[] ignored)
    {
        if (fixedFields is not null)
        {
            fixedFields.Add(new(path, changeable, ignored));
            return;
        }

        var (old, place) = (Before(path), after.Below(path));
        if (old is not Mapping mapping || place.Node is not Mapping { Type: { } type } now)
        {
            return;
        }

        foreach (var field in type.Fields)
        {
            var (before, there) = (mapping[field.Key], now[field.Key]);
            if ((before is not Missing || there is not Missing) && !changeable.Contains(field.Key) && !field.IsServerSet && !TreeDifference.IsComputed(type, field.Key, before, there))
            {
                Compare(before, place.Child(field.Key), field, ignored);
            }
        }
    }

    public void SameData()
    {
        fixedFields?.AddRange(DataKeys.Select(key => new FixedField(key, [], [])));
        var (old, now) = (Data(before), Data(after.Node));
        if (old is not null && now is not null && !(old.Count == now.Count && old.All(e => now.TryGetValue(e.Key, out var value) && value == e.Value)))
        {
            var key = now.Concat(old).First(e => !(old.TryGetValue(e.Key, out var a) && now.TryGetValue(e.Key, out var b) && a == b)).Key;
            var place = after.Child(After("stringData").Get(key) is not Missing ? "stringData" : After("binaryData").Get(key) is not Missing ? "binaryData" : "data");
            findings.Add(Found(place, place.Child(key), $"its '{key}' is another one, and the object before is 'immutable'"));
        }
    }

    private void Compare(Node old, TreePlace place, ApiField? field, string[] ignored)
    {
        if (TreeDifference.Find(old, place, field, ignored) is { } found)
        {
            Add(place, found);
        }
    }

    private void Add(TreePlace place, TreeDifference found)
    {
        var inner = found.After.Path.Substring(place.Path.Length).TrimStart('.');
        var what = inner.Length == 0 ? "it" : $"its '{inner}'";
        var because = found.Before switch
        {
            Scalar { Text: { Length: > 0 and <= 80 } text } when !IsFree(found.After) => $"{what} was '{text}'",
            Missing or Scalar { Text.Length: 0 } or Scalar { Kind: ScalarKind.Null } => $"{what} was not there",
            _ => $"{what} was another one",
        };
        findings.Add(Found(place, found.After, because));
    }

    // What people write there may be a password, and the message goes into a log: of variables and headers, and of arguments.
    private static bool IsFree(TreePlace? place) => place is not null && (place.Key is "value" or "args" or "command" || (place.Key.Length == 0 && IsFree(place.Parent)));

    private static Finding Found(TreePlace place, TreePlace at, string because) =>
        new(ImmutableField.Rule, at.Outwards.First(n => n is not Missing), place, [place.Path, because + "; leave it, give the object another name, or delete the one in the cluster first"], []);

    // Of a Secret, the server writes its texts into the data; null where anything is not known.
    private static Dictionary<string, string>? Data(Node node)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in DataKeys)
        {
            var map = node.Get(key);
            if (map is Unknown or Mapping { IsOpen: true })
            {
                return null;
            }

            foreach (var entry in map is Mapping mapping ? mapping.EntryArray : [])
            {
                if (entry.Value is Unknown)
                {
                    return null;
                }

                data[entry.Key] = key == "stringData" ? Convert.ToBase64String(Encoding.UTF8.GetBytes(entry.Value.Text())) : entry.Value.Text();
            }
        }

        return data;
    }
}
