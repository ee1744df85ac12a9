using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Core.Rules.Validity.Admission;

/// <summary>What an admission policy says, in expressions of CEL.</summary>
/// <remarks>
/// Upstream: pkg/apis/admissionregistration/validation/validation.go (validateValidatingAdmissionPolicySpec, validateMutatingAdmissionPolicySpec, validateVariable, validateValidation,
/// validateAuditAnnotation, validateMutation, validateApplyConfiguration, validateJSONPatch).
/// </remarks>
internal sealed class PolicyValidation() : Validation("V1ValidatingAdmissionPolicySpec", "V1MutatingAdmissionPolicySpec", "V1beta1MutatingAdmissionPolicySpec", "V1alpha1MutatingAdmissionPolicySpec")
{
    private const int MostAnnotations = 20;
    private const int LongestValue = 5 * 1024;

    public override void Validate(Part part)
    {
        var hasParameters = part["paramKind"].Exists;
        MatchConditionCheck.Check(part, hasParameters);
        if (part["matchConstraints"] is Mapping)
        {
            part.Child("matchConstraints").Required("resourceRules", "a policy has to say what it is about");
        }

        var environment = AdmissionCel.Environment(!hasParameters.IsFalse, hasAuthorizer: true);
        if (part.Type!.Name == "V1ValidatingAdmissionPolicySpec")
        {
            CheckValidating(part, CheckVariables(part, environment, mayBeNone: false), !hasParameters.IsFalse);
        }
        else
        {
            CheckMutating(part, CheckVariables(part, environment, mayBeNone: true));
        }
    }

    // Each variable can use those before it.
    private static IReadOnlyDictionary<string, CelType> CheckVariables(Part part, IReadOnlyDictionary<string, CelType> environment, bool mayBeNone)
    {
        if (part.Has("variables").IsFalse && !mayBeNone)
        {
            return environment;
        }

        var known = new Dictionary<string, CelType>(StringComparer.Ordinal);
        var mayBeMore = part.MayHoldMore("variables");
        var withVariables = AdmissionCel.With(environment, name => known.TryGetValue(name, out var type) ? type : mayBeMore ? CelType.Unsure : null);
        foreach (var variable in part.Items("variables"))
        {
            variable.Form("name", NameFault);
            if (variable.Text("name") is { Length: > 0 } blank && blank.Trim().Length == 0)
            {
                variable.Report(Fault.Required, "name", Truth.True, "a variable needs a name");
            }

            Check(variable, "expression", withVariables);
            mayBeMore |= variable["name"] is not Scalar;
            known[variable.Text("name")] = CelType.Unsure;
        }

        return withVariables;
    }

    private static void CheckValidating(Part part, IReadOnlyDictionary<string, CelType> environment, bool mayHaveParameters)
    {
        var hasAny = part.Has("validations") | part.Has("auditAnnotations");
        part.Report(Fault.Required, "validations", !hasAny, "a policy needs validations or 'auditAnnotations'");
        part.Report(Fault.Required, "auditAnnotations", !hasAny, "a policy needs 'validations' or audit annotations");
        var forMessages = environment.TryGetValue("variables", out var variables) ? AdmissionCel.With(AdmissionCel.Environment(mayHaveParameters, hasAuthorizer: false), variables.Field)
            : AdmissionCel.Environment(mayHaveParameters, hasAuthorizer: false);
        foreach (var validation in part.Items("validations"))
        {
            Check(validation, "expression", environment, CelKind.Bool);
            Check(validation, "messageExpression", forMessages, CelKind.String);
            if (validation.Text("message") is { Length: > 0 } message)
            {
                validation.Invalid("message", message.Trim().Length == 0, "it has to say something");
                validation.Invalid("message", message.Trim().IndexOfAny(LineBreaks) >= 0, "it has to be one line");
            }
        }

        part.Report(Fault.OutOfRange, "auditAnnotations", part["auditAnnotations"] is Sequence { Count: > MostAnnotations }, "at most 20 audit annotations are allowed");
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var metadata = part.Owner?.Child("metadata");
        foreach (var annotation in part.Items("auditAnnotations"))
        {
            CheckAnnotation(annotation, metadata, keys, environment);
        }
    }

