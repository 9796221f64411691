using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Services;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Assessment;

public sealed class NeedsTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var need = @case.Victims[0].Needs[0].Id;
        foreach (var act in new[] { "needs", $"needs/{need}/urgency", $"needs/{need}/end", "provider-notes", "consent-history" })
            await site.GuardsAsync(Url(@case, act));
    }

    [Fact]
    public async Task A_need_is_added_made_more_urgent_and_ended_with_reasons_and_leaves_the_work()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var added = await SaveAsync(@case, "needs", ("Input.Service", "LegalAid"), ("Input.Urgency", "Routine"));
        Assert.Contains("Legal aid This week", added.MainText());
        var need = await site.ReadAsync(db => db.Needs.SingleAsync(n => n.CaseId == @case.Id && n.Service == ServiceType.LegalAid));
        Assert.Contains(@case.Number, await WorkAsync());

        await SaveAsync(@case, $"needs/{need.Id}/urgency", ("Input.Urgency", "Emergency"), ("Input.Reason", "Reasoncanary hearing"));
        foreach (var id in new[] { need.Id, @case.Victims[0].Needs[0].Id })
            await SaveAsync(@case, $"needs/{id}/end", ("Input.Ending", "MetOtherwise"), ("Input.Reason", "Reasoncanary aunt"));

        var page = await site.Officer.OpenAsync(Url(@case, "needs"));
        Assert.Contains("Nothing is needed at the moment.", page.MainText());
        Assert.Contains("Urgency changed: Legal aid", page.MainText());
        Assert.Contains("Reasoncanary aunt", page.MainText());
        Assert.DoesNotContain(@case.Number, await WorkAsync());
        Assert.Contains("No need was recorded.", (await site.Officer.OpenAsync($"/cases/{@case.Number}")).MainText());
    }

    [Fact]
    public async Task A_need_in_a_provider_s_hands_one_on_the_list_and_an_ended_one_are_refused()
    {
        var (@case, shelter) = (await site.World.CaseAsync(site.Police.Officer), await site.World.ProviderAsync());
        await site.World.AgreementAsync(site.Police, shelter);
        await site.World.ConsentAsync(site.Police.Officer, @case);
        var need = @case.Victims[0].Needs[0].Id;
        var form = await site.Officer.OpenAsync(Url(@case, $"needs/{need}/end"));
        var sent = await site.World.SendAsync(site.Police.Officer, @case, shelter);

        var late = await site.Officer.SubmitAsync(form, null, ("Input.Ending", "NoLongerNeeded"), ("Input.Reason", "Gone home"));
        Assert.Equal((HttpStatusCode.Conflict, "A referral for this need is under way. Take it back first, or wait for its end."), (late.StatusCode, (await late.HtmlAsync()).Errors()[0]));
        Assert.Equal("Gone home", (await late.HtmlAsync()).ValueOf("Input.Reason"));
        Assert.NotNull((await site.Officer.OpenAsync(Url(@case, "needs"))).QuerySelector($"main a[href='/referrals/{sent.Number}']"));

        var twice = await PostAsync(@case, "needs", ("Input.Service", "Shelter"), ("Input.Urgency", "Routine"));
        Assert.Equal((HttpStatusCode.Conflict, "This need is on the list already. Change how urgent it is instead."), (twice.StatusCode, (await twice.HtmlAsync()).Errors()[0]));
        var hurried = await PostAsync(@case, $"needs/{need}/urgency", ("Input.Urgency", "Routine"), ("Input.Reason", "Calm"));
        Assert.Equal(HttpStatusCode.Conflict, hurried.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Officer.GetAsync(Url(@case, $"needs/{Guid.NewGuid()}/end"))).StatusCode);
    }

    [Fact]
    public async Task Notes_reach_the_provider_with_the_identity_and_not_before()
    {
        var (@case, shelter) = (await site.World.CaseAsync(site.Police.Officer), await site.World.ProviderAsync());
        await site.World.AgreementAsync(site.Police, shelter);
        await site.World.ConsentAsync(site.Police.Officer, @case);
        var saved = await SaveAsync(@case, "provider-notes", ("Input.Medicines", "Medicinecanary twice a day"));
        Assert.Equal("Medicinecanary twice a day", saved.ValueOf("Input.Medicines"));
        var referral = await site.World.SendAsync(site.Police.Officer, @case, shelter);
        var caseworker = await site.Portal.BrowserOfAsync(shelter.Caseworker);

        await site.World.OpenAsync(shelter.Caseworker, referral);
        Assert.DoesNotContain("Medicinecanary", (await caseworker.OpenAsync($"/referrals/{referral.Number}")).MainText());
        await site.World.AcceptAsync(shelter.Caseworker, referral);
        var asked = await caseworker.OpenAsync($"/referrals/{referral.Number}/identity");
        var opened = await (await caseworker.SubmitAsync(asked)).HtmlAsync();
        Assert.Contains("Medicinecanary twice a day", opened.MainText());
        var stale = await PostAsync(@case, "provider-notes", ("Input.Version", "0"));
        Assert.Equal((HttpStatusCode.Conflict, Writing.NotReadYet), (stale.StatusCode, (await stale.HtmlAsync()).Errors()[0]));
    }

    [Fact]
    public async Task Every_consent_is_told_with_what_was_agreed_and_who_wrote_it_down()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        Assert.Contains("Consent was not asked yet.", (await site.Officer.OpenAsync(Url(@case, "consent-history"))).MainText());
        await site.World.ConsentAsync(site.Police.Officer, @case, a => a with { IsGiven = false });
        await PostAsync(@case, "consent", ("Input.Agrees", "true"), ("Input.Basis", "OwnConsent"), ("Input.Form", "Signed"), ("Input.LanguageCode", "urd"),
            ("Input.Purposes", "Research"), ("Input.PointsRead", "Aim"), ("Input.PointsRead", "Withdrawal"));
        await PostAsync(@case, "withdraw-consent");

        var text = (await site.Officer.OpenAsync(Url(@case, "consent-history"))).MainText();

        Assert.Matches("Withdrawn.*Refused", text);
        Assert.Contains("Sharing with the provider · Research and statistics without a name", text);
        Assert.Contains("What the interview is for · How to take the answer back", text);
        Assert.Contains(site.Police.Officer.DisplayName, text);
        var given = await site.ReadAsync(db => db.Consents.SingleAsync(c => c.CaseId == @case.Id && c.IsGiven));
        Assert.Equal([ConsentPurpose.ShareWithProvider, ConsentPurpose.Research], given.Purposes);
        Assert.Equal([ConsentPoint.Aim, ConsentPoint.Withdrawal], given.PointsRead);
    }

    [Fact]
    public async Task A_consent_that_ran_out_is_told_as_that()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.ConsentAsync(site.Police.Officer, @case, a => a with { ExpiresAt = TimeProvider.System.GetUtcNow().AddMinutes(-1) });

        Assert.Contains("Expired", (await site.Officer.OpenAsync(Url(@case, "consent-history"))).MainText());
    }

    private async Task<string> WorkAsync() => (await site.Officer.OpenAsync("/")).QuerySelector("main")!.OuterHtml;

    private static string Url(Case @case, string act) => $"/cases/{@case.Number}/people/1/{act}";

    private async Task<HttpResponseMessage> PostAsync(Case @case, string act, params (string, string)[] fields) =>
        await site.Officer.SubmitAsync(await site.Officer.OpenAsync(Url(@case, act)), null, fields);

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> SaveAsync(Case @case, string act, params (string, string)[] fields) =>
        await site.Officer.FollowAsync(await PostAsync(@case, act, fields));
}
