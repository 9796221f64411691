using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Cases;

/// <summary>
/// A case its holder lets another unit read, until a day: the facts always, who the people are, how the investigation stands and its documents only
/// where chosen. Never with a care provider. An officer asks; a supervisor of the holding tree decides; whoever works on the case takes it back, at once.
/// </summary>
public sealed class CaseShare
{
    /// <summary>Shortest reason accepted, in characters.</summary>
    public const int ReasonMinLength = 5;

    /// <summary>Longest reason kept, in characters.</summary>
    public const int ReasonMaxLength = 200;

    /// <summary>How long a share lasts where nobody says otherwise, in days.</summary>
    public const int UsualDays = 90;

    /// <summary>The furthest last day, in days from today.</summary>
    public const int MostDays = 365;

    /// <summary>Said of the two kinds of agency that never see a case.</summary>
    public const string NeverToCare = "A case is never shared with a care provider or an oversight body.";

    /// <summary>Said where an agency that offers care would see the investigation.</summary>
    public const string NoInvestigationForCare = "An agency that gives care is never shown the investigation.";

    /// <summary>Said of a unit that needs no share.</summary>
    public const string SeesItAlready = "This unit sees the case already.";

    /// <summary>Said of a last day that was, or lies too far ahead.</summary>
    public const string DayOutOfReach = "Choose a day from today on, at most a year ahead.";

    /// <summary>Said where somebody decides who may only ask.</summary>
    public const string SupervisorDecides = "A supervisor of the unit that holds the case decides whether it is shared.";

    /// <summary>Said of a step that does not follow.</summary>
    public const string AlreadyAnswered = "This share was already decided, or has ended.";

    private CaseShare() { }

    /// <summary>Internal id; what the seal of the reason is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The unit it is shared with, and through it the units above.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The agency of that unit.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>Whether that unit may open identities.</summary>
    public bool SeesIdentity { get; private set; }

    /// <summary>Whether it sees who is suspected, and how the investigation stands.</summary>
    public bool SeesInvestigation { get; private set; }

    /// <summary>Whether it opens documents.</summary>
    public bool SeesDocuments { get; private set; }

    /// <summary>Ciphertext of why.</summary>
    public byte[] SealedReason { get; private set; } = [];

    /// <summary>The last day on which it may be read, whole, in Pakistan.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>How it stands.</summary>
    public ShareStatus Status { get; private set; }

    /// <summary>When it was asked for, or given.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Who asked.</summary>
    public Guid AskedById { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string AskedByName { get; private set; } = "";

    /// <summary>When a supervisor decided; null until then.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Name and rank of who decided.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>When it was taken back, or ended because the unit holds the case itself now.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Name and rank of who took it back; null where it ended otherwise.</summary>
    public string? EndedByName { get; private set; }

    /// <summary>Whether it lets anybody read on that day.</summary>
    public bool IsInForce(DateOnly today) => Status == ShareStatus.InForce && LastDay >= today;

    /// <summary>
    /// Shares a case, or asks for it where a supervisor has to decide. Refuses care providers and oversight bodies, a unit that sees the case
    /// already, a day that is past or more than a year ahead, and a reason of a word.
    /// </summary>
    public static CaseShare Share(Case @case, SharedWith with, ShareTerms terms, Func<Guid, string, byte[]> seal, bool decides, Actor by, DateOnly today, DateTimeOffset now)
    {
        if (!MayRead(with.Agency.Kind))
            throw new RuleBrokenException(NeverToCare);
        if (terms.SeesInvestigation && with.GivesCare)
            throw new RuleBrokenException(NoInvestigationForCare);
        if (with.Unit.Id == @case.HoldingUnitId)
            throw new RuleBrokenException(SeesItAlready);
        if (terms.LastDay < today || terms.LastDay > today.AddDays(MostDays))
            throw new RuleBrokenException(DayOutOfReach);
        if (terms.Reason.Trim().Length is < ReasonMinLength or > ReasonMaxLength)
            throw new RuleBrokenException("Say in a few words why, in 5 to 200 characters.");
        var id = Guid.CreateVersion7();
        var share = new CaseShare
        {
            Id = id,
            CaseId = @case.Id,
            UnitId = with.Unit.Id,
            AgencyId = with.Unit.AgencyId,
            SeesIdentity = terms.SeesIdentity,
            SeesInvestigation = terms.SeesInvestigation,
            SeesDocuments = terms.SeesDocuments,
            SealedReason = seal(id, terms.Reason.Trim()),
            LastDay = terms.LastDay,
            AskedAt = now,
            AskedById = by.UserId,
            AskedByName = by.Name
        };
        if (decides)
            share.Give(@case, by, now);
        else
            @case.Record(CaseEventKind.ShareAsked, by, now);
        return share;
    }

    /// <summary>A supervisor gives what an officer asked for.</summary>
    public void Give(Case @case, Actor by, DateTimeOffset now)
    {
        Decide(ShareStatus.InForce, by, now);
        @case.Record(CaseEventKind.Shared, by, now);
    }

    /// <summary>A supervisor refuses what an officer asked for.</summary>
    public void Refuse(Case @case, Actor by, DateTimeOffset now)
    {
        Decide(ShareStatus.Refused, by, now);
        @case.Record(CaseEventKind.ShareRefused, by, now);
    }

    /// <summary>Takes back a share, or what was asked; nobody reads by it from that moment.</summary>
    public void TakeBack(Case @case, Actor by, DateTimeOffset now)
    {
        if (Status is not (ShareStatus.Asked or ShareStatus.InForce))
            throw new RuleBrokenException(AlreadyAnswered);
        (Status, EndedAt, EndedByName) = (ShareStatus.Ended, now, by.Name);
        @case.Record(CaseEventKind.ShareEnded, by, now);
    }

    /// <summary>Whether a case may be shared with agencies of this kind.</summary>
    public static bool MayRead(AgencyKind kind) => kind switch
    {
        AgencyKind.Fia or AgencyKind.Police or AgencyKind.ChildProtection or AgencyKind.Labour => true,
        AgencyKind.CareProvider or AgencyKind.Oversight or AgencyKind.Committee => false
    };

    private void Decide(ShareStatus decision, Actor by, DateTimeOffset now)
    {
        if (Status != ShareStatus.Asked)
            throw new RuleBrokenException(AlreadyAnswered);
        (Status, DecidedAt, DecidedByName) = (decision, now, by.Name);
    }
}

/// <summary>With whom a case is shared.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Agency">Its agency.</param>
/// <param name="GivesCare">Whether that agency offers care to people.</param>
public sealed record SharedWith(Unit Unit, Agency Agency, bool GivesCare);

/// <summary>What is shared, why, and until when.</summary>
/// <param name="SeesIdentity">Who the people are.</param>
/// <param name="SeesInvestigation">Who is suspected, and how the investigation stands.</param>
/// <param name="SeesDocuments">The documents.</param>
/// <param name="Reason">Why, in own words.</param>
/// <param name="LastDay">The last day.</param>
public sealed record ShareTerms(bool SeesIdentity, bool SeesInvestigation, bool SeesDocuments, string Reason, DateOnly LastDay);
