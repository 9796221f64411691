using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Law;

/// <summary>What the law says of one case as a whole: when it happened, who should investigate, and how people are protected in court.</summary>
public sealed class CaseLaw
{
    /// <summary>The sentence that refuses days under which an offence chosen earlier cannot fall.</summary>
    public const string OffenceFallsOut = "An offence chosen for this case was not law on these days. Take it off first.";

    /// <summary>The sentence that refuses days that lie ahead or end before they begin.</summary>
    public const string DaysInDisorder = "The offence cannot lie in the future, nor end before it began.";

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaxLength = 500;

    private CaseLaw() { }

    /// <summary>The record of a case that has none yet.</summary>
    public CaseLaw(Guid caseId) => CaseId = caseId;

    /// <summary>The case; one record each.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The first day of the offence; null until asked.</summary>
    public DateOnly? OffenceFrom { get; private set; }

    /// <summary>The last day of the offence; the first where it was one day.</summary>
    public DateOnly? OffenceTo { get; private set; }

    /// <summary>Who should investigate as a person decided against the table; null where the table holds.</summary>
    public AgencyKind? DecidedLead { get; private set; }

    /// <summary>The court a person named (list court_type); null where the suggestion holds.</summary>
    public string? DecidedCourt { get; private set; }

    /// <summary>Sealed reason of the decision.</summary>
    public byte[]? SealedReason { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Name of who decided, as it was then.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>How people are protected in court (PTPA 2018, s. 12).</summary>
    public CourtProtection Protection { get; private set; } = CourtProtection.None;

    /// <summary>
    /// Says when it happened: which texts of the law may apply follows. Refuses days ahead, an end before the beginning, and days under
    /// which an offence chosen earlier cannot fall.
    /// </summary>
    public void Happened(Case @case, DateOnly from, DateOnly to, DateOnly today, IEnumerable<Offence> chosen)
    {
        @case.MustBeOpen();
        if (to < from || to > today)
            throw new RuleBrokenException(DaysInDisorder);
        if (chosen.Any(offence => !offence.MayApplyBetween(from, to)))
            throw new RuleBrokenException(OffenceFallsOut);
        (OffenceFrom, OffenceTo) = (from, to);
    }

    /// <summary>A person decides who should investigate, and may name the court. Refuses any agency but FIA and police.</summary>
    public void DecideLead(Case @case, AgencyKind lead, string? court, byte[] sealedReason, Actor by, DateTimeOffset now)
    {
        @case.MustBeOpen();
        if (lead is not (AgencyKind.Fia or AgencyKind.Police))
            throw new RuleBrokenException("FIA or the police investigate.");
        (DecidedLead, DecidedCourt, SealedReason, DecidedAt, DecidedByName) = (lead, court, sealedReason, now, by.Name);
        @case.ProposeLead(lead, by, now);
    }

    /// <summary>The table holds again: after the border or the law of the case changed, or because nothing speaks against it any more.</summary>
    public void FollowTable(Case @case, Actor by, DateTimeOffset now)
    {
        @case.MustBeOpen();
        var wasDecided = DecidedLead is not null;
        (DecidedLead, DecidedCourt, SealedReason, DecidedAt, DecidedByName) = (null, null, null, null, null);
        if (wasDecided && @case.ProposedLead != Jurisdiction.ProposedLead(@case.Kind, @case.Border))
            @case.ProposeLead(Jurisdiction.ProposedLead(@case.Kind, @case.Border), by, now);
    }

    /// <summary>Notes how people are protected in court.</summary>
    public void Protect(Case @case, CourtProtection protection)
    {
        @case.MustBeOpen();
        Protection = protection;
    }
}

/// <summary>How people are protected in court (PTPA 2018, s. 12).</summary>
/// <param name="InCamera">The hearing is held behind closed doors.</param>
/// <param name="SealedRecord">The record of the court is sealed.</param>
/// <param name="VideoLink">Evidence is given behind a screen or by video link.</param>
/// <param name="Pseudonym">The person appears under another name.</param>
public sealed record CourtProtection(bool InCamera, bool SealedRecord, bool VideoLink, bool Pseudonym)
{
    /// <summary>No measure ordered or asked for.</summary>
    public static CourtProtection None { get; } = new(false, false, false, false);
}
