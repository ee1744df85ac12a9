namespace K8sSharpManifests.Yaml;

/// <summary>What is said in more than one place.</summary>
internal static class Messages
{
    public const string Separator =
        "a line that starts with '---' separates documents, and kubectl takes nothing but a comment behind it: put the rest on a line of its own.";

    public const string TooDeep = "this nests deeper than any Kubernetes object does, and is not read: look whether brackets are closed.";

    public static string DuplicateKey(string key) =>
        $"the key '{key}' stands here for the second time; kubectl takes this value and forgets the first, and a strict parser refuses both: take one away.";
}
