using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class WithdrawTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);

        await pages.RefusesStrangersAsync(UrlOf(referral), shelter.Caseworker, (await pages.World.PoliceAsync()).Officer);
    }

    [Fact]
    public async Task The_sender_takes_it_back_and_case_and_referral_say_so()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        var browser = await pages.As(police.Officer);

        var answer = await browser.SubmitAsync(await browser.OpenAsync(UrlOf(referral)), null, ("Input.Reason", nameof(WithdrawReason.NoLongerNeeded)));
        var details = await browser.FollowAsync(answer);

        Assert.Contains("No longer needed", details.MainText());
        Assert.Equal("Withdrawn", details.QuerySelector(".event-title")!.TextContent);
        var events = await pages.World.AsAsync(police.Officer, (_, db) =>
            db.Set<CaseEvent>().Where(e => e.CaseId == referral.CaseId && e.Kind == CaseEventKind.ReferralWithdrawn).ToListAsync());
        var written = Assert.Single(events);
        Assert.Equal((1, referral.Number), (written.Person, written.ReferralNumber));
    }

    [Fact]
    public async Task Without_a_reason_it_stays_where_it_is()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        var browser = await pages.As(police.Officer);

        var answer = await browser.SubmitAsync(await browser.OpenAsync(UrlOf(referral)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Choose why you take it back.", (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task One_declined_in_the_meantime_is_refused()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        var browser = await pages.As(police.Officer);
        var form = await browser.OpenAsync(UrlOf(referral));
        await pages.World.DeclineAsync(shelter.Caseworker, referral);

        var answer = await browser.SubmitAsync(form, null, ("Input.Reason", nameof(WithdrawReason.Safety)));
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This referral was already declined.", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    private static string UrlOf(Referral referral) => $"/referrals/{referral.Number}/withdraw";
}
