using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>The objects that exist in the cluster though the build does not emit them: made by hand, by an operator, by another repository.</summary>
public sealed class ExternalObjects
{
    private readonly Func<IReadOnlyList<ExternalObjectPattern>> _find;
    private IReadOnlyList<ExternalObjectPattern>? _patterns;

    /// <summary>Names the objects.</summary>
    /// <param name="patterns">What stands for them.</param>
    public ExternalObjects(IReadOnlyList<ExternalObjectPattern> patterns)
        : this(() => patterns)
    {
    }

    /// <summary>Names objects that are looked for when a rule asks for the first time.</summary>
    /// <param name="find">Finds what stands for them; must give the same each time, since it may be asked by several threads.</param>
    public ExternalObjects(Func<IReadOnlyList<ExternalObjectPattern>> find) => _find = find;

    /// <summary>None.</summary>
    public static ExternalObjects None { get; } = new([]);

    /// <summary>What stands for them.</summary>
    public IReadOnlyList<ExternalObjectPattern> Patterns => _patterns ??= _find();

    /// <summary>Whether an object is one of them.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="objectNamespace">Its namespace; <see cref="Missing"/> where none is given, which is that of the command that applies it, and not known.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Unknown where it can be one.</returns>
    public Truth Contains(string kind, Node objectNamespace, Node name) => Truth.Any(Patterns, pattern => pattern.Matches(kind, objectNamespace, name));
}

/// <summary>Stands for objects that the build does not emit. In each part a star stands for any run of characters; case does not count.</summary>
/// <param name="Kind">Their kind, like <c>Secret</c>.</param>
/// <param name="Name">Their name; null where it is one that is not known.</param>
/// <param name="Namespace">Their namespace; null for all.</param>
public sealed record ExternalObjectPattern(string Kind, string? Name, string? Namespace = null)
{
    private const string Any = "*";

    /// <summary>Reads <c>Kind/name</c> or <c>Kind/namespace/name</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reason">What is wrong with it; empty for nothing.</param>
    /// <returns>The pattern; null where something is wrong.</returns>
    public static ExternalObjectPattern? Parse(string text, out string reason)
    {
        var parts = text.Split('/');
        reason = parts.Length is not (2 or 3) || parts.Any(part => part.Length == 0) ? "an object is Kind/name or Kind/namespace/name, like Secret/db"
            : !parts[0].All(c => IsAlphanumeric(c) || c == '*') ? $"'{parts[0]}' is no kind: write it as in a manifest, without version or group"
            : parts.Skip(1).FirstOrDefault(part => !part.All(c => IsAlphanumeric(c) || c is '-' or '.' or ':' or '*')) is { } name ? $"'{name}' is no name of a Kubernetes object"
            : "";
        return reason.Length > 0 ? null : new(parts[0], parts[parts.Length - 1], parts.Length == 3 ? parts[1] : null);
    }

    internal Truth Matches(string kind, Node objectNamespace, Node name)
    {
        if (!Glob.Matches(Kind, kind, kind.Length))
        {
            return false;
        }

        var isNamespace = Namespace is null or Any ? Truth.True : objectNamespace.IsOmitted().IsTrue ? Truth.Unknown : Matches(Namespace, objectNamespace);
        return isNamespace & Matches(Name, name);
    }

    private static Truth Matches(string? pattern, Node node) =>
        pattern == Any ? Truth.True
        : pattern is null || node is Unknown ? Truth.Unknown
        : node.Text() is { } text && Glob.Matches(pattern, text, text.Length);

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
