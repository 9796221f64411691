using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Data.Mapping;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.CrossCheck;

public sealed class Line_10_Tests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Line_10_an_FIR_number_stands_once_in_a_station_and_year_and_freely_in_two_stations()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var other = await world.StationAsync(police);
        var (first, second) = (await world.CaseAsync(police.Officer), await world.CaseAsync(police.Officer));
        var inJanuary = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero);

        await world.FirAsync(police.Officer, first, police.Station, 15, inJanuary);
        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => world.FirAsync(police.Officer, second, police.Station, 15, inJanuary));
        await world.FirAsync(police.Officer, second, other, 15, inJanuary);
        await world.FirAsync(police.Officer, second, police.Station, 15, inJanuary.AddYears(-1));

        Assert.Equal(FirstInformationReportMapping.OneNumber, Assert.IsType<PostgresException>(refusal.InnerException).ConstraintName);
        Assert.Equal(3, await world.AsAsync(police.Supervisor, (_, db) => db.FirstInformationReports.CountAsync(f => f.Serial == 15)));
    }
}
