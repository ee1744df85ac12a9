"""What a user waits for at `dotnet build`, with all that the package does there and without: with it as a library of the fluent methods and nothing more."""

import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict

from comparison.measuring import Run, Series
from comparison.workbench import REPOSITORY, VERSION, run_tool, write_text

from .compilers import CONSUMERS

WITH = "with the package"
WITHOUT = "with its library alone"
EXAMPLE = REPOSITORY / "examples" / "OnlineBoutique"

# Without its targets nobody adds the global usings.
PROJECT = """
    <Project Sdk="Microsoft.NET.Sdk">
      <ItemGroup>
        <PackageReference Include="K8sSharpManifests" Version="{version}" ExcludeAssets="{excluded}" />
        <Using Include="{usings}" />
      </ItemGroup>
    </Project>
    """


def measure(dotnet: str, rounds: int) -> dict[str, Series]:
    """Builds the example in turns; a file is edited before each."""
    folders = {}
    for name, excluded in ((WITH, "none"), (WITHOUT, "analyzers;build;buildTransitive")):
        folder = folders[name] = CONSUMERS / f"OnlineBoutique-{'without' if name == WITHOUT else 'with'}" / "OnlineBoutique"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for file in EXAMPLE.glob("*.cs"):
            shutil.copy(file, folder)
        write_text(folder / "OnlineBoutique.csproj", PROJECT.format(version=VERSION, excluded=excluded, usings="k8s;k8s.Models;K8sSharpManifests"))
        run_tool("restore the example", dotnet, "restore", folder)

    runs = defaultdict(list)
    for index in range(-1, rounds):
        for name in [WITH, WITHOUT][::-1 if index % 2 else 1]:
            file = folders[name] / "Frontend.cs"
            file.write_text(f"{(EXAMPLE / 'Frontend.cs').read_text()}// Edit {index}.\n")
            run = _build(dotnet, folders[name])
            if index >= 0:
                runs[name].append(run)
        print(f"dotnet build: round {index + 1} of {rounds}", file=sys.stderr)
    return {name: Series(runs[name]) for name in (WITHOUT, WITH)}


def _build(dotnet: str, folder) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen([dotnet, "build", "--no-restore"], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"The example does not build in {folder}.")
    return Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)
