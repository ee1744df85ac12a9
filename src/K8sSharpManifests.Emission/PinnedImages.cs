using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Emission;

/// <summary>Gives the tags of the objects the digests that the image lock has for them, or that this build has pushed, and tells what is wrong with either.</summary>
/// <param name="options">The options of the run.</param>
/// <param name="own">The images of the projects that the project names as containers.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class PinnedImages(EmissionOptions options, IReadOnlyDictionary<string, IReadOnlyList<string>> own, FindingList findings)
{
    private const string Rule = "K8S123";

    /// <summary>The lock, with what was pushed; null where there is neither, and where the lock cannot be read.</summary>
    public ImageLock? Lock { get; private set; }

    private string Name => options.NameOf(options.ImageLock!);

    /// <summary>Reads the lock.</summary>
    public void Read() =>
        Lock = ImageLock.With(options.ImageLock is null ? null : ReadFile(), ContainerImages.Keys(own), options.PushedImages ?? new Dictionary<string, string>());

    private ImageLock? ReadFile()
    {
        try
        {
            var imageLock = ImageLock.Parse(File.ReadAllText(options.ImageLock!), out var problem, Name);
            if (problem is not null)
            {
                findings.Error(EmissionRule.CannotWrite, Name, problem.Line, $"the image lock cannot be read: {problem.Text}");
            }

            return imageLock;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Error(EmissionRule.CannotWrite, Name, 1, $"the image lock cannot be read: {e.Message}");
            return null;
        }
    }

    // Of a repository that this build has pushed to, only what it has pushed is certain to be there.
    private void ReportUnpushed(IReadOnlyList<EmittedObject> objects)
    {
        var pushed = options.PushedImages!.Keys.ToLookup(RepositoryOf, StringComparer.Ordinal);
        foreach (var emitted in objects)
        {
            foreach (var key in ImageUses.In(emitted.Root).Where(image => image.Digest is null).Select(ImageLock.KeyOf).Distinct().Where(key => !options.PushedImages.ContainsKey(key) && pushed.Contains(RepositoryOf(key))))
            {
                findings.ErrorAt(EmissionRule.ContainerImage, emitted.Entry, $"names the image '{key}', and this build has pushed {EnvironmentNames.Join([.. pushed[RepositoryOf(key)]], "and")}: use context.ContainerImage, or add the tag to the project's ContainerImageTags");
            }
        }
    }

    private static string RepositoryOf(string key) => key[..key.LastIndexOf(':')];

    /// <summary>The objects as they are emitted.</summary>
    /// <param name="objects">The objects, with their types.</param>
    /// <returns>The same ones where nothing of them is in the lock.</returns>
    public IReadOnlyList<EmittedObject> Apply(IReadOnlyList<EmittedObject> objects)
    {
        if (options.PushedImages is not null)
        {
            ReportUnpushed(objects);
        }

        if (Lock is null)
        {
            return objects;
        }

        var rendering = new Rendering(options.HasHeader);
        var pinned = objects.Select(o => ImageUses.Pin(o.Root, Lock) is var root && ReferenceEquals(root, o.Root) ? o : o with { Pinned = root }).ToList();
        foreach (var changed in pinned.Where(o => o.Pinned is not null))
        {
            rendering.Add(changed);
        }

        rendering.Finish();
        return pinned;
    }

    /// <summary>Tells which entries of the lock nothing uses.</summary>
    /// <param name="objects">All objects that the project can give, whatever it is built for.</param>
    public void ReportUnused(IEnumerable<EmittedObject> objects)
    {
        if (Lock is null || options.ImageLock is null || !options.OwnsImageLock)
        {
            return;
        }

        var used = objects.SelectMany(o => ImageUses.In(o.Root)).Select(ImageLock.KeyOf).ToHashSet(StringComparer.Ordinal);
        foreach (var image in Lock.Images.Where(image => !used.Contains(image)))
        {
            findings.FindingInFile(Rule, Severity.Warning, Name, new(Lock.LineOf(image), 1), $"'{image}' is in {Name}, and no manifest uses it: run 'k8ssharp pin', which drops it");
        }
    }
}
