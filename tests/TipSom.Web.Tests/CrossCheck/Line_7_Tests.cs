using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.CrossCheck;

public sealed class Line_7_Tests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Line_7_a_withdrawn_consent_recalls_the_open_referrals_and_the_provider_is_told_without_a_reason()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.OpenAsync(shelter.Caseworker, referral);
        var number = await pages.World.AsAsync(police.Officer, (_, db) => db.Cases.Where(c => c.Id == referral.CaseId).Select(c => c.Number).SingleAsync());
        var officer = await pages.As(police.Officer);

        await officer.FollowAsync(await officer.SubmitAsync(await officer.OpenAsync($"/cases/{number}/people/1/withdraw-consent")));

        Assert.Equal(ReferralStatus.Withdrawn, (await pages.World.AsAsync(police.Officer, (_, db) => db.Referrals.SingleAsync(r => r.Id == referral.Id))).Status);
        var caseworker = await pages.As(shelter.Caseworker);
        var (told, read) = (await caseworker.OpenAsync("/notifications"), await caseworker.OpenAsync($"/referrals/{referral.Number}"));
        Assert.Contains($"The sender withdrew it {referral.Number}", told.MainText());
        foreach (var page in new[] { told, read })
            Assert.DoesNotContain("onsent", page.MainText());
    }
}
