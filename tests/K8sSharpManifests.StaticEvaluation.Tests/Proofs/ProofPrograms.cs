namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>All programs, by the kind of what could be proved wrong.</summary>
internal static class ProofPrograms
{
    /// <summary>Programs that are hard to judge: most may remain unknown, none may be proved wrong.</summary>
    public static IReadOnlyList<ProofGroup> Faults { get; } =
    [
        new(nameof(TupleFaults), TupleFaults.All),
        new(nameof(StaticFaults), StaticFaults.All),
        new(nameof(SharedStateFaults), SharedStateFaults.All),
        new(nameof(InitialiserFaults), InitialiserFaults.All),
        new(nameof(DelegateFaults), DelegateFaults.All),
        new(nameof(AliasFaults), AliasFaults.All),
        new(nameof(ObjectsWithoutTypesFaults), ObjectsWithoutTypesFaults.All),
        new(nameof(HiddenCallFaults), HiddenCallFaults.All),
        new(nameof(HiddenOperatorFaults), HiddenOperatorFaults.All),
        new(nameof(EqualityFaults), EqualityFaults.All),
        new(nameof(RefFaults), RefFaults.All),
        new(nameof(OrderFaults), OrderFaults.All),
        new(nameof(CollectionFaults), CollectionFaults.All),
        new(nameof(LazyFaults), LazyFaults.All),
        new(nameof(FlowFaults), FlowFaults.All),
        new(nameof(GenericFaults), GenericFaults.All),
        new(nameof(StructFaults), StructFaults.All),
        new(nameof(CopyFaults), CopyFaults.All),
        new(nameof(NameFaults), NameFaults.All),
        new(nameof(NumberFaults), NumberFaults.All),
        new(nameof(TextFaults), TextFaults.All),
        new(nameof(UnknownCodeFaults), UnknownCodeFaults.All),
        new(nameof(StrangersFaults), StrangersFaults.All),
        new(nameof(StrangersMoreFaults), StrangersMoreFaults.All),
        new(nameof(CaseProofsForgetting), CaseProofsForgetting.All),
        new(nameof(CaseProofsStatics), CaseProofsStatics.All),
        new(nameof(CaseProofsShared), CaseProofsShared.All),
        new(nameof(CaseProofsMemberFaults), CaseProofsMemberFaults.All),
        new(nameof(CaseProofsMore), CaseProofsMore.All),
    ];

    /// <summary>Programs of ordinary style, which are proved whole.</summary>
    public static IReadOnlyList<ProofGroup> Known { get; } =
    [
        new(nameof(KnownPrograms), KnownPrograms.All),
        new(nameof(KnownChanges), KnownChanges.All),
        new(nameof(KnownTexts), KnownTexts.All),
        new(nameof(KnownShortForms), KnownShortForms.All),
        new(nameof(ObjectsWithoutTypes), ObjectsWithoutTypes.All),
        new(nameof(CaseProofsMembers), CaseProofsMembers.All),
        new(nameof(CaseProofsValues), CaseProofsValues.All),
    ];
}
