using Npgsql;
using TipSom.Data.RowSecurity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Statistics;

/// <summary>
/// The figures of 32,022 people counted by the product equal a plain count of the same records, in every cell of every dimension; and after a
/// thousand changes they equal a count anew.
/// </summary>
public sealed class CountingTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string Country = "00000000-0000-0000-0000-000000000000";

    // More than one change of a kind may meet the same person; that is wanted.
    private const int Edits = 1000;

    private static readonly string[] Changes =
    [
        "update casework.victims set age_years = (array[null, 3, 17, 18, 40, 70])[1 + $1 % 6] where id = $2",
        "update casework.victims set sex = (array['Female', 'Male', 'Transgender', 'Unknown'])[1 + $1 % 4] where id = $2",
        "update casework.cases set found_on = make_date(2019 + $1 % 3, 1 + $1 % 12, 1 + $1 % 28) where id = $3",
        "update casework.cases set status = 'Closed', closed_for = (array['NotTrafficking', 'Duplicate', 'EnteredInError', 'FollowedUpAndDone'])[1 + $1 % 4] where id = $3",
        "update casework.cases set status = 'Open', closed_for = null where id = $3",
        "update casework.cases set border = (array['InsidePakistan', 'AcrossBorder', 'Unknown'])[1 + $1 % 3] where id = $3",
        // A reclassification of what the person is.
        "with e as (update casework.person_roles set until = now(), ended_by_id = by_id, ended_by_name = by_name where victim_id = $2 and until is null returning *) "
            + "insert into casework.person_roles (id, victim_id, case_id, role, since, by_id, by_name) select gen_random_uuid(), victim_id, case_id, "
            + "(array['SmuggledMigrant', 'Witness', 'VictimOfTrafficking'])[1 + $1 % 3], now(), by_id, by_name from e limit 1",
        "insert into casework.exploitation_records (id, case_id, victim_id, version, for_child, is_attempt, is_forced_labour, acts, means, controls, types, begging_forms, sexual_forms, recruitments, "
            + "written_at, written_by_id, written_by_name, written_by_unit_id) select gen_random_uuid(), $3, $2, 100 + $1, false, false, $1 % 2 = 0, '{}', '{}', '{}', "
            + "(array['{SEX}', '{FL,BEG}', '{}'])[1 + $1 % 3]::text[], '{}', '{}', '{}', now(), logged_by_id, logged_by_name, holding_unit_id from casework.cases where id = $3",
        "update casework.route_places set removed_at = now(), removed_by_id = written_by_id where victim_id = $2 and rank = 1 + $1 % 2",
        "update casework.referrals r set status = s, withdraw_reason = case s when 'Withdrawn' then 'PlacedElsewhere' end, void_reason = case s when 'Voided' then 'x' end, decline_reason = null, "
            + "paused_since = null, outcome = case s when 'Closed' then 'SupportCompleted' end, arrived_at = case s when 'Closed' then now() end "
            + "from (select (array['Withdrawn', 'Voided', 'Accepted', 'Closed'])[1 + $1 % 4] as s) w "
            + "where r.id = (select f.id from casework.referrals f where f.victim_id = $2 order by f.status = 'Withdrawn', f.id limit 1)",
        "insert into casework.person_links (id, case_id, victim_id, number, other_case_id, other_victim_id, other_number, because, at, actor_id, actor_unit_id, actor_name) "
            + "select gen_random_uuid(), least(a.case_id, b.case_id), least(a.id, b.id), 'x', greatest(a.case_id, b.case_id), greatest(a.id, b.id), 'y', 'SameDocument', now(), c.logged_by_id, c.holding_unit_id, 'x' "
            + "from casework.victims a join casework.cases c on c.id = a.case_id, casework.victims b where a.id = $2 and b.id = $4 and a.case_id <> b.case_id on conflict do nothing",
        "update casework.person_links set undone_at = now(), undone_by_id = actor_id, undone_because = 'TwoPeople' where victim_id in ($2, $4) or other_victim_id in ($2, $4)",
        // Somebody entered twice in one case.
        "with v as (insert into casework.victims (id, case_id, position, sex, age_years, age_is_approximate, safety_when_logged, risk, papers_held_by_trafficker) "
            + "select gen_random_uuid(), $3, 1000 + $1, 'Female', 20, false, 'Safe', 'High', false returning id) "
            + "insert into casework.person_merges (id, case_id, victim_id, into_victim_id, because, at, actor_id, actor_unit_id, actor_name) "
            + "select gen_random_uuid(), $3, v.id, $2, 'SameDocument', now(), c.logged_by_id, c.holding_unit_id, 'x' from v, casework.cases c where c.id = $3",
        "update casework.person_merges set undone_at = now(), undone_by_id = actor_id, undone_because = 'TwoPeople' where case_id = $3",
        "insert into casework.first_information_reports (id, case_id, station_unit_id, year, serial, recorded_at, sealed_details, actor_id, actor_unit_id, actor_name, offence_codes) "
            + "select gen_random_uuid(), $3, holding_unit_id, 2020, 1000 + $1, make_date(2020, 1 + $1 % 12, 5), '', logged_by_id, holding_unit_id, 'x', '{}' from casework.cases where id = $3",
        "insert into casework.case_offences (id, case_id, offence_code, at, actor_id, actor_unit_id, actor_name) select gen_random_uuid(), $3, "
            + "(select code from reference.offences where code like case when $1 % 2 = 0 then 'PTPA%' else '%' end order by code offset $1 % 7 limit 1), now(), logged_by_id, holding_unit_id, 'x' from casework.cases where id = $3 on conflict do nothing",
        "insert into casework.charges (id, case_id, suspect_id, case_offence_id, charged_on, plea, verdict, decided_on, is_for_life, appeal, actor_id, actor_unit_id, actor_name) "
            + "select gen_random_uuid(), o.case_id, $2, o.id, make_date(2020, 1 + $1 % 12, 7), 'NotRecorded', v, case when v <> 'Pending' then make_date(2020 + $1 % 2, 12, 9) end, false, 'None', o.actor_id, o.actor_unit_id, 'x' "
            + "from casework.case_offences o, (select (array['Pending', 'Convicted', 'Acquitted'])[1 + $1 % 3] as v) w where o.case_id = $3 on conflict do nothing"
    ];

    private readonly World world = new(database);

    [Fact]
    public async Task Records_of_32022_people_give_the_figures_of_2020_and_stay_right_through_a_thousand_changes()
    {
        var forces = new List<Force> { await world.FiaAsync() };
        while (forces.Count < 8)
            forces.Add(await world.PoliceAsync());
        var provider = await world.ProviderAsync();
        var agreement = await world.AgreementAsync(forces[1], provider);
        await CountedCases.FillAsync(database, forces, provider, agreement.Id);
        output.WriteLine($"counted from nothing in {await CountAnewAsync()}");

        Assert.Equal(
            ["Children 6937 6937", "Men 9581 9581", "Transgender 249 249", "Women 15255 15255"],
            await ListAsync($"select person_group || ' ' || identified || ' ' || (select sum(identified) from statistics.cells g where (g.year_kind, g.year, g.law, g.scope, g.dimension, g.person_group) = (c.year_kind, c.year, c.law, c.scope, 'sex', c.person_group)) from statistics.cells c where year_kind = 'Calendar' and year = 2020 and law = 'TIP' and scope = '{Country}' and dimension = 'all' order by 1"));
        Assert.Equal(["11803 3744 30"], await ListAsync($"select sum(people_referred) filter (where dimension = 'all') || ' ' || sum(people_referred) filter (where dimension = 'all' and person_group = 'Men') || ' ' || sum(identified) filter (where dimension = 'forced-labour' and value = 'Yes') from statistics.cells where year_kind = 'Calendar' and year = 2020 and law = 'TIP' and scope = '{Country}'"));
        await AssertEqualAsync("after the first count");

        await EditAsync();
        await RecountAsync();
        await AssertEqualAsync("after the changes");
        var followed = await PlainCount.KeptAsync(database);
        await CountAnewAsync();
        Assert.Equal(followed, await PlainCount.KeptAsync(database));
        Assert.Contains(followed, cell => cell.Contains("|Convictions|Ptpa|", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync() => await world.DisposeAsync();

    private async Task AssertEqualAsync(string when)
    {
        var kept = await PlainCount.KeptAsync(database);
        var plain = await PlainCount.OfRecordsAsync(database);
        output.WriteLine($"{when}: {kept.Count} cells kept, {plain.Count} counted plainly");
        Assert.True(kept.Count > 5000);
        var differences = kept.Except(plain).Select(cell => $"kept {cell}").Concat(plain.Except(kept).Select(cell => $"plain {cell}")).Order().ToList();
        foreach (var difference in differences.Take(40))
            output.WriteLine(difference);
        Assert.Empty(differences);
    }

    // Records in bulk lack what other triggers ask for; those of the count fire all the same.
    private async Task EditAsync()
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync(connection, """
            do $$ declare t record; begin
                for t in select tgrelid::regclass as rel, tgname from pg_trigger where tgname like 'note_statistics%' loop
                    execute format('alter table %s enable always trigger %I', t.rel, t.tgname);
                end loop;
            end $$;
            set session_replication_role = replica;
            """);
        var victims = new List<(Guid Victim, Guid Case)>();
        await using (var command = new NpgsqlCommand("select id, case_id from casework.victims order by id", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                victims.Add((reader.GetGuid(0), reader.GetGuid(1)));
        }

        var random = new Random(2020);
        // Few people for many changes, so that changes of different kinds meet.
        var chosen = Enumerable.Range(0, Edits / 4).Select(_ => victims[random.Next(victims.Count)]).ToList();
        for (var edit = 0; edit < Edits; edit++)
        {
            var (victim, @case) = chosen[random.Next(chosen.Count)];
            var other = chosen[random.Next(chosen.Count)].Victim;
            var change = Changes[edit % Changes.Length];
            await RunAsync(connection, change.Replace("$1", $"{random.Next(10_000)}", StringComparison.Ordinal).Replace("$2", $"'{victim}'::uuid", StringComparison.Ordinal)
                .Replace("$3", $"'{@case}'::uuid", StringComparison.Ordinal).Replace("$4", $"'{other}'::uuid", StringComparison.Ordinal));
            if (edit % 250 == 249)
                await RecountAsync();
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }

    private async Task RecountAsync()
    {
        int left;
        do
        {
            await using var program = await PlainSql.AsProgramAsync(database, ProgramWork.Counting);
            left = await program.AskAsync<int>("select statistics.recount(100)");
            await program.CommitAsync();
        }
        while (left > 0);
    }

    private async Task<string> CountAnewAsync()
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select statistics.rebuild()::text", connection) { CommandTimeout = 600 };
        var took = (string)(await command.ExecuteScalarAsync())!;
        return took;
    }

    private async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        return await owner.ListAsync(sql);
    }
}
