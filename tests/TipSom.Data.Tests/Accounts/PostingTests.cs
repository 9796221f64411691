using Npgsql;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Accounts;

/// <summary>Postings, and who may make whom, as the database guards them against whoever writes statements by hand.</summary>
public sealed class PostingTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string LastOne = "The last administrator stays. Name another first, who has signed in once.";

    private readonly World world = new(database);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Nobody_holds_two_postings_at_once_not_even_by_the_owner()
    {
        var police = await world.PoliceAsync();
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var second = """
            insert into identity.postings (id, user_id, unit_id, agency_id, role, from_day, made_at)
            select gen_random_uuid(), id, unit_id, agency_id, role, security.today() + 3, now() from identity.users where id = $1
            """;

        Assert.Equal(PostgresErrorCodes.ExclusionViolation, (await owner.TryAsync(second, police.Officer.Id)).State);
        await owner.RunAsync("update identity.postings set until_day = from_day + 3, ended_at = now(), end_reason = 'Transfer' where user_id = $1", police.Officer.Id);
        Assert.Equal("", (await owner.TryAsync(second, police.Officer.Id)).State);
    }

    [Fact]
    public async Task The_role_of_requests_writes_no_posting_and_no_standing()
    {
        var police = await world.PoliceAsync();
        await using var session = await PlainSql.AsAsync(database, await AdministratorAsync(police));
        foreach (var statement in new[]
                 {
                     "update identity.postings set role = 'Supervisor' where user_id = $1", "update identity.users set role = 'Supervisor' where id = $1",
                     "update identity.users set disabled_at = null where id = $1", "update identity.users set last_signed_in_at = now() where id = $1",
                     "delete from identity.postings where user_id = $1", "update identity.role_proposals set is_confirmed = true where user_id = $1",
                     "select security.post($1, $1, 'Officer', current_date, 'Transfer', null, null)", "select security.make_account($1, 'a', 'abc', null, $1, 'Auditor')",
                     "select security.shut($1)"
                 })
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await session.TryAsync(statement, police.Officer.Id)).State);
    }

    [Fact]
    public async Task Nobody_moves_themself_or_somebody_they_do_not_keep()
    {
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        var administrator = await AdministratorAsync(police);
        await AdministratorAsync(police);
        var below = await world.UserAsync(police.Station, Role.AgencyAdministrator);
        const string own = "Nobody changes their own role, posting or account.";
        const string foreign = "You do not keep this account.";

        foreach (var function in new[] { "leave($1, 'LeftService', null, null)", "end_sessions_of($1)", "take_factors_of($1)", "disable_account($1)", "enable_account($1)" })
        {
            Assert.Equal(own, await RefusalAsync(administrator, $"select security.{function}", administrator.Id));
            Assert.Equal(foreign, await RefusalAsync(administrator, $"select security.{function}", other.Officer.Id));
            Assert.Equal(foreign, await RefusalAsync(below, $"select security.{function}", administrator.Id));
            Assert.Equal(foreign, await RefusalAsync(police.Supervisor, $"select security.{function}", police.Officer.Id));
            Assert.Equal(foreign, await RefusalAsync(null, $"select security.{function}", police.Officer.Id));
        }

        Assert.Equal(own, await MoveAsync(administrator, administrator, police.Station.Id, "Officer"));
        Assert.Equal("You do not keep the accounts of this unit.", await MoveAsync(administrator, police.Officer, other.Station.Id, "Officer"));
        Assert.Equal("A national role takes two national administrators: one proposes, another confirms.", await MoveAsync(administrator, police.Officer, police.Station.Id, "Auditor"));
        Assert.Equal("This agency has nobody in this role.", await MoveAsync(administrator, police.Officer, police.Station.Id, "Caseworker"));
        Assert.Equal("", await MoveAsync(administrator, police.Officer, police.Station.Id, "Supervisor"));
    }

    [Fact]
    public async Task A_national_administrator_posts_administrators_only_and_of_every_agency()
    {
        var police = await world.PoliceAsync();
        var administrator = await AdministratorAsync(police);
        await AdministratorAsync(police);
        var national = await world.UserAsync((await world.FiaAsync()).Headquarters, Role.NationalAdministrator);

        Assert.Equal("The administrator of the agency decides where its people work.", await MoveAsync(national, police.Officer, police.Station.Id, "Supervisor"));
        Assert.Equal("The administrator of the agency decides where its people work.", await MoveAsync(national, administrator, police.Station.Id, "Officer"));
        Assert.Equal("", await MoveAsync(national, administrator, police.Station.Id, "AgencyAdministrator"));
        Assert.Equal("", await RefusalAsync(national, "select security.end_sessions_of($1)", police.Officer.Id));
    }

    [Fact]
    public async Task The_last_administrator_stays_and_of_two_who_remove_each_other_at_once_one_is_left()
    {
        var police = await world.PoliceAsync();
        var (one, two) = (await AdministratorAsync(police), await AdministratorAsync(police));
        await using (var first = await PlainSql.AsAsync(database, one))
        await using (var second = await PlainSql.AsAsync(database, two))
        {
            await first.RunAsync("select security.disable_account($1)", two.Id);
            var waits = second.TryAsync("select security.disable_account($1)", one.Id);
            Assert.NotSame(waits, await Task.WhenAny(waits, Task.Delay(300, TestContext.Current.CancellationToken)));
            await first.CommitAsync();
            Assert.Equal(LastOne, (await waits).Message);
        }

        var national = await world.UserAsync((await world.FiaAsync()).Headquarters, Role.NationalAdministrator);
        foreach (var act in new[] { "leave($1, 'LeftService', null, null)", "disable_account($1)" })
            Assert.Equal(LastOne, await RefusalAsync(national, $"select security.{act}", one.Id));
        Assert.Equal(LastOne, await MoveAsync(national, one, police.Station.Id, "AgencyAdministrator"));
        // One below, and one who has not come, keep nothing of what the last one kept.
        await world.UserAsync(police.Station, Role.AgencyAdministrator);
        await InviteAsync(one, police.Headquarters.Id, Role.AgencyAdministrator);
        Assert.Equal(LastOne, await RefusalAsync(national, "select security.disable_account($1)", one.Id));
    }

    [Fact]
    public async Task A_posting_to_come_begins_on_its_day_and_is_taken_back_by_a_later_one()
    {
        var police = await world.PoliceAsync();
        var other = await world.StationAsync(police);
        var administrator = await AdministratorAsync(police);
        Assert.Equal("", await MoveAsync(administrator, police.Officer, other.Id, "Officer", days: 2));
        Assert.Equal("A posting begins today or within a year.", await MoveAsync(administrator, police.Officer, other.Id, "Officer", days: -1));
        await using var owner = await PlainSql.AsOwnerAsync(database);

        Assert.Equal(police.Station.Id, await owner.AskAsync<Guid>("select unit_id from identity.users where id = $1", police.Officer.Id));
        await owner.RunAsync("update identity.postings set until_day = until_day - 2 where user_id = $1 and until_day is not null", police.Officer.Id);
        await owner.RunAsync("update identity.postings set work_to_id = null, made_at = made_at where user_id = $1", police.Officer.Id);
        await owner.RunAsync("alter table identity.postings disable trigger account_follows_posting");
        await owner.RunAsync("update identity.postings set from_day = security.today() where user_id = $1 and until_day is null", police.Officer.Id);
        await owner.RunAsync("alter table identity.postings enable trigger account_follows_posting");
        await owner.CommitAsync();
        await using var clocks = await PlainSql.AsProgramAsync(database, ProgramWork.Clocks);
        Assert.True(await clocks.AskAsync<int>("select security.postings_of_the_day()") > 0);
        await clocks.CommitAsync();

        Assert.Equal(other.Id, await owner.AskAsync<Guid>("select unit_id from identity.users where id = $1", police.Officer.Id));
        Assert.Equal("", await MoveAsync(administrator, police.Officer, police.Station.Id, "Officer", days: 5));
        Assert.Equal("", await MoveAsync(administrator, police.Officer, police.Station.Id, "Supervisor", days: 3));
        Assert.Equal(1, await owner.AskAsync<int>("select count(*)::integer from identity.postings where user_id = $1 and until_day = from_day and from_day > security.today()", police.Officer.Id));
        await using var stranger = await PlainSql.AsAsync(database, administrator);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await stranger.TryAsync("select security.postings_of_the_day()")).State);
    }

    [Fact]
    public async Task Somebody_must_be_left_to_work_on_what_the_unit_holds()
    {
        var shelter = await world.ProviderAsync();
        var police = await world.PoliceAsync();
        await world.AgreementAsync(police, shelter);
        await world.SentReferralAsync(police, shelter);
        var administrator = await world.UserAsync(shelter.Shelter, Role.AgencyAdministrator);
        var leave = "select security.leave($1, 'LeftService', $2, null)";

        Assert.Equal("Work is taken over by somebody in use at the same unit or above it, decisions by somebody in the same role.",
            await RefusalAsync(administrator, leave, shelter.Caseworker.Id, administrator.Id));
        Assert.Equal("", await RefusalAsync(administrator, leave, shelter.Caseworker.Id, shelter.Manager.Id));
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update telling.notifications set settled_at = now() where user_id = $1", shelter.Manager.Id);
        await owner.CommitAsync();
        Assert.Equal("Nobody would be left to work on what this unit holds. Invite somebody first.",
            await RefusalAsync(administrator, "select security.leave($1, 'LeftService', null, null)", shelter.Manager.Id));
    }

    [Fact]
    public async Task A_register_being_brought_in_goes_on_under_who_takes_it_over()
    {
        var police = await world.PoliceAsync();
        var administrator = await AdministratorAsync(police);
        var taker = await world.UserAsync(police.Headquarters, Role.Supervisor);
        var register = await world.UploadAsync(Register.Of(2), police.Station, police.Supervisor);

        Assert.Equal("Work waits for this person. Choose who takes it over.", await RefusalAsync(administrator, "select security.leave($1, 'LeftService', null, null)", police.Supervisor.Id));
        Assert.Equal("", await RefusalAsync(administrator, "select security.leave($1, 'LeftService', null, $2)", police.Supervisor.Id, taker.Id));

        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal(taker.Id, await owner.AskAsync<Guid>("select user_id from casework.register_imports where id = $1", register.Id));
    }

    [Fact]
    public async Task Leaving_ends_the_codes_for_the_person_and_those_the_person_gave()
    {
        var police = await world.PoliceAsync();
        var (stays, goes) = (await AdministratorAsync(police), await AdministratorAsync(police));
        await CodeAsync(goes, police.Officer);
        await CodeAsync(stays, goes);

        Assert.Equal("", await RefusalAsync(stays, "select security.leave($1, 'LeftService', null, null)", goes.Id));

        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal(0, await owner.AskAsync<int>("select count(*)::integer from identity.account_codes where $1 in (user_id, issued_by) and ended_at is null", goes.Id));
    }

    [Fact]
    public async Task Who_stole_the_password_sets_up_no_factor_in_place_of_the_one_taken_away()
    {
        var police = await world.PoliceAsync();

        Assert.Equal("", await RefusalAsync(await AdministratorAsync(police), "select security.take_factors_of($1)", police.Officer.Id));

        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal("", await owner.AskAsync<string>("select password_hash from identity.users where id = $1", police.Officer.Id));
        Assert.Equal(0, await owner.AskAsync<int>("select count(*)::integer from identity.code_cards where user_id = $1", police.Officer.Id));
    }

    [Fact]
    public async Task Changes_of_standing_are_on_the_trail_and_sign_ins_do_not_flood_it()
    {
        var police = await world.PoliceAsync();
        var administrator = await AdministratorAsync(police);
        await MoveAsync(administrator, police.Officer, police.Station.Id, "Supervisor");
        Assert.Equal("", await RefusalAsync(administrator, "select security.end_sessions_of($1)", police.Officer.Id));
        await using var owner = await PlainSql.AsOwnerAsync(database);
        const string lines = "select count(*)::integer from audit.entries where table_name = 'users' and row_id = $1";
        var before = await owner.AskAsync<int>(lines, police.Officer.Id);
        Assert.Equal(3, before);
        Assert.Equal(2, await owner.AskAsync<int>(
            "select count(*)::integer from audit.entries e join identity.postings p on p.id = e.row_id where e.table_name = 'postings' and p.user_id = $1 and e.actor_id = $2",
            police.Officer.Id, administrator.Id));

        await owner.RunAsync("update identity.users set access_failed_count = 4, lockout_end = now(), last_signed_in_at = now(), security_stamp = 'x' where id = $1", police.Officer.Id);

        Assert.Equal(before, await owner.AskAsync<int>(lines, police.Officer.Id));
    }

    [Fact]
    public async Task Administrators_are_told_once_a_week_of_accounts_that_nobody_uses()
    {
        var police = await world.PoliceAsync();
        var administrator = await AdministratorAsync(police);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update identity.users set last_signed_in_at = now() - make_interval(days => $2, mins => 1) where id = $1", police.Officer.Id, (int)KeptAccounts.DormantAfter.TotalDays);
        await owner.RunAsync("update identity.users set last_signed_in_at = now() - make_interval(days => $2, mins => -1) where id = $1", police.Supervisor.Id, (int)KeptAccounts.DormantAfter.TotalDays);
        Assert.True(await owner.AskAsync<bool>("select security.is_dormant($1)", police.Officer.Id));
        Assert.False(await owner.AskAsync<bool>("select security.is_dormant($1)", police.Supervisor.Id));
        await owner.CommitAsync();

        for (var i = 0; i < 2; i++)
        {
            await using var clocks = await PlainSql.AsProgramAsync(database, ProgramWork.Clocks);
            await clocks.AskAsync<int>("select security.postings_of_the_day()");
            await clocks.CommitAsync();
        }

        Assert.Equal(1, await owner.AskAsync<int>("select count(*)::integer from telling.notifications where user_id = $1 and kind = 'AccountsDormant'", administrator.Id));
        Assert.Equal(0, await owner.AskAsync<int>("select count(*)::integer from telling.notifications where user_id = $1 and kind = 'AccountsDormant'", police.Supervisor.Id));
    }

    [Fact]
    public async Task What_the_domain_says_of_roles_the_database_says_too()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.Equal(role.IsNational(), await owner.AskAsync<bool>("select security.is_national($1)", $"{role}"));
            Assert.Equal(Grants.SideOf(role).Select(r => $"{r}"), await owner.AskAsync<string[]>("select security.side_of($1)", $"{role}"));
            foreach (var kind in Enum.GetValues<Domain.Agencies.AgencyKind>())
                Assert.Equal(role.Fits(kind), await owner.AskAsync<bool>("select security.role_fits($1, $2)", $"{role}", $"{kind}"));
        }
    }

    private Task<User> AdministratorAsync(Force force) => world.UserAsync(force.Headquarters, Role.AgencyAdministrator);

    private Task<string> InviteAsync(User by, Guid unit, Role role) => RefusalAsync(
        by, "select security.invite(gen_random_uuid(), 'Newcomer', $1, '', $2, $3)", $"new.{Guid.NewGuid():n}", unit, $"{role}");

    private Task<string> CodeAsync(User by, User person) => RefusalAsync(
        by, "select security.issue_account_code($1, 'Recovery', '\\x00', 10, $2)", person.Id, by.Id);

    private Task<string> MoveAsync(User by, User person, Guid unit, string role, int days = 0) => RefusalAsync(
        by, "select security.move($1, $2, $3, security.today() + $4, 'Transfer', null, null)", person.Id, unit, role, days);

    /// <summary>What is refused; empty where it is done, and then it stays.</summary>
    private async Task<string> RefusalAsync(User? by, string sql, params object[] values)
    {
        await using var session = await PlainSql.AsAsync(database, by);
        try
        {
            await session.RunAsync(sql, values);
        }
        catch (PostgresException refused) when (refused.SqlState == Outcome.RuleBroken)
        {
            return refused.MessageText;
        }

        await session.CommitAsync();
        return "";
    }
}
