using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Data.Queries;

/// <summary>What is still owed in a case, as its closing asks.</summary>
public static class CaseStandings
{
    private static readonly ReferralStatus[] InHand = [.. Enum.GetValues<ReferralStatus>().Where(s => s.IsLive())];

    /// <summary>The referrals a provider has in hand, the oldest first.</summary>
    public static Task<List<OpenReferral>> ReferralsInHandAsync(this TipSomDbContext db, Guid caseId, CancellationToken ct) => (
            from r in db.Referrals.AsNoTracking()
            where r.CaseId == caseId && InHand.Contains(r.Status)
            orderby r.SentAt
            select new OpenReferral(r.Number, r.Status))
        .ToListAsync(ct);

    /// <summary>The needs that are in nobody's hands.</summary>
    public static Task<List<OpenNeed>> NeedsOfNobodyAsync(this TipSomDbContext db, Guid caseId, CancellationToken ct) => (
            from u in db.UnplacedNeeds.AsNoTracking()
            join v in db.Victims on u.VictimId equals v.Id
            where u.CaseId == caseId && u.SettledAt == null
            orderby v.Position, u.Service
            select new OpenNeed(v.Position, u.NeedId, u.Service))
        .ToListAsync(ct);

    public sealed record OpenReferral(string Number, ReferralStatus Status);

    public sealed record OpenNeed(int Person, Guid NeedId, ServiceType Service);
}
