namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What messages call a type.</summary>
internal static class TypeNames
{
    /// <summary>Of <c>V1ServicePort</c>, ServicePort.</summary>
    public static string Spoken(string type)
    {
        var end = 0;
        while (end < type.Length - 1 && !(char.IsUpper(type[end + 1]) && (char.IsDigit(type[end]) || end > 0) && VersionEnds(type, end)))
        {
            end++;
        }

        return end >= type.Length - 1 ? type : type.Substring(end + 1);
    }

    // Names begin with a group and a version, such as Corev1 or V1beta1.
    private static bool VersionEnds(string type, int end) => char.IsDigit(type[end]);
}
