"""Makes tables of what was measured, and says which aims are met."""

import re
from pathlib import Path

from .contenders import CDK8S, CDK8S_SINGLE, HELLO, KUBERNETES_YAML, PKL, SINGLE
from .measuring import Series

Results = dict[int, dict[str, Series]]

# The docs hold the report of a script between these two.
START, END = "<!-- {script} writes from here -->", "<!-- to here -->"


def report(results: Results, versions: str, rounds: int) -> str:
    """The whole report, as Markdown that reads well in a terminal."""
    parts = [f"{versions}; medians of {rounds} rounds."]
    parts += [f"### N = {n}: {7 * n:,} objects\n\n{_measured(series)}" for n, series in results.items()]
    if aims := _aims(results):
        parts.append("### Aims\n\n" + table(["aim", "", "measured", ""], aims))
    return "\n\n".join(parts) + "\n"


def write_into(docs: Path, script: str, text: str) -> None:
    """Puts the report in the place that the docs keep for it."""
    old = docs.read_text()
    new = re.sub(f"(?<={re.escape(START.format(script=script))}\n).*?(?={re.escape(END)})", lambda _: f"\n{text}\n", old, flags=re.DOTALL)
    docs.write_text(new)


def _measured(series: dict[str, Series]) -> str:
    single = series[SINGLE].median
    return table(
        ["", "median", "min – max", "CPU", "× single", "peak memory"],
        [[name, ms(s.median), f"{ms(s.fastest, '')} – {ms(s.slowest)}", ms(s.cpu), f"{s.median / single:.2f}", f"{s.peak:.0f} MB"]
         for name, s in series.items()])


def _aims(results: Results) -> list[list[str]]:
    aims = []

    def aim(what: str, limit: str, measured: str, is_met: bool) -> None:
        aims.append([what, limit, measured, "met" if is_met else "**not met**"])

    if 1000 in results:
        at = results[1000]
        for name, factor in ((PKL, 1), (CDK8S, 8), (CDK8S_SINGLE, 8), (KUBERNETES_YAML, 12)):
            ratio = at[name].median / at[SINGLE].median
            aim(f"N = 1000: times as fast as {name}", f"≥ {factor} times", f"{ratio:.2f} times", ratio >= factor)
        aim("N = 1000: peak memory", "< 150 MB", f"{at[SINGLE].peak:.0f} MB", at[SINGLE].peak < 150)
    if 10 in results:
        ratio = results[10][SINGLE].median / results[10][HELLO].median
        aim(f"N = 10: times a bare {HELLO}", "≤ 3 times", f"{ratio:.2f} times", ratio <= 3)
    if {10, 100, 1000} <= results.keys():
        t10, t100, t1000 = (results[n][SINGLE].median for n in (10, 100, 1000))
        # Ten times as many more take ten times as long; a fifth above that is noise.
        ratio = (t1000 - t100) / (t100 - t10)
        aim("linear: (t₁₀₀₀ − t₁₀₀) / (t₁₀₀ − t₁₀)", "≤ 12", f"{ratio:.1f}", 0 < ratio <= 12)
    return aims


def ms(seconds: float, unit: str = " ms") -> str:
    """Seconds as milliseconds."""
    return f"{seconds * 1000:.0f}{unit}"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown."""
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]

    def line(cells: list[str]) -> str:
        # The first column is text, the others are figures.
        padded = [cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(zip(cells, widths))]
        return f"| {' | '.join(padded)} |"

    rule = ["-" * width if column == 0 else "-" * (width - 1) + ":" for column, width in enumerate(max(w, 2) for w in widths)]
    return "\n".join([line(head), f"| {' | '.join(rule)} |", *(line(row) for row in rows)])
