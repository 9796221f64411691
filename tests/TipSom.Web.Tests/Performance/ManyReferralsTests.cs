using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Performance;

/// <summary>Lists stay lists when there are 200,000 referrals: compared with the same pages on an empty database, within one run.</summary>
public sealed class ManyReferralsTests(LargeDatabase large, PostgresServer server, ITestOutputHelper output) : IClassFixture<LargeDatabase>
{
    private const int Rounds = 15;
    private const double WorstRatio = 10;

    private const string LargeTables = "join pg_class c on c.oid = t.relid where t.schemaname = 'casework' and c.reltuples > 100000";

    [Fact]
    public async Task Inbox_sent_list_case_list_and_board_answer_within_ten_times_an_empty_database_and_by_index()
    {
        var empty = new TestDatabase(server);
        await empty.InitializeAsync();
        await using var emptyWorld = new World(empty);
        var (police, shelter, coordinator) = (await emptyWorld.PoliceAsync(), await emptyWorld.ProviderAsync(), await emptyWorld.CoordinatorAsync());
        await using var emptyPortal = new Portal(empty);
        await using var fullPortal = new Portal(large.Database);
        var pages = new (string Url, User Full, User Empty)[]
        {
            ("/inbox", large.Shelter.Caseworker, shelter.Caseworker),
            ("/referrals", large.Police.Officer, police.Officer),
            ("/cases", large.Police.Officer, police.Officer),
            ("/cases", large.Police.Supervisor, police.Supervisor),
            ("/board", large.Coordinator, coordinator),
            ("/board", large.Police.Supervisor, police.Supervisor),
            ("/board/referrals?show=Overdue", large.Coordinator, coordinator),
            ("/board/unplaced", large.Police.Supervisor, police.Supervisor),
            ("/", large.Police.Supervisor, police.Supervisor),
            ("/", large.Police.Officer, police.Officer),
            ("/", large.Coordinator, coordinator)
        };

        var ratios = new List<double>();
        foreach (var (url, full, none) in pages)
        {
            var fullBrowser = await fullPortal.BrowserOfAsync(full);
            var emptyBrowser = await emptyPortal.BrowserOfAsync(none);
            await FlushStatisticsAsync(fullPortal);
            var scansBefore = await SequentialScansAsync();
            var indexesBefore = await IndexScansAsync();
            var (fast, slow) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                // In turn, so that a busy moment of the machine weighs on both.
                fast.Add(await MillisecondsAsync(emptyBrowser, url));
                slow.Add(await MillisecondsAsync(fullBrowser, url));
            }

            var ratio = Median(slow) / Median(fast);
            ratios.Add(ratio);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{url,-30} {full.Role,-20} {Median(slow),7:0.0} ms with {LargeDatabase.Referrals:N0} referrals, {Median(fast),6:0.0} ms empty, ratio {ratio:0.0}"));
            await FlushStatisticsAsync(fullPortal);
            var used = (await IndexScansAsync()).Where(i => i.Value > indexesBefore.GetValueOrDefault(i.Key)).Select(i => i.Key).Order().ToList();
            output.WriteLine($"    by {string.Join(", ", used)}");
            // The first says that the server's counts have arrived, the second is the point.
            Assert.NotEmpty(used);
            Assert.Equal(scansBefore, await SequentialScansAsync());
        }

        await empty.DisposeAsync();
        Assert.All(ratios, ratio => Assert.InRange(ratio, 0, WorstRatio));
    }

    [Fact]
    public async Task Choosing_a_provider_reads_the_time_to_answer_from_its_index_alone()
    {
        await using var world = new World(large.Database);
        await using var portal = new Portal(large.Database);
        var @case = await world.CaseAsync(large.Police.Officer);
        await world.ConsentAsync(large.Police.Officer, @case);
        var browser = await portal.BrowserOfAsync(large.Police.Officer);
        await FlushStatisticsAsync(portal);
        var (scans, indexes) = (await SequentialScansAsync(), await IndexScansAsync());

        var page = await browser.OpenAsync($"/cases/{@case.Number}/people/1/refer");
        var took = await MillisecondsAsync(browser, $"/cases/{@case.Number}/people/1/refer");

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took:0.0} ms with {LargeDatabase.Referrals:N0} referrals"));
        Assert.Contains("half of its answers came within", page.MainText());
        await FlushStatisticsAsync(portal);
        Assert.True((await IndexScansAsync())["ix_referrals_answered"] > indexes.GetValueOrDefault("ix_referrals_answered"));
        Assert.Equal(scans, await SequentialScansAsync());
        Assert.InRange(took, 0, 2000);
    }

    private static async Task<double> MillisecondsAsync(PortalBrowser browser, string url)
    {
        var started = Stopwatch.GetTimestamp();
        await browser.OpenAsync(url);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    // A connection reports what it counted when it ends, at the latest; gone from the list of sessions, it has reported.
    private async Task FlushStatisticsAsync(Portal portal)
    {
        portal.Services.GetRequiredService<NpgsqlDataSource>().Clear();
        await using var connection = new NpgsqlConnection(large.Database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var sessions = new NpgsqlCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and usename = 'tipsom_app'", connection);
        for (var look = 0; look < 200 && (long)(await sessions.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0; look++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    // A sequential scan of a table with hundreds of thousands of rows means that a plan does not use its index.
    private async Task<long> SequentialScansAsync()
    {
        await using var connection = new NpgsqlConnection(large.Database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"select coalesce(sum(t.seq_scan), 0)::bigint from pg_stat_user_tables t {LargeTables}", connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>How often each index of a large table was used.</summary>
    private async Task<Dictionary<string, long>> IndexScansAsync()
    {
        await using var connection = new NpgsqlConnection(large.Database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"select i.indexrelname::text, i.idx_scan from pg_stat_user_indexes i join pg_stat_user_tables t using (relid) {LargeTables}", connection);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var scans = new Dictionary<string, long>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            scans[rows.GetString(0)] = rows.GetInt64(1);
        return scans;
    }
}
