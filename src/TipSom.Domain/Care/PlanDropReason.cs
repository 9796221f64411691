namespace TipSom.Domain.Care;

/// <summary>Why a part of a plan is given up.</summary>
public enum PlanDropReason
{
    /// <summary>It is no longer needed.</summary>
    NoLongerNeeded,

    /// <summary>The person does not want it.</summary>
    PersonRefused,

    /// <summary>It cannot be had.</summary>
    NotPossible,

    /// <summary>Somebody else does it.</summary>
    DoneElsewhere
}
