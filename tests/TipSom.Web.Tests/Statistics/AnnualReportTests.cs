using System.Net;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Statistics;

/// <summary>The annual report: who reads it, what it says, and asking for it as a file.</summary>
public sealed class AnnualReportTests(ReportSite site) : IClassFixture<ReportSite>
{
    private const string Page = "/statistics/reports/annual";

    private static readonly ReportPeriod Of2020 = ReportPeriod.Beginning(PeriodKind.Year, 2020, 1);

    private readonly World world = site.World;

    [Fact]
    public async Task An_agency_that_is_not_there_is_not_found_and_anothers_is_not_shown()
    {
        var (own, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        await world.SignedReturnAsync(other.Supervisor, Of2020, World.Identified(51, 52, 53, 54));
        var there = $"{Page}?year=2020&authority={other.Agency.Id}";

        Assert.Equal(HttpStatusCode.NotFound, (await (await site.As(await world.CoordinatorAsync())).GetAsync($"{Page}?authority={Guid.NewGuid()}")).StatusCode);
        Assert.Contains("Victims of trafficking identified|210", string.Join('\n', ReportSite.Rows(await (await site.As(await world.CoordinatorAsync())).OpenAsync(there))));
        Assert.DoesNotContain("210", (await (await site.As(own.Supervisor)).OpenAsync(there)).MainText());
    }

    [Fact]
    public async Task It_has_the_headline_with_shares_and_change_the_sources_and_who_reported()
    {
        var force = await world.PoliceAsync();
        await world.SignedReturnAsync(force.Supervisor, Of2020.Before, World.Figures(("Identified/Total", 20_000), ("Referred/Total", 10_000)));
        await world.SignedReturnAsync(force.Supervisor, Of2020, World.Figures(
            ("Identified/Women", 15_255), ("Identified/Men", 9_581), ("Identified/Children", 6_937), ("Identified/Transgender", 249), ("ForcedLabour/Total", 30), ("Referred/Total", 11_803),
            ("Accused/Total", 77), ("Convictions/Ptpa-Sex", 12)));
        await site.CountAsync();

        var page = await (await site.As(await world.CoordinatorAsync())).OpenAsync($"{Page}?year=2020&authority={force.Agency.Id}");

        Assert.Equal(
            ["headline", "sources", "law", "reporters", "records", "gaps"], page.QuerySelectorAll("article.report > section > h2").Select(h => h.Id));
        var rows = ReportSite.Rows(page);
        Assert.Contains("Victims of trafficking identified|32022|–|20000|60.11", rows);
        Assert.Contains("Victims of trafficking identified · Women|15255|47.64||", rows);
        Assert.Contains("of them in forced labour|30|0.09||", rows);
        Assert.Contains("Persons referred to care|11803|36.86|10000|18.03", rows);
        Assert.Contains("Identified and not referred|20219|63.14|10000|102.19", rows);
        Assert.Contains("Persons accused|77|||–", rows);
        Assert.Contains("Trafficking in Persons Act 2018 · sexual exploitation|||||12|", rows);
        Assert.Contains($"{force.Agency.NameEn}|12|32022|11803|36.86", rows);
        Assert.Contains("A figure that was not reported is not available", page.MainText());
        Assert.Contains("paper-annual", page.Body!.ClassName);
    }

    [Fact]
    public async Task What_no_care_reached_is_counted_from_the_records_of_the_own_agency()
    {
        var (police, strangers) = (await world.PoliceAsync(), await world.PoliceAsync());
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        await world.SentReferralAsync(police, shelter);
        await world.CaseAsync(police.Officer);
        await world.CaseAsync(strangers.Officer);
        await site.CountAsync();

        var rows = ReportSite.Rows(await (await site.As(police.Supervisor)).OpenAsync(Page));

        Assert.Contains("All together|2|1|1|0", rows);
        Assert.DoesNotContain(rows, r => r.StartsWith("All together|3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_is_not_asked_for_twice_and_the_page_says_so()
    {
        var browser = await site.As((await world.PoliceAsync()).Supervisor);
        var (first, again) = (await browser.OpenAsync(Page), await browser.OpenAsync(Page));

        var asked = await browser.SubmitAsync(first, "main form[method=post]", ("Format", "Xlsx"));
        var refused = await browser.SubmitAsync(again, "main form[method=post]", ("Format", "Csv"));

        Assert.StartsWith("/downloads/TD-", asked.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(Download.AskedAlready, (await refused.HtmlAsync()).MainText());
    }
}
