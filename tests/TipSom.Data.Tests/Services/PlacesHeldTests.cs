using Microsoft.EntityFrameworkCore;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Services;

/// <summary>Who is accepted holds a place until the referral ends, however it ends and however many accept at once.</summary>
public sealed class PlacesHeldTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_place_is_held_from_acceptance_to_closing()
    {
        await using var world = new World(database);
        var (police, shelter) = await BoundAsync(world, 4);
        var referral = await world.SentReferralAsync(police, shelter);
        var counts = new List<string> { await CountAsync(shelter) };

        await StepAsync(() => world.OpenAsync(shelter.Caseworker, referral));
        await StepAsync(() => world.AcceptAsync(shelter.Caseworker, referral));
        await StepAsync(() => world.ArriveAsync(shelter.Caseworker, referral));
        await StepAsync(() => world.CloseAsync(shelter.Caseworker, referral));

        Assert.Equal(["4 free, 0 held", "4 free, 0 held", "3 free, 1 held", "3 free, 1 held", "4 free, 0 held"], counts);
        Assert.Equal(["Confirmed 4/20 0", "Held 3/20 1", "Released 4/20 0"], await HistoryAsync(world, shelter));

        async Task StepAsync(Func<Task> step)
        {
            await step();
            counts.Add(await CountAsync(shelter));
        }
    }

    [Fact]
    public async Task Withdrawing_what_was_accepted_gives_the_place_back_and_declining_takes_none()
    {
        await using var world = new World(database);
        var (police, shelter) = await BoundAsync(world, 4);
        var withdrawn = await world.AcceptAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter)));
        await world.DeclineAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter)));
        Assert.Equal("3 free, 1 held", await CountAsync(shelter));

        await world.WithdrawAsync(police.Officer, withdrawn);

        Assert.Equal("4 free, 0 held", await CountAsync(shelter));
    }

    [Fact]
    public async Task Who_is_taken_beyond_the_last_place_takes_none_and_gives_none_back()
    {
        await using var world = new World(database);
        var (police, shelter) = await BoundAsync(world, 1);
        // Both were sent while there was a place.
        var referrals = new[] { await world.SentReferralAsync(police, shelter), await world.SentReferralAsync(police, shelter) };
        foreach (var referral in referrals)
            await world.AcceptAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, referral));
        Assert.Equal("0 free, 2 held", await CountAsync(shelter));

        await world.WithdrawAsync(police.Officer, referrals[1]);
        Assert.Equal("0 free, 1 held", await CountAsync(shelter));
        await world.WithdrawAsync(police.Officer, referrals[0]);

        Assert.Equal("1 free, 0 held", await CountAsync(shelter));
    }

    [Fact]
    public async Task A_place_given_back_never_makes_more_free_than_there_are()
    {
        await using var world = new World(database);
        var (police, shelter) = await BoundAsync(world, 20);
        var referral = await world.AcceptAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter)));
        await world.AsAsync(shelter.Manager, async (_, db) =>
        {
            var service = await db.ProviderServices.SingleAsync(s => s.Id == shelter.Service.Id);
            service.ConfirmPlaces(5, 5, TimeProvider.System.GetUtcNow(), World.ActorOf(shelter.Manager));
            return service;
        });

        await world.WithdrawAsync(police.Officer, referral);

        Assert.Equal("5 free, 0 held", await CountAsync(shelter));
    }

    [Fact]
    public async Task A_service_that_counts_no_places_holds_none()
    {
        await using var world = new World(database);
        var (police, shelter) = await BoundAsync(world, null);
        var referral = await world.AcceptAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter)));

        await world.AsAsync(shelter.Manager, async (_, db) =>
        {
            var service = await db.ProviderServices.SingleAsync(s => s.Id == shelter.Service.Id);
            service.ConfirmPlaces(8, 2, TimeProvider.System.GetUtcNow(), World.ActorOf(shelter.Manager));
            return service;
        });
        await world.WithdrawAsync(police.Officer, referral);

        Assert.Equal("2 free, 0 held", await CountAsync(shelter));
    }

    [Fact]
    public async Task Two_connections_that_accept_at_once_hold_two_places_and_never_less_than_none()
    {
        const int atOnce = 8, free = 5;
        await using var world = new World(database);
        var (police, shelter) = await BoundAsync(world, free);
        var referrals = new List<Referral>();
        for (var i = 0; i < atOnce; i++)
            referrals.Add(await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter)));

        await Task.WhenAll(referrals.Select(r => world.AcceptAsync(shelter.Caseworker, r)));
        Assert.Equal($"0 free, {atOnce} held", await CountAsync(shelter));
        await Task.WhenAll(referrals.Select(r => world.WithdrawAsync(police.Officer, r)));

        Assert.Equal($"{free} free, 0 held", await CountAsync(shelter));
    }

    [Fact]
    public async Task The_second_of_two_waits_for_the_first_and_counts_from_what_it_left()
    {
        await using var world = new World(database);
        var (police, shelter) = await BoundAsync(world, 4);
        var first = await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter));
        var second = await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter));
        // The first step is taken and not yet committed.
        await using var open = await PlainSql.AsOwnerAsync(database);
        await open.RunAsync("alter table casework.referrals disable trigger guard_referral_step");
        await open.RunAsync("alter table casework.referrals disable trigger step_has_its_line");
        await open.CommitAsync();
        await open.RunAsync("update casework.referrals set status = 'Accepted' where id = $1", first.Id);

        var waiting = Task.Run(async () =>
        {
            await using var other = await PlainSql.AsOwnerAsync(database);
            await other.RunAsync("update casework.referrals set status = 'Accepted' where id = $1", second.Id);
            await other.CommitAsync();
        }, TestContext.Current.CancellationToken);
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(300, TestContext.Current.CancellationToken)));
        await open.CommitAsync();
        await waiting;
        await open.RunAsync("alter table casework.referrals enable trigger user");
        await open.CommitAsync();

        Assert.Equal("2 free, 2 held", await CountAsync(shelter));
    }

    private static async Task<(Force Police, Provider Shelter)> BoundAsync(World world, int? free)
    {
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync(freePlaces: free);
        await world.AgreementAsync(police, shelter);
        return (police, shelter);
    }

    private async Task<string> CountAsync(Provider shelter)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        return await owner.AskAsync<string>("select places_free || ' free, ' || places_held || ' held' from casework.provider_services where id = $1", shelter.Service.Id);
    }

    private static Task<List<string>> HistoryAsync(World world, Provider shelter) => world.AsAsync(shelter.Caseworker, async (_, db) =>
        (await db.PlaceChanges.AsNoTracking().Where(c => c.ProviderServiceId == shelter.Service.Id).OrderBy(c => c.At).ToListAsync())
            .Select(c => $"{c.Kind} {c.PlacesFree}/{c.PlacesTotal} {c.PlacesHeld}").ToList());
}
