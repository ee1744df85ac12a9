#!/usr/bin/env python3
"""Compares how long N microservices (benchmarks/Microservices) take to become YAML: with this project, with Pkl's native binary, with cdk8s and
with KubernetesYaml.SerializeAll. Needs Linux, the .NET 10 SDK, Node.js with npm, and Python 3.9 or newer; docs/performance.md says the rest."""

import argparse
import sys
import tempfile
from pathlib import Path

from comparison import report, verification, workbench
from comparison.contenders import contenders
from comparison.measuring import measure


def main() -> None:
    """Prepares, verifies, measures, reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=_positive, nargs="+", default=[1, 10, 100, 1000], metavar="N", help="how many microservices (default: %(default)s)")
    parser.add_argument("--rounds", type=_positive, default=11, help="how often everyone runs for each N, after a warm-up (default: %(default)s)")
    parser.add_argument("--quick", action="store_true", help="three rounds")
    parser.add_argument("--no-build", action="store_true", help="measure what an earlier run built")
    parser.add_argument("--markdown", action="store_true", help="write the report into docs/performance.md as well")
    options = parser.parse_args()
    rounds = 3 if options.quick else options.rounds

    bench = workbench.prepare(build=not options.no_build)
    everyone = contenders(bench)
    # Nothing is deleted before all is measured: ext4 makes files several times slower for a while after as many were deleted.
    with tempfile.TemporaryDirectory(dir=workbench.WORK) as folder:
        outputs = Path(folder)
        verification.verify(bench, everyone, outputs)
        results = {n: measure(everyone, n, rounds, outputs) for n in options.n}

    text = report.report(results, workbench.versions(bench), rounds)
    print(text)
    if options.markdown:
        report.write_into(workbench.REPOSITORY / "docs" / "performance.md", "compare.py", text)


def _positive(text: str) -> int:
    if not (text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"'{text}' is no positive number")
    return int(text)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
