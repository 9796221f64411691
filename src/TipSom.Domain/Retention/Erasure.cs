using TipSom.Domain.Cases;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Retention;

/// <summary>
/// The erasing of who the people of one case are: proposed by the program when the time of keeping is over, or asked for by a supervisor;
/// approved by one person and confirmed by another. Confirming carries it out.
/// </summary>
public sealed class Erasure
{
    /// <summary>Shortest reason of a request, in characters.</summary>
    public const int ReasonMinLength = 5;

    /// <summary>Longest reason of a request, in characters.</summary>
    public const int ReasonMaxLength = 500;

    /// <summary>The sentence that refuses to erase what is worked on.</summary>
    public const string CaseIsOpen = "This case is open. Only a closed case is erased.";

    /// <summary>The sentence that refuses a second erasing.</summary>
    public const string ErasedAlready = "The identities of this case were erased already.";

    /// <summary>The sentence that refuses two erasings of one case at once.</summary>
    public const string OneAtATime = "The erasing of this case is proposed already.";

    /// <summary>The sentence that refuses what somebody has decided meanwhile.</summary>
    public const string DecidedAlready = "This was decided already.";

    /// <summary>The sentence that refuses the confirmation of who approved.</summary>
    public const string SecondPerson = "Somebody else than who approved it confirms the erasing.";

    /// <summary>The sentence that refuses an approval by anybody but a supervisor.</summary>
    public const string SupervisorApproves = "A supervisor of the unit that holds the case approves its erasing first.";

    /// <summary>The sentence of the database where a referral is not finished.</summary>
    public const string ReferralIsOpen = "A referral of this case is not finished.";

    /// <summary>The sentence of the database where the law has not finished.</summary>
    public const string LawIsOpen = "An FIR, a charge or an appeal of this case is open. Nothing is erased before the law has finished.";

    /// <summary>The sentence of the database where a time limit runs.</summary>
    public const string ClockRuns = "A time limit of the law runs in this case. Nothing is erased before it ends.";

    /// <summary>The sentence of the database where somebody is to be asked after care.</summary>
    public const string FollowUpDue = "A person of this case is still to be asked how they are. Nothing is erased before that.";

    private Erasure() { }

    /// <summary>
    /// A supervisor asks for it and so approves it; the person asked, or a court ordered. Refuses an open case and one erased before; the database
    /// refuses while the law, a clock or care holds the case.
    /// </summary>
    /// <param name="case">The case.</param>
    /// <param name="id">Id of this row; what the seal of the reason is bound to.</param>
    /// <param name="ground">Who wants it.</param>
    /// <param name="sealedReason">Why, sealed.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">When.</param>
    public static Erasure Ask(Case @case, Guid id, ErasureGround ground, byte[] sealedReason, Actor by, DateTimeOffset now)
    {
        if (ground == ErasureGround.TimeIsOver)
            throw new ArgumentException("Only the program proposes what is over.", nameof(ground));
        if (@case.ErasedAt is not null)
            throw new RuleBrokenException(ErasedAlready);
        if (@case.IsOpen)
            throw new RuleBrokenException(CaseIsOpen);
        return new Erasure
        {
            Id = id,
            CaseId = @case.Id,
            CaseNumber = @case.Number,
            UnitId = @case.HoldingUnitId,
            AgencyId = @case.HoldingAgencyId,
            Ground = ground,
            SealedReason = sealedReason,
            Status = ErasureStatus.Approved,
            ProposedAt = now,
            ApprovedAt = now,
            ApprovedById = by.UserId,
            ApprovedByName = by.Name
        };
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Its number, for who confirms without seeing the case.</summary>
    public string CaseNumber { get; private set; } = "";

    /// <summary>The unit that held it when this was proposed.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The agency of that unit.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>Why at all.</summary>
    public ErasureGround Ground { get; private set; }

    /// <summary>Sealed reason of a request; null where the time is over.</summary>
    public byte[]? SealedReason { get; private set; }

    /// <summary>Where it stands.</summary>
    public ErasureStatus Status { get; private set; }

    /// <summary>When it was proposed or asked for.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Who approved it.</summary>
    public Guid? ApprovedById { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string? ApprovedByName { get; private set; }

    /// <summary>When it was carried out, or put aside.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who confirmed it, or put it aside.</summary>
    public Guid? EndedById { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string? EndedByName { get; private set; }

    /// <summary>Whether somebody has still to decide.</summary>
    public bool IsUnderWay => Status is ErasureStatus.Proposed or ErasureStatus.Approved;

    /// <summary>The first of two says yes. Refuses what is decided.</summary>
    public void Approve(Actor by, DateTimeOffset now)
    {
        if (Status != ErasureStatus.Proposed)
            throw new RuleBrokenException(DecidedAlready);
        (Status, ApprovedAt, ApprovedById, ApprovedByName) = (ErasureStatus.Approved, now, by.UserId, by.Name);
    }

    /// <summary>The second of two says yes, and the database erases. Refuses what is not approved, and who approved it.</summary>
    public void Confirm(Actor by, DateTimeOffset now)
    {
        if (Status != ErasureStatus.Approved)
            throw new RuleBrokenException(DecidedAlready);
        if (ApprovedById == by.UserId)
            throw new RuleBrokenException(SecondPerson);
        End(ErasureStatus.CarriedOut, by, now);
    }

    /// <summary>The records are kept; the program proposes it again after a year. Refuses what is decided.</summary>
    public void PutAside(Actor by, DateTimeOffset now)
    {
        if (!IsUnderWay)
            throw new RuleBrokenException(DecidedAlready);
        End(ErasureStatus.PutAside, by, now);
    }

    private void End(ErasureStatus status, Actor by, DateTimeOffset now) => (Status, EndedAt, EndedById, EndedByName) = (status, now, by.UserId, by.Name);
}

/// <summary>Why the identities of a case are erased.</summary>
public enum ErasureGround
{
    /// <summary>The time of keeping is over.</summary>
    TimeIsOver,

    /// <summary>The person asked for it.</summary>
    PersonAsked,

    /// <summary>A court ordered it.</summary>
    CourtOrder
}

/// <summary>Where the erasing of a case stands.</summary>
public enum ErasureStatus
{
    /// <summary>The program proposed it; nobody has decided.</summary>
    Proposed,

    /// <summary>One person said yes; a second has to.</summary>
    Approved,

    /// <summary>Two said yes, and it is done.</summary>
    CarriedOut,

    /// <summary>The records are kept for another year at least.</summary>
    PutAside
}
