using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class ReviewTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var (_, police, _, referral) = await DeclinedAsync();

        // A desk that was opened later has no side in what was sent before.
        await pages.RefusesStrangersAsync(UrlOf(referral), police.Supervisor, await pages.World.CoordinatorAsync());
    }

    [Fact]
    public async Task A_decline_found_right_counts_a_gap_and_gives_the_need_to_the_desk()
    {
        var (desk, police, _, referral) = await DeclinedAsync();
        var browser = await pages.As(desk);

        var details = await browser.FollowAsync(await browser.SubmitAsync(
            await browser.OpenAsync(UrlOf(referral)), null, ("Input.Verdict", "ConfirmDecline"), ("Input.Note", "No bed in the whole city.")));

        Assert.Contains("Decline confirmed", details.QuerySelector("main .head")!.TextContent);
        Assert.Contains("No bed in the whole city.", details.MainText());
        var need = await pages.World.UnplacedAsync(police.Officer, referral.NeedId);
        Assert.Equal((UnplacedCause.DeclineConfirmed, Side.National), (need.Cause, need.Turn));
        Assert.Equal(DeclineReason.NoPlace, await pages.World.AsAsync(desk, (_, db) => db.ServiceGaps.Where(g => g.NeedId == referral.NeedId).Select(g => g.DeclineReason).SingleAsync()));
        Assert.NotNull((await browser.OpenAsync("/")).QuerySelector($"main a[href='/board/unplaced/{need.Id}']"));
    }

    [Fact]
    public async Task A_decline_found_wrong_is_the_provider_s_to_answer_again_and_it_reads_why()
    {
        var (desk, _, shelter, referral) = await DeclinedAsync();
        var browser = await pages.As(desk);

        await browser.FollowAsync(await browser.SubmitAsync(
            await browser.OpenAsync(UrlOf(referral)), null, ("Input.Verdict", "ReturnToProvider"), ("Input.Note", "A bed is free again.")));
        var page = await (await pages.As(shelter.Caseworker)).OpenAsync($"/referrals/{referral.Number}");

        Assert.Contains("The national desk asks you to look at it again.", page.MainText());
        Assert.Contains("A bed is free again.", page.MainText());
        Assert.NotNull(page.QuerySelector($"main a[href='/referrals/{referral.Number}/accept']"));
    }

    [Theory]
    [InlineData("", "Choose what you find.")]
    [InlineData("Accept", "Choose what you find.")]
    [InlineData("ReturnToProvider", "Write why the provider shall look at it again.")]
    public async Task A_review_says_what_was_found_and_why_where_it_asks_for_more(string verdict, string sentence)
    {
        var (desk, _, _, referral) = await DeclinedAsync();
        var browser = await pages.As(desk);

        var answer = await browser.SubmitAsync(await browser.OpenAsync(UrlOf(referral)), null, ("Input.Verdict", verdict));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sentence, (await answer.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task One_sent_on_in_the_meantime_is_refused_and_the_note_kept()
    {
        var (desk, police, _, referral) = await DeclinedAsync();
        var next = await pages.World.ProviderAsync();
        await pages.World.AgreementAsync(police, next);
        var browser = await pages.As(desk);
        var form = await browser.OpenAsync(UrlOf(referral));
        await pages.World.RerouteAsync(police.Officer, referral, next);

        var answer = await browser.SubmitAsync(form, null, ("Input.Verdict", "ConfirmDecline"), ("Input.Note", "No bed in the whole city."));
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This referral was declined and the need was sent to another provider.", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("No bed in the whole city.", page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.Empty((await browser.OpenAsync(UrlOf(referral))).QuerySelectorAll("main form"));
    }

    private async Task<(User Desk, Force Police, Provider Shelter, Referral Referral)> DeclinedAsync()
    {
        var desk = await pages.World.CoordinatorAsync();
        var (police, shelter) = await pages.BoundAsync();
        return (desk, police, shelter, await pages.World.ReferralAsync(ReferralStatus.Declined, police, shelter));
    }

    private static string UrlOf(Referral referral) => $"/referrals/{referral.Number}/review";
}
