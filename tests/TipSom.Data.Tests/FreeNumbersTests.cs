using Microsoft.EntityFrameworkCore;
using TipSom.TestSupport;

namespace TipSom.Data.Tests;

public sealed class FreeNumbersTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_number_that_a_case_has_is_passed_over_even_by_who_cannot_see_the_case()
    {
        await using var world = new World(database);
        var taken = await world.CaseAsync((await world.PoliceAsync()).Officer);
        var stranger = (await world.PoliceAsync()).Officer;
        string[] candidates = [taken.Number, "TS-2026-FREE01"];

        var number = await world.AsAsync(stranger, (_, db) => db.Units.Take(1).Select(_ => FreeNumbers.FirstFree(candidates)).SingleAsync());

        Assert.Equal("TS-2026-FREE01", number);
    }
}
