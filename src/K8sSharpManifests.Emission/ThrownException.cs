using System.Diagnostics;
using System.Reflection;
using k8s.Models;

namespace K8sSharpManifests.Emission;

/// <summary>What the stack of an exception tells about the user's code.</summary>
/// <param name="exception">The exception.</param>
/// <param name="assembly">The name of the user's assembly.</param>
internal sealed class ThrownException(Exception exception, string assembly)
{
    private readonly StackFrame[] _frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames();

    /// <summary>The topmost line whose file is here and not ours; null where no debug information says one.</summary>
    public (string File, SourcePlace Place)? Place => _frames
        .Where(f => f.GetMethod()?.Module.Assembly is var code && code != typeof(K8s).Assembly && code != typeof(ThrownException).Assembly)
        .Select(f => f.GetFileName() is { } file && File.Exists(file) ? (file, new SourcePlace(f.GetFileLineNumber(), f.GetFileColumnNumber())) : ((string, SourcePlace)?)null)
        .FirstOrDefault(place => place is not null);

    /// <summary>The topmost method of the user's assembly, like <c>Acme.Shop.Web</c>; null where there is none.</summary>
    public string? Method => _frames.Select(f => f.GetMethod()).FirstOrDefault(IsOfUser) is { } method ? NameOf(method) : null;

    /// <summary>Whether it comes from reading a text as a quantity, on behalf of the user's code.</summary>
    public bool IsOfQuantity => _frames.Select(f => f.GetMethod()).TakeWhile(m => !IsOfUser(m)).Any(m =>
        (m?.DeclaringType == typeof(ResourceQuantity) && m is ConstructorInfo) || (m?.DeclaringType == typeof(K8s) && m.Name == nameof(K8s.ParseQuantity)));

    private bool IsOfUser(MethodBase? method) => method?.Module.Assembly.GetName().Name == assembly;

    // Of a lambda or an iterator the compiler makes types and methods of its own, whose names hold that of the method in angle brackets.
    private static string NameOf(MethodBase method)
    {
        var (type, name) = (method.DeclaringType, method.Name);
        while (type is { DeclaringType: { } outer } && type.Name.StartsWith('<'))
        {
            (name, type) = (name.StartsWith('<') ? name : type.Name, outer);
        }

        var end = name.StartsWith('<') ? name.IndexOf('>', StringComparison.Ordinal) : -1;
        name = end > 1 ? name[1..end] : name;
        return $"{type?.FullName?.Replace('+', '.')}.{(name.StartsWith("get_", StringComparison.Ordinal) ? name[4..] : name)}";
    }
}
