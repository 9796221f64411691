using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Victims;

public sealed class WithdrawConsentTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer)));

    [Fact]
    public async Task What_is_on_the_way_comes_back_and_the_provider_reads_nothing_more()
    {
        var provider = await ProviderAsync();
        var referral = await site.World.SentReferralAsync(site.Police, provider);
        await site.World.OpenAsync(provider.Caseworker, referral);
        await site.World.AcceptAsync(provider.Caseworker, referral);
        var @case = await CaseOfAsync(referral);
        var form = await site.Officer.OpenAsync(UrlOf(@case));
        Assert.Contains($"This referral is taken back: {referral.Number}", form.MainText());
        Assert.Contains("identity", form.MainText());

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(form));

        Assert.Contains("Consent was withdrawn.", page.MainText());
        Assert.Contains("A referral of person 1 was withdrawn.", page.MainText());
        var after = await site.ReadAsync(db => db.Referrals.SingleAsync(r => r.Id == referral.Id));
        Assert.Equal((ReferralStatus.Withdrawn, WithdrawReason.ConsentWithdrawn), (after.Status, after.WithdrawReason));
        Assert.Equal(0, await site.World.AsAsync(provider.Caseworker, (_, db) => db.Disclosures.CountAsync(d => d.ReferralId == referral.Id)));
    }

    [Fact]
    public async Task Care_that_has_begun_goes_on_without_the_identity()
    {
        var provider = await ProviderAsync();
        var referral = await site.World.SentReferralAsync(site.Police, provider);
        await site.World.OpenAsync(provider.Caseworker, referral);
        await site.World.AcceptAsync(provider.Caseworker, referral);
        await site.World.ArriveAsync(provider.Caseworker, referral);
        var form = await site.Officer.OpenAsync(UrlOf(await CaseOfAsync(referral)));

        await site.Officer.FollowAsync(await site.Officer.SubmitAsync(form));

        Assert.Contains("Care already begun goes on:", form.MainText());
        Assert.Equal(ReferralStatus.InCare, (await site.ReadAsync(db => db.Referrals.SingleAsync(r => r.Id == referral.Id))).Status);
        Assert.Equal(0, await site.World.AsAsync(provider.Caseworker, (_, db) => db.Disclosures.CountAsync(d => d.ReferralId == referral.Id)));
    }

    [Fact]
    public async Task Nobody_withdraws_what_a_colleague_has_already_withdrawn()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.ConsentAsync(site.Police.Officer, @case);
        var supervisor = await site.Portal.BrowserOfAsync(site.Police.Supervisor);
        var (mine, theirs) = (await site.Officer.OpenAsync(UrlOf(@case)), await supervisor.OpenAsync(UrlOf(@case)));
        await supervisor.SubmitAsync(theirs);

        var answer = await site.Officer.SubmitAsync(mine);

        var page = await answer.HtmlAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["There is no consent to withdraw."], page.Errors());
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/people/1/withdraw-consent";

    private async Task<Provider> ProviderAsync()
    {
        var provider = await site.World.ProviderAsync();
        await site.World.AgreementAsync(site.Police, provider);
        return provider;
    }

    private Task<Case> CaseOfAsync(Referral referral) => site.ReadAsync(db => db.Cases.SingleAsync(c => c.Id == referral.CaseId));
}
