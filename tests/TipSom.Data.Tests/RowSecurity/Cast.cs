using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>Everybody whose sight is specified, round one police station and one shelter.</summary>
internal sealed record Cast(
    Force Police, Provider Shelter, User Sibling, Force OtherForce, Provider OtherShelter, User Coordinator,
    User Analyst, User Auditor, User Administrator, User Disabled, Force Reader, Force Knower, Force Offered)
{
    public IEnumerable<User> Everybody =>
    [
        Police.Officer, Police.Supervisor, Sibling, OtherForce.Officer, Shelter.Caseworker, OtherShelter.Caseworker, Coordinator,
        Analyst, Auditor, Administrator, Disabled, Reader.Officer, Knower.Officer, Offered.Supervisor
    ];

    public static async Task<Cast> MakeAsync(World world)
    {
        var coordinator = await world.CoordinatorAsync();
        var police = await world.PoliceAsync();
        var otherForce = await world.FiaAsync();
        var shelter = await world.ProviderAsync();
        var otherShelter = await world.ProviderAsync();
        foreach (var force in new[] { police, otherForce })
        {
            await world.AgreementAsync(force, shelter);
            await world.AgreementAsync(force, otherShelter);
        }

        var siblingStation = new Unit(
            police.Agency.Id, police.Headquarters, UnitKind.Station, $"PS-{Guid.NewGuid():N}", "Next station", "ساتھ والا تھانہ", "PB-LAHORE");
        await world.AddAsOwnerAsync(siblingStation);
        var disabled = await world.UserAsync(police.Station, Role.Officer);
        await using var owner = await PlainSql.AsOwnerAsync(world.Database);
        await owner.RunAsync("update identity.users set disabled_at = now() where id = $1", disabled.Id);
        await owner.CommitAsync();
        return new Cast(
            police, shelter, await world.UserAsync(siblingStation, Role.Officer), otherForce, otherShelter, coordinator,
            await world.UserAsync(police.Station, Role.Analyst), await world.UserAsync(police.Station, Role.Auditor),
            await world.UserAsync(police.Station, Role.AgencyAdministrator), disabled,
            await world.FiaAsync(), await world.FiaAsync(), await world.FiaAsync());
    }

    /// <summary>A referral brought to a state by the acts of all sides.</summary>
    public Task<Referral> ReferralAsync(World world, ReferralStatus status) => world.ReferralAsync(status, Police, Shelter, OtherShelter, Coordinator);

    /// <summary>Shares the case of a referral with two other agencies, one of them with all there is, and offers its lead to a third.</summary>
    public async Task WorkTogetherAsync(World world, Referral referral)
    {
        var @case = await world.AsAsync(Police.Supervisor, (_, db) => db.Cases.SingleAsync(c => c.Id == referral.CaseId));
        await world.ShareAsync(Police.Supervisor, @case, Reader.Station);
        await world.ShareAsync(Police.Supervisor, @case, Knower.Station, t => t with { SeesIdentity = true, SeesInvestigation = true, SeesDocuments = true });
        await world.OfferAsync(Police.Supervisor, @case, Offered.Station);
        await world.NoteAsync(Police.Officer, @case);
    }

    /// <summary>Another person in the case of a referral, with the same need and consent but no identity kept: free to be referred.</summary>
    public async Task<(Guid Victim, Guid Need, Guid Consent)> AnotherPersonAsync(World world, Referral referral) =>
        await world.AsAsync(Police.Officer, async (_, db) =>
        {
            var @case = await db.Cases.Include(c => c.Victims).SingleAsync(c => c.Id == referral.CaseId);
            var actor = World.ActorOf(Police.Officer);
            var now = TimeProvider.System.GetUtcNow();
            var victim = @case.AddPerson(World.Woman, actor, now);
            var consent = Consent.Record(
                victim,
                new ConsentAnswer(
                    true, ConsentBasis.OwnConsent, ConsentForm.Spoken, GuardianInvolvement.NotAsked, "pnb", false, [],
                    Enum.GetValues<DataCategory>(), null),
                actor, now);
            db.Add(consent);
            return (victim.Id, victim.Needs[0].Id, consent.Id);
        });
}
