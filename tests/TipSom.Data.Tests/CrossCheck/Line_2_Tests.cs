using TipSom.Data.Seeding;
using TipSom.Domain.Cases;
using TipSom.Domain.Law;
using TipSom.Domain.Reference;
using TipSom.Domain.Victims;

namespace TipSom.Data.Tests.CrossCheck;

/// <summary>With the reference files as they are; needs no database.</summary>
public sealed class Line_2_Tests
{
    private static readonly ReferenceSet Set = new();

    [Theory]
    [InlineData("2024-05-01", "PTPA18-3-2", 2, 10)]
    [InlineData("2025-04-22", "PTPA18-3-2", 2, 10)]
    [InlineData("2025-04-23", "PTPA-3-2", 0, 14)]
    [InlineData("2025-06-01", "PTPA-3-2", 0, 14)]
    public void Line_2_a_woman_victim_stands_under_the_penalties_of_the_day(string day, string code, int least, int most)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var settings = Set.ReadSettings().ToDictionary(setting => setting.Key);
        var facts = new OffenceFacts(
            CaseKind.Trafficking, BorderCrossing.InsidePakistan, on, on, [new OffenceVictim(Sex.Female, new Age(30, false))], [], [],
            new AmendmentDays(settings[ReferenceSetting.TraffickingAmended].Day, settings[ReferenceSetting.SmugglingAmended].Day));

        var suggested = Assert.Single(OffenceSuggestions.Of(facts));

        var offence = Set.ReadOffences().Single(o => o.Code == suggested.Code);
        Assert.Equal((code, least, most), (suggested.Code, (int)offence.MinYears!.Value, (int)offence.MaxYears!.Value));
        Assert.True(offence.MayApplyOn(on));
    }

    [Fact]
    public void Line_2_the_boundary_is_a_setting_and_not_verified_and_in_its_year_both_texts_may_be_chosen()
    {
        var boundary = Set.ReadSettings().Single(setting => setting.Key == ReferenceSetting.TraffickingAmended);

        Assert.Equal((new DateOnly(2025, 4, 23), false), (boundary.Day, boundary.IsVerified));
        Assert.All(
            Set.ReadOffences().Where(o => o.Code is "PTPA18-3-2" or "PTPA-3-2"), offence => Assert.True(offence.MayApplyOn(new DateOnly(2025, 6, 1))));
        Assert.False(Set.ReadOffences().Single(o => o.Code == "PTPA-3-2").MayApplyOn(new DateOnly(2024, 5, 1)));
    }
}
