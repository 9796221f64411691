using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Data.Queries;
using TipSom.Domain;
using TipSom.Domain.Agreements;
using TipSom.Domain.Assessment;
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
    /// <summary>So many providers may be asked together for one need; more would be a search, not a question.</summary>
    public const int MostAskedTogether = 4;

    /// <summary>
    /// Everything the referrals of a need to these services of providers would be; null where the need is not to be seen by who asks, or a
    /// service does not exist.
    /// </summary>
    public async Task<PreparedReferrals?> PrepareAsync(
        Guid needId, IReadOnlyList<Guid> providerServiceIds, string? message, Actor by, CancellationToken ct, string? overrideReason = null)
    {
        var now = clock.GetUtcNow();
        string[] Numbers() => FreeNumbers.Candidates(RecordNumber.ReferralPrefix, now);
        var (first, second, third, fourth) = (Numbers(), Numbers(), Numbers(), Numbers());
        var unfinished = Enum.GetValues<ReferralStatus>().Where(s => !s.IsFinal()).ToList();
        // One statement for the file: this stands behind every preview.
        var file = await (
                from n in db.Needs
                join v in db.Victims.Include(v => v.Needs) on n.VictimId equals v.Id
                join c in db.Cases on v.CaseId equals c.Id
                join d in db.Districts on c.DistrictCode equals d.Code
                join u in db.Units on c.HoldingUnitId equals u.Id
                where n.Id == needId && n.EndedAt == null && db.CaseAccess.Any(w => w.CaseId == c.Id && w.Works)
                select new
                {
                    Victim = v,
                    Case = c,
                    d.ProvinceCode,
                    u.Phone,
                    First = FreeNumbers.FirstFree(first),
                    Second = FreeNumbers.FirstFree(second),
                    Third = FreeNumbers.FirstFree(third),
                    Fourth = FreeNumbers.FirstFree(fourth),
                    Consent = db.Consents.Where(x => x.VictimId == v.Id).OrderByDescending(x => x.GivenAt).FirstOrDefault(),
                    Identity = db.VictimIdentities.FirstOrDefault(i => i.VictimId == v.Id),
                    Notes = db.ProviderNotes.Where(x => x.VictimId == v.Id).OrderByDescending(x => x.Version).FirstOrDefault(),
                    Before = db.Referrals.Where(r => r.NeedId == n.Id && unfinished.Contains(r.Status)).OrderBy(r => r.StatusSince).ToList(),
                    Proposal = db.UnplacedNeeds.Where(u => u.NeedId == n.Id && u.SettledAt == null && u.ProposedServiceId != null)
                        .Select(u => new DesksProposal(u.ProposedServiceId!.Value, u.Note)).FirstOrDefault()
                })
            .AsSingleQuery().SingleOrDefaultAsync(ct);
        if (file is null || providerServiceIds.Count is 0 or > MostAskedTogether)
            return null;
        var (victim, consent) = (file.Victim, file.Consent);
        var declined = file.Before.FindAll(r => !r.Status.IsLive());
        var asked = file.Before.FindAll(r => r.Status.IsLive()).ConvertAll(r => new AskedAlready(r.Number, r.RoundId, r.Status));
        var need = victim.Needs.Single(n => n.Id == needId);
        var request = PlacementRequest.For(victim, need.Service, file.Case.DistrictCode, file.ProvinceCode, file.Case.HoldingAgencyId);
        var fits = await db.MatchAsync(request, consent, now, ct, providerServiceIds);
        if (fits.Count != providerServiceIds.Distinct().Count())
            return null;
        var proposal = file.Proposal is { } proposed && providerServiceIds.Contains(proposed.ServiceId) ? proposed : null;
        string[] numbers = [file.First, file.Second, file.Third, file.Fourth];
        if (consent?.IsInForce(now) != true)
            return new PreparedReferrals(file.Case, victim, need, null, declined, asked, proposal, [.. fits.Zip(numbers, (f, n) => Offer(n, f, null, null))]);

        var identity = Opened(file.Identity, by, now);
        var notes = file.Notes is { } kept ? cipher.Open<CareNotes>(SealKinds.ProviderNotes, kept.Id, kept.SealedNotes) : null;
        return new PreparedReferrals(file.Case, victim, need, consent, declined, asked, proposal,
        [
            .. fits.Zip(numbers, (f, n) => Offer(
                n, f,
                NeedsDisclosure.Of(victim, file.Case.DistrictCode, consent, AgreementOf(f), message),
                IdentityDisclosure.Of(identity, consent, AgreementOf(f), by.Name, file.Phone) with { Notes = notes }))
        ]);

        // Where a supervisor overrides, no agreement limits what consent allows.
        Agreement? AgreementOf(ProviderFit fit) => overrideReason is null ? fit.Agreement : null;

        PreparedOffer Offer(string number, ProviderFit fit, NeedsDisclosure? needs, IdentityDisclosure? person) =>
            new(number, fit, new SendingException(overrideReason, proposal?.ServiceId == fit.Service.Id), needs, person);
    }

    /// <summary>
    /// Sends what was prepared, to every provider at once, with both sealed copies for each. A declined referral of the need is rerouted by it.
    /// Refuses where the need is already asked of others, unless these shall be asked as well. The caller saves.
    /// </summary>
    public async Task<IReadOnlyList<Referral>> SendAsync(PreparedReferrals prepared, Actor by, CancellationToken ct, bool asWell = false)
    {
        var now = clock.GetUtcNow();
        if (prepared.Consent is not { } consent)
            throw new RuleBrokenException("There is no consent in force. Record consent before you refer.");
        if (prepared.Asked.Any(a => a.Status.IsPlaced()))
            throw new RuleBrokenException("Another provider has already accepted this need.");
        if (prepared.Asked.Count > 0 && !asWell)
            throw new RuleBrokenException("This need already has an open referral. Withdraw it before you send another.");
        var clocks = await db.ReferralClocksAsync(ct);
        var round = prepared.Asked.Count > 0 ? prepared.Asked[0].RoundId : Guid.CreateVersion7();
        var sent = new List<Referral>();
        foreach (var offer in prepared.Offers)
        {
            var referral = Referral.Send(
                offer.Number, prepared.Case, prepared.Victim, prepared.Need, offer.Fit, consent, clocks, by, now, round, offer.Exception);
            Attach(referral, DisclosureStage.Needs, consent, offer.Needs!, now);
            Attach(referral, DisclosureStage.Identity, consent, offer.Identity!, now);
            sent.Add(referral);
        }

        // The last decline is what the new one follows; earlier ones of a round end with it.
        foreach (var declined in prepared.Declined)
            sent.ForEach(next => declined.IsFollowedBy(next));
        prepared.Declined.ToList().ForEach(declined => declined.Reroute(by, now));
        db.AddRange(sent);
        return sent;
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

/// <summary>Referrals of one need before they are sent. Where consent is missing, what rests on it is null.</summary>
/// <param name="Case">The case.</param>
/// <param name="Victim">The person.</param>
/// <param name="Need">The need.</param>
/// <param name="Consent">The consent in force.</param>
/// <param name="Declined">Declined referrals of the need, which sending reroutes; the last one last.</param>
/// <param name="Asked">Referrals that have the need in hand already.</param>
/// <param name="Proposal">What the national desk proposes, where that is among the providers that would be asked.</param>
/// <param name="Offers">One for each provider that would be asked.</param>
public sealed record PreparedReferrals(
    Case Case, Victim Victim, Need Need, Consent? Consent, IReadOnlyList<Referral> Declined, IReadOnlyList<AskedAlready> Asked,
    DesksProposal? Proposal, IReadOnlyList<PreparedOffer> Offers)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(PreparedReferrals);
}

