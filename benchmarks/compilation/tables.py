"""Makes tables of what was measured, and says which aims are met."""

import re

from comparison.measuring import Series
from comparison.report import ms, table

from .compilers import ANALYZERS, BOTH, NEITHER, Project

Results = dict[int, dict[str, dict[str, Series]]]
InProcess = dict[str, dict[str, list[float]]]


def report(
    versions: str, rounds: int, projects: dict[int, Project], results: Results, web: Results, builds: dict[str, Series], client: float, analyzer_reports: dict[str, str], reported: int,
    in_process: InProcess,
) -> str:
    """The whole report, as Markdown that reads well in a terminal."""
    parts = [f"{versions}; medians of {rounds} rounds. The client of the compiler server takes {ms(client)} by itself, which is not in the warm figures."]
    for n, by_kind in results.items():
        parts.append(f"### Compiling N = {n}: {projects[n].members:,} [Manifest] members\n\n{_compiled(by_kind, client)}")
    for files, by_kind in web.items():
        parts.append(f"### Compiling a web project of {files} files with five manifests\n\n{_compiled(by_kind, client)}")
    parts.append("### `dotnet build` of OnlineBoutique, 35 manifests, after an edit\n\n" + _built(builds))
    parts.append(f"### What /reportanalyzer says, cold, N = {reported}\n\n{_reported(analyzer_reports)}")
    parts.append("### One edited file of 52 manifests, of 20 such files\n\n" + table(["", "median", "of the compiler's"], _edited(in_process["edit"])))
    parts.append("### One edited file of 3,000 lines, beside 20 files of manifests\n\n" + _edited_more(in_process))
    parts.append("### Each manifest, on one thread\n\n" + _parts(in_process))
    parts.append("### The rules alone, each manifest\n\n" + table(
        ["", "median", "allocated"], [[f"{count} rules", f"{time:.1f} µs", f"{allocated:.1f} kB"] for count, (time, allocated) in in_process["rules"].items()]))
    parts.append("### The catalog, N = 1000\n\n" + table(["", "median"], [[name, f"{value:.1f} ms"] for name, [value] in in_process["generator"].items()]))
    parts.append("### Aims of the analysis\n\n" + table(["aim", "", "measured", ""], _aims(results, client, in_process)))
    return "\n\n".join(parts) + "\n"


def _compiled(by_kind: dict[str, dict[str, Series]], client: float) -> str:
    rows = []
    for kind, series in by_kind.items():
        own = client if kind == "warm" else 0
        base = series[NEITHER].median - own
        for name, s in series.items():
            time = s.median - own
            rows.append([
                f"{kind}, {name}", ms(time), f"{ms(s.fastest - own, '')} – {ms(s.slowest - own)}", ms(s.cpu),
                "" if name == NEITHER else f"{time / base - 1:+.0%}", "" if name == NEITHER else f"{1 - base / time:.0%}"])
    return table(["", "median", "min – max", "CPU", "adds", "share"], rows)


def _built(builds: dict[str, Series]) -> str:
    base = next(iter(builds.values())).median
    return table(["", "median", "min – max", "CPU", "adds"], [
        [name, ms(s.median), f"{ms(s.fastest, '')} – {ms(s.slowest)}", ms(s.cpu), ms(s.median - base)] for name, s in builds.items()])


def _reported(reports: dict[str, str]) -> str:
    rows = []
    for name, text in reports.items():
        for time, what in re.findall(r"^\s+([\d.]+|<0\.001)\s+[<\d]+\s+K8sSharpManifests\.\w+\.(\w+)", text, re.MULTILINE):
            rows.append([f"{name}: {what}", f"{time} s"])
    return table(["", "time"], rows)


def _edited(edit: dict[str, list[float]]) -> list[list[str]]:
    rows = [[name, f"{value:.1f} ms", f"{value / edit['compiler'][0]:.2f}"] for name, [value] in edit.items()]
    return rows + [[f"what the analyzers add{when}", f"{_extra(edit, when):.1f} ms", f"{_extra(edit, when) / edit['compiler'][0]:.2f}"]
                   for when in ("", " after compiler")]


def _edited_more(in_process: InProcess) -> str:
    rows = []
    for name, what in (("edit operator", "an operator, which makes models in its methods"), ("edit ordinary", "code without Kubernetes")):
        edit = in_process[name]
        compiler = edit["compiler"][0]
        rows.append([what, f"{compiler:.1f} ms", *(text for when in ("", " after compiler")
                                                  for text in (f"{_extra(edit, when):.1f} ms", f"{_extra(edit, when) / compiler:+.0%}"))])
    return table(["", "compiler", "analyzers add", "", "after compiler", ""], rows)


def _extra(edit: dict[str, list[float]], when: str = "") -> float:
    return edit[f"analyzers{when}"][0] - edit[f"driver{when}"][0]


def _parts(in_process: InProcess) -> str:
    sizes = [name for name in in_process if name.startswith("parts ")]
    names = list(in_process[sizes[0]])
    head = ["", *(f"of {int(size.split()[1]):,}" for size in sizes), "allocated"]
    rows = [[name, *(f"{in_process[size][name][0]:.0f} µs" for size in sizes), f"{in_process[sizes[-1]][name][1]:.1f} kB"] for name in names]
    return table(head, rows)


def _aims(results: Results, client: float, in_process: InProcess) -> list[list[str]]:
    rows = []

    def aim(what: str, limit: float, measured: float) -> None:
        rows.append([what, f"≤ {limit:.0%}", f"{measured:.0%}", "met" if measured <= limit else "**not met**"])

    if 1000 in results:
        for kind, limit, own in (("cold", 0.15, 0), ("warm", 0.25, client)):
            series = results[1000][kind]
            base = series[NEITHER].median - own
            aim(f"N = 1000, {kind}: analyzers and generator add", limit, (series[BOTH].median - own) / base - 1)
            aim(f"N = 1000, {kind}: the analyzers alone add", limit, (series[ANALYZERS].median - own) / base - 1)
    aim("an edited file: the analyzers add to the compiler's diagnostics", 0.2, _extra(in_process["edit"]) / in_process["edit"]["compiler"][0])
    sizes = sorted((int(name.split()[1]), name) for name in in_process if name.startswith("parts "))
    ours = {n: sum(in_process[name][part][0] for part in ("find roots", "evaluate", "judge and report")) for n, name in sizes}
    aim("linear: the time for each of the most manifests, against 2,600", 1.2, ours[sizes[-1][0]] / ours[2600])
    return rows
