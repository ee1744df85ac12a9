namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Templates of statements.</summary>
internal static partial class RandomAliasLanguage
{
    private static readonly string[] Others =
    [
        // Changes.
        "5:«=t» = «t»;", "3:«=C» = «C»;", "2:«=tw» = «t»;", "«=Cw» = «C»;", "«$C».ImagePullPolicy ??= «t»;", "«=t» += \"-«word»\";", "«=n» += «n» % 9;", "«=n»++;",
        "«=S» = «S»;", "«=M» = «M»;", "«=Cs» = «Cs»;", "«=D» = «D»;", "«=Tr» = «Tr»;", "ref:«~Tc» = «Tc»;", "ref:«~Spot» = «Spot»;", "«$C».Args = «Ts»;",
        "«$C».Env = «Es»;", "once:(«$C».Args ??= new List<string>()).Add(«t»);", "if ((«$C».Args ??= new List<string>()) is { Count: < 7 } «!Ts 0») { «0».Add(«,»«t»); }",
        "«$C».Args ??= [«t»];", "«$C».ImagePullPolicy ??= «t»;", "once:«$C».Args?.Add(«t»);", "«$C»?.Image = «t»;", "«$P».Spec?.ServiceAccountName = «t»;",
        "«=t» ??= «t»;", "once:(«$C».Env ??= []).Add(«E»);", "if ((«$C».Env ??= []) is { Count: < 7 } «!Es 0») { «0».Add(«,»«E»); }", "«$C».Env?[0].Value = «t»;",
        "«$C».Args?[0] += \"-e\";", "«$S».NodeSelector = «D»;", "«$P».Metadata.Annotations ??= «D»;", "«$M».Annotations = «D»;",

        // Collections.
        "once:3:«$Cs».Add(«C»);", "2:if («$Cs» is { Count: < 7 } «!Cs 0») { «0».Add(«,»«C»); }", "once:«$Cl».AddRange(«$Q».Take(2).ToList());",
        "once:«$Cl».AddRange(«$Cs»);", "once:«$Cl».Insert(0, «C»);", "if («$Cl» is { Count: < 7 } «!Cl 0») { «0».Insert(0, «,»«C»); }",
        "once:«$Cl».Insert(item: «C», index: 0);", "if («$Cs» is { Count: > 1 } «!Cs 0») { «0».RemoveAt(0); }", "«$Cl».Reverse();", "once:«$Ts».Add(«t»);",
        "if («$Ts» is { Count: < 7 } «!Ts 0») { «0».Add(«,»«t»); }", "once:«$Tl».Insert(0, «t»);", "λ:«$Cl».ForEach(«!C 0» => { «#» });", "«$Cl».ForEach(«Ac»);",
        "«$D»[\"x\"] = «t»;", "«$D».TryAdd(\"z\", «t»);", "«$D».Remove(\"x\");",
        "{ var «!D 0» = «D»; «0».Remove(\"k\"); «0»[\"w\"] = «'»; «0»[\"k\"] = «t»; «=D» = «0»; }", "once:«$Dd».Add(value: «t», key: \"n«digit»\" + «$Dd».Count);",
        "«$D»[\"k\"] += \"-«word»\";", "«$Cd»[\"y\"] = «C»;", "foreach (var (_, «!C 0») in «$Cd».ToList()) { «#loop» }",
        "foreach (var «!t 0» in «$D».Keys.ToList()) { «$D»[«0»] = «,»«t»; }", "Array.Reverse(«$Ca»);", "{ var «!Cs 0» = «$Cs»; «0».Clear(); «0».Add(«,»«C»); }",

        "once:«$Qu».Enqueue(«C»);", "if («$Qu» is { Count: < 7 } «!Qu 0») { «0».Enqueue(«,»«C»); }", "once:«$Qu».Enqueue(«$Qu».Dequeue());",
        "{ var «!Qu 0» = «$Qu»; «0».Enqueue(«0».Dequeue()); }", "once:«$St».Push(«C»);", "if («$St» is { Count: < 7 } «!St 0») { «0».Push(«,»«C»); }",
        "{ var «!St 0» = «$St»; var «!C 1» = «0».Pop(); «1».Image = «'»; «0».Push(«,»«C»); }", "«$Xl»[0] = «Tc»;", "«$Xl»[0] = «$Xl»[0] with { Text = «t» };",
        "«$Xl»[0].Con.Image = «t»;", "once:«$Xl».Add(«Tc»);", "once:«$Ll».Add(«Cl»);", "once:«$Ll»[0].Add(«C»);", "once:«$Cm»[\"k\"].Add(«C»);", "«$Cj»[0] = «Ca»;",
        "«=Cl» = «Cl»;", "«=Ca» = «Ca»;", "«$Ca».AsSpan()[0] = «C»;", "Array.Fill(«$Ca», «C»);", "Array.ForEach(«$Ca», «Ac»);", "«$Cs».CopyTo(new V1Container[9], 0);",
        "λ:«$Cl».RemoveAll(«!C 0» => { «#finally» return false; });", "λ:_ = «$Cl».ConvertAll(«!C 0» => { «#C» });", "λ:_ = «$Cs».All(«!C 0» => { «#b» });",
        "λ:«$Cl».Sort((«!C 0», «!C 1») => { «#finally» return 0; });", "ref:System.Threading.Interlocked.Exchange(ref «~C», «C»);",
        "ref:System.Threading.Interlocked.Increment(ref «~n»);", "ref:System.Threading.Volatile.Write(ref «~C», «C»);",

        // Statics that all programs share.
        "Registry.Image = «t»;", "Registry.Sidecar.Image = «t»;", "Registry.Labels[\"k\"] = «t»;", "if (Registry.All is { Count: < 9 } «!Cl 0») { «0».Add(«,»«C»); }",
        "Registry.Base.Metadata.Name = «t»;", "Registry.Base.Spec.Containers[0].Name = «t»;",

        // Deconstruction.
        "var («+C 0», «+t 1») = «Tc»;", "var («+C 0», «+t 1») = «$Box»;", "var («+C 0», «+D 1») = «$Pair»;", "var («+C 0», «+C 1») = («C», «C»);",
        "(«=C», «=t») = («C», «t»);", "(«=C», «=C») = («C», «C»);", "(«=t», «=t») = («t», «t»);", "(«=t», var «+t 0») = («t», «t»);", "(«=C», «=t») = «$Box»;",
        "var («+C 0», («+t 1», «+n 2»)) = «Tx»;", "(«=n», «=t») = («n», «t»);", "var («+S 0», «+M 1») = («S», «M»);",
        "foreach (var («!C 0», «!t 1») in new[] { «Tc», «Tc» }) { «#loop» }", "foreach (var («!C 0», «!t 1») in new[] { «Box» }) { «#loop» }", "(«=C», _) = («C», «n»);",
        "(IList<V1Container> «+Cs 0», IList<V1Container> «+Cs 1») = («Cs», «Cs»);",

        "4:var («+C 0», «+t 1») = «$Own»;", "(«=C», «=t») = «$Own»;", "foreach (var («!C 0», «!t 1») in new[] { «Own» }) { «#loop» }",
        "var («+D 0», «+D 1») = «@Td|D»(«D»);", "var («+P 0», «+P 1») = «@Tp|S|M»(«S», «M»);", "{ int «&n 0» = 1; («0», Do.Slot(«$Ca», «0»)) = («digit», «C»); }",
        "(«=Box».Con, «=t») = («C», «t»);", "(«=C», «=C».Image) = («C», «t»);",

        // Patterns.
        "2:if («$Own» is { Got: var «!C 0» }) { «#» }", "if («$Own» is (var «!C 0», _)) { «#» }",
        "switch («$Own») { case { Set: \"unset\", Con: var «!C 0» }: { «#» break; }«.» case (var «!C 1», _): { «#» break; } }",
        "if («$C» is { Args: null } or { Name: \"alpha\" }) { «#» }", "if («$C» is not null and { Image: var «!t 0» }) { «#» }",
        "if («$P» is { Spec: { } «!S 0» }) { «#» }", "if («$P» is { Metadata: { Labels: { } «!D 0» } }) { «#» }«.» else { «#» }",
        "if («$C» is { Image: { } «!t 0» }) { «#» }", "if («$Cs» is [var «!C 0», ..]) { «#» }", "if («$Tc» is (var «!C 0», var «!t 1»)) { «#» }",
        "if («$Box» is (var «!C 0», _)) { «#» }", "if («$Box» is { Marked: var «!C 0» }) { «#» }", "if («$P».Spec is var «!S 0») { «#» }",
        "if ((object)«$Mark» is Quiet { Kept: var «!C 0» }) { «#» }", "if («$P» is not { Spec: { } «+S 0» }) { throw new InvalidOperationException(); }",
        "switch («$P») { case { Spec: { } «!S 0» }: { «#» break; }«.» default: { break; } }",
        "switch ((IMark)«$Mark») { case Loud { Text: var «!t 0» }: { «#» break; }«.» case Quiet { Kept: { } «!C 1» }: { «#» break; } }",
        "switch («n») { case 1: { «#» goto default; } case 2: { «#» goto case 1; } default: { «#» break; } }",
        "switch («$O») { case V1Container «!C 0»: { «#» break; }«.» case Spot «!Spot 1»: { «#» break; }«.» case string «!t 2»: { «#» break; } }",
        "if («$O» is V1Container «!C 0») { «#» }", "switch («n») { case 1: { «#» break; } case > 4 when «b»: { «#» break; } default: { «#» break; } }",
        "switch («t») { case \"nginx:1.0\": case \"alpha\": { «#» break; } case { Length: > 5 }: { «#» break; } default: { «#» break; } }",
        "switch («$C», «n») { case (var «!C 0», > 2): { «#» break; }«.» case ({ Image: var «!t 1» }, _): { «#» break; } }",
        "λ:_ = «$P» switch { { Spec: { } «!S 0» } => Do.Tee(«0», «!S 1» => { «#» }), _ => null };",
        "_ = «$P» switch { { Metadata: { Labels: { } «!D 0» } } when «b» => «0»[\"x\"] = «,»«t»«.», _ => «t» };",
        "_ = «$Cs» switch { [{ } «!C 0», ..] => «0».Image = «,»«t»«.», _ => null };",

        // References.
        "ref:ref V1Container «*C 0» = ref «~C»;", "ref:ref string «*t 0» = ref «~t»;", "ref:ref var «*Tc 0» = ref «~Tc»;", "ref:ref var «*Spot 0» = ref «~Spot»;",
        "ref:ref int «*n 0» = ref «~n»;", "ref:ref V1Container «*C 0» = ref («b» ? ref «~C» : ref «~C»);",
        "ref:ref V1Container «*C 0» = ref Do.Pick(«b», ref «~C», ref «~C»);", "ref:«@void|ref C»(ref «~C»);", "ref:«@void|ref t|t»(ref «~t», «t»);",
        "ref:«@void|ref Tc»(ref «~Tc»);", "ref:«@void|ref Spot»(ref «~Spot»);", "ref:Do.Turn(ref «~C», ref «~C»);", "ref:Do.Turn(ref «~t», ref «~t»);",
        "ref:Do.Pick(«b», ref «~t», ref «~t») = «t»;", "λ:ref:{ Refs «!Rf 0» = (ref V1Container «?C 1») => { «#» }; «.»«0»(ref «~C»); }",
        "{ object[] «!Oa 0» = «$Ca»; «0»[0] = «C»; }", "λ:ref:{ void «!Rf 0»(ref V1Container «?C 1») { «#void» } «.»«0»(ref «~C»); }",
        "λ:ref:{ ref V1Container «!Rf 0»(V1Container[] «!Ca 1») { «#finally» return ref «1»[0]; } «.»«0»(«$Ca») = «C»; }",
        "ref:«@void|out C|t»(out V1Container «+C 0», «t»);", "ref:Do.Put(«C», out var «+C 0»);", "ref:«~Spot».Rename(«t»);", "ref:«~Spot».Grow(\"-«word»\");",
        "Do.First(«$Ca») = «C»;", "Do.Slot(«$Ca», 1) = «C»;", "«$Spot».Grow(«t»);", "ref:Do.Grow(ref «~Spot», «t»);", "Do.Boxed(«Spot», «t»);",
        "((IGrow)«$Spot»).Grow(«t»);", "«=C» %= «t»;/*Joins*/", "_ = «$C» | «$C»;/*Joins*/", "_ = Makers.Make<Maker>();", "ref:«@void|ref Cs|C»(ref «~Cs», «C»);",
        "ref:«@void|in Spot»(«Spot»);", "ref:foreach (ref var «?Tc 0» in «$Xa».AsSpan()) { «0».Text = «'»; }",

        // Calls.
        "2:«@void|C»(«C»);", "«@void|P»(«P»);", "«@void|Box»(«Box»);", "«@void|Cs»(«Cs»);", "«@void|Tc»(«Tc»);", "«@void|S|Ac»(«S», «Ac»);", "«@void|D|t»(«D», «t»);",
        "«@void|A0»(«A0»);", "«@void|Xa»(«Xa»);", "«@void|Kc»(«Kc»);", "«$C».«@void|this C»();", "«$P».«@void|this P|t»(«t»);", "call:2:«$Ac»(«C»);", "call:2:«$A0»();",
        "call:_ = «$Fc»(«C»);", "call:«$As»(«S»);", "call:((Action<V1Container>)«$Ac»).Invoke(«C»);", "call:((Action)«$A0»)?.Invoke();", "call:«$Box».Run();",
        "call:Do.Twice(«$A0»);", "Do.Twice(«A0»);", "Do.Each(«Q», «Ac»);", "Do.Each(«$Cs», «Ac»);", "Do.Tee(«C», «Ac»);", "_ = Do.Map(«C», «Fc»);",
        "λ:Do.Tee(«P», «!P 0» => { «#» });", "_ = new Child(«C», «t»);", "new Child(«C», «t»).Later(«t»);", "_ = new Init { Con = «C» };", "_ = new Bag { «C», «C» };",
        "«$Shape».Mark(«C»);", "((IMark)«$Mark»).Twice(«C»);", "«$Shape».Both(«C»);", "_ = «$Box».Marked;", "«$Box».Pinned(«t»);", "once:_ = «$Box» + «C»;",
        "once:«=Box» += «C»;", "«=Sum» += «digit»;", "«=Sum»++;", "«=Sum» += «t»;", "_ = $\"{«$Box»}\";", "«$Kc».Put(«C»);", "«$C».Harden();", "«$C».Stamp(«t»);",
        "_ = «$C».Stamped;", "«$C».Stamped = «C»;", "«$Kt».Ref() += \"-«word»\";", "_ = «$Copied» with { };", "_ = «$Q».ToList();", "_ = «$Q».Count();",
        "foreach (var «!C 0» in «$Q».Take(3)) { }", "_ = «$Cs».Select(«Fc»).ToList();", "_ = «$Cs».Where(c => c.Stamped != null).ToList();", "leaf:«$Box».Hook = «Ac»;",
        "call:leaf:«$Box».Hook += «Ac»;", "call:leaf:«=Ac» += «Ac»;", "call:leaf:«=A0» += «A0»;", "leaf:«=Fc» = «Fc»;", "leaf:«=A0» = «A0»;",
        "call:leaf:«>Al».Add(«Ac»);", "2:call:foreach (var «!Run 0» in «$Al».ToArray()) { «0»(«C»); }", "call:leaf:«$Source».Changed += «Ac»;",
        "call:«$Source».Raise(«C»);", "leaf:«>Fl»[0] = «F0»;", "λ:call:leaf:for (var «!n 0» = 0; «0» < 2; «0»++) { «>Al».Add(«!C 1» => { «#» }); }",
        "λ:call:leaf:foreach (var «!C 0» in «$Cs».ToArray()) { «>Al».Add(«!C 1» => { «#» }); }", "_ = «$Lz».Value;",

        "V1Container «+C 0» = «$Own»;", "V1Container «+C 0» = «$Box»;", "«=C» = «$Own»;", "«=C» = «$Box»;", "foreach (V1Container «!C 0» in new[] { «Own» }) { «#loop» }",
        "foreach (var «!C 0» in «$Own») { «#loop» }", "using («Own») { «#» }", "{ using var «!Own 0» = «Own»; «#» }", "2:_ = $\"{«$Own»}\";", "«=Own» += «C»;",
        "2:«$Own».Got = «C»;", "2:_ = «$Own».Got;", "«$Own».Set = «t»;", "«$Own».Add(«C»);", "2:«$Own».Run(«C»);", "«@void|Own»(«Own»);", "_ = new «:Own»(«C», «t»);",
        "_ = «$Own».ToList();", "Do.Each(«$Own», «Ac»);", "new List<V1Container> { «$Own» }[0].Image = «t»;", "Mine.List<V1Container> «+Ml 0» = [«C», «C»];",

        // Local functions.
        "2:λ:void «-Ac 0»(V1Container «!C 1») { «#void» }", "λ:V1Container «-Fc 0»(V1Container «&C 1») { «#C» }", "2:λ:void «-A0 0»() { «#void» }",
        "λ:V1Container «-F0 0»() { «#C» }", "λ:string «-Ft 0»(string «&t 1») => «,»«t»;", "leaf:Action «+A0 0» = ((Action)(«A0»)) + ((Action)(«A0»));",
        "leaf:Action<V1Container> «+Ac 0» = ((Action<V1Container>)(«Ac»)) + ((Action<V1Container>)(«Ac»));",

        // Control flow.
        "3:if («b») { «#» }", "2:if («b») { «#» } else { «#» }", "if («b») { «#» «^» }", "coin:4:if (Toss.Coin) { «#» }", "coin:3:if (Toss.Coin) { «#» } else { «#» }",
        "coin:while (Toss.Coin) { «#loop» }", "coin:foreach (var «!C 0» in Toss.Coin ? «Cl» : «Cl») { «#loop» }", "for (var «!n 0» = 0; «0» < 2; «0»++) { «#loop» }",
        "for (var «!n 0» = 0; «0» < «$Cs».Count && «0» < 3; «0»++) { «#loop» }", "2:foreach (var «!C 0» in «$Cs».ToList()) { «#loop» }",
        "foreach (var «!C 0» in «$Cs») { «#loop» }", "foreach (var «!C 0» in «$Ca») { «#loop» }", "foreach (var «!C 0» in «Q») { «#loop» }",
        "foreach (var «!C 0» in new Walker(«$Cl»)) { «#loop» }", "foreach (var «!t 0» in «$Ts».ToArray()) { «#loop» }",
        "foreach (var «!t 0» in new[] { «t», «t» }) { «#loop» }", "{ var «!n 0» = 0; while («0»++ < 2) { «#loop» } }",
        "{ var «!n 0» = 0; do { «#loop» } while («0»++ < 1); }", "{ var «!n 0» = 2; while («0»-- > 0) { «#loop» } }", "loop:if («b») { break; }",
        "loop:if («b») { «#» continue; }", "try { «#» } finally { «#finally» }", "try { «#» Do.Fail(«b»); «#» } catch (InvalidOperationException) { «#» }",
        "try { «#» if («b») { throw new InvalidOperationException(\"thrown\"); } } catch (InvalidOperationException) when («b») { «#» } catch { «#» } finally { «#finally» }",
        "try { Do.Tee(«$C», «Ac»); _ = int.Parse(«t»); «#» } catch (FormatException) { «#» }", "using (new Scoped(«C», «t»)) { «#» }",
        "{ using var «!Scoped 0» = new Scoped(«C», «t»); «#» }", "lock («$C») { «#» }", "{ «#» }", "{ «#» }",

        // Beyond evaluation.
        "yield:6:yield return «C»;", "yield:2:try { yield return «C»; «#» } finally { «#finally» }", "unknown:3:Unknown.Keep(«$C»);", "unknown:2:Unknown.Keep(«$P»);",
        "unknown:Unknown.Keep(«$D»);", "unknown:Unknown.Keep(«$Ca»);", "unknown:Unknown.Keep(«$Box»);", "unknown:call:4:Unknown.Change();", "unknown:Unknown.Touch(«C»);",
        "unknown:2:leaf:Unknown.Later(«A0»);", "unknown:Unknown.Call(«A0»);", "unknown:Unknown.Keep(«$Ts»);",
    ];

