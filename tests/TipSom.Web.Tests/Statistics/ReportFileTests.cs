using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;
using TipSom.Web.Downloads;

namespace TipSom.Web.Tests.Statistics;

/// <summary>Reports as files: the tables of the page, in the language of who asked, and nothing of another agency.</summary>
public sealed class ReportFileTests(ReportSite site) : IClassFixture<ReportSite>
{
    private static readonly ReportPeriod Of2020 = ReportPeriod.Beginning(PeriodKind.Year, 2020, 1);

    private readonly World world = site.World;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_of_the_annual_report_holds_every_row_of_the_page()
    {
        var police = await world.PoliceAsync();
        await world.SignedReturnAsync(police.Supervisor, Of2020, World.Identified(15_255, 9_581, 6_937, 249));
        var browser = await site.As(await world.CoordinatorAsync());

        await HoldsThePageAsync(browser, $"/statistics/reports/annual?year=2020&authority={police.Agency.Id}", "Victims of trafficking identified|32022|–||");
    }

    [Fact]
    public async Task The_file_of_a_district_holds_every_row_of_the_page()
    {
        var police = await world.PoliceAsync();
        await world.CaseAsync(police.Officer);
        await site.CountAsync();
        var browser = await site.As(police.Supervisor);

        await HoldsThePageAsync(
            browser, $"/statistics/reports/district?district=PB-LAHORE&month={ReportSite.Today.Month}&year={ReportSite.Today.Year}", "Victims of trafficking identified||1|–");
    }

    [Fact]
    public async Task A_workbook_in_Urdu_runs_from_the_right_and_is_recorded_when_it_is_taken_out()
    {
        var police = await world.PoliceAsync();
        var browser = await site.As(police.Supervisor, "ur-PK");

        var bytes = await site.FileAsync(browser, "/statistics/reports/annual", "Xlsx", Ct);

        var sheets = Sheets(bytes);
        Assert.InRange(sheets.Count, 5, 20);
        Assert.All(sheets, sheet => Assert.Contains("rightToLeft=\"1\"", sheet));
        Assert.Contains("سالانہ رپورٹ", sheets[0]);
        Assert.Contains(police.Agency.NameUr, sheets[0]);
        List<string?> notes = [];
        await world.AsOwnerAsync(async db => notes = await db.AuditEntries.Where(e => e.ActorId == police.Supervisor.Id && e.Act == AuditNotes.Export).Select(e => e.Detail).ToListAsync(Ct));
        Assert.StartsWith($"AnnualReport {ReportSite.Today.Year} ", Assert.Single(notes));
    }

    [Theory]
    [InlineData(DownloadKind.AnnualReport)]
    [InlineData(DownloadKind.DistrictReport)]
    public async Task A_supervisors_file_has_nothing_of_another_agency_whatever_was_chosen(DownloadKind kind)
    {
        var (own, other) = (await world.PoliceAsync("BA-QUETTA"), await world.PoliceAsync("BA-QUETTA"));
        await world.CaseAsync(own.Officer, districtCode: "BA-QUETTA");
        for (var i = 0; i < 4; i++)
            await world.CaseAsync(other.Officer, districtCode: "BA-QUETTA");
        await site.CountAsync();
        var present = ReportPeriod.Of(PeriodKind.Month, ReportSite.Today);
        var choices = kind == DownloadKind.AnnualReport
            ? AnnualReportMaker.ChoicesOf(new ReportYear(YearKind.Calendar, ReportSite.Today.Year), other.Agency.Id, Domain.Agencies.AgencyKind.Police)
            : DistrictReportMaker.ChoicesOf("BA-QUETTA", present, other.Agency.Id);
        var asked = await world.AskDownloadAsync(own.Supervisor, kind, choices: choices);
        var browser = await site.As(own.Supervisor);

        var rows = Csv(await site.MadeAsync(browser, asked, Ct));

        Assert.Contains(rows, r => r.StartsWith("Victims of trafficking identified|", StringComparison.Ordinal) && r.Contains("|1|", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.StartsWith("Victims of trafficking identified", StringComparison.Ordinal) && (r.Contains("|4|", StringComparison.Ordinal) || r.Contains("|5|", StringComparison.Ordinal)));
        Assert.Contains(rows, r => r.Contains(own.Agency.NameEn, StringComparison.Ordinal));
    }

    private async Task HoldsThePageAsync(PortalBrowser browser, string url, string amongThem)
    {
        var shown = ReportSite.Rows(await browser.OpenAsync(url));
        var kept = Csv(await site.FileAsync(browser, url, "Csv", Ct));

        Assert.Contains(amongThem, shown);
        Assert.All(shown, row => Assert.Contains(row, kept));
    }

    private static List<string> Csv(byte[] bytes)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(bytes), Encoding.UTF8), CultureInfo.InvariantCulture);
        var rows = new List<string>();
        while (csv.Read())
            rows.Add(string.Join('|', csv.Parser.Record!.Select(ReportSite.Plain)));
        return rows;
    }

    private static List<string> Sheets(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return [.. zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).OrderBy(e => e.FullName.Length).ThenBy(e => e.FullName, StringComparer.Ordinal).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        })];
    }
}
