using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Emergency;
using TipSom.Domain.Finding;
using TipSom.Domain.Suspects;

namespace TipSom.Data.Queries;

/// <summary>Cases that wait for somebody, beside the needs of their people. Names nobody.</summary>
public static class CasesQueue
{
    private const string Limit = "limit";
    private const string WithoutDelay = "limit without delay";
    private const string Asked = "asked about a person";
    private const string Unsure = "not sure of a person";
    private const string ToApprove = "emergency to approve";
    private const string ToReview = "emergency to review";

    /// <summary>
    /// What waits in cases beside their needs, in one read: time limits of the law, and questions of other units about a person; and for a
    /// supervisor the decisions to share a case, to let another agency take the lead, to take one over, accusations to look at, and of whom an officer was not sure;
    /// and for who follows them the openings in an emergency that somebody else is to approve or to review.
    /// The earliest of each first; no kind crowds out another.
    /// </summary>
    public static async Task<CasesWaiting> CasesWaitingAsync(
        this TipSomDbContext db, Guid me, bool decides, bool followsEmergencies, DateTimeOffset now, CancellationToken ct)
    {
        var limits =
            from d in db.LegalDeadlines.AsNoTracking()
            join c in db.Cases on d.CaseId equals c.Id
            join k in db.LegalClocks on d.ClockCode equals k.Code
            // Row security leaves the cases one sees; a reminder is for those who work on them.
            where d.MetAt == null && d.RemindAt <= now && c.Status == CaseStatus.Open && db.CaseAccess.Any(a => a.CaseId == d.CaseId && a.Works)
            select new { Of = k.Hours == 0 ? WithoutDelay : Limit, c.Number, Id = d.Id, NameEn = k.TextEn, NameUr = k.TextUr, At = d.DueAt, Position = 0 };
        var shares =
            from s in db.CaseShares.AsNoTracking()
            join c in db.Cases on s.CaseId equals c.Id
            join u in db.Units on s.UnitId equals u.Id
            where s.Status == ShareStatus.Asked && db.CaseAccess.Any(a => a.CaseId == s.CaseId && a.Works)
            select new { Of = "share", c.Number, Id = s.Id, u.NameEn, u.NameUr, At = s.AskedAt, Position = 0 };
        var approvals =
            from t in db.LeadTransfers.AsNoTracking()
            join u in db.Units on t.ToUnitId equals u.Id
            where t.Status == TransferStatus.Proposed && db.CaseAccess.Any(a => a.CaseId == t.CaseId && a.Works)
            select new { Of = "approve", Number = t.CaseNumber, t.Id, u.NameEn, u.NameUr, At = t.ProposedAt, Position = 0 };
        // Who works on the case has offered it; who does not is offered it.
        var offers =
            from t in db.LeadTransfers.AsNoTracking()
            join u in db.Units on t.FromUnitId equals u.Id
            where t.Status == TransferStatus.Approved && !db.CaseAccess.Any(a => a.CaseId == t.CaseId && a.Works)
            select new { Of = "answer", Number = t.CaseNumber, t.Id, u.NameEn, u.NameUr, At = t.ApprovedAt ?? t.ProposedAt, Position = 0 };
        // Who accused does not look: two pairs of eyes, and the one who waits is told nothing new.
        var accusations =
            from s in db.Suspects.AsNoTracking()
            join c in db.Cases on s.CaseId equals c.Id
            join u in db.Units on c.HoldingUnitId equals u.Id
            where s.SealedWhyAccused != null && s.LookedAt == null && s.Status != SuspectStatus.Cleared && s.ById != me
                && db.CaseAccess.Any(a => a.CaseId == s.CaseId && a.Works)
            select new { Of = "look", c.Number, s.Id, u.NameEn, u.NameUr, s.At, s.Position };
        // Row security leaves the targets of those who see the record; who works on it is asked.
        var asked =
            from r in db.ConnectRequests.AsNoTracking()
            join t in db.ConnectTargets on r.Id equals t.RequestId
            join u in db.Units on r.FromUnitId equals u.Id
            where r.Answer == null && db.CaseAccess.Any(a => a.CaseId == t.CaseId && a.Works)
            select new { Of = Asked, r.Number, r.Id, u.NameEn, u.NameUr, r.At, Position = 0 };
        var unsure =
            from d in db.DuplicateChoices.AsNoTracking()
            join v in db.Victims on d.VictimId equals v.Id
            join c in db.Cases on v.CaseId equals c.Id
            join u in db.Units on d.ActorUnitId equals u.Id
            where d.Answer == DuplicateAnswer.NotSure && d.SettledAt == null && db.CaseAccess.Any(a => a.CaseId == c.Id && a.Works)
            select new { Of = Unsure, c.Number, d.Id, u.NameEn, u.NameUr, d.At, v.Position };
        // Row security says who follows which.
        var emergencies =
            from e in db.EmergencyAccesses.AsNoTracking()
            join u in db.Units on e.ActorUnitId equals u.Id
            where e.ActorId != me
                && (e.GrantedAt == null ? e.At > now - EmergencyAccess.Waits : !db.EmergencyReviews.Any(r => r.AccessId == e.Id))
            select new { Of = e.GrantedAt == null ? ToApprove : ToReview, e.Number, e.Id, u.NameEn, u.NameUr, At = e.GrantedAt ?? e.At, Position = 0 };
        var forAll = limits.OrderBy(d => d.At).Take(WorkQueue.MostShown).Concat(asked.OrderBy(d => d.At).Take(WorkQueue.MostShown));
        if (decides)
            forAll = forAll.Concat(shares.Concat(approvals).Concat(offers).Concat(accusations).OrderBy(d => d.At).Take(WorkQueue.MostShown)).Concat(unsure.OrderBy(d => d.At).Take(WorkQueue.MostShown));
        if (followsEmergencies)
            forAll = forAll.Concat(emergencies.OrderBy(d => d.At).Take(WorkQueue.MostShown));
        var found = (await forAll.ToListAsync(ct))
            .OrderBy(d => d.At).ToLookup(d => d.Of switch { Limit or WithoutDelay => Limit, Asked or Unsure => Asked, ToApprove or ToReview => ToReview, _ => "" });
        return new CasesWaiting(
            [.. found[Limit].Select(d => new LegalDeadlineRow(d.Id, d.Number, d.NameEn, d.NameUr, d.At, d.Of == WithoutDelay))],
            [.. found[""].Select(d => new CaseDecision(d.Of, d.Number, d.Id, d.NameEn, d.NameUr, d.At, d.Position))],
            [.. found[Asked].Select(d => new ConnectRow(d.Number, d.Position == 0 ? null : d.Position, d.At, d.NameEn, d.NameUr)).Take(WorkQueue.MostShown)],
            // Who asks cannot begin before an answer; a review has three days.
            [.. found[ToReview].OrderBy(d => d.Of == ToReview).Select(d => new EmergencyToDo(d.Number, d.Of == ToApprove, d.NameEn, d.NameUr, d.At))]);
    }
}

