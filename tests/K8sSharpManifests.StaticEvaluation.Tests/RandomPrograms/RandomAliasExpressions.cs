namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Templates of expressions. The first of each type is what fills a hole where a program is large enough.</summary>
internal static partial class RandomAliasLanguage
{
    public static readonly IReadOnlyDictionary<string, AliasTemplate[]> Expressions = new Dictionary<string, string[]>
    {
        ["t"] =
        [
            "6:«'»", "(«t» + \"-«word»\")", "$\"«word»-{(«$t»)[..3]}\"", "$\"{(«t»)[..3]}{(«t»)[..3]}\"", "Do.Suffix(«t»)", "Do.Suffix(suffix: \"-«word»\", text: «t»)",
            "Do.Suffix(«t», \"-a\", «t», «t»)", "call:«$Ft»(«t»)", "(«b» ? «t» : «t»)", "(«$C».ImagePullPolicy ??= «t»)", "(«=t» = «t»)", "(«=t» += \"-«word»\")",
            "$\"{«$Box»}\"", "$\"{«$Sum».Text}!\"", "(«$C» switch { { Image: { Length: > 5 } «!t 0» } => «,»«t»«.», _ => «t» })",
            "(«$D».TryGetValue(\"k\", out var «!t 0») ? «,»«t»«.» : «t»)", "string.Join(\"+\", «$Ts».Take(2).Select(x => x[..3]))", "«@t|C»(«C»)", "«@t|t|t»(«t», «t»)",
            "«@t|Tc»(«Tc»)", "ref:«@t|ref t»(ref «~t»)", "ref:Do.Swap(ref «~t», «t»)", "Do.Second(second: «t», first: «t»)",
            "(«$n» switch { 1 => «t», > 5 => «t», _ => «t» })", "(«$C».Image ?? «t»)", "λ:Do.Made(() => «t»)", "«$Kt».Put(«t»)", "nameof(V1Container)", "(-«$Sum»).Text",
            "(«$Tr» with { Repo = «t» }).Repo", "$\"{«n»}-«word»\"", "«t».Replace(\"a\", \"bb\")",
            "(«$C» as object is V1Container { Name: var «!t 0» } ? «,»«t»«.» : «t»)", "coin:(Toss.Coin ? «t» : «t»)", "unknown:Unknown.Pass(«t»)", "Registry.Image",
            "2:$\"{«$Own»}\"", "(«t»).Value/*Value*/", "((«t»).HasValue ? «t» : «t»)", "(«$Own» is { Set: var «!t 0» } ? «,»«t»«.» : «t»)", "«@t|Own»(«Own»)",
            "Registry.Labels[\"k\"]", "(«$Box».Text is var «!t 0» && «$Box».Pinned(«t») is not null ? «,»«t»«.» : «t»)", "((IMark)«$Mark»).Last", "«$Shape».Last",
            "«$Hider».Last", "(«t» ?? «t»)", "(«=t» = «t»)[..3]", "string.Concat(«$Ta».Select(x => x[..3]))",
        ],
        ["n"] =
        [
            "4:«digit»", "«=n»++", "++«=n»", "«=n»--", "(«=n» += «digit»)", "(«=n» = «n»)", "(«n» % 7)", "(«n» % 100 * 2)", "(«n» - «n»)", "(«b» ? «n» : «n»)",
            "«@n|C»(«C»)", "ref:«@n|ref n»(ref «~n»)", "«$Q».Count()", "(«$Tn» is (_, var «!n 0») ? «,»«n»«.» : «n»)", "Math.Max(«n», «n»)",
            "coin:(Toss.Coin ? «n» : «n»)", "λ:«$Cs».Count(«!C 0» => «0».Image == «,»«t»)", "(«$Spot» with { N = «n» }).N", "(~«n»)", "(«n» & 7)", "(«n» ^ «n»)",
        ],
        ["b"] =
        [
            "2:(«n» > «digit»)", "2:true", "(«t» == «t»)", "(«$C».Args is null)", "«$t».StartsWith('n')", "ReferenceEquals(«$C», «$C»)", "ReferenceEquals(«$P», «$P»)",
            "(«$Cs».Count > 1)", "!(«b»)", "(«b» && «b»)", "(«b» || «b»)", "coin:5:Toss.Coin", "(«$C» is { Image: \"nginx:1.0\" })", "(«$Box» ? true : false)",
            "(«$Sum» == «$Sum»)", "(«$C» == «$C»)", "(«$Tr» == («t», «n»))", "«$D».ContainsKey(\"x\")", "«$D».Remove(\"x\")", "(«$Cs» is [var «!C 0», ..] && «,»«b»«.»)",
            "ref:Do.Put(«C», out «~C»)", "(«=n»++ > 3)", "((«=t» = «t») == «t»)", "((«=C» = «C») is { Args: null })", "ref:int.TryParse(\"7\", out «~n»)",
            "ref:«$Dd».TryGetValue(\"k\", out «~t»)", "(«$O» is V1Container { Name: \"alpha\" })", "Equals(«$C», «$C»)", "ReferenceEquals(«$Cs», «$Cs»)",
            "ReferenceEquals(«$D», «$D»)", "((object)«n» == (object)«n»)", "((object)«$t» == (object)«$t»)", "((object)«$C» == (object)«$C»)", "((object)Tier.Dev is 0)",
            "Equals((object)«n», (object)«n»)", "(«$n» / 0.0 == «$n» / 0.0)", "«$Ts».Contains(«t»)", "«$Cs».Contains(«C»)", "«$Tc».Equals(«Tc»)", "(«$Dot» == «Dot»)",
            "(«$Pair» == «Pair»)", "ref:Do.Put(«t», out «~t»)", "λ:«$Cs».Any(«!C 0» => «0».Name == «,»«t»)", "(«$n» is > 2 and < 7)",
        ],
        ["C"] =
        [
            "3:new V1Container { Name = «'», Image = «'» }", "3:new V1Container { Name = «t», Image = «t», Args = [«t», «t»] }",
            "new V1Container { Name = «t», Image = «t», Args = «Ts», Env = «Es» }", "(«C» with { Image = «t» })", "(«C» with { Name = «t», Args = «Ts» })",
            "(«C» with { })", "«C».WithImage(«t»)", "«C».WithName(«t»).AddArg(«t»)", "«C».AddEnv(\"KEY\", «t»)", "«C».WithImage(«t»).WithImagePullPolicy(«t»)",
            "(«=C» = «C»)", "call:«$Fc»(«C»)", "call:«$F0»()", "Do.Map(«C», «Fc»)", "2:Do.Tee(«C», «Ac»)", "Do.Made(«F0»)", "((V1Container)«$Box»)",
            "((V1Container)new Box(«C», «t»))", "«$Box».Marked", "«$Box»[0]", "«$Box».Pinned(«t»).Con", "once:(«$Box» + «C»).Con", "ref:Do.Swap(ref «~C», «C»)",
            "ref:Do.Pick(«b», ref «~C», ref «~C»)", "(«b» ? «C» : «C»)", "(«$C» ?? «C»)",
            "(«$P» switch { { Spec: { Containers: [var «!C 0», ..] } } when «,»«b» => «C»«.», _ => «C» })",
            "(«$S» switch { { Containers: var «!Cs 0» } => «,»«C»«.», _ => «C» })", "new Child(«C», «t»).Kept", "new Child(«C», «t»).First", "new Init { Con = «C» }.Con",
            "new Init { Con = «C», Name = «t», Args = { «t» } }.Con", "3:«@C|C»(«C»)", "2:«@C|C|t»(«C», «t»)", "(«C»).«@C|this C|t»(«t»)", "«@C|in C»(«C»)",
            "ref:«@C|ref C»(ref «~C»)", "ref:«@C|ref Tc»(ref «~Tc»)", "ref:«@C|out C|C»(out «~C», «C»)", "«@C|Fc|C»(«Fc», «C»)", "«@C|Box»(«Box»)", "«@C|Cs»(«Cs»)",
            "(«C»).Stamped", "(«C»).Stamp(«t»)", "Stamps.Seal(V1Container.Blank)", "(«C»).Harden()", "«$Shape».Mark(«C»)", "«$Mark».Mark(«C»)",
            "((IMark)«$Mark»).Twice(«C»)", "«$Shape».Both(«C»)", "(«C», «t»).Item1", "(«C», «n»).Item1", "«$Kc».Put(«C»)", "(«$Pair» with { Con = «C» }).Con",
            "(«$Copied» with { Text = «t» }).Con", "(«$Spot» with { Text = «t» }).Con", "new Dot(«C», «t»).Con", "Do.Second(second: «C», first: «C»)",
            "Do.Second(«C», «C»)", "Do.Any(«C», «C»)", "Do.Any(«$Q»)", "new Bag { «C», { «C», «t» } }.Last()",
            "new Builder().Add(«C»).Image(«t»).Each(«Ac»).Build().Containers[0]", "«$Q».Aggregate((a, b) => b)", "«$Cs».Select(«Fc»).Last()",
            "(«$C» is { Name: var «!t 0» } ? «,»«C»«.» : «C»)", "new[] { «C», «C» }[1]", "coin:(Toss.Coin ? «C» : «C»)", "unknown:Unknown.Pass(«C»)",
            "(«$Tc» with { Text = «t» }).Con", "λ:((Func<V1Container>)(() => { «#C» }))()", "((V1Container)(object)«$C»)", "(«=C» %= «t»)/*Joins*/",
            "(«$C» | «C»)/*Joins*/", "Makers.Make<Maker>()", "Registry.Sidecar", "Registry.All[0]", "Registry.Base.Spec.Containers[0]", "«$Lz».Value", "«$Trio».Third",
            "(«$Pair» with { Text = «t» }).More[0]", "«$Hider».Mark(«C»)", "((Quiet)«$Hider»).Mark(«C»)", "((IMark)«$Hider»).Mark(«C»)", "(«$O» as V1Container ?? «C»)",
            "System.Threading.Interlocked.Exchange(ref «~C», «C»)", "call:«$Fl»[0]()", "call:«$Fl»[^1]()", "(«$C»?.Args is { Count: > 0 } ? «C» : «C»)",
            "(«$C» ?? throw new InvalidOperationException())", "Do.Grown(«Spot», «t»).Con", "λ:(«$Cl».Find(«!C 0» => «,»«b»«.») ?? «C»)",
            "«$Cs».OrderBy(c => c.Name, StringComparer.Ordinal).First()", "«$Cl».GetRange(0, 1)[0]", "«$Kd».Spec.Template.Spec.Containers[0]", "2:((V1Container)«$Own»)",
            "(«$Own» + «C»).Con", "2:«$Own».Got", "«$Own».Last()", "«$Own»[«n»]", "«@C|C»(«$Own»)", "«@C|C»(«$Box»)", "«@C|Own»(«Own»)",
            "(Do.Name(«$Own») == «t» ? «C» : «C»)", "«$Tp».Second.Spec.Containers[0]", "((Box)«$C»).Con",
        ],
        ["P"] =
        [
            "2:new V1Pod { Metadata = new() { Name = «'», Labels = new Dictionary<string, string> { [\"k\"] = «'» } }, Spec = new() { Containers = [new() { Name = «'», Image = «'» }] } }",
            "5:new V1Pod { Metadata = «M», Spec = «S» }", "2:(«P» with { Metadata = «M» })", "2:(«P» with { Spec = «S» })", "(«P» with { })", "«P».WithName(«t»)",
            "«P».AddLabel(\"l\", «t»)", "«P».AddContainer(«C»)", "λ:«P».AddContainer(«t», «t», «!C 0» => «,»«C»)", "«P».WithContainers(«Cs»)", "«P».WithSpec(«S»)",
            "λ:«P».WithSpec(«!S 0» => «,»«S»)", "λ:«P».WithMetadata(«!M 0» => «,»«M»)", "3:«@P|P»(«P»)", "2:«@P|C|t»(«C», «t»)", "2:«@P|S|Ac»(«S», «Ac»)",
            "«@P|this P»(«P»)", "«@P|»()", "«P».«@P|this P|t»(«t»)", "λ:Do.Tee(«P», «!P 0» => «0».Spec = «,»«S»)", "λ:Do.Tee(«P», «!P 0» => { «#» })", "«$Fp»(«P»)",
            "(«b» ? «P» : «P»)", "new V1Pod { Metadata = «M», Spec = new() { Containers = [«C», «C», .. «Cs»] } }", "λ:((Func<V1Pod>)(() => { «#P» }))()",
            "coin:(Toss.Coin ? «P» : «P»)", "unknown:Unknown.Pass(«P»)", "K8s.Pod(«t»).WithMetadata(«M»).WithSpec(«S»)", "Registry.Base",
            "(Registry.Base with { Metadata = «M» })", "Registry.Base.WithName(«t»)", "«P».AddImagePullSecret(\"regcred\")", "«P».WithDefaultImagePullPolicy(«t»)",
            "λ:«P».AddContainer(«!C 0» => «,»«C»)", "λ:«P».AddContainer(«t», «t», «!C 0» => { «#C» })",
        ],
        ["S"] =
        [
            "2:new V1PodSpec { Containers = [«C»] }", "3:new V1PodSpec { Containers = «Cs» }", "new V1PodSpec { Containers = «Cs», ServiceAccountName = «t» }",
            "(«S» with { Containers = «Cs» })", "(«S» with { ServiceAccountName = «t» })", "«S».AddContainer(«C»)", "«S».WithServiceAccountName(«t»)", "«@S|S»(«S»)",
            "«@S|Cs»(«Cs»)", "new Builder().Add(«C»).Add(«C»).Image(«t»).Build()", "new V1PodSpec { Containers = [.. «Q»] }", "Do.Tee(«S», «As»)",
            "«S».AddContainer(«t», «t»)", "new V1PodSpec { Containers = [.. «Cs», «C»], InitContainers = «Cs» }", "«$Kd».Spec.Template.Spec",
        ],
        ["M"] =
        [
            "new V1ObjectMeta { Name = «'», Labels = new Dictionary<string, string> { [\"k\"] = «'» } }", "2:new V1ObjectMeta { Name = «t», Labels = «D» }",
            "(«M» with { Name = «t» })", "(«M» with { Labels = «D» })", "«M».AddLabel(\"m\", «t»)", "«M».WithLabels(«D»)", "«@M|M»(«M»)", "«@M|D»(«D»)",
            "new V1ObjectMeta { Name = «t», Labels = «D», Annotations = «D» }",
        ],
        ["E"] =
        [
            "new V1EnvVar { Name = «'», Value = «'» }", "new V1EnvVar { Name = «t», Value = «t» }", "(«E» with { Value = «t» })", "«E».WithValue(«t»)", "«@E|E»(«E»)",
        ],
        ["Cs"] =
        [
            "new List<V1Container> { new() { Name = «'», Image = «'» } }", "2:new List<V1Container> { «C», «C» }", "«Cl»", "«$Q».ToList()", "«@Cs|Cs»(«Cs»)",
            "new List<V1Container>(«Cs»)",
        ],
        ["Cl"] =
        [
            "new List<V1Container> { new() { Name = «'», Image = «'» } }", "2:new List<V1Container> { «C», «C» }", "«$Cs».ToList()", "«$Q».ToList()",
            "new List<V1Container>(«Cs»)", "«$Ca».ToList()", "«@Cl|Cl»(«Cl»)", "λ:once:Do.Tee(«Cl», «!Cl 0» => «0».Add(«C»))",
            "new List<V1Container> { «C», («C» with { Name = «t» }) }", "new List<V1Container> { «C», «t» }/*Fills*/", "Registry.All", "«$Cl».GetRange(0, 1)",
            "«$Cl».ConvertAll(c => c)", "new List<V1Container>(«$Q»)",
        ],
        ["Ca"] =
        [
            "new[] { new V1Container { Name = «'», Image = «'» } }", "2:new[] { «C», «C» }", "«$Cs».ToArray()", "«$Q».ToArray()", "«@Ca|Ca»(«Ca»)", "«$Ca»[..1]",
            "((V1Container[])«$Ca».Clone())",
        ],
        ["Ts"] = ["2:new List<string> { «'» }", "new List<string> { «t», «t» }", "«Tl»", "«$Ts».ToList()", "«@Ts|Ts»(«Ts»)"],
        ["Tl"] = ["2:new List<string> { «'» }", "new List<string> { «t», «t» }", "«$Ts».ToList()", "«$Ta».ToList()", "new List<string>(«Ts»)"],
        ["Ta"] = ["2:new[] { «'» }", "new[] { «t», «t» }", "«$Ts».ToArray()", "«$Ta»[..1]"],
        ["Es"] = ["new List<V1EnvVar> { new() { Name = «'», Value = «'» } }", "new List<V1EnvVar> { «E», «E» }"],
        ["D"] =
        [
            "2:new Dictionary<string, string> { [\"k\"] = «'» }", "new Dictionary<string, string> { [\"k\"] = «t», [\"x\"] = «t» }", "«Dd»",
            "new Dictionary<string, string>(«D»)", "new SortedDictionary<string, string>(«D»)", "«@D|D»(«D»)", "«$D».ToDictionary(p => p.Key, p => p.Value)",
        ],
        ["Dd"] =
        [
            "2:new Dictionary<string, string> { [\"k\"] = «'» }", "new Dictionary<string, string> { { \"k\", «t» }, { \"x\", «t» } }",
            "new Dictionary<string, string>(«D»)", "Registry.Labels", "new Dictionary<string, string> { [\"k\"] = «t», [«t»] = «t» }",
        ],
        ["Tc"] = ["(Con: «C», Text: «t»)", "(«C», «t»)", "(«$Tc» with { Text = «t» })", "«@Tc|C»(«C»)", "(«C», «$Tn».Item1.Image)", "(«=Tc» = «Tc»)"],
        ["Tn"] = ["(«C», «n»)", "(«$Tn» with { Item2 = «n» })", "«@Tn|C»(«C»)"],
        ["Tr"] = ["(Repo: «t», N: «n»)", "(«t», «n»)", "(«$Tr» with { N = «n» })"],
        ["Tx"] = ["(Con: «C», Part: (Repo: «t», N: «n»))", "(«C», («t», «n»))", "(«C», «Tr»)", "(«$Tx» with { Con = «C» })"],
        ["Xa"] = ["new (V1Container Con, string Text)[] { («C», «t») }", "new[] { «Tc», «Tc» }"],
        ["Box"] =
        [
            "new Box(«C», «t»)", "new Box(«C», «t») { Text = «t», Con = «C» }", "new Box(«C», «t») { Items = { «C» }, Image = «t» }", "«$Box».Pinned(«t»)",
            "once:(«$Box» + «C»)", "«@Box|Box»(«Box»)", "«@Box|C»(«C»)", "((Box)(«C»))", "λ:leaf:new Box(«C», «t») { Hook = «!C 0» => { «#» } }", "(«$Box» && «$Box»)",
        ],
        ["Pair"] =
        [
            "new Pair(«C», «D»)", "(«Pair» with { Con = «C» })", "(«Pair» with { Labels = «D», Text = «t» })", "new Pair(«C», «D») { Text = «t» }", "(«Pair» with { })",
            "new Pair(Labels: «D», Con: «C») { More = «Cl» }", "new Trio(«C», «D», «C»)", "(«$Trio» with { Con = «C» })",
        ],
        ["Copied"] = ["new Copied(«C», «t»)", "(«Copied» with { })", "(«Copied» with { Text = «t» })", "(«Copied» with { Con = «C», N = «n» })"],
        ["Spot"] =
        [
            "new Spot(«C», «t»)", "new Spot { Con = «C», Text = «t» }", "(«Spot» with { Text = «t» })", "(«Spot» with { Image = «t» })", "Do.Grown(«Spot», «t»)",
            "((Spot)(object)«$Spot»)", "((Spot?)«Spot»).Value", "«@Spot|Spot»(«Spot»)", "«$Ks».Ref()",
        ],
        ["Sa"] = ["new[] { «Spot» }", "new Spot[] { «Spot», «Spot» }"],
        ["Dot"] = ["new Dot(«C», «t»)", "(«Dot» with { Con = «C» })", "new Dot(«C», «t») { N = «n» }"],
        ["Kc"] = ["new Cell<V1Container>(«C»)", "«$Kc».Copy()", "«@Kc|Kc»(«Kc»)"],
        ["Kt"] = ["new Cell<string>(«t»)", "«$Kt».Copy()"],
        ["Ks"] = ["new Cell<Spot>(«Spot»)", "«$Ks».Copy()"],
        ["Kx"] = ["new Cell<(V1Container Con, string Text)>(«Tc»)", "«$Kx».Copy()"],
        ["Shape"] = ["new Loud(«t»)", "new Quiet(«C»)", "(«b» ? (Shape)new Loud(«t») : new Quiet(«C»))"],
        ["Mark"] = ["new Loud(«t»)", "new Quiet(«C»)"],
        ["Sum"] = ["new Sum(«t»)", "(«$Sum» + «t»)", "new Sum(«t») { N = «n» }"],
        ["Child"] = ["new Child(«C», «t»)", "new Child(text: «t», con: «C»)"],
        ["Cd"] = ["new Dictionary<string, V1Container> { [\"k\"] = «C» }", "new Dictionary<string, V1Container> { [\"k\"] = «C», [\"x\"] = «C» }"],
        ["Td"] = ["(Left: «D», Right: «D»)", "(«D», «D»)", "«@Td|D»(«D»)", "(«$M».Labels, «$P».Metadata.Labels)"],
        ["Tp"] = ["(First: «P», Second: «P»)", "(«P», «P»)", "2:«@Tp|S|M»(«S», «M»)", "(«$P», «$P» with { Metadata = «M» })"],
        ["Ml"] = ["new Mine.List<V1Container> { «C» }", "new Mine.List<V1Container> { «C», «C» }"],
        ["Own"] =
        [
            "3:new «:Own»(«C», «t»)", "new «:Own»(«C», «t») { Text = «t», Set = «t» }", "new «:Own»(«C», «t») { Got = «C» }", "new «:Own»(«C», «t») { «C», «C» }",
            "(«$Own» + «C»)", "«@Own|Own»(«Own»)", "«@Own|C»(«C»)",
        ],
        ["Trio"] = ["new Trio(«C», «D», «C»)", "(«$Trio» with { Text = «t» })", "((Trio)((Pair)«$Trio» with { Con = «C» }))"],
        ["Source"] = ["new Source()"],
        ["Hider"] = ["new Hider(«C»)", "new Hider(«C») { Note = «t» }"],
        ["Xl"] = ["new List<(V1Container Con, string Text)> { («C», «t») }", "new List<(V1Container Con, string Text)> { «Tc», «Tc» }", "«$Xa».ToList()"],
        ["Ll"] = ["new List<List<V1Container>> { new() { «C» } }", "new List<List<V1Container>> { «Cl», «Cl» }"],
        ["Cj"] = ["new[] { new[] { «C» } }", "new V1Container[][] { «Ca», «Ca» }"],
        ["Cm"] = ["new Dictionary<string, List<V1Container>> { [\"k\"] = [«C»] }", "new Dictionary<string, List<V1Container>> { [\"k\"] = «Cl», [\"x\"] = «Cl» }"],
        ["Qu"] = ["new Queue<V1Container>([«C»])", "new Queue<V1Container>(«Cs»)"],
        ["St"] = ["new Stack<V1Container>([«C»])", "new Stack<V1Container>(«Cs»)"],
        ["Lz"] = ["λ:leaf:new Lazy<V1Container>(() => «C»)", "λ:leaf:new Lazy<V1Container>(() => { «#C» })"],
        ["O"] = ["(object)«C»", "(object)«t»", "(object)«Spot»", "(object)«$C»"],
        ["Al"] = ["leaf:new List<Action<V1Container>> { «Ac» }", "leaf:new List<Action<V1Container>> { «Ac», «Ac» }"],
        ["Fl"] = ["leaf:new Func<V1Container>[] { «F0», «F0» }"],
        ["Kd"] =
        [
            "new V1Deployment { Metadata = new() { Name = «'» }, Spec = new() { Template = new() { Metadata = «M», Spec = «S» } } }",
            "K8s.Deployment(«t»).AddContainer(«C»)", "K8s.Deployment(«t»).AddContainer(«t», «t»)", "λ:K8s.Deployment(«t»).WithPodSpec(«!S 0» => «,»«S»)",
            "(«$Kd» with { Metadata = «M» })", "λ:«$Kd».WithPodSpec(«!S 0» => { «#S» })", "«$Kd».WithName(«t»)", "«$Kd».AddContainer(«C»)",
        ],
        ["Q"] =
        [
            "new[] { «C» }", "«$Cs».Select(«Fc»)", "«$Q».Take(3).Concat(«Q»)", "«@it|C»(«C»)", "«@it|Cs»(«Cs»)", "new Bag { «C», «C» }", "Do.Marking(«Q»)",
            "«$Q».Append(«C»)", "Enumerable.Reverse(«$Q»)", "λ:«$Cs».Select((«!C 0», «!n 1») => «1» == 0 ? «0» : «,»«C»)",
            "λ:(from «!C 0» in «$Cs» select Do.Second(«0», «,»«C»))",
        ],
        ["Ac"] =
        [
            "λ:((Action<V1Container>)(«!C 0» => «0».Image = «'»))", "5:λ:«!C 0» => { «#» }", "2:«@void|C»", "λ:«!C 0» => «0».Image = «,»«t»",
            "λ:«!C 0» => «0».Name += \"-«word»\"", "λ:«!C 0» => _ = «,»«C»", "once:«$Cl».Add", "once:«$Cs».Add", "once:«$Qu».Enqueue", "call:«$Source».Raise",
        ],
        ["Fc"] =
        [
            "λ:((Func<V1Container, V1Container>)(«!C 0» => «0»))", "4:λ:«!C 0» => { «#C» }", "2:λ:«!C 0» => «,»«C»", "2:«@C|C»", "λ:static «!C 0» => «0».Harden()",
            "«$Shape».Mark", "«$Kc».Put", "«$Mark».Mark", "«$Hider».Both", "λ:«&C 0» => «0» = «,»«C»",
        ],
        ["F0"] = ["λ:((Func<V1Container>)(() => «C»))", "3:λ:() => { «#C» }", "λ:() => «C»", "«@C|»", "«$Qu».Peek"],
        ["A0"] = ["λ:((Action)(() => «=t» = «'»))", "4:λ:() => { «#» }", "«@void|»", "λ:() => «=t» = «t»", "λ:() => «=C» = «C»"],
        ["Ft"] = ["λ:((Func<string, string>)(«!t 0» => «0»))", "λ:«!t 0» => { «#t» }", "λ:«&t 0» => «,»«t»", "«@t|t»"],
        ["As"] = ["λ:((Action<V1PodSpec>)(«!S 0» => «0».ServiceAccountName = «'»))", "λ:«!S 0» => { «#» }", "«@void|S»"],
        ["Fp"] = ["λ:((Func<V1Pod, V1Pod>)(«!P 0» => «0»))", "λ:«!P 0» => { «#P» }", "«@P|P»"],
    }.ToDictionary(p => p.Key, p => p.Value.Select(t => new AliasTemplate(t)).ToArray());
}
