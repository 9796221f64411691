using System.Text.Json.Nodes;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Services;

/// <summary>Who may offer a service, say whom it takes and confirm its places, asked with statements written by hand.</summary>
public sealed class ServiceGuardTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Confirm =
        "update casework.provider_services set places_free = 3, places_confirmed_at = now(), places_confirmed_by_id = security.my_user() where id = $1";

    [Fact]
    public async Task A_manager_offers_at_the_own_unit_and_below_and_nowhere_else()
    {
        await using var world = new World(database);
        var (provider, other) = (await world.ProviderAsync(), await world.ProviderAsync());
        var below = new Unit(provider.Agency.Id, provider.Shelter, UnitKind.Shelter, $"SH-{Guid.NewGuid():N}", "House below", "نیچے والا گھر", "PB-LAHORE");
        await world.AddAsOwnerAsync(below);
        var managerBelow = await world.UserAsync(below, Role.ProviderManager);
        var row = await RowAsync(provider);
        await using var manager = await PlainSql.AsAsync(database, provider.Manager);

        Assert.Equal("", await OfferAsync(manager, row));
        Assert.Equal("", await OfferAsync(manager, row, ("unit_id", below.Id)));
        Assert.Equal(Outcome.NotAllowed, await OfferAsync(manager, row, ("unit_id", other.Shelter.Id), ("agency_id", other.Agency.Id)));
        Assert.Equal(Outcome.NotAllowed, await OfferAsync(manager, row, ("agency_id", other.Agency.Id)));
        Assert.Equal(Outcome.NotAllowed, await OfferAsync(manager, row, ("places_held", 1)));
        Assert.Equal(Outcome.NotAllowed, await OfferAsync(manager, row, ("stopped_at", DateTimeOffset.UtcNow)));
        Assert.Equal(Outcome.NotAllowed, await OfferAsync(manager, row, ("places_confirmed_by_id", provider.Caseworker.Id)));
        await using var lower = await PlainSql.AsAsync(database, managerBelow);
        Assert.Equal(Outcome.NotAllowed, await OfferAsync(lower, row));
        Assert.Equal(0, (await lower.TryAsync(Confirm, provider.Service.Id)).Rows);
        await using var caseworker = await PlainSql.AsAsync(database, provider.Caseworker);
        Assert.Equal(Outcome.NotAllowed, await OfferAsync(caseworker, row));
    }

    [Fact]
    public async Task A_caseworker_confirms_places_and_changes_nothing_else()
    {
        await using var world = new World(database);
        var provider = await world.ProviderAsync(freePlaces: 4);
        await using var caseworker = await PlainSql.AsAsync(database, provider.Caseworker);
        await using var manager = await PlainSql.AsAsync(database, provider.Manager);
        const string children = "update casework.provider_services set takes_children = true where id = $1";
        const string stop = "update casework.provider_services set stopped_at = now() where id = $1";

        Assert.Equal(new Outcome(1, "", ""), await caseworker.TryAsync(Confirm, provider.Service.Id));
        Assert.Equal(Outcome.NotAllowed, (await caseworker.TryAsync(children, provider.Service.Id)).State);
        Assert.Equal(Outcome.NotAllowed, (await caseworker.TryAsync(stop, provider.Service.Id)).State);
        Assert.Equal(1, (await manager.TryAsync(children, provider.Service.Id)).Rows);
        Assert.Equal(1, (await manager.TryAsync(stop, provider.Service.Id)).Rows);
    }

    [Theory]
    [InlineData("places_free = 3")]
    [InlineData("places_free = 3, places_confirmed_at = now()")]
    [InlineData("places_free = 3, places_confirmed_at = now(), places_confirmed_by_id = gen_random_uuid()")]
    [InlineData("places_total = null, places_free = null, places_confirmed_at = now(), places_confirmed_by_id = security.my_user()")]
    [InlineData("places_held = 0")]
    [InlineData("district_code = 'PB-MULTAN'")]
    [InlineData("unit_id = unit_id")]
    public async Task Nobody_changes_places_without_signing_or_what_referrals_rest_on(string change)
    {
        await using var world = new World(database);
        var provider = await world.ProviderAsync(freePlaces: 4);
        await using var manager = await PlainSql.AsAsync(database, provider.Manager);

        Assert.Equal(Outcome.NotAllowed, (await manager.TryAsync($"update casework.provider_services set {change} where id = $1", provider.Service.Id)).State);
    }

    [Fact]
    public async Task A_stopped_service_changes_no_more_and_nobody_is_referred_to_it()
    {
        await using var posting = await Referrals.Posting.PrepareAsync(database);
        await posting.AsOwnerAsync("update casework.provider_services set stopped_at = now() where id = $1", posting.Cast.Shelter.Service.Id);
        await using var manager = await PlainSql.AsAsync(database, posting.Cast.Shelter.Manager);

        var confirmed = await manager.TryAsync(Confirm, posting.Cast.Shelter.Service.Id);
        var sent = await posting.SendAsync(posting.Cast.Police.Officer);

        Assert.Equal((Outcome.RuleBroken, "This service is no longer offered."), (confirmed.State, confirmed.Message));
        Assert.Equal((Outcome.RuleBroken, ProviderFit.Sentence(FitProblem.NoLongerOffered)), (sent.State, sent.Message));
    }

    [Fact]
    public async Task The_time_to_answer_is_a_median_of_the_last_ninety_days()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync([VictimGroup.Women], ServiceType.Shelter, "PB-LAHORE");
        await world.AgreementAsync(police, shelter);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        foreach (var (minutes, daysAgo) in new[] { (10, 1), (30, 2), (400, 3), (5000, 91) })
        {
            var referral = await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter));
            await world.DeclineAsync(shelter.Caseworker, referral);
            await owner.RunAsync("alter table casework.referrals disable trigger user");
            await owner.RunAsync(
                "update casework.referrals set answered_at = now() - make_interval(days => $2), sent_at = now() - make_interval(days => $2, mins => $3) where id = $1",
                referral.Id, daysAgo, minutes);
            await owner.RunAsync("alter table casework.referrals enable trigger user");
            await owner.CommitAsync();
        }

        const string ask = "select round(median_seconds / 60) || ' of ' || answers from security.answer_times('Shelter') where provider_service_id = $1";
        await using var officer = await PlainSql.AsAsync(database, police.Officer);
        await using var nobody = await PlainSql.AsAsync(database, null);

        Assert.Equal(["30 of 3"], await officer.ListAsync(ask, shelter.Service.Id));
        Assert.Empty(await nobody.ListAsync(ask, shelter.Service.Id));
    }

    private static async Task<string> OfferAsync(PlainSql session, JsonObject row, params (string Field, object? Value)[] changes) =>
        (await session.TryAsync(Insert, row.With([("id", Guid.NewGuid()), .. changes]))).State;

    // Only the columns a request may write; the others have defaults or are refused with them.
    private static string Insert => JsonRows.InsertInto("casework.provider_services");

    private async Task<JsonObject> RowAsync(Provider provider)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var row = await owner.RowAsync("casework.provider_services", $"id = '{provider.Service.Id}'");
        row["places_confirmed_by_id"] = provider.Manager.Id;
        return row;
    }
}
