using Microsoft.EntityFrameworkCore;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Coordination;

/// <summary>Needs kept up to date: a new one waits for somebody at once, an ended one for nobody, and the database says so whoever asks.</summary>
public sealed class NeedsKeptTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);

    [Fact]
    public async Task An_ended_need_leaves_the_queue_and_one_that_is_added_enters_it()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);

        await ChangeAsync(police, @case, (c, v) => v.Needs[0].End(Guid.CreateVersion7(), c, NeedEnding.MetOtherwise, false, [1], World.ActorOf(police.Officer), Now));
        Assert.Empty(await WaitingAsync(@case));

        await ChangeAsync(police, @case, (c, v) => v.AddNeed(c, ServiceType.Shelter, Urgency.Routine, World.ActorOf(police.Officer), Now));
        var waits = Assert.Single(await WaitingAsync(@case));
        Assert.Equal((UnplacedCause.NotSent, ServiceType.Shelter, TimeSpan.FromHours(24)), (waits.Cause, waits.Service, waits.DueAt - waits.Since));
    }

    [Fact]
    public async Task A_need_made_more_urgent_is_due_sooner()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer, World.Woman with { Safety = Safety.Safe });

        Assert.Equal(TimeSpan.FromHours(4), await AllowedAsync(@case));
        await ChangeAsync(police, @case, (c, v) => v.Needs[0].ChangeUrgency(Guid.CreateVersion7(), c, Urgency.Emergency, false, [1], World.ActorOf(police.Officer), Now));
        Assert.Equal(TimeSpan.FromMinutes(30), await AllowedAsync(@case));
    }

    [Fact]
    public async Task By_hand_a_need_in_a_provider_s_hands_or_ended_is_not_changed_and_an_ended_one_not_sent()
    {
        var (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        await world.AgreementAsync(police, shelter);
        var referral = await world.SentReferralAsync(police, shelter);
        await using var session = await PlainSql.AsAsync(database, police.Officer);

        foreach (var change in (string[])["ended_at = now(), ending = 'MetOtherwise'", "urgency = 'Routine'"])
            Assert.Equal(
                new Outcome(0, Outcome.RuleBroken, Need.InHand),
                await session.TryAsync($"update casework.needs set {change} where id = $1", referral.NeedId));
        var @case = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, @case);
        await session.RunAsync("update casework.needs set ended_at = now(), ending = 'MetOtherwise' where case_id = $1", @case.Id);
        Assert.Equal(
            new Outcome(0, Outcome.RuleBroken, Need.NotOpen),
            await session.TryAsync("update casework.needs set ended_at = null, ending = null where case_id = $1", @case.Id));
        var copy = (await session.RowAsync("casework.referrals", $"id = '{referral.Id}'")).With(
            ("id", Guid.NewGuid()), ("number", $"TR-{Guid.NewGuid():N}"[..14]), ("case_id", @case.Id), ("victim_id", @case.Victims[0].Id),
            ("need_id", @case.Victims[0].Needs[0].Id), ("round_id", Guid.NewGuid()), ("steps", 0),
            ("consent_id", await session.AskAsync<Guid>("select id from casework.consents where case_id = $1", @case.Id)));
        Assert.Equal(new Outcome(0, Outcome.RuleBroken, Need.NotOpen), await session.TryAsync(JsonRows.InsertInto("casework.referrals"), copy));
    }

    [Fact]
    public async Task What_is_recorded_is_signed_by_who_asks_and_goes_into_no_closed_case()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        const string insert = """
            insert into casework.reflection_periods
                (id, victim_id, case_id, version, starts_on, ends_on, written_at, written_by_id, written_by_unit_id, written_by_name)
            values (gen_random_uuid(), $1, $2, $3, current_date, current_date, now(), gen_random_uuid(), gen_random_uuid(), 'Somebody else')
            """;
        await using (var session = await PlainSql.AsAsync(database, police.Officer))
        {
            await session.RunAsync(insert, @case.Victims[0].Id, @case.Id, 1);
            Assert.Equal(
                [$"{police.Officer.Id} {police.Officer.UnitId} {police.Officer.DisplayName}"],
                await session.ListAsync("select concat_ws(' ', written_by_id, written_by_unit_id, written_by_name) from casework.reflection_periods where case_id = $1", @case.Id));
            Assert.Equal(Outcome.NotAllowed, (await session.TryAsync("update casework.reflection_periods set ends_on = ends_on where case_id = $1", @case.Id)).State);
        }

        await world.CloseCaseAsync(police.Officer, @case);

        await using var later = await PlainSql.AsAsync(database, police.Officer);
        Assert.Equal(
            new Outcome(0, Outcome.RuleBroken, Case.ClosedAlready), await later.TryAsync(insert, @case.Victims[0].Id, @case.Id, 2));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private Task<NeedChange> ChangeAsync(Force police, Case @case, Func<Case, Victim, NeedChange> change) => world.AsAsync(police.Officer, async (_, db) =>
    {
        var loaded = await db.Cases.SingleAsync(c => c.Id == @case.Id);
        var changed = change(loaded, await db.Victims.Include(v => v.Needs).SingleAsync(v => v.CaseId == @case.Id));
        db.Add(changed);
        return changed;
    });

    private async Task<TimeSpan> AllowedAsync(Case @case)
    {
        var waits = Assert.Single(await WaitingAsync(@case));
        return waits.DueAt - waits.Since;
    }

    private async Task<List<UnplacedNeed>> WaitingAsync(Case @case)
    {
        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);
        return await db.UnplacedNeeds.AsNoTracking().Where(u => u.CaseId == @case.Id && u.SettledAt == null).ToListAsync();
    }
}
