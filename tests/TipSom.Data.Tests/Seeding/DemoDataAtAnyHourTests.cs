using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;
using TipSom.Data.Seeding;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Seeding;

/// <summary>Agreements count days in Karachi, cases count hours: whichever way they fall together, every story can be told.</summary>
public sealed class DemoDataAtAnyHourTests(PostgresServer server)
{
    [Theory]
    [InlineData("2027-01-01T19:20:00Z")] // past midnight in Karachi, still the day before in UTC
    [InlineData("2026-07-15T02:50:00Z")]
    public async Task It_loads_at_any_hour(string moment)
    {
        await using var database = new TestDatabase(server);
        await database.InitializeAsync();
        var now = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

        Assert.True(await DemoData.LoadAsync(
            database.OwnerConnectionString, new AccessContext(TestKeys.Context), new MasterKeys(TestKeys.Master), new StandingClock(now),
            TestContext.Current.CancellationToken));

        await using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);
        Assert.Equal(200, await db.Cases.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Enum.GetValues<DeclineReason>(), (await db.Referrals.Select(r => r.DeclineReason).Distinct().ToListAsync(TestContext.Current.CancellationToken)).OfType<DeclineReason>().Order());
        Assert.False(await db.Referrals.AnyAsync(r => r.StatusSince > now, TestContext.Current.CancellationToken));
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
