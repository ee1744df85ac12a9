using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using K8sSharpManifests.Emission;

namespace K8sSharpManifests.Host.Publishing;

/// <summary>
/// Whether an application works without the library and what only that needs. Manifests are the build's business, and so is code that nothing but manifests reaches; but types that the
/// runtime loads with all others, and code that the application may run, are not. In doubt it does not work.
/// </summary>
internal static class RuntimeNeed
{
    private const string GeneratedNamespace = AssemblyCatalog.Namespace;

    /// <summary>Why the application needs what is missing; null where it does not.</summary>
    /// <param name="assembly">The application's assembly.</param>
    /// <param name="others">The other assemblies that are published.</param>
    /// <param name="missing">The names of the assemblies that would not be.</param>
    public static string? Find(string assembly, IEnumerable<string> others, IReadOnlySet<string> missing) => OfCode(assembly, missing) ?? others.Select(path => OfOther(path, missing)).FirstOrDefault(reason => reason is not null);

    // The code of others is not looked at: it is published because somebody needs it.
    private static string? OfOther(string path, IReadOnlySet<string> missing)
    {
        if (missing.Contains(Path.GetFileNameWithoutExtension(path)))
        {
            return null;
        }

        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata || file.GetMetadataReader() is not { IsAssembly: true } reader)
        {
            return null;
        }

        var name = reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)).FirstOrDefault(missing.Contains);
        return name is null ? null : $"{Path.GetFileName(path)} needs {name}";
    }

    private static string? OfCode(string assembly, IReadOnlySet<string> missing)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        var references = reader.AssemblyReferences.Where(handle => missing.Contains(reader.GetString(reader.GetAssemblyReference(handle).Name))).ToHashSet();
        if (references.Count == 0)
        {
            return null;
        }

        var mentions = new TypeMentions(references.Contains);
        var start = file.PEHeaders.CorHeader!.EntryPointTokenOrRelativeVirtualAddress;
        return LoadedTypes.Find(reader, mentions, missing) ?? Code(reader, new(file, reader, mentions), start == 0 ? default : MetadataTokens.EntityHandle(start));
    }

    private static string? Code(MetadataReader reader, MethodGraph graph, EntityHandle start)
    {
        var ofManifests = OfManifests(reader, graph);
        var needy = Needy(graph);
        MethodDefinitionHandle[] ofApplication = [.. graph.Methods.Where(method => needy.ContainsKey(method) && (method == start || (!ofManifests.Contains(method) && !IsGenerated(reader, method))))];
        if (ofApplication.Length == 0)
        {
            return null;
        }

        // Whoever is called by others has written it, where there is one that does it itself.
        var named = ofApplication.Where(method => graph[method].Missing is not null).Append(ofApplication[0]).First();
        return $"{MethodName.Of(reader, named)}, which no manifest calls, uses {needy[named]}";
    }

    /// <summary>The methods that manifests call, and those of the objects that only manifests make.</summary>
    private static HashSet<MethodDefinitionHandle> OfManifests(MetadataReader reader, MethodGraph graph)
    {
        var found = new HashSet<MethodDefinitionHandle>();
        var pending = new Stack<MethodDefinitionHandle>(graph.Methods.Where(m => IsOfCatalog(reader, reader.GetMethodDefinition(m).GetDeclaringType())));
        while (pending.Count > 0)
        {
            while (pending.TryPop(out var method))
            {
                if (found.Add(method))
                {
                    foreach (var called in graph[method].Called)
                    {
                        pending.Push(called);
                    }
                }
            }

            foreach (var type in reader.TypeDefinitions)
            {
                var constructors = graph.Constructors(type);
                if (constructors.Length > 0 && constructors.All(found.Contains))
                {
                    foreach (var method in graph.InstanceMethods(type).Where(m => !found.Contains(m)))
                    {
                        pending.Push(method);
                    }
                }
            }
        }

        return found;
    }

    /// <summary>The methods that cannot run without what is missing, or that may call one that cannot, each with the type that is not there.</summary>
    private static Dictionary<MethodDefinitionHandle, string> Needy(MethodGraph graph)
    {
        var callers = graph.Methods
            .SelectMany(caller => graph[caller].Called.Concat(graph[caller].Reachable).Select(called => (called, caller)))
            .ToLookup(x => x.called, x => x.caller);
        var needy = new Dictionary<MethodDefinitionHandle, string>();
        var pending = new Queue<(MethodDefinitionHandle Method, string Type)>(graph.Methods.Where(m => graph[m].Missing is not null).Select(m => (m, graph[m].Missing!)));
        while (pending.TryDequeue(out var next))
        {
            if (needy.TryAdd(next.Method, next.Type))
            {
                foreach (var caller in callers[next.Method])
                {
                    pending.Enqueue((caller, next.Type));
                }
            }
        }

        return needy;
    }

    private static bool IsOfCatalog(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? IsOfCatalog(reader, outer) : reader.StringComparer.Equals(type.Namespace, GeneratedNamespace);
    }

    // What the compiler has made (accessors, members of records, lambdas, state machines) runs because some code calls it, and that is looked at. The class around a program's first statements is
    // the compiler's as well, but not what is in it.
    private static bool IsGenerated(MetadataReader reader, MethodDefinitionHandle handle)
    {
        var method = reader.GetMethodDefinition(handle);
        var isGenerated = HasMark(reader, method.GetCustomAttributes());
        for (var type = reader.GetTypeDefinition(method.GetDeclaringType()); !isGenerated && type.GetDeclaringType() is { IsNil: false } outer; type = reader.GetTypeDefinition(outer))
        {
            isGenerated = HasMark(reader, type.GetCustomAttributes());
        }

        return isGenerated;
    }

    private static bool HasMark(MetadataReader reader, CustomAttributeHandleCollection attributes) => attributes.Any(handle =>
        reader.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor
        && reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type
        && reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)type).Name, "CompilerGeneratedAttribute"));
}
