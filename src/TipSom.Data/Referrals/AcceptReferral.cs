using TipSom.Data.Encryption;
using TipSom.Data.Queries;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Referrals;

/// <summary>Accepts a referral under the agreement as it stands today, and seals how the person is met. The caller saves.</summary>
public sealed class AcceptReferral(TipSomDbContext db, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>Accepts, or refuses with the agreement's reason.</summary>
    public async Task AcceptAsync(
        Referral referral, DateTimeOffset arrival, ArrivalPlace place, ArrivalDetails details, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // The age was judged when it was sent; the provider's side does not read the victim.
        var request = new PlacementRequest(
            referral.Service,
            VictimGroups.Of(referral.Sex, referral.IsChild),
            null,
            referral.DistrictCode,
            await db.ProvinceOfAsync(referral.DistrictCode, ct),
            referral.FromAgencyId);
        var fit = (await db.MatchAsync(request, null, now, ct, referral.ProviderServiceId)).SingleOrDefault()
            ?? throw new RuleBrokenException("This provider no longer offers the service.");
        referral.Accept(fit, arrival, await db.ReferralClocksAsync(ct), by, now);
        db.Add(new ArrivalArrangement(referral.Id, place, cipher.Seal(SealKinds.Arrival, referral.Id, details)));
    }
}
