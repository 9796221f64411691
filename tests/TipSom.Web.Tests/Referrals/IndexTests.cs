using System.Net;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class IndexTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused_and_another_agency_sees_none()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        var other = await pages.World.PoliceAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await pages.Portal.Browser().GetAsync("/referrals")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await pages.As(shelter.Caseworker)).GetAsync("/referrals")).StatusCode);
        var list = await (await pages.As(other.Officer)).OpenAsync("/referrals");

        Assert.DoesNotContain(referral.Number, list.MainText());
        Assert.Contains("Nothing has been sent yet.", list.MainText());
    }

    [Fact]
    public async Task Sent_referrals_are_listed_without_identity_for_the_station_and_the_unit_above()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);

        foreach (var reader in new[] { police.Officer, police.Supervisor })
        {
            var list = await (await pages.As(reader)).OpenAsync("/referrals");

            var row = Assert.Single(list.QuerySelectorAll("tbody tr"));
            Assert.Equal($"/referrals/{referral.Number}", row.QuerySelector("a")!.GetAttribute("href"));
            Assert.Contains("Woman", row.TextContent);
            Assert.Contains("25 to 34 years", row.TextContent);
            Assert.Contains("Sent, not seen", row.TextContent);
            Assert.DoesNotContain("Canary", list.DocumentElement.OuterHtml);
        }
    }

    [Fact]
    public async Task The_filters_keep_what_they_say()
    {
        var (police, shelter) = await pages.BoundAsync();
        var sent = await pages.World.SentReferralAsync(police, shelter);
        var declined = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.DeclineAsync(shelter.Caseworker, declined);
        var withdrawn = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.WithdrawAsync(police.Officer, withdrawn);
        var browser = await pages.As(police.Officer);

        Assert.Equal([withdrawn.Number, declined.Number, sent.Number], await NumbersAsync(browser, "/referrals"));
        Assert.Equal([declined.Number, sent.Number], await NumbersAsync(browser, "/referrals?open=true"));
        Assert.Equal([declined.Number], await NumbersAsync(browser, "/referrals?status=Declined"));
        Assert.Empty(await NumbersAsync(browser, "/referrals?overdue=true"));
    }

    [Fact]
    public async Task What_is_late_is_marked_and_found()
    {
        var (police, shelter) = await pages.BoundAsync();
        var late = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.SentReferralAsync(police, shelter);
        await using (var connection = new Npgsql.NpgsqlConnection(pages.World.Database.SuperuserConnectionString))
        {
            // Time passes: nothing in the product can set a deadline into the past.
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new Npgsql.NpgsqlCommand(
                "update casework.referral_access set due_at = now() - interval '1 hour' where referral_id = $1", connection)
            { Parameters = { new() { Value = late.Id } } };
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var browser = await pages.As(police.Officer);

        Assert.Equal([late.Number], await NumbersAsync(browser, "/referrals?overdue=true"));
        Assert.Single((await browser.OpenAsync("/referrals")).QuerySelectorAll("tbody .late"));
    }

    [Fact]
    public async Task Long_lists_are_read_page_by_page_in_both_directions()
    {
        var (police, shelter) = await pages.BoundAsync();
        var sent = new List<string>();
        for (var i = 0; i < 27; i++)
            sent.Add((await pages.World.SentReferralAsync(police, shelter)).Number);
        sent.Reverse();
        var browser = await pages.As(police.Officer);

        var first = await browser.OpenAsync("/referrals");
        var second = await browser.OpenAsync(first.QuerySelector(".pager-older")!.GetAttribute("href")!);
        var back = await browser.OpenAsync(second.QuerySelector(".pager-newer")!.GetAttribute("href")!);

        Assert.Equal(sent.Take(25), Numbers(first));
        Assert.Null(first.QuerySelector(".pager-newer"));
        Assert.Equal(sent.Skip(25), Numbers(second));
        Assert.Null(second.QuerySelector(".pager-older"));
        Assert.Equal(sent.Take(25), Numbers(back));
        Assert.Null(back.QuerySelector(".pager-newer"));
    }

    private static async Task<IReadOnlyList<string>> NumbersAsync(PortalBrowser browser, string url) => Numbers(await browser.OpenAsync(url));

    private static IReadOnlyList<string> Numbers(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim())];
}
