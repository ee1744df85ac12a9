"""Runs processes, one at a time, and takes what the kernel says of each."""

import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from .contenders import OBJECTS, Contender, sizes_file
from .workbench import WORK


@dataclass(frozen=True)
class Run:
    """One process: seconds by the clock, seconds of all cores, and the most memory that it had, in MB."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True)
class Series:
    """The runs of one contender for one N."""

    runs: list[Run]

    @property
    def median(self) -> float:
        return statistics.median(run.wall for run in self.runs)

    @property
    def fastest(self) -> float:
        return min(run.wall for run in self.runs)

    @property
    def slowest(self) -> float:
        return max(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak(self) -> float:
        return max(run.peak for run in self.runs)


def run(contender: Contender, n: int, outputs: Path) -> tuple[Run, Path]:
    """Runs a contender into a new folder below that of all outputs, and says where."""
    folder = Path(tempfile.mkdtemp(dir=outputs))
    command = contender.command(n, folder)
    # What an earlier process left to be written must not slow this one down.
    os.sync()
    with (WORK / "stderr").open("w+") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=WORK, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            sys.exit(f"{contender.name} failed for N = {n} (exit code {process.returncode}): {shlex.join(command)}\n{errors.read()}{_messages()}")
    # The kernel counts from before the exec: it is never less than the most that this script had, so this script must stay small.
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6), folder


def measure(everyone: list[Contender], n: int, rounds: int, outputs: Path) -> dict[str, Series]:
    """Warms up, then runs everyone once a round, so that what disturbs the machine for a while disturbs all."""
    for contender in sorted(everyone, key=lambda c: c.name != OBJECTS):
        _, folder = run(contender, n, outputs)
        if contender.name == OBJECTS:
            sizes_file(n).write_text("".join(f"{file.stat().st_size}\n" for file in folder.iterdir()))
        if contender.emits and (count := _objects(folder)) != 7 * n:
            sys.exit(f"{contender.name} wrote {count} objects for N = {n}, not {7 * n}.")

    runs: dict[str, list[Run]] = {contender.name: [] for contender in everyone}
    for index in range(rounds):
        # Who follows whom changes from round to round.
        shift = index % len(everyone)
        for contender in everyone[shift:] + everyone[:shift]:
            runs[contender.name].append(run(contender, n, outputs)[0])
        print(f"N = {n}: round {index + 1} of {rounds}", file=sys.stderr)
    return {name: Series(series) for name, series in runs.items()}


def _objects(folder: Path) -> int:
    count = 0
    for file in folder.glob("*.yaml"):
        with file.open("rb") as lines:
            count += sum(line.startswith(b"kind: ") for line in lines)
    return count


def _messages() -> str:
    file = WORK / "k8s.messages"
    return file.read_text() if file.exists() else ""
