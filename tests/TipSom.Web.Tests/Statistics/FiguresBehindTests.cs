using System.Net;
using AngleSharp.Html.Dom;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Statistics;

/// <summary>Every figure of the records opens what stands behind it, for who sees the cases; and nobody sees a case by it who does not see it anyway.</summary>
public sealed class FiguresBehindTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_figure_of_referrals_opens_the_referrals_and_one_of_persons_the_first_of_each()
    {
        var (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        await world.AgreementAsync(police, shelter);
        var withdrawn = await world.WithdrawAsync(police.Officer, await world.SentReferralAsync(police, shelter));
        var sent = await world.SentReferralAsync(police, shelter);
        await world.CountAsync();
        var own = await portal.BrowserOfAsync(police.Supervisor);

        // The row of the only service: its referrals, and its persons.
        var links = Links(await own.OpenAsync("/statistics/by/service"), "tbody td");
        var (referrals, persons) = (await own.OpenAsync(links[0].Url), await own.OpenAsync(links[1].Url));

        Assert.Contains("Behind the figure: 2", referrals.MainText());
        Assert.Contains(withdrawn.Number, referrals.MainText());
        Assert.Contains(sent.Number, referrals.MainText());
        Assert.Contains("Behind the figure: 1", persons.MainText());
        Assert.Contains(sent.Number, persons.MainText());
        Assert.DoesNotContain(withdrawn.Number, persons.MainText());
    }

    [Fact]
    public async Task A_figure_of_law_enforcement_opens_the_cases_and_the_accused()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await world.ChargeAsync(police.Officer, @case, await world.OffenceAsync(police.Officer, @case, "PTPA-3-1"));
        await world.CountAsync();

        var page = await (await portal.BrowserOfAsync(police.Supervisor)).OpenAsync("/statistics");
        var list = Links(page, "main").Single(a => a.Url.Contains("of=Acts&cell=Prosecutions", StringComparison.Ordinal)).Url;
        var own = (await (await portal.BrowserOfAsync(police.Supervisor)).OpenAsync(list)).MainText();
        Assert.Contains("Behind the figure: 1", own);
        Assert.Contains(@case.Number, own);
        Assert.Contains("Suspect 1", own);
        Assert.Contains(Links(page, "main"), a => a.Url == "/statistics/definitions#Prosecutions");

        var national = (await (await portal.BrowserOfAsync(await world.CoordinatorAsync())).OpenAsync($"{list}&authority={police.Agency.Id}")).MainText();
        Assert.Contains("Behind the figure: 1", national);
        Assert.DoesNotContain(@case.Number, national);
        Assert.Contains("1 of them are in cases of others.", national);
    }

    [Fact]
    public async Task Each_figure_beside_the_other_sources_opens_as_many_as_it_says()
    {
        var (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        await world.AgreementAsync(police, shelter);
        await world.CaseAsync(police.Officer);
        await world.SentReferralAsync(police, shelter);
        await world.ArriveAsync(shelter.Caseworker, await world.AcceptAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter))));
        await world.CountAsync();
        var browser = await portal.BrowserOfAsync(police.Supervisor);

        var figures = Links(await browser.OpenAsync("/statistics"), "table.sources").Where(a => a.Url.StartsWith("/statistics/list", StringComparison.Ordinal)).ToList();

        Assert.True(figures.Count >= 5, $"{figures.Count} figures open a list");
        foreach (var (figure, url) in figures)
        {
            var list = await browser.OpenAsync(url);
            Assert.Contains($"Behind the figure: {figure}", list.MainText());
            Assert.Equal((url, figure), (url, $"{list.QuerySelectorAll("tbody tr").Length}"));
        }
    }

    [Fact]
    public async Task A_case_that_another_force_logged_and_shared_is_not_behind_the_own_figure()
    {
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        var (own, shared) = (await world.CaseAsync(police.Officer), await world.CaseAsync(other.Officer));
        await world.ShareAsync(other.Supervisor, shared, police.Headquarters);
        await world.CountAsync();

        var list = (await (await portal.BrowserOfAsync(police.Supervisor)).OpenAsync("/statistics/list")).MainText();

        Assert.Contains("Behind the figure: 1", list);
        Assert.Contains(own.Number, list);
        Assert.DoesNotContain(shared.Number, list);
    }

    [Theory]
    [InlineData("of=Acts")]
    [InlineData("of=Acts&cell=Identified/Total")]
    [InlineData("cell=Prosecutions/Ptpa-Sex")]
    [InlineData("of=Referrals&mark=sex=Male")]
    [InlineData("mark=service=Shelter")]
    public async Task What_is_no_figure_is_not_there(string query) => Assert.Equal(
        HttpStatusCode.NotFound, (await (await portal.BrowserOfAsync(await world.CoordinatorAsync())).GetAsync($"/statistics/list?{query}")).StatusCode);

    private static List<(string Text, string Url)> Links(IHtmlDocument page, string within) =>
        [.. page.QuerySelectorAll($"{within} a").Select(a => (a.TextContent.Trim(), a.GetAttribute("href")!))];
}
