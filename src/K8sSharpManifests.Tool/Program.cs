using K8sSharpManifests.Tool;

return await CommandLine.Run(args, Terminal.OfProcess());