/// <summary>What one provider would be asked.</summary>
/// <param name="Number">The number the referral would have.</param>
/// <param name="Fit">How the provider fits.</param>
/// <param name="Exception">What may be passed over for it.</param>
/// <param name="Needs">What the provider reads at once.</param>
/// <param name="Identity">What the provider reads after accepting.</param>
public sealed record PreparedOffer(
    string Number, ProviderFit Fit, SendingException Exception, NeedsDisclosure? Needs, IdentityDisclosure? Identity)
{
    /// <summary>Why it cannot be sent there, nothing passed over that may be.</summary>
    public IReadOnlyList<FitProblem> Blocking => [.. Fit.Problems.Where(p => !Exception.Waives(p))];

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(PreparedOffer);
}

/// <summary>The provider the national desk has spoken to.</summary>
/// <param name="ServiceId">Its service.</param>
/// <param name="Note">What the desk wrote to the sender, such as whom to ask for.</param>
public sealed record DesksProposal(Guid ServiceId, string? Note);

/// <summary>A referral that has the need in hand.</summary>
/// <param name="Number">Its number.</param>
/// <param name="RoundId">The round it belongs to.</param>
/// <param name="Status">Where it stands.</param>
public sealed record AskedAlready(string Number, Guid RoundId, ReferralStatus Status);
