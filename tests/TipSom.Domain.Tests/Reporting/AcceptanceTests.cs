using TipSom.Domain.Reporting;

namespace TipSom.Domain.Tests.Reporting;

/// <summary>What the country's figures of 2020 must look like, and 2019 beside them.</summary>
public sealed class AcceptanceTests
{
    private static readonly FigureSet Of2020 = Set(
        ("Identified/Total", 32_022), ("Identified/Women", 15_255), ("Identified/Men", 9_581), ("Identified/Children", 6_937),
        ("Identified/Transgender", 249), ("ForcedLabour/Total", 30), ("Referred/Total", 11_803), ("Referred/Men", 3_744));

    private static readonly FigureSet Of2019 = Set(("ForcedLabour/Total", 760));

    [Fact]
    public void A_partition_sums_to_the_total()
    {
        Assert.True(Of2020.HasPartition(NationalIndicator.Identified));
        Assert.Empty(Of2020.Problems());
        var problem = Assert.Single(With(Of2020, ("Identified/Women", 15_256)).Problems());
        Assert.Equal(("Identified/Total", FigureSet.GroupsDoNotAddUp, 32_023), (problem.Cell.Code, problem.Sentence, problem.Number));
    }

    [Fact]
    public void B_percentages_are_rounded_half_up_to_two_decimals()
    {
        decimal?[] shares = [.. new[] { PersonGroup.Women, PersonGroup.Men, PersonGroup.Children, PersonGroup.Transgender }
            .Select(group => Of2020.Share(NationalIndicator.Identified, group))];
        Assert.Equal([47.64m, 29.92m, 21.66m, 0.78m], shares);
        Assert.InRange(shares.Sum()!.Value, 99.99m, 100.01m);
        Assert.Equal(0.13m, Percent.Of(1, 800));
        Assert.Equal(-0.13m, Percent.Change(799, 800));
        Assert.Equal(36.86m, Of2020.ReferralRate);
        Assert.Equal(20_219, Of2020.NotReferred);
        Assert.Equal(31.72m, Of2020.Share(NationalIndicator.Referred, PersonGroup.Men));
        Assert.Equal(39.08m, Percent.Of(Of2020.Group(NationalIndicator.Referred, PersonGroup.Men), Of2020.Group(NationalIndicator.Identified, PersonGroup.Men)));
    }

    [Fact]
    public void C_forced_labour_is_a_part_and_never_added()
    {
        Assert.Equal(32_022, Of2020.Total(NationalIndicator.Identified));
        var withoutTotal = With(Of2020, ("Identified/Total", null));
        Assert.Equal(32_022, withoutTotal.Total(NationalIndicator.Identified));
        var problem = Assert.Single(With(Of2020, ("ForcedLabour/Total", 32_023)).Problems());
        Assert.Equal(("ForcedLabour/Total", FigureSet.PartExceedsWhole, 32_022), (problem.Cell.Code, problem.Sentence, problem.Number));
    }

    [Fact]
    public void D_referred_is_at_most_identified_in_each_group()
    {
        var tooMany = With(Of2020, ("Referred/Men", 9_582)).Problems();
        Assert.Equal("Referred/Men", Assert.Single(tooMany).Cell.Code);
        Assert.Contains(With(Of2020, ("Referred/Total", 32_023)).Problems(), p => p.Cell.Code == "Referred/Total");
    }

    [Fact]
    public void E_a_year_without_breakdown_has_none_and_not_zero()
    {
        Assert.Null(Of2019.Total(NationalIndicator.Identified));
        Assert.Null(Of2019.Group(NationalIndicator.Identified, PersonGroup.Women));
        Assert.False(Of2019.HasPartition(NationalIndicator.Identified));
        Assert.Null(Of2019.ReferralRate);
        Assert.Null(Of2019.NotReferred);
        Assert.Equal(0, Set(("Identified/Women", 0)).Group(NationalIndicator.Identified, PersonGroup.Women));
    }

    [Fact]
    public void F_a_change_against_zero_or_against_nothing_is_no_figure()
    {
        Assert.Equal(-96.05m, Percent.Change(Of2020.Total(NationalIndicator.ForcedLabour), Of2019.Total(NationalIndicator.ForcedLabour)));
        Assert.Null(Percent.Change(30, 0));
        Assert.Null(Percent.Change(Of2020.Total(NationalIndicator.Identified), Of2019.Total(NationalIndicator.Identified)));
    }

    [Fact]
    public void Some_groups_are_not_more_than_the_total()
    {
        var problem = Assert.Single(Set(("Referred/Total", 10), ("Referred/Men", 11)).Problems());
        Assert.Equal((FigureSet.GroupsExceedTotal, 11), (problem.Sentence, problem.Number));
        Assert.Equal(FigureSet.Negative, Assert.Single(Set(("Smuggled/Total", -1)).Problems()).Sentence);
    }

    [Fact]
    public void Returns_of_several_are_added_and_a_figure_that_none_reported_stays_missing()
    {
        var sum = FigureSet.Sum([Set(("Identified/Women", 2)), Set(("Identified/Women", 3), ("ForcedLabour/Total", 0))]);
        Assert.Equal(5, sum.Group(NationalIndicator.Identified, PersonGroup.Women));
        Assert.Equal(0, sum.Total(NationalIndicator.ForcedLabour));
        Assert.Null(sum.Total(NationalIndicator.Referred));
    }

    [Fact]
    public void A_total_is_of_all_who_reported_and_groups_that_some_left_out_are_no_breakdown()
    {
        var groups = Set(("Identified/Women", 1), ("Identified/Men", 2), ("Identified/Children", 3), ("Identified/Transgender", 4));
        var sum = FigureSet.Sum([groups, Set(("Identified/Total", 5))]);
        Assert.Equal(15, sum.Total(NationalIndicator.Identified));
        Assert.False(sum.HasPartition(NationalIndicator.Identified));
        Assert.True(FigureSet.Sum([groups, groups]).HasPartition(NationalIndicator.Identified));
    }

    [Fact]
    public void Every_figure_is_found_by_its_code()
    {
        Assert.All(FigureCell.All, cell => Assert.Equal(cell, FigureCell.Parse(cell.Code)));
        Assert.Contains(FigureCell.All, cell => cell.Code == "Convictions/Ptpa-Sex");
        Assert.Null(FigureCell.Parse("Identified/Ptpa-Sex"));
    }

    private static FigureSet Set(params (string Code, int Value)[] figures) => new(figures.ToDictionary(f => FigureCell.Parse(f.Code)!.Value, f => f.Value));

    private static FigureSet With(FigureSet set, (string Code, int? Value) change)
    {
        var values = set.Values.Where(v => v.Key.Code != change.Code).ToDictionary();
        if (change.Value is { } value)
            values[FigureCell.Parse(change.Code)!.Value] = value;
        return new(values);
    }
}
