using System.Globalization;
using Npgsql;
using TipSom.Data.Telling;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Telling;

/// <summary>A month in which everybody is told once, on time, and not after an answer; and no need is ever nobody's.</summary>
public sealed class ClocksTests(PostgresServer postgres) : IAsyncLifetime
{
    private const int Places = 3;

    // Five thousand, and fifty kills, take minutes on two cores, so every run plays fewer.
    private static readonly int Needs = int.Parse(Environment.GetEnvironmentVariable("TIPSOM_NEEDS") ?? "150", CultureInfo.InvariantCulture);

    private static readonly int Kills = Math.Min(50, Needs / 20);

    // A month for each: what one test was told is nothing of the other's.
    private readonly TestDatabase database = new(postgres);
    private World world = null!;
    private NpgsqlConnection hand = null!;
    private SimulatedMonth month = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        world = new World(database);
        hand = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString)
        {
            MaxAutoPrepare = 60,
            AutoPrepareMinUsages = 2,
            CommandTimeout = 120
        }.ConnectionString);
        await hand.OpenAsync();
    }

    /// <summary>Agencies and people of the month, and as many cases as there are needs.</summary>
    private async Task BeginAsync()
    {
        var desk = await world.CoordinatorAsync();
        await RunAsync("create temp table places (place int, unit uuid, agency uuid, provider uuid, shelter uuid, service uuid, agreement uuid)");
        var hearers = new List<Hearers>();
        for (var place = 0; place < Places; place++)
        {
            var police = await world.PoliceAsync();
            var shelter = await world.ProviderAsync();
            var agreement = await world.AgreementAsync(police, shelter);
            var colleague = await world.UserAsync(police.Station, Role.Officer);
            await RunAsync("insert into places values ($1, $2, $3, $4, $5, $6, $7)",
                place, police.Station.Id, police.Agency.Id, shelter.Agency.Id, shelter.Shelter.Id, shelter.Service.Id, agreement.Id);
            hearers.Add(new Hearers(
                [police.Officer.Id, colleague.Id], [police.Supervisor.Id], [shelter.Caseworker.Id, shelter.Manager.Id], [shelter.Manager.Id], [desk.Id]));
        }

        // In the past, so that the program's clock is never ahead of the database's.
        var day = DateTimeOffset.UtcNow.AddDays(-40);
        month = new SimulatedMonth(new DateTimeOffset(day.Year, day.Month, day.Day, 0, 0, 0, TimeSpan.Zero), Needs, [.. hearers]);
        await LayOutAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await hand.DisposeAsync();
        await world.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task In_a_month_everybody_is_told_once_and_on_time_and_no_need_is_nobodys()
    {
        await BeginAsync();
        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        var clocks = new Clocks(TestKeys.Program(source));

        await PlayAsync([], async moments =>
        {
            foreach (var moment in moments)
                while (await clocks.FireAsync(moment, 100, CancellationToken.None) is { Fired: > 0 })
                {
                }
        });

        await AssertToldAsync();
        // Without its row, the need that waits is found: the question is not answered by what it asks about.
        await RunAsync("delete from telling.timers where unplaced_need_id = (select id from casework.unplaced_needs where settled_at is null limit 1)");
        Assert.Equal(["Clock"], await ListAsync("select lacks from security.needs_of_nobody()"));
        await RunAsync("alter table casework.unplaced_needs disable trigger guard_unplaced_need");
        await RunAsync("""
            with lost as (
                select u.id from casework.unplaced_needs u
                where u.settled_at is null and not exists (select from telling.timers t where t.unplaced_need_id = u.id)
            ), told as (delete from telling.notifications n using lost l where n.unplaced_need_id = l.id)
            update casework.unplaced_needs u set settled_at = u.since from lost l where u.id = l.id
            """);
        await RunAsync("alter table casework.unplaced_needs enable trigger guard_unplaced_need");
        Assert.Equal(["Turn"], await ListAsync("select lacks from security.needs_of_nobody()"));
    }

    [Fact]
    public async Task The_same_with_two_workers_of_which_one_is_killed_again_and_again()
    {
        await BeginAsync();
        var due = month.Told.Select(t => t.At).Distinct().Order().ToList();
        var kills = Enumerable.Range(1, Kills).Select(i => due[i * due.Count / (Kills + 1)]).ToHashSet();
        WorkerToKill[] workers = [new(database.AppConnectionString), new(database.AppConnectionString)];
        var killed = 0;
        try
        {
            await PlayAsync(kills, async moments =>
            {
                foreach (var moment in moments)
                    Array.ForEach(workers, w => w.Begin(moment));
                if (kills.Contains(moments[0]))
                {
                    var one = killed++ % 2;
                    // At another point of its work each time.
                    for (var until = System.Diagnostics.Stopwatch.StartNew(); until.Elapsed.TotalMilliseconds < killed % 10 * 0.4;)
                        Thread.SpinWait(10);
                    workers[one].Dispose();
                    workers[one] = new WorkerToKill(database.AppConnectionString);
                    workers[one].Begin(moments[0]);
                }

                foreach (var worker in workers)
                    for (var i = 0; i < moments.Count; i++)
                        await worker.EndAsync();
            });
        }
        finally
        {
            Array.ForEach(workers, w => w.Dispose());
        }

        Assert.Equal(Kills, killed);
        await AssertToldAsync();
    }

    private async Task AssertToldAsync()
    {
        var told = await ListAsync("""
            select n.kind || ' ' || n.user_id || ' ' || coalesce(n.referral_id, u.need_id) || ' ' || to_char(n.made_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')
            from telling.notifications n left join casework.unplaced_needs u on u.id = n.unplaced_need_id
            where n.kind in ('Reminder', 'Overdue', 'Escalated', 'ArrivalMissed')
            """);
        var owed = month.Told
            .Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Kind} {t.Person} {t.About} {t.At:yyyy-MM-dd HH:mm:ss.ffffff}")).ToList();
        Assert.True(owed.Count > 3 * month.People.Count, $"only {owed.Count} owed");
        Assert.Equal(owed.Count, owed.Distinct().Count());
        var (missing, extra) = (owed.Except(told).ToList(), told.Except(owed).ToList());
        Assert.True(missing.Count == 0 && extra.Count == 0,
            $"missing {missing.Count}: {string.Join('\n', missing.Take(5))}\nextra {extra.Count}: {string.Join('\n', extra.Take(5))}");
        Assert.Equal(owed.Count, told.Count);
        Assert.Empty(await ListAsync("select need_id::text from security.needs_of_nobody()"));
        // A mail goes with each.
        Assert.Equal(["0"], await ListAsync("""
            select count(*)::text from telling.notifications n where n.kind in ('Reminder', 'Overdue', 'Escalated', 'ArrivalMissed')
                and not exists (select from telling.outbox m where m.user_id = n.user_id and m.kind = n.kind and m.made_at = n.made_at)
            """));
    }

    /// <summary>Each step: first what people do, at its moment; then the worker, who gets steps in which nobody acts together.</summary>
    private async Task PlayAsync(HashSet<DateTimeOffset> alone, Func<IReadOnlyList<DateTimeOffset>, Task> fire)
    {
        var (done, waiting) = (0, new List<DateTimeOffset>());
        for (var now = month.Start; now <= month.End; now += SimulatedMonth.Step)
        {
            await using var batch = new NpgsqlBatch(hand);
            for (; done < month.Acts.Count && month.Acts[done].At <= now; done++)
            {
                var act = month.Acts[done];
                Add(batch, "select set_config('tipsom.moment', $1, false)", act.At.ToString("O", CultureInfo.InvariantCulture));
                Add(batch, act.Sql, [.. act.Values]);
            }

            if (batch.BatchCommands.Count > 0 || alone.Contains(now) || waiting.Any(alone.Contains))
                await FlushAsync();
            if (batch.BatchCommands.Count > 0)
                await batch.ExecuteNonQueryAsync();
            waiting.Add(now);
            // As the server does by itself where it has the time.
            if (now.Minute == 0 && now.Hour % 12 == 0)
                await RunAsync("analyze telling.timers, telling.notifications, casework.referrals, casework.unplaced_needs, casework.needs");
        }

        await FlushAsync();

        async Task FlushAsync()
        {
            if (waiting.Count > 0)
                await fire(waiting);
            waiting.Clear();
        }
    }

    /// <summary>Cases, people and consents as they stand before; of the triggers only those run that keep turns.</summary>
    private async Task LayOutAsync() => await RunAsync($"""
        set session_replication_role = replica;
        insert into casework.cases (id, number, kind, border, proposed_lead, status, district_code, holding_unit_id, holding_agency_id,
            logged_by_id, logged_by_name, logged_at, updated_at)
        select ('01000000-0000-0000-0000-' || lpad(to_hex(n), 12, '0'))::uuid, 'TS-' || lpad(n::text, 11, '0'), 'Trafficking', 'InsidePakistan',
            'Police', 'Open', 'PB-LAHORE', p.unit, p.agency, gen_random_uuid(), 'SI Somebody', now(), now()
        from generate_series(0, {Needs - 1}) n join places p on p.place = n % {Places};
        insert into casework.victims (id, case_id, position, sex, age_years, age_is_approximate, safety_when_logged, risk)
        select ('02000000-0000-0000-0000-' || lpad(to_hex(n), 12, '0'))::uuid, ('01000000-0000-0000-0000-' || lpad(to_hex(n), 12, '0'))::uuid, 1,
            'Female', case when n % 4 = 0 then 12 else 27 end, false, 'NotSafe', 'High'
        from generate_series(0, {Needs - 1}) n;
        insert into casework.consents (id, victim_id, case_id, is_given, basis, form, guardian, language_code, through_interpreter,
            given_at, recorded_by_id, recipient_agency_ids, categories)
        select gen_random_uuid(), id, case_id, true, 'OwnConsent', 'Spoken', 'NotAsked', 'pnb', false, now() - interval '50 days', gen_random_uuid(),
            array[]::uuid[], array['Needs'] from casework.victims;
        set session_replication_role = origin;
        analyze casework.cases, casework.victims, casework.consents;
        alter table casework.referrals disable trigger user;
        alter table casework.referrals enable trigger referral_turns, enable trigger referral_turns_begin,
            enable trigger review_needs_when_sent, enable trigger review_needs_after_step;
        """);

    private async Task RunAsync(string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, hand);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, hand);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(command);
    }
}
