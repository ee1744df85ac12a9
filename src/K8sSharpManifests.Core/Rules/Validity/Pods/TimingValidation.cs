using System.Globalization;
using System.Text.RegularExpressions;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What a container does before it ends, against the time that its pod has for that.</summary>
/// <remarks>
/// Upstream: pkg/kubelet/kuberuntime/kuberuntime_container.go (killContainer, executePreStopHook): the time runs from before the hook. A sleep that is longer than that is refused (validateSleepAction).
/// </remarks>
internal sealed class EndingValidation() : Validation("V1Lifecycle")
{
    private const int DefaultGrace = 30;

    // What comes behind it makes it no shorter.
    private static readonly Regex Sleep = new(@"^\s*(/usr)?(/bin/)?sleep\s+([0-9]{1,9})s?\s*($|;|&&|\n)");

    public override void Validate(Part lifecycle)
    {
        if (lifecycle.Node.Get("preStop") is not Mapping hook || lifecycle.Around(PodParts.Spec) is not { } spec)
        {
            return;
        }

        var grace = spec.Number("terminationGracePeriodSeconds").Or(DefaultGrace);
        var place = lifecycle.Place.Child("preStop");
        if (hook["sleep"] is Mapping sleep)
        {
            var seconds = Number.Of(sleep["seconds"]);
            Report(lifecycle, place.Child("sleep").Child("seconds"), (seconds > 0) & (seconds >= grace) & (seconds <= grace), grace);
        }
        else if (hook["exec"] is Mapping exec && exec["command"] is Sequence { IsOpen: false } command && Seconds(command) is { } seconds)
        {
            Report(lifecycle, place.Child("exec").Child("command"), (Number)seconds >= grace, grace);
        }
    }

    private static void Report(Part lifecycle, TreePlace place, Truth isTooLong, Number grace)
    {
        if (!isTooLong.IsFalse)
        {
            lifecycle.Report(ImpossibleTiming.Rule, place, isTooLong, $"the pod has {grace} seconds to end ('terminationGracePeriodSeconds'), and this takes all of them, so that the container is killed before it has ended by itself; sleep less, or give it more time");
        }
    }

    // The seconds of "sleep 30", as it is or in a shell; null for every other command.
    private static long? Seconds(Sequence command)
    {
        var texts = new List<string>();
        foreach (var item in command.ItemArray)
        {
            if (item is not Scalar { Kind: ScalarKind.String } text)
            {
                return null;
            }

            texts.Add(text.Text);
        }

        var line = texts is [_, "-c", var script] && IsShell(texts[0]) ? script : texts is [_, _] ? string.Join(" ", texts) : "";
        return Sleep.Match(line) is { Success: true } match ? long.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) : null;
    }

    private static bool IsShell(string program) => program.Substring(program.LastIndexOf('/') + 1) is "sh" or "bash" or "ash" or "dash";
}

/// <summary>The time that a Job has, against that of its pods.</summary>
/// <remarks>Upstream: pkg/controller/job/job_controller.go (pastActiveDeadline).</remarks>
internal sealed class DeadlineValidation() : Validation("V1JobSpec")
{
    public override void Validate(Part job)
    {
        var deadline = job.Number("activeDeadlineSeconds");
        if (deadline.Exists.IsFalse)
        {
            return;
        }

        var pod = job.Child("template").Child("spec");
        var own = pod.Number("activeDeadlineSeconds");
        var isLater = own > deadline;
        if (!isLater.IsFalse)
        {
            job.Report(ImpossibleTiming.Rule, pod.Place.Child("activeDeadlineSeconds"), isLater, $"the Job ends its pods after {deadline} seconds ('spec.activeDeadlineSeconds'), so that a pod never runs that long; make it less, or give the Job more time");
        }
    }
}

/// <summary>The time in which a rollout has to get on, against the time before the first probe.</summary>
/// <remarks>
/// Upstream: pkg/controller/deployment/util/deployment_util.go (DeploymentProgressing, DeploymentTimedOut), pkg/kubelet/prober/worker.go (doProbe). A time that is not longer than 'minReadySeconds' is refused
/// (ValidateDeploymentSpec).
/// </remarks>
internal sealed class ProgressValidation() : Validation("V1DeploymentSpec")
{
    private static readonly string[] Probes = ["startupProbe", "readinessProbe"];

    public override void Validate(Part deployment)
    {
        var deadline = deployment.Number("progressDeadlineSeconds");
        var isRolledOut = !deployment.IsTrue("paused") & !deployment.Number("replicas").Is(0);
        if (isRolledOut.IsFalse || deployment.Node.Get("template").Get("spec").Get("containers") is not Sequence)
        {
            return;
        }

        foreach (var container in deployment.Child("template").Child("spec").Items("containers"))
        {
            foreach (var key in Probes)
            {
                var isTooLate = isRolledOut & (Number.Of(container.Node.Get(key).Get("initialDelaySeconds")) >= deadline);
                if (!isTooLate.IsFalse)
                {
                    deployment.Report(ImpossibleTiming.Rule, container.Place.Child(key).Child("initialDelaySeconds"), isTooLate, $"the rollout fails where nothing gets ready in {deadline} seconds ('progressDeadlineSeconds'), and the first probe is not before that; wait less, or give it more time");
                }
            }
        }
    }
}
