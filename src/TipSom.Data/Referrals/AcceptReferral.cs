using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Data.Queries;
using TipSom.Domain;
using TipSom.Domain.Coordination;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Referrals;

/// <summary>Accepts a referral under the agreement it rests on, as that stands today, and seals how the person is met. The caller saves.</summary>
public sealed class AcceptReferral(TipSomDbContext db, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>Accepts, or refuses with the agreement's reason.</summary>
    public async Task AcceptAsync(
        Referral referral, DateTimeOffset arrival, ArrivalPlace place, ArrivalDetails details, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // Whoever accepts first takes back what was asked of others: two of them take turns.
        await db.Database.ExecuteSqlAsync($"select security.wait_for_need_of({referral.Id})", ct);
        // The age was judged when it was sent; the provider's side does not read the victim.
        var request = new PlacementRequest(
            referral.Service,
            VictimGroups.Of(referral.Sex, referral.IsChild),
            null,
            referral.DistrictCode,
            await db.ProvinceOfAsync(referral.DistrictCode, ct),
            referral.SentByAgencyId);
        var service = await db.ProviderServices.AsNoTracking().SingleAsync(s => s.Id == referral.ProviderServiceId, ct);
        var agreements = await db.Agreements.AsNoTracking().Where(a => a.Id == referral.AgreementId).ToListAsync(ct);
        if (referral.OverrideReason is not null && await db.OverrideReviews.AnyAsync(o => o.ReferralId == referral.Id && !o.IsUpheld, ct))
            throw new RuleBrokenException(OverrideReview.NotUpheld);
        var fit = ProviderFit.Judge(service, agreements, request, null, PakistanTime.DayOf(now), now);
        referral.Accept(fit, arrival, await db.ReferralClocksAsync(ct), by, now);
        db.Add(new ArrivalArrangement(referral.Id, place, cipher.Seal(SealKinds.Arrival, referral.Id, details)));
    }
}
