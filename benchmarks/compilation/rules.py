"""As many rules as the catalogue will have: synthetic ones beside those that there are, compiled into a build of their own below benchmarks/.work."""

import shutil
from string import Template

from comparison.workbench import BENCHMARKS, REPOSITORY, WORK, run_tool, write_text

COUNT = 150
FOLDER = WORK / "rules"
PROGRAM = FOLDER / "artifacts" / "bin" / "Analysis" / "release" / "Analysis.dll"


def build(dotnet: str) -> None:
    """Builds benchmarks/Analysis once more, with COUNT rules."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    for number in range(COUNT - _own()):
        # An id has three digits, and the own ones begin with 1 and 2.
        write_text(FOLDER / f"Synthetic{number:03}.cs", RULES[number % len(RULES)].substitute(number=f"{number:03}", id=300 + number))
    # The one file that every project reads without saying so: nothing in the repository has to know of it.
    targets = FOLDER / "Synthetic.targets"
    write_text(targets, """
        <Project>
          <ItemGroup Condition="'$(MSBuildProjectName)' == 'K8sSharpManifests.Core'">
            <Compile Include="$(MSBuildThisFileDirectory)*.cs" />
          </ItemGroup>
        </Project>
        """)
    run_tool(
        f"build the analysis with {COUNT} rules", dotnet, "build", BENCHMARKS / "Analysis", "-c", "Release", "-v:quiet",
        "--artifacts-path", FOLDER / "artifacts", "-p:EnforceCodeStyleInBuild=false", f"-p:CustomAfterMicrosoftCommonTargets={targets}")


def _own() -> int:
    """How many there are: each has a page, and what is no rule has one that begins with 9."""
    return len(list((REPOSITORY / "docs" / "rules").glob("K8S[1-8]??.md")))


def _rule(base: str, subject: str, condition: str) -> Template:
    return Template(f'''
        using K8sSharpManifests.Core.Rules.Images;
        using K8sSharpManifests.Core.Rules.Views;

        namespace K8sSharpManifests.Core.Rules.Synthetic;

        internal sealed class Synthetic$number : {base}
        {{
            public override RuleInfo Info {{ get; }} = new("K8S$id", Severity.Warning, title: "Synthetic", message: "'{{0}}' is synthetic");

            protected override Truth IsViolated({subject} on) => {condition};

            protected override IReadOnlyList<string> MessageArguments({subject} on) => ["$number"];
        }}
        ''')


# What the rules to come look at: fields of pods and of containers, some of them deep, some only where another one says so.
RULES = (
    _rule("PodRule", "Pod", 'on.Place.Node.Get("securityContext").Get("runAsNonRoot").Is("synthetic$number")'),
    _rule("PodRule", "Pod", 'on.Place.Node.Get("dnsPolicy").Is("synthetic$number") | on.Place.Node.Get("hostNetwork").Is("synthetic$number")'),
    _rule("ImageRule", "ImageUse", 'on.Place.Node.Get("securityContext").Get("capabilities").Get("drop").Is("synthetic$number") & on.ImagePullPolicy.Is("Always")'),
    _rule("ImageRule", "ImageUse", 'on.Place.Node.Get("resources").Get("limits").Get("memory").Is("synthetic$number")'),
    _rule("ImageRule", "ImageUse", 'on.Place.Node.Get("readinessProbe").Get("httpGet").Get("path").Is("/synthetic$number")'),
    _rule("ImageRule", "ImageUse", 'on.Image.HasDigest & on.Place.Node.Get("terminationMessagePolicy").Is("synthetic$number")'),
)
