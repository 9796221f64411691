using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

/// <summary>Both answers from the page that shows the facts.</summary>
public sealed class AnswerNowTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Accepting_for_now_promises_what_the_button_says()
    {
        var (referral, caseworker, shelter) = await SeenAsync();
        var page = await caseworker.OpenAsync($"/referrals/{referral.Number}");
        Assert.Contains("Ms Test Caseworker, 042-0000000", page.MainText());
        var before = DateTimeOffset.UtcNow;

        var after = await caseworker.FollowAsync(await caseworker.SubmitAsync(page, "form[action$='/accept']"));

        Assert.Contains("Accepted", after.MainText());
        var accepted = await pages.World.AsAsync(shelter.Caseworker, (_, db) => db.Referrals.AsNoTracking().SingleAsync(r => r.Id == referral.Id));
        Assert.InRange(accepted.ArrivalExpectedAt!.Value, before.AddMinutes(59), DateTimeOffset.UtcNow.AddMinutes(61));
    }

    [Fact]
    public async Task Declining_needs_a_reason_and_asks_for_it_where_it_was_forgotten()
    {
        var (referral, caseworker, shelter) = await SeenAsync();
        var page = await caseworker.OpenAsync($"/referrals/{referral.Number}");

        var forgotten = await caseworker.SubmitAsync(page, "form[action$='/decline']");
        var asked = await forgotten.HtmlAsync();
        Assert.Contains("Choose a reason.", asked.MainText());
        var answer = await caseworker.SubmitAsync(await caseworker.OpenAsync($"/referrals/{referral.Number}"), "form[action$='/decline']", ("Input.Reason", nameof(DeclineReason.NoPlace)));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var declined = await pages.World.AsAsync(shelter.Caseworker, (_, db) => db.Referrals.AsNoTracking().SingleAsync(r => r.Id == referral.Id));
        Assert.Equal((ReferralStatus.Declined, DeclineReason.NoPlace), (declined.Status, declined.DeclineReason));
    }

    [Fact]
    public async Task Too_late_is_said_as_on_the_page_of_the_act()
    {
        var (referral, caseworker, shelter) = await SeenAsync();
        var page = await caseworker.OpenAsync($"/referrals/{referral.Number}");
        await pages.World.DeclineAsync(shelter.Manager, referral);

        var answer = await caseworker.SubmitAsync(page, "form[action$='/accept']");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This referral was already declined.", (await answer.HtmlAsync()).MainText());
    }

    private async Task<(Referral Referral, PortalBrowser Caseworker, Provider Shelter)> SeenAsync()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.OpenAsync(shelter.Caseworker, referral);
        return (referral, await pages.As(shelter.Caseworker), shelter);
    }
}
