namespace K8sSharpManifests.Yaml.Tests;

// What stands in brackets.
public sealed partial class KubectlTests
{
    /// <summary>What YamlDotNet reads in brackets otherwise than go-yaml does, and what is near to that.</summary>
    private static readonly string[] Flows =
    [
        // A '-' that is a text, one that is none, and one in a text.
        "[tar, -xf, -, -C, /x]", "[cat, -]", "[-, cat]", "[-]", "{a: -}", "{a: -, b: c}", "[-1]", "[- ]", "[--]", "[a, -,b]", "[- a]", "[a, - b]", "[ - a, - b]", "[ -, - ]",
        "{- a: b}", "{-: b}", "{- : b}", "{-}", "{-, a: b}", "{ - }", "[-\n  ]", "[-\n  a]", "[a,\n  -\n  ]", "[a,\n  - b\n  ]", "[a, -\n  , b]", "[-: a]", "[- : a]", "[- - a]",
        "[-- a]", "[- [a]]", "[-[a]]", "[-{a: b}]", "[- {a: b}]", "[-\"a\"]", "[- \"a\"]", "[-]-", "[-:]", "[-,-]", "[-a,-b]", "[-,]", "{-,}", "{a: -,}", "{a: - }", "{a: - b}",
        "{a: -\n  }", "{a: -b}", "{a: --, b: -}", "{? -}", "{? - : b}", "[-#a]", "[- #a\n ]", "[a, - #a\n ,b]", "[-\t]", "[-\ta]", "[-|]", "[->]", "[-%]", "[-!]", "[-*x]",
        "[-'a']", "[-@]", "[a- b]", "[a -]", "[a - b]", "[a -b]", "[a, b -]", "[- -]", "[-, -, -]", "[--, -]", "[---]", "[--- a]", "{a: ---}", "[a,\n  -,\n  b]", "[\n  -\n  ]",
        "[\n  -,\n  ]", "[\n  - ,\n  ]", "[\n - a,\n - b\n ]", "\n  - [-]\n  - -", "\n  - [a, -, b]\n  - c: [-]", "\"-\"",
        // Anchors, tags and aliases.
        "[- &x a]", "[&x -]", "[!!str -]", "[&x -, *x]", "{a: &x -}", "{a: &x -, b: *x}", "{&x -: b}", "[a, !]", "[! a]", "[!]", "{a: !}", "{a: !, b: c}", "{a: &x b, c: d}",
        "{a: &x \"b\", c: *x}", "{a: &a !t b, c: d}", "{a: !t b, c: d}", "{a: !!str b, c: d}", "{a: !!str 1, c: d}", "{a: &x [b], c: *x}", "{a: &x {b: c}, c: *x}",
        "{a: &x, c: d}", "{a: &x , c: d}", "{a: &x}", "{a: !!str , c: d}", "{a: !!str, c: d}", "{a: !!str}", "[&x a, b]", "[&x a, *x]", "[&x [a], *x]", "[&x , a]", "[&x, a]",
        "[&x]", "[!!str , a]", "{&x a: b, c: *x}", "{&x a: &y b, c: *y}", "{a: &x\n  b, c: d}", "{a: &x\n b\n, c: d}", "{\"a\": &x b, c: d}", "{\"a\":&x b, c: d}", "{a: &x b,}",
        "{a: &x b, c}", "{a: &x b, c, d: e}", "{a: b, c: &x d, e: *x}", "{a: &x !!str 1, c: *x}", "{a: !!str &x 1, c: *x}", "[{a: &x b, c: d}]", "{q: {a: &x b, c: d}, e: f}",
        "[a: &x b, c]", "{a: &x null, c: *x}", "{? a : &x b, c: d}", "{a: &x 'b', c: d}", "{a: [&x b, c], d: *x}", "{a: &x b c, d: e}", "{a: *x , c: d}", "[-&x]",
        // '?', ':' and the rest.
        "[?]", "[? a]", "[? a : b]", "[a?]", "[a, ?]", "[?, a]", "{?}", "{? a}", "{? a : b}", "{a: ?}", "{a: ?b}", "{a: b?}", "[:]", "[: a]", "[a, :]", "[a:]", "[a:b]", "{:}",
        "{: a}", "{:a}", "{a:}", "{a:b}", "{a::b}", "{a: :}", "{a: :b}", "[a: ,b]", "[::]", "[a::]", "[%a]", "[@a]", "[`a]", "[|]", "[>]", "[a, |]",
        "[...]", "[...a]", "[a ...]", "[=]", "[<]", "[~]", "{<: a}", "{=: a}",
        // Colons that belong to a text, and others.
        "{z: &x a, *x : b, c: d}", "[&x a, *x : b]", "{a:, b: c}", "[a : b]", "[\"a\" :b]", "[\"a\" : b]", "{\"a\"::b}", "{\"a\": :b}", "{\"a\":: b}", "{&a : b}",
        "{&a : b, c: d}", "{? &x a : b}", "{a\n : b}", "{\"a\"\n : b}", "[a :b]", "[a ::b]", "[a:: b]", "[a: :b]", "[a, :b]", "[\"a\", :b]", "[::1]", "[a, ::1]", "{a: ::1}",
        "{a: \"::1\"}", "[a, :80]", "{addr: :80}", "[a,b:,c]", "[a:, b]", "{a: b:, c: d}", "[x, s:,:, y]", "[http:,b]", "[\"a\":,b]", "[a b:,c]", "[a:,b:,c:]", "[it's:,b]",
        "{a:,}", "{a:,b:,c: d}", "{a: &x b:,c: d}", "[!!str a:,b]", "[&x a:,*x]", "[a::,b]", "[-:,a]", "[-:,-]", "[a:,]", "[a :,b]", "[:,a]", "{:,a}", "[a:,#c\n b]", "[a:, b: c]",
        "[? a:,b]", "[~:,b]", "[1:,b]", "[<<:,b]", "{<<:,b: c}", "{? a : -}", "{? a : -, b: c}", "[a:,b]", "{a:,b: c}",
        // More of '-', beside other brackets and characters.
        "[\n ---\n ]", "{\"a\":-}", "{\"a\":-1}", "{\"a\":-,\"b\":-}", "[\"-\",-]", "[>-]", "[&a-b c, d]", "[\n- a\n]", "[/,-]", "[+,-]", "[=,-]", "[$,-]", "[.-]", "[-.]",
        "[-.5]", "[-,--]", "[-\\]", "[-=]", "[-+]", "[-/]", "[-,\n-]", "[-,\n -]", "[-,#c\n a]", "[-, #c\n a]", "[-#c\n,a]", "[{a: -}, -]", "[[-],[-]]", "[[-],-]",
        "{a: [-], b: {c: -}}", "{a: [-],b: -}", "[? -, a]", "[a: -]", "[a: -, b]", "[a: -, b: -]", "[\"a\": -]", "[\"a\":-]", "[\"a\": -,-]", "[[a]: -]", "{\"-\": -}", "{-: -}",
        "{-: -, a: -}", "{-:-}", "[-\r,a]", "[\u2028-]", "[-\u2028]", "[-\u00a0]", "[-\u00e9]", "[-{]", "[-[]", "[a, -[b]]", "[-}]", "{a: -[b]}", "{a: -{b: c}}",
        // Whatever else.
        "{a: b\n, c: d}", "[a,#b\n]", "[a, # c\n b]", "{a: 'x'#c\n}", "[http://x/y:80]", "{a: http://x, b: c}", "{\"a\":b}", "{\"a\":1,\"b\":2}", "[&x a,*x]", "[&x a, *x, c]",
        "{z: &x a, a: *x, b: c}", "{z: &x a, a: *x}", "[&x a, {c: *x, d: e}]", "{a: [], b: c}", "{a, b}", "{a: , b: c}", "[a,]", "[,]", "{,}", "[a,,b]", "[,a]", "[[a],[b]]",
        "[a\n b, c]", "[a\n\n b]", "[\n%a\n]", "[a,\n%a\n]", "[a\n%b]", "{a: |}", "[C:\\x, D:\\y]", "[$(X), ${Y}, $Z]", "[a=b, c==d]", "[a: b, c: d]", "[\"a\": b]", "[\"a\":b]",
        "{a: 'b':}", "['a' 'b']", "{a: [b]: c}", "[[a]: b]", "[*]", "[a*]", "[a, *]", "[&]", "[a&b]", "[a & b]", "{\"a\":\"b\"}", "{'a':'b'}", "{a:'b'}", "[a#b]", "{a: b#c}",
        "{a: b #c\n }", "[<a]", "[a>b]", "[a|b]", "[a | b]", "[!x]", "[a!b]", "[a ! b]", "[!x a, b]", "[!!str a, b]", "{!!str a: b}", "{!!str a: b, c: d}",
        "{a: !!int \"1\", b: c}", "[!!binary aGk=, b]", "[! a, b]", "[!<tag:yaml.org,2002:str> a, b]", "{a: !x [b], c: d}", "{a: !x {b: c}, c: d}", "[&a: b]", "{a: &x, b: *x}",
        "[? ]", "{? a, b: c}", "{a: b\n  c, d: e}", "{a:\n b}", "[\n]", "{\n}", "[a\n,b]", "[\ta]", "[a,\n\tb]", "{\ta: b}", "[a\t,b]", "{a:\tb}", "[a, b]#c", "[a] #c",
        "[\"a\n  b\", c]", "['a\n  b', c]", "[\"a\nb\", c]", "{a: \"b\nc\", d: e}", "[a,\nb]", "[\na,\nb\n]", "{\na: b\n}", "[a:\n b]", "[a:b:c]", "[a:b: c]", "[a,:b]",
        "[\"a\",:b]", "[0.0.0.0:80]", "[:80]", "[10:30, 1:2]", "[a:]b", "[a]: b", "{a: b}: c", "[a, b: ]", "[a, b:]", "{a: b:}", "[a: , b]", "[\"a:\",b]", "[~a, ~]", "[a~]",
        "[(a)]", "[a(b)]", "[a;b]", "[a\\,b]", "[a@b, c@d]", "[a%b]", "[50%]", "[`a`]", "[a`b]", "[a\"b]", "[a'b]", "[a \"\"]", "[\"a\"b]", "['a'b]", "[\"a\",b]", "[\"\"]",
        "[\"\",\"\"]", "['','']", "[null,~,true]", "[.]", "[.,.]", "[/]", "[_]", "[+]", "[*x]",
        // Keys that have an anchor, or are an alias; lists with '-' beside brackets.
        "\n  &x a: b\n  c: *x", "\n  a: &x b\n  *x : c", "\n  a: &x b\n  *x: c", "\n  ? &x a\n  : b\n  ? *x\n  : c", "{a: &x b, *x: c}", "{a: &x b, ? *x : c}", "[&x a, *x: b]", "\n  a: &x b\n  c: *x:\n", "\n  a: &x b\n  *x:\n    c: d", "\n  a: &x b\n  *x:c : d", "\n- &x a\n- *x: b\n- ? *x: c", "{a: &x b, *x: [*x, *x: c]}", "\n  a: &x b\n  c: {*x : d}", "\n- &x a: b\n- *x",
        "\n- &x\n  a: b\n- *x", "\n- &x a\n- *x : b", "\n- &x a\n- ? *x\n  : b", "\n  &x a: &y b\n  *x : c\n  *y : d", "\n  a: &x 1\n  *x : c", "\n  a: &x ~\n  *x : c", "\n  a: &x [b]\n  *x : c", "\n  a: &x <<\n  *x : {c: d}",
        "\n  a: &x {b: c}\n  <<: *x\n  d: e", "{a: &x {b: c}, <<: *x}", "{a: &x {b: c}, <<: [*x, {b: d}], b: e}", "\n  a: &x {b: c}\n  b: d\n  <<: *x", "\n  &x <<: {a: b}\n  *x : {c: d}", "\n  a: &x {b: c}\n  ? <<\n  : *x",
        "\n  \"<<\": {a: b}", "\n  !!merge <<: {a: b}", "\n  !!str <<: {a: b}", "\n  <<: {a: b}\n  <<: {c: d}", "\n  <<: {a: &x b}\n  c: *x", "\n  <<: []\n  a: b", "\n  <<: ~", "\n  <<: [[{a: b}]]", "\n  a: &x [{b: c}]\n  <<: *x",
        "\n  a: &x b\n  c: &x d\n  e: *x", "\n  a: &x\n  c: *x", "\n  &x : b\n  c: *x", "\n  &x\n  a: b", "\n  &x\n  a: b\n  c: *x", "&x\n  a: b\n  c: d", "&x {a: b}", "\n  a: *x", "\n  a: &x *x", "\n  &x *y : a", "\n  a: &x- b\n  c: *x-",
        "\n  a: &1 b\n  c: *1", "\n  a: &é b", "\n  a: &x.y b", "\n  a: &x: b", "\n  *x", "\n  - - a\n    - b\n  - c", "\n  -\n    - a", "\n  - a: b\n    c: d\n  -\n    e: f", "\n  a:\n  - b\n  c:\n  -  d\n  -   e", "\n  - &x\n    - a\n  - *x",
        "\n  - ? a\n    : b", "\n  - ? - a\n    : b", "\n  - !!str\n  - a", "\n  - !!map {a: b}", "\n  - !!seq [a]", "\n  - !!seq {a: b}", "\n  - !!map [a]", "\n  - !!set {a, b}", "\n  - !!omap [a: b]", "\n  - !!float 1\n  - !!int 1.0",
        "\n  1: a\n  01: b", "\n  1: a\n  \"1\": b", "\n  yes: a\n  true: b", "\n  0x10: a\n  16: b", "\n  0o10: a\n  8: b", "\n  1e3: a\n  1000: b", "\n  .inf: a", "\n  -0: a", "\n  2001-01-01: a", "\n  1_000: a\n  1000: b",
        "\n  a: 0o8", "\n  a: 0b1_0", "\n  a: 0x_1", "\n  a: +1", "\n  a: +0x1", "\n  a: 1__0", "\n  a: 0_1", "\n  a: 0_8", "\n  a: 1e1_0", "\n  a: 0x1p4", "\n  a: 0x1.8p1", "\n  a: 1_e3", "\n  a: Infinity", "\n  a: nan", "\n  a: 1e999", "\n  a: 0777",
        "\n  a: |+\n    b\n\n\n  c: d", "\n  a: |-\n    b\n\n  c: d", "\n  a: >\n    b\n      c\n    d\n\n    e\n  f: g", "\n  a: |2\n      b\n  c: d", "\n  a: |1\n   b\n  c: d", "\n  a: >+\n\n  c: d", "\n  a: |\n  c: d", "\n  a: |\n\n    b", "\n  a: | # c\n    b",
        "\n  a: |\r\n    b\r\n    c\r\n  d: e\r\n", "\n  a: \"b\r\n    c\"\r\n", "\n  a: b\r\n    c\r\n", "\n  a: >\r\n    b\r\n    c\r\n\r\n    d\r\n", "\n  a:\tb", "\n  a: b\t", "\n  a: b\t# c", "\n\ta: b", "\n  a:\n\t- b", "\n  - \ta", "\n  -\ta", "\n  a: \"\tb\"",
        "\n  a: b\n ...", "\n  a: b\n...\nc: d", "\n  a: b\n...\n---\nc: d", "\n  a: b #\n", "\n  a: b\n# c\n  d: e", "\n  a: \uFEFFb", "\n  \uFEFFa: b", "\n  a: \"\uFEFF\"", "\n  a: b\u0085c", "\n  a: b\u2028c", "\n  a: \"b\u2028  c\"",
        "\n  a: 'b\n\n    c'", "\n  a: \"b\\\n    c\"", "\n  a: \"b\\  c\"", "\n  a: \"\\xe9\\u00e9\"", "\n  a: \"\\U0010FFFF\"", "\n  a: \"\\U00110000\"", "\n  a: \"\\ud83d\\ude00\"", "\n  a: 'b' c", "\n  a: b: c", "\n  a: 'b': c", "\n  a:b", "\n  a:b: c",
        "\n  ? a\n  ? b", "\n  ? a\n  :\n    b: c", "\n  ? |\n    a\n  : b", "\n  \"a\n   b\": c", "\n  'a' : b", "\n  a : b", "\n  : a", "\n  [a]: b", "\n  {a: b}: c", "\n  ? [a]\n  : b", "\n  ~: a", "\n  null: a", "\n  \"null\": a", "\n  '': a",
    ];
}
