#!/usr/bin/env python3
"""Measures what the analyzers and the generator add to the compiler: to csc for N workloads, cold and in a compiler server, and to the diagnostics of one file
that is edited; and to a `dotnet build`. Needs Linux, the .NET 10 SDK, and Python 3.9 or newer; docs/performance.md says the rest."""

import argparse
import statistics
import sys
from collections import defaultdict

from comparison import report, workbench
from comparison.measuring import Series
from compilation import builds, compilers, rules, tables
from compilation.compilers import VARIANTS, Compiler, Project, Server

EDITED = 400
WEB_FILES = 500
WARM_UPS = 5


def main() -> None:
    """Prepares, measures, reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, nargs="+", default=[10, 100, 1000], metavar="N", help="how many workloads (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=9, help="how often each is compiled, after a warm-up (default: %(default)s)")
    parser.add_argument("--no-build", action="store_true", help="measure the package that an earlier run packed")
    parser.add_argument("--markdown", action="store_true", help="write the report into docs/performance.md as well")
    options = parser.parse_args()

    dotnet = workbench.find_tool("dotnet", "the .NET 10 SDK")
    if not options.no_build:
        # The machine code for the host is no part of what is measured, and takes minutes.
        workbench.pack(dotnet, "-p:ReadyToRunRuntimes=linux-x64")
        workbench.write_consumer_files(dotnet, compilers.CONSUMERS)
        workbench.run_tool("build the analysis", dotnet, "build", workbench.BENCHMARKS / "Analysis", "-c", "Release", "-v:quiet")
        rules.build(dotnet)
    projects = {n: compilers.prepare(dotnet, n) for n in {*options.n, 10, 100, EDITED, 1000, 5000}}
    more = compilers.prepare(dotnet, EDITED, has_more=True)
    web = compilers.prepare_web(dotnet, WEB_FILES)
    cold = Compiler(dotnet)
    results = {n: {"cold": measure(cold, projects[n], options.rounds)} for n in options.n}
    of_web = {"cold": measure(cold, web, options.rounds)}
    server = Server(dotnet)
    try:
        for n in options.n:
            results[n]["warm"] = measure(server, projects[n], options.rounds, WARM_UPS)
        of_web["warm"] = measure(server, web, options.rounds, WARM_UPS)
        client = statistics.median(server.client() for _ in range(options.rounds))
    finally:
        server.close()

    largest = projects[max(options.n)]
    sdk = workbench.run_tool("ask for the version", dotnet, "--version").strip()
    text = tables.report(
        f".NET SDK {sdk}, {cold.version(largest)}", options.rounds, projects, results, {WEB_FILES: of_web}, builds.measure(dotnet, options.rounds), client,
        {name: cold.run(largest, name, "/reportanalyzer")[1] for name in (compilers.ANALYZERS, compilers.GENERATOR, compilers.BOTH)}, largest.workloads,
        in_process(dotnet, projects, more))
    print(text)
    if options.markdown:
        report.write_into(workbench.REPOSITORY / "docs" / "performance.md", "analysis.py", text)


def measure(compiler: Compiler, project: Project, rounds: int, warm_ups: int = 1) -> dict[str, Series]:
    """Compiles in turns, so that what disturbs the machine for a while disturbs all; a file is edited before each."""
    runs = defaultdict(list)
    names = list(VARIANTS)
    for index in range(-warm_ups, rounds):
        # Who follows whom changes from round to round.
        shift = index % len(names)
        for name in names[shift:] + names[:shift]:
            project.edit()
            run, _ = compiler.run(project, name)
            if index >= 0:
                runs[name].append(run)
        print(f"N = {project.workloads}: round {index + 1} of {rounds}", file=sys.stderr)
    return {name: Series(runs[name]) for name in names}


def in_process(dotnet: str, projects: dict[int, Project], more: Project) -> dict[str, dict[str, list[float]]]:
    """What benchmarks/Analysis prints: for each table, the values of its rows."""
    program = workbench.BENCHMARKS / "Analysis" / "bin" / "Release" / "net10.0" / "Analysis.dll"
    found: dict[str, dict[str, list[float]]] = defaultdict(dict)

    def read(output: str) -> None:
        for line in output.splitlines():
            table, row, *values = line.split("\t")
            found[table][row] = [float(value) for value in values]

    for what, rounds, measured in (
            ("edit", 60, [projects[EDITED]]), ("edit-operator", 40, [more]), ("edit-ordinary", 40, [more]),
            ("parts", 20, [projects[10], projects[100]]), ("parts", 4, [projects[1000], projects[5000]]), ("generator", 4, [projects[1000]])):
        for project in measured:
            # Each in a process of its own: what an earlier size has warmed up would favour a later one.
            print(f"In one process: {what}, N = {project.workloads}", file=sys.stderr)
            read(workbench.run_tool(f"measure {what}", dotnet, program, what, rounds, project.responses[compilers.NEITHER]))
    for analysis in (program, rules.PROGRAM):
        read(workbench.run_tool("measure the rules", dotnet, analysis, "rules", 40, projects[EDITED].responses[compilers.NEITHER]))
    return found


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
