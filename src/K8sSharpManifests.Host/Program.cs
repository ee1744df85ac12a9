using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using K8sSharpManifests.Host;
using K8sSharpManifests.Host.Publishing;

// The build starts this program with the user's deps.json, so that the user's own packages are found. It answers through a file only:
// what a manifest prints, and what the processes print that it starts, must not reach the build as ours.
switch (args)
{
    case ["publish", ['@', .. var question]]:
        PublishPlan.Run(question);
        return 0;
    case not [['@', ..]]:
        Console.Error.WriteLine("This program is run by 'dotnet build'. It takes one argument, @response-file, and for 'dotnet publish' the word publish before it.");
        return 2;
}

var own = Path.GetDirectoryName(typeof(HostOptions).Assembly.Location)!;
if (OwnContext.HasRun(own, args))
{
    return 0;
}

var options = HostOptions.Read(args[0][1..]);

// What runs the user's code finds assemblies beside the user's, and what reads the manifests before beside itself. What must not run it looks beside itself and in its own package only.
string[] folders = options.RunsMembers ? [Path.GetDirectoryName(options.Assembly)!, own, Path.Combine(own, "..")] : [own, Path.Combine(own, ".."), Path.Combine(own, "../../lib/net10.0"), Path.Combine(own, "../../../lib/net10.0")];
AssemblyLoadContext.Default.Resolving += (context, name) =>
    folders.Select(folder => Path.GetFullPath(Path.Combine(folder, name.Name + ".dll"))).FirstOrDefault(File.Exists) is { } path ? context.LoadFromAssemblyPath(path) : null;

if (options.RunsMembers)
{
    // What goes to the standard error the build shows at once. That is for us.
    Console.SetError(new PrintedError());

    // Manifests that read a file beside their assembly ask this.
    AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", folders[0] + Path.DirectorySeparatorChar);
    WarmUp.Start();
}

Run(options);

// A thread that a manifest started and left running must not keep the build waiting.
Environment.Exit(0);
return 0;

// Apart, so that no type of Emission or the DSL is asked for before the lines above have said where it is.
[MethodImpl(MethodImplOptions.NoInlining)]
static void Run(HostOptions options) => BuildRun.Run(options, ownsProcess: true);
