using K8sSharpManifests.FolderAnalysis;

if (Arguments.Parse(args, out var problem) is not { } arguments)
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

var report = await new Analysis(arguments).Run();
report.Write(Console.Out);
return report.Thrown.Count == 0 ? 0 : 1;
