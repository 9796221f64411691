using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Performance;

/// <summary>
/// The national page over many case records takes no longer than over few, compared in turn within one run. TIPSOM_CASES=1000000 is the size of the
/// whole country over ten years; every run takes fewer.
/// </summary>
public sealed class ManyCasesTests(PostgresServer server, ITestOutputHelper output)
{
    private const int Few = 10_000;
    private const int Rounds = 15;
    private const double WorstRatio = 2;

    // Milliseconds; below it a busy machine decides.
    private const double SlowestRecount = 400;

    private static readonly int Many = int.Parse(Environment.GetEnvironmentVariable("TIPSOM_CASES") ?? "30000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_national_page_answers_within_twice_the_time_of_ten_thousand()
    {
        await using var few = await FilledAsync(Few);
        await using var many = await FilledAsync(Many);
        foreach (var url in new[] { "/statistics?year=2021", "/statistics/by/form?year=2021" })
        {
            var (fast, slow) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                // In turn, so that a busy moment of the machine weighs on both.
                fast.Add(await few.MillisecondsAsync(url));
                slow.Add(await many.MillisecondsAsync(url));
            }

            var ratio = Median(slow) / Median(fast);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{url}: median {Median(fast):0} ms over {Few:N0} people, {Median(slow):0} ms over {Many:N0}: ratio {ratio:0.00}"));
            Assert.True(ratio <= WorstRatio, $"{url}: {ratio:0.00}");
        }

        // What follows one change must not look at every record.
        var (ofFew, ofMany) = (await few.RecountAsync(), await many.RecountAsync());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one change followed in {ofFew:0} ms over {Few:N0} people, {ofMany:0} ms over {Many:N0}"));
        Assert.True(ofMany <= Math.Max(WorstRatio * ofFew, SlowestRecount), $"{ofMany:0} ms");
    }

    private async Task<Filled> FilledAsync(int people)
    {
        var database = new TestDatabase(server);
        await database.InitializeAsync();
        var world = new World(database);
        var forces = new List<Force> { await world.FiaAsync() };
        while (forces.Count < 8)
            forces.Add(await world.PoliceAsync());
        var provider = await world.ProviderAsync();
        await CountedCases.FillAsync(database, forces, provider, (await world.AgreementAsync(forces[1], provider)).Id, people, years: 3);
        var watch = Stopwatch.StartNew();
        await world.CountAsync();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{people:N0} people counted from nothing in {watch.Elapsed.TotalSeconds:0.0} s"));
        var portal = new Portal(database);
        return new Filled(database, world, portal, await portal.BrowserOfAsync(await world.CoordinatorAsync()));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private sealed record Filled(TestDatabase Database, World World, Portal Portal, PortalBrowser Browser) : IAsyncDisposable
    {
        public async Task<double> MillisecondsAsync(string url)
        {
            var watch = Stopwatch.StartNew();
            await Browser.OpenAsync(url);
            return watch.Elapsed.TotalMilliseconds;
        }

        /// <summary>Milliseconds until the worker has counted that a person's age was corrected; of five the middle.</summary>
        public async Task<double> RecountAsync()
        {
            var program = Portal.Services.GetRequiredService<ProgramDatabase>();
            var times = new List<double>();
            for (var age = 30; age < 35; age++)
            {
                await using var owner = new NpgsqlConnection(Database.OwnerConnectionString);
                await owner.OpenAsync();
                await using var correct = new NpgsqlCommand($"update casework.victims set age_years = {age} where id = (select min(id::text)::uuid from casework.victims)", owner);
                Assert.Equal(1, await correct.ExecuteNonQueryAsync());
                var watch = Stopwatch.StartNew();
                await program.AskAsync<int>(ProgramWork.Counting, "select statistics.recount($1)", TestContext.Current.CancellationToken, 500);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            return Median(times);
        }

        public async ValueTask DisposeAsync()
        {
            await Portal.DisposeAsync();
            await World.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
