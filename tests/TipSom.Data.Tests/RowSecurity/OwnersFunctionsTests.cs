using System.Text.RegularExpressions;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

/// <summary>
/// Every function with the owner's rights that the role of requests may call, called by strangers with every id of somebody else's records:
/// it hands out nothing of them, and changes nothing. The list is the catalogue's own, so that a new function is tried too.
/// </summary>
public sealed partial class OwnersFunctionsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    /// <summary>What is answered all the same, and why that tells nothing.</summary>
    private static readonly string[] Harmless =
    [
        // How much waits for an account: a number, asked at every request before anybody is known.
        "telling.work_of",
        // Which of some numbers that the asker drew are free.
        "security.first_free_number",
        // Which unit holds a person's case, told to those who work on cases, so that they can ask it; who the person is, is not told.
        "security.holding_units",
        // How long the chains of the trail are, and their hashes.
        "audit.current_heads"
    ];

    [Fact]
    public async Task No_function_with_the_owners_rights_serves_a_stranger()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Accepted);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var ids = await IdsAsync(owner, referral.CaseId);
        Assert.True(ids.Count > 10, $"only {ids.Count} ids");
        var functions = await FunctionsAsync();
        Assert.True(functions.Count > 30, $"only {functions.Count} functions");
        User?[] strangers = [null, cast.OtherShelter.Caseworker, (await world.PoliceAsync("PB-MULTAN")).Officer];
        var before = await StandingAsync();
        var faults = new List<string>();

        foreach (var stranger in strangers)
        {
            await using var session = await PlainSql.AsAsync(database, stranger);
            foreach (var function in functions.Where(f => !Harmless.Contains(f.Name)))
            {
                foreach (var id in function.TakesId ? ids : [Guid.Empty])
                {
                    var call = $"select coalesce(json_agg(r)::text, '') from {function.Name}({string.Join(", ", function.Arguments.Select(a => Sample(a, id)))}) r";
                    var answer = await TryAsync(session, call);
                    foreach (var told in ids.Where(i => i != id && answer.Contains($"{i}", StringComparison.Ordinal)))
                        faults.Add($"{stranger?.Role.ToString() ?? "nobody"}: {call} tells {told}");
                    if (answer.Contains("\\\\x", StringComparison.Ordinal))
                        faults.Add($"{stranger?.Role.ToString() ?? "nobody"}: {call} hands out something sealed");
                }
            }

            await session.CommitAsync();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        Assert.Equal(before, await StandingAsync());
    }

    [Fact]
    public async Task The_same_call_by_who_may_does_tell()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Accepted);
        await using var session = await PlainSql.AsAsync(database, cast.Police.Officer);

        Assert.Contains(
            cast.Police.Station.Id.ToString(),
            await TryAsync(session, $"select coalesce(json_agg(r)::text, '') from security.holding_units(array(select victim_id from casework.referrals where id = '{referral.Id}')) r"),
            StringComparison.Ordinal);
    }

    // Whatever succeeds stays, so that an effect is found; whatever is refused is taken back.
    private static async Task<string> TryAsync(PlainSql session, string call)
    {
        await session.RunAsync("savepoint attempt");
        try
        {
            return await session.AskAsync<string>(call);
        }
        catch (PostgresException)
        {
            await session.RunAsync("rollback to savepoint attempt");
            return "";
        }
    }

    private static async Task<List<Guid>> IdsAsync(PlainSql owner, Guid caseId)
    {
        var tables = await owner.ListAsync("""
            select c.table_name::text from information_schema.columns c
            where c.table_schema = 'casework' and c.column_name = 'case_id' and exists (
                select from information_schema.columns i where i.table_schema = 'casework' and i.table_name = c.table_name and i.column_name = 'id')
            """);
        var ids = new List<Guid> { caseId };
        foreach (var table in tables)
            ids.AddRange((await owner.ListAsync($"select id::text from casework.{table} where case_id = $1", caseId)).Select(Guid.Parse));
        // Of what is not tied to the case itself: the units and people on it.
        ids.AddRange((await owner.ListAsync("select distinct unnest(array[holding_unit_id, logged_by_id])::text from casework.cases where id = $1", caseId)).Select(Guid.Parse));
        return ids;
    }

    private async Task<List<Function>> FunctionsAsync()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        return
        [
            .. (await owner.ListAsync("""
                select p.pronamespace::regnamespace || '.' || p.proname || '|' || pg_get_function_identity_arguments(p.oid)
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and has_function_privilege('tipsom_app', p.oid, 'execute')
                order by 1
                """)).Select(line => line.Split('|')).Select(parts => new Function(
                    parts[0], [.. Argument().Matches(parts[1]).Where(m => !m.Value.StartsWith("OUT ", StringComparison.Ordinal)).Select(m => m.Groups["type"].Value)]))
        ];
    }

    private static string Sample(string type, Guid id) => type switch
    {
        "uuid" => $"'{id}'",
        "uuid[]" => $"array['{id}'::uuid]",
        "integer" or "bigint" => "1",
        "interval" => "interval '1 minute'",
        "date" => "current_date",
        "timestamp with time zone" => "now()",
        "boolean" => "true",
        "jsonb" => "'{}'::jsonb",
        "text[]" => "array['Identity']",
        "bytea" => "'\\x00'",
        "text" => "'Identity'",
        _ => $"null::{type}"
    };

    private async Task<string> StandingAsync()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        return string.Join('\n', await owner.ListAsync("""
            select t.table_schema || '.' || t.table_name || ' ' || coalesce((xpath('/row/sum/text()', query_to_xml(
                format('select coalesce(sum(hashtext(r::text)::bigint), 0) as sum from %I.%I r', t.table_schema, t.table_name), false, true, '')))[1]::text, '')
            from information_schema.tables t
            where t.table_schema in ('casework', 'identity', 'telling', 'statistics', 'reference', 'audit') and t.table_type = 'BASE TABLE' order by 1
            """));
    }

    private sealed record Function(string Name, IReadOnlyList<string> Arguments)
    {
        public bool TakesId => Arguments.Any(a => a.StartsWith("uuid", StringComparison.Ordinal));
    }

    // "OUT fired integer", "id uuid", "with_identity boolean"; types may have spaces.
    [GeneratedRegex(@"(?:OUT )?\w+ (?<type>uuid\[\]|text\[\]|timestamp with time zone|[\w.]+)(?:, |$)")]
    private static partial Regex Argument();
}
