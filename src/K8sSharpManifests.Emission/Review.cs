using System.Runtime.CompilerServices;
using K8sSharpManifests.Cel;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Emission.Secrets;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Emission;

/// <summary>
/// Judges the objects by the rules, when all of them are known. What the compiler has decided it has also reported, so that each finding appears once.
/// </summary>
/// <param name="findings">Takes the findings.</param>
/// <param name="ofFiles">What the rules are told for objects of files of which .editorconfig says nothing.</param>
/// <param name="imageLock">The image lock; null where there is none.</param>
internal sealed class Review(FindingList findings, RuleOptions ofFiles, ImageLock? imageLock = null)
{
    // For fewer, a second thread costs more than it saves.
    private const int MostForOneThread = 256;

    private Case[] _cases = [];

    /// <summary>Judges the objects as they are.</summary>
    public void Run(IReadOnlyList<EmittedObject> objects, ExternalObjects external)
    {
        _cases = Cases(objects, ObjectIndex.Of(objects.Select(o => o.Root), external));
        Judge(_cases);
        if (objects.Any(o => o.HoldsSecret))
        {
            // A rule can quote what it finds in another object. What it says just so without having seen what those with secrets hold, it has from elsewhere.
            var blind = Cases(objects, ObjectIndex.Of(objects.Select(o => o.HoldsSecret ? WithoutValues(o.Root) : o.Root), external));
            Judge(blind);
            foreach (var (judged, unseeing) in _cases.Zip(blind))
            {
                judged.Harmless = judged.Emitted.HoldsSecret ? [] : [.. unseeing.Findings.Select(Said)];
            }
        }

        foreach (var judged in _cases)
        {
            if (judged.Findings.Count > 0)
            {
                Report(judged);
            }
        }
    }

    /// <summary>Judges what has changed since the objects were written before.</summary>
    /// <param name="previous">Some of the objects as they were, and of each whether its file held secrets.</param>
    public void Compare(IReadOnlyList<(Mapping Root, bool HeldSecret)> previous)
    {
        if (previous.Count == 0)
        {
            return;
        }

        var cases = _cases.ToLookup(judged => judged.Emitted.Identity);
        foreach (var (before, heldSecret) in previous)
        {
            foreach (var judged in cases[ObjectIdentity.Of(before)].Take(1))
            {
                judged.Findings = Immutability.Changes(before, judged.Emitted.Written);
                judged.Harmless = judged.Emitted.HoldsSecret || heldSecret ? [] : null;
                Report(judged);
            }
        }
    }

    private Case[] Cases(IReadOnlyList<EmittedObject> objects, ObjectIndex all)
    {
        var cases = new Case[objects.Count];
        var rules = objects.Any(o => o.Root.Type?.Schema is not null) ? NewEvaluator() : null;

        // The objects of a member stand together.
        for (var (start, end) = (0, 0); start < cases.Length; start = end)
        {
            var entry = objects[start].Entry;
            for (end = start + 1; end < cases.Length && ReferenceEquals(objects[end].Entry, entry); end++)
            {
            }

            EmittedObject[] ofMember = [.. objects.Skip(start).Take(end - start)];
            var handover = new MemberHandover(entry);
            var context = new JudgeContext(objects[start].Source is null || entry.Options.Count > 0 ? handover.Options : ofFiles, all) { Cel = rules, NotEvaluated = ofMember.Any(o => o.HoldsSecret) ? null : findings.NotEvaluated, ImageLock = imageLock };
            for (var i = start; i < end; i++)
            {
                var known = handover.Match(objects[i], ofMember);
                cases[i] = new(objects[i], handover, known, known is { Decided.Count: > 0 } ? context.WithDecided(known.Decided.Select(Pair)) : context);
            }
        }

        return cases;
    }

    // Apart, so that it is loaded only where there is a custom resource.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CelEvaluator NewEvaluator() => new CelRules();

    // The rules look at one object at a time, and keep nothing.
    private static void Judge(Case[] cases)
    {
        var middle = cases.Length > MostForOneThread ? cases.Length / 2 : cases.Length;
        var second = new Thread(() => JudgePart(cases.AsSpan(middle)));
        if (middle < cases.Length)
        {
            second.Start();
        }

        JudgePart(cases.AsSpan(0, middle));
        if (middle < cases.Length)
        {
            second.Join();
        }

        static void JudgePart(ReadOnlySpan<Case> part)
        {
            foreach (var judged in part)
            {
                // A rule that is off by default is about how code is written, and whoever turns it on sees it in the code.
                judged.Findings = [.. Core.Rules.Judge.Run(judged.Emitted.Root, judged.Context).Where(f => f.Info.Severity != Severity.Off)];
            }
        }
    }

    private void Report(Case judged)
    {
        var (emitted, handover, known, _) = judged;
        if (emitted.Source is { } source)
        {
            ReportInFile(judged, source);
            return;
        }

        var places = (known?.Places ?? []).Select(Pair).ToDictionary(p => p.Path, p => SourcePlace.Parse(p.Head));
        foreach (var finding in judged.Findings.Where(f => !handover.IsReported(f)))
        {
            // Several findings meet at the member, so that each has to say which object it is about.
            var place = FindingPlaces.Of(finding, emitted.Root, places);
            var text = place is null ? $"{judged.Text(finding)} ({emitted.Identity} of {emitted.Entry.Member})" : judged.Text(finding);
            findings.Finding(finding.Info.Id, handover.SeverityOf(finding.Info, place), emitted.Entry, place, text);
        }
    }

    private void ReportInFile(Case judged, IncludedObject source)
    {
        foreach (var finding in judged.Findings)
        {
            var place = FindingPlace.Of(finding, source.Root);
            if (source.Suppressions?.Cover(finding.Info, place.Span.Line, place.Line) != true)
            {
                findings.FindingInFile(finding.Info.Id, finding.Info.Severity, source.Entry.File, new(place.Span.Line, place.Span.Column), judged.Text(finding));
            }
        }
    }

    private static (string Head, string Path) Pair(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return (text[..space], text[(space + 1)..]);
    }

    // What an object is, and nothing of what it holds.
    private static Mapping WithoutValues(Mapping root)
    {
        Mapping Kept(Mapping mapping, params string[] keys) => new(keys.Where(key => mapping[key].Exists.IsTrue).Select(key => KeyValuePair.Create(key, mapping[key])), isOpen: true, mapping.Origin, mapping.Type);
        var kept = Kept(root, "apiVersion", "kind", "metadata");
        return kept["metadata"] is Mapping metadata ? kept.With("metadata", Kept(metadata, "name", "namespace")) : kept;
    }

    private static string Said(Finding finding) => $"{finding.Info.Id} {finding.Path} {finding.Message}";

    private sealed record Case(EmittedObject Emitted, MemberHandover Handover, CatalogObject? Known, JudgeContext Context)
    {
        public IReadOnlyList<Finding> Findings { get; set; } = [];

        /// <summary>The findings that quote no secret; null where none can.</summary>
        public HashSet<string>? Harmless { get; set; }

        public string Text(Finding finding) => Harmless?.Contains(Said(finding)) == false ? RunSecrets.WithoutValues(finding) : finding.Message;
    }
}
