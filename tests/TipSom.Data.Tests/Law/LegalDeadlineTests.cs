using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Data.Queries;
using TipSom.Data.Telling;
using TipSom.Domain.Identity;
using TipSom.Domain.Telling;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Law;

/// <summary>Time limits of the law are made by steps, told once each by the clocks, and done with the step that meets them.</summary>
public sealed class LegalDeadlineTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly World world = new(database);

    [Fact]
    public async Task The_holder_is_told_once_when_a_limit_comes_near_and_once_when_it_has_passed_and_no_more_when_it_is_met()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var other = await world.UserAsync(await world.StationAsync(police), Role.Officer);
        // Twelve days ago: the challan is to be reminded of today. The FIR's own clocks stand at INTERIM too, which is not near yet.
        await world.FirAsync(police.Officer, @case, police.Station, 1, Now.AddDays(-12));

        Assert.InRange(await TellAsync(Now), 1, int.MaxValue);
        Assert.Equal(0, await TellAsync(Now));
        Assert.Equal([NotificationKind.LegalDeadlineNear], await ToldAsync(police.Officer));
        Assert.Empty(await ToldAsync(other));
        Assert.Equal("CHALLAN", Assert.Single(await DueAsync(police.Officer)));
        Assert.Empty(await DueAsync(other));

        await MoveAsync(@case.Id, -4);
        await TellAsync(Now);
        await TellAsync(Now);
        Assert.Equal([NotificationKind.LegalDeadlineNear, NotificationKind.LegalDeadlineNear, NotificationKind.LegalDeadlinePassed], await ToldAsync(police.Officer));

        await world.StepAsync(police.Officer, @case, "CH_COM");
        Assert.Empty(await ToldAsync(police.Officer));
        Assert.Empty(await DueAsync(police.Officer));
        await MoveAsync(@case.Id, -30);
        Assert.Equal(0, await TellAsync(Now));
    }

    [Fact]
    public async Task An_arrest_a_missing_child_and_an_examination_start_their_limits_and_nobody_signed_in_fires_them()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        foreach (var stage in new[] { "ARREST", "MISS", "MLNEED", "REMAND" })
            await world.StepAsync(police.Officer, @case, stage, Now.AddMinutes(-90));

        var running = await world.AsAsync(police.Officer, (_, db) => db.LegalDeadlines.Where(d => d.CaseId == @case.Id).ToDictionaryAsync(d => d.ClockCode));
        Assert.Equal(["CUSTODY", "MEDICO_LEGAL", "REMAND", "ZARRA"], running.Keys.Order(StringComparer.Ordinal));
        // The remand began with the accused before a magistrate.
        Assert.NotNull(running["CUSTODY"].MetAt);
        Assert.True(running["ZARRA"].IsNear(Now));
        Assert.True(running["MEDICO_LEGAL"].IsLate(Now));
        Assert.Equal(["MEDICO_LEGAL", "ZARRA"], await DueAsync(police.Officer));
        await Assert.ThrowsAsync<PostgresException>(() => world.AsAsync(police.Officer, (_, db) =>
            db.Database.SqlQuery<int>($"select security.tell_of_the_day(now()) as \"Value\"").SingleAsync()));
        await Assert.ThrowsAsync<PostgresException>(() => world.AsAsync(police.Officer, (_, db) =>
            db.Database.ExecuteSqlAsync($"update casework.legal_deadlines set reminded_at = null")));
    }

    [Fact]
    public async Task A_unit_that_no_longer_holds_the_case_no_longer_reads_what_it_was_told()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await world.FirAsync(police.Officer, @case, police.Station, 1, Now.AddDays(-12));
        await TellAsync(Now);
        Assert.Single(await ToldAsync(police.Officer));
        // A case of their own that has nothing to do with it.
        await world.CaseAsync(police.Officer);
        var station = await world.StationAsync(police);

        await world.AsAsync(police.Supervisor, (_, db) => db.Database.ExecuteSqlAsync($"update casework.cases set holding_unit_id = {station.Id} where id = {@case.Id}"));

        Assert.Empty(await ToldAsync(police.Officer));
        Assert.Empty(await DueAsync(police.Officer));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<int> TellAsync(DateTimeOffset at)
    {
        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        return await new Clocks(TestKeys.Program(source)).TellOfTheDayAsync(at, CancellationToken.None);
    }

    private Task<List<NotificationKind>> ToldAsync(Identity.User user) => world.AsAsync(user, (_, db) =>
        db.Notifications.Where(n => n.CaseId != null && n.SettledAt == null).OrderBy(n => n.Kind).Select(n => n.Kind).ToListAsync());

    private async Task<List<string>> DueAsync(Identity.User user) => await world.AsAsync(user, async (_, db) =>
    {
        var shown = (await db.CasesWaitingAsync(Guid.Empty, decides: false, followsEmergencies: false, Now, CancellationToken.None)).Limits;
        var texts = await db.LegalClocks.ToDictionaryAsync(k => k.TextEn, k => k.Code);
        return shown.Select(row => texts[row.TextEn]).Order(StringComparer.Ordinal).ToList();
    });

    /// <summary>Lets days pass for the limits of a case.</summary>
    private async Task MoveAsync(Guid caseId, int days)
    {
        await using var owner = await RowSecurity.PlainSql.AsOwnerAsync(database);
        await owner.RunAsync(
            "update casework.legal_deadlines set started_at = started_at + make_interval(days => $2), remind_at = remind_at + make_interval(days => $2), due_at = due_at + make_interval(days => $2) where case_id = $1",
            caseId, days);
        await owner.CommitAsync();
    }
}
