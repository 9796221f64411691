using Microsoft.EntityFrameworkCore;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Reporting;

/// <summary>What the database refuses when somebody writes returns by hand.</summary>
public sealed class ReturnGuardTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string SignIt = "update statistics.returns set status = 'SignedOff', signed_by_id = $2, signed_by_name = 'X', signed_at = now() where id = $1";

    private static readonly ReportPeriod March = ReportPeriod.Beginning(PeriodKind.Month, 2026, 3);

    private readonly World world = new(database);

    [Fact]
    public async Task Drafts_are_seen_by_their_agency_and_signed_figures_by_national_readers_too()
    {
        var (force, other, coordinator) = (await world.PoliceAsync(), await world.PoliceAsync(), await world.CoordinatorAsync());
        var draft = await world.BeginReturnAsync(force.Supervisor, March, World.Identified(1, 2, 3, 4));
        Assert.Equal("1 1 0 0", await SeenByAsync(draft, force.Supervisor, force.Officer, other.Supervisor, coordinator));

        await world.SignReturnAsync(force.Supervisor, draft);
        Assert.Equal("1 1 0 1", await SeenByAsync(draft, force.Supervisor, force.Officer, other.Supervisor, coordinator));
    }

    [Fact]
    public async Task Only_the_unit_that_reports_for_the_agency_writes_and_a_committee_each_for_itself()
    {
        var (force, committee) = (await world.PoliceAsync(), await world.CommitteeAsync());
        await Assert.ThrowsAsync<RuleBrokenException>(() => world.BeginReturnAsync(force.Officer, March));
        Assert.NotNull(await world.SignedReturnAsync(committee.Supervisor, March, World.Identified(0, 0, 1, 0)));

        var draft = await world.BeginReturnAsync(force.Supervisor, March);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var row = await owner.RowAsync("statistics.returns", $"id = '{draft.Id}'");
        await owner.DisposeAsync();
        await using var officer = await PlainSql.AsAsync(database, force.Officer);
        var copy = row.With(("id", Guid.NewGuid()), ("number", Road.NewNumber("TN")), ("unit_id", force.Station.Id));
        Assert.Equal(Return.NotHere, (await officer.TryAsync(JsonRows.InsertInto("statistics.returns"), copy)).Message);
        // In the name of the unit above it is the policy that refuses.
        copy = row.With(("id", Guid.NewGuid()), ("number", Road.NewNumber("TN")), ("first_day", "2026-02-01"), ("last_day", "2026-02-28"));
        Assert.Equal(Outcome.NotAllowed, (await officer.TryAsync(JsonRows.InsertInto("statistics.returns"), copy)).State);
        Assert.Equal(0, (await officer.TryAsync("update statistics.returns set note = 'x' where id = $1", draft.Id)).Rows);
        Assert.Equal(Outcome.NotAllowed, (await officer.TryAsync("insert into statistics.return_figures values ($1, 'Accused/Total', 1)", draft.Id)).State);
    }

    [Fact]
    public async Task Another_agency_neither_signs_nor_changes_it()
    {
        var (force, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        var draft = await world.BeginReturnAsync(force.Supervisor, March, World.Identified(1, 2, 3, 4));
        await using var stranger = await PlainSql.AsAsync(database, other.Supervisor);

        Assert.Equal(0, (await stranger.TryAsync(SignIt, draft.Id, other.Supervisor.Id)).Rows);
        Assert.Equal(0, (await stranger.TryAsync("update statistics.return_figures set value = 9 where return_id = $1", draft.Id)).Rows);
        Assert.Equal(Outcome.NotAllowed, (await stranger.TryAsync("insert into statistics.return_figures values ($1, 'Accused/Total', 1)", draft.Id)).State);
    }

    [Fact]
    public async Task An_officer_of_the_unit_does_not_sign_and_nobody_signs_what_does_not_fit()
    {
        var force = await world.PoliceAsync();
        var officer = await world.UserAsync(force.Headquarters, Domain.Identity.Role.Officer);
        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow());
        var fits = await world.BeginReturnAsync(officer, March, World.Identified(1, 2, 3, 4));
        var empty = await world.BeginReturnAsync(officer, March.Next);
        var wrong = await world.BeginReturnAsync(officer, March.Next.Next, World.Figures(("Identified/Total", 4), ("ForcedLabour/Total", 5)));
        var running = await world.BeginReturnAsync(officer, ReportPeriod.Of(PeriodKind.Month, today), World.Identified(1, 2, 3, 4));
        var covered = await world.BeginReturnAsync(officer, ReportPeriod.Of(PeriodKind.Quarter, March.From), World.Identified(1, 2, 3, 4));
        await using (var session = await PlainSql.AsAsync(database, officer))
            Assert.Equal("A supervisor signs returns.", (await session.TryAsync(SignIt, fits.Id, officer.Id)).Message);

        await world.SignReturnAsync(force.Supervisor, fits);
        await using var supervisor = await PlainSql.AsAsync(database, force.Supervisor);
        foreach (var (draft, sentence) in new[]
                 {
                     (empty, "A return without figures is not signed."), (wrong, "Some figures do not fit together. Correct them before the return is signed."),
                     (running, "The period has not ended yet. Sign the return after its last day."), (covered, Return.IsCovered)
                 })
        {
            Assert.Equal(new Outcome(0, Outcome.RuleBroken, sentence), await supervisor.TryAsync(SignIt, draft.Id, force.Supervisor.Id));
        }
    }

    [Fact]
    public async Task What_is_signed_never_changes()
    {
        var force = await world.PoliceAsync();
        var signed = await world.SignedReturnAsync(force.Supervisor, March, World.Identified(1, 2, 3, 4));
        await using var supervisor = await PlainSql.AsAsync(database, force.Supervisor);

        foreach (var change in new[] { "note = 'x'", "status = 'Draft', signed_by_id = null, signed_by_name = null, signed_at = null", "signed_at = now()", "written_at = now()" })
            Assert.Equal(new Outcome(0, Outcome.RuleBroken, Return.IsSigned), await supervisor.TryAsync($"update statistics.returns set {change} where id = $1", signed.Id));
        foreach (var change in new[] { "number = 'TN-1'", "version = 2", "first_day = '2026-04-01'", "correction_reason = 'x'", "unit_id = unit_id" })
            Assert.Equal(Outcome.NotAllowed, (await supervisor.TryAsync($"update statistics.returns set {change} where id = $1", signed.Id)).State);
        Assert.Equal(Return.IsSigned, (await supervisor.TryAsync("update statistics.return_figures set value = 9 where return_id = $1", signed.Id)).Message);
        Assert.Equal(Return.IsSigned, (await supervisor.TryAsync("insert into statistics.return_figures values ($1, 'Accused/Total', 1)", signed.Id)).Message);
        Assert.Equal(Outcome.NotAllowed, (await supervisor.TryAsync("delete from statistics.return_figures where return_id = $1", signed.Id)).State);
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_what_it_corrects_in_one_transaction()
    {
        var force = await world.PoliceAsync();
        var first = await world.SignedReturnAsync(force.Supervisor, March, World.Identified(1, 2, 3, 4));
        var second = await world.CorrectReturnAsync(force.Supervisor, first, World.Identified(2, 2, 3, 4));
        await world.SignReturnAsync(force.Supervisor, second);
        var third = await world.CorrectReturnAsync(force.Supervisor, first, World.Identified(3, 2, 3, 4));
        await world.SignReturnAsync(force.Supervisor, third);

        var versions = await world.AsAsync(force.Supervisor, (_, db) => db.Returns.Include(r => r.Cells).Where(r => r.Number == first.Number).OrderBy(r => r.Version).ToListAsync());
        Assert.Equal(
            [(1, ReturnStatus.Superseded, 1), (2, ReturnStatus.Superseded, 2), (3, ReturnStatus.SignedOff, 3)],
            versions.Select(v => (v.Version, v.Status, v.Figures.Group(NationalIndicator.Identified, PersonGroup.Women)!.Value)));

        // Alone, signed figures are not taken away.
        await using var supervisor = await PlainSql.AsAsync(database, force.Supervisor);
        await supervisor.RunAsync("update statistics.returns set status = 'Superseded' where id = $1", third.Id);
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(supervisor.CommitAsync);
        Assert.Equal("Signed figures stand until their correction is signed.", refused.MessageText);
    }

    [Fact]
    public async Task Two_who_sign_at_once_do_not_cover_a_day_twice()
    {
        var force = await world.PoliceAsync();
        var (month, quarter) = (await world.BeginReturnAsync(force.Supervisor, March, World.Identified(1, 2, 3, 4)),
            await world.BeginReturnAsync(force.Supervisor, ReportPeriod.Of(PeriodKind.Quarter, March.From), World.Identified(1, 2, 3, 4)));

        var outcomes = await Task.WhenAll(new[] { month, quarter }.Select(draft => Record.ExceptionAsync(() => world.SignReturnAsync(force.Supervisor, draft)).AsTask()));

        Assert.Single(outcomes, o => o is null);
        // The last wall, for who is not bound by the guard.
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("""
            update statistics.returns set status = 'SignedOff', signed_by_id = written_by_id, signed_by_name = 'X', signed_at = now() where id in ($1, $2)
            """, month.Id, quarter.Id);
        Assert.Equal("23P01", (await Assert.ThrowsAsync<Npgsql.PostgresException>(owner.CommitAsync)).SqlState);
    }

    [Fact]
    public async Task The_sums_are_judged_as_in_the_domain()
    {
        var force = await world.PoliceAsync();
        var draft = await world.BeginReturnAsync(force.Supervisor, March);
        var random = new Random(20);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        for (var round = 0; round < 300; round++)
        {
            var figures = new FigureSet(FigureCell.All.Where(_ => random.Next(3) > 0).ToDictionary(c => c, c => c.Category == FigureCell.Total ? random.Next(6, 16) : random.Next(3)));
            await owner.RunAsync("delete from statistics.return_figures where return_id = $1", draft.Id);
            await owner.RunAsync(
                "insert into statistics.return_figures select $1, c, v from unnest($2, $3) as t (c, v)", draft.Id,
                figures.Values.Keys.Select(c => c.Code).ToArray(), figures.Values.Values.ToArray());

            Assert.Equal(figures.Problems().Count == 0, await owner.AskAsync<bool>("select statistics.figures_fit($1)", draft.Id));
        }
    }

    [Fact]
    public async Task A_committee_logs_no_case_and_opens_nothing_in_an_emergency()
    {
        var committee = await world.CommitteeAsync();
        Assert.Equal(Outcome.NotAllowed, Assert.IsType<Npgsql.PostgresException>(
            (await Record.ExceptionAsync(() => world.CaseAsync(committee.Officer)))!.GetBaseException()).SqlState);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal("23514", (await owner.TryAsync("update identity.agencies set allows_emergency_opening = true where id = $1", committee.Agency.Id)).State);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<string> SeenByAsync(Return of, params Data.Identity.User[] users)
    {
        var seen = new List<int>();
        foreach (var user in users)
            seen.Add(await world.AsAsync(user, (_, db) => db.Returns.CountAsync(r => r.Id == of.Id && r.Cells.Any())));
        return string.Join(' ', seen);
    }
}
