using Microsoft.EntityFrameworkCore;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Emergency;

/// <summary>What the database itself keeps of opening an identity in an emergency, whatever the program does.</summary>
public sealed class EmergencyTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string Insert = """
        insert into casework.emergency_accesses
            (id, number, basis, sealed_reason, sought_hashes, sought_case, sought_position, at, granted_at, ends_at, actor_id, actor_unit_id, actor_name)
        values ($1, $2, 'DangerToThePerson', decode(repeat('ab', 60), 'hex'), '{}', $3, 1, now() + interval '1 day', now() + interval '1 day',
            now() + interval '25 hours', $4, $5, 'Somebody else')
        """;

    private readonly World world = new(database);

    [Fact]
    public async Task The_access_and_its_entry_on_the_trail_are_written_together_or_not_at_all()
    {
        var (asker, @case) = await ForeignAsync();
        var (kept, undone) = (Guid.NewGuid(), Guid.NewGuid());
        await using (var session = await PlainSql.AsAsync(database, asker))
        {
            await session.RunAsync(Insert, kept, Road.NewNumber("TE"), @case, asker.Id, asker.UnitId);
            await session.CommitAsync();
        }

        await using (var session = await PlainSql.AsAsync(database, asker))
            await session.RunAsync(Insert, undone, Road.NewNumber("TE"), @case, asker.Id, asker.UnitId);

        await using var owner = await PlainSql.AsOwnerAsync(database);
        const string both = "select (select count(*) from casework.emergency_accesses where id = $1) || ' ' || (select count(*) from audit.entries where row_id = $1 and actor_id = $2 and table_name = 'emergency_accesses')";
        Assert.Equal("1 1", await owner.AskAsync<string>(both, kept, asker.Id));
        Assert.Equal("0 0", await owner.AskAsync<string>(both, undone, asker.Id));
        // Without the trail no access: where the entry cannot be written, the row is not there either.
        await owner.RunAsync("alter table audit.entries add constraint no_emergencies check (table_name <> 'emergency_accesses') not valid");
        await owner.CommitAsync();
        try
        {
            await using var session = await PlainSql.AsAsync(database, asker);
            Assert.Equal("23514", (await session.TryAsync(Insert, undone, Road.NewNumber("TE"), @case, asker.Id, asker.UnitId)).State);
        }
        finally
        {
            await owner.RunAsync("alter table audit.entries drop constraint no_emergencies");
            await owner.CommitAsync();
        }
    }

    [Fact]
    public async Task The_database_says_when_it_begins_and_ends_and_in_whose_name_it_is()
    {
        var (asker, @case) = await ForeignAsync();
        var (colleague, id) = ((await world.PoliceAsync()).Officer, Guid.NewGuid());
        await using var session = await PlainSql.AsAsync(database, asker);

        Assert.Equal("42501", (await session.TryAsync(Insert, id, Road.NewNumber("TE"), @case, colleague.Id, colleague.UnitId)).State);
        Assert.Equal("42501", (await session.TryAsync(Insert, id, Road.NewNumber("TE"), @case, asker.Id, colleague.UnitId)).State);
        await session.RunAsync(Insert, id, Road.NewNumber("TE"), @case, asker.Id, asker.UnitId);

        Assert.Equal(asker.DisplayName, await session.AskAsync<string>("select actor_name from casework.emergency_accesses where id = $1", id));
        Assert.True(await session.AskAsync<bool>(
            "select ends_at = granted_at + interval '60 minutes' and granted_at <= clock_timestamp() from casework.emergency_accesses where id = $1", id));
        foreach (var change in new[] { "ends_at = ends_at + interval '1 hour'", "granted_at = now()", "actor_id = gen_random_uuid()" })
            Assert.Equal("42501", (await session.TryAsync($"update casework.emergency_accesses set {change} where id = $1", id)).State);
        Assert.Equal("42501", (await session.TryAsync("insert into casework.emergency_targets (access_id) values ($1)", id)).State);
    }

    [Fact]
    public async Task It_opens_the_row_of_that_one_person_for_as_long_as_it_is_in_force()
    {
        var holder = await world.PoliceAsync();
        var @case = await world.CaseAsync(holder.Officer);
        await world.AddPersonAsync(holder.Officer, @case);
        await world.CaseAsync(holder.Officer);
        var asker = (await world.FiaAsync()).Officer;
        const string seen = "select count(*) from casework.victim_identities";
        await using var session = await PlainSql.AsAsync(database, asker);
        Assert.Equal(0, await session.AskAsync<long>(seen));

        var access = await world.AskInEmergencyAsync(asker, @case);

        Assert.Equal([$"{@case.Victims[0].Id}"], await session.ListAsync("select victim_id::text from casework.victim_identities"));
        foreach (var table in new[] { "victims", "cases", "needs", "case_documents", "suspects", "case_access" })
            Assert.Equal(0, await session.AskAsync<long>($"select count(*) from casework.{table}"));
        Assert.Equal(0, (await session.TryAsync("update casework.victim_identities set updated_at = now()")).Rows);
        // Nobody else sees it by this.
        await using (var colleague = await PlainSql.AsAsync(database, (await world.FiaAsync()).Officer))
            Assert.Equal(0, await colleague.AskAsync<long>(seen));
        await world.PassAsync(access, TimeSpan.FromMinutes(59));
        Assert.Equal(1, await session.AskAsync<long>(seen));
        await world.PassAsync(access, TimeSpan.FromMinutes(1));
        Assert.Equal(0, await session.AskAsync<long>(seen));
        Assert.Equal(0, await session.AskAsync<long>("select count(*) from casework.emergency_targets"));
        Assert.Equal(0, await session.AskAsync<long>(Facts, access.Id));
        Assert.Equal("42501", (await session.TryAsync(Open, @case.Victims[0].Id, @case.Id, asker.Id, asker.UnitId, access.Id)).State);
    }

    [Fact]
    public async Task It_ends_with_the_askers_word_and_with_the_switch_of_the_agency()
    {
        var holder = await world.PoliceAsync();
        var force = await world.FiaAsync();
        const string seen = "select count(*) from casework.victim_identities";
        var first = await world.AskInEmergencyAsync(force.Officer, await world.CaseAsync(holder.Officer));
        await using var session = await PlainSql.AsAsync(database, force.Officer);
        Assert.Equal(1, await session.RunAsync("update casework.emergency_accesses set ended_at = now() + interval '1 hour' where id = $1", first.Id));
        Assert.Equal(0, await session.AskAsync<long>(seen));
        Assert.Equal(0, await session.AskAsync<long>(Facts, first.Id));
        await session.CommitAsync();
        var second = await world.AskInEmergencyAsync(force.Officer, await world.CaseAsync(holder.Officer));
        await session.ClaimAsync(PlainSql.SignedFor(force.Officer.Id));
        Assert.Equal(1, await session.AskAsync<long>(seen));
        Assert.Equal(1, await session.AskAsync<long>(Facts, second.Id));

        await using (var administrator = await PlainSql.AsAsync(database, await world.UserAsync(force.Headquarters, Role.NationalAdministrator)))
        {
            Assert.True(await administrator.AskAsync<bool>("select security.allow_emergency_opening($1, false)", force.Agency.Id));
            await administrator.CommitAsync();
        }

        Assert.Equal(0, await session.AskAsync<long>(seen));
        Assert.Equal(0, await session.AskAsync<long>(Facts, second.Id));
        var refused = await session.TryAsync(Insert, Guid.NewGuid(), Road.NewNumber("TE"), (await world.CaseAsync(holder.Officer)).Number, force.Officer.Id, force.Officer.UnitId);
        Assert.Equal("Your agency has switched opening in an emergency off. Call the unit that holds the case, or the national desk.", refused.Message);
        Assert.Equal("42501", (await session.TryAsync("select security.allow_emergency_opening($1, true)", force.Agency.Id)).State);
    }

    [Fact]
    public async Task Only_the_national_administrator_switches_it()
    {
        var force = await world.FiaAsync();
        foreach (var user in new[] { force.Officer, force.Supervisor, await world.UserAsync(force.Headquarters, Role.AgencyAdministrator), await world.CoordinatorAsync() })
        {
            await using var session = await PlainSql.AsAsync(database, user);
            Assert.Equal("42501", (await session.TryAsync("select security.allow_emergency_opening($1, false)", force.Agency.Id)).State);
        }
    }

    [Fact]
    public async Task The_third_within_thirty_days_opens_nothing_until_somebody_else_approves_it()
    {
        var (holder, force) = (await world.PoliceAsync(), await world.FiaAsync());
        await world.AskInEmergencyAsync(force.Officer, "9999999999991");
        var first = await world.AskInEmergencyAsync(force.Officer, await world.CaseAsync(holder.Officer));
        var @case = await world.CaseAsync(holder.Officer);
        var third = await world.AskInEmergencyAsync(force.Officer, @case);

        Assert.NotNull(first.GrantedAt);
        Assert.Null(third.GrantedAt);
        var seen = "select count(*) from casework.victim_identities where victim_id = '" + @case.Victims[0].Id + "'";
        await using var session = await PlainSql.AsAsync(database, force.Officer);
        Assert.Equal(0, await session.AskAsync<long>(seen));
        Assert.Equal("Somebody else approves this: not who asks.", (await session.TryAsync(Approve, third.Id, force.Officer.Id, force.Officer.UnitId)).Message);
        await using (var stranger = await PlainSql.AsAsync(database, holder.Supervisor))
            Assert.Equal("42501", (await stranger.TryAsync(Approve, third.Id, holder.Supervisor.Id, holder.Supervisor.UnitId)).State);
        await world.ApproveEmergencyAsync(force.Supervisor, third);
        Assert.Equal(1, await session.AskAsync<long>(seen));
        // A month later they count no more.
        var other = (await world.FiaAsync()).Officer;
        foreach (var time in new[] { 1, 2 })
            await world.PassAsync(await world.AskInEmergencyAsync(other, $"999999999999{time}"), TimeSpan.FromDays(31));
        Assert.NotNull((await world.AskInEmergencyAsync(other, @case)).GrantedAt);
    }

    [Fact]
    public async Task Nobody_reviews_or_approves_the_own_and_a_review_stays_as_it_was_written()
    {
        var (holder, force) = (await world.PoliceAsync(), await world.FiaAsync());
        var coordinator = await world.CoordinatorAsync();
        var access = await world.AskInEmergencyAsync(coordinator, await world.CaseAsync(holder.Officer));
        const string own = "Somebody else reviews this: not who asked for it, and not who approved it.";
        await using (var session = await PlainSql.AsAsync(database, coordinator))
            Assert.Equal(own, (await session.TryAsync(Review, access.Id, coordinator.Id, coordinator.UnitId)).Message);
        await using (var supervisor = await PlainSql.AsAsync(database, force.Supervisor))
            Assert.Equal("42501", (await supervisor.TryAsync(Review, access.Id, force.Supervisor.Id, force.Supervisor.UnitId)).State);
        await using (var officer = await PlainSql.AsAsync(database, holder.Officer))
            Assert.Equal("42501", (await officer.TryAsync(Review, access.Id, holder.Officer.Id, holder.Officer.UnitId)).State);

        await using var reviewer = await PlainSql.AsAsync(database, holder.Supervisor);
        Assert.Equal(1, await reviewer.RunAsync(Review, access.Id, holder.Supervisor.Id, holder.Supervisor.UnitId));
        Assert.Equal("This was reviewed already.", (await reviewer.TryAsync(Review, access.Id, holder.Supervisor.Id, holder.Supervisor.UnitId)).Message);
        Assert.Equal("42501", (await reviewer.TryAsync("update casework.emergency_reviews set is_justified = false")).State);
    }

    [Fact]
    public async Task Who_approved_does_not_review_and_whom_one_sees_is_not_opened_in_an_emergency()
    {
        var (holder, force) = (await world.PoliceAsync(), await world.FiaAsync());
        foreach (var number in new[] { "9999999999991", "9999999999992" })
            await world.AskInEmergencyAsync(force.Officer, number);
        var coordinator = await world.CoordinatorAsync();
        var third = await world.AskInEmergencyAsync(force.Officer, await world.CaseAsync(holder.Officer));
        await world.ApproveEmergencyAsync(coordinator, third);

        await using var session = await PlainSql.AsAsync(database, coordinator);
        Assert.StartsWith("Somebody else reviews this", (await session.TryAsync(Review, third.Id, coordinator.Id, coordinator.UnitId)).Message, StringComparison.Ordinal);
        await using var officer = await PlainSql.AsAsync(database, holder.Officer);
        Assert.StartsWith("You see this person already.", (await officer.TryAsync(
            Insert, Guid.NewGuid(), Road.NewNumber("TE"), (await world.CaseAsync(holder.Officer)).Number, holder.Officer.Id, holder.Officer.UnitId)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opening_is_recorded_only_under_an_access_of_ones_own_that_leads_there()
    {
        var holder = await world.PoliceAsync();
        var (@case, another) = (await world.CaseAsync(holder.Officer), await world.CaseAsync(holder.Officer));
        var (asker, other) = ((await world.FiaAsync()).Officer, (await world.FiaAsync()).Officer);
        var access = await world.AskInEmergencyAsync(asker, @case);
        await using (var session = await PlainSql.AsAsync(database, asker))
        {
            Assert.Equal(1, (await session.TryAsync(Open, @case.Victims[0].Id, @case.Id, asker.Id, asker.UnitId, access.Id)).Rows);
            Assert.Equal("42501", (await session.TryAsync(Open, another.Victims[0].Id, another.Id, asker.Id, asker.UnitId, access.Id)).State);
        }

        await using var stranger = await PlainSql.AsAsync(database, other);
        Assert.Equal("42501", (await stranger.TryAsync(Open, @case.Victims[0].Id, @case.Id, other.Id, other.UnitId, access.Id)).State);
    }

    [Fact]
    public async Task Two_who_open_one_person_have_each_their_own_access_and_not_the_others()
    {
        var @case = await world.CaseAsync((await world.PoliceAsync()).Officer);
        var (one, two) = ((await world.FiaAsync()).Officer, (await world.FiaAsync()).Officer);
        var (own, others) = (await world.AskInEmergencyAsync(one, @case), await world.AskInEmergencyAsync(two, @case));
        await using var session = await PlainSql.AsAsync(database, one);

        Assert.Equal([$"{own.Id}"], await session.ListAsync("select access_id::text from casework.emergency_targets"));
        Assert.Equal(1, (await session.TryAsync(Open, @case.Victims[0].Id, @case.Id, one.Id, one.UnitId, own.Id)).Rows);
        Assert.Equal("42501", (await session.TryAsync(Open, @case.Victims[0].Id, @case.Id, one.Id, one.UnitId, others.Id)).State);
    }

    [Fact]
    public async Task An_approval_comes_within_a_day_and_to_no_agency_that_lost_it()
    {
        var (holder, force) = (await world.PoliceAsync(), await world.FiaAsync());
        foreach (var number in new[] { "9999999999991", "9999999999992" })
            await world.AskInEmergencyAsync(force.Officer, number);
        var third = await world.AskInEmergencyAsync(force.Officer, await world.CaseAsync(holder.Officer));
        await using var supervisor = await PlainSql.AsAsync(database, force.Supervisor);
        async Task<string> TryAsync() => (await supervisor.TryAsync(Approve, third.Id, force.Supervisor.Id, force.Supervisor.UnitId)).Message;

        await world.PassAsync(third, TimeSpan.FromHours(24));
        Assert.Equal("This request waits for no approval any more.", await TryAsync());
        await world.PassAsync(third, TimeSpan.FromMinutes(-1));
        Assert.Equal("", await TryAsync());
        await world.AsOwnerAsync(db => db.Agencies.Where(a => a.Id == force.Agency.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.AllowsEmergencyOpening, false)));
        Assert.StartsWith("Your agency has switched opening in an emergency off.", await TryAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_records_of_one_number_it_is_the_one_logged_last()
    {
        var (first, last) = (await world.PoliceAsync(), await world.PoliceAsync("PB-MULTAN"));
        var identity = new IdentityDetails("Twicecanary", null, "9000017171711", null);
        await world.CaseAsync(first.Officer, identity: identity);
        var @case = await world.CaseAsync(last.Officer, identity: identity);
        var asker = (await world.FiaAsync()).Officer;
        await world.AskInEmergencyAsync(asker, "9000017171711");

        await using var session = await PlainSql.AsAsync(database, asker);
        Assert.Equal([$"{@case.Victims[0].Id}"], await session.ListAsync("select victim_id::text from casework.victim_identities"));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private const string Facts = "select count(*) from security.emergency_facts($1)";

    private const string Open = """
        insert into casework.identity_openings (id, victim_id, case_id, at, actor_id, actor_unit_id, actor_name, reason, emergency_access_id)
        values (gen_random_uuid(), $1, $2, now(), $3, $4, 'Test', 'DangerToThePerson', $5)
        """;

    private const string Approve =
        "insert into casework.emergency_approvals (access_id, at, actor_id, actor_unit_id, actor_name) values ($1, now(), $2, $3, 'Test')";

    private const string Review = """
        insert into casework.emergency_reviews (access_id, is_justified, sealed_note, at, actor_id, actor_unit_id, actor_name)
        values ($1, true, '\x00', now(), $2, $3, 'Test')
        """;

    private async Task<(Data.Identity.User Asker, string Case)> ForeignAsync() =>
        ((await world.FiaAsync()).Officer, (await world.CaseAsync((await world.PoliceAsync()).Officer)).Number);
}
