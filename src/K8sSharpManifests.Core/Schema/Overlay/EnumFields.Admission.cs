namespace K8sSharpManifests.Core;

/// <content>admissionregistration.k8s.io and apiextensions.k8s.io.</content>
internal static partial class EnumFields
{
    private static IEnumerable<EnumField> Admission() =>
    [
        new("WebhookFailurePolicy", "What becomes of a request when a webhook or an admission policy fails itself.", Closed,
            [
                "V1MutatingWebhook.FailurePolicy", "V1ValidatingWebhook.FailurePolicy", "V1ValidatingAdmissionPolicySpec.FailurePolicy",
                "V1MutatingAdmissionPolicySpec.FailurePolicy", "V1beta1MutatingAdmissionPolicySpec.FailurePolicy",
                "V1alpha1MutatingAdmissionPolicySpec.FailurePolicy",
            ],
            [
                new("Fail", "It is rejected."),
                new("Ignore", "It goes on as if there were no webhook or policy."),
            ]),
        new("WebhookMatchPolicy", "Whether a rule also matches requests in other versions of a resource.", Closed,
            [
                "V1MutatingWebhook.MatchPolicy", "V1ValidatingWebhook.MatchPolicy", "V1MatchResources.MatchPolicy",
                "V1beta1MatchResources.MatchPolicy", "V1alpha1MatchResources.MatchPolicy",
            ],
            [
                new("Equivalent", "It does, and gets them converted."),
                new("Exact", "It does not."),
            ]),
        new("WebhookSideEffects", "Whether a webhook changes anything but the object.", Closed,
            ["V1MutatingWebhook.SideEffects", "V1ValidatingWebhook.SideEffects"],
            [
                new("None", "It does not."),
                new("NoneOnDryRun", "It does, but not in a dry run."),
            ]),
        new("ReinvocationPolicy", "Whether a mutation is asked again after others have changed the object.", Closed,
            [
                "V1MutatingWebhook.ReinvocationPolicy", "V1MutatingAdmissionPolicySpec.ReinvocationPolicy",
                "V1beta1MutatingAdmissionPolicySpec.ReinvocationPolicy", "V1alpha1MutatingAdmissionPolicySpec.ReinvocationPolicy",
            ],
            [
                new("Never", "Once is enough."),
                new("IfNeeded", "Once more, where others have changed the object."),
            ]),
        new("AdmissionOperation", "The operations that an admission rule is about.", Closed,
            [
                "V1RuleWithOperations.Operations", "V1NamedRuleWithOperations.Operations",
                "V1beta1NamedRuleWithOperations.Operations", "V1alpha1NamedRuleWithOperations.Operations",
            ],
            [
                new("All", "*", "Every operation; it stands alone."),
                new("Create", "CREATE", "An object is created."),
                new("Update", "UPDATE", "An object is changed."),
                new("Delete", "DELETE", "An object is deleted."),
                new("Connect", "CONNECT", "A client connects, as for exec or proxy."),
            ]),
        new("AdmissionScope", "Whether an admission rule is about objects with a namespace.", Closed,
            [
                "V1RuleWithOperations.Scope", "V1NamedRuleWithOperations.Scope",
                "V1beta1NamedRuleWithOperations.Scope", "V1alpha1NamedRuleWithOperations.Scope",
            ],
            [
                new("All", "*", "About all objects."),
                new("Cluster", "Only about objects without a namespace, and namespaces themselves."),
                new("Namespaced", "Only about objects with a namespace."),
            ]),
        new("ValidationAction", "What follows when an object breaks an admission policy.", Closed,
            ["V1ValidatingAdmissionPolicyBindingSpec.ValidationActions"],
            [
                new("Deny", "The request is rejected."),
                new("Warn", "The client sees a warning."),
                new("Audit", "It is noted in the audit log."),
            ]),
        new("ValidationReason", "The reason that a client gets when an object breaks an admission policy.", Closed,
            ["V1Validation.Reason"],
            [
                new("Invalid", "The object is not valid: 422."),
                new("Forbidden", "The request is not allowed: 403."),
                new("Unauthorized", "The client has not said who it is: 401."),
                new("RequestEntityTooLarge", "The object is too large: 413."),
            ]),
        new("MutationPatchType", "How a mutating admission policy describes its change.", Closed,
            ["V1Mutation.PatchType", "V1beta1Mutation.PatchType", "V1alpha1Mutation.PatchType"],
            [
                new("ApplyConfiguration", "As the fields to apply."),
                new("JsonPatch", "JSONPatch", "As a JSON patch."),
            ]),
        new("ParameterNotFoundAction", "What becomes of a request when a policy's parameters are not there.", Closed,
            ["V1ParamRef.ParameterNotFoundAction", "V1beta1ParamRef.ParameterNotFoundAction", "V1alpha1ParamRef.ParameterNotFoundAction"],
            [
                new("Allow", "It passes."),
                new("Deny", "The policy's failure policy decides."),
            ]),
    ];

    private static IEnumerable<EnumField> Extensions() =>
    [
        new("CustomResourceScope", "Whether a custom resource has a namespace.", Closed,
            ["V1CustomResourceDefinitionSpec.Scope"],
            [
                new("Namespaced", "It does."),
                new("Cluster", "It does not."),
            ]),
        new("ConversionStrategy", "How custom resources are converted between versions.", Closed,
            ["V1CustomResourceConversion.Strategy"],
            [
                new("None", "Only the apiVersion changes."),
                new("Webhook", "A webhook does it."),
            ]),
        new("JsonSchemaType", "What a value in the schema of a custom resource is.", Closed,
            ["V1JSONSchemaProps.Type"],
            [
                new("Object", "object", "An object."),
                new("Array", "array", "A list."),
                new("String", "string", "A string."),
                new("Integer", "integer", "A whole number."),
                new("Number", "number", "A number."),
                new("Boolean", "boolean", "True or false."),
            ]),
        new("JsonSchemaListType", "How a list in a custom resource is merged.", Closed,
            ["V1JSONSchemaProps.XKubernetesListType"],
            [
                new("Atomic", "atomic", "It is replaced as a whole."),
                new("Set", "set", "It holds each value once."),
                new("Map", "map", "Its items are told apart by key fields."),
            ]),
        new("JsonSchemaMapType", "How an object in a custom resource is merged.", Closed,
            ["V1JSONSchemaProps.XKubernetesMapType"],
            [
                new("Granular", "granular", "Field by field."),
                new("Atomic", "atomic", "It is replaced as a whole."),
            ]),
        new("ValidationRuleReason", "The reason that a client gets when a custom resource breaks a rule of its schema.", Closed,
            ["V1ValidationRule.Reason"],
            [
                new("FieldValueInvalid", "The value is not valid."),
                new("FieldValueForbidden", "The field must not be set."),
                new("FieldValueRequired", "The field must be set."),
                new("FieldValueDuplicate", "The value is there already."),
            ]),
        new("PrinterColumnType", "What a column that kubectl prints holds.", Closed,
            ["V1CustomResourceColumnDefinition.Type"],
            [
                new("String", "string", "A string."),
                new("Integer", "integer", "A whole number."),
                new("Number", "number", "A number."),
                new("Boolean", "boolean", "True or false."),
                new("Date", "date", "A point in time, printed as an age."),
            ]),
    ];
}
