using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>Who sees a case by a share: which units, how much of it, and until when.</summary>
public sealed class SharedCaseTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);

    [Fact]
    public async Task The_unit_and_those_above_it_read_until_it_is_taken_back_and_nobody_beside_them()
    {
        var (police, fia, @case) = await BothAsync();
        var beside = await world.UserAsync(await world.StationAsync(fia), Role.Officer);

        var share = await world.ShareAsync(police.Supervisor, @case, fia.Station);

        Assert.Equal((true, true, false), (await SeesAsync(fia.Officer, @case), await SeesAsync(fia.Supervisor, @case), await SeesAsync(beside, @case)));
        await world.TakeBackAsync(police.Officer, share);
        Assert.Equal((false, false), (await SeesAsync(fia.Officer, @case), await SeesAsync(fia.Supervisor, @case)));
        Assert.True(await SeesAsync(police.Officer, @case));
        Assert.Equal(2, await RowsAsync(@case));
    }

    [Fact]
    public async Task What_was_only_asked_for_shows_nothing()
    {
        var (police, fia, @case) = await BothAsync();

        var asked = await world.ShareAsync(police.Officer, @case, fia.Station);

        Assert.Equal(ShareStatus.Asked, asked.Status);
        Assert.False(await SeesAsync(fia.Officer, @case));
    }

    [Fact]
    public async Task A_share_that_has_run_out_shows_nothing_at_the_next_statement_and_is_tidied_away()
    {
        var (police, fia, @case) = await BothAsync();
        await world.ShareAsync(police.Supervisor, @case, fia.Station);

        await LetRunOutAsync(@case, fia.Station.Id);

        Assert.False(await SeesAsync(fia.Officer, @case));
        Assert.Equal(4, await RowsAsync(@case));
        await using var worker = await PlainSql.AsProgramAsync(database, ProgramWork.Clocks);
        Assert.True(await worker.AskAsync<int>("select security.tidy_shares()") >= 1);
        await worker.CommitAsync();
        Assert.Equal(2, await RowsAsync(@case));
    }

    [Fact]
    public async Task Tidying_is_the_workers_and_nobody_elses()
    {
        var police = await world.PoliceAsync();
        await using var session = await PlainSql.AsAsync(database, police.Supervisor);

        Assert.Equal(Outcome.NotAllowed, (await session.TryAsync("select security.tidy_shares()")).State);
    }

    [Fact]
    public async Task Of_overlapping_shares_the_widest_counts_and_never_for_longer_than_it_was_given()
    {
        var (police, fia, @case) = await BothAsync();
        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow());
        await world.ShareAsync(police.Supervisor, @case, fia.Station, t => t with { LastDay = today.AddDays(90) });
        var knows = await world.ShareAsync(police.Supervisor, @case, fia.Station, t => t with { SeesIdentity = true, LastDay = today.AddDays(5) });

        Assert.Equal((true, false, today.AddDays(6)), await AccessAsync(@case, fia.Station.Id));
        // Nothing gives both for longer than the shorter of the two.
        await world.ShareAsync(police.Supervisor, @case, fia.Station, t => t with { SeesInvestigation = true, LastDay = today.AddDays(30) });
        Assert.Equal((true, true, today.AddDays(6)), await AccessAsync(@case, fia.Station.Id));
        await world.TakeBackAsync(police.Officer, knows);
        Assert.Equal((false, true, today.AddDays(31)), await AccessAsync(@case, fia.Station.Id));
    }

    [Fact]
    public async Task A_unit_of_the_own_force_that_holds_it_later_works_on_it_and_its_share_ends()
    {
        var (police, fia, @case) = await BothAsync();
        var next = await world.StationAsync(police);
        var newcomer = await world.UserAsync(next, Role.Officer);
        await world.ShareAsync(police.Supervisor, @case, next);
        await world.ShareAsync(police.Supervisor, @case, fia.Station);
        Assert.False(await WorksAsync(newcomer, @case));

        await world.AsAsync(police.Supervisor, async (_, db) =>
        {
            var loaded = await db.Cases.SingleAsync(c => c.Id == @case.Id);
            loaded.HandOver(next, World.ActorOf(police.Supervisor), TimeProvider.System.GetUtcNow());
            return loaded;
        });

        Assert.True(await WorksAsync(newcomer, @case));
        Assert.False(await SeesAsync(police.Officer, @case));
        Assert.True(await SeesAsync(fia.Officer, @case));
        var shares = await world.AsAsync(newcomer, (_, db) => db.CaseShares.Where(s => s.CaseId == @case.Id).ToDictionaryAsync(s => s.UnitId, s => s.Status));
        Assert.Equal((ShareStatus.Ended, ShareStatus.InForce), (shares[next.Id], shares[fia.Station.Id]));
    }

    [Theory]
    [InlineData("care", CaseShare.NeverToCare)]
    [InlineData("above", CaseShare.SeesItAlready)]
    [InlineData("late", CaseShare.DayOutOfReach)]
    [InlineData("past", CaseShare.DayOutOfReach)]
    [InlineData("officer", CaseShare.SupervisorDecides)]
    [InlineData("gives care", CaseShare.NoInvestigationForCare)]
    public async Task The_database_refuses_what_the_domain_refuses(string what, string sentence)
    {
        var (police, fia, @case) = await BothAsync();
        await world.ShareAsync(police.Supervisor, @case, fia.Station);
        var shelter = await world.ProviderAsync();
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var row = await owner.RowAsync("casework.case_shares", $"case_id = '{@case.Id}'");
        if (what == "gives care")
        {
            await owner.RunAsync("update identity.agencies set kind = 'ChildProtection' where id = $1", shelter.Agency.Id);
            await owner.CommitAsync();
        }

        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow());
        var (unit, agency) = what switch
        {
            "care" or "gives care" => (shelter.Shelter.Id, shelter.Agency.Id),
            "above" => (police.Headquarters.Id, police.Agency.Id),
            _ => (fia.Station.Id, fia.Agency.Id)
        };
        var changed = row.With(
            ("id", Guid.NewGuid()), ("unit_id", unit), ("agency_id", agency), ("sees_investigation", what == "gives care"),
            ("last_day", (what switch { "late" => today.AddDays(366), "past" => today.AddDays(-1), _ => today }).ToString("O", null)));
        await using var session = await PlainSql.AsAsync(database, what == "officer" ? police.Officer : police.Supervisor);

        var outcome = await session.TryAsync(JsonRows.InsertInto("casework.case_shares"), changed);

        Assert.Equal((Outcome.RuleBroken, sentence), (outcome.State, outcome.Message));
    }

    [Fact]
    public async Task A_shared_unit_sees_nothing_of_the_referral_and_changes_nothing_of_the_case()
    {
        var (police, fia, @case) = await BothAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        await world.ConsentAsync(police.Officer, @case);
        var referral = await world.SendAsync(police.Officer, @case, shelter);
        await world.AcceptAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, referral));
        await world.WriteAsync(police.Officer, referral, Domain.Referrals.Side.Sender);
        await world.ShareAsync(police.Supervisor, @case, fia.Station, t => t with { SeesIdentity = true, SeesInvestigation = true, SeesDocuments = true });
        await using var session = await PlainSql.AsAsync(database, fia.Officer);

        foreach (var table in new[] { "referrals", "referral_events", "referral_access", "disclosures", "arrival_arrangements", "referral_messages", "care_entries", "unplaced_needs" })
            Assert.False(await session.AskAsync<bool>($"select exists (select from casework.{table})"), table);
        Assert.Equal("", (await session.TryAsync($"select from casework.victim_identities where case_id = '{@case.Id}'")).State);
        foreach (var (table, column) in new[] { ("cases", "kind"), ("victims", "risk"), ("needs", "urgency"), ("victim_identities", "updated_at"), ("consents", "withdrawn_at") })
            Assert.Equal(0, (await session.TryAsync($"update casework.{table} set {column} = {column}")).Rows);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<(Force Police, Force Fia, Case Case)> BothAsync()
    {
        var (police, fia) = (await world.PoliceAsync(), await world.FiaAsync());
        return (police, fia, await world.CaseAsync(police.Officer));
    }

    private Task<bool> SeesAsync(User user, Case @case) => world.AsAsync(user, (_, db) => db.Cases.AnyAsync(c => c.Id == @case.Id));

    private Task<bool> WorksAsync(User user, Case @case) => world.AsAsync(user, (_, db) => db.CaseAccess.AnyAsync(a => a.CaseId == @case.Id && a.Works));

    private async Task<int> RowsAsync(Case @case)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        return await owner.AskAsync<int>("select count(*)::int from casework.case_access where case_id = $1", @case.Id);
    }

    private async Task<(bool Identity, bool Investigation, DateOnly Until)> AccessAsync(Case @case, Guid unit)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var row = await owner.RowAsync("casework.case_access", $"case_id = '{@case.Id}' and unit_id = '{unit}'");
        return ((bool)row["sees_identity"]!, (bool)row["sees_investigation"]!, PakistanTime.DayOf(DateTimeOffset.Parse((string)row["until"]!, null)));
    }

    private async Task LetRunOutAsync(Case @case, Guid unit)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("alter table casework.case_shares disable trigger user");
        await owner.RunAsync("update casework.case_shares set last_day = current_date - 2 where case_id = $1", @case.Id);
        await owner.RunAsync("alter table casework.case_shares enable trigger user");
        await owner.RunAsync("update casework.case_access set until = now() - interval '1 second' where case_id = $1 and until is not null", @case.Id);
        await owner.CommitAsync();
    }
}
