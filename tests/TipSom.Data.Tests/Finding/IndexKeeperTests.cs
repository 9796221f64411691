using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.Finding;
using TipSom.Data.RowSecurity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Cases;
using TipSom.Domain.Names;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Finding;

/// <summary>Every portal's index holds everybody, and follows every change, in whatever order transactions end.</summary>
public sealed class IndexKeeperTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly List<One> portals = [];

    [Fact]
    public async Task It_is_filled_page_by_page_and_finds_by_name_and_number_in_what_a_unit_sees()
    {
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        var @case = await world.CaseAsync(police.Officer);
        var portal = Portal();

        await portal.Keeper.FillAsync(Ct);

        Assert.True(portal.Keeper.IsReady);
        Assert.True(portal.Keeper.Read >= 1 && portal.Keeper.Total >= 1);
        var victim = @case.Victims[0].Id;
        foreach (var unit in new[] { police.Station.Id, police.Headquarters.Id })
        {
            Assert.Contains(portal.Index.Named(new NameQuery("زرمینہ"), Sight.Of(unit), 10), m => m.Id == victim);
            Assert.Contains(victim, portal.Index.WithKey(portal.Keys.OfIdentityNumber("9000012345671"), Sight.Of(unit)));
            Assert.Contains(victim, portal.Index.WithKey(portal.Keys.OfPhone("3990000123"), Sight.Of(unit)));
        }

        Assert.DoesNotContain(portal.Index.Named(new NameQuery("زرمینہ"), Sight.Of(other.Station.Id), 100), m => m.Id == victim);
        Assert.Equal(@case.Id, portal.Index.CaseOf(victim));
    }

    [Fact]
    public async Task It_follows_new_people_new_names_and_a_case_that_was_handed_on()
    {
        var police = await world.PoliceAsync();
        var station = await world.StationAsync(police);
        var portal = Portal();
        await portal.Keeper.FillAsync(Ct);
        var @case = await world.CaseAsync(police.Officer);
        var victim = @case.Victims[0].Id;

        await portal.Keeper.FollowAsync(Ct);
        Assert.True(Finds(portal, "Zarmeena", police.Station.Id, victim));

        await world.AsAsync(police.Officer, async (scope, db) =>
        {
            var kept = await db.VictimIdentities.SingleAsync(i => i.VictimId == victim);
            kept.Replace(scope.GetRequiredService<RecordCipher>().Seal(SealKinds.Identity, victim, new IdentityDetails("Kashif", null, null, null)), DateTimeOffset.UtcNow);
            return 0;
        });
        await portal.Keeper.FollowAsync(Ct);
        Assert.False(Finds(portal, "Zarmeena", police.Station.Id, victim));
        Assert.True(Finds(portal, "کاشف", police.Station.Id, victim));
        Assert.DoesNotContain(victim, portal.Index.WithKey(portal.Keys.OfIdentityNumber("9000012345671"), Sight.Of(police.Station.Id)));

        await world.AsAsync(police.Supervisor, async (_, db) =>
        {
            var loaded = await db.Cases.SingleAsync(c => c.Id == @case.Id);
            loaded.HandOver(station, World.ActorOf(police.Supervisor), DateTimeOffset.UtcNow);
            return 0;
        });
        await portal.Keeper.FollowAsync(Ct);
        Assert.False(Finds(portal, "Kashif", police.Station.Id, victim));
        Assert.True(Finds(portal, "Kashif", station.Id, victim));
    }

    [Fact]
    public async Task A_change_whose_transaction_ends_late_is_not_lost_by_any_portal()
    {
        var police = await world.PoliceAsync();
        var (one, other) = (Portal(), Portal());
        await one.Keeper.FillAsync(Ct);
        await other.Keeper.FillAsync(Ct);
        var delayed = await world.CaseAsync(police.Officer, identity: new IdentityDetails("Nasreen", null, null, null));
        await one.Keeper.FollowAsync(Ct);

        // It writes first and commits last, while others come and go and both portals read on.
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync(
            "update casework.victim_identities set sealed_details = $1 where victim_id = $2",
            one.Cipher.Seal(SealKinds.Identity, delayed.Victims[0].Id, new IdentityDetails("Gulrukh", null, null, null)), delayed.Victims[0].Id);
        var written = new List<Case>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var @case = await world.CaseAsync(police.Officer, identity: new IdentityDetails("Kashif", null, null, null));
            lock (written)
                written.Add(@case);
            await (i % 2 == 0 ? one : other).Reading.WaitAsync(Ct);
            try
            {
                await (i % 2 == 0 ? one : other).Keeper.FollowAsync(Ct);
            }
            finally
            {
                (i % 2 == 0 ? one : other).Reading.Release();
            }
        }));
        foreach (var portal in portals)
        {
            await portal.Keeper.FollowAsync(Ct);
            Assert.All(written, c => Assert.True(Finds(portal, "Kashif", police.Station.Id, c.Victims[0].Id)));
            Assert.False(Finds(portal, "Gulrukh", police.Station.Id, delayed.Victims[0].Id));
        }

        await owner.CommitAsync();

        foreach (var portal in portals)
        {
            await portal.Keeper.FollowAsync(Ct);
            Assert.True(Finds(portal, "Gulrukh", police.Station.Id, delayed.Victims[0].Id));
            Assert.False(Finds(portal, "Nasreen", police.Station.Id, delayed.Victims[0].Id));
        }
    }

    [Fact]
    public async Task Nobody_who_is_signed_in_is_handed_an_identity()
    {
        var police = await world.PoliceAsync();
        await world.CaseAsync(police.Officer);

        foreach (var context in new[] { "", PlainSql.SignedFor(police.Officer.Id), "forged|1|2", "worker:names|9999999999|||00", PlainSql.SignedFor(ProgramWork.Mail) })
        {
            await using var session = await PlainSql.AsAsync(database, null);
            await session.ClaimAsync(context);
            foreach (var call in new[]
            {
                "security.identities_after('00000000-0000-0000-0000-000000000000', 10)", "security.names_changed_since(0)", "security.name_feed()",
                "security.sweep_name_changes()", "program.identities_after('00000000-0000-0000-0000-000000000000', 10)"
            })
                Assert.Equal(Outcome.NotAllowed, (await session.TryAsync($"select * from {call}")).State);
        }

        await using var program = await PlainSql.AsProgramAsync(database, ProgramWork.Names);
        Assert.True(await program.AskAsync<long>("select count(*) from security.identities_after('00000000-0000-0000-0000-000000000000', 10)") > 0);
        Assert.Equal(Outcome.NotAllowed, (await program.TryAsync("select from security.name_changes")).State);
        Assert.Equal(Outcome.NotAllowed, (await program.TryAsync("select from security.indexed(array[]::uuid[])")).State);
    }

    [Fact]
    public async Task Old_changes_are_swept_and_a_portal_that_was_away_too_long_begins_anew()
    {
        var police = await world.PoliceAsync();
        var clock = new HandClock(DateTimeOffset.UtcNow);
        var portal = Portal(clock);
        await portal.Keeper.FillAsync(Ct);
        var @case = await world.CaseAsync(police.Officer);
        await using (var owner = await PlainSql.AsOwnerAsync(database))
        {
            await owner.RunAsync("update security.name_changes set at = at - interval '25 hours'");
            await owner.CommitAsync();
        }

        Assert.True(await portal.Keeper.SweepAsync(Ct) > 0);
        await portal.Keeper.FollowAsync(Ct);
        Assert.False(Finds(portal, "Zarmeena", police.Station.Id, @case.Victims[0].Id));
        clock.Advance(TimeSpan.FromHours(13));
        await portal.Keeper.FollowAsync(Ct);

        Assert.True(Finds(portal, "Zarmeena", police.Station.Id, @case.Victims[0].Id));
    }

    [Fact]
    public async Task One_identity_that_does_not_open_keeps_nobody_else_out()
    {
        var police = await world.PoliceAsync();
        var (broken, whole) = (await world.CaseAsync(police.Officer), await world.CaseAsync(police.Officer));
        await using (var owner = await PlainSql.AsOwnerAsync(database))
        {
            await owner.RunAsync("update casework.victim_identities set sealed_details = '\\x00' where victim_id = $1", broken.Victims[0].Id);
            await owner.CommitAsync();
        }

        var portal = Portal();
        await portal.Keeper.FillAsync(Ct);

        Assert.Equal(1, portal.Keeper.Unreadable);
        Assert.True(Finds(portal, "Zarmeena", police.Station.Id, whole.Victims[0].Id));
        Assert.False(Finds(portal, "Zarmeena", police.Station.Id, broken.Victims[0].Id));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var portal in portals)
        {
            portal.Index.Dispose();
            portal.Reading.Dispose();
            await portal.Database.DisposeAsync();
        }

        await world.DisposeAsync();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static bool Finds(One portal, string name, Guid unit, Guid victim) =>
        portal.Index.Named(new NameQuery(name), Sight.Of(unit), 1_000).Any(m => m.Id == victim);

    private One Portal(TimeProvider? clock = null)
    {
        var keys = new MasterKeys(TestKeys.Master);
        var (source, index, cipher, search) = (NpgsqlDataSource.Create(database.AppConnectionString), new PersonIndex(), new RecordCipher(keys), new SearchKeys(TestKeys.Purposes));
        var portal = new One(source, index, cipher, search, new IndexKeeper(TestKeys.Program(source), cipher, search, index, clock ?? TimeProvider.System), new SemaphoreSlim(1));
        portals.Add(portal);
        return portal;
    }

    private sealed record One(NpgsqlDataSource Database, PersonIndex Index, RecordCipher Cipher, SearchKeys Keys, IndexKeeper Keeper, SemaphoreSlim Reading);
}
