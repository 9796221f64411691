using TipSom.Data.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>With SQL as the role of requests nobody lets themselves in as somebody else.</summary>
public sealed class AccountsGuardTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    /// <summary>{v}: the person to become.</summary>
    private static readonly string[] Attempts =
    [
        // A session of one's own making.
        """
        insert into identity.sessions (id, key_hash, user_id, stage, is_shared, device, place, security_stamp, started_at, used_at, second_factor_at, idle_until, ends_at)
        select gen_random_uuid(), sha256('known'), u.id, 'Full', false, '', '', u.security_stamp, now(), now(), now(), now() + interval '1 hour', now() + interval '1 hour'
        from identity.users u where u.id = '{v}'
        """,
        "update identity.sessions set key_hash = sha256('known') where user_id = '{v}'",
        "update identity.sessions set stepped_up_at = now() where user_id = '{v}'",
        "delete from identity.sessions where user_id = '{v}'",
        // A password, a stamp, a factor of one's own making; no factor at all.
        "update identity.users set password_hash = 'x' where id = '{v}'",
        "update identity.users set security_stamp = 'x' where id = '{v}'",
        "update identity.users set email = 'me@example.test' where id = '{v}'",
        "insert into identity.authenticators (id, user_id, sealed_secret, made_at, last_step) values (gen_random_uuid(), '{v}', '\\x00', now(), 0)",
        "update identity.authenticators set last_step = 0 where user_id = '{v}'",
        "update identity.code_cards set next_code = 1 where user_id = '{v}'",
        "delete from identity.authenticators where user_id = '{v}'", "delete from identity.code_cards where user_id = '{v}'", "delete from identity.user_passkeys where user_id = '{v}'",
        "update identity.user_passkeys set data = '{}' where user_id = '{v}'",
        // To guess without being slowed; to be known where one is not.
        "delete from identity.guess_counts", "update identity.guess_counts set tries = 0",
        "insert into identity.known_places (user_id, place_hash, seen_at) values ('{v}', '\\x00', now())",
        "insert into identity.account_codes (id, user_id, kind, code_hash, issued_by, issued_at, ends_at) values (gen_random_uuid(), '{v}', 'Recovery', '\\x00', '{v}', now(), now())",
        "select security.use_account_code('{v}', '\\x00', 'x', 'x')", "select security.issue_account_code('{v}', 'Recovery', '\\x00', 15, '{v}')",
        "insert into identity.user_tokens (user_id, login_provider, name, value) values ('{v}', 'x', 'x', 'x')"
    ];

    [Fact]
    public async Task Nobody_becomes_somebody_else()
    {
        await using var world = new World(database);
        var (police, fia) = (await world.PoliceAsync(), await world.FiaAsync());
        var victim = police.Supervisor;
        await using (var program = await PlainSql.AsProgramAsync(database, ProgramWork.SignIn))
        {
            // A session and a count there are, so that "no row" would not be for want of one.
            Assert.Equal(1, await program.RunAsync(Attempts[0].Replace("{v}", $"{victim.Id}", StringComparison.Ordinal)));
            await program.RunAsync("insert into identity.guess_counts (key_hash, tries, tried_at) values ('\\x01', 4, now())");
            await program.CommitAsync();
        }

        foreach (var asker in new[] { null, fia.Officer, police.Officer })
        {
            await using var session = await PlainSql.AsAsync(database, asker);
            foreach (var attempt in Attempts)
            {
                var tried = await session.TryAsync(attempt.Replace("{v}", $"{victim.Id}", StringComparison.Ordinal));

                Assert.True(
                    tried.State is Outcome.NotAllowed or Outcome.RuleBroken || tried is { State: "", Rows: 0 }, $"{asker?.Role.ToString() ?? "nobody"}: {attempt}: {tried}");
            }

            Assert.Equal(0L, await session.AskAsync<long>("select count(*) from identity.sessions"));
            Assert.Equal(0L, await session.AskAsync<long>("select count(*) from identity.authenticators") + await session.AskAsync<long>("select count(*) from identity.code_cards"));
        }
    }

    [Fact]
    public async Task One_changes_the_own_password_and_nobodys_standing()
    {
        await using var world = new World(database);
        var officer = (await world.PoliceAsync()).Officer;
        await using var session = await PlainSql.AsAsync(database, officer);

        Assert.Equal(1, (await session.TryAsync("update identity.users set password_hash = 'x' where id = $1", officer.Id)).Rows);
        Assert.Equal(Outcome.NotAllowed, (await session.TryAsync("update identity.users set role = 'Auditor' where id = $1", officer.Id)).State);
    }
}
