using TipSom.Domain.Reporting;

namespace TipSom.Domain.Tests.Reporting;

public sealed class ReportYearTests
{
    [Theory]
    [InlineData(YearKind.Calendar, 2020, "2020-01-01", "2020-12-31", "2020")]
    [InlineData(YearKind.Fiscal, 2020, "2020-07-01", "2021-06-30", "2020-21")]
    [InlineData(YearKind.AprilToMarch, 1999, "1999-04-01", "2000-03-31", "1999-00")]
    public void Rule_5_the_reader_chooses_which_twelve_months(YearKind kind, int begins, string from, string to, string name)
    {
        var year = new ReportYear(kind, begins);
        Assert.Equal((from, to, name, name), ($"{year.From:O}", $"{year.To:O}", year.Name, year.ToString()));
        Assert.Equal((year, year), (ReportYear.Of(kind, year.From), ReportYear.Of(kind, year.To)));
        Assert.Equal((year.Before, year.After), (ReportYear.Of(kind, year.From.AddDays(-1)), ReportYear.Of(kind, year.To.AddDays(1))));
    }
}
