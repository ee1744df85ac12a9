#!/usr/bin/env python3
"""Measures what more environments cost a run of the host: examples/OnlineBoutique for one environment and for three, in turns, each a process of its own as the build starts it.
Needs Linux, the .NET 10 SDK, and Python 3.9 or newer; docs/performance.md says the rest."""

import argparse
import os
import shutil
import statistics
import subprocess
import time
from pathlib import Path

from comparison.report import table
from comparison.workbench import REPOSITORY, VERSION, WORK, find_tool, pack, run_tool, write_consumer_files, write_text

FOLDER = WORK / "environments"
PROJECT = FOLDER / "OnlineBoutique"
INTERMEDIATE = PROJECT / "obj" / "Release" / "net10.0"
ENVIRONMENTS = {"one": "prod", "three": "dev,staging,prod"}


def main() -> None:
    """Packs, builds, measures, prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=25, help="how many processes for each (default: %(default)s)")
    parser.add_argument("--no-pack", action="store_true", help="take the package that an earlier run has packed")
    options = parser.parse_args()

    dotnet = find_tool("dotnet", "the .NET 10 SDK")
    if not options.no_pack:
        pack(dotnet)
    write_consumer_files(dotnet, FOLDER)
    write_text(PROJECT / "OnlineBoutique.csproj", f"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <ManifestEnvironments>dev;staging;prod</ManifestEnvironments>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="K8sSharpManifests" Version="{VERSION}" />
            <Compile Include="{REPOSITORY / 'examples' / 'OnlineBoutique'}/*.cs" />
          </ItemGroup>
        </Project>
        """)
    run_tool("build OnlineBoutique against the package", dotnet, "build", PROJECT, "-c", "Release")
    host = run_tool("find the host", dotnet, "msbuild", PROJECT, "-getProperty:ManifestHostPath").strip()

    commands = {name: _command(dotnet, host, name, environments) for name, environments in ENVIRONMENTS.items()}
    for name, command in commands.items():
        _run(name, command)
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(options.rounds):
        for name, command in commands.items():
            runs[name].append(_run(name, command))

    one = [statistics.median(run[i] for run in runs["one"]) for i in range(2)]
    rows = []
    for name in commands:
        clock, cpu = (statistics.median(run[i] for run in runs[name]) for i in range(2))
        rows.append([name, f"{clock:.0f} ms", f"{cpu:.0f} ms", f"{clock / one[0]:.2f}", f"{cpu / one[1]:.2f}"])
    print(table(["environments", "clock", "CPU", "× one, clock", "× one, CPU"], rows))


def _command(dotnet: str, host: str, name: str, environments: str) -> list[str]:
    changed = {"environments": environments, "output": f"{PROJECT / name}/"}
    lines = (INTERMEDIATE / "k8s.rsp").read_text(encoding="utf-8").splitlines()
    response = PROJECT / f"{name}.rsp"
    response.write_text("\n".join(f"{key}={changed.get(key, value)}" for key, _, value in (line.partition("=") for line in lines)), encoding="utf-8")
    return [dotnet, "exec", "--depsfile", str(PROJECT / "bin" / "Release" / "net10.0" / "OnlineBoutique.deps.json"),
            "--runtimeconfig", str(INTERMEDIATE / "k8s.runtimeconfig.json"), host, f"@{response}"]


def _run(name: str, command: list[str]) -> tuple[float, float]:
    shutil.rmtree(PROJECT / name, ignore_errors=True)
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=PROJECT)
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 or len(list((PROJECT / name).iterdir())) != len(ENVIRONMENTS[name].split(",")):
        raise SystemExit(f"the run for {name} failed: {(INTERMEDIATE / 'k8s.messages').read_text(encoding='utf-8')}")
    return clock * 1000, (usage.ru_utime + usage.ru_stime) * 1000


if __name__ == "__main__":
    main()
