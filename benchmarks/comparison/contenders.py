"""The contenders: how each is started for N microservices, and where it writes."""

from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from .workbench import BENCHMARKS, NPM, WORK, Workbench

SINGLE = "K8sSharpManifests, single"
OBJECTS = "K8sSharpManifests, objects"
PKL = "Pkl native"
CDK8S = "cdk8s"
CDK8S_SINGLE = "cdk8s, a single chart"
KUBERNETES_YAML = "KubernetesYaml.SerializeAll"
RAW_FILES = "writing as many files"
HELLO = "dotnet hello.dll"


@dataclass(frozen=True)
class Contender:
    """A name, and what makes the command line of N and of the folder that takes the output."""

    name: str
    command: Callable[[int, Path], list[str]]
    emits: bool = True


def contenders(bench: Workbench) -> list[Contender]:
    """All of them, in the order in which the tables list them."""
    return [
        Contender(SINGLE, lambda n, folder: _host(bench, "single", n, folder)),
        Contender(OBJECTS, lambda n, folder: _host(bench, "objects", n, folder)),
        Contender(RAW_FILES, lambda n, folder: [bench.dotnet, bench.raw_files, str(sizes_file(n)), str(folder)], emits=False),
        Contender(PKL, lambda n, folder: [
            bench.pkl, "eval", str(BENCHMARKS / "pkl" / "microservices.pkl"), "-p", f"n={n}", "-o", str(folder / "microservices.yaml")]),
        Contender(CDK8S, lambda n, folder: [bench.node, str(NPM / "microservices.js"), str(n), str(folder)]),
        Contender(CDK8S_SINGLE, lambda n, folder: [bench.node, str(NPM / "microservices.js"), str(n), str(folder), "single"]),
        Contender(KUBERNETES_YAML, lambda n, folder: [bench.dotnet, bench.kubernetes_yaml, str(n), str(folder / "microservices.yaml")]),
        Contender(HELLO, lambda n, folder: [bench.dotnet, bench.hello], emits=False),
    ]


def sizes_file(n: int) -> Path:
    """The sizes of the files that the objects layout has for N microservices: a line each."""
    return WORK / f"sizes-{n}"


def _host(bench: Workbench, layout: str, n: int, folder: Path) -> list[str]:
    response = bench.response | {
        "layout": layout,
        "environment": str(n),
        "output": f"{folder}/",
        "messages": str(WORK / "k8s.messages"),
        "result": str(WORK / "k8s.result"),
        "files": str(WORK / "k8s.files"),
    }
    file = WORK / f"{layout}-{n}.rsp"
    file.write_text("".join(f"{name}={value}\n" for name, value in response.items()))
    return [*bench.host_command, f"@{file}"]
