using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Audit;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class IdentityTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Fact]
    public async Task Looking_at_the_page_shows_nothing_and_records_nothing()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Accepted);

        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/identity");

        Assert.Contains("recorded with your name", page.MainText());
        Assert.DoesNotContain("canary", page.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await OpeningsAsync(referral));
    }

    [Theory]
    [InlineData(ReferralStatus.Accepted)]
    [InlineData(ReferralStatus.InCare)]
    public async Task Each_reading_is_recorded_and_the_sender_sees_who_looked(ReferralStatus status)
    {
        var referral = await at.ReferralAsync(status);
        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/identity");

        var shown = await (await at.Caseworker.SubmitAsync(page)).HtmlAsync();
        await at.Caseworker.SubmitAsync(page);

        Assert.Contains("Zarmeena Canarybird", shown.MainText());
        Assert.Contains("SI Test Officer", shown.MainText());
        Assert.DoesNotContain("canary", shown.Title, StringComparison.OrdinalIgnoreCase);
        var openings = await OpeningsAsync(referral);
        Assert.Equal(["Ms Test Caseworker", "Ms Test Caseworker"], openings.Select(o => o.ActorName));
        Assert.DoesNotContain(at.Portal.Log.Lines, l => l.Contains("canary", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Consent_withdrawn_meanwhile_closes_it_and_records_nothing()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Accepted);
        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/identity");
        await at.World.AsAsync(at.Police.Officer, async (_, db) =>
        {
            var consent = await db.Consents.SingleAsync(c => c.Id == referral.ConsentId);
            consent.Withdraw(DateTimeOffset.UtcNow);
            return 0;
        });

        var answer = await at.Caseworker.SubmitAsync(page);
        var again = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/identity");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var shown = await answer.HtmlAsync();
        Assert.Contains("The person's data are no longer shared with you.", shown.MainText());
        Assert.DoesNotContain("canary", shown.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("The person's data are no longer shared with you.", again.MainText());
        Assert.Null(again.QuerySelector("main form"));
        Assert.Empty(await OpeningsAsync(referral));
    }

    [Theory]
    [InlineData(ReferralStatus.Seen)]
    [InlineData(ReferralStatus.Closed)]
    [InlineData(ReferralStatus.Withdrawn)]
    public async Task Before_acceptance_and_after_care_it_is_refused(ReferralStatus status)
    {
        var referral = await at.ReferralAsync(status);

        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/identity");

        Assert.Contains("can be read from acceptance until care has ended", page.MainText());
        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.Conflict, await ReceivingPortal.PostBlindAsync(at.Caseworker, $"/referrals/{referral.Number}/identity"));
        Assert.Empty(await OpeningsAsync(referral));
    }

    private Task<List<DisclosureOpening>> OpeningsAsync(Referral referral) => at.World.AsAsync(at.Police.Officer, (_, db) =>
        db.DisclosureOpenings.AsNoTracking().Where(o => o.ReferralId == referral.Id).OrderBy(o => o.At).ToListAsync());
}
