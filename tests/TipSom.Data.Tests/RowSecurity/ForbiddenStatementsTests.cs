using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>An officer, and a caseworker who accepted, with a prompt as tipsom_app and the source of this program beside it.</summary>
public sealed class ForbiddenStatementsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    /// <summary>Each is refused for want of the privilege. {r}: the referral, {c}: its case, {u}: the user, {o}: another unit.</summary>
    private static readonly string[] Refused =
    [
        // The key and the functions of the owner.
        "select * from security.context_key",
        "update security.context_key set outer_pad = outer_pad",
        "select security.context_mac('x|1')",
        "select security.consent_in_force('{r}')",
        "select security.unit_and_above('{o}')",
        "select * from security.referral_transitions",
        "insert into security.referral_transitions values ('Sent', 'Close', 'Closed', 'Sender')",
        "create or replace function security.me() returns security.person language sql as $$ select null $$",
        "create function security.mine() returns int language sql as $$ select 1 $$",
        "alter function security.me() owner to tipsom_app",
        "grant execute on function security.context_mac(text) to tipsom_app",
        // Switching the rules off.
        "alter table casework.referrals disable trigger all",
        "alter table casework.referrals disable row level security",
        "alter table casework.referrals owner to tipsom_app",
        "drop policy case_visible_to_its_units on casework.cases",
        "create policy mine on casework.cases using (true)",
        "drop trigger guard_referral_step on casework.referrals",
        "create trigger mine before insert on casework.cases for each row execute function suppress_redundant_updates_trigger()",
        "set session_replication_role = replica",
        "set role tipsom_owner",
        "set session authorization tipsom_owner",
        "alter role tipsom_app bypassrls",
        "create temporary table casework_copy (id int)",
        "create view public.peek as select * from casework.victims",
        "create extension dblink",
        "copy casework.cases to program 'cat'",
        "copy casework.cases to '/tmp/tipsom-cases'",
        "select pg_read_file('/etc/passwd')",
        "lock table casework.cases in access exclusive mode",
        // Who sees what.
        "insert into casework.case_access (case_id, unit_id, sees_identity, status, updated_at) values ('{c}', '{o}', true, 'Open', now())",
        "update casework.case_access set unit_id = '{o}'",
        "insert into casework.referral_access select * from casework.referral_access",
        "update casework.referral_access set unit_id = '{o}'",
        "update casework.cases set number = 'TS-1' where id = '{c}'",
        "update casework.cases set logged_by_id = '{o}' where id = '{c}'",
        // What never changes.
        "update casework.referrals set victim_id = victim_id where id = '{r}'",
        "update casework.referrals set to_unit_id = '{o}' where id = '{r}'",
        "update casework.referrals set from_unit_id = '{o}' where id = '{r}'",
        "update casework.referrals set number = 'TR-1' where id = '{r}'",
        "update casework.referrals set agreement_id = agreement_id where id = '{r}'",
        "update casework.referrals set consent_id = consent_id where id = '{r}'",
        "update casework.disclosures set sealed_content = '\\x00'",
        "update casework.disclosures set disclosed_at = null",
        "update casework.referral_events set actor_name = 'Somebody Else'",
        "update casework.case_events set actor_id = '{o}'",
        "update casework.disclosure_openings set actor_name = 'Somebody Else'",
        "update casework.identity_openings set reason = 'Another reason'",
        "update casework.consents set is_given = true",
        "update casework.consents set categories = '{}'",
        "update casework.consents set expires_at = null",
        "update casework.victim_identities set victim_id = victim_id",
        "update casework.arrival_arrangements set sealed_details = '\\x00'",
        "update casework.idempotency_keys set result_url = '/'",
        "update casework.drafts set user_id = '{o}'",
        "update casework.drafts set page = '/'",
        "delete from casework.drafts",
        "delete from casework.referrals", "delete from casework.cases", "delete from casework.consents",
        "delete from casework.case_access", "delete from casework.referral_events", "truncate casework.referrals",
        // Who one is.
        "update identity.users set role = 'Auditor' where id = '{u}'",
        "update identity.users set unit_id = '{o}' where id = '{u}'",
        "update identity.users set agency_id = '{o}' where id = '{u}'",
        "update identity.users set display_name = 'Somebody Else' where id = '{u}'",
        "update identity.users set disabled_at = null where id = '{u}'",
        "insert into identity.users select * from identity.users",
        "delete from identity.users",
        "update identity.units set parent_id = null",
        "insert into identity.units select * from identity.units",
        "update identity.agencies set is_active = true",
        "update identity.sessions set user_id = '{o}'",
        "update identity.sessions set stage = 'Full'",
        "update identity.sessions set second_factor_at = now()",
        "update identity.authenticators set user_id = '{o}'",
        "update identity.code_cards set user_id = '{o}'",
        "update identity.user_passkeys set user_id = '{o}'",
        "select code_hash from identity.account_codes",
        "insert into identity.account_codes select * from identity.account_codes",
        "update identity.account_codes set ended_at = null",
        "select security.use_account_code('{o}', '\\x00', 'hash', 'stamp')",
        "select telling.tell_about_account('{o}', 'SignInChanged')",
        "select security.take_away_ended_sign_ins(1)",
        "update reference.districts set province_code = 'PB'",
        // The trail.
        "insert into audit.entries (at, table_name, row_id, act, fields) values (now(), 'cases', '{c}', 'UPDATE', '{}')",
        "update audit.entries set actor_id = null", "delete from audit.entries", "truncate audit.entries"
    ];

    [Fact]
    public async Task Every_statement_is_refused_to_both_sides_and_to_nobody()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Accepted);
        foreach (var user in new[] { cast.Police.Officer, cast.Shelter.Caseworker, cast.Auditor, null })
        {
            await using var session = await PlainSql.AsAsync(database, user);
            foreach (var statement in Refused)
            {
                var sql = statement
                    .Replace("{r}", referral.Id.ToString(), StringComparison.Ordinal).Replace("{c}", referral.CaseId.ToString(), StringComparison.Ordinal)
                    .Replace("{u}", (user?.Id ?? Guid.NewGuid()).ToString(), StringComparison.Ordinal)
                    .Replace("{o}", cast.OtherShelter.Shelter.Id.ToString(), StringComparison.Ordinal);

                var tried = await session.TryAsync(sql);

                Assert.True(tried.State == Outcome.NotAllowed, $"{user?.Role.ToString() ?? "nobody"}: {sql}: {tried}");
            }
        }
    }

    [Fact]
    public async Task Row_security_cannot_be_switched_off_to_look()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        await cast.ReferralAsync(world, ReferralStatus.Sent);
        await using var session = await PlainSql.AsAsync(database, cast.OtherShelter.Caseworker);

        await session.RunAsync("set local row_security = off");

        Assert.Equal(Outcome.NotAllowed, (await session.TryAsync("select * from casework.victims")).State);
    }

    [Fact]
    public async Task Only_the_auditor_reads_the_trail_and_it_names_who_did_it()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var @case = await world.CaseAsync(cast.Police.Officer);
        await using var session = await PlainSql.AsAsync(database, cast.Auditor);

        Assert.Equal(
            [$"cases INSERT {cast.Police.Officer.Id} {cast.Police.Station.Id}"],
            await session.ListAsync(
                "select table_name || ' ' || act || ' ' || actor_id || ' ' || actor_unit_id from audit.entries where row_id = $1", @case.Id));
    }

    [Theory]
    [InlineData("cases", "logged_by_name", "number", "TS")]
    [InlineData("case_events", "actor_name", null, null)]
    [InlineData("identity_openings", "actor_name", null, null)]
    public async Task A_colleagues_name_cannot_be_signed(string table, string name, string? number, string? prefix)
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Sent);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var id = Guid.NewGuid();
        List<(string, object?)> changes = [("id", id), (name, "IG Somebody Else")];
        if (number is not null)
            changes.Add((number, $"{prefix}-{id.ToString("N")[..11]}"));
        var row = (await owner.RowAsync($"casework.{table}", table == "cases" ? $"id = '{referral.CaseId}'" : $"case_id = '{referral.CaseId}'")).With([.. changes]);
        await using var session = await PlainSql.AsAsync(database, cast.Police.Officer);

        await session.RunAsync(JsonRows.InsertInto($"casework.{table}"), row);

        Assert.Equal(cast.Police.Officer.DisplayName, await session.AskAsync<string>($"select {name} from casework.{table} where id = $1", id));
    }

    [Theory]
    [InlineData("cases", "logged_by_id")]
    [InlineData("case_events", "actor_id")]
    [InlineData("case_events", "actor_unit_id")]
    [InlineData("identity_openings", "actor_id")]
    [InlineData("identity_openings", "actor_unit_id")]
    [InlineData("consents", "recorded_by_id")]
    [InlineData("idempotency_keys", "user_id")]
    public async Task Nothing_is_written_in_somebody_elses_name(string table, string field)
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Sent);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("insert into casework.idempotency_keys values ($1, $2, '\\x00', '/', now())", referral.CaseId, cast.Police.Officer.Id);
        var key = table switch { "cases" => "id", "idempotency_keys" => "key", _ => "case_id" };
        var row = await owner.RowAsync($"casework.{table}", $"{key} = '{referral.CaseId}'");
        await owner.DisposeAsync();
        List<(string, object?)> changes =
        [
            (table == "idempotency_keys" ? "key" : "id", Guid.NewGuid()),
            (field, field.EndsWith("unit_id", StringComparison.Ordinal) ? cast.Police.Headquarters.Id : cast.Police.Supervisor.Id)
        ];
        await using var session = await PlainSql.AsAsync(database, cast.Police.Officer);

        var tried = await session.TryAsync(JsonRows.InsertInto($"casework.{table}"), row.With([.. changes]));

        Assert.Equal(Outcome.NotAllowed, tried.State);
    }

    [Fact]
    public async Task A_strangers_ids_tell_nothing()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Accepted);
        await using var session = await PlainSql.AsAsync(database, cast.OtherShelter.Caseworker);

        Assert.False(await session.AskAsync<bool>("select security.recipient_may_read($1, 'Identity', $2)", referral.Id, referral.ConsentId));
        Assert.False(await session.AskAsync<bool>("select security.sees_case($1)", referral.CaseId));
        Assert.True(await session.AskAsync<bool>("select security.my_side($1) is null", referral.Id));
    }
}
