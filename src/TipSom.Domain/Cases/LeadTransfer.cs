using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Cases;

/// <summary>
/// The lead of a case offered to another agency: proposed, approved by a supervisor of the holder, accepted or refused by a supervisor of the
/// other side. Until it is accepted nothing moves, and the holder goes on caring for the people. Who decides there sees the few facts copied here.
/// </summary>
public sealed class LeadTransfer
{
    /// <summary>Said of an agency that cannot hold a case.</summary>
    public const string OnlyToAuthorities = "The lead goes to another agency: FIA, a police force or a child protection body.";

    /// <summary>Said where a supervisor has to decide.</summary>
    public const string SupervisorDecides = "A supervisor decides on handing the lead to another agency.";

    /// <summary>Said by the database where a case would change its agency by any other way.</summary>
    public const string OnlyWhenAccepted = "A case goes to another agency only when a supervisor there has accepted it.";

    /// <summary>Said where one is on its way already.</summary>
    public const string OneAtATime = "A hand-over of this case is under way already. Take it back before you propose another.";

    /// <summary>Said of a step that does not follow.</summary>
    public const string AlreadyAnswered = "This hand-over was already answered or taken back.";

    private LeadTransfer() { }

    /// <summary>Internal id; what the seals are bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Number of the case, for those who do not see it yet.</summary>
    public string CaseNumber { get; private set; } = "";

    /// <summary>Trafficking or smuggling, for those who do not see the case yet.</summary>
    public CaseKind CaseKind { get; private set; }

    /// <summary>Where the people were found, for those who do not see the case yet.</summary>
    public string DistrictCode { get; private set; } = "";

    /// <summary>How many people are in the case.</summary>
    public int People { get; private set; }

    /// <summary>How many of them count as children.</summary>
    public int Children { get; private set; }

    /// <summary>The unit that held the case then.</summary>
    public Guid FromUnitId { get; private set; }

    /// <summary>The agency of that unit.</summary>
    public Guid FromAgencyId { get; private set; }

    /// <summary>The unit that is to hold it.</summary>
    public Guid ToUnitId { get; private set; }

    /// <summary>The agency of that unit.</summary>
    public Guid ToAgencyId { get; private set; }

    /// <summary>Ciphertext of why.</summary>
    public byte[] SealedReason { get; private set; } = [];

    /// <summary>Whether the former holder asks to go on reading the case.</summary>
    public bool KeepsReading { get; private set; }

    /// <summary>How it stands.</summary>
    public TransferStatus Status { get; private set; }

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Who proposed it.</summary>
    public Guid ProposedById { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ProposedByName { get; private set; } = "";

    /// <summary>When a supervisor of the holder approved; null until then.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Name and rank of who approved.</summary>
    public string? ApprovedByName { get; private set; }

    /// <summary>When it was accepted, refused or taken back; null until then.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Name and rank of who answered.</summary>
    public string? AnsweredByName { get; private set; }

    /// <summary>Ciphertext of why it was refused.</summary>
    public byte[]? SealedAnswer { get; private set; }

    /// <summary>Whether somebody still has to act.</summary>
    public bool IsUnderWay => Status is TransferStatus.Proposed or TransferStatus.Approved;

    /// <summary>
    /// Proposes it; with a supervisor's proposal it is approved at once. Refuses a closed case, the own agency, and agencies that hold no cases.
    /// </summary>
    public static LeadTransfer Propose(
        Case @case, Unit to, Agency agency, string reason, bool keepsReading, Func<Guid, string, byte[]> seal, bool decides, Actor by, DateTimeOffset now)
    {
        if (!@case.IsOpen)
            throw new RuleBrokenException("This case is closed. Reopen it to hand it over.");
        if (agency.Id == @case.HoldingAgencyId || !MayLead(agency.Kind))
            throw new RuleBrokenException(OnlyToAuthorities);
        var id = Guid.CreateVersion7();
        var transfer = new LeadTransfer
        {
            Id = id,
            CaseId = @case.Id,
            CaseNumber = @case.Number,
            CaseKind = @case.Kind,
            DistrictCode = @case.DistrictCode,
            People = @case.Victims.Count,
            Children = @case.Victims.Count(v => v.CountsAsChild),
            FromUnitId = @case.HoldingUnitId,
            FromAgencyId = @case.HoldingAgencyId,
            ToUnitId = to.Id,
            ToAgencyId = to.AgencyId,
            SealedReason = seal(id, Judged(reason)),
            KeepsReading = keepsReading,
            ProposedAt = now,
            ProposedById = by.UserId,
            ProposedByName = by.Name
        };
        if (decides)
            transfer.Approve(by, now);
        return transfer;
    }

    /// <summary>A supervisor of the holder lets it go to the other agency.</summary>
    public void Approve(Actor by, DateTimeOffset now)
    {
        RefuseUnless(TransferStatus.Proposed);
        (Status, ApprovedAt, ApprovedByName) = (TransferStatus.Approved, now, by.Name);
    }

    /// <summary>The other agency takes the case; the database moves it with its unfinished referrals.</summary>
    public void Accept(Actor by, DateTimeOffset now)
    {
        RefuseUnless(TransferStatus.Approved);
        (Status, AnsweredAt, AnsweredByName) = (TransferStatus.Accepted, now, by.Name);
    }

    /// <summary>The other agency does not take the case, and says why.</summary>
    public void Refuse(string reason, Func<Guid, string, byte[]> seal, Actor by, DateTimeOffset now)
    {
        RefuseUnless(TransferStatus.Approved);
        SealedAnswer = seal(Id, Judged(reason));
        (Status, AnsweredAt, AnsweredByName) = (TransferStatus.Refused, now, by.Name);
    }

    /// <summary>The holder takes it back while nobody has answered.</summary>
    public void TakeBack(Actor by, DateTimeOffset now)
    {
        if (!IsUnderWay)
            throw new RuleBrokenException(AlreadyAnswered);
        (Status, AnsweredAt, AnsweredByName) = (TransferStatus.TakenBack, now, by.Name);
    }

    /// <summary>Whether agencies of this kind may hold a case.</summary>
    public static bool MayLead(AgencyKind kind) => kind switch
    {
        AgencyKind.Fia or AgencyKind.Police or AgencyKind.ChildProtection => true,
        AgencyKind.Labour or AgencyKind.CareProvider or AgencyKind.Oversight or AgencyKind.Committee => false
    };

    private void RefuseUnless(TransferStatus expected)
    {
        if (Status != expected)
            throw new RuleBrokenException(AlreadyAnswered);
    }

    private static string Judged(string reason) => reason.Trim() is { Length: >= CaseShare.ReasonMinLength and <= CaseShare.ReasonMaxLength } kept
        ? kept
        : throw new RuleBrokenException("Say in a few words why, in 5 to 200 characters.");
}
