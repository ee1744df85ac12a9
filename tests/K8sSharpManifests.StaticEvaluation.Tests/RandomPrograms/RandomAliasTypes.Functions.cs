namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>The code of extensions, functions and statics; an empty line between each and the next.</summary>
internal static partial class RandomAliasTypes
{
    private const string Functions = """
        public static class HasValues { extension(string text) { public bool HasValue => text.StartsWith('n'); } }

        public static class Values { extension(string text) { public string Value => text + "-v"; } }

        public static class Mine
        {
            public sealed class List<T> : IEnumerable<T>
            {
                private readonly System.Collections.Generic.List<T> _items = [];
                public void Add(T item) => _items.Insert(0, item);
                public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
        }

        public enum Tier { Dev, Test, Prod }

        public delegate void Refs(ref V1Container con);

        public static class Joins
        {
            extension(V1Container)
            {
                public static V1Container operator %(V1Container con, string text) { con.Name = text; return con; }
                public static V1Container operator |(V1Container left, V1Container right) { right.Image = left.Image; return right; }
            }
        }

        public static class Fills
        {
            public static void Add(this List<V1Container> list, string image) => list.Add(new() { Name = "filled", Image = image });
            public static void Add(this IDictionary<string, string> map, V1Container con) => map["x"] = con.Image;
        }

        public static class Makers
        {
            public static V1Container Make<T>() where T : IMake => T.Make();
            public static V1Container Last = new() { Name = "made", Image = "made:0" };
        }

        public interface IMake { static abstract V1Container Make(); }

        public sealed class Maker : IMake
        {
            private static int _made;
            public static V1Container Make() { _made++; Makers.Last.Image = "made:" + _made; return Makers.Last; }
        }

        public static class Registry
        {
            public static readonly V1Container Sidecar = new() { Name = "sidecar", Image = "side:1.0", Args = new List<string> { "first" } };
            public static readonly Dictionary<string, string> Labels = new() { ["k"] = "registered" };
            public static readonly List<V1Container> All = [Sidecar, new() { Name = "second", Image = "second:1.0" }];
            public static string Image { get; set; } = "shared:1.0";
            public static V1Pod Base => field ??= new() { Metadata = new() { Name = "base", Labels = Labels }, Spec = new() { Containers = All } };
        }

        public static class Stamps { public static V1Container Seal(V1Container con) => con.Stamped; }

        public static class Renames { public static void Rename(this ref Spot spot, string text) { spot.Text = text; spot.Con.Name = text; } }

        public static class Do
        {
            public static V1Container Map(V1Container con, Func<V1Container, V1Container> map) => map(con);
            public static T Tee<T>(T value, Action<T> change) { change(value); return value; }
            public static T Made<T>(Func<T> make) => make();
            public static void Twice(Action action) { action(); action(); }
            public static void Each<T>(IEnumerable<T> items, Action<T> change) { foreach (var item in items) { change(item); } }
            public static T Swap<T>(ref T place, T value) { var old = place; place = value; return old; }
            public static void Turn<T>(ref T left, ref T right) => (left, right) = (right, left);
            public static ref T First<T>(T[] items) => ref items[0];
            public static ref T Pick<T>(bool first, ref T left, ref T right) => ref first ? ref left : ref right;
            public static void Grow<T>(ref T value, string more) where T : IGrow => value.Grow(more);
            public static T Grown<T>(T value, string more) where T : IGrow { value.Grow(more); return value; }
            public static void Boxed(IGrow value, string more) => value.Grow(more);
            public static ref T Slot<T>(T[] items, int index) => ref items[index % items.Length];
            public static T Second<T>(T first, T second) => second;
            public static bool Put<T>(T value, out T place) { place = value; return true; }
            public static string Name(in V1Container con) => con.Name;
            public static void Fail(bool now) { if (now) { throw new InvalidOperationException(); } }
            public static string Suffix(string text, string suffix = "-s", params string[] more) => text + suffix + more.Length;
            public static V1Container Any(params IEnumerable<V1Container> items) { V1Container? last = null; foreach (var item in items) { last = item; } return last!; }
            public static IEnumerable<V1Container> Marking(IEnumerable<V1Container> items) { foreach (var item in items) { item.Image += "-y"; yield return item; } }
        }

        public static class Toss
        {
            private static int _flips = 3;
            public static bool Coin { get { goto made; made: _flips = ((_flips * 5) + 1) % 8191; return _flips % 3 > 0; } }
        }

        public static class Unknown
        {
            private static readonly List<object> Kept = [];
            private static readonly List<Action> Actions = [];
            public static void Keep(object value) { goto made; made: Kept.Add(value); if (Kept.Count > 9) { Kept.RemoveAt(0); } }
            public static void Later(Action action) { goto made; made: Actions.Add(action); if (Actions.Count > 3) { Actions.RemoveAt(0); } }
            public static T Pass<T>(T value) { goto made; made: return value; }
            public static void Touch(V1Container con) { goto made; made: con.Image = "touched:1"; }
            public static void Call(Action action) { goto made; made: action(); }
            public static void Change()
            {
                goto made;
                made:
                foreach (var one in Kept.ToArray())
                {
                    switch (one)
                    {
                        case V1Container con: con.Image = "unknown:1"; con.Args?.Add("unknown"); break;
                        case V1Pod pod: pod.Metadata.Name = "unknown"; pod.Spec.Containers.Add(new() { Name = "unknown" }); break;
                        case IDictionary<string, string> labels: labels["u"] = "unknown"; break;
                        case IList<string> { IsReadOnly: false } texts: texts[0] = "unknown"; break;
                        case V1Container[] array: array[0] = new() { Name = "unknown", Image = "unknown:2" }; break;
                        case Box box: box.Text = "unknown"; box.Con = new() { Name = "boxed", Image = "unknown:3" }; break;
                    }
                }
                foreach (var action in Actions.ToArray())
                {
                    action();
                }
            }
        }
        """;
}
