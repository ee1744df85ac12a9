"""The command lines of csc that are compared, and how they are run: each in a process of its own, or by a compiler server that stays alive."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from comparison.measuring import Run
from comparison.workbench import VERSION, WORK, run_tool, write_text

from . import operators, ordinary, sources

CONSUMERS = WORK / "compiled"

NEITHER = "neither"
ANALYZERS = "analyzers"
GENERATOR = "generator"
BOTH = "both"

# By the names of assemblies: what each variant leaves out of what the package brings.
VARIANTS = {
    NEITHER: None,
    ANALYZERS: ("K8sSharpManifests.Generators.dll",),
    GENERATOR: ("K8sSharpManifests.Analyzers.dll", "K8sSharpManifests.CodeFixes.dll"),
    BOTH: (),
}


@dataclass
class Project:
    """N workloads, and what csc is told to compile them."""

    workloads: int
    members: int
    folder: Path
    responses: dict[str, Path]
    edited: str = "Team*.cs"
    edits: int = 0

    def edit(self) -> None:
        """Changes one file, another each time, without making any longer."""
        files = sorted(self.folder.glob(self.edited))
        self.edits += 1
        file = files[self.edits % len(files)]
        text = file.read_text()
        file.write_text(f"{text[:text.rindex('}') + 1]} // Edit {self.edits}.\n")


def prepare(dotnet: str, workloads: int, has_more: bool = False) -> Project:
    """Writes the sources and a project, and asks the build how it would call csc. More than manifests are an operator, and code without Kubernetes."""
    folder = _empty(f"Shop{workloads}{'AndMore' if has_more else ''}")
    members = sources.write(folder, workloads)
    if has_more:
        (folder / "Operator.cs").write_text(operators.text())
        (folder / "Ordinary.cs").write_text(ordinary.text())
    return Project(workloads, members, folder, _responses(dotnet, folder, "Microsoft.NET.Sdk"))


def prepare_web(dotnet: str, files: int) -> Project:
    """The same for a web project in which one of the files has five manifests."""
    folder = _empty("Web")
    ordinary.write_web(folder, files - 2)
    members = sources.write(folder, 2)
    return Project(2, members, folder, _responses(dotnet, folder, "Microsoft.NET.Sdk.Web"), edited="Order*.cs")


def _empty(name: str) -> Path:
    folder = CONSUMERS / name
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _responses(dotnet: str, folder: Path, sdk: str) -> dict[str, Path]:
    write_text(folder / "Shop.csproj", f"""
        <Project Sdk="{sdk}">
          <ItemGroup>
            <PackageReference Include="K8sSharpManifests" Version="{VERSION}" />
          </ItemGroup>
        </Project>
        """)
    output = run_tool(
        "ask for the command line of csc", dotnet, "build", folder, "-c", "Release", "-t:Compile", "-p:ProvideCommandLineArgs=true",
        "-p:SkipCompilerExecution=true", "-getItem:CscCommandLineArgs", folder=folder)
    arguments = [item["Identity"] for item in json.loads(output)["Items"]["CscCommandLineArgs"]]
    (folder / "obj" / "Release" / "net10.0").mkdir(parents=True, exist_ok=True)
    return {name: _response(folder, arguments, name, left_out) for name, left_out in VARIANTS.items()}


def _response(folder: Path, arguments: list[str], name: str, left_out: tuple[str, ...] | None) -> Path:
    # The SDK's own analyzers and generators are in none: they would be the larger part, and they are not what is measured.
    def is_kept(argument: str) -> bool:
        return not argument.startswith("/analyzer:") or (
            left_out is not None and "/k8ssharpmanifests/" in argument and not argument.rstrip('"').endswith(left_out or ("/",)))

    kept = [argument for argument in arguments if is_kept(argument) and argument != "/noconfig"]
    file = folder / "obj" / f"{name}.rsp"
    file.write_text("".join(f"{argument}\n" for argument in kept))
    return file


class Compiler:
    """csc of the SDK, cold: a process each."""

    def __init__(self, dotnet: str) -> None:
        sdk = run_tool("find the SDK", dotnet, "--version").strip()
        self._command = [dotnet, "exec", str(Path(os.path.realpath(dotnet)).parent / "sdk" / sdk / "Roslyn" / "bincore" / "csc.dll"), "/noconfig"]

    def version(self, project: Project) -> str:
        """What it calls itself."""
        return "compiler " + re.sub(r".* version (\S+).*", r"\1", self.run(project, NEITHER)[1].splitlines()[0])

    def run(self, project: Project, variant: str, *more: str) -> tuple[Run, str]:
        """Compiles, and says how long it took and what was printed."""
        response = project.responses[variant]
        log = WORK / "csc.log"
        with log.open("w+") as output:
            start = time.perf_counter()
            process = subprocess.Popen([*self._command, *more, f"@{response}"], cwd=project.folder, stdout=output, stderr=output)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
        text = log.read_text()
        if process.returncode != 0:
            sys.exit(f"csc failed with {variant} for N = {project.workloads}:\n{text[-4000:]}")
        return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6), text


class Server(Compiler):
    """The same compiler, warm: a client hands the work to a server of its own name, which ends with this object."""

    def __init__(self, dotnet: str) -> None:
        super().__init__(dotnet)
        self._pipe = f"k8s-{uuid.uuid4().hex[:12]}"
        self._process: int | None = None

    def run(self, project: Project, variant: str, *more: str) -> tuple[Run, str]:
        before = self._cpu()
        run, text = super().run(project, variant, f"/shared:{self._pipe}", "/keepalive:600", *more)
        return Run(run.wall, run.cpu + self._cpu() - before, 0), text

    def client(self) -> float:
        """Seconds that the client takes by itself: a build has none, its task talks to the server."""
        start = time.perf_counter()
        subprocess.run([*self._command, f"/shared:{self._pipe}", "-version"], stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - start

    def close(self) -> None:
        """Ends the server."""
        if (process := self._find()) and Path(f"/proc/{process}").exists():
            os.kill(process, signal.SIGTERM)

    def _cpu(self) -> float:
        # Seconds of user and system time, the 14th and 15th field; the second may hold spaces.
        if not (process := self._find()):
            return 0
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _find(self) -> int | None:
        if self._process is None:
            for folder in Path("/proc").iterdir():
                if folder.name.isdigit():
                    try:
                        command = (folder / "cmdline").read_bytes().decode(errors="replace")
                    except OSError:
                        continue
                    if "VBCSCompiler" in command and self._pipe in command:
                        self._process = int(folder.name)
        return self._process
