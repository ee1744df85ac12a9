#!/usr/bin/env python3
"""Measures how long 'k8ssharp lint' takes for N documents (benchmarks/Microservices, written by KubernetesYaml) in one file and in a file each.
Needs Linux, the .NET 10 SDK, and Python 3.9 or newer; docs/performance.md says the rest."""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from comparison.report import ms, table
from comparison.workbench import BENCHMARKS, REPOSITORY, WORK, find_tool, run_tool

TOOL = REPOSITORY / "src" / "K8sSharpManifests.Tool" / "bin" / "Release" / "net10.0" / "K8sSharpManifests.Tool.dll"
WRITER = BENCHMARKS / "KubernetesYaml" / "bin" / "Release" / "net10.0" / "KubernetesYaml.dll"
DOCUMENTS_OF_ONE = 7
FOLDERS = 50


def main() -> None:
    """Builds, writes the documents, measures, prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, nargs="+", default=[100, 1000, 10000, 20000], metavar="N", help="how many documents (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each runs, after a warm-up (default: %(default)s)")
    parser.add_argument("--no-build", action="store_true", help="measure what an earlier run built")
    options = parser.parse_args()

    dotnet = find_tool("dotnet", "the .NET 10 SDK")
    if not options.no_build:
        for project in ("src/K8sSharpManifests.Tool", "benchmarks/KubernetesYaml"):
            run_tool(f"build {project}", dotnet, "build", project, "-c", "Release")

    rows = []
    for n in options.n:
        documents = _documents(dotnet, n)
        one, many = WORK / "lint" / f"{n}.yaml", WORK / "lint" / str(n)
        one.write_text("---\n".join(documents))
        _write_files(many, documents)
        for name, path in (("one file", one), ("a file each", many)):
            walls, cpu, peak = _measure([dotnet, str(TOOL), "lint", str(path), "--format", "json", "--fail-on", "never"], options.rounds)
            rows.append([f"{n}, {name}", ms(statistics.median(walls)), f"{ms(min(walls))} – {ms(max(walls))}", ms(cpu), f"{peak:.0f} MB"])

    print(table(["documents", "median", "min – max", "CPU", "peak memory"], rows))


def _documents(dotnet: str, n: int) -> list[str]:
    """The text of N objects, without separators."""
    file = WORK / "lint" / "source.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    run_tool("write the documents", dotnet, WRITER, -(-n // DOCUMENTS_OF_ONE), file)
    documents = [text + "\n" for text in file.read_text().removeprefix("---\n").rstrip("\n").split("\n---\n")]
    if len(documents) < n:
        sys.exit(f"There are {len(documents)} documents, not {n}.")
    return documents[:n]


def _write_files(folder: Path, documents: list[str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for index, text in enumerate(documents):
        file = folder / str(index % FOLDERS) / f"{index}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def _measure(command: list[str], rounds: int) -> tuple[list[float], float, float]:
    """Seconds by the clock of each run, the median of the seconds of all cores, and the most memory of any, in MB."""
    walls, cpus, peak = [], [], 0.0
    for index in range(rounds + 1):
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=WORK, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"Exit code {process.returncode}: {' '.join(command)}")
        if index > 0:
            walls.append(wall)
            cpus.append(usage.ru_utime + usage.ru_stime)
        peak = max(peak, usage.ru_maxrss * 1024 / 1e6)
    return walls, statistics.median(cpus), peak


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
