using System.Security.Cryptography;
using System.Text;
using Npgsql;
using TipSom.Data.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>Who can make PostgreSQL believe a name: only who holds the key, for a while, and for one transaction.</summary>
public sealed class SignedContextTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string SeenCases = "select count(*) from casework.cases";

    [Fact]
    public async Task A_forged_context_is_nobodys_and_is_not_an_error()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        await world.CaseAsync(police.Officer);
        var outsider = await world.UserAsync(police.Station, Domain.Identity.Role.Analyst);
        var signed = PlainSql.SignedFor(police.Officer.Id).Split('|');
        var own = PlainSql.SignedFor(outsider.Id).Split('|');
        var now = TimeProvider.System.GetUtcNow();
        string Join(params string[] parts) => string.Join('|', parts);
        var withOtherKey = new AccessContext(TestKeys.Master).Sign(police.Officer.Id, now);
        string[] forged =
        [
            "", "|", "||", "|||", "||||", "|||||", "garbage", "null", "'; drop table casework.cases; --",
            signed[0],
            Join(signed[0], signed[1]),
            // As it was signed before session and place were part of it, by the right key.
            Join(signed[0], signed[1], MacOf($"{signed[0]}|{signed[1]}")),
            Join(signed[0], signed[1], signed[4]),
            Join(signed[0], signed[1], signed[2], signed[3]),
            Join(signed[0], own[1], own[2], own[3], own[4]),
            Join(signed[0], signed[1], signed[2], signed[3], own[4]),
            Join(own[0], signed[1], signed[2], signed[3], signed[4]),
            Join(signed[0], (long.Parse(signed[1], null) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), signed[2], signed[3], signed[4]),
            Join(signed[0], "999999999999", "", "", signed[4]),
            Join(signed[0], "9999999999999999999999", "", "", signed[4]),
            Join(signed[0], "-1", "", "", signed[4]),
            Join(signed[0], "", "", "", signed[4]),
            // Another session or place than the one signed.
            Join(signed[0], signed[1], Guid.NewGuid().ToString(), signed[3], signed[4]),
            Join(signed[0], signed[1], signed[2], "0123456789abcdef", signed[4]),
            Join(signed[0], signed[1], "not-a-session", signed[3], MacOf($"{signed[0]}|{signed[1]}|not-a-session|")),
            Join(signed[0], signed[1], "", "192.0.2.7", MacOf($"{signed[0]}|{signed[1]}||192.0.2.7")),
            Join(signed[0], signed[1], signed[2], signed[3], signed[4].ToUpperInvariant()),
            Join(signed[0], signed[1], signed[2], signed[3], ""),
            Join(signed[0], signed[1], signed[2], signed[3], signed[4][..63]),
            Join(signed[0], signed[1], signed[2], signed[3], signed[4], ""),
            Join(signed[0].ToUpperInvariant(), signed[1], signed[2], signed[3], signed[4]),
            Join("{" + signed[0] + "}", signed[1], signed[2], signed[3], signed[4]),
            Join("' or true --", signed[1], signed[2], signed[3], signed[4]),
            Join("------------------------------------", signed[1], signed[2], signed[3], signed[4]),
            new AccessContext(TestKeys.Context).Sign(police.Officer.Id, now.AddMinutes(-6)),
            withOtherKey
        ];

        await using var session = await PlainSql.AsAsync(database, null);
        foreach (var context in forged)
        {
            await session.ClaimAsync(context);
            Assert.True(await session.AskAsync<long>(SeenCases) == 0 && await session.AskAsync<bool>("select security.my_user() is null"), context);
        }

        await session.ClaimAsync(PlainSql.SignedFor(police.Officer.Id));
        Assert.Equal(1, await session.AskAsync<long>(SeenCases));
        await session.ClaimAsync(new AccessContext(TestKeys.Context).Sign(police.Officer.Id, now, Guid.NewGuid(), "0123456789abcdef"));
        Assert.Equal(1, await session.AskAsync<long>(SeenCases));

        static string MacOf(string claim) =>
            Convert.ToHexStringLower(HMACSHA256.HashData(TestKeys.Context, Encoding.UTF8.GetBytes(claim)));
    }

    [Fact]
    public void Equal_places_are_told_and_no_address_is_kept()
    {
        var context = new AccessContext(TestKeys.Context);
        string? Of(string address) => context.PlaceOf(System.Net.IPAddress.Parse(address));

        Assert.Equal(Of("192.0.2.7"), Of("::ffff:192.0.2.7"));
        Assert.NotEqual(Of("192.0.2.7"), Of("192.0.2.8"));
        // A device changes the second half of its address of version 6 by itself.
        Assert.Equal(Of("2001:db8::1"), Of("2001:db8::ffff:2"));
        Assert.NotEqual(Of("2001:db8::1"), Of("2001:db9::1"));
        Assert.NotEqual(Of("192.0.2.7"), new AccessContext(TestKeys.Master).PlaceOf(System.Net.IPAddress.Parse("192.0.2.7")));
        Assert.Matches("^[0-9a-f]{16}$", Of("192.0.2.7"));
        Assert.Null(context.PlaceOf(null));
    }

    [Fact]
    public async Task A_context_ends_with_its_transaction_and_leaves_an_empty_setting_behind()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        await world.CaseAsync(police.Officer);
        await using var session = await PlainSql.AsAsync(database, police.Officer);
        Assert.Equal(1, await session.AskAsync<long>(SeenCases));

        await session.CommitAsync();

        Assert.Equal("", await session.AskAsync<string>("select current_setting('tipsom.context', true)"));
        Assert.Equal(0, await session.AskAsync<long>(SeenCases));
        Assert.Equal(Outcome.NotAllowed, (await session.TryAsync("insert into casework.idempotency_keys values (gen_random_uuid(), gen_random_uuid(), '', '/', now())")).State);
    }

    [Fact]
    public async Task A_context_set_for_the_session_does_not_reach_the_next_request_on_the_connection()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        await world.CaseAsync(police.Officer);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.AppConnectionString) { MaxPoolSize = 1 });
        await using (var stolen = source.CreateCommand("select set_config('tipsom.context', $1, false)"))
        {
            stolen.Parameters.Add(new NpgsqlParameter { Value = PlainSql.SignedFor(police.Officer.Id) });
            await stolen.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var next = source.CreateCommand(SeenCases);

        Assert.Equal(0L, await next.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Somebody_disabled_in_the_middle_of_a_transaction_sees_and_writes_nothing_more()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await using var session = await PlainSql.AsAsync(database, police.Officer);
        Assert.Equal(1, await session.AskAsync<long>(SeenCases));

        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update identity.users set disabled_at = now() where id = $1", police.Officer.Id);
        await owner.CommitAsync();

        Assert.Equal(0, await session.AskAsync<long>(SeenCases));
        Assert.Equal(0, (await session.TryAsync("update casework.cases set kind = kind where id = $1", @case.Id)).Rows);
    }

    [Fact]
    public async Task The_people_of_an_agency_that_has_left_see_nothing()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        await world.CaseAsync(police.Officer);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update identity.agencies set is_active = false where id = $1", police.Agency.Id);
        await owner.CommitAsync();

        await using var session = await PlainSql.AsAsync(database, police.Officer);

        Assert.Equal(0, await session.AskAsync<long>(SeenCases));
    }

    [Fact]
    public async Task The_moment_of_the_rules_is_the_clocks_whatever_a_request_sets()
    {
        await using var session = await PlainSql.AsAsync(database, null);
        await session.RunAsync("select set_config('tipsom.moment', '2001-01-01', true)");

        Assert.True(await session.AskAsync<bool>("select security.moment() > now() - interval '1 minute'"));
    }
}
