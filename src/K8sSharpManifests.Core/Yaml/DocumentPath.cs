using System.Globalization;
using System.Text;

namespace K8sSharpManifests.Core;

/// <summary>Where a walk through a document is. It costs two stores a step; the text is made only when a failure asks for it.</summary>
internal sealed class DocumentPath
{
    // A key, or null and an index, for each level.
    private (string? Key, int Index)[] _steps = new (string?, int)[32];

    /// <summary>How deep the walk is; 0 is the document itself.</summary>
    public int Depth { get; private set; }

    /// <summary>Goes one level down, to no key yet.</summary>
    public void Enter()
    {
        if (Depth == _steps.Length)
        {
            Array.Resize(ref _steps, 2 * Depth);
        }

        Depth++;
    }

    /// <summary>Goes one level up.</summary>
    public void Leave() => Depth--;

    /// <summary>Goes back to the document itself.</summary>
    public void Reset() => Depth = 0;

    /// <summary>Goes to a key of the level.</summary>
    /// <param name="key">The key.</param>
    public void At(string key) => _steps[Depth - 1] = (key, 0);

    /// <summary>Goes to an item of the level.</summary>
    /// <param name="index">Its index.</param>
    public void At(int index) => _steps[Depth - 1] = (null, index);

    /// <summary>The path as people write it.</summary>
    /// <returns>As in <c>spec.containers[0].env[1].value</c> or <c>metadata.labels["app.kubernetes.io/name"]</c>.</returns>
    public override string ToString()
    {
        var path = new StringBuilder();
        for (var i = 0; i < Depth; i++)
        {
            var (key, index) = _steps[i];
            if (key is null)
            {
                path.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else if (IsSimple(key))
            {
                path.Append(i == 0 ? "" : ".").Append(key);
            }
            else
            {
                path.Append("[\"").Append(key).Append("\"]");
            }
        }

        return path.ToString();
    }

    private static bool IsSimple(string key)
    {
        foreach (var c in key)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '$'))
            {
                return false;
            }
        }

        return key.Length > 0;
    }
}
