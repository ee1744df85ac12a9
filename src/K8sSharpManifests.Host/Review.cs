using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Host;

/// <summary>
/// Judges the objects by the rules, when all of them are known. What the compiler has decided it has also reported, so that each finding appears once.
/// </summary>
/// <param name="messages">Takes the findings.</param>
internal sealed class Review(MessageFile messages)
{
    public void Run(IReadOnlyList<EmittedObject> objects)
    {
        var accounts = ServiceAccountFacts.Of(objects.Select(o => o.Root));

        // The objects of a member stand together.
        for (var (start, end) = (0, 0); start < objects.Count; start = end)
        {
            var entry = objects[start].Entry;
            for (end = start + 1; end < objects.Count && ReferenceEquals(objects[end].Entry, entry); end++)
            {
            }

            Judge(entry, [.. objects.Skip(start).Take(end - start)], accounts);
        }
    }

    private void Judge(CatalogEntry entry, EmittedObject[] objects, ServiceAccountFacts accounts)
    {
        var handover = new MemberHandover(entry);
        var context = new JudgeContext(handover.Options, accounts);
        foreach (var emitted in objects)
        {
            var known = handover.Match(emitted, objects);
            var findings = Core.Rules.Judge.Run(emitted.Root, known is { Decided.Count: > 0 } ? context.WithDecided(known.Decided.Select(Pair)) : context);
            if (findings.Count == 0)
            {
                continue;
            }

            var places = (known?.Places ?? []).Select(Pair).ToDictionary(p => p.Path, p => SourcePlace.Parse(p.Head));
            foreach (var finding in findings.Where(f => !handover.IsReported(f)))
            {
                Report(finding, emitted, handover, FindingPlaces.Of(finding, emitted.Root, places));
            }
        }
    }

    private void Report(Finding finding, EmittedObject emitted, MemberHandover handover, SourcePlace? place)
    {
        // Several findings meet at the member, so that each has to say which object it is about.
        var text = place is null ? $"{finding.Message} ({emitted.Identity} of {emitted.Entry.Member})" : finding.Message;
        messages.Finding(finding.Info.Id, handover.SeverityOf(finding.Info, place), emitted.Entry, place, text);
    }

    private static (string Head, string Path) Pair(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return (text[..space], text[(space + 1)..]);
    }
}
