using TipSom.Domain.Referrals;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Assessment;

/// <summary>One change of a need: added, more or less urgent, or ended. Written by the verbs of <see cref="Need"/>; stays as it was.</summary>
public sealed class NeedChange
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaxLength = 300;

    private NeedChange() { }

    internal NeedChange(Guid id, Need need, NeedChangeKind kind, byte[]? sealedReason, Writing written)
    {
        (Id, NeedId, VictimId, CaseId) = (id, need.Id, need.VictimId, need.CaseId);
        (Kind, Urgency, Ending, SealedReason, Written) = (kind, need.Urgency, need.Ending, sealedReason, written);
    }

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The need.</summary>
    public Guid NeedId { get; private set; }

    /// <summary>Whose need.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What was done.</summary>
    public NeedChangeKind Kind { get; private set; }

    /// <summary>How soon it is needed from then on.</summary>
    public Urgency Urgency { get; private set; }

    /// <summary>How it ended, if it did.</summary>
    public NeedEnding? Ending { get; private set; }

    /// <summary>Ciphertext of the reason; null where none was asked.</summary>
    public byte[]? SealedReason { get; private set; }

    /// <summary>Who wrote it, and when.</summary>
    public Writing Written { get; private set; } = null!;
}

/// <summary>What was done to a need.</summary>
public enum NeedChangeKind
{
    /// <summary>Added.</summary>
    Added,

    /// <summary>Made more or less urgent.</summary>
    UrgencyChanged,

    /// <summary>Ended.</summary>
    Ended
}

/// <summary>How a need ended without a provider of a referral.</summary>
public enum NeedEnding
{
    /// <summary>It was met otherwise.</summary>
    MetOtherwise,

    /// <summary>It is no longer needed.</summary>
    NoLongerNeeded
}
