using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Data.Queries;
using TipSom.Domain;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Referrals;

/// <summary>Prepares a referral so that it can be looked at, and sends it. What is previewed and what is sent is made by the same lines.</summary>
public sealed class SendReferral(TipSomDbContext db, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>Everything a referral of a need to a provider's service would be; null where the need is not to be seen by who asks.</summary>
    public async Task<PreparedReferral?> PrepareAsync(Guid needId, Guid providerServiceId, string? message, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var numbers = FreeNumbers.Candidates(RecordNumber.ReferralPrefix, now);
        // One statement for the file: this stands behind every preview.
        var file = await (
                from n in db.Needs
                join v in db.Victims.Include(v => v.Needs) on n.VictimId equals v.Id
                join c in db.Cases on v.CaseId equals c.Id
                join d in db.Districts on c.DistrictCode equals d.Code
                join u in db.Units on c.HoldingUnitId equals u.Id
                where n.Id == needId
                select new
                {
                    Victim = v,
                    Case = c,
                    d.ProvinceCode,
                    u.Phone,
                    Number = FreeNumbers.FirstFree(numbers),
                    Consent = db.Consents.Where(x => x.VictimId == v.Id).OrderByDescending(x => x.GivenAt).FirstOrDefault(),
                    Identity = db.VictimIdentities.FirstOrDefault(i => i.VictimId == v.Id)
                })
            .SingleOrDefaultAsync(ct);
        if (file is null)
            return null;
        var (victim, consent) = (file.Victim, file.Consent);
        var need = victim.Needs.Single(n => n.Id == needId);
        var request = new PlacementRequest(
            need.Service, victim.Groups, victim.Age.Years, file.Case.DistrictCode, file.ProvinceCode, file.Case.HoldingAgencyId);
        var fit = (await db.MatchAsync(request, consent, now, ct, providerServiceId)).SingleOrDefault();
        if (fit is null || consent is null || !consent.IsInForce(now))
            return new PreparedReferral(file.Number, file.Case, victim, need, fit, null, null, null);

        return new PreparedReferral(
            file.Number, file.Case, victim, need, fit, consent,
            NeedsDisclosure.Of(victim, file.Case.DistrictCode, consent, fit.Agreement, message),
            IdentityDisclosure.Of(Opened(file.Identity, by, now), consent, fit.Agreement, by.Name, file.Phone));
    }

    /// <summary>Sends what was prepared, with both sealed copies. The caller saves.</summary>
    public async Task<Referral> SendAsync(PreparedReferral prepared, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (prepared is not { Consent: { } consent, Needs: { } needs, Identity: { } identity })
            throw new RuleBrokenException("There is no consent in force. Record consent before you refer.");
        var fit = prepared.Fit ?? throw new RuleBrokenException("This provider no longer offers the service.");
        var referral = Referral.Send(
            prepared.Number, prepared.Case, prepared.Victim, prepared.Need, fit, consent, await db.ReferralClocksAsync(ct), by, now);
        Attach(referral, DisclosureStage.Needs, consent, needs, now);
        Attach(referral, DisclosureStage.Identity, consent, identity, now);
        db.Add(referral);
        return referral;
    }

    private void Attach<T>(Referral referral, DisclosureStage stage, Consent consent, T content, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        referral.Attach(id, stage, consent, cipher.Seal(SealKinds.Disclosure, id, content), now);
    }

    // Copying an identity for a provider opens it, so it is recorded like every opening.
    private IdentityDetails? Opened(VictimIdentity? kept, Actor by, DateTimeOffset now)
    {
        if (kept is null)
            return null;
        db.Add(new IdentityOpening(kept.VictimId, kept.CaseId, by, "Preparing a referral", now));
        return cipher.Open<IdentityDetails>(SealKinds.Identity, kept.VictimId, kept.SealedDetails);
    }
}

/// <summary>A referral before it is sent. Where consent or provider are missing, the parts that rest on them are null.</summary>
/// <param name="Number">The number it would have.</param>
/// <param name="Case">The case.</param>
/// <param name="Victim">The person.</param>
/// <param name="Need">The need.</param>
/// <param name="Fit">How the provider fits.</param>
/// <param name="Consent">The consent in force.</param>
/// <param name="Needs">What the provider reads at once.</param>
/// <param name="Identity">What the provider reads after accepting.</param>
public sealed record PreparedReferral(
    string Number, Case Case, Victim Victim, Need Need, ProviderFit? Fit, Consent? Consent, NeedsDisclosure? Needs, IdentityDisclosure? Identity)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(PreparedReferral);
}
