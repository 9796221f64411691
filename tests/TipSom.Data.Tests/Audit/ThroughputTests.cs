using System.Diagnostics;
using System.Globalization;
using Npgsql;
using TipSom.Data.Audit;
using TipSom.Data.Identity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Audit;

/// <summary>
/// What the chains cost, with and without, in one run, and how fast they are read again. <c>TIPSOM_AUDIT_SECONDS</c> says how long each measure
/// takes; without it so short that the figures only show that nothing stands still.
/// </summary>
public sealed class ThroughputTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const int Clients = 16;

    private static readonly double Seconds = double.Parse(Environment.GetEnvironmentVariable("TIPSOM_AUDIT_SECONDS") ?? "0.5", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Chains_by_agency_do_not_hold_up_the_agencies()
    {
        await using var world = new World(database);
        var officers = new List<User>();
        for (var i = 0; i < Clients; i++)
            officers.Add((await world.PoliceAsync()).Officer);
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        // The first to run pays for what the others find warm.
        await RateAsync(officers);

        var figures = new Dictionary<string, double>();
        foreach (var (chains, trigger) in new[] { ("with", "enable"), ("without", "disable") })
        {
            await using (var command = owner.CreateCommand($"alter table audit.entries {trigger} trigger link_at_commit"))
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            figures[$"{Clients} agencies {chains} chains"] = await RateAsync(officers);
            figures[$"one agency {chains} chains"] = await RateAsync([.. Enumerable.Repeat(officers[0], Clients)]);
        }

        foreach (var (what, rate) in figures)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {rate:0} entries a second"));
        Assert.True(figures[$"{Clients} agencies with chains"] > figures[$"{Clients} agencies without chains"] / 3, string.Join(", ", figures));
    }

    [Fact]
    public async Task The_whole_trail_is_read_again_fast()
    {
        var entries = (int)(100_000 * Math.Min(Seconds, 5));
        await using var superuser = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using (var fill = superuser.CreateCommand($"""
            insert into audit.entries (at, actor_id, actor_unit_id, agency_id, session_id, place, transaction_id, table_name, row_id, act, fields)
            select clock_timestamp(), gen_random_uuid(), gen_random_uuid(), ('00000000-0000-0000-0000-00000000000' || n % 10)::uuid, gen_random_uuid(),
                '0123456789abcdef', pg_current_xact_id()::text::bigint, 'referrals', gen_random_uuid(), 'UPDATE', array['status', 'status_since']
            from generate_series(1, {entries}) n
            """))
        {
            fill.CommandTimeout = 300;
            await fill.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var watch = Stopwatch.StartNew();
        var report = await new TrailVerifier(superuser).VerifyAsync(null, TestContext.Current.CancellationToken);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Entries} entries verified in {watch.Elapsed.TotalSeconds:0.00} s: {report.Entries / watch.Elapsed.TotalSeconds:0} a second"));
        Assert.All(report.Chains.Where(c => c.Chain.ToString().StartsWith("00000000-0000-0000-0000-00000000000", StringComparison.Ordinal)), c => Assert.Null(c.Break));
    }

    private async Task<double> RateAsync(IReadOnlyList<User> users)
    {
        var watch = Stopwatch.StartNew();
        var done = await Task.WhenAll(users.Select(user => Task.Run(async () =>
        {
            await using var session = await PlainSql.AsAsync(database, null);
            var count = 0;
            for (; watch.Elapsed.TotalSeconds < Seconds; count++)
            {
                await session.ClaimAsync(PlainSql.SignedFor(user.Id));
                await session.RunAsync("select audit.note('EXPORT', 'referrals', null, 'board')");
                await session.CommitAsync();
            }

            return count;
        })));
        return done.Sum() / watch.Elapsed.TotalSeconds;
    }
}
