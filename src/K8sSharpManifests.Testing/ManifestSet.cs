using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using k8s;
using k8s.Models;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Emission;
using K8sSharpManifests.Emission.Layouts;

namespace K8sSharpManifests.Testing;

/// <summary>
/// All that the [Manifest] members of an assembly give for an environment, in the order in which it is applied. They run in the test's process, as the build runs them: in their project's
/// folder, in the invariant culture, with the namespace and labels of their classes, and with an error where two give the same object. One set is made at a time, whatever tests run in parallel.
/// </summary>
public sealed class ManifestSet : IReadOnlyList<Manifest>
{
    private static readonly Lock OneAtATime = new();

    private readonly IReadOnlyList<Manifest> _manifests;

    private ManifestSet(IReadOnlyList<Manifest> manifests, string yaml, IReadOnlyList<ManifestFinding> findings)
    {
        _manifests = manifests;
        Yaml = yaml;
        Findings = findings;
    }

    /// <inheritdoc/>
    public int Count => _manifests.Count;

    /// <inheritdoc/>
    public Manifest this[int index] => _manifests[index];

    /// <summary>All of them as one file, as <c>ManifestLayout=single</c> writes it without a header.</summary>
    public string Yaml { get; }

    /// <summary>
    /// All warnings and errors of the rules, by the options and severities that source and .editorconfig held when the assembly was compiled: first what the compiler has reported in the
    /// assembly's code, then what only the objects show. What is suppressed is not among them.
    /// </summary>
    public IReadOnlyList<ManifestFinding> Findings { get; }

    /// <summary>Runs the members of an assembly.</summary>
    /// <param name="assembly">The assembly, like <c>typeof(Shop).Assembly</c>. Its project must have been built with K8sSharpManifests.</param>
    /// <param name="environment">What ManifestContext.Environment says. Where the project has ManifestEnvironments, it is one of these.</param>
    /// <param name="values">What ManifestContext.Value gives, by names; null for none. What the project gives its build is not known here.</param>
    /// <param name="secrets">What ManifestContext.Secret gives, by names; null for none. The environment and the user secrets of whoever runs the test are not asked.</param>
    /// <returns>What they give.</returns>
    /// <exception cref="ManifestException">A member threw, or what they give cannot be emitted; the message has a line for each problem.</exception>
    /// <exception cref="ArgumentException">The assembly has no [Manifest] member, or no file; or the project has other environments.</exception>
    public static ManifestSet Of(
        Assembly assembly, string environment = "", IReadOnlyDictionary<string, string>? values = null, IReadOnlyDictionary<string, string>? secrets = null)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(environment);
        if (assembly.Location.Length == 0)
        {
            throw new ArgumentException($"The assembly '{assembly.GetName().Name}' has no file: tests that are published as a single file cannot read it", nameof(assembly));
        }

        var catalog = AssemblyCatalog.Read(assembly.Location);
        if (catalog.Entries.Count == 0)
        {
            throw new ArgumentException($"The assembly '{assembly.GetName().Name}' has no [Manifest] member: reference the K8sSharpManifests package in its project, and pass the assembly that holds the members", nameof(assembly));
        }

        if (catalog.Environments.Count > 0 && !catalog.Environments.Contains(environment))
        {
            throw new ArgumentException(
                $"{(environment.Length == 0 ? "No environment is named" : $"There is no environment '{environment}'")}: the ManifestEnvironments of '{assembly.GetName().Name}' are {EnvironmentNames.Join(catalog.Environments, "and")}",
                nameof(environment));
        }

