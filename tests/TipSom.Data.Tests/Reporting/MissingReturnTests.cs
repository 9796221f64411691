using Microsoft.EntityFrameworkCore;
using TipSom.Data.Queries;
using TipSom.Data.RowSecurity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Reporting;
using TipSom.Domain.Telling;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Reporting;

/// <summary>Who has not reported, and who is told of it.</summary>
public sealed class MissingReturnTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly ReportPeriod running = ReportPeriod.Of(PeriodKind.Month, PakistanTime.DayOf(TimeProvider.System.GetUtcNow()));
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_ended_and_is_covered_by_no_signed_figures_is_missing()
    {
        var (force, coordinator) = (await world.PoliceAsync(), await world.CoordinatorAsync());
        var (one, two, three) = (running.Before, running.Before.Before, running.Before.Before.Before);
        await world.OweAsync(coordinator, force.Agency, three);
        Assert.Equal([three, two, one], await MissingAsync(coordinator, force));

        await world.SignedReturnAsync(force.Supervisor, two, World.Identified(0, 0, 0, 0));
        await world.BeginReturnAsync(force.Supervisor, one, World.Identified(1, 1, 1, 1));
        Assert.Equal([three, one], await MissingAsync(coordinator, force));
    }

    [Fact]
    public async Task Months_cover_the_quarter_that_is_owed_and_a_year_covers_its_months()
    {
        var (force, coordinator) = (await world.PoliceAsync(), await world.CoordinatorAsync());
        var quarter = ReportPeriod.Of(PeriodKind.Quarter, running.From).Before;
        await world.OweAsync(coordinator, force.Agency, quarter);
        for (var month = ReportPeriod.Of(PeriodKind.Month, quarter.From); month.From <= quarter.To; month = month.Next)
        {
            Assert.Equal([quarter], await MissingAsync(coordinator, force));
            await world.SignedReturnAsync(force.Supervisor, month, World.Identified(1, 0, 0, 0));
        }

        Assert.Empty(await MissingAsync(coordinator, force));
        var other = await world.PoliceAsync();
        var year = ReportPeriod.Beginning(PeriodKind.Year, running.From.Year - 1, 1);
        await world.OweAsync(coordinator, other.Agency, ReportPeriod.Beginning(PeriodKind.Month, running.From.Year - 1, 11));
        await world.SignedReturnAsync(other.Supervisor, year, World.Identified(1, 0, 0, 0));
        Assert.DoesNotContain(await MissingAsync(coordinator, other), m => m.From.Year < running.From.Year);
    }

    [Fact]
    public async Task The_unit_is_reminded_once_a_day_and_its_return_settles_it()
    {
        var (force, coordinator) = (await world.PoliceAsync(), await world.CoordinatorAsync());
        await world.OweAsync(coordinator, force.Agency, running.Before);

        await world.AsAsync(coordinator, async (_, db) =>
        {
            await db.RemindOfReturnAsync(force.Headquarters.Id, running.Before, ct);
            return true;
        });
        await using (var session = await PlainSql.AsAsync(database, coordinator))
        {
            const string remind = "select security.remind_of_return($1, 'Month', $2)";
            Assert.Equal("They were reminded of this return today already.", (await session.TryAsync(remind, force.Headquarters.Id, running.Before.From)).Message);
            Assert.Equal("This return is signed by now, or nobody owes it.", (await session.TryAsync(remind, force.Headquarters.Id, running.Before.Before.From)).Message);
        }

        var told = Assert.Single(await ToldAsync(force.Supervisor));
        Assert.Equal((running.Before.Name, true, null), (told.Number, told.IsWork, told.SettledAt));
        Assert.Empty(await ToldAsync(force.Officer));
        await world.SignedReturnAsync(force.Supervisor, running.Before, World.Identified(1, 0, 0, 0));
        Assert.NotNull(Assert.Single(await ToldAsync(force.Supervisor)).SettledAt);
    }

    [Fact]
    public async Task The_clock_reminds_after_seven_and_fourteen_days()
    {
        var (force, coordinator) = (await world.PoliceAsync(), await world.CoordinatorAsync());
        var ended = ReportPeriod.Beginning(PeriodKind.Month, 2025, 2);
        await world.OweAsync(coordinator, force.Agency, ended);
        var told = new List<int>();
        await using var owner = await PlainSql.AsOwnerAsync(database);
        foreach (var day in new[] { 6, 7, 8, 13, 14, 20, 29 })
        {
            await owner.RunAsync("select statistics.tell_of_returns($1)", PakistanTime.MomentOf(ended.To.AddDays(day), new TimeOnly(9, 0)));
            told.Add(await owner.AskAsync<int>("select count(*)::integer from telling.notifications where user_id = $1 and kind = 'ReturnDue' and number = '2025-02'", force.Supervisor.Id));
        }

        Assert.Equal([0, 1, 1, 1, 2, 2, 2], told);
    }

    [Fact]
    public async Task Nobody_else_asks_who_is_missing()
    {
        var force = await world.PoliceAsync();
        await using var session = await PlainSql.AsAsync(database, force.Supervisor);

        Assert.Equal(Outcome.NotAllowed, (await session.TryAsync("select * from security.returns_missing()")).State);
        Assert.Equal(Outcome.NotAllowed, (await session.TryAsync("select security.remind_of_return($1, 'Month', '2026-01-01')", force.Headquarters.Id)).State);
        Assert.Equal(Outcome.NotAllowed, (await session.TryAsync("select statistics.tell_of_returns(now())")).State);
        await using var program = await PlainSql.AsProgramAsync(database, ProgramWork.Clocks);
        Assert.True(await program.AskAsync<int>("select security.tell_of_the_day(now())") >= 0);
    }

    [Theory]
    [InlineData("2026-03")]
    [InlineData("2026-Q4")]
    [InlineData("2020")]
    [InlineData("2024-07/2025-06")]
    [InlineData("2024-04/2025-03")]
    public async Task A_period_has_the_same_name_in_SQL(string name)
    {
        var period = ReportPeriod.Parse(name)!.Value;
        await using var owner = await PlainSql.AsOwnerAsync(database);

        Assert.Equal(name, period.Name);
        Assert.Equal(name, await owner.AskAsync<string>("select statistics.period_name($1, $2, $3)", period.Kind.ToString(), period.From, period.To));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private Task<List<ReportPeriod>> MissingAsync(Data.Identity.User coordinator, Force force) => world.AsAsync(coordinator, async (_, db) =>
        (await db.MissingReturnsAsync(ct)).Where(m => m.UnitId == force.Headquarters.Id).Select(m => m.Period).ToList());

    private Task<List<Notification>> ToldAsync(Data.Identity.User user) => world.AsAsync(user, (_, db) =>
        db.Notifications.AsNoTracking().Where(n => n.UserId == user.Id && n.Kind == NotificationKind.ReturnDue).ToListAsync());
}
