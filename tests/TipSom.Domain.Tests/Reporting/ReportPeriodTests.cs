using TipSom.Domain.Reporting;

namespace TipSom.Domain.Tests.Reporting;

public sealed class ReportPeriodTests
{
    [Theory]
    [InlineData("2026-10", PeriodKind.Month, "2026-10-01", "2026-10-31")]
    [InlineData("2026-2", PeriodKind.Month, "2026-02-01", "2026-02-28")]
    [InlineData("۲۰۲۶-۱۰", PeriodKind.Month, "2026-10-01", "2026-10-31")]
    [InlineData("2026-q1", PeriodKind.Quarter, "2026-01-01", "2026-03-31")]
    [InlineData("2026-Q4", PeriodKind.Quarter, "2026-10-01", "2026-12-31")]
    [InlineData("2020", PeriodKind.Year, "2020-01-01", "2020-12-31")]
    [InlineData("2020-07/2021-06", PeriodKind.Year, "2020-07-01", "2021-06-30")]
    [InlineData("2020-04/2021-03", PeriodKind.Year, "2020-04-01", "2021-03-31")]
    public void A_name_is_read(string name, PeriodKind kind, string from, string to)
    {
        var period = ReportPeriod.Parse(name)!.Value;

        Assert.Equal((kind, from, to), (period.Kind, $"{period.From:yyyy-MM-dd}", $"{period.To:yyyy-MM-dd}"));
        Assert.Equal(period, ReportPeriod.Parse(period.Name));
        Assert.Equal(period.Name, period.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-Q5")]
    [InlineData("26-10")]
    [InlineData("2026-10-01")]
    [InlineData("2020-07/2021-07")]
    [InlineData("2020-05/2021-04")]
    [InlineData("2020-Q1/2021-03")]
    [InlineData("last month")]
    public void What_is_none_is_not_read(string name) => Assert.Null(ReportPeriod.Parse(name));

    [Fact]
    public void Quarters_and_years_begin_where_figures_know_them()
    {
        Assert.Equal(ReportPeriod.NoQuarter, Assert.Throws<RuleBrokenException>(() => ReportPeriod.Beginning(PeriodKind.Quarter, 2026, 2)).Sentence);
        Assert.Equal(ReportPeriod.NoYear, Assert.Throws<RuleBrokenException>(() => ReportPeriod.Beginning(PeriodKind.Year, 2026, 10)).Sentence);
        Assert.Equal("2026-Q4", ReportPeriod.Of(PeriodKind.Quarter, new DateOnly(2026, 11, 22)).Name);
        Assert.Equal("2026", ReportPeriod.Of(PeriodKind.Year, new DateOnly(2026, 11, 22)).Name);
    }

    [Fact]
    public void A_period_lies_in_a_year_with_all_of_its_days()
    {
        var quarter = ReportPeriod.Parse("2026-Q2")!.Value;

        Assert.True(quarter.LiesIn(new ReportYear(YearKind.Calendar, 2026)) && quarter.LiesIn(new ReportYear(YearKind.Fiscal, 2025)));
        Assert.False(ReportPeriod.Parse("2026")!.Value.LiesIn(new ReportYear(YearKind.Fiscal, 2026)));
        Assert.True(quarter.Overlaps(ReportPeriod.Parse("2026-06")!.Value));
        Assert.False(quarter.Overlaps(quarter.Next) || quarter.Overlaps(quarter.Before));
        Assert.Equal((ReportPeriod.Parse("2026-Q3"), ReportPeriod.Parse("2026-Q1")), (quarter.Next, quarter.Before));
        foreach (var kind in Enum.GetValues<YearKind>())
            Assert.True(ReportPeriod.Of(new ReportYear(kind, 2026)).LiesIn(new ReportYear(kind, 2026)));
    }
}
