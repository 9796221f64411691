using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Referrals;
using TipSom.Domain.Telling;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class RemindTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);

        await pages.RefusesStrangersAsync(UrlOf(referral), police.Officer, (await pages.World.PoliceAsync()).Supervisor);
    }

    [Fact]
    public async Task The_provider_is_told_once_more_and_the_list_says_when()
    {
        var coordinator = await pages.World.CoordinatorAsync();
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        var browser = await pages.As(coordinator);

        var answer = await browser.SubmitAsync(await browser.OpenAsync(UrlOf(referral)));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        foreach (var told in new[] { shelter.Caseworker, shelter.Manager })
            Assert.True((await pages.World.AsAsync(told, (_, db) =>
                db.Notifications.SingleAsync(n => n.ReferralId == referral.Id && n.Kind == NotificationKind.Reminded))).IsWork);
        Assert.False(await pages.World.AsAsync(police.Officer, (_, db) => db.Notifications.AnyAsync(n => n.Kind == NotificationKind.Reminded)));
        Assert.Contains("Please act: somebody asks once more", (await browser.OpenAsync($"/board/referrals?provider={shelter.Agency.Id}")).MainText());
    }

    [Fact]
    public async Task A_question_to_the_sender_is_the_senders_turn()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.OpenAsync(shelter.Caseworker, referral);
        await pages.World.RequestInformationAsync(shelter.Caseworker, referral);
        var browser = await pages.As(police.Supervisor);

        await browser.SubmitAsync(await browser.OpenAsync(UrlOf(referral)));

        Assert.True(await pages.World.AsAsync(police.Officer, (_, db) => db.Notifications.AnyAsync(n => n.Kind == NotificationKind.Reminded)));
        Assert.False(await pages.World.AsAsync(shelter.Caseworker, (_, db) => db.Notifications.AnyAsync(n => n.Kind == NotificationKind.Reminded)));
    }

    [Fact]
    public async Task A_second_time_within_the_hour_and_where_nobody_owes_a_step_it_is_refused()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        var browser = await pages.As(police.Supervisor);
        await browser.SubmitAsync(await browser.OpenAsync(UrlOf(referral)));

        var again = await browser.SubmitAsync(await browser.OpenAsync(UrlOf(referral)));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Those whose turn it is were reminded within the last hour.", (await again.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);

        var form = await browser.OpenAsync(UrlOf(referral));
        await pages.World.WithdrawAsync(police.Officer, referral);
        var late = await browser.SubmitAsync(form);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Nobody owes a step under this referral now.", (await late.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    private static string UrlOf(Referral referral) => $"/referrals/{referral.Number}/remind";
}