        // The runner sets the thread's culture and the process's current directory, and neither is ours.
        lock (OneAtATime)
        {
            return RunHere(assembly, catalog, environment, values, secrets);
        }
    }

    private static ManifestSet RunHere(
        Assembly assembly, AssemblyCatalog catalog, string environment, IReadOnlyDictionary<string, string>? values, IReadOnlyDictionary<string, string>? secrets)
    {
        using var folder = ProjectFolder.Enter(assembly);
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            return Run(assembly, catalog, environment, values, secrets, folder is null || !File.Exists(Core.ImageLock.FileName) ? null : Path.GetFullPath(Core.ImageLock.FileName));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Manifest> GetEnumerator() => _manifests.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The one object of a type with a name.</summary>
    /// <typeparam name="T">Its type, like <c>V1Deployment</c>.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="namespace">Its namespace; null for any.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ManifestException">There is none, or more than one; the message says which there are.</exception>
    public T Single<T>(string name, string? @namespace = null)
        where T : IKubernetesObject
    {
        var ofType = _manifests.Where(m => m.Object is T).ToArray();
        var found = ofType.Where(m => m.Name == name && (@namespace is null || m.Namespace == @namespace)).ToArray();
        return found is [var only]
            ? (T)only.Object
            : throw new ManifestException(
                $"There {(found.Length == 0 ? "is no" : "is more than one")} {typeof(T).Name} '{name}'{(@namespace is null ? "" : $" in namespace '{@namespace}'")}; "
                + (ofType.Length == 0 ? "there is no object of that type at all" : "of that type there are " + string.Join(", ", ofType.Select(m => m.ToString()))));
    }

    /// <summary>All objects of a type, in their order.</summary>
    /// <typeparam name="T">Their type, like <c>V1Deployment</c>; an interface like <c>IKubernetesObject</c> is one, too.</typeparam>
    /// <returns>The objects; none where there are none.</returns>
    public IReadOnlyList<T> All<T>()
        where T : IKubernetesObject => [.. All().OfType<T>()];

    /// <summary>All objects, in their order.</summary>
    /// <returns>The objects.</returns>
    public IReadOnlyList<IKubernetesObject> All() => [.. _manifests.Select(m => m.Object)];

    private static ManifestSet Run(
        Assembly assembly, AssemblyCatalog catalog, string environment, IReadOnlyDictionary<string, string>? values, IReadOnlyDictionary<string, string>? secrets, string? imageLock)
    {
        var options = new EmissionOptions
        {
            AssemblyPath = assembly.Location,
            Assembly = assembly,
            Project = assembly.Location,
            Environment = environment,
            Environments = catalog.Environments,
            Values = values ?? new Dictionary<string, string>(),
            Secrets = new(secrets),
            Layout = new SingleLayout(),
            HasHeader = false,
            KeepsObjects = true,
            ReportsConfiguration = false,
            ImageLock = imageLock,
        };
        var emission = new ManifestEmission(options, catalog);
        emission.Collect();
        var result = emission.Judge();
        var findings = result.Findings.Where(f => f.Severity is Severity.Warning or Severity.Error).Select(Finding).ToArray();
        if (!result.IsJudged)
        {
            throw new ManifestException(string.Join("\n", findings.Select(f => f.ToString())));
        }

        return new(
            [.. result.Objects.OrderBy(o => o.Document.Name, StringComparer.Ordinal).Select(Make)],
            string.Concat(result.Files.SelectMany(file => file.Content).Select(part => Encoding.UTF8.GetString(part.Span))),
            [
                .. catalog.Problems.Where(p => p.Severity is "warning" or "error").Concat(catalog.Findings)
                    .Select(p => new ManifestFinding(p.Id, p.Severity == "error", p.File, p.Line, p.Text, FindingStage.Compiler)),
                .. findings,
            ]);
    }

    private static Manifest Make(EmittedObject emitted)
    {
        var (identity, value, yaml) = (emitted.Identity, emitted.Given!, Encoding.UTF8.GetString(emitted.Document.Body.Span));
        var hasDefaults = !emitted.Entry.Defaults.IsEmpty || value is V1RoleBinding;
        return new(identity.Kind, identity.Namespace.Length == 0 ? null : identity.Namespace, identity.Name, emitted.Entry.Member, hasDefaults ? WithDefaults(value, yaml) : value, yaml);
    }

    // Where in each kind the labels of pods stand, the trees know; the object is made of what is written. Of an object without a type and of a class of the user's own, that is the
    // metadata: YAML does not tell what else they were made of.
    private static IKubernetesObject WithDefaults(IKubernetesObject value, string yaml) =>
        FieldsOf.ModelOf(value) is { } model ? FieldsOf.Kept((IKubernetesObject)Read(model, yaml, isStrict: model == value.GetType()), value)
        : value is IKubernetesObject<V1ObjectMeta> other ? other.WithMetadata(((UntypedObject)Read(typeof(UntypedObject), yaml, isStrict: false)).Metadata)
        : value;

    private static object Read(Type type, string yaml, bool isStrict) => typeof(KubernetesYaml)
        .GetMethod(nameof(KubernetesYaml.Deserialize), [typeof(string), typeof(bool)])!
        .MakeGenericMethod(type)
        .Invoke(null, [yaml, isStrict])!;

    private static ManifestFinding Finding(EmissionFinding finding) =>
        new(finding.Id, finding.Severity == Severity.Error, finding.File ?? "", finding.Place.Line, finding.Text, FindingStage.Build);
}
