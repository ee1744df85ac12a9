"""Sees to it that all contenders write the same data, before anything is timed."""

import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Callable, Iterator

from . import measuring
from .contenders import KUBERNETES_YAML, OBJECTS, Contender
from .workbench import NPM, Workbench

N = 2


def verify(bench: Workbench, everyone: list[Contender], outputs: Path) -> None:
    """Parses what each contender writes with the same parser, and compares object by object with what the objects layout holds."""
    written = {contender.name: _objects(bench, contender, outputs) for contender in everyone if contender.emits}
    expected = written[OBJECTS]
    if len(expected) != 7 * N:
        sys.exit(f"{OBJECTS} wrote {len(expected)} objects for N = {N}, not {7 * N}.")
    failures = []
    for name, actual in written.items():
        known = KUBERNETES_YAML_DIFFERENCES if name == KUBERNETES_YAML else {}
        failures += [f"{name}: {difference}" for difference in _differences(expected, actual, known)]
    if failures:
        sys.exit("The contenders do not write the same data:\n" + "\n".join(failures[:40]))
    print(f"All write the same {7 * N} objects for N = {N}.", file=sys.stderr)


def _objects(bench: Workbench, contender: Contender, outputs: Path) -> dict[str, dict]:
    _, folder = measuring.run(contender, N, outputs)
    command = [bench.node, str(NPM / "yaml-to-json.js"), *(str(file) for file in sorted(folder.glob("*.yaml")))]
    documents = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    objects = {f"{document['kind']}/{document['metadata']['name']}": document for document in documents}
    if len(objects) != len(documents):
        sys.exit(f"{contender.name} writes an object twice.")
    return objects


def _differences(expected: object, actual: object, known: dict[str, Callable[[object, object], bool]], path: str = "") -> Iterator[str]:
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in expected.keys() | actual.keys():
            yield from _differences(expected.get(key, MISSING), actual.get(key, MISSING), known, f"{path}.{key}" if path else key)
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for index, pair in enumerate(zip(expected, actual)):
            yield from _differences(*pair, known, f"{path}[{index}]")
    # A number is not the text of it, and 1 is not true.
    elif (type(expected), expected) != (type(actual), actual) and not any(
            re.search(pattern, path) and is_same(expected, actual) for pattern, is_same in known.items()):
        yield f"{path} is {actual!r}, not {expected!r}"


class _Missing:
    def __repr__(self) -> str:
        return "missing"


MISSING = _Missing()


def _is_same_number(expected: object, actual: object) -> bool:
    return isinstance(expected, str) and isinstance(actual, (int, float)) and re.fullmatch(r"[0-9.]+", expected) is not None \
        and Decimal(expected) == Decimal(str(actual))


# By the path, as a pattern: when two values count as the same all the same.
KUBERNETES_YAML_DIFFERENCES: dict[str, Callable[[object, object], bool]] = {
    # It writes a quantity without a suffix without quotation marks, so that parsers read a number. The API takes both.
    r"\.resources\.(limits|requests)\.\w+$": _is_same_number,
}
