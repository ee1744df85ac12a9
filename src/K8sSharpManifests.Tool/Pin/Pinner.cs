using System.Collections.Concurrent;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Tool.Manifests;
using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Pin;

/// <summary>Asks the registries which digests the tags of manifests stand for, and says what becomes of the lock.</summary>
/// <param name="settings">What the run is asked for.</param>
/// <param name="terminal">What to read from.</param>
internal sealed class Pinner(PinSettings settings, Terminal terminal)
{
    private readonly RegistryOptions _options = new() { Timeout = settings.Timeout };

    /// <summary>Runs, and writes the lock unless it is only to be compared.</summary>
    /// <param name="cancellationToken">Ends the run; then nothing is written.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="CannotRunException">Something that has to be known cannot be read, or the lock cannot be written.</exception>
    public async Task<PinResult> Run(CancellationToken cancellationToken)
    {
        var reader = new ManifestReader(settings.Source, terminal);
        var groups = await reader.Read(cancellationToken);
        var found = new ManifestImages { Own = reader.OwnImages, Secrets = terminal.Secrets };
        foreach (var group in groups)
        {
            found.Add(group);
        }

        var path = LockPath(reader);
        var name = Path.GetRelativePath(terminal.Folder, path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative.Replace('\\', '/') : path;
        var before = LockFile.Read(path, name);
        var images = found.Images;
        var asked = Asked(images, before);
        if (settings.IsVerbose)
        {
            var objects = CommandParts.Count(groups.Sum(group => group.Objects.Count), "object");
            terminal.Error.WriteLine($"{CommandLine.Name}: read {objects} with {CommandParts.Count(images.Count, "image")} for the lock; {asked.Count} of them asked for.");
        }

        var answers = await Resolve(asked, cancellationToken);
        var result = new PinResult(name, Entries(images, before, answers), found.Wrong, settings.IsCheck);

        // One that knows no image, of those that there are, is better not begun.
        if (!settings.IsCheck && result.Lock.Text != before?.Text && (before is not null || result.Lock.Images.Count > 0 || !result.HasFindings))
        {
            LockFile.Write(path, name, result.Lock.Text);
        }

        return result;
    }

    private string LockPath(ManifestReader reader) =>
        settings.LockFile is { } given ? Path.GetFullPath(given, terminal.Folder)
        : settings.Source.Project is not { } project ? Path.GetFullPath(ImageLock.FileName, terminal.Folder)
        : reader.LockFile ?? throw new CannotRunException($"'{Path.GetFileName(ProjectBuild.Find(project, terminal))}' has no image lock, since ManifestImageLock is false there: take that out, or name a file by --lock.");

    // Of the images of the manifests, those that somebody named; all, where nobody did.
    private IReadOnlyList<PinnedImage> Asked(IReadOnlyCollection<PinnedImage> images, ImageLock? before)
    {
        if (settings.Updates.Count == 0)
        {
            return [.. images];
        }

        var asked = new List<PinnedImage>();
        var problems = new List<string>();
        foreach (var name in settings.Updates)
        {
            var named = images.Where(image => IsNamed(image.Reference, name)).ToList();
            asked.AddRange(named);
            if (named.Count == 0)
            {
                var near = Spelling.Nearest(name, [.. images.Select(image => image.Reference.FamiliarName).Distinct()]);
                problems.Add($"--update: no image of the manifests that the lock is for is called '{name}'{(near is null ? "." : $": did you mean {near}?")}");
            }
        }

        return problems.Count > 0 ? throw new CannotRunException(problems) : [.. asked.Distinct()];
    }

    private static bool IsNamed(ImageReference image, string name)
    {
        // A repository stands for all of its tags.
        return ImageReference.TryParse(name, out var named, out _) && named.Digest is null && named.Name == image.Name && (named.Tag is null || named.Tag == (image.Tag ?? "latest"));
    }

    private async Task<IReadOnlyDictionary<string, RegistryAnswer>> Resolve(IReadOnlyList<PinnedImage> images, CancellationToken cancellationToken)
    {
        var answers = new ConcurrentDictionary<string, RegistryAnswer>(StringComparer.Ordinal);
        if (images.Count == 0)
        {
            return answers;
        }

        var config = DockerConfig.Read(DockerConfig.PathOf(terminal.Variable));
        var logins = new ConcurrentDictionary<RegistryCredential, RegistryLogin>(ReferenceEqualityComparer.Instance);
        using var client = new RegistryClient(_options);
        using var progress = new Progress(terminal, images.Count, "images");
        await Parallel.ForEachAsync(images, new ParallelOptions { MaxDegreeOfParallelism = _options.Connections, CancellationToken = cancellationToken }, async (image, token) =>
        {
            answers[image.Key] = await Resolve(client, config, image, logins, token);
            progress.Advance();
        });
        return answers;
    }

    // The pods' own credentials first: with these it has to work in the cluster. Then the user's, then none.
    private static async Task<RegistryAnswer> Resolve(
        RegistryClient client, DockerConfig config, PinnedImage image, ConcurrentDictionary<RegistryCredential, RegistryLogin> logins, CancellationToken cancellationToken)
    {
        RegistryAnswer? worst = null;
        string? problem = null;
        foreach (var (secret, credential) in image.Credentials)
        {
            var login = logins.GetOrAdd(credential, c => RegistryLogin.Password($"the Secret '{secret}'", c.UserName, c.Password));
            if (await Try(login) is { } answer)
            {
                return answer;
            }
        }

        foreach (var login in await config.For(image.Reference, text => problem = text, cancellationToken))
        {
            if (await Try(login) is { } answer)
            {
                return answer;
            }
        }

        return await Try(RegistryLogin.Anonymous) ?? (problem is null ? worst! : worst! with { Message = $"{worst.Message}; {problem}" });

        async Task<RegistryAnswer?> Try(RegistryLogin login)
        {
            var answer = await client.Resolve(image.Reference, login, cancellationToken);
            worst ??= answer;
            return answer.IsAboutCredentials ? null : answer;
        }
    }

    private List<PinEntry> Entries(IReadOnlyCollection<PinnedImage> images, ImageLock? before, IReadOnlyDictionary<string, RegistryAnswer> answers)
    {
        var entries = new List<PinEntry>();
        foreach (var image in images)
        {
            var previous = before?.Digest(image.Key);
            entries.Add(!answers.TryGetValue(image.Key, out var answer) ? new(image.Key, previous is null ? PinChange.Missing : PinChange.Unchanged, previous, previous)
                : answer.Outcome != RegistryOutcome.Found ? new(image.Key, PinChange.Failed, null, previous) { Answer = answer, Place = image.Place }
                : new(image.Key, previous is null ? PinChange.Added : previous == answer.Digest ? PinChange.Unchanged : PinChange.Changed, answer.Digest, previous));
        }

        // Who asks for some leaves the others alone, also those that nothing uses.
        var known = images.Select(image => image.Key).ToHashSet(StringComparer.Ordinal);
        entries.AddRange((before?.Images ?? []).Where(image => !known.Contains(image)).Select(image => settings.Updates.Count == 0
            ? new PinEntry(image, PinChange.Removed, null, before!.Digest(image))
            : new PinEntry(image, PinChange.Unchanged, before!.Digest(image), before.Digest(image))));
        return [.. entries.OrderBy(entry => entry.Image, StringComparer.Ordinal)];
    }
}