/// <summary>A case that waits for a supervisor's decision. Names nobody.</summary>
/// <param name="Of">What is to be decided: share, approve, answer or look.</param>
/// <param name="CaseNumber">The case.</param>
/// <param name="Id">The share, the transfer or the accusation.</param>
/// <param name="UnitEn">The unit of the other side, or that holds the case, in English.</param>
/// <param name="UnitUr">The same in Urdu.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Position">Which suspect; 0 where it is about the whole case.</param>
public sealed record CaseDecision(string Of, string CaseNumber, Guid Id, string UnitEn, string UnitUr, DateTimeOffset Since, int Position);

/// <summary>What waits in cases beside their needs.</summary>
/// <param name="Limits">Time limits of the law that come near or have passed.</param>
/// <param name="Decisions">What a supervisor has to decide on.</param>
/// <param name="ToConnect">Who may be the same person, where somebody waits for an answer.</param>
/// <param name="Emergencies">Openings in an emergency that wait for an approval or a review.</param>
public sealed record CasesWaiting(
    IReadOnlyList<LegalDeadlineRow> Limits, IReadOnlyList<CaseDecision> Decisions, IReadOnlyList<ConnectRow> ToConnect, IReadOnlyList<EmergencyToDo> Emergencies);

/// <summary>An opening in an emergency that waits for somebody. Names nobody.</summary>
/// <param name="Number">The number of the access.</param>
/// <param name="IsToApprove">Whether it waits for an approval, and not for its review.</param>
/// <param name="UnitEn">The unit of who asked, in English.</param>
/// <param name="UnitUr">The same in Urdu.</param>
/// <param name="Since">When it was asked for, or granted.</param>
public sealed record EmergencyToDo(string Number, bool IsToApprove, string UnitEn, string UnitUr, DateTimeOffset Since)
{
    /// <summary>Until when it is to be reviewed; null where it waits for an approval.</summary>
    public DateTimeOffset? DueAt => IsToApprove ? null : Since + EmergencyAccess.ReviewedWithin;
}
