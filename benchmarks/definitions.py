#!/usr/bin/env python3
"""Measures what the types of a file with CustomResourceDefinitions cost the compiler (benchmarks/Definitions): a process without them and one with them, in turns.
Needs the .NET 10 SDK, and Python 3.9 or newer; docs/performance.md says the rest."""

import argparse
import statistics
import subprocess
from pathlib import Path

from comparison.report import table
from comparison.workbench import BENCHMARKS, find_tool, run_tool

PROGRAM = BENCHMARKS / "Definitions" / "bin" / "Release" / "net10.0" / "Definitions.dll"


def main() -> None:
    """Builds, measures, prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("definitions", type=Path, nargs="+", help="files with definitions, like prometheuses.monitoring.coreos.com.yaml")
    parser.add_argument("--rounds", type=int, default=5, help="how many processes for each (default: %(default)s)")
    parser.add_argument("--no-build", action="store_true", help="measure what an earlier run built")
    options = parser.parse_args()

    dotnet = find_tool("dotnet", "the .NET 10 SDK")
    if not options.no_build:
        run_tool("build benchmarks/Definitions", dotnet, "build", "benchmarks/Definitions", "-c", "Release")

    rows = []
    for path in options.definitions:
        without, with_types = [], []
        for _ in range(options.rounds):
            without.append(_run(dotnet, "-"))
            with_types.append(_run(dotnet, str(path)))
        cost = [statistics.median(run[i] for run in with_types) - statistics.median(run[i] for run in without) for i in range(1, 4)]
        rows.append([path.name, f"{with_types[0][0]:.0f}", *(f"{value:.0f} ms" for value in cost)])
    print(table(["definition", "lines", "cold", "warm", "edit of a manifest"], rows))


def _run(dotnet: str, definitions: str) -> list[float]:
    return [float(word) for word in subprocess.run([dotnet, str(PROGRAM), definitions], check=True, capture_output=True, text=True).stdout.split()]


if __name__ == "__main__":
    main()
