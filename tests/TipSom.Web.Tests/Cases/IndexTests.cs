using System.Net;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Cases;

public sealed class IndexTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public Task Only_those_who_read_cases_get_in() => site.GuardsAsync("/cases", isOnCase: false);

    [Fact]
    public async Task A_unit_without_cases_reads_what_to_do()
    {
        var browser = await site.Portal.BrowserOfAsync((await site.World.PoliceAsync()).Officer);

        Assert.Contains("Your unit holds no case yet.", (await browser.OpenAsync("/cases")).MainText());
    }

    [Fact]
    public async Task A_case_is_listed_without_a_name_and_never_to_another_force()
    {
        var force = await site.World.PoliceAsync();
        var provider = await site.World.ProviderAsync();
        await site.World.AgreementAsync(force, provider);
        var referral = await site.World.SentReferralAsync(force, provider);
        var number = await site.World.AsAsync(force.Officer, (_, db) => Task.FromResult(db.Cases.Single(c => c.Id == referral.CaseId).Number));

        var own = await (await site.Portal.BrowserOfAsync(force.Supervisor)).OpenAsync("/cases");
        var other = await site.Officer.OpenAsync("/cases");

        Assert.Contains(number, own.MainText());
        Assert.Contains("Woman, 25 to 34 years", own.MainText());
        Assert.Contains("Sent, not seen", own.MainText());
        Assert.DoesNotContain("canary", own.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(number, other.MainText());
    }

    [Fact]
    public async Task A_number_leads_to_its_case_and_to_no_other_force_s()
    {
        var own = await site.World.CaseAsync(site.Police.Officer);
        var others = await site.World.CaseAsync((await site.World.PoliceAsync()).Officer);

        var found = await site.Officer.GetAsync($"/cases?q={own.Number.ToLowerInvariant()}");
        var hidden = await site.Officer.OpenAsync($"/cases?q={others.Number}");
        var nonsense = await site.Officer.OpenAsync("/cases?q=12");

        Assert.Equal(HttpStatusCode.Redirect, found.StatusCode);
        Assert.Equal($"/cases/{own.Number}", found.Headers.Location!.OriginalString);
        Assert.Contains("No case of yours has this number.", hidden.MainText());
        Assert.Contains("No case of yours has this number.", nonsense.MainText());
    }

    [Fact]
    public async Task Open_and_closed_are_told_apart()
    {
        var force = await site.World.PoliceAsync();
        var (open, closed) = (await site.World.CaseAsync(force.Officer), await site.World.CaseAsync(force.Officer));
        await site.CloseAsync(closed);
        var browser = await site.Portal.BrowserOfAsync(force.Officer);

        Assert.Equal([open.Number], Numbers(await browser.OpenAsync("/cases?Status=Open")));
        Assert.Equal([closed.Number], Numbers(await browser.OpenAsync("/cases?Status=Closed")));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap_in_both_directions()
    {
        var force = await site.World.PoliceAsync();
        var made = new List<string>();
        for (var i = 0; i < 53; i++)
            made.Add((await site.World.CaseAsync(force.Officer)).Number);
        made.Reverse();
        var browser = await site.Portal.BrowserOfAsync(force.Officer);

        var first = await browser.OpenAsync("/cases");
        var second = await browser.OpenAsync(first.QuerySelector("a.pager-older")!.GetAttribute("href")!);
        var third = await browser.OpenAsync(second.QuerySelector("a.pager-older")!.GetAttribute("href")!);
        var secondAgain = await browser.OpenAsync(third.QuerySelector("a.pager-newer")!.GetAttribute("href")!);
        var firstAgain = await browser.OpenAsync(secondAgain.QuerySelector("a.pager-newer")!.GetAttribute("href")!);

        Assert.Equal(made, [.. Numbers(first), .. Numbers(second), .. Numbers(third)]);
        Assert.Equal(Numbers(second), Numbers(secondAgain));
        Assert.Equal(Numbers(first), Numbers(firstAgain));
        Assert.Null(third.QuerySelector("a.pager-older"));
        Assert.Null(first.QuerySelector("a.pager-newer"));
        Assert.Null(firstAgain.QuerySelector("a.pager-newer"));
    }

    private static IReadOnlyList<string> Numbers(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.QuerySelectorAll("tbody th").Select(e => e.TextContent.Trim())];
}
