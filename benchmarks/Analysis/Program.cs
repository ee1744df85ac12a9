using System.Diagnostics;
using Analysis;
using Microsoft.CodeAnalysis;

// What is measured, how many rounds, and the response files of the projects to measure it with.
if (args is not [var what, var number, .. { Length: > 0 } files] || !int.TryParse(number, out var rounds))
{
    Console.Error.WriteLine("Usage: Analysis edit|edit-operator|edit-ordinary|rules|parts|generator|profile-parts|profile-generator <rounds> <response file>…");
    return 2;
}

foreach (var project in files.Select(file => new UserProject(file)))
{
    switch (what)
    {
        case "edit":
            new Editing(project, "Team", "info").Run("edit", hasFindings: true, rounds);
            break;
        case "edit-operator":
            new Editing(project, "Operator", "info").Run("edit operator", hasFindings: true, rounds);
            break;
        case "edit-ordinary":
            new Editing(project, "Ordinary", "info").Run("edit ordinary", hasFindings: false, rounds);
            break;
        case "rules":
            new Judging(project).Run(rounds);
            break;
        case "parts":
            new Parts(project).Run(warmUps: Math.Max(2, 100 / project.Files.Length), rounds);
            break;
        case "generator":
            new Generating(project).Run(rounds);
            break;
        case "profile-parts":
            new Parts(project).Run(warmUps: 0, rounds);
            break;
        case "profile-generator":
            for (var i = 0; i < rounds; i++)
            {
                new Generating(project).First(IncrementalGeneratorOutputKind.None);
            }

            break;
        default:
            throw new UnreachableException();
    }
}

return 0;
