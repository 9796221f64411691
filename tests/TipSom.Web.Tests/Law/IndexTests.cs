using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Law;

public sealed class IndexTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Strangers_are_refused() => await site.GuardsAsync((await site.NewCaseAsync()).UrlOf());

    [Fact]
    public async Task The_page_says_who_investigates_and_why_and_shows_limits_offences_FIRs_and_steps()
    {
        var @case = await site.NewCaseAsync();
        await site.World.OffenceAsync(site.Police.Officer, @case);
        await site.World.FirAsync(site.Police.Officer, @case, site.Police.Station, 4711, TimeProvider.System.GetUtcNow().AddDays(-16));
        await site.World.StepAsync(site.Police.Officer, @case, "INV", note: "Notecanary: two rooms searched.");

        var page = await site.Officer.OpenAsync(@case.UrlOf());

        var text = page.MainText();
        Assert.Contains("Trafficking inside Pakistan: the police of the district investigate", text);
        Assert.Contains("Magistrate First Class", text);
        Assert.Contains("PPC 1860 342", text);
        Assert.Contains("Fircanary lane", text);
        Assert.Contains("Notecanary: two rooms searched.", text);
        Assert.Equal(["Overdue", "Comes near"], page.QuerySelectorAll("tbody .tag").Select(t => t.TextContent));
        Assert.Contains(page.QuerySelectorAll(".tabs a"), a => a.GetAttribute("href") == @case.UrlOf() && a.HasAttribute("aria-current"));
    }

    [Fact]
    public async Task My_work_shows_the_limits_that_come_near_and_leads_to_the_law_of_the_case()
    {
        var @case = await site.NewCaseAsync();
        await site.World.FirAsync(site.Police.Officer, @case, site.Police.Station, 4712, TimeProvider.System.GetUtcNow().AddDays(-12));

        var page = await site.Officer.OpenAsync("/");

        Assert.Contains(page.QuerySelectorAll("section[aria-labelledby=limits] a"), a => a.GetAttribute("href") == @case.UrlOf());
    }

    [Fact]
    public async Task On_a_closed_case_nothing_is_offered_to_be_done()
    {
        var @case = await site.NewCaseAsync();
        await site.World.OffenceAsync(site.Police.Officer, @case);
        await site.CloseAsync(@case);

        var page = await site.Officer.OpenAsync(@case.UrlOf());

        Assert.DoesNotContain(page.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.EndsWith("/reclassify", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("main a.btn"));
    }
}
