using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TipSom.Domain.Reporting;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;

namespace TipSom.Journeys.Shell;

/// <summary>Reports on paper: A4, tagged, no row cut, wide tables within the margins, and each sheet says what it is of.</summary>
public sealed partial class ReportPrintTests(TestDatabase database, Chromium chromium) : IClassFixture<TestDatabase>
{
    private const double Millimetre = 96 / 25.4;

    [Theory]
    [InlineData(Look.English, "/statistics/reports/annual?year=2020", "Annual report", "32,022", 3, 9)]
    [InlineData(Look.Urdu, "/statistics/reports/annual?year=2020", "سالانہ رپورٹ", "32,022", 3, 12)]
    [InlineData(Look.English, "/statistics/reports/district?district=PB-LAHORE&month=1&year=2026", "District report", "First information reports", 1, 4)]
    [InlineData(Look.Urdu, "/statistics/reports/district?district=PB-LAHORE&month=1&year=2026", "ضلعی رپورٹ", "لاہور", 1, 5)]
    public async Task A_report_prints_on_tagged_sheets_of_A4_that_name_it(string culture, string url, string name, string said, int fewest, int most)
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var (coordinator, police, committee) = (await world.CoordinatorAsync(), await world.PoliceAsync(), await world.CommitteeAsync());
        await world.CaseAsync(police.Officer);
        await world.SignedReturnAsync(await world.UserAsync(committee.Station, Domain.Identity.Role.Supervisor), ReportPeriod.Beginning(PeriodKind.Month, 2026, 1), World.Identified(1, 2, 3, 4));
        await world.AsOwnerAsync(db => db.Database.ExecuteSqlAsync($"select statistics.rebuild()"));
        await using var window = await chromium.OpenAsync(site, new Look(culture));
        await new Person(window, coordinator, new Pointer()).SignInAsync();

        await window.GoAsync(url);
        var page = window.Page;
        Assert.Contains(said, await page.Locator(".report").InnerTextAsync(), StringComparison.Ordinal);
        var paper = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true, Tagged = true }));
        Assert.InRange(Sheet().Count(paper), fewest, most);
        Assert.Contains("/StructTreeRoot", paper, StringComparison.Ordinal);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        // A line above each sheet, by the name of the sheets that the page is printed on.
        Assert.Contains(name, await page.EvaluateAsync<string>(
            """
            () => {
              const of = getComputedStyle(document.body).page;
              const print = [...document.styleSheets[0].cssRules].find(r => r.media?.mediaText === 'print');
              return [...print.cssRules].filter(r => r.selectorText === of).map(r => r.cssText).filter(r => r.includes('counter(pages)')).join(' ');
            }
            """), StringComparison.Ordinal);
        // As wide as the paper within its margins.
        await page.SetViewportSizeAsync((int)(182 * Millimetre), (int)(265 * Millimetre));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.report table')].filter(t => t.getBoundingClientRect().width > document.documentElement.clientWidth + 1).length"));
        Assert.Equal("table-header-group", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.report thead')).display"));
        Assert.Empty(window.Complaints);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();
}