    private static void CheckAnnotation(Part annotation, Part? metadata, HashSet<string> keys, IReadOnlyDictionary<string, CelType> environment)
    {
        var key = annotation.Text("key");
        if (metadata is not null && annotation["key"] is not Unknown)
        {
            annotation.Report(Fault.Invalid, "key", !metadata.Has("name") & !metadata.Has("generateName"), "the policy needs a name, which becomes a part of it");
            if (metadata.Text("name") is { Length: > 0 } name && TextForms.IsQualifiedName($"{name}/{key}") is { } fault)
            {
                annotation.Report(Fault.Invalid, "key", Truth.True, fault);
            }
        }

        if (key.Length > 0 && !keys.Add(key))
        {
            annotation.Report(Fault.Duplicate, "key", Truth.True, "another audit annotation has the same key");
        }

        if (System.Text.Encoding.UTF8.GetByteCount(annotation.Text("valueExpression").Trim()) > LongestValue)
        {
            annotation.Report(Fault.Required, "valueExpression", Truth.True, "it has to have 5 KiB at most");
        }
        else
        {
            Check(annotation, "valueExpression", environment, CelKind.String, CelKind.Null);
        }
    }

    private static void CheckMutating(Part part, IReadOnlyDictionary<string, CelType> environment)
    {
        foreach (var mutation in part.Items("mutations"))
        {
            var isPatch = mutation.Is("patchType", "JSONPatch");
            var isConfiguration = mutation.Is("patchType", "ApplyConfiguration");
            CheckUnion(mutation, "jsonPatch", isPatch, isConfiguration, "JSONPatch");
            CheckUnion(mutation, "applyConfiguration", isConfiguration, isPatch, "ApplyConfiguration");
            if (isPatch.IsTrue && mutation["jsonPatch"] is Mapping)
            {
                Check(mutation.Child("jsonPatch"), "expression", environment, CelKind.List, CelKind.Dynamic, CelKind.Other);
            }

            if (isConfiguration.IsTrue && mutation["applyConfiguration"] is Mapping)
            {
                Check(mutation.Child("applyConfiguration"), "expression", environment, CelKind.Object, CelKind.Dynamic, CelKind.Other);
            }
        }
    }

    private static void CheckUnion(Part mutation, string key, Truth isWanted, Truth isOther, string type)
    {
        mutation.Report(Fault.Required, key, isWanted & !mutation[key].Exists, $"the patch type '{type}' needs it");
        mutation.Report(Fault.Invalid, key, isOther & mutation[key].Exists, $"it may only be set where the patch type is '{type}'");
    }

    private static void Check(Part part, string key, IReadOnlyDictionary<string, CelType> environment, params CelKind[] results)
    {
        if (part[key] is Scalar { Kind: ScalarKind.String, Text: { Length: > 0 } text })
        {
            if (text.Trim().Length == 0)
            {
                part.Report(key == "messageExpression" ? Fault.Invalid : Fault.Required, key, Truth.True, "it has to be an expression");
            }
            else if (CelExpression.Fault(text, environment, results) is { } fault)
            {
                part.Invalid(key, Truth.True, fault);
            }
        }
        else
        {
            part.Invalid(key, part[key] is Unknown ? Truth.Unknown : Truth.False, "");
        }
    }

    private static string? NameFault(string text) =>
        TextForms.IsCIdentifier(text) ?? (Cel.CelParser.IsReserved(text) || text is "true" or "false" or "null" ? "it is a word that CEL keeps for itself" : null);

    private static readonly char[] LineBreaks = ['\n', '\r'];
}
