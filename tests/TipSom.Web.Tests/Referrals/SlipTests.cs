using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class SlipTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var (police, referral, shelter) = await AcceptedAsync();

        await pages.RefusesStrangersAsync(UrlOf(referral), shelter.Caseworker, (await pages.World.PoliceAsync()).Officer);
        Assert.Equal(HttpStatusCode.OK, (await (await pages.As(police.Supervisor)).GetAsync(UrlOf(referral))).StatusCode);
    }

    [Fact]
    public async Task The_slip_carries_the_code_that_proves_the_arrival_and_names_nobody_referred()
    {
        var (police, referral, shelter) = await AcceptedAsync();

        var page = await (await pages.As(police.Officer)).OpenAsync(UrlOf(referral));
        var code = CodeOn(page);
        var right = await pages.World.AsAsync(shelter.Caseworker, async (scope, db) =>
            ((Data.Encryption.ArrivalCodes)scope.GetService(typeof(Data.Encryption.ArrivalCodes))!).IsRight(await db.Referrals.SingleAsync(r => r.Id == referral.Id), code));

        Assert.True(right);
        Assert.Matches("^[0-9]{4} [0-9]{4}$", code);
        Assert.Contains("Bano Doorcanary", page.MainText());
        Assert.DoesNotContain("Lanecanary", page.MainText());
        Assert.DoesNotContain("Canary", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task A_camera_reads_the_same_eight_digits_and_nothing_else()
    {
        var (police, referral, _) = await AcceptedAsync();

        var page = await (await pages.As(police.Officer)).OpenAsync(UrlOf(referral));
        var qr = page.QuerySelector("svg.qr")!;

        Assert.Equal(CodeOn(page).Replace(" ", "", StringComparison.Ordinal), QrReader.Digits(qr));
        Assert.Empty(page.QuerySelectorAll("main [style], main style, main script"));
    }

    [Fact]
    public async Task It_says_in_both_languages_what_to_do_with_it()
    {
        var (police, referral, _) = await AcceptedAsync();

        foreach (var culture in new[] { "en-PK", "ur-PK" })
        {
            var text = (await (await pages.As(police.Officer)).OpenAsync($"{UrlOf(referral)}?culture={culture}")).QuerySelector(".slip")!.TextContent;
            Assert.Contains("Give this code to the provider's staff when the person has arrived.", text);
            Assert.Contains(Localisation.Translations.Urdu["Give this code to the provider's staff when the person has arrived."], text);
        }
    }

    [Fact]
    public async Task A_new_slip_carries_another_code()
    {
        var (police, referral, _) = await AcceptedAsync();
        var browser = await pages.As(police.Officer);
        var old = await browser.OpenAsync(UrlOf(referral));

        var renewed = await browser.FollowAsync(await browser.SubmitAsync(old));

        Assert.NotEqual(CodeOn(old), CodeOn(renewed));
    }

    [Fact]
    public async Task Once_the_person_is_there_no_new_slip_is_made_and_none_is_shown()
    {
        var (police, referral, shelter) = await AcceptedAsync();
        var browser = await pages.As(police.Officer);
        var old = await browser.OpenAsync(UrlOf(referral));
        await pages.World.ArriveAsync(shelter.Caseworker, referral);

        var answer = await browser.SubmitAsync(old);
        var page = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("The person has already arrived under this referral.", page.MainText());
        Assert.Contains("There is no slip now.", page.MainText());
        Assert.Null(page.QuerySelector(".code"));
    }

    private static string UrlOf(Referral referral) => $"/referrals/{referral.Number}/slip";

    private static string CodeOn(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector(".code .id")!.TextContent.Trim();

    private async Task<(Force Police, Referral Referral, Provider Shelter)> AcceptedAsync()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.OpenAsync(shelter.Caseworker, referral);
        return (police, await pages.World.AcceptAsync(shelter.Caseworker, referral), shelter);
    }
}
