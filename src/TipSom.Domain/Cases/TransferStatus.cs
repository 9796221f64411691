namespace TipSom.Domain.Cases;

/// <summary>How the hand-over of a case's lead to another agency stands. Nothing moves before it is accepted.</summary>
public enum TransferStatus
{
    /// <summary>Proposed by an officer: a supervisor of the holding tree has to approve.</summary>
    Proposed,

    /// <summary>Approved: the other agency's supervisor has to answer.</summary>
    Approved,

    /// <summary>Accepted: the case is theirs.</summary>
    Accepted,

    /// <summary>Refused with a reason: the holder keeps the case.</summary>
    Refused,

    /// <summary>Taken back by the holder before it was answered.</summary>
    TakenBack
}
