using System.Net;
using Microsoft.Extensions.Configuration;
using Npgsql;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;
using TipSom.Web.Startup;

namespace TipSom.Web.Tests.Statistics;

/// <summary>The pages of the national figures: who reads them, and that they say what was reported, published and counted.</summary>
public sealed class StatisticsPagesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private static readonly string[] Pages = ["/statistics", "/statistics/by/form", "/statistics/by/answered", "/statistics/list", "/statistics/definitions", "/statistics/reports/annual", "/statistics/reports/district"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Each_page_opens_to_who_may_read_figures_and_to_nobody_else()
    {
        var force = await world.PoliceAsync();
        foreach (var url in Pages)
            Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(url)).StatusCode);
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await portal.BrowserOfAsync(await world.UserAsync(force.Headquarters, role));
            foreach (var url in Pages)
                Assert.Equal(role.Allows(Permission.ReadStatistics) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync(url)).StatusCode);
        }
    }

    [Fact]
    public async Task What_figures_are_not_divided_by_is_not_there()
    {
        var browser = await portal.BrowserOfAsync(await world.CoordinatorAsync());
        foreach (var url in new[] { "/statistics/by/name", "/statistics?plot=nothing&format=svg", "/statistics/list?mark=name=1", "/statistics/list?stage=9", "/statistics/list?p=0" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task The_published_figures_of_2020_stand_with_their_shares_and_2019_says_what_it_does_not_have()
    {
        var browser = await portal.BrowserOfAsync(await world.CoordinatorAsync());
        var page = (await browser.OpenAsync("/statistics?year=2020")).MainText();
        foreach (var text in new[] { "32,022", "47.64%", "29.92%", "21.66%", "0.78%", "-96.05%", "36.86%", "11,803", "3,744", "20,219 were not" })
            Assert.Contains(text, page);

        var before = (await browser.OpenAsync("/statistics?year=2019")).MainText();
        Assert.Contains("760", before);
        Assert.Contains("Not available", before);
        Assert.Contains("No breakdown by women, men, children and transgender persons is available for this year.", before);
    }

    [Fact]
    public async Task A_supervisor_reads_what_the_own_force_identified_and_nothing_of_another()
    {
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        await world.CaseAsync(police.Officer);
        var number = (await world.CaseAsync(police.Officer)).Number;
        await world.CaseAsync(other.Officer);
        await world.CountAsync();

        var own = await portal.BrowserOfAsync(police.Supervisor);
        var asked = (await own.OpenAsync($"/statistics/by/authority?authority={other.Agency.Id}")).MainText();
        Assert.Contains(police.Agency.NameEn, asked);
        Assert.DoesNotContain(other.Agency.Id.ToString(), asked);
        var list = (await own.OpenAsync("/statistics/list")).MainText();
        Assert.Contains("Behind the figure: 2", list);
        Assert.Contains(number, list);

        var national = (await (await portal.BrowserOfAsync(await world.CoordinatorAsync())).OpenAsync($"/statistics/list?authority={police.Agency.Id}")).MainText();
        Assert.Contains("Behind the figure: 2", national);
        Assert.DoesNotContain(number, national);
        Assert.Contains("2 of them are in cases of others.", national);
    }

    [Fact]
    public async Task Every_plot_and_every_division_comes_as_a_file()
    {
        await world.CaseAsync((await world.PoliceAsync()).Officer);
        await world.CountAsync();
        var browser = await portal.BrowserOfAsync(await world.CoordinatorAsync());
        foreach (var plot in new[] { "groups", "months", "funnel", "provinces", "forms", "ages", "answers", "services", "declines", "outcomes" })
        {
            Assert.Contains("<title", await TextAsync(browser, $"/statistics?plot={plot}&format=svg"), StringComparison.Ordinal);
            Assert.Contains(",", await TextAsync(browser, $"/statistics?plot={plot}&format=csv"), StringComparison.Ordinal);
        }

        Assert.Contains("Punjab", await TextAsync(browser, "/statistics/by/found-province?csv=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_signed_today_stands_beside_the_records_and_is_not_added()
    {
        var force = await world.PoliceAsync();
        await world.SignedReturnAsync(force.Supervisor, ReportPeriod.Beginning(PeriodKind.Year, 2025, 1), World.Identified(14, 9, 6, 1), "As reported.");
        var page = (await (await portal.BrowserOfAsync(force.Supervisor)).OpenAsync("/statistics?year=2025")).MainText();
        Assert.Contains("30", page);
        Assert.Contains("46.67%", page);
        Assert.Contains("12 of 12", page);
    }

    [Fact]
    public async Task The_plot_of_the_headline_comes_as_a_file_where_there_is_one()
    {
        var browser = await portal.BrowserOfAsync(await world.CoordinatorAsync());
        Assert.Contains("15255", await TextAsync(browser, "/statistics?year=2020&plot=headline&format=csv"), StringComparison.Ordinal);
        Assert.Contains("<title", await TextAsync(browser, "/statistics?year=2020&plot=headline&format=svg"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/statistics?year=2019&plot=headline&format=csv")).StatusCode);
    }

    [Fact]
    public async Task A_figure_that_some_left_out_says_how_many_gave_it_and_has_no_share()
    {
        var year = ReportPeriod.Beginning(PeriodKind.Year, 2022, 1);
        await world.SignedReturnAsync((await world.PoliceAsync()).Supervisor, year, World.Identified(100, 50, 40, 10));
        await world.SignedReturnAsync((await world.PoliceAsync()).Supervisor, year, World.Figures(("Identified/Total", 300)));

        var page = (await (await portal.BrowserOfAsync(await world.CoordinatorAsync())).OpenAsync("/statistics?year=2022")).MainText();

        Assert.Contains("500", page);
        Assert.Contains("given by 1 of 2", page);
        Assert.DoesNotContain("20.00%", page);
        Assert.Contains("No breakdown by women, men, children and transgender persons is available for this year.", page);
    }

    [Fact]
    public async Task Counting_from_nothing_says_whether_a_figure_was_another()
    {
        var police = await world.PoliceAsync();
        await world.CaseAsync(police.Officer);
        await world.CountAsync();
        await using var owner = new NpgsqlConnection(database.OwnerConnectionString);
        await owner.OpenAsync(Ct);
        await using var wrong = new NpgsqlCommand($"update statistics.cells set identified = identified + 1 where scope = '{police.Agency.Id}' and dimension = 'all' and year_kind = 'Calendar'", owner);
        await wrong.ExecuteNonQueryAsync(Ct);

        var (first, second) = (await CountFromNothingAsync(), await CountFromNothingAsync());

        // The cell as it was, and as it is.
        Assert.Equal(1, first.Code);
        Assert.Contains("; 2 cells differ", first.Said);
        Assert.Equal(0, second.Code);
        Assert.Contains("; 0 cells differ", second.Said);
    }

    private async Task<(int Code, string Said)> CountFromNothingAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:TipSomOwner", database.OwnerConnectionString)]).Build();
        await using var output = new StringWriter();
        return (await FigureCommands.CountAsync(configuration, output), output.ToString());
    }

    private static async Task<string> TextAsync(PortalBrowser browser, string url) =>
        await (await browser.GetAsync(url)).Content.ReadAsStringAsync(Ct);
}
