namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>The code of the types whose objects are shared; an empty line between each and the next.</summary>
internal static partial class RandomAliasTypes
{
    private const string Objects = """
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

        public record Pair(V1Container Con, IDictionary<string, string> Labels)
        {
            public string Text { get; set; } = "paired";
            public List<V1Container> More { get; init; } = [Con];
        }

        public sealed record Trio(V1Container Con, IDictionary<string, string> Labels, V1Container Third) : Pair(Con, Labels)
        {
            public int N { get; init; } = 3;
            protected Trio(Trio other) : base(other) { Third = other.Third; N = other.N + 1; }
        }

        public sealed record Copied(V1Container Con, string Text)
        {
            public int N { get; set; }
            private Copied(Copied other) { Con = other.Con with { Image = other.Text }; Text = other.Text + "-c"; other.N++; other.Con.Name += "-o"; }
        }

        public interface IGrow { void Grow(string more); }

        public struct Spot : IGrow
        {
            public V1Container Con;
            public string Text;
            public int N;
            public Spot(V1Container con, string text) { Con = con; Text = text; }
            public void Grow(string more) { Text = more + "-g"; N++; Con.Name = more; }
            public string Image { get => Con.Image; set { Con.Image = value; N++; } }
        }

        public record struct Dot(V1Container Con, string Text) { public int N { get; set; } }

        public sealed class Cell<T>(T value)
        {
            public T Value = value;
            public T Old = value;
            public T Put(T next) { Old = Value; Value = next; return Old; }
            public Cell<T> Copy() => (Cell<T>)MemberwiseClone();
            public ref T Ref() => ref Value;
        }

        public sealed class Bag : IEnumerable<V1Container>
        {
            private readonly List<V1Container> _items = [];
            public int N;
            public void Add(V1Container con) { con.Name += "-b"; _items.Add(con); }
            public void Add(V1Container con, string image) { con.Image = image; _items.Add(con); }
            public IEnumerator<V1Container> GetEnumerator() { foreach (var item in _items) { N++; item.Image = "bag:" + N; yield return item; } }
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }

        public sealed class Source
        {
            private int _runs;
            public event Action<V1Container>? Changed;
            public V1Container? Last;
            public void Raise(V1Container con) { Last = con; if (_runs++ < 3) { Changed?.Invoke(con); } }
        }

        public sealed class Scoped(V1Container con, string text) : IDisposable
        {
            public V1Container Con { get; } = con;
            public string Text = text;
            public void Dispose() { Con.Image = Text; Text = "disposed"; }
        }

        public interface IMark
        {
            V1Container Mark(V1Container con);
            V1Container Twice(V1Container con) { Mark(con); return Mark(con); }
            string Last { get; }
        }

        public abstract class Shape(string text) : IMark
        {
            public string Text = text;
            public virtual string Last { get { Text += "-l"; return Text; } }
            public abstract V1Container Mark(V1Container con);
            public V1Container Both(V1Container con) { con.Name = Last; return Mark(con); }
        }

        public sealed class Loud(string text) : Shape(text) { public override V1Container Mark(V1Container con) { con.Image = Text; return con; } }

        public class Quiet(V1Container kept) : Shape("quiet")
        {
            public V1Container Kept { get; set; } = kept;
            public override string Last => Kept.Name + "-q";
            public override V1Container Mark(V1Container con) { var old = Kept; Kept = con; con.Name += "-k"; return old; }
        }

        public sealed class Hider(V1Container kept) : Quiet(kept), IMark
        {
            public string Note = "hidden";
            public new string Last => Note;
            public new V1Container Mark(V1Container con) { con.Image = "hider:1"; Note += "-h"; return con; }
            string IMark.Last => Note + "-x";
        }

        public class Parent
        {
            public V1Container First;
            public Parent(V1Container con) { First = con; con.Image = "parent:1"; Set(con); }
            protected virtual void Set(V1Container con) => con.Name = "parent";
        }

        public sealed class Child(V1Container con, string text) : Parent(con)
        {
            public V1Container Kept { get; } = Marked(con);
            public string Text { get; } = text;
            private static V1Container Marked(V1Container con) { con.Image += "-child"; return con; }
            protected override void Set(V1Container con) => con.Name = "child-" + Kept.Image;
            public void Later(string image) => con.Image = image;
        }

        public sealed class Init
        {
            public required V1Container Con { get; init { value.Image += "-i"; field = value; } }
            public string Name { get; set { field = value + "-n"; Con?.Name = value; } } = "unset";
            public IList<string> Args { get; } = new List<string> { "first" };
        }

        public sealed class Walker(List<V1Container> items)
        {
            public Steps GetEnumerator() => new(items);
            public struct Steps(List<V1Container> items)
            {
                private int _at = -1;
                public V1Container Current { get { items[_at].Name += "-w"; return items[_at]; } }
                public bool MoveNext() => ++_at < items.Count && _at < 3;
            }
        }

        public sealed class Builder
        {
            private readonly V1PodSpec _spec = new() { Containers = [] };
            private V1Container? _last;
            public Builder Add(V1Container con) { _spec.Containers.Add(con); _last = con; return this; }
            public Builder Image(string image) { _last?.Image = image; return this; }
            public Builder Each(Action<V1Container> change) { foreach (var con in _spec.Containers) { change(con); } return this; }
            public V1PodSpec Build() => _spec;
        }

        public sealed class Sum(string text)
        {
            public string Text = text;
            public int N;
            public static Sum operator +(Sum left, string right) { left.N++; return new(right + "-s") { N = left.N }; }
            public void operator +=(int count) { N += count; Text += "-a"; }
            public void operator ++() { N++; Text += "-i"; }
            public static Sum operator -(Sum sum) { sum.Text = "minus"; return sum; }
            public static bool operator ==(Sum left, Sum right) { left.N++; return left.N == right.N; }
            public static bool operator !=(Sum left, Sum right) => !(left == right);
            public override bool Equals(object? obj) => ReferenceEquals(this, obj);
            public override int GetHashCode() => 1;
        }

        public static class Hardens { public static V1Container Harden(this V1Container con) { con.Image += "-h"; return con; } }

        public static class Stampeds
        {
            extension(V1Container con)
            {
                public V1Container Stamped { get { con.Name = "stamped"; return con; } set => con.Image = value.Image; }
                public V1Container Stamp(string text) { con.Image = text; return con with { Name = text }; }
                public static V1Container Blank => new() { Name = "blank", Image = "blank:1" };
            }
        }
        """;
}
