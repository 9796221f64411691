using AngleSharp.Dom;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class InboxTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Fact]
    public async Task Each_referral_stands_under_what_is_owed_with_its_one_act()
    {
        var sent = await at.ReferralAsync(ReferralStatus.Sent);
        var seen = await at.ReferralAsync(ReferralStatus.Seen);
        var accepted = await at.ReferralAsync(ReferralStatus.Accepted);
        var inCare = await at.ReferralAsync(ReferralStatus.InCare);
        var declined = await at.ReferralAsync(ReferralStatus.Declined);
        var withdrawn = await at.ReferralAsync(ReferralStatus.Withdrawn);

        var page = await at.Caseworker.OpenAsync("/inbox");

        Assert.NotNull(Card(page, sent).QuerySelector($"form[method=post][action='/referrals/{sent.Number}/open'] button"));
        Assert.Equal(
            [$"/referrals/{seen.Number}/accept", $"/referrals/{seen.Number}/decline", $"/referrals/{seen.Number}"],
            Card(page, seen).QuerySelectorAll(".actions a").Select(a => a.GetAttribute("href")));
        Assert.NotNull(Card(page, accepted).QuerySelector($"a[href='/referrals/{accepted.Number}/arrival']"));
        Assert.NotNull(Card(page, inCare).QuerySelector($"a[href='/referrals/{inCare.Number}/close']"));
        Assert.DoesNotContain(declined.Number, page.MainText());
        Assert.DoesNotContain(withdrawn.Number, page.MainText());
        Assert.All(page.QuerySelectorAll("main section"), s =>
            Assert.Equal($"({s.QuerySelectorAll("article").Length})", s.QuerySelector("h2 bdi")!.TextContent));
    }

    [Fact]
    public async Task A_card_says_what_is_asked_by_whom_and_until_when_and_never_who_the_person_is()
    {
        var girl = new PersonFacts(Safety.NotSafe, Sex.Female, new Age(16, false), [ServiceType.Shelter]);
        var referral = await at.World.SentReferralAsync(at.Police, at.Shelter, girl);

        var page = await at.Caseworker.OpenAsync("/inbox");

        var text = Card(page, referral).TextContent;
        Assert.Contains("Girl, 12 to 17 years: Safe place to stay", text);
        Assert.Matches("Open within [0-9]+ (min|h)", text);
        Assert.Contains("Test station", text);
        Assert.Contains("Test agency", text);
        Assert.DoesNotContain("canary", page.Source.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_due_first_stands_first()
    {
        await at.ReferralAsync(ReferralStatus.Seen);
        var page = await at.Caseworker.OpenAsync("/inbox");
        var numbers = page.QuerySelectorAll("section:first-of-type article .muted a").Select(a => a.TextContent).ToList();

        var due = new List<DateTimeOffset?>();
        foreach (var number in numbers)
            due.Add(await at.World.AsAsync(at.Police.Officer, (_, db) => Task.FromResult(db.Referrals.Single(r => r.Number == number).DueAt)));

        Assert.NotEmpty(due);
        Assert.Equal(due.Order(), due);
    }

    [Fact]
    public async Task Nothing_waiting_says_so_and_shows_the_own_free_places()
    {
        var quiet = await at.World.ProviderAsync(freePlaces: 4);
        var unsure = await at.World.ProviderAsync(freePlaces: null);

        var page = await (await at.Portal.BrowserOfAsync(quiet.Caseworker)).OpenAsync("/inbox");
        var other = await (await at.Portal.BrowserOfAsync(unsure.Caseworker)).OpenAsync("/inbox");

        Assert.Contains("No referrals are waiting.", page.MainText());
        Assert.Contains("4 of 20 places free", page.MainText());
        Assert.Contains("free places never confirmed", other.MainText());
    }

    [Fact]
    public async Task A_full_inbox_stays_small_and_turns_its_pages_in_care()
    {
        var busy = await at.World.ProviderAsync();
        await at.World.AgreementAsync(at.Police, busy);
        for (var i = 0; i < 27; i++)
        {
            var referral = await at.World.SentReferralAsync(at.Police, busy);
            await at.World.OpenAsync(busy.Caseworker, referral);
            await at.World.AcceptAsync(busy.Caseworker, referral);
            await at.World.ArriveAsync(busy.Caseworker, referral);
        }
        for (var i = 0; i < 4; i++)
            await at.World.SentReferralAsync(at.Police, busy);
        var browser = await at.Portal.BrowserOfAsync(busy.Caseworker);

        var first = await browser.OpenAsync("/inbox");
        var second = await browser.OpenAsync(first.QuerySelector("a.pager-older")!.GetAttribute("href")!);
        var back = await browser.OpenAsync(second.QuerySelector("a.pager-newer")!.GetAttribute("href")!);

        Assert.Equal(25, InCare(first).Count);
        Assert.Equal(2, InCare(second).Count);
        Assert.Empty(InCare(first).Intersect(InCare(second)));
        Assert.Equal(InCare(first), InCare(back));
        Assert.Null(back.QuerySelector("a.pager-newer"));
        Assert.InRange(await CompressedAsync(browser), 1, 20_000);
    }

    private static List<string> InCare(IDocument page) =>
        [.. page.QuerySelector("main section:last-of-type")!.QuerySelectorAll("article .muted a").Select(a => a.TextContent)];

    private static async Task<int> CompressedAsync(PortalBrowser browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/inbox");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }

    private static IElement Card(IDocument page, Referral referral) =>
        Assert.Single(page.QuerySelectorAll("main article"), a => a.TextContent.Contains(referral.Number, StringComparison.Ordinal));
}
