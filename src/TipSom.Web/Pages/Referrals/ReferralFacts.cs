using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Referrals;
using TipSom.Domain.Agreements;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The names round a referral, in one statement. Case and person are there only for those who work on the case.</summary>
public sealed record ReferralFacts(
    BilingualName FromUnit, BilingualName FromAgency, string? FromPhone, BilingualName ToUnit, BilingualName ToAgency, string? ToPhone,
    BilingualName District, string? CaseNumber, int? Position, bool IsSettled, string? ParentNumber, string? NextNumber,
    MessageCount Messages, Agreement? Agreement)
{
    /// <summary>The person's page in the case; null for a reader who does not work on it.</summary>
    public string? PersonUrl => CaseNumber is null ? null : $"/cases/{CaseNumber}/people/{Position}";

    public static async Task<ReferralFacts> OfAsync(TipSomDbContext db, Referral referral, Side side, CancellationToken ct) => await (
            from r in db.Referrals
            join fu in db.Units on r.FromUnitId equals fu.Id
            join fa in db.Agencies on r.FromAgencyId equals fa.Id
            join tu in db.Units on r.ToUnitId equals tu.Id
            join ta in db.Agencies on r.ToAgencyId equals ta.Id
            join d in db.Districts on r.DistrictCode equals d.Code
            where r.Id == referral.Id
            select new ReferralFacts(
                new BilingualName(fu.NameEn, fu.NameUr), new BilingualName(fa.NameEn, fa.NameUr), fu.Phone,
                new BilingualName(tu.NameEn, tu.NameUr), new BilingualName(ta.NameEn, ta.NameUr), tu.Phone,
                new BilingualName(d.NameEn, d.NameUr),
                db.Cases.Where(c => c.Id == r.CaseId).Select(c => c.Number).FirstOrDefault(),
                db.Victims.Where(v => v.Id == r.VictimId).Select(v => (int?)v.Position).FirstOrDefault(),
                db.ReferralAccess.Any(a => a.ReferralId == r.Id && a.Side == side && a.IsSettled),
                db.Referrals.Where(p => p.Id == r.ParentId).Select(p => p.Number).FirstOrDefault(),
                db.Referrals.Where(n => n.ParentId == r.Id).OrderBy(n => n.SentAt).Select(n => n.Number).FirstOrDefault(),
                new MessageCount(
                    db.ReferralMessages.Count(m => m.ReferralId == r.Id),
                    db.ReferralMessages.Count(m => m.ReferralId == r.Id && m.Side != side
                        && !db.MessageReadings.Any(k => k.ReferralId == r.Id && k.ReadAt >= m.At))),
                db.Agreements.FirstOrDefault(a => a.Id == r.AgreementId)))
        .SingleAsync(ct);
}