    private static readonly Dictionary<string, AliasTemplate> Declared = Types.ToDictionary(t => t.Key, t => new AliasTemplate($"{t.Value} «{(Fixed.Contains(t.Key) ? '-' : '+')}{t.Key} 0» = «{t.Key}»;"));

    /// <summary>The declaration of a variable.</summary>
    public static AliasTemplate Declare(string type) => Declared[type];

    /// <summary>The types of variables that are worth to be declared where a value of a type is wanted.</summary>
    public static IReadOnlyList<string> Owners(string type) => type switch
    {
        "C" => ["C", "S", "P", "Cs", "Box", "Tc", "Spot", "Ca", "Kc"],
        "t" => ["t", "C", "M", "Tc", "Tr", "Spot", "Box", "Sum"],
        "n" => ["n", "Box", "Tr", "Spot"],
        "S" or "M" => [type, "P"],
        "Cs" => ["Cs", "Cl", "S", "P"],
        "D" => ["D", "M", "P", "Pair"],
        "Tc" => ["Tc", "Xa", "Kx"],
        "Spot" => ["Spot", "Sa", "Ks"],
        _ => [type],
    };

    public static readonly IReadOnlyList<AliasTemplate> Statements =
    [
        .. Declarations().Concat(Others).Select(t => new AliasTemplate(t)),
    ];

    private static IEnumerable<string> Declarations()
    {
        string[] often = ["C", "P", "S", "t", "Cs", "Box", "D"];
        foreach (var (type, name) in Types)
        {
            yield return $"{(often.Contains(type) ? 5 : 2)}:{name} «{(Fixed.Contains(type) ? '-' : '+')}{type} 0» = «{type}»;";
        }
    }
}
