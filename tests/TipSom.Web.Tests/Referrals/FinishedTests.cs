using AngleSharp.Dom;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class FinishedTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Fact]
    public async Task It_lists_what_has_ended_and_nothing_that_goes_on()
    {
        var shelter = await at.World.ProviderAsync();
        await at.World.AgreementAsync(at.Police, shelter);
        var ended = new List<Referral>();
        foreach (var status in new[] { ReferralStatus.Closed, ReferralStatus.Declined, ReferralStatus.Withdrawn })
            ended.Add(await at.ReferralAsync(status, shelter));
        await at.ReferralAsync(ReferralStatus.Sent, shelter);
        await at.ReferralAsync(ReferralStatus.InCare, shelter);

        var page = await (await at.Portal.BrowserOfAsync(shelter.Caseworker)).OpenAsync("/inbox/finished");

        Assert.Equal(ended.OrderByDescending(r => r.SentAt).Select(r => r.Number), Numbers(page));
        Assert.Equal(["Withdrawn", "Declined", "Closed"], page.QuerySelectorAll("main .tag").Select(t => t.TextContent));
        Assert.DoesNotContain("canary", page.Source.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_is_read_by_pages_and_a_foreign_place_leads_to_its_head()
    {
        var busy = await at.World.ProviderAsync();
        await at.World.AgreementAsync(at.Police, busy);
        for (var i = 0; i < 27; i++)
            await at.World.DeclineAsync(busy.Caseworker, await at.World.SentReferralAsync(at.Police, busy));
        var browser = await at.Portal.BrowserOfAsync(busy.Caseworker);
        var foreign = await at.ReferralAsync(ReferralStatus.Declined);

        var first = await browser.OpenAsync("/inbox/finished");
        var second = await browser.OpenAsync(first.QuerySelector("a.pager-older")!.GetAttribute("href")!);
        var back = await browser.OpenAsync(second.QuerySelector("a.pager-newer")!.GetAttribute("href")!);
        var lost = await browser.OpenAsync($"/inbox/finished?before={foreign.Id}");

        Assert.Equal(25, Numbers(first).Count);
        Assert.Equal(2, Numbers(second).Count);
        Assert.Empty(Numbers(first).Intersect(Numbers(second)));
        Assert.Equal(Numbers(first), Numbers(back));
        Assert.Equal(Numbers(first), Numbers(lost));
        Assert.Null(lost.QuerySelector("a.pager-newer"));
    }

    [Fact]
    public async Task Empty_says_so() =>
        Assert.Contains("No referral to you has ended yet.", (await at.Stranger.OpenAsync("/inbox/finished")).MainText());

    private static List<string> Numbers(IDocument page) => [.. page.QuerySelectorAll("main tbody th").Select(t => t.TextContent.Trim())];
}
