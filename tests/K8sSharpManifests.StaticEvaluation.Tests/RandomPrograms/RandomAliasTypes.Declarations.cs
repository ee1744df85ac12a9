namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>The code of the types; an empty line between each and the next.</summary>
internal static partial class RandomAliasTypes
{
    private const string Declarations = """
        public sealed class Box(V1Container con, string text)
        {
            private string _slot = text;
            private int _runs;
            public V1Container Con = con;
            public string Text { get; set; } = text;
            public int N;
            public List<V1Container> Items { get; } = [con];
            public Action<V1Container>? Hook;
            public string Image { get => Con.Image; set => Con.Image = value; }
            public V1Container Marked { get { Con.Image += "-m"; N++; return Con; } }
            public string Trimmed { get => field; set => field = value.Trim() + "!"; } = "tight";
            public ref string Slot => ref _slot;
            public V1Container this[int index] { get => Items[index]; set { Items[index] = value; Con = value; } }
            public void Deconstruct(out V1Container con, out string text) { N++; Con.Name += "-d"; con = Con; text = Text; }
            public Box Pinned(string tag) { Con.Image = tag; Text += "-p"; return this; }
            public void Run() { if (_runs++ < 2) { Hook?.Invoke(Con); } }
            public override string ToString() { N += 2; return Text + N; }
            public static implicit operator V1Container(Box box) { box.N++; return box.Con; }
            public static explicit operator Box(V1Container con) => new(con, con.Name);
            public static Box operator +(Box left, V1Container right) { left.Items.Add(right); left.Con = right; return left; }
            public static bool operator true(Box box) { box.N++; return box.N > 2; }
            public static bool operator false(Box box) => box.N <= 2;
            public static Box operator &(Box left, Box right) { right.Text = left.Text; return right; }
        }

        public record Pair(V1Container Con, IDictionary<string, string> Labels) { public string Text { get; set; } = "paired"; public List<V1Container> More { get; init; } = [Con]; }

        public sealed record Trio(V1Container Con, IDictionary<string, string> Labels, V1Container Third) : Pair(Con, Labels) { public int N { get; init; } = 3; protected Trio(Trio other) : base(other) { Third = other.Third; N = other.N + 1; } }

        public sealed record Copied(V1Container Con, string Text) { public int N { get; set; } private Copied(Copied other) { Con = other.Con with { Image = other.Text }; Text = other.Text + "-c"; other.N++; other.Con.Name += "-o"; } }

        public interface IGrow { void Grow(string more); }

        public struct Spot : IGrow { public V1Container Con; public string Text; public int N; public Spot(V1Container con, string text) { Con = con; Text = text; } public void Grow(string more) { Text += more; N++; Con.Name = more; } public string Image { get => Con.Image; set { Con.Image = value; N++; } } }

        public record struct Dot(V1Container Con, string Text) { public int N { get; set; } }

        public sealed class Cell<T>(T value) { public T Value = value; public T Old = value; public T Put(T next) { Old = Value; Value = next; return Old; } public Cell<T> Copy() => (Cell<T>)MemberwiseClone(); public ref T Ref() => ref Value; }

        public sealed class Bag : IEnumerable<V1Container>
        {
            private readonly List<V1Container> _items = [];
            public int N;
            public void Add(V1Container con) { con.Name += "-b"; _items.Add(con); }
            public void Add(V1Container con, string image) { con.Image = image; _items.Add(con); }
            public IEnumerator<V1Container> GetEnumerator() { foreach (var item in _items) { N++; item.Image = "bag:" + N; yield return item; } }
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }

        public sealed class Source { private int _runs; public event Action<V1Container>? Changed; public V1Container? Last; public void Raise(V1Container con) { Last = con; if (_runs++ < 3) { Changed?.Invoke(con); } } }

        public sealed class Scoped(V1Container con, string text) : IDisposable { public V1Container Con { get; } = con; public string Text = text; public void Dispose() { Con.Image = Text; Text = "disposed"; } }

        public interface IMark { V1Container Mark(V1Container con); V1Container Twice(V1Container con) { Mark(con); return Mark(con); } string Last { get; } }

        public abstract class Shape(string text) : IMark { public string Text = text; public virtual string Last { get { Text += "-l"; return Text; } } public abstract V1Container Mark(V1Container con); public V1Container Both(V1Container con) { con.Name = Last; return Mark(con); } }

        public sealed class Loud(string text) : Shape(text) { public override V1Container Mark(V1Container con) { con.Image = Text; return con; } }

        public class Quiet(V1Container kept) : Shape("quiet") { public V1Container Kept { get; set; } = kept; public override string Last => Kept.Name + "-q"; public override V1Container Mark(V1Container con) { var old = Kept; Kept = con; con.Name += "-k"; return old; } }

        public sealed class Hider(V1Container kept) : Quiet(kept), IMark { public string Note = "hidden"; public new string Last => Note; public new V1Container Mark(V1Container con) { con.Image = "hider:1"; Note += "-h"; return con; } string IMark.Last => Note + "-x"; }

        public class Parent { public V1Container First; public Parent(V1Container con) { First = con; con.Image = "parent:1"; Set(con); } protected virtual void Set(V1Container con) => con.Name = "parent"; }

        public sealed class Child(V1Container con, string text) : Parent(con) { public V1Container Kept { get; } = Marked(con); public string Text { get; } = text; private static V1Container Marked(V1Container con) { con.Image += "-child"; return con; } protected override void Set(V1Container con) => con.Name = "child-" + Kept.Image; public void Later(string image) => con.Image = image; }

        public sealed class Init { public required V1Container Con { get; init { value.Image += "-i"; field = value; } } public string Name { get; set { field = value + "-n"; Con?.Name = value; } } = "unset"; public IList<string> Args { get; } = new List<string> { "first" }; }

        public sealed class Walker(List<V1Container> items) { public Steps GetEnumerator() => new(items); public struct Steps(List<V1Container> items) { private int _at = -1; public V1Container Current { get { items[_at].Name += "-w"; return items[_at]; } } public bool MoveNext() => ++_at < items.Count && _at < 3; } }

        public sealed class Builder { private readonly V1PodSpec _spec = new() { Containers = [] }; private V1Container? _last; public Builder Add(V1Container con) { _spec.Containers.Add(con); _last = con; return this; } public Builder Image(string image) { _last?.Image = image; return this; } public Builder Each(Action<V1Container> change) { foreach (var con in _spec.Containers) { change(con); } return this; } public V1PodSpec Build() => _spec; }

        public sealed class Sum(string text) { public string Text = text; public int N; public static Sum operator +(Sum left, string right) { left.N++; return new(left.Text + right) { N = left.N }; } public void operator +=(int count) { N += count; Text += "-a"; } public void operator ++() { N++; Text += "-i"; } public static Sum operator -(Sum sum) { sum.Text = "minus"; return sum; } public static bool operator ==(Sum left, Sum right) { left.N++; return left.N == right.N; } public static bool operator !=(Sum left, Sum right) => !(left == right); public override bool Equals(object? obj) => ReferenceEquals(this, obj); public override int GetHashCode() => 1; }

        public static class Hardens { public static V1Container Harden(this V1Container con) { con.Image += "-h"; return con; } }

        public static class Stampeds { extension(V1Container con) { public V1Container Stamped { get { con.Name = "stamped"; return con; } set => con.Image = value.Image; } public V1Container Stamp(string text) { con.Image = text; return con with { Name = text }; } public static V1Container Blank => new() { Name = "blank", Image = "blank:1" }; } }

        public static class HasValues { extension(string text) { public bool HasValue => text.StartsWith('n'); } }

        public static class Values { extension(string text) { public string Value => text + "-v"; } }

        public static class Mine { public sealed class List<T> : IEnumerable<T> { private readonly System.Collections.Generic.List<T> _items = []; public void Add(T item) => _items.Insert(0, item); public IEnumerator<T> GetEnumerator() => _items.GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); } }

        public enum Tier { Dev, Test, Prod }

        public delegate void Refs(ref V1Container con);

        public static class Joins { extension(V1Container) { public static V1Container operator %(V1Container con, string text) { con.Name = text; return con; } public static V1Container operator |(V1Container left, V1Container right) { right.Image = left.Image; return right; } } }

        public static class Fills { public static void Add(this List<V1Container> list, string image) => list.Add(new() { Name = "filled", Image = image }); public static void Add(this IDictionary<string, string> map, V1Container con) => map["x"] = con.Image; }

        public static class Makers { public static V1Container Make<T>() where T : IMake => T.Make(); public static V1Container Last = new() { Name = "made", Image = "made:0" }; }

        public interface IMake { static abstract V1Container Make(); }

        public sealed class Maker : IMake { private static int _made; public static V1Container Make() { _made++; Makers.Last.Image = "made:" + _made; return Makers.Last; } }

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

        public static class Toss { private static int _flips = 3; public static bool Coin { get { goto made; made: _flips = ((_flips * 5) + 1) % 8191; return _flips % 3 > 0; } } }

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
